package org.parley.bargain.solve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.parley.exact.Budget;
import org.parley.exact.Meter;

class HillClimbingLawTest {

  private static final double LEAST_GAIN = 1e-12;

  /// A package of a random problem, and the goal by which it is improved.
  private static final class World {
    final Random random;
    final int parties;
    final long[][][] worth;
    final long[] allowed;
    final int[] steps;
    final Goal goal;

    World(long seed) {
      random = new Random(seed);
      parties = 1 + random.nextInt(4);
      worth = new long[1 + random.nextInt(5)][][];
      allowed = new long[worth.length];
      steps = new int[worth.length];
      for (int point = 0; point < worth.length; point++) {
        worth[point] = new long[1 + random.nextInt(4)][parties];
        for (long[] step : worth[point]) {
          Arrays.setAll(step, _ -> random.nextLong(-9, 10));
        }
        allowed[point] = 1 + random.nextLong((1L << worth[point].length) - 1);
        steps[point] = Long.numberOfTrailingZeros(allowed[point]);
      }
      long[] floor = new long[parties];
      long[] ones = new long[parties];
      Arrays.fill(ones, 1);
      long[] ideal = new long[parties];
      Arrays.fill(ideal, 30);
      goal =
          switch ((int) (seed % 3)) {
            case 0 -> new SumGoal(floor, ones);
            case 1 -> new MaxMinGoal(floor, ones, false);
            default -> new NashGoal(floor, ideal, 30);
          };
    }

    long[] sum(int[] taken) {
      long[] sum = new long[parties];
      for (int point = 0; point < taken.length; point++) {
        for (int party = 0; party < parties; party++) {
          sum[party] += worth[point][taken[point]][party];
        }
      }
      return sum;
    }

    boolean isAllowed(int point, int step) {
      return ((allowed[point] >>> step) & 1) == 1;
    }

    /// The largest merit after changes of at most this many points, from one on.
    double largest(int[] taken, int from, int changes) {
      double most = goal.merit(sum(taken));
      for (int point = from; point < taken.length && changes > 0; point++) {
        for (int step = 0; step < worth[point].length; step++) {
          if (isAllowed(point, step)) {
            int[] changed = taken.clone();
            changed[point] = step;
            most = Math.max(most, largest(changed, point + 1, changes - 1));
          }
        }
      }
      return most;
    }
  }

  @Test
  void afterwardsNoChangeOfOnePointOrOfTwoHelps() {
    int climbed = 0;
    int paired = 0;
    for (long seed = 0; seed < 3_000; seed++) {
      World world = new World(seed);
      double before = world.goal.merit(world.sum(world.steps));
      int[] single = world.steps;
      for (boolean pairs : new boolean[] {false, true}) {
        String what = "seed " + seed + " pairs " + pairs;
        int[] steps = world.steps.clone();
        long[] reached = world.sum(steps);
        new HillClimbing(
                world.goal,
                new Meter(Budget.unlimited()),
                world.worth,
                world.allowed,
                world.parties)
            .climb(reached, steps, pairs);
        for (int point = 0; point < steps.length; point++) {
          assertTrue(world.isAllowed(point, steps[point]), what);
        }
        assertArrayEquals(world.sum(steps), reached, what);
        double merit = world.goal.merit(reached);
        assertTrue(world.largest(steps, 0, pairs ? 2 : 1) <= merit + LEAST_GAIN, what);
        assertTrue(merit >= before, what);
        climbed += merit > before ? 1 : 0;
        paired += pairs && !Arrays.equals(single, steps) ? 1 : 0;
        single = steps;
      }
    }
    assertTrue(climbed > 2_000, "climbed " + climbed);
    assertTrue(paired > 60, "paired " + paired);
  }

  @Test
  void aStoppedMeterLeavesThePackage() {
    for (long seed = 0; seed < 100; seed++) {
      World world = new World(seed);
      int[] steps = world.steps.clone();
      long[] reached = world.sum(steps);
      Meter meter = new Meter(Budget.unlimited().withStop(() -> true));
      new HillClimbing(world.goal, meter, world.worth, world.allowed, world.parties)
          .climb(reached, steps, true);
      assertArrayEquals(world.steps, steps, "seed " + seed);
      assertArrayEquals(world.sum(steps), reached, "seed " + seed);
    }
  }

  /// A sum with a merit of its own, which counts how often it is asked.
  private static final class Steps extends SumGoal {
    private final double unit;
    private int asked;

    Steps(double unit) {
      super(new long[1], new long[] {1});
      this.unit = unit;
    }

    @Override
    double merit(long[] worths) {
      asked++;
      return unit * (double) worths[0];
    }
  }

  /// Climbs from the first step of each point.
  private static int[] climbed(Steps goal, boolean pairs, long[][][] worth) {
    long[] allowed = Arrays.stream(worth).mapToLong(steps -> (1L << steps.length) - 1).toArray();
    int[] steps = new int[worth.length];
    new HillClimbing(goal, new Meter(Budget.unlimited()), worth, allowed, 1)
        .climb(new long[1], steps, pairs);
    return steps;
  }

  /// Merits are rounded: gains of the size of rounding errors would let it walk in circles.
  @Test
  void takesNoGainOfTheSizeOfARoundingError() {
    long[][][] two = {{{0}, {1}}, {{0}, {1}}};
    assertArrayEquals(new int[] {0, 0}, climbed(new Steps(LEAST_GAIN), false, two));
    assertArrayEquals(new int[] {1, 1}, climbed(new Steps(2 * LEAST_GAIN), false, two));
    assertArrayEquals(new int[] {0, 0}, climbed(new Steps(LEAST_GAIN / 2), true, two), "a pair");
    assertArrayEquals(new int[] {1, 1}, climbed(new Steps(LEAST_GAIN), true, two), "a pair");
  }

  /// One merit at the start and one for each step: five in each of two rounds. With pairs also the
  /// six pairs of steps, and the merit that was reached.
  @Test
  void asksForEachMeritOnce() {
    long[][][] worth = {{{0}, {1}, {2}}, {{0}, {1}}};
    Steps single = new Steps(1);
    climbed(single, false, worth);
    assertEquals(1 + 2 * 5, single.asked);
    Steps pairs = new Steps(1);
    climbed(pairs, true, worth);
    assertEquals(1 + 2 * 5 + 6 + 1, pairs.asked);
  }
}
