package org.parley.outlook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.parley.exact.Rational;
import org.parley.reference.DoneTimes;

class TimeToDoneTest {

  /// Withdrawal of troops, as others counted it: 14 accords, 4 in the first year, 8 by the second.
  private static final DoneTimes WITHDRAWAL = times("4+0 4+1 1+0 0+0 0+0 0+0 0+1 0+0 0+0 0+3");

  private static DoneTimes times(String years) {
    List<Integer> done = new ArrayList<>();
    List<Integer> left = new ArrayList<>();
    for (String year : years.split(" ", -1)) {
      String[] counts = year.split("\\+", -1);
      done.add(Integer.valueOf(counts[0]));
      left.add(Integer.valueOf(counts[1]));
    }
    return new DoneTimes(done, left, 0);
  }

  @Test
  void anAccordThatLeftCountsAsLongAsItWasSeen() {
    TimeToDone time = TimeToDone.of(WITHDRAWAL);
    assertEquals(Rational.of(4, 14), time.doneBy(1));
    assertEquals(Rational.of(8, 14), time.doneBy(2));
    // one left after the second year: of the six undone, five are seen in the third
    assertEquals(Rational.ONE.minus(Rational.of(6, 14).times(Rational.of(4, 5))), time.doneBy(3));
    assertEquals(time.doneBy(3), time.doneBy(10));
    assertEquals(
        List.of(14, 14, 13, 13), List.of(1, 2, 3, 7).stream().map(WITHDRAWAL::knownBy).toList());
    assertEquals(12, WITHDRAWAL.knownBy(10));
    assertEquals(9, WITHDRAWAL.doneBy(10));
  }

  @Test
  void theDaysOfAYearAreEquallyLikely() {
    TimeToDone time = TimeToDone.of(WITHDRAWAL);
    int[] counts = new int[366];
    int never = 0;
    int draws = 100_000;
    for (int i = 0; i < draws; i++) {
      long day = time.day(TimeToDone.DRAWS / draws * i, 0);
      if (day <= 365) {
        counts[(int) day]++;
      }
      never += day == TimeToDone.NEVER ? 1 : 0;
    }
    assertEquals(0, counts[0]);
    assertTrue(IntStream.rangeClosed(1, 365).allMatch(day -> Math.abs(counts[day] - 78) <= 2));
    // 1 - 8/14 - 6/14 * 1/5
    assertEquals(draws * 12 / 35.0, never, 60);
  }

  @Test
  void aStepLeftUndoneForTwoYearsIsComparedWithThoseThatWereToo() {
    TimeToDone time = TimeToDone.of(WITHDRAWAL);
    long twoYears = BaseRates.days(2);
    int draws = 50_000;
    int done = 0;
    for (int i = 0; i < draws; i++) {
      long day = time.day(TimeToDone.DRAWS / draws * i, twoYears);
      assertTrue(day >= twoYears);
      done += day == TimeToDone.NEVER ? 0 : 1;
    }
    assertEquals(draws / 5.0, done, 40);
    assertTrue(time.knows(twoYears));
    assertFalse(time.knows(BaseRates.days(10)));
  }

  @Test
  void nothingIsKnownOnceAllOthersHadDoneIt() {
    TimeToDone time = TimeToDone.of(times("3+0 2+0 0+0 0+0 0+0 0+0 0+0 0+0 0+0 0+0"));
    assertTrue(time.knows(BaseRates.days(2) - 1));
    assertFalse(time.knows(BaseRates.days(2)));
  }
}
