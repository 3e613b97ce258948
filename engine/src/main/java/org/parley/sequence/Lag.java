package org.parley.sequence;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.List;

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

  /// The first and the last day of 400 years, after which years and months repeat.
  private static final List<LocalDate> FIRST_AND_LAST =
      List.of(LocalDate.of(2000, 1, 1), LocalDate.of(2399, 12, 31));

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
    return isExact() ? days : days + range().fewest();
  }

  /// The most days over all start dates.
  public long mostDays() {
    return isExact() ? days : days + range().most();
  }

  private DayRange range() {
    // both ends of a cycle of the calendar must be in it
    FIRST_AND_LAST.forEach(this::after);
    return DayRange.of(wholeMonths(), rounding);
  }
}
