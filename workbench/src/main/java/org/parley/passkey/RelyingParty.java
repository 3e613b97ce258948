package org.parley.passkey;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The server as authenticators know it: a passkey made for it answers nobody else.
///
/// @param id the RP id: a host name
/// @param origin scheme, host and port as browsers send them: `https://parley.example.org`
public record RelyingParty(String id, String origin) {

  private static final String LOCALHOST = "localhost";

  /// That of a server at an address; empty where browsers have no passkeys: an IP address, or plain
  /// HTTP to another host than `localhost`.
  public static Optional<RelyingParty> of(URI address) {
    String scheme = lower(address.getScheme());
    String host = lower(address.getHost());
    boolean isSecure = scheme.equals("https") || (scheme.equals("http") && host.equals(LOCALHOST));
    // the last label of a name has a letter, that of an IPv4 address has none
    boolean isName = host.matches("[a-z0-9.-]*[a-z][a-z0-9-]*");
    if (!isSecure || !isName) {
      return Optional.empty();
    }
    int port = address.getPort();
    boolean isUsual = port < 0 || port == (scheme.equals("https") ? 443 : 80);
    return Optional.of(new RelyingParty(host, scheme + "://" + host + (isUsual ? "" : ":" + port)));
  }

  private static String lower(@Nullable String part) {
    return part == null ? "" : part.toLowerCase(Locale.ROOT);
  }

  /// Whether a browser at an origin can use its passkeys.
  public boolean isAt(String other) {
    return origin.equals(other.toLowerCase(Locale.ROOT));
  }
}
