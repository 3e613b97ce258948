package org.parley.newsfeed;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;

/// Tells addresses of the public web from those of this machine and its network.
///
/// A person may watch a feed of their own network. But what a feed names is followed only to the
/// host of the feed, or into the public web (SSRF).
final class PublicAddress {

  private PublicAddress() {}

  /// Whether it is an address of HTTP with a host.
  static boolean isWeb(URI address) {
    String scheme = address.getScheme();
    return scheme != null
        && (scheme.toLowerCase(Locale.ROOT).equals("https")
            || scheme.toLowerCase(Locale.ROOT).equals("http"))
        && address.getHost() != null
        && address.getUserInfo() == null;
  }

  /// Whether an address that a feed names may be asked.
  static boolean mayFollow(URI feed, URI address) throws UnknownHostException {
    return isWeb(address)
        && (address.getAuthority().equalsIgnoreCase(feed.getAuthority())
            || Arrays.stream(InetAddress.getAllByName(address.getHost()))
                .allMatch(PublicAddress::isPublic));
  }

  private static boolean isPublic(InetAddress address) {
    byte[] bytes = address.getAddress();
    boolean isUniqueLocal = bytes.length == 16 && (bytes[0] & 0xFE) == 0xFC;
    boolean isShared = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xC0) == 64;
    return !(address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()
        || isUniqueLocal
        || isShared);
  }
}
