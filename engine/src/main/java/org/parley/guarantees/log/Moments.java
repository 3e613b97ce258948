package org.parley.guarantees.log;

import java.time.Instant;

/// Moments as whole seconds since 1970-01-01T00:00Z.
public final class Moments {

  /// Before every moment.
  public static final long ALWAYS = Long.MIN_VALUE;

  /// After every moment; also the knowledge cut that includes every entry.
  public static final long NEVER = Long.MAX_VALUE;

  private Moments() {}

  /// The second that holds this instant.
  public static long of(Instant instant) {
    return instant.equals(Instant.MIN)
        ? ALWAYS
        : instant.equals(Instant.MAX) ? NEVER : instant.getEpochSecond();
  }

  /// The moment of an ISO instant such as `2026-02-03T00:00:00Z`.
  public static long of(String isoInstant) {
    return Instant.parse(isoInstant).getEpochSecond();
  }

  /// The moment as an ISO instant, or `always`, `never`.
  public static String text(long moment) {
    return moment == ALWAYS
        ? "always"
        : moment == NEVER ? "never" : Instant.ofEpochSecond(moment).toString();
  }

  /// `moment` plus `seconds`, saturated.
  public static long plus(long moment, long seconds) {
    if (moment == NEVER || moment == ALWAYS) {
      return moment;
    }
    long sum = moment + seconds;
    return ((moment ^ sum) & (seconds ^ sum)) < 0 ? (seconds > 0 ? NEVER : ALWAYS) : sum;
  }
}
