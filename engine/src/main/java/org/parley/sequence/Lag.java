package org.parley.sequence;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;

/// A calendar period: years, months and days, added in this order.
///
/// Years and months are added together and the day rounded once; then the days are added. The
/// semantics is that of Monat, Fromherz and Merigoux (2024), "Formalizing date arithmetic and
/// statically detecting ambiguities for the law".
///
/// @param years years, of either sign
/// @param months months, of either sign
/// @param days days, of either sign
/// @param rounding the rounding of a day that a month lacks
public record Lag(int years, int months, int days, Rounding rounding) {

  private static final int MONTHS_OF_A_YEAR = 12;

  /// Years and months repeat after this many months.
  private static final int CYCLE_MONTHS = 4800;

  public static Lag ofDays(int days) {
    return new Lag(0, 0, days, Rounding.DOWN);
  }

  public static Lag ofMonths(int months, Rounding rounding) {
    return new Lag(0, months, 0, rounding);
  }

  /// Whether its number of days is independent of the start date.
  public boolean isExact() {
    return wholeMonths() == 0;
  }

  private long wholeMonths() {
    return (long) years * MONTHS_OF_A_YEAR + months;
  }

  /// The day this long after `day`.
  ///
  /// @throws IllegalArgumentException if the result is outside the supported years
  public LocalDate after(LocalDate day) {
    try {
      YearMonth month = YearMonth.from(day).plusMonths(wholeMonths());
      LocalDate rounded =
          day.getDayOfMonth() <= month.lengthOfMonth()
              ? month.atDay(day.getDayOfMonth())
              : switch (rounding) {
                case UP -> month.plusMonths(1).atDay(1);
                case DOWN -> month.atEndOfMonth();
              };
      return rounded.plusDays(days);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "adding "
              + Period.of(years, months, days)
              + " to "
              + day
              + " leaves the calendar. Maybe a number has too many digits.",
          e);
    }
  }

  /// Whether its sum with `day` depends on the rounding.
  public boolean isAmbiguousAt(LocalDate day) {
    return day.getDayOfMonth() > YearMonth.from(day).plusMonths(wholeMonths()).lengthOfMonth();
  }

  /// The fewest days over all start dates.
  public long fewestDays() {
    return extreme(false);
  }

  /// The most days over all start dates.
  public long mostDays() {
    return extreme(true);
  }

  private long extreme(boolean most) {
    if (isExact()) {
      return days;
    }
    long extreme = most ? Long.MIN_VALUE : Long.MAX_VALUE;
    LocalDate cycle = LocalDate.of(2000, 1, 1);
    for (int month = 0; month < CYCLE_MONTHS; month++) {
      LocalDate first = cycle.plusMonths(month);
      for (int day = 1; day <= first.lengthOfMonth(); day++) {
        if (day > 1 && day < MIDMONTH) {
          continue;
        }
        LocalDate from = first.withDayOfMonth(day);
        long length = after(from).toEpochDay() - from.toEpochDay();
        extreme = most ? Math.max(extreme, length) : Math.min(extreme, length);
      }
    }
    return extreme;
  }

  /// From the 2nd to this day, every month behaves as on the 1st.
  private static final int MIDMONTH = 28;
}
