package org.parley.web.access;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// A certificate with its private key, for TLS.
///
/// @param keys a key store that holds both under the empty password
public record Tls(KeyStore keys) {

  private static final String ENTRY = "parley";

  private static final Pattern KEY =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

  /// Reads a certificate with its chain, and its key in PKCS 8, both as PEM.
  ///
  /// @throws IllegalArgumentException if the content is invalid
  /// @throws IOException if a file cannot be read
  public static Tls read(Path certificate, Path key) throws IOException {
    try {
      Collection<? extends Certificate> chain =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(certificate)));
      if (chain.isEmpty()) {
        throw new IllegalArgumentException(
            "\"" + certificate + "\" holds no certificate. Maybe it is not PEM.");
      }
      PrivateKey secret = key(key, chain.iterator().next().getPublicKey().getAlgorithm());
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(null, null);
      keys.setKeyEntry(ENTRY, secret, new char[0], chain.toArray(Certificate[]::new));
      return new Tls(keys);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "\""
              + certificate
              + "\" and \""
              + key
              + "\" cannot be used together: "
              + e.getMessage()
              + ". Maybe they belong to different certificates.",
          e);
    }
  }

  /// Trusts certificates by these authorities alone, or these certificates themselves, as PEM.
  ///
  /// @throws IllegalArgumentException if the content is invalid
  /// @throws IOException if the file cannot be read
  public static SSLContext trusting(Path authorities) throws IOException {
    try {
      Collection<? extends Certificate> all =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(authorities)));
      if (all.isEmpty()) {
        throw new IllegalArgumentException(
            "\"" + authorities + "\" holds no certificate. Maybe it is not PEM.");
      }
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      for (Certificate each : all) {
        trusted.setCertificateEntry("authority " + trusted.size(), each);
      }
      TrustManagerFactory managers =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      managers.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "\"" + authorities + "\" cannot be used: " + e.getMessage() + ". Maybe it is not PEM.",
          e);
    }
  }

  /// The end of the validity of the certificate.
  public Instant ends() {
    try {
      return keys.getCertificate(ENTRY) instanceof X509Certificate certificate
          ? certificate.getNotAfter().toInstant()
          : Instant.MAX;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a key store that was loaded", e);
    }
  }

  private static PrivateKey key(Path file, String algorithm)
      throws IOException, GeneralSecurityException {
    Matcher pem = KEY.matcher(Files.readString(file, StandardCharsets.US_ASCII));
    if (!pem.find()) {
      throw new IllegalArgumentException(
          "\""
              + file
              + "\" holds no private key in PKCS 8. Maybe convert it: openssl pkcs8 -topk8 -nocrypt");
    }
    byte[] bytes = Base64.getMimeDecoder().decode(pem.group(1));
    return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(bytes));
  }
}
