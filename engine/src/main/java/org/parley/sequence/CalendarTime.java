package org.parley.sequence;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/// Converts units of a [TimeScale] to the calendar, years 1 to 9999.
public sealed interface CalendarTime {

  /// A day.
  record Day(LocalDate day) implements CalendarTime {}

  /// A minute of a day.
  record Minute(OffsetDateTime moment) implements CalendarTime {}

  /// Beyond the year 9999.
  ///
  /// @param length the units after the origin
  record AfterCalendar(long length, LocalDate origin) implements CalendarTime {}

  /// Before the year 1.
  ///
  /// @param length the units before the origin
  record BeforeCalendar(long length, LocalDate origin) implements CalendarTime {}
}
