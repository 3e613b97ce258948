package org.parley.store.anchor;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.store.Anchor;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The heads of a journal at a moment, signed. One line of a file of anchors.
///
/// @param origin the hash of the first entry, which tells one journal from another
/// @param head the heads
/// @param made when it was signed, by the clock of the signer
/// @param previous the digest of the anchor before it in its file; sixty-four zeros for the first
/// @param key the fingerprint of the public key
/// @param signature the Ed25519 signature of [#text], in Base64
/// @param timeStamp a time stamp of [#digest] (RFC 3161), in Base64; null for none
public record SignedAnchor(
    String origin,
    Anchor head,
    Instant made,
    String previous,
    String key,
    String signature,
    @Nullable String timeStamp) {

  private static final String FORMAT = "parley-anchor-1";
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  /// The text that is signed. Its lines have fixed names, so two anchors never have the same text.
  static String text(String origin, Anchor head, Instant made, String previous) {
    return String.join(
        "\n",
        FORMAT,
        "origin " + origin,
        "entry " + head.entries(),
        "hash " + head.hash(),
        "row " + head.rows(),
        "audit " + head.auditHash(),
        "made " + made,
        "previous " + previous,
        "");
  }

  /// The signed text.
  byte[] text() {
    return text(origin, head, made, previous).getBytes(StandardCharsets.UTF_8);
  }

  /// The SHA-256 of text and signature, for the next anchor and for time stamps.
  byte[] digest() {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(text());
      return sha.digest(Base64.getDecoder().decode(signature));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// The digest as 64 hexadecimal digits.
  String digestText() {
    return HexFormat.of().formatHex(digest());
  }

  /// The same with a time stamp.
  SignedAnchor with(String stamp) {
    return new SignedAnchor(origin, head, made, previous, key, signature, stamp);
  }

  /// As a line of JSON, without its end.
  String line() {
    ObjectNode root = JsonMapper.shared().createObjectNode();
    root.put("format", FORMAT);
    root.put("origin", origin);
    root.put("entry", head.entries());
    root.put("hash", head.hash());
    root.put("row", head.rows());
    root.put("audit", head.auditHash());
    root.put("made", made.toString());
    root.put("previous", previous);
    root.put("key", key);
    root.put("signature", signature);
    if (timeStamp != null) {
      root.put("timeStamp", timeStamp);
    }
    return root.toString();
  }

  /// Reads a line.
  ///
  /// @throws AnchorRefused if it is no anchor
  static SignedAnchor of(String line) throws AnchorRefused {
    try {
      JsonNode root = JsonMapper.shared().readTree(line);
      if (!root.path("format").asString("").equals(FORMAT)) {
        throw new AnchorRefused("it has not the format " + FORMAT);
      }
      JsonNode stamp = root.path("timeStamp");
      return new SignedAnchor(
          hash(root, "origin"),
          new Anchor(
              number(root, "entry"), hash(root, "hash"), number(root, "row"), hash(root, "audit")),
          Instant.parse(root.path("made").asString("")),
          hash(root, "previous"),
          hash(root, "key"),
          base64(root.path("signature").asString("")),
          stamp.isMissingNode() ? null : base64(stamp.asString("")));
    } catch (JacksonException | DateTimeException e) {
      throw new AnchorRefused("it cannot be read", e);
    }
  }

  private static String hash(JsonNode root, String name) throws AnchorRefused {
    String value = root.path(name).asString("");
    if (!HASH.matcher(value).matches()) {
      throw new AnchorRefused("its " + name + " is no hash");
    }
    return value;
  }

  private static long number(JsonNode root, String name) throws AnchorRefused {
    JsonNode value = root.path(name);
    if (!value.isIntegralNumber() || !value.canConvertToLong() || value.asLong() < 0) {
      throw new AnchorRefused("its " + name + " is no number");
    }
    return value.asLong();
  }

  private static String base64(String value) throws AnchorRefused {
    try {
      Base64.getDecoder().decode(value);
      return value;
    } catch (IllegalArgumentException e) {
      throw new AnchorRefused("its signature or time stamp is not Base64", e);
    }
  }
}
