package org.parley.bargain.zone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.parley.exact.Budget;
import org.parley.exact.Meter;

/// Dominance pairs, counted by divide and conquer and one by one.
class DominanceCountOracleTest {

  /// Points and queries of some dimensions.
  private static final class Space {
    final long[][] points;
    final int below;
    final long[] ranges;

    Space(int points, int queries, long[] ranges, Random random) {
      this.ranges = ranges;
      below = points;
      this.points = new long[points + queries][ranges.length];
      for (long[] each : this.points) {
        for (int at = 0; at < ranges.length; at++) {
          each[at] = random.nextLong(ranges[at] + 1);
        }
        // Some are left out.
        each[0] = random.nextInt(20) == 0 ? DominanceCount.NOTHING : each[0];
      }
    }

    DominanceCount count(boolean byPoint, int threads, Meter meter) {
      long[] others = ranges.length == 1 ? new long[1] : Arrays.copyOfRange(ranges, 1, dims());
      DominanceCount.Fields fields = new DominanceCount.Fields(others);
      int[] keys = new int[points.length];
      long[] packed = new long[points.length];
      for (int way = 0; way < keys.length; way++) {
        keys[way] = (int) points[way][0];
        for (int at = 1; at < dims(); at++) {
          packed[way] |= points[way][at] << fields.shift(at - 1);
        }
      }
      return new DominanceCount(
          keys, (int) ranges[0], packed, below, fields, byPoint, threads, meter);
    }

    private int dims() {
      return ranges.length;
    }

    int[] oneByOne() {
      int[] counts = new int[points.length - below];
      for (int query = 0; query < counts.length; query++) {
        for (int point = 0; point < below; point++) {
          counts[query] += dominates(points[below + query], points[point]) ? 1 : 0;
        }
      }
      return counts;
    }

    private boolean dominates(long[] query, long[] point) {
      boolean dominates = query[0] >= 0 && point[0] >= 0;
      for (int at = 0; at < dims(); at++) {
        dominates &= point[at] <= query[at];
      }
      return dominates;
    }
  }

  private static Meter free() {
    return new Meter(Budget.unlimited());
  }

  @Test
  void countsEachPairOnceInAnyNumberOfDimensions() {
    long pairs = 0;
    for (int seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      long[] ranges = new long[1 + seed % 6];
      for (int at = 0; at < ranges.length; at++) {
        // Ties, ranges of a table, and ranges that no table of two holds.
        ranges[at] = new long[] {0, 3, 60, 1_000, 5_000}[random.nextInt(5)];
      }
      Space space = new Space(random.nextInt(1, 2_500), random.nextInt(1, 2_500), ranges, random);
      int[] expected = space.oneByOne();
      long sum = Arrays.stream(expected).asLongStream().sum();
      pairs += sum;
      String what = "seed " + seed + " " + Arrays.toString(ranges);
      assertEquals(sum, space.count(false, 1, free()).count(), what);
      DominanceCount byPoint = space.count(true, 1 + seed % 3, free());
      assertEquals(sum, byPoint.count(), what);
      byPoint.forEach((query, count) -> assertEquals(expected[query], count, what));
    }
    assertTrue(pairs > 1_000_000, "pairs " + pairs);
  }

  /// So many items that parts run on other threads; coordinates so few that sums of cells count.
  @Test
  void countsTheSameOnAnyNumberOfThreads() {
    for (int dims = 1; dims <= 4; dims++) {
      long[] ranges = new long[dims];
      Arrays.fill(ranges, 4);
      Space space = new Space(60_000, 60_000, ranges, new Random(dims));
      long expected = byCells(space);
      long steps = -1;
      for (int threads = 1; threads <= 3; threads++) {
        Meter meter = free();
        assertEquals(expected, space.count(false, threads, meter).count(), dims + " " + threads);
        assertTrue(steps < 0 || steps == meter.steps(), dims + " " + threads);
        steps = meter.steps();
        Meter few = new Meter(Budget.ofSteps(steps - 1));
        space.count(false, threads, few).count();
        assertTrue(few.stopped(), dims + " " + threads);
      }
    }
  }

  private static long byCells(Space space) {
    int size = (int) Math.pow(5, space.ranges.length);
    long[] points = new long[size];
    long[] queries = new long[size];
    for (int way = 0; way < space.points.length; way++) {
      int cell = 0;
      for (long value : space.points[way]) {
        cell = cell < 0 || value < 0 ? -1 : cell * 5 + (int) value;
      }
      if (cell >= 0) {
        (way < space.below ? points : queries)[cell]++;
      }
    }
    long pairs = 0;
    for (int point = 0; point < size; point++) {
      for (int query = 0; query < size; query++) {
        boolean dominates = true;
        int low = point;
        int high = query;
        for (int at = 0; at < space.ranges.length; at++) {
          dominates &= low % 5 <= high % 5;
          low /= 5;
          high /= 5;
        }
        pairs += dominates ? points[point] * queries[query] : 0;
      }
    }
    return pairs;
  }
}
