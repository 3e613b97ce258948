package org.parley.store.anchor;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Where anchors are kept, and how they are made.
///
/// @param file the file of anchors, which is appended to; of many cases, the folder of their files
/// @param key the private key, as PEM
/// @param every how often a served journal is anchored
/// @param authority the address of an authority for time stamps (RFC 3161); null for none
public record AnchorPlan(Path file, Path key, Duration every, @Nullable URI authority) {

  /// The plan of one case among many.
  ///
  /// @param id its id
  public AnchorPlan ofCase(String id) {
    return new AnchorPlan(file.resolve(id + ".anchors"), key, every, authority);
  }

  /// Whether an authority can be asked at an address. It needs no TLS: its answers are signed.
  public static boolean isAuthority(URI address) {
    return ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
        && address.getHost() != null
        && address.getUserInfo() == null;
  }
}
