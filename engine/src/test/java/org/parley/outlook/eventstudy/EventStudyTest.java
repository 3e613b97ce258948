package org.parley.outlook.eventstudy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.exact.Finding;
import org.parley.exact.Rational;
import org.parley.outlook.eventstudy.EventStudy.DayLeftOut;
import org.parley.outlook.eventstudy.EventStudy.Reason;

class EventStudyTest {

  /// A value a day from 3 November 2025, a Monday; weekends too.
  private static List<Reading> daily(int... values) {
    List<Reading> readings = new ArrayList<>();
    LocalDate day = LocalDate.of(2025, 11, 3);
    for (int value : values) {
      readings.add(new Reading(day, day, BigDecimal.valueOf(value)));
      day = day.plusDays(1);
    }
    return readings;
  }

  private static EventStudy study(List<Reading> readings, int length, LocalDate... days) {
    return EventStudy.of(readings, List.of(days), length).findAnswer().orElseThrow();
  }

  /// By hand: 1 1 | 5 5 changes by 4. Positions without a value in common are those at 2 less and
  /// at 2 more or beyond: 1 1 | 1 1 does, and 5 5 | 6 4, 5 6 | 4 4, 6 4 | 4 4.
  @Test
  void ranksAreCountedByHand() {
    List<Reading> readings = daily(1, 1, 1, 1, 5, 5, 6, 4, 4, 4);
    EventWindow window = study(readings, 2, LocalDate.of(2025, 11, 7)).windows().getFirst();
    assertEquals(Rational.ONE, window.before());
    assertEquals(Rational.of(5), window.after());
    assertEquals(Rational.of(4), window.change());
    assertEquals(LocalDate.of(2025, 11, 5), window.from());
    assertEquals(LocalDate.of(2025, 11, 8), window.until());
    // only 6 4 | 4 4 begins after 8 November
    assertEquals(1, window.placebos());
    assertEquals(Rational.of(-1), window.low());
    assertEquals(Rational.of(1, 2), window.chance());
    assertFalse(window.isTold());
  }

  /// Three days with shares of 1/100, 1/40 and 1/4 of their positions become 3/100, 1/20 and 1/4.
  @Test
  void sharesAreCorrectedByHolm() {
    List<Reading> readings = new ArrayList<>();
    LocalDate start = LocalDate.of(2025, 1, 1);
    for (int i = 0; i < 40; i++) {
      int value = i == 10 ? 100 : i == 20 ? 50 : i % 2;
      readings.add(new Reading(start.plusDays(i), start.plusDays(i), BigDecimal.valueOf(value)));
    }
    EventStudy study =
        study(readings, 1, start.plusDays(10), start.plusDays(20), start.plusDays(31));
    List<EventWindow> windows = study.windows();
    // 100 up is the largest change of all 37 positions; the fall after it is as large and apart
    assertEquals(windows.get(0).chance(), Rational.of(1 + windows.get(0).asLarge(), 37));
    assertEquals(windows.get(0).chance().times(Rational.of(3)), windows.get(0).corrected());
    assertEquals(
        max(windows.get(0).corrected(), windows.get(1).chance().times(Rational.of(2))),
        windows.get(1).corrected());
  }

  private static Rational max(Rational one, Rational other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  /// The month of the event belongs to neither side.
  @Test
  void aMonthInWhichItHappenedIsLeftOut() {
    List<Reading> readings = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      YearMonth month = YearMonth.of(2025, 1).plusMonths(i);
      readings.add(
          new Reading(month.atDay(1), month.atEndOfMonth(), BigDecimal.valueOf(i == 6 ? 99 : i)));
    }
    EventWindow window = study(readings, 2, LocalDate.of(2025, 7, 20)).windows().getFirst();
    assertEquals(LocalDate.of(2025, 5, 1), window.from());
    assertEquals(LocalDate.of(2025, 9, 30), window.until());
    assertEquals(Rational.of(9, 2), window.before());
    assertEquals(Rational.of(15, 2), window.after());
  }

  @Test
  void weekdaysWithoutAValueAreCounted() {
    List<Reading> readings = new ArrayList<>();
    LocalDate start = LocalDate.of(2025, 11, 3);
    for (int i = 0; i < 40; i++) {
      LocalDate day = start.plusDays(i);
      if (day.getDayOfWeek().getValue() <= 5 && i != 17 && i != 18) {
        readings.add(new Reading(day, day, BigDecimal.valueOf(i)));
      }
    }
    EventWindow window = study(readings, 4, start.plusDays(17)).windows().getFirst();
    assertEquals(2, window.missing());
    assertEquals(start.plusDays(21), window.day().plusDays(4));
  }

  @Test
  void daysWithoutAWindowSayWhy() {
    List<Reading> readings = daily(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    LocalDate first = readings.getFirst().first();
    Finding<EventStudy> finding =
        EventStudy.of(
            readings, List.of(first.plusDays(1), first.plusDays(5), first.plusDays(9)), 4);
    Finding.Impossible<?> none = assertInstanceOf(Finding.Impossible.class, finding);
    assertEquals(
        new EventStudy.NoWindow(
            4,
            List.of(
                new DayLeftOut(first.plusDays(1), Reason.TOO_EARLY),
                new DayLeftOut(first.plusDays(5), Reason.NO_PLACEBO),
                new DayLeftOut(first.plusDays(9), Reason.TOO_LATE))),
        none.certificate());
  }

  @Test
  void aWindowHasALength() {
    assertThrows(IllegalArgumentException.class, () -> EventStudy.of(daily(1), List.of(), 0));
    assertThrows(IllegalArgumentException.class, () -> EventStudy.of(daily(1), List.of(), 121));
  }

  /// 2 days with the same values before and after are one position, and counted once.
  @Test
  void daysOfOneWeekendAreOnePosition() {
    List<Reading> readings = new ArrayList<>();
    LocalDate start = LocalDate.of(2025, 11, 3);
    for (int i = 0; i < 40; i++) {
      LocalDate day = start.plusDays(i);
      if (day.getDayOfWeek().getValue() <= 5) {
        readings.add(new Reading(day, day, BigDecimal.valueOf(i % 3)));
      }
    }
    EventStudy study = study(readings, 3, start.plusDays(19), start.plusDays(20));
    assertEquals(1, study.windows().size());
    assertEquals(study.windows().getFirst().chance(), study.windows().getFirst().corrected());
  }
}
