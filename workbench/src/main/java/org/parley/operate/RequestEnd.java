package org.parley.operate;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A request that was answered, as far as it is told. Its address is not: it may name records.
///
/// @param id of the request
/// @param method as sent, or `other`
/// @param route the pattern of its address, `/claims/{id}`; or another word of few
/// @param isSealed whether it tells by its mere existence what a round keeps secret
/// @param isStream whether it stays open to tell of changes, so that its length says nothing
/// @param status of the answer
/// @param nanos from the first byte to the last
/// @param bytes of the content of the answer
/// @param account who asked; null for nobody in particular
public record RequestEnd(
    String id,
    String method,
    String route,
    boolean isSealed,
    boolean isStream,
    int status,
    long nanos,
    long bytes,
    @Nullable String account) {

  /// The route of addresses that there are not, and of requests that came to none.
  public static final String NO_ROUTE = "none";

  /// The route of requests that another server answered, which has a line of its own.
  public static final String FORWARDED = "forwarded";

  private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE");
  private static final long NANOS = 1_000_000;

  public RequestEnd {
    method = METHODS.contains(method) ? method : "other";
  }

  /// How long it took.
  public long millis() {
    return nanos / NANOS;
  }
}
