package org.parley.bargain.solve;

import java.util.Arrays;

/// All partial packages of some points that cost at most the slack and leave each party its room,
/// finally in order of cost.
final class HorowitzSahniList {

  /// Partial packages are numbered below this.
  private static final long MOST_NUMBERS = 1L << 62;

  /// The bits by which costs are sorted.
  private static final int COST_BITS = 12;

  private final int[] points;
  private int count;

  /// By point, the increment of the number per step, and the steps.
  private final long[] unit;

  private final int[][] steps;
  private long numbers;
  private PackedLosses losses;

  // Buffers are reused from join to join.
  private Ways ways;
  private Ways next;
  private long[] fits = {0};

  /// The sorted costs, rounded.
  private int[] rounded = {};

  /// Partial packages: cost, number, and packed losses.
  private static final class Ways {

    int size;
    long[] cost;
    long[] number;
    final long[][] packed;

    Ways(int words, int room) {
      cost = new long[room];
      number = new long[room];
      packed = new long[words][room];
    }

    void makeRoom(int more) {
      int room = size + more;
      if (room > cost.length) {
        room = Math.max(room, 2 * cost.length);
        cost = Arrays.copyOf(cost, room);
        number = Arrays.copyOf(number, room);
        for (int word = 0; word < packed.length; word++) {
          packed[word] = Arrays.copyOf(packed[word], room);
        }
      }
    }
  }

  /// @param points the most points
  HorowitzSahniList(PackedLosses losses, int points) {
    this.losses = losses;
    this.points = new int[points];
    unit = new long[points];
    steps = new int[points][];
    ways = new Ways(losses.words, 1);
    next = new Ways(losses.words, 1);
    reset(losses);
  }

  /// Clears the list.
  ///
  /// @param losses with as many words as before
  void reset(PackedLosses losses) {
    this.losses = losses;
    count = 0;
    numbers = 1;
    ways.size = 1;
    ways.cost[0] = 0;
    ways.number[0] = 0;
    for (long[] packed : ways.packed) {
      packed[0] = 0;
    }
  }

  int size() {
    return ways.size;
  }

  long cost(int way) {
    return ways.cost[way];
  }

  int roundedCost(int way) {
    return rounded[way];
  }

  long[][] packed() {
    return ways.packed;
  }

  /// Extends each partial package by each step of one more point.
  ///
  /// @param costs by step
  /// @param loss by step and party
  /// @return false if partial packages can no longer be numbered
  boolean add(int point, int[] steps, long[] costs, long[][] loss, long slack) {
    if (numbers > MOST_NUMBERS / steps.length) {
      return false;
    }
    points[count] = point;
    unit[count] = numbers;
    this.steps[count++] = steps;
    long[] adds = new long[losses.words];
    if (fits.length < ways.size) {
      fits = new long[ways.cost.length];
    }
    next.size = 0;
    for (int step = 0; step < steps.length; step++) {
      if (losses.pack(loss[step], adds)) {
        losses.add(ways.packed, ways.size, adds, fits);
        append(adds, numbers * step, costs[step], slack - costs[step]);
      }
    }
    numbers *= steps.length;
    swap();
    return true;
  }

  /// Appends the partial packages that fit.
  private void append(long[] adds, long number, long cost, long most) {
    next.makeRoom(ways.size);
    int from = next.size;
    int to = from;
    for (int way = 0; way < ways.size; way++) {
      if (PackedLosses.fits(fits[way]) && ways.cost[way] <= most) {
        next.cost[to] = ways.cost[way] + cost;
        next.number[to] = ways.number[way] + number;
        // The indices that fit, until the losses are written.
        fits[to++ - from] = way;
      }
    }
    for (int word = 0; word < adds.length; word++) {
      long[] packed = next.packed[word];
      for (int at = from; at < to; at++) {
        packed[at] = ways.packed[word][(int) fits[at - from]] + adds[word];
      }
    }
    next.size = to;
  }

  /// Sorts by cost, up to the bits compared. From then on only losses are known.
  void sort(long slack) {
    int size = ways.size;
    int shift = shift(slack);
    int[] start = new int[(int) (slack >> shift) + 2];
    for (int way = 0; way < size; way++) {
      start[(int) (ways.cost[way] >> shift) + 1]++;
    }
    for (int cost = 1; cost < start.length; cost++) {
      start[cost] += start[cost - 1];
    }
    next.size = 0;
    next.makeRoom(size);
    if (rounded.length < size) {
      rounded = new int[ways.cost.length];
    }
    for (int way = 0; way < size; way++) {
      int cost = (int) (ways.cost[way] >> shift);
      int at = start[cost]++;
      rounded[at] = cost;
      next.cost[at] = ways.cost[way];
      next.number[at] = ways.number[way];
      for (int word = 0; word < losses.partyWords; word++) {
        next.packed[word][at] = ways.packed[word][way];
      }
    }
    next.size = size;
    swap();
  }

  private void swap() {
    Ways before = ways;
    ways = next;
    next = before;
  }

  /// The shift that rounds costs down.
  static int shift(long slack) {
    return Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(slack) - COST_BITS);
  }

  /// Writes the steps of a partial package.
  void settle(int way, int[] taken) {
    for (int at = 0; at < count; at++) {
      taken[points[at]] = steps[at][(int) (ways.number[way] / unit[at] % steps[at].length)];
    }
  }
}
