package org.parley.store.people;

import java.time.Instant;

/// A session that is open.
///
/// @param id the beginning of the hash of its secret; it opens nothing
/// @param device browser and system in words; empty if not known
/// @param begun when somebody signed in
/// @param used when it was last used, to the minute
public record OpenSession(String id, String device, Instant begun, Instant used) {

  static final int ID_LENGTH = 16;

  /// Whether it is the session with this secret.
  public boolean isOf(String secret) {
    return Secrets.hash(secret).startsWith(id);
  }
}
