package org.parley.model;

import java.time.ZoneId;

/// The calendar of a case: its time zone, and the rounding of dates that a month lacks.
///
/// @param zone the time zone in which days begin
/// @param rounding the rounding of 31 January plus one month
public record CaseCalendar(ZoneId zone, Rounding rounding) {

  /// The rounding of dates that a month lacks: 31 January plus one month.
  public enum Rounding {
    /// The last day before: 28 or 29 February.
    DOWN,
    /// The first day after: 1 March.
    UP
  }

  /// The default: days of UTC, rounded down.
  public static final CaseCalendar UTC = new CaseCalendar(ZoneId.of("UTC"), Rounding.DOWN);
}
