package org.parley.bargain.solve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WorthSumBoundTest {

  private static final int[] NO_OPTIONS = {};

  /// Two points, each with two options that share out 5 in different ways: the sum is always 10.
  private static final WorthSumBound CONSTANT =
      new WorthSumBound(
          new long[][][] {{{5, 0}, {2, 3}}, {{1, 4}, {3, 2}}}, new long[] {0b11, 0b11}, 2);

  /// The same, but the second option of the second point gives one more or one less.
  private static WorthSumBound uneven(long second) {
    return new WorthSumBound(
        new long[][][] {{{5, 0}, {2, 3}}, {{1, 4}, {3, second}}}, new long[] {0b11, 0b11}, 2);
  }

  private static Goal offered(Goal goal, long... worths) {
    goal.offer(worths, NO_OPTIONS);
    return goal;
  }

  private static Goal leastGain() {
    return new MaxMinGoal(new long[2], new long[] {1, 1}, false);
  }

  private static Goal sum(long... factors) {
    return new SumGoal(new long[2], factors);
  }

  @Test
  void isTheSumOfTheLargestAllowedSums() {
    for (long seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      int parties = 1 + random.nextInt(4);
      long[][][] worth = new long[random.nextInt(4)][][];
      long[] allowed = new long[worth.length];
      long expected = 0;
      for (int point = 0; point < worth.length; point++) {
        worth[point] = new long[1 + random.nextInt(4)][parties];
        for (long[] step : worth[point]) {
          Arrays.setAll(step, _ -> random.nextLong(-20, 21));
        }
        allowed[point] = random.nextInt(1 << worth[point].length);
        long open = allowed[point];
        long top = Long.MIN_VALUE;
        for (int step = 0; step < worth[point].length; step++) {
          if ((open >> step) % 2 == 1) {
            top = Math.max(top, Arrays.stream(worth[point][step]).sum());
          }
        }
        expected += open == 0 ? 0 : top;
      }
      assertEquals(expected, new WorthSumBound(worth, allowed, parties).most(), "seed " + seed);
    }
  }

  @Test
  void provesAnIncumbentThatNoLargerLeastGainCanBeat() {
    // a least gain of 6 for both would take 12, one of 5 takes 10
    assertTrue(CONSTANT.rulesOut(offered(leastGain(), 5, 5)));
    assertFalse(CONSTANT.rulesOut(offered(leastGain(), 4, 6)));
    assertTrue(uneven(3).rulesOut(offered(leastGain(), 5, 5)));
  }

  @Test
  void provesThatAFloorIsOutOfReach() {
    assertTrue(
        CONSTANT.rulesOut(new MaxMinGoal(new long[] {6, 5}, new long[] {1, 1}, false)), "11 of 10");
    assertFalse(
        CONSTANT.rulesOut(new MaxMinGoal(new long[] {5, 5}, new long[] {1, 1}, false)), "10 of 10");
  }

  /// If sums differ, the search itself proves the largest one, and lists what ties with it.
  @Test
  void closesASearchForTheSumOnlyIfItIsConstant() {
    assertTrue(CONSTANT.rulesOut(offered(sum(1, 1), 5, 5)));
    assertFalse(uneven(3).rulesOut(offered(sum(1, 1), 5, 6)));
    assertFalse(uneven(1).rulesOut(offered(sum(1, 1), 5, 5)));
  }

  @Test
  void saysNothingOfOtherSums() {
    assertFalse(CONSTANT.rulesOut(offered(sum(2, 1), 5, 5)), "a party counts twice");
    assertFalse(CONSTANT.rulesOut(offered(sum(1, 0), 10, 0)), "a party does not count");
    assertFalse(CONSTANT.rulesOut(sum(1, 1)), "without a package");
    assertFalse(CONSTANT.rulesOut(offered(sum(1, 1), 4, 5)), "a package below the bound");
  }

  /// Each party counts once: by its multiplier, or by the goal's own factor.
  @Test
  void multipliersCountEachPartyOnce() {
    assertEquals(
        new SolutionCertificate.Multipliers(0, List.of(1L, 1L)), CONSTANT.multipliers(leastGain()));
    assertEquals(
        new SolutionCertificate.Multipliers(1, List.of(0L, 0L)), CONSTANT.multipliers(sum(1, 1)));
  }
}
