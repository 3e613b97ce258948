package org.parley.guarantees.commitment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.parley.exact.CalendarArithmetic.Length;
import org.parley.exact.CalendarArithmetic.Rounding;
import org.parley.guarantees.log.Moments;
import org.parley.model.guarantee.Within.LastInstant;

class PeriodLawTest {

  /// Summer time, none, and a day left out (Apia, 30 December 2011).
  private static final List<ZoneId> ZONES =
      List.of(ZoneId.of("Europe/Kyiv"), ZoneId.of("UTC"), ZoneId.of("Pacific/Apia"));

  private static Period period(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> new Period.Seconds(random.nextInt(1_000_000));
      case 1 -> random.nextBoolean() ? Period.hours(random.nextInt(99)) : Period.days(3);
      default ->
          new Period.Calendar(
              new Length(random.nextInt(3), random.nextInt(3), random.nextInt(3)),
              random.nextBoolean() ? Rounding.UP : Rounding.DOWN,
              ZONES.get(random.nextInt(ZONES.size())));
    };
  }

  /// Within four days the order may change: at the ends of months and where clocks change.
  @Test
  void aLaterDayGivesNoEarlierMomentAndNoneComesAfterTheMost() {
    long first = Moments.of("2011-12-25T00:00:00Z");
    for (int seed = 0; seed < 3_000; seed++) {
      Random random = new Random(seed);
      Period period = period(random);
      String what = "seed " + seed + ": " + period;
      long moment = first + random.nextInt(2 * 366 * 86_400);
      long later = moment + 4 * 86_400 + random.nextInt(3 * 86_400);
      assertTrue(period.after(moment) <= period.after(later), what);
      assertTrue(period.after(moment) >= moment, what);
      assertTrue(period.after(moment) - moment <= period.atMostSeconds(), what);
    }
  }

  /// Month ends and clock changes included; exact for seconds and within one day without a change.
  @Test
  void theBoundsOfAStretchHoldForEveryMomentInIt() {
    long first = Moments.of("2011-10-01T00:00:00Z");
    for (int seed = 0; seed < 3_000; seed++) {
      Random random = new Random(seed);
      Period period = period(random);
      long from = first + random.nextInt(200 * 86_400);
      long until = from + random.nextInt(random.nextBoolean() ? 86_400 : 6 * 86_400);
      String what = "seed " + seed + ": " + period + " from " + from + " until " + until;
      long least = period.firstAfter(from, until);
      long most = period.lastAfter(from, until);
      for (int i = 0; i < 40; i++) {
        long moment = from + (until == from ? 0 : random.nextLong(until - from + 1));
        assertTrue(least <= period.after(moment) && period.after(moment) <= most, what);
      }
      if (period instanceof Period.Seconds) {
        assertEquals(period.after(from), least, what);
        assertEquals(period.after(until), most, what);
      }
    }
    Period month = new Period.Calendar(Length.ofMonths(1), Rounding.DOWN, ZoneId.of("UTC"));
    long day = Moments.of("2026-03-05T00:00:00Z");
    assertEquals(Moments.of("2026-04-05T00:00:00Z"), month.firstAfter(day, day + 86_399));
    assertEquals(Moments.of("2026-04-05T23:59:59Z"), month.lastAfter(day, day + 86_399));
  }

  @Test
  void aCalendarKeepsTheTimeOfDay() {
    Period month = new Period.Calendar(Length.ofMonths(1), Rounding.DOWN, ZoneId.of("Europe/Kyiv"));
    assertEquals(
        Moments.of("2025-04-28T09:00:00Z"), month.after(Moments.of("2025-03-28T10:00:00Z")));
    assertEquals(Moments.NEVER, month.after(Moments.NEVER));
    assertEquals(Moments.ALWAYS, month.after(Moments.ALWAYS));
  }

  @Test
  void unitsAreSeconds() {
    assertEquals(Instant.parse("1970-01-01T02:00:00Z").getEpochSecond(), Period.hours(2).after(0));
    assertEquals(Instant.parse("1970-01-03T00:00:00Z").getEpochSecond(), Period.days(2).after(0));
    assertEquals(Moments.NEVER, new Period.Endless().after(0));
    assertTrue(new Period.Endless().atMostSeconds() > Period.days(100_000_000).atMostSeconds());
  }

  @Test
  void theLastMomentOfAnOpenWindowIsTheOneBefore() {
    assertEquals(10, new Window(new Period.Seconds(7), LastInstant.IN_TIME).last(3));
    assertEquals(9, new Window(new Period.Seconds(7), LastInstant.TOO_LATE).last(3));
    assertEquals(Moments.NEVER, new Window(new Period.Endless(), LastInstant.TOO_LATE).last(3));
  }

  @Test
  void nothingLastsLessThanNothing() {
    assertThrows(IllegalArgumentException.class, () -> new Period.Seconds(-1));
    for (Length length :
        List.of(new Length(-1, 0, 0), new Length(0, -1, 0), new Length(0, 0, -1))) {
      assertThrows(
          IllegalArgumentException.class,
          () -> new Period.Calendar(length, Rounding.UP, ZoneId.of("UTC")));
    }
  }
}
