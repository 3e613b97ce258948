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
import org.parley.guarantees.commitment.Window.Edge;
import org.parley.guarantees.log.Moments;

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
    assertEquals(10, new Window(new Period.Seconds(7), Edge.CLOSED).last(3));
    assertEquals(9, new Window(new Period.Seconds(7), Edge.OPEN).last(3));
    assertEquals(Moments.NEVER, new Window(new Period.Endless(), Edge.OPEN).last(3));
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
