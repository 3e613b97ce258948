package org.parley.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/// Asks the server of this machine whether it may be sent requests: the health check of a container
/// that has no shell.
///
/// Usage: `HealthProbe URL [CERTIFICATE]`, the address of `/healthz` on this machine and the
/// certificate that the server has. It answers for its own names, which 127.0.0.1 is not, so the
/// probe takes that certificate and no other. Exit code 0: ready. 1: not ready. 69: no answer.
final class HealthProbe {

  static final int READY = 0;
  static final int NOT_READY = 1;
  static final int NO_ANSWER = 69;

  private static final int PATIENCE_MILLIS = (int) Duration.ofSeconds(8).toMillis();

  private HealthProbe() {}

  public static void main(String[] arguments) {
    System.exit(ask(List.of(arguments), System.out));
  }

  /// Prints the answer of the server, and returns the exit code.
  static int ask(List<String> arguments, PrintStream out) {
    try {
      HttpURLConnection connection = open(arguments);
      int status = connection.getResponseCode();
      try (InputStream body =
          status < HttpURLConnection.HTTP_BAD_REQUEST
              ? connection.getInputStream()
              : connection.getErrorStream()) {
        out.println(
            body == null ? status : new String(body.readAllBytes(), StandardCharsets.UTF_8));
      }
      return status == HttpURLConnection.HTTP_OK ? READY : NOT_READY;
    } catch (IOException | GeneralSecurityException e) {
      out.println(
          "No answer by "
              + String.join(" ", arguments)
              + ": "
              + e.getMessage()
              + ". Maybe check the port, and that the certificate is the one of the server.");
      return NO_ANSWER;
    }
  }

  private static HttpURLConnection open(List<String> arguments)
      throws IOException, GeneralSecurityException {
    if (arguments.isEmpty()) {
      throw new IOException("there is no address");
    }
    URI address = URI.create(arguments.getFirst());
    if (!InetAddress.getByName(address.getHost()).isLoopbackAddress()) {
      throw new IOException(address.getHost() + " is another machine");
    }
    HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
    connection.setConnectTimeout(PATIENCE_MILLIS);
    connection.setReadTimeout(PATIENCE_MILLIS);
    connection.setInstanceFollowRedirects(false);
    if (connection instanceof HttpsURLConnection secure && arguments.size() > 1) {
      SSLContext context = SSLContext.getInstance("TLS");
      TrustManager own = new OwnCertificate(certificate(Path.of(arguments.get(1))));
      context.init(null, new TrustManager[] {own}, null);
      secure.setSSLSocketFactory(context.getSocketFactory());
      secure.setHostnameVerifier((_, _) -> true);
    }
    return connection;
  }

  /// The first certificate of a chain: that of the server.
  private static Certificate certificate(Path chain) throws IOException, CertificateException {
    try (InputStream in = Files.newInputStream(chain)) {
      return CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
  }

  /// Trusts one certificate alone.
  private record OwnCertificate(Certificate certificate) implements X509TrustManager {

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind)
        throws CertificateException {
      throw new CertificateException("a probe has no clients");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind)
        throws CertificateException {
      if (chain.length == 0 || !chain[0].equals(certificate)) {
        throw new CertificateException("the server has another certificate");
      }
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
