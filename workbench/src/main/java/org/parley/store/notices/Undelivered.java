package org.parley.store.notices;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A notice that is not delivered.
///
/// @param account the account it is for; null for the webhook
/// @param trouble the reason, as the other server or the network gave it; empty if it was not tried
public record Undelivered(
    @Nullable String account, Instant made, int attempts, State state, String trouble) {

  /// Where it stands.
  public enum State {
    /// It is tried, or tried again later.
    DUE,
    /// It is being sent.
    SENDING,
    /// It is given up.
    FAILED,
    /// It is given up and may have arrived: the connection or the server ended before each answer.
    UNKNOWN
  }
}
