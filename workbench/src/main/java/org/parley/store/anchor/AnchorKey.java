package org.parley.store.anchor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/// A public key that anchors are verified with (Ed25519, RFC 8032).
///
/// @param fingerprint the SHA-256 of its SubjectPublicKeyInfo, in hexadecimal
/// @param key the key
public record AnchorKey(String fingerprint, PublicKey key) {

  static final String ALGORITHM = "Ed25519";
  static final String LABEL = "PUBLIC KEY";

  /// Reads a public key.
  ///
  /// @throws AnchorRefused if the file has none
  public static AnchorKey read(Path file) throws IOException, AnchorRefused {
    if (!Files.isRegularFile(file)) {
      throw new AnchorRefused("there is no public key \"" + file + "\". Maybe check the path");
    }
    try {
      return of(Pem.read(file, LABEL));
    } catch (GeneralSecurityException e) {
      throw new AnchorRefused(
          "\"" + file + "\" is no public key of Ed25519. Maybe name the file that ends in .pub", e);
    }
  }

  static AnchorKey of(byte[] encoded) throws GeneralSecurityException {
    PublicKey key =
        KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
    return new AnchorKey(
        HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(encoded)), key);
  }

  /// Whether this key signed an anchor.
  boolean hasSigned(SignedAnchor anchor) {
    try {
      Signature check = Signature.getInstance(ALGORITHM);
      check.initVerify(key);
      check.update(anchor.text());
      return check.verify(Base64.getDecoder().decode(anchor.signature()));
    } catch (GeneralSecurityException e) {
      return false; // not even the form of a signature
    }
  }
}
