package org.parley.web.publish;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.Locale;
import org.parley.publication.PublicationException;
import org.parley.publication.PublicationFault;

/// Where pages are published, and when.
///
/// @param origin scheme and host: `https://example.org`
/// @param base the path that all of them are under, without a slash at its end; empty for none
/// @param day of publication
public record PublicationSite(String origin, String base, LocalDate day) {

  /// The site at an address.
  ///
  /// @param address `https://example.org/talks`
  /// @throws PublicationException if no pages can be published there
  public static PublicationSite at(String address, LocalDate day) throws PublicationException {
    try {
      URI uri = new URI(address.strip());
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      boolean isWeb = scheme.equals("https") || scheme.equals("http");
      if (isWeb && isPlain(uri)) {
        String path = uri.getPath().replaceAll("/+$", "");
        return new PublicationSite(
            scheme + "://" + uri.getAuthority().toLowerCase(Locale.ROOT), path, day);
      }
    } catch (URISyntaxException e) {
      // refused below
    }
    throw new PublicationException(PublicationFault.UNUSABLE_PUBLICATION_ADDRESS, address);
  }

  private static boolean isPlain(URI uri) {
    return uri.getHost() != null
        && uri.getUserInfo() == null
        && uri.getRawQuery() == null
        && uri.getRawFragment() == null
        && uri.getRawPath().matches("(?:/[A-Za-z0-9][A-Za-z0-9._~-]*)*/?");
  }

  /// The host, with a port where it has one.
  public String host() {
    return origin.substring(origin.indexOf("://") + 3);
  }

  /// Whether it is read over TLS.
  public boolean isSecure() {
    return origin.startsWith("https:");
  }

  /// The whole address of a file or page of the site.
  public String address(String below) {
    return origin + base + "/" + below;
  }
}
