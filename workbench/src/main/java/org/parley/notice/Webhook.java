package org.parley.notice;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The address that is called when something waits, as the administrator named it.
///
/// @param address the address: HTTPS, or HTTP on this machine
/// @param secret the key of signatures
public record Webhook(URI address, String secret) {

  /// The shortest secret, in characters.
  public static final int SECRET_LEAST = 16;

  private static final int LONGEST_ADDRESS = 2_000;
  private static final String ALGORITHM = "HmacSHA256";

  /// Reads an address.
  ///
  /// @throws IllegalArgumentException with the reason and advice
  public static Webhook of(String address, String secret) {
    URI uri = uri(address);
    boolean isSecure = "https".equalsIgnoreCase(uri.getScheme());
    boolean isLocal = "http".equalsIgnoreCase(uri.getScheme()) && isLoopback(uri.getHost());
    if (!isSecure && !isLocal) {
      throw wrong(address, "Maybe begin it with https://; http:// is for this machine alone.");
    }
    if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
      throw wrong(address, "Maybe leave out name, password and the part behind #.");
    }
    if (secret.length() < SECRET_LEAST) {
      throw new IllegalArgumentException(
          "the webhook needs a secret of at least "
              + SECRET_LEAST
              + " characters. Maybe use --webhook-secret-file or PARLEY_WEBHOOK_SECRET: openssl rand"
              + " -hex 32 makes one.");
    }
    return new Webhook(uri, secret);
  }

  private static URI uri(String address) {
    try {
      URI uri = new URI(address);
      if (address.length() <= LONGEST_ADDRESS && uri.getHost() != null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // told below
    }
    throw wrong(address, "Maybe https://hooks.example.org/parley.");
  }

  private static IllegalArgumentException wrong(String address, String advice) {
    return new IllegalArgumentException(
        "--webhook is \""
            + address.substring(0, Math.min(address.length(), 100))
            + "\". "
            + advice);
  }

  /// Whether a host is this machine, by its literal address: names are not looked up.
  public static boolean isLoopback(String host) {
    if (host.equalsIgnoreCase("localhost")) {
      return true;
    }
    try {
      return InetAddress.ofLiteral(host.replaceAll("[\\[\\]]", "")).isLoopbackAddress();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /// The body of a call: that something waits, and at which server.
  public static String body(URI server) {
    // an address has no character that JSON escapes
    return "{\"waiting\":true,\"server\":\"" + server.toASCIIString() + "\"}";
  }

  /// The header `X-Parley-Signature`: the second of the call, and the HMAC-SHA256 of that second, a
  /// full stop and the body.
  public String signature(Instant now, String body) {
    String second = Long.toString(now.getEpochSecond());
    return "t=" + second + ",v1=" + hmac(second + "." + body);
  }

  private String hmac(String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }

  /// Without the secret. The path may be one as well.
  @Override
  public String toString() {
    return address.getScheme() + "://" + address.getAuthority();
  }
}
