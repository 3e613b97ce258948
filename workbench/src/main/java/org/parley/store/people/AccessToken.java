package org.parley.store.people;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An API token of a program, with its expiry.
///
/// @param name its name, also the author of its changes
/// @param role the name of its role
/// @param party the party whose view it has; null for none
/// @param created the time of creation
/// @param expires the time of expiry
/// @param readOnly whether it changes nothing
public record AccessToken(
    String name,
    String role,
    @Nullable String party,
    Instant created,
    Instant expires,
    boolean readOnly) {

  /// How long the former secret of a rotated token stays good, in hours.
  public static final int USUAL_OVERLAP_HOURS = 24;

  /// The longest overlap in hours: a week.
  public static final int MOST_OVERLAP_HOURS = 168;

  /// How long before its expiry mediators are reminded.
  private static final Duration SOON = Duration.ofDays(14);

  /// The default lifetime in days.
  public static final int USUAL_DAYS = 90;

  /// The longest lifetime in days.
  public static final int MOST_DAYS = 366;

  /// The expiry of a token made now.
  public static Instant expiry(Instant now, int days) {
    return now.plus(Duration.ofDays(days));
  }

  /// Whether it expires within two weeks.
  public boolean expiresSoon(Instant now) {
    return !isExpired(now) && expires.isBefore(now.plus(SOON));
  }

  /// The same with another expiry.
  AccessToken until(Instant other) {
    return new AccessToken(name, role, party, created, other, readOnly);
  }

  public boolean isExpired(Instant now) {
    return !now.isBefore(expires);
  }

  /// The account it acts as.
  public Account account() {
    return new Account(name, role, party, created);
  }
}
