package org.parley.web.ledger;

import java.time.LocalDate;

/// The span of a bar of the timeline: such that there are at most 190 from end to end.
enum TimelineUnit {
  DAY,
  WEEK,
  MONTH,
  YEAR;

  private static final int MOST_BARS = 190;

  static TimelineUnit of(DayAxis axis) {
    long days = axis.length();
    return days <= MOST_BARS
        ? DAY
        : days <= 7L * MOST_BARS ? WEEK : days <= 30L * MOST_BARS ? MONTH : YEAR;
  }

  LocalDate start(LocalDate day) {
    return switch (this) {
      case DAY -> day;
      case WEEK -> day.minusDays(day.getDayOfWeek().getValue() - 1L);
      case MONTH -> day.withDayOfMonth(1);
      case YEAR -> day.withDayOfYear(1);
    };
  }

  LocalDate next(LocalDate start) {
    return switch (this) {
      case DAY -> start.plusDays(1);
      case WEEK -> start.plusWeeks(1);
      case MONTH -> start.plusMonths(1);
      case YEAR -> start.plusYears(1);
    };
  }
}
