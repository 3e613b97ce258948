package org.parley.bargain.solve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.parley.exact.Rational;

/// Each statement of a goal against all vectors of small gains.
class GoalsOracleTest {

  private static final int[] NO_OPTIONS = {};

  /// Every vector of gains with at most this sum.
  private static List<long[]> gains(int parties, long together) {
    List<long[]> all = new ArrayList<>();
    list(0, together, new long[parties], all);
    return all;
  }

  private static void list(int party, long left, long[] gains, List<long[]> all) {
    if (party == gains.length) {
      all.add(gains.clone());
      return;
    }
    for (gains[party] = 0; gains[party] <= left; gains[party]++) {
      list(party + 1, left - gains[party], gains, all);
    }
    gains[party] = 0;
  }

  private static long[] plus(long[] one, long[] other) {
    long[] sum = new long[one.length];
    Arrays.setAll(sum, at -> one[at] + other[at]);
    return sum;
  }

  private static long product(long[] gains) {
    return Arrays.stream(gains).reduce(1, (one, other) -> one * other);
  }

  private static long dot(long[] weights, long[] worths) {
    long sum = 0;
    for (int at = 0; at < weights.length; at++) {
      sum += weights[at] * worths[at];
    }
    return sum;
  }

  /// What a better package needs is needed by every better one, and by the worst of them alone.
  private static void check(Goal goal, long[] best, List<long[]> all, long scale, String what) {
    for (boolean strictly : new boolean[] {false, true}) {
      long[] needs = goal.needsBeyond(best, strictly);
      BigInteger[] least = new BigInteger[3];
      long[][] weights = {{1, 1, 1}, {3, 1, 2}, {0, 2, 5}};
      for (int at = 0; at < weights.length; at++) {
        weights[at] = Arrays.copyOf(weights[at], best.length);
        least[at] = goal.sumBeyond(best, strictly, scale, weights[at]);
      }
      for (long[] each : all) {
        int order = goal.compare(each, best);
        if (order > 0 || (order == 0 && !strictly)) {
          for (int party = 0; party < each.length; party++) {
            assertTrue(each[party] >= needs[party], what);
          }
          for (int at = 0; at < weights.length; at++) {
            long sum = dot(weights[at], each) + scale * dot(goal.base(), each);
            assertTrue(BigInteger.valueOf(sum).compareTo(least[at]) >= 0, what);
          }
        }
      }
    }
  }

  @Test
  void everyBetterVectorReachesWhatIsNeeded() {
    for (int parties = 1; parties <= 3; parties++) {
      for (long together = 3; together <= 9; together++) {
        long[] floor = new long[parties];
        Arrays.setAll(floor, party -> 10L * party - 7);
        long[] ideal = new long[parties];
        long[] factors = {2, -1, 1};
        long[] units = {1, 3, 0};
        List<long[]> all = new ArrayList<>();
        gains(parties, together).forEach(each -> all.add(plus(floor, each)));
        long most = Arrays.stream(floor).sum() + together;
        for (long[] best : all) {
          String what = Arrays.toString(best) + " of " + together;
          check(new NashGoal(floor, ideal, most), best, all, 0, what);
          check(new SumGoal(floor, Arrays.copyOf(factors, parties)), best, all, 4, what);
          check(new MaxMinGoal(floor, Arrays.copyOf(units, parties), false), best, all, 0, what);
        }
      }
    }
  }

  /// The others share the rest evenly, in fractions at that: no larger need could be stated of one.
  @Test
  void aProductNeedsTheLeastThatLeavesTheOthersEnough() {
    for (int parties = 2; parties <= 4; parties++) {
      for (long together = 0; together <= 12; together++) {
        long[] floor = new long[parties];
        floor[0] = 5;
        NashGoal goal = new NashGoal(floor, floor, together + 5);
        for (long[] gains : gains(parties, together)) {
          long[] best = plus(floor, gains);
          for (long more = 0; more <= 1; more++) {
            long wanted = product(gains) + more;
            long least = 0;
            while (least <= together / parties && !allows(least, together, parties, wanted)) {
              least++;
            }
            long[] needs = goal.needsBeyond(best, more == 1);
            assertEquals(least, needs[1], Arrays.toString(gains) + " of " + together);
            assertEquals(5 + least, needs[0]);
          }
        }
      }
    }
  }

  private static boolean allows(long gain, long together, int parties, long wanted) {
    double rest = (double) (together - gain) / (parties - 1);
    return (double) gain * Math.pow(rest, parties - 1) >= (double) wanted - 1e-9;
  }

  @Test
  void noTyingVectorGivesAPartyMoreThanIsWanted() {
    for (int parties = 2; parties <= 4; parties++) {
      for (long together = 0; together <= 12; together++) {
        long[] floor = new long[parties];
        floor[1] = -3;
        for (long[] gains : gains(parties, together)) {
          NashGoal goal = new NashGoal(floor, floor, together - 3);
          goal.listTies();
          goal.offer(plus(floor, gains), NO_OPTIONS);
          for (boolean isListing : new boolean[] {true, false}) {
            long wanted = product(gains) + (isListing ? 0 : 1);
            long[] most = goal.mostWanted();
            long largest = together / parties;
            for (long gain = largest; gain <= together; gain++) {
              largest = allows(gain, together, parties, wanted) ? gain : largest;
            }
            assertEquals(largest, most[0], Arrays.toString(gains) + " of " + together);
            assertEquals(largest - 3, most[1]);
            goal = new NashGoal(floor, floor, together - 3);
            goal.offer(plus(floor, gains), NO_OPTIONS);
          }
        }
      }
    }
    assertEquals(
        Long.MAX_VALUE / 2, new NashGoal(new long[2], new long[2], 9).mostWanted()[0], "no best");
  }

  /// The sum of gains as even as possible, where all count alike.
  @Test
  void aProductNeedsTheSumOfTheMostEvenGains() {
    for (int parties = 1; parties <= 4; parties++) {
      long[] floor = new long[parties];
      floor[0] = 2;
      NashGoal goal = new NashGoal(floor, floor, 40);
      long[] ones = new long[parties];
      Arrays.fill(ones, 1);
      for (long[] gains : gains(parties, 9)) {
        long least = 0;
        while (largest(least, parties) < product(gains)) {
          least++;
        }
        assertEquals(
            BigInteger.valueOf(least + 2),
            goal.sumBeyond(plus(floor, gains), false, 0, ones),
            Arrays.toString(gains));
      }
    }
  }

  /// The largest product of integers with a sum.
  private static long largest(long sum, int parties) {
    long product = 1;
    for (int party = 0; party < parties; party++) {
      product *= (sum + party) / parties;
    }
    return product;
  }

  @Test
  void rootsAreRoundedUp() {
    for (int degree = 1; degree <= 7; degree++) {
      BigInteger before = BigInteger.ZERO;
      for (long root = 0; root <= 40; root++) {
        BigInteger power = BigInteger.valueOf(root).pow(degree);
        assertEquals(BigInteger.valueOf(root), NashGoal.rootUp(power, degree));
        if (power.compareTo(before.add(BigInteger.ONE)) > 0) {
          assertEquals(
              BigInteger.valueOf(root), NashGoal.rootUp(before.add(BigInteger.ONE), degree));
          assertEquals(
              BigInteger.valueOf(root), NashGoal.rootUp(power.subtract(BigInteger.ONE), degree));
        }
        before = power;
      }
    }
    BigInteger large = BigInteger.TEN.pow(40);
    assertEquals(large.add(BigInteger.ONE), NashGoal.rootUp(large.pow(5).add(BigInteger.ONE), 5));
  }

  /// A bound on the value, attained if the package spends its sum as the multipliers say.
  @Test
  void aWeightedSumBoundsTheValue() {
    long[] floor = {1, 2};
    NashGoal nash = new NashGoal(floor, floor, 0);
    // gains of 6 and 3 weigh 6 + 2 * 3 = 12; with the floor 12 + 1 + 4
    assertEquals(Rational.of(18), nash.atMost(0, new long[] {1, 2}, BigInteger.valueOf(12 + 5)));
    assertNull(nash.atMost(0, new long[] {1, 0}, BigInteger.valueOf(17)));
    MaxMinGoal least = new MaxMinGoal(floor, new long[] {2, 5}, false);
    // half a unit each: 1 and 2.5
    assertEquals(
        Rational.of(1, 2), least.atMost(0, new long[] {3, 2}, BigInteger.valueOf(3 + 5 + 3 + 4)));
    assertNull(least.atMost(0, new long[2], BigInteger.TEN));
    SumGoal sum = new SumGoal(floor, new long[] {1, 1});
    assertEquals(
        Rational.of(15, 2), sum.atMost(2, new long[] {1, 2}, BigInteger.valueOf(20)), "less floor");
    assertNull(sum.atMost(0, new long[] {1, 2}, BigInteger.TEN));
  }

  @Test
  void splitsAreCountedLikeTheVectorsThatTheyAre() {
    for (int parties = 1; parties <= 4; parties++) {
      for (long amount = 0; amount <= 8; amount++) {
        long sum = amount;
        long expected =
            gains(parties, amount).stream()
                .filter(each -> Arrays.stream(each).sum() == sum)
                .count();
        assertEquals((double) expected, Goal.splits(amount, parties), parties + " " + amount);
      }
    }
  }

  /// With the largest product or the largest least gain of a total.
  @Test
  void asManyVectorsTieAsIsSaid() {
    for (int parties = 1; parties <= 4; parties++) {
      for (long together = 0; together <= 9; together++) {
        long[] floor = new long[parties];
        floor[0] = 4;
        long[] ones = new long[parties];
        Arrays.fill(ones, 1);
        for (Goal goal :
            List.of(new NashGoal(floor, floor, together + 4), new MaxMinGoal(floor, ones, false))) {
          List<long[]> all = new ArrayList<>();
          for (long[] each : gains(parties, together)) {
            if (Arrays.stream(each).sum() == together) {
              all.add(plus(floor, each));
            }
          }
          long[] best = all.stream().max(goal::compare).orElseThrow();
          goal.listTies();
          goal.offer(best, NO_OPTIONS);
          long ties = all.stream().filter(each -> goal.compare(each, best) == 0).count();
          double most = goal.mostTies(together + 4);
          String what = parties + " of " + together + " " + goal.getClass().getSimpleName();
          assertEquals((double) ties, most, what);
        }
      }
    }
  }

  @Test
  void meritGuidesTowardsTheValue() {
    long[] floor = {10, 20};
    MaxMinGoal least = new MaxMinGoal(floor, new long[] {4, 0}, false);
    // a share of one half, and a little for all that is gained; who cannot gain must not lose
    assertEquals(0.0 + 1e-3 * (0.5 + 3), least.merit(new long[] {12, 23}), 1e-12);
    assertEquals(-2 + 1e-3 * (0.5 - 2), least.merit(new long[] {12, 18}), 1e-12);
    assertEquals(-0.5 + 1e-3 * (-0.5 + 3), least.merit(new long[] {8, 23}), 1e-12);
    SumGoal sum = new SumGoal(floor, new long[] {2, 1});
    assertEquals(2 * 12 + 23, sum.merit(new long[] {12, 23}), 1e-12);
    assertEquals(2 * 9 + 18 - 1000 * (1 + 2), sum.merit(new long[] {9, 18}), 1e-12);
    NashGoal nash = new NashGoal(floor, new long[] {14, 28}, 0);
    assertEquals(Math.log(0.5) + Math.log(0.25), nash.merit(new long[] {12, 22}), 1e-12);
    assertEquals(
        Math.log(1e-3) + 1000 * (-0.5 - 1e-3) + Math.log(2), nash.merit(new long[] {8, 36}), 1e-9);
  }

  private static double[] moved(Goal goal, double step, double[] state, long... worths) {
    double[] next = state.clone();
    goal.move(next, worths, step);
    return next;
  }

  @Test
  void multipliersMoveTowardsWhoHasLess() {
    long[] floor = {10, 20, 30};
    // gains of 0, 1 and 2 units: places 0, 1/2 and 1 between the least and the most
    MaxMinGoal least = new MaxMinGoal(floor, new long[] {4, 5, 6}, false);
    double[] start = least.start();
    assertArrayEquals(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, start, 1e-15);
    double sum = 1 + Math.exp(-0.4) + Math.exp(-0.8);
    assertArrayEquals(
        new double[] {1 / sum, Math.exp(-0.4) / sum, Math.exp(-0.8) / sum},
        moved(least, 0.8, start, 10, 25, 42),
        1e-9);
    assertArrayEquals(
        new double[] {0.25 / 4, 0.5 / 5, 0.25 / 6},
        least.weights(new double[] {0.25, 0.5, 0.25}),
        1e-15);
    MaxMinGoal two = new MaxMinGoal(floor, new long[] {4, 0, 6}, false);
    assertArrayEquals(new double[] {0.5, 0, 0.5}, two.start(), 1e-15);
    assertEquals(0, two.weights(new double[] {0.5, 0, 0.5})[1]);
    assertEquals(0, moved(two, 0.5, two.start(), 10, 99, 42)[1]);

    SumGoal utilitarian = new SumGoal(floor, new long[] {1, 1, 1});
    assertArrayEquals(new double[3], utilitarian.start(), 0);
    // below its floor by the most, above it by half of that, and exactly on it
    assertArrayEquals(
        new double[] {0.5, 0, 0.2},
        moved(utilitarian, 0.5, new double[] {0, 0.1, 0.2}, 6, 22, 30),
        1e-12);
    assertArrayEquals(
        new double[] {0, 0.25, 0},
        moved(utilitarian, 0.5, new double[] {0.2, 0.5, 0}, 14, 22, 30),
        1e-12);

    NashGoal nash = new NashGoal(floor, new long[] {14, 25, 30}, 0);
    assertArrayEquals(
        new double[] {-Math.log(4), -Math.log(5), 0}, nash.start(), 1e-12, "at least a gain of 1");
    // weighted gains of 2, 1 and -3, in steps of at most one
    assertArrayEquals(
        new double[] {-Math.log(4) - 0.5, -Math.log(5), 0.5},
        moved(nash, 0.5, nash.start(), 18, 25, 27),
        1e-12);
    assertArrayEquals(
        new double[] {-Math.log(4) + 0.25, -Math.log(5), 0},
        moved(nash, 0.5, nash.start(), 12, 25, 31),
        1e-12);
    assertArrayEquals(new double[] {0.25, 0.2, 1}, nash.weights(nash.start()), 1e-12);
  }

  /// Targets of the least gain: near the bound first, then lower, until one is met.
  @Test
  void targetsComeDownStepByStep() {
    MaxMinGoal goal = new MaxMinGoal(new long[2], new long[] {2, 3}, false);
    goal.listTies();
    assertFalse(goal.askLess(true), "none is set");
    assertTrue(goal.ask(new long[] {1, 1}, 10));
    assertArrayEquals(new long[] {4, 6}, goal.asked(), "two units each");
    assertFalse(goal.isAskedMet());
    assertTrue(goal.askLess(true));
    assertArrayEquals(new long[] {4, 5}, goal.asked(), "5 of 3, then 3 of 2");
    assertEquals(Rational.of(2), goal.ruledOut());
    assertTrue(goal.askLess(false));
    assertArrayEquals(new long[] {3, 5}, goal.asked());
    assertEquals(Rational.of(2), goal.ruledOut());
    assertTrue(goal.offer(new long[] {3, 5}, NO_OPTIONS));
    assertTrue(goal.isAskedMet());
    assertArrayEquals(new long[] {3, 5}, goal.asked(), "what ties");
    assertFalse(goal.askLess(true), "the best is as good");
    assertFalse(goal.ask(new long[] {1, 1}, 7), "the best has more");
    assertTrue(goal.ask(new long[] {1, 1}, 9));
    goal.ruleOutAsked();
    assertEquals(Rational.of(9, 5), goal.ruledOut());
    assertFalse(goal.isAskedMet());
    goal.withdraw();
    assertArrayEquals(new long[] {3, 5}, goal.asked());
  }

  /// What is required as a `long` is what is required, for worths of any size.
  @Test
  void thresholdsAreTheSameInFewBits() {
    for (long seed = 0; seed < 400; seed++) {
      Random random = new Random(seed);
      long top = seed % 2 == 0 ? 1_000 : 1L << 40;
      long[] floor = {random.nextLong(-top, top), random.nextLong(-top, top)};
      MaxMinGoal goal = new MaxMinGoal(floor, new long[] {1, 1 + random.nextInt(5)}, false);
      goal.listTies();
      if (random.nextBoolean()) {
        goal.offer(
            new long[] {floor[0] + random.nextInt(99), floor[1] + random.nextInt(99)}, NO_OPTIONS);
      }
      long[] weights = {random.nextInt(1 << 20), random.nextInt(1 << 20)};
      assertEquals(
          goal.threshold(0, weights), BigInteger.valueOf(goal.thresholdOf(0, weights)), "" + seed);
    }
    SumGoal none = new SumGoal(new long[] {3, 4}, new long[] {1, 1});
    assertEquals(Long.MIN_VALUE / 2, none.thresholdOf(1, new long[2]), "nothing is required yet");
    assertEquals(3 * 5 + 4 * 6, none.thresholdOf(0, new long[] {5, 6}));
    none.offer(new long[] {5, 5}, NO_OPTIONS);
    assertEquals(2 * 11 + 3, none.thresholdOf(2, new long[] {1, 0}));
    none.listTies();
    assertEquals(2 * 10 + 3, none.thresholdOf(2, new long[] {1, 0}), "ties as well");
    assertEquals(BigInteger.valueOf(2 * 11 + 3), none.beyond(2, new long[] {1, 0}));
    SumGoal huge = new SumGoal(new long[] {1L << 62}, new long[] {1});
    assertEquals(Long.MAX_VALUE / 2, huge.thresholdOf(0, new long[] {8}));
  }

  /// A hundred tied vectors are listed; then only better ones are sought.
  @Test
  void listsAHundredTies() {
    SumGoal goal = new SumGoal(new long[2], new long[] {1, 1});
    goal.listTies();
    assertTrue(goal.offer(new long[] {0, 300}, NO_OPTIONS));
    for (int more = 1; more < 100; more++) {
      assertFalse(goal.offer(new long[] {more, 300 - more}, NO_OPTIONS));
      assertFalse(goal.offer(new long[] {more, 300 - more}, NO_OPTIONS), "the same once");
    }
    assertEquals(100, goal.best().size());
    assertTrue(goal.hasAllTies());
    assertTrue(goal.offer(new long[] {100, 200}, NO_OPTIONS), "only better ones are wanted");
    assertFalse(goal.hasAllTies());
    assertFalse(goal.isListing());
    assertEquals(100, goal.best().size());
    assertFalse(goal.offer(new long[] {-1, 400}, NO_OPTIONS), "below the floor");
    assertTrue(goal.offer(new long[] {1, 300}, NO_OPTIONS));
    assertEquals(1, goal.best().size());
    assertTrue(goal.isListing());
    assertTrue(goal.hasAllTies());
    goal.leaveTiesOpen();
    assertFalse(goal.hasAllTies());
    assertFalse(goal.isEnded());
    goal.endWithNext();
    assertFalse(goal.offer(new long[] {2, 299}, NO_OPTIONS));
    assertFalse(goal.isEnded());
    assertTrue(goal.offer(new long[] {2, 300}, NO_OPTIONS));
    assertTrue(goal.isEnded());
  }
}
