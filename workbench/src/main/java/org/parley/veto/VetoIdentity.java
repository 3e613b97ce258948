package org.parley.veto;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/// The key with which a delegation signs its messages (Ed25519, RFC 8032). The public key stands in
/// the terms of a round; delegations compare it by another channel.
public final class VetoIdentity {

  private static final int KEY_BYTES = 32;
  private static final int SIGNATURE_BYTES = 64;

  private final Ed25519PrivateKeyParameters secret;

  private VetoIdentity(Ed25519PrivateKeyParameters secret) {
    this.secret = secret;
  }

  /// A new one.
  public static VetoIdentity random(SecureRandom random) {
    return new VetoIdentity(new Ed25519PrivateKeyParameters(random));
  }

  /// From the text of the secret key: 64 hexadecimal digits.
  public static VetoIdentity of(String secret) throws VetoException {
    return new VetoIdentity(
        new Ed25519PrivateKeyParameters(
            VetoGroup.bytes(secret.strip(), KEY_BYTES, VetoFault.NOT_A_SECRETS_FILE)));
  }

  /// The secret key, for the file of its owner alone.
  public String secretKey() {
    return HexFormat.of().formatHex(secret.getEncoded());
  }

  /// The public key, for the terms.
  public String publicKey() {
    return HexFormat.of().formatHex(secret.generatePublicKey().getEncoded());
  }

  String sign(String text) {
    Ed25519Signer signer = new Ed25519Signer();
    signer.init(true, secret);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    signer.update(bytes, 0, bytes.length);
    return HexFormat.of().formatHex(signer.generateSignature());
  }

  static void checkKey(String key) throws VetoException {
    try {
      new Ed25519PublicKeyParameters(VetoGroup.bytes(key, KEY_BYTES, VetoFault.NOT_A_SIGNING_KEY));
    } catch (IllegalArgumentException e) {
      throw new VetoException(VetoFault.NOT_A_SIGNING_KEY, key);
    }
  }

  static boolean verify(String key, String text, String signature) throws VetoException {
    Ed25519Signer signer = new Ed25519Signer();
    signer.init(
        false,
        new Ed25519PublicKeyParameters(
            VetoGroup.bytes(key, KEY_BYTES, VetoFault.NOT_A_SIGNING_KEY)));
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    signer.update(bytes, 0, bytes.length);
    return signer.verifySignature(
        VetoGroup.bytes(signature, SIGNATURE_BYTES, VetoFault.SIGNATURE_DOES_NOT_MATCH));
  }
}
