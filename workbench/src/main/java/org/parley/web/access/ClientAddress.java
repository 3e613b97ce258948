package org.parley.web.access;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The origin of a request for throttling: the client address, or its network if one client has
/// many addresses.
final class ClientAddress {

  private static final Pattern WITH_PORT =
      Pattern.compile("\\[([0-9A-Fa-f:.%]+)](?::\\d{1,5})?|([0-9.]+):\\d{1,5}");
  private static final Pattern ADDRESS =
      Pattern.compile("[0-9.]{7,15}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

  /// One client usually has an IPv6 network of this many bytes to itself.
  private static final int NETWORK_BYTES = 8;

  private static final int MOST_HOPS = 64;

  private ClientAddress() {}

  /// The client address of a request.
  ///
  /// Each proxy appends to `X-Forwarded-For`. Read from the right, addresses up to the first
  /// untrusted one are reliable. Those further left, or in an earlier line of the header, may be
  /// forged.
  ///
  /// @param peer the connecting address
  /// @param forwarded the lines of the header in their order; empty without a proxy
  /// @param proxies the trusted proxies; if empty, only the peer is used
  static String of(String peer, List<String> forwarded, Set<String> proxies) {
    String seen = peer;
    if (isProxy(peer, proxies) || proxies.isEmpty()) {
      String[] hops = String.join(",", forwarded).split(",", -1);
      int last = Math.max(0, hops.length - MOST_HOPS);
      for (int i = hops.length - 1; i >= last && !forwarded.isEmpty(); i--) {
        Optional<InetAddress> hop = address(hops[i]);
        if (hop.isEmpty()) {
          break;
        }
        seen = hop.get().getHostAddress();
        if (!isProxy(seen, proxies)) {
          break;
        }
      }
    }
    return network(seen);
  }

  private static boolean isProxy(String address, Set<String> proxies) {
    return address(address)
        .filter(each -> proxies.stream().flatMap(p -> address(p).stream()).anyMatch(each::equals))
        .isPresent();
  }

  /// Parses an address; names are not looked up.
  static Optional<InetAddress> address(String word) {
    String bare = word.strip();
    Matcher port = WITH_PORT.matcher(bare);
    if (port.matches()) {
      bare = port.group(1) != null ? port.group(1) : port.group(2);
    }
    int zone = bare.indexOf('%');
    bare = zone < 0 ? bare : bare.substring(0, zone);
    if (!ADDRESS.matcher(bare).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.ofLiteral(bare));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static String network(String word) {
    return address(word)
        .map(
            each ->
                switch (each) {
                  case Inet4Address four -> four.getHostAddress();
                  case Inet6Address six -> network(six);
                  default -> each.getHostAddress();
                })
        .orElse(word);
  }

  private static String network(Inet6Address address) {
    byte[] bytes = address.getAddress();
    for (int i = NETWORK_BYTES; i < bytes.length; i++) {
      bytes[i] = 0;
    }
    try {
      return InetAddress.getByAddress(bytes).getHostAddress() + "/64";
    } catch (UnknownHostException e) {
      throw new IllegalStateException("sixteen bytes are an address", e);
    }
  }
}
