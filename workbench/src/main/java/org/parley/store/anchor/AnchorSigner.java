package org.parley.store.anchor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.parley.casefile.folder.PrivateFiles;
import org.parley.store.Anchor;

/// The private key that signs anchors.
public final class AnchorSigner {

  private static final String LABEL = "PRIVATE KEY";

  /// The start of a SubjectPublicKeyInfo, before the 32 bytes of the key (RFC 8410).
  private static final String PREFIX = "302a300506032b6570032100";

  private final PrivateKey secret;
  private final AnchorKey key;

  private AnchorSigner(PrivateKey secret, AnchorKey key) {
    this.secret = secret;
    this.key = key;
  }

  /// Makes a key in a file that its owner alone may read, and its public key in `FILE.pub`.
  ///
  /// @throws FileAlreadyExistsException if either is there
  public static AnchorKey create(Path file) throws IOException {
    Path open = publicFile(file);
    for (Path each : new Path[] {file, open}) {
      if (Files.exists(each)) {
        throw new FileAlreadyExistsException(
            each.toString(), null, "it is there already. Maybe name another file");
      }
    }
    try {
      KeyPair pair = KeyPairGenerator.getInstance(AnchorKey.ALGORITHM).generateKeyPair();
      PrivateFiles.make(file);
      Files.writeString(file, Pem.text(LABEL, pair.getPrivate().getEncoded()));
      Files.writeString(open, Pem.text(AnchorKey.LABEL, pair.getPublic().getEncoded()));
      return AnchorKey.of(pair.getPublic().getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has Ed25519", e);
    }
  }

  /// Where the public key of a private one is written.
  public static Path publicFile(Path file) {
    return file.resolveSibling(file.getFileName() + ".pub");
  }

  /// Reads a private key in PKCS 8, as PEM.
  ///
  /// @throws AnchorRefused if the file has none
  public static AnchorSigner read(Path file) throws IOException, AnchorRefused {
    if (!Files.isReadable(file)) {
      throw new AnchorRefused(
          "the key \"" + file + "\" cannot be read. Maybe check its path and who may read it");
    }
    byte[] bytes = Pem.read(file, LABEL);
    try {
      PrivateKey secret =
          KeyFactory.getInstance(AnchorKey.ALGORITHM)
              .generatePrivate(new PKCS8EncodedKeySpec(bytes));
      return new AnchorSigner(secret, publicKey(secret));
    } catch (GeneralSecurityException e) {
      throw new AnchorRefused(
          "\"" + file + "\" is no private key of Ed25519. Maybe make one with parley anchor key",
          e);
    }
  }

  private static AnchorKey publicKey(PrivateKey secret) throws GeneralSecurityException {
    byte[] seed =
        ((EdECPrivateKey) secret)
            .getBytes()
            .orElseThrow(() -> new GeneralSecurityException("the key tells nothing of itself"));
    byte[] point = new Ed25519PrivateKeyParameters(seed).generatePublicKey().getEncoded();
    return AnchorKey.of(HexFormat.of().parseHex(PREFIX + HexFormat.of().formatHex(point)));
  }

  SignedAnchor sign(String origin, Anchor head, Instant made, String previous) {
    try {
      Signature signing = Signature.getInstance(AnchorKey.ALGORITHM);
      signing.initSign(secret);
      signing.update(
          SignedAnchor.text(origin, head, made, previous).getBytes(StandardCharsets.UTF_8));
      String signature = Base64.getEncoder().encodeToString(signing.sign());
      return new SignedAnchor(origin, head, made, previous, key.fingerprint(), signature, null);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has Ed25519", e);
    }
  }
}
