package org.parley.passkey;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// An authenticator with one passkey, and the browser in front of it: written from the
/// specification with the cryptography of the JDK alone. It can be made to misbehave.
@NullMarked
public final class TestAuthenticator {

  public static final int USER_PRESENT = 1;
  public static final int USER_VERIFIED = 4;
  private static final int HAS_KEY = 0x40;
  private static final int COORDINATE_BYTES = 32;
  private static final JsonMapper JSON = new JsonMapper();

  private final KeyPair key;
  private final byte[] credential = new byte[COORDINATE_BYTES];

  /// What its browser says: the origin of the page.
  public String origin;

  /// The RP id that its data are for.
  public String server;

  /// User presence and verification.
  public int flags = USER_PRESENT | USER_VERIFIED;

  /// The signature counter, before the next signature.
  public int counter;

  /// The user handle that it keeps.
  public @Nullable String handle;

  /// Whether the page is in a frame of another origin.
  public boolean isFramed;

  /// Whether its signatures are altered.
  public boolean isForging;

  public TestAuthenticator(String server, String origin) {
    this.server = server;
    this.origin = origin;
    new SecureRandom().nextBytes(credential);
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      key = generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The credential id.
  public String id() {
    return text(credential);
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] clientData(String type, String challenge) {
    ObjectNode data = JSON.createObjectNode();
    data.put("type", type).put("challenge", challenge).put("origin", origin);
    data.put("crossOrigin", isFramed);
    return data.toString().getBytes(StandardCharsets.UTF_8);
  }

  private byte[] authenticatorData(boolean withKey) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(sha256(server.getBytes(StandardCharsets.UTF_8)));
    out.write(flags | (withKey ? HAS_KEY : 0));
    out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(counter).array());
    if (withKey) {
      out.writeBytes(new byte[16]);
      out.write(0);
      out.write(credential.length);
      out.writeBytes(credential);
      out.writeBytes(coseKey());
    }
    return out.toByteArray();
  }

  /// CBOR: `{1: 2, 3: -7, -1: 1, -2: x, -3: y}`.
  private byte[] coseKey() {
    ECPublicKey point = (ECPublicKey) key.getPublic();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {(byte) 0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20});
    out.writeBytes(coordinate(point.getW().getAffineX()));
    out.writeBytes(new byte[] {0x22, 0x58, 0x20});
    out.writeBytes(coordinate(point.getW().getAffineY()));
    return out.toByteArray();
  }

  private static byte[] coordinate(BigInteger number) {
    byte[] signed = number.toByteArray();
    byte[] bytes = new byte[COORDINATE_BYTES];
    int length = Math.min(signed.length, COORDINATE_BYTES);
    System.arraycopy(signed, signed.length - length, bytes, COORDINATE_BYTES - length, length);
    return bytes;
  }

  /// CBOR: `{"fmt": "none", "attStmt": {}, "authData": ...}`.
  private byte[] attestation() {
    byte[] data = authenticatorData(true);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(0xA3);
    writeText(out, "fmt");
    writeText(out, "none");
    writeText(out, "attStmt");
    out.write(0xA0);
    writeText(out, "authData");
    out.write(0x58);
    out.write(data.length);
    out.writeBytes(data);
    return out.toByteArray();
  }

  private static void writeText(ByteArrayOutputStream out, String text) {
    out.write(0x60 + text.length());
    out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
  }

  private ObjectNode credential(ObjectNode response) {
    ObjectNode all = JSON.createObjectNode();
    all.put("id", id()).put("rawId", id()).put("type", "public-key");
    all.set("clientExtensionResults", JSON.createObjectNode());
    all.set("response", response);
    return all;
  }

  /// Makes its passkey, as the options of the server say.
  public String create(String options) {
    JsonNode asked = JSON.readTree(options);
    handle = asked.path("user").path("id").asString();
    ObjectNode response = JSON.createObjectNode();
    byte[] client = clientData("webauthn.create", asked.path("challenge").asString());
    response.put("clientDataJSON", text(client));
    response.put("attestationObject", text(attestation()));
    response.putArray("transports").add("internal");
    return credential(response).toString();
  }

  /// Answers, as the options of the server say.
  public String get(String options) {
    return answer(JSON.readTree(options).path("challenge").asString());
  }

  /// Answers a challenge.
  public String answer(String challenge) {
    counter++;
    byte[] client = clientData("webauthn.get", challenge);
    byte[] data = authenticatorData(false);
    byte[] signature = sign(data, sha256(client));
    ObjectNode response = JSON.createObjectNode();
    response.put("clientDataJSON", text(client));
    response.put("authenticatorData", text(data));
    response.put("signature", text(signature));
    if (handle != null) {
      response.put("userHandle", handle);
    }
    return credential(response).toString();
  }

  private byte[] sign(byte[] data, byte[] client) {
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(key.getPrivate());
      signature.update(data);
      signature.update(isForging ? sha256(client) : client);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
