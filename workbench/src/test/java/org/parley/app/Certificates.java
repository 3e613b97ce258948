package org.parley.app;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.NullMarked;

/// An authority made for a test, and a certificate by it for this machine. It is made in the JVM of
/// the test: `keytool` would start five others.
///
/// @param authority the certificate of the authority, as PEM
/// @param chain the certificate for `127.0.0.1`, as PEM
/// @param key its private key, as PEM
@NullMarked
record Certificates(Path authority, Path chain, Path key) {

  private static final Duration LIFE = Duration.ofDays(2);

  static Certificates make(Path folder) throws IOException, GeneralSecurityException {
    Files.createDirectories(folder);
    KeyPair issuer = keys();
    KeyPair server = keys();
    byte[] authority =
        certificate(
            "CN=Authority",
            issuer,
            issuer.getPrivate(),
            Extension.basicConstraints,
            new BasicConstraints(true));
    byte[] chain =
        certificate(
            "CN=server",
            server,
            issuer.getPrivate(),
            Extension.subjectAlternativeName,
            new GeneralNames(new GeneralName(GeneralName.iPAddress, "127.0.0.1")));
    return new Certificates(
        pem(folder.resolve("authority.pem"), "CERTIFICATE", authority),
        pem(folder.resolve("chain.pem"), "CERTIFICATE", chain),
        pem(folder.resolve("key.pem"), "PRIVATE KEY", server.getPrivate().getEncoded()));
  }

  private static KeyPair keys() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  private static byte[] certificate(
      String name,
      KeyPair keys,
      PrivateKey issuer,
      ASN1ObjectIdentifier extension,
      ASN1Encodable value)
      throws IOException {
    Instant now = Instant.now();
    try {
      return new JcaX509v3CertificateBuilder(
              new X500Principal("CN=Authority"),
              BigInteger.valueOf(now.toEpochMilli()),
              Date.from(now.minus(LIFE)),
              Date.from(now.plus(LIFE)),
              new X500Principal(name),
              keys.getPublic())
          .addExtension(extension, extension.equals(Extension.basicConstraints), value)
          .build(new JcaContentSignerBuilder("SHA256withECDSA").build(issuer))
          .getEncoded();
    } catch (OperatorCreationException e) {
      throw new IOException("signing a certificate for " + name, e);
    }
  }

  private static Path pem(Path file, String kind, byte[] bytes) throws IOException {
    String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    return Files.writeString(
        file,
        "-----BEGIN " + kind + "-----\n" + lines + "\n-----END " + kind + "-----\n",
        StandardCharsets.US_ASCII);
  }
}
