package org.parley.store.people;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An API token of a program, with its expiry.
///
/// @param name the name under which it is known here, and its changes are recorded
/// @param role the name of its role
/// @param party the party whose eyes these are; absent where it is nobody's
/// @param created since when
/// @param expires from when on it is refused
public record AccessToken(
    String name, String role, @Nullable String party, Instant created, Instant expires) {

  /// How many days a token is good for where nobody chooses.
  public static final int USUAL_DAYS = 90;

  /// The most days.
  public static final int MOST_DAYS = 366;

  /// When a token made now expires.
  public static Instant expiry(Instant now, int days) {
    return now.plus(Duration.ofDays(days));
  }

  public boolean isExpired(Instant now) {
    return !now.isBefore(expires);
  }

  /// The account it stands for.
  public Account account() {
    return new Account(name, role, party, created);
  }
}
