package org.parley.sequence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/// Converts dates to integers: units from midnight of one day in one time zone.
///
/// Days are calendar days of any length in hours; minutes are elapsed minutes. Years 1 to 9999.
///
/// @param unit the unit
/// @param origin the day whose first moment is 0
/// @param zone the time zone in which days begin
public record TimeScale(Unit unit, LocalDate origin, ZoneId zone) {

  /// The unit of a scale.
  public enum Unit {
    DAY,
    MINUTE
  }

  private static final int LAST_YEAR = 9999;

  public TimeScale {
    checkYear(origin);
  }

  /// Days from `origin` in UTC.
  public static TimeScale ofDays(LocalDate origin) {
    return new TimeScale(Unit.DAY, origin, ZoneId.of("UTC"));
  }

  /// The first unit of a day.
  public long at(LocalDate day) {
    checkYear(day);
    return switch (unit) {
      case DAY -> ChronoUnit.DAYS.between(origin, day);
      case MINUTE -> minutes(day.atStartOfDay(zone).toInstant());
    };
  }

  /// The unit that contains a moment.
  public long at(Instant moment) {
    return switch (unit) {
      case DAY -> at(moment.atZone(zone).toLocalDate());
      case MINUTE -> minutes(moment);
    };
  }

  private long minutes(Instant moment) {
    return Math.floorDiv(
        ChronoUnit.SECONDS.between(origin.atStartOfDay(zone).toInstant(), moment), 60L);
  }

  /// The day of a unit.
  ///
  /// @throws IllegalArgumentException if it is outside the years 1 to 9999
  public LocalDate dayOf(long time) {
    LocalDate day =
        switch (unit) {
          case DAY -> checkYear(epochDay(Math.addExact(origin.toEpochDay(), time)));
          case MINUTE -> moment(time).toLocalDate();
        };
    return checkYear(day);
  }

  private static LocalDate epochDay(long day) {
    if (day < LocalDate.MIN.toEpochDay() || day > LocalDate.MAX.toEpochDay()) {
      throw beyond("day " + day);
    }
    return LocalDate.ofEpochDay(day);
  }

  /// The first moment of a unit.
  public ZonedDateTime moment(long time) {
    return switch (unit) {
      case DAY -> dayOf(time).atStartOfDay(zone);
      case MINUTE -> origin.atStartOfDay(zone).plusMinutes(time);
    };
  }

  /// The calendar position of a unit. The last day of the year 9999 and the first of the year 1
  /// count as beyond: a zone may shift them.
  public CalendarTime calendarTime(long time) {
    long days = unit == Unit.DAY ? time : Math.floorDiv(time, 1440L);
    long day = Math.addExact(origin.toEpochDay(), days);
    if (day > LocalDate.of(LAST_YEAR, 12, 30).toEpochDay()) {
      return new CalendarTime.AfterCalendar(time, origin);
    }
    if (day < LocalDate.of(1, 1, 2).toEpochDay()) {
      return new CalendarTime.BeforeCalendar(Math.negateExact(time), origin);
    }
    return switch (unit) {
      case DAY -> new CalendarTime.Day(dayOf(time));
      case MINUTE ->
          new CalendarTime.Minute(moment(time).toOffsetDateTime().truncatedTo(ChronoUnit.MINUTES));
    };
  }

  private static LocalDate checkYear(LocalDate day) {
    if (day.getYear() < 1 || day.getYear() > LAST_YEAR) {
      throw beyond(day.toString());
    }
    return day;
  }

  private static IllegalArgumentException beyond(String what) {
    return new IllegalArgumentException(
        "reading a date: "
            + what
            + " is not in the years 1 to 9999. Maybe the year has a digit too many.");
  }
}
