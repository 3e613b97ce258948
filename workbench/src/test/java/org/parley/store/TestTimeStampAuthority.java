package org.parley.store;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/// An authority for time stamps (RFC 3161) on this machine, with an issuer of its own.
final class TestTimeStampAuthority implements AutoCloseable {

  private static final String SIGNATURES = "SHA256withECDSA";
  private static final Duration LIFE = Duration.ofDays(3650);

  /// What it answers.
  enum Manner {
    HONEST,
    OF_SOMETHING_ELSE,
    GARBAGE,
    ENDLESS,
    FAILING
  }

  private final Instant now;
  private final KeyPair issuerKeys = keys();
  private final KeyPair signerKeys = keys();
  private final X509Certificate issuer;
  private final X509Certificate signer;
  private final HttpServer server;
  private final AtomicInteger serial = new AtomicInteger();
  private volatile Manner manner = Manner.HONEST;

  TestTimeStampAuthority(Instant now) throws Exception {
    this.now = now;
    issuer = certificate("CN=Issuer", issuerKeys, "CN=Issuer", false);
    signer = certificate("CN=Time", signerKeys, "CN=Issuer", true);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  private static KeyPair keys() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    return generator.generateKeyPair();
  }

  private X509Certificate certificate(String name, KeyPair keys, String by, boolean isSigner)
      throws Exception {
    JcaX509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            new X500Principal(by),
            BigInteger.valueOf(isSigner ? 2 : 1),
            Date.from(now.minus(LIFE)),
            Date.from(now.plus(LIFE)),
            new X500Principal(name),
            keys.getPublic());
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(!isSigner));
    if (isSigner) {
      builder.addExtension(
          Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
    }
    return new JcaX509CertificateConverter()
        .getCertificate(
            builder.build(new JcaContentSignerBuilder(SIGNATURES).build(issuerKeys.getPrivate())));
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  TestTimeStampAuthority answering(Manner wanted) {
    manner = wanted;
    return this;
  }

  /// Its issuer's certificate in a file.
  Path issuerIn(Path folder) throws Exception {
    return Files.writeString(
        folder.resolve("issuer.pem"),
        "-----BEGIN CERTIFICATE-----\n"
            + Base64.getMimeEncoder().encodeToString(issuer.getEncoded())
            + "\n-----END CERTIFICATE-----\n");
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] asked = exchange.getRequestBody().readAllBytes();
      switch (manner) {
        case HONEST -> send(exchange, 200, stamp(new TimeStampRequest(asked)));
        case OF_SOMETHING_ELSE ->
            send(
                exchange,
                200,
                stamp(
                    new TimeStampRequestGenerator().generate(TSPAlgorithms.SHA256, new byte[32])));
        case GARBAGE -> send(exchange, 200, "no time stamp".getBytes(StandardCharsets.UTF_8));
        case ENDLESS -> flood(exchange);
        case FAILING -> send(exchange, 503, new byte[0]);
      }
    }
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }

  private static void flood(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    OutputStream out = exchange.getResponseBody();
    for (int i = 0; i < 10_000; i++) {
      out.write(new byte[1 << 16]);
    }
  }

  private byte[] stamp(TimeStampRequest request) throws IOException {
    try {
      TimeStampTokenGenerator tokens =
          new TimeStampTokenGenerator(
              new JcaSimpleSignerInfoGeneratorBuilder()
                  .build(SIGNATURES, signerKeys.getPrivate(), signer),
              new JcaDigestCalculatorProviderBuilder()
                  .build()
                  .get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256)),
              new ASN1ObjectIdentifier("1.2.3.4.1"));
      tokens.addCertificates(new JcaCertStore(List.of(signer)));
      return new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED)
          .generate(request, BigInteger.valueOf(serial.incrementAndGet()), Date.from(now))
          .getEncoded();
    } catch (Exception e) {
      throw new IOException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
