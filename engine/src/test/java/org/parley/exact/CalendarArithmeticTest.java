package org.parley.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.parley.exact.CalendarArithmetic.Length;
import org.parley.exact.CalendarArithmetic.Rounding;

class CalendarArithmeticTest {

  private static final LocalDate LATE_MARCH = LocalDate.of(2012, 3, 31);

  @Test
  void aMonthAfterTheThirtyFirstIsWhatTheRoundingSays() {
    assertEquals(
        LocalDate.of(2012, 5, 1),
        CalendarArithmetic.plus(LATE_MARCH, Length.ofMonths(1), Rounding.UP));
    assertEquals(
        LocalDate.of(2012, 4, 30),
        CalendarArithmetic.plus(LATE_MARCH, Length.ofMonths(1), Rounding.DOWN));
    assertTrue(CalendarArithmetic.isAmbiguous(LATE_MARCH, Length.ofMonths(1)));
  }

  @Test
  void refusingNamesTheSumAndGivesAdvice() {
    DateTimeException refused =
        assertThrows(
            DateTimeException.class,
            () -> CalendarArithmetic.plus(LATE_MARCH, Length.ofMonths(1), Rounding.REFUSE));
    assertTrue(String.valueOf(refused.getMessage()).contains("2012-03-31"), refused.getMessage());
    assertTrue(String.valueOf(refused.getMessage()).contains("Maybe"), refused.getMessage());
  }

  @Test
  void fifteenYearsFromALeapDay() {
    LocalDate leap = LocalDate.of(2028, 2, 29);
    assertEquals(
        LocalDate.of(2043, 2, 28),
        CalendarArithmetic.plus(leap, Length.ofYears(15), Rounding.DOWN));
    assertEquals(
        LocalDate.of(2043, 3, 1), CalendarArithmetic.plus(leap, Length.ofYears(15), Rounding.UP));
    assertEquals(
        LocalDate.of(2032, 2, 29),
        CalendarArithmetic.plus(leap, Length.ofYears(4), Rounding.REFUSE));
  }

  @Test
  void daysAreAddedAfterTheMonthIsRounded() {
    assertEquals(
        LocalDate.of(2012, 5, 2),
        CalendarArithmetic.plus(LATE_MARCH, new Length(0, 1, 1), Rounding.UP));
    assertEquals(
        LocalDate.of(2012, 5, 1),
        CalendarArithmetic.plus(LATE_MARCH, new Length(0, 1, 1), Rounding.DOWN));
    assertFalse(CalendarArithmetic.isAmbiguous(LATE_MARCH, Length.ofDays(45)));
  }

  @Test
  void aLaterDateNeverGivesAnEarlierSum() {
    for (Rounding rounding : new Rounding[] {Rounding.UP, Rounding.DOWN}) {
      for (int months = -25; months <= 25; months++) {
        LocalDate before = LocalDate.MIN;
        for (LocalDate day = LocalDate.of(2011, 12, 1);
            day.isBefore(LocalDate.of(2013, 3, 2));
            day = day.plusDays(1)) {
          LocalDate sum = CalendarArithmetic.plus(day, Length.ofMonths(months), rounding);
          assertFalse(sum.isBefore(before), day + " + " + months + " months " + rounding);
          before = sum;
        }
      }
    }
  }
}
