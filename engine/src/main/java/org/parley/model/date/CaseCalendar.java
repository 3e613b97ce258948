package org.parley.model.date;

import java.time.ZoneId;

/// How the case counts time: where its days begin, and what a date means that a month does not
/// have.
///
/// @param zone the time zone in which days begin
/// @param rounding what 31 January and one month come to
public record CaseCalendar(ZoneId zone, Rounding rounding) {

  /// What a date means that a month does not have: 31 January and one month.
  public enum Rounding {
    /// The last day before: 28 or 29 February.
    DOWN,
    /// The first day after: 1 March.
    UP
  }

  /// Where a case does not say: days of UTC, rounded down.
  public static final CaseCalendar UTC = new CaseCalendar(ZoneId.of("UTC"), Rounding.DOWN);
}
