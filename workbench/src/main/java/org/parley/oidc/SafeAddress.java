package org.parley.oidc;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/// Addresses that secrets may be sent to: HTTPS, or HTTP on this machine.
final class SafeAddress {

  private static final int LONGEST = 500;

  private SafeAddress() {}

  static Optional<URI> find(String text) {
    try {
      return text.length() > LONGEST
          ? Optional.empty()
          : Optional.of(new URI(text)).filter(SafeAddress::isSafe);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  static boolean isSafe(URI address) {
    String host = address.getHost();
    return host != null
        && address.getRawUserInfo() == null
        && address.getRawFragment() == null
        && ("https".equalsIgnoreCase(address.getScheme())
            || ("http".equalsIgnoreCase(address.getScheme()) && isLoopback(host)));
  }

  /// By its literal address: names are not looked up.
  private static boolean isLoopback(String host) {
    if (host.equalsIgnoreCase("localhost")) {
      return true;
    }
    try {
      return InetAddress.ofLiteral(host.replaceAll("[\\[\\]]", "")).isLoopbackAddress();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
