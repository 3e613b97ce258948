package org.parley.bargain.solve;

import java.util.Arrays;

/// All ways to settle some points that cost no more than a slack and leave each party its room, in
/// the order of their cost.
final class Half {

  /// Ways are numbered below this.
  private static final long MOST_NUMBERS = 1L << 62;

  private final Losses losses;
  private final int[] points;
  private int count;

  /// By point, how much the number of a way grows with each step, and the steps themselves.
  private final long[] unit;

  private final int[][] steps;
  private long numbers = 1;

  private int size = 1;
  private long[] cost = {0};
  private long[] number = {0};
  private long[] packed;

  /// The costs in order, rounded down to multiples of a power of two.
  private long[] rounded = {};

  /// @param points at most so many, see [#takes]
  Half(Losses losses, int points) {
    this.losses = losses;
    this.points = new int[points];
    unit = new long[points];
    steps = new int[points][];
    packed = new long[losses.words];
  }

  int size() {
    return size;
  }

  long roundedCost(int way) {
    return rounded[way];
  }

  long[] packed() {
    return packed;
  }

  /// Settles one more point in each of its ways.
  ///
  /// @param costs by step
  /// @param loss by step and party
  /// @return false where ways can no longer be numbered
  boolean add(int point, int[] steps, long[] costs, long[][] loss, long slack) {
    if (numbers > MOST_NUMBERS / steps.length) {
      return false;
    }
    points[count] = point;
    unit[count] = numbers;
    this.steps[count++] = steps;
    long[] adds = new long[losses.words];
    int before = size;
    long[] costBefore = cost;
    long[] numberBefore = number;
    long[] packedBefore = packed;
    size = 0;
    cost = new long[2 * before];
    number = new long[2 * before];
    packed = new long[2 * before * losses.words];
    for (int step = 0; step < steps.length; step++) {
      if (!losses.pack(loss[step], adds, 0)) {
        continue;
      }
      for (int way = 0; way < before; way++) {
        long sum = costBefore[way] + costs[step];
        if (sum > slack) {
          continue;
        }
        if (size == cost.length) {
          cost = Arrays.copyOf(cost, 2 * size);
          number = Arrays.copyOf(number, 2 * size);
          packed = Arrays.copyOf(packed, 2 * size * losses.words);
        }
        if (losses.add(packedBefore, way, adds, 0, packed, size)) {
          cost[size] = sum;
          number[size++] = numberBefore[way] + numbers * step;
        }
      }
    }
    numbers *= steps.length;
    return true;
  }

  /// Sorts by cost, rounded down by so many bits; at most 31 may be left.
  void sort(int shift) {
    long[] keys = new long[size];
    for (int way = 0; way < size; way++) {
      keys[way] = cost[way] >> shift << 32 | way;
    }
    Arrays.sort(keys);
    long[] numberBefore = number;
    long[] packedBefore = packed;
    number = new long[size];
    packed = new long[size * losses.words];
    for (int at = 0; at < size; at++) {
      int way = (int) keys[at];
      keys[at] >>>= 32;
      number[at] = numberBefore[way];
      System.arraycopy(packedBefore, way * losses.words, packed, at * losses.words, losses.words);
    }
    rounded = keys;
  }

  /// Writes the steps of a way.
  void settle(int way, int[] taken) {
    for (int at = 0; at < count; at++) {
      taken[points[at]] = steps[at][(int) (number[way] / unit[at] % steps[at].length)];
    }
  }
}
