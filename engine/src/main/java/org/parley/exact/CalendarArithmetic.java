package org.parley.exact;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;

/// Calendar arithmetic: adds years, months and days to a date. The caller chooses the rounding of
/// sums such as 31 March plus one month.
///
/// Years and months are added first, together; if the month reached has no such day, the rounding
/// decides; then the days are added. The order follows Monat, Fromherz and Merigoux, "Formalizing
/// Date Arithmetic and Statically Detecting Ambiguities for the Law" (ESOP 2024). Adding is
/// monotone: a later date never gives an earlier sum. It is not associative: one month twice is not
/// always two months.
public final class CalendarArithmetic {

  private CalendarArithmetic() {}

  /// The rounding if the month reached is too short.
  public enum Rounding {
    /// The first day of the next month: 31 March + 1 month = 1 May.
    UP,
    /// The last day of the month: 31 March + 1 month = 30 April.
    DOWN,
    /// Refuse: the sum is ambiguous.
    REFUSE
  }

  /// A length of time in calendar units, each of which may be negative.
  public record Length(int years, int months, int days) {

    public static Length ofDays(int days) {
      return new Length(0, 0, days);
    }

    public static Length ofMonths(int months) {
      return new Length(0, months, 0);
    }

    public static Length ofYears(int years) {
      return new Length(years, 0, 0);
    }
  }

  /// The date `length` after `date`.
  ///
  /// @throws DateTimeException if the sum is ambiguous under [Rounding#REFUSE], or leaves the
  ///   calendar
  public static LocalDate plus(LocalDate date, Length length, Rounding rounding) {
    long months = Math.addExact(Math.multiplyExact(12L, length.years()), length.months());
    YearMonth reached = YearMonth.from(date).plusMonths(months);
    LocalDate rounded =
        reached.isValidDay(date.getDayOfMonth())
            ? reached.atDay(date.getDayOfMonth())
            : switch (rounding) {
              case UP -> reached.plusMonths(1).atDay(1);
              case DOWN -> reached.atEndOfMonth();
              case REFUSE ->
                  throw new DateTimeException(
                      "adding "
                          + length
                          + " to "
                          + date
                          + ": "
                          + reached
                          + " has no day "
                          + date.getDayOfMonth()
                          + ". Maybe declare whether to round up or down");
            };
    return rounded.plusDays(length.days());
  }

  /// Whether rounding makes a difference to this sum.
  public static boolean isAmbiguous(LocalDate date, Length length) {
    return !plus(date, length, Rounding.UP).equals(plus(date, length, Rounding.DOWN));
  }

  public static LocalDate firstDayOfMonth(LocalDate date) {
    return YearMonth.from(date).atDay(1);
  }

  public static LocalDate lastDayOfMonth(LocalDate date) {
    return YearMonth.from(date).atEndOfMonth();
  }
}
