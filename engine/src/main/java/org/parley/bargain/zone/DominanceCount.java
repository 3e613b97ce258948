package org.parley.bargain.zone;

import java.util.Arrays;
import org.parley.exact.Meter;

/// Counts dominance pairs in four dimensions: for each query point, the points below it in all
/// coordinates.
///
/// Sorted by the first coordinate, divide and conquer over the second, a two-dimensional Fenwick
/// tree for the other two.
final class DominanceCount {

  static final int FIELDS = 4;

  /// Coordinates are smaller than this.
  static final int MOST_RANGE = 1 << 15;

  /// A point that dominates none.
  static final long NOTHING = -1;

  private static final int FIELD = 16;
  private static final int MASK = MOST_RANGE - 1;
  private static final int LOOK_EVERY = 1 << 13;

  /// Marks query points; queries sort after other points with an equal first coordinate.
  private static final int ASKS = 1;

  private final int[] ranges;
  private final int rows;
  private final int columns;
  private final int[] table;

  // The points sorted by the first coordinate: twice that coordinate, with the mark, then the
  // others.
  private long[] items;
  private long[] spare;

  /// By item, its index within its kind, above its count so far; empty if only the total is wanted.
  private long[] tags = {};

  private long[] spareTags = {};

  /// @param points the points, then the queries; modified
  /// @param below the number of points
  /// @param ranges the largest value of each coordinate
  /// @param byPoint whether to count for each query
  DominanceCount(long[] points, int below, int[] ranges, boolean byPoint, Meter meter) {
    this.ranges = ranges;
    rows = ranges[2] + 1;
    columns = ranges[3] + 1;
    table = new int[Math.multiplyExact(rows + 1, columns + 1)];
    int size = 0;
    for (long point : points) {
      size += point == NOTHING ? 0 : 1;
    }
    items = new long[size];
    if (byPoint) {
      tags = new long[size];
      spareTags = new long[size];
    }
    sort(points, below, meter);
    spare = points;
  }

  static int shift(int field) {
    return (FIELDS - 1 - field) * FIELD;
  }

  static int field(long point, int field) {
    return (int) (point >>> shift(field)) & MASK;
  }

  private void sort(long[] points, int below, Meter meter) {
    int[] start = new int[2 * ranges[0] + 3];
    for (int at = 0; at < points.length; at++) {
      if (points[at] != NOTHING) {
        start[place(points[at], at < below) + 1]++;
      }
    }
    for (int at = 1; at < start.length; at++) {
      start[at] += start[at - 1];
    }
    long others = (1L << shift(0)) - 1;
    for (int at = 0; at < points.length; at++) {
      if (at % LOOK_EVERY == 0 && meter.look()) {
        return;
      }
      if (points[at] != NOTHING) {
        int place = place(points[at], at < below);
        int to = start[place]++;
        items[to] = ((long) place << shift(0)) | (points[at] & others);
        if (byPoint()) {
          tags[to] = (long) (at - below) << Integer.SIZE;
        }
      }
    }
  }

  private static int place(long point, boolean isBelow) {
    return 2 * field(point, 0) + (isBelow ? 0 : ASKS);
  }

  private static boolean asks(long item) {
    return ((item >>> shift(0)) & ASKS) != 0;
  }

  /// The number of pairs; unreliable if the meter stopped.
  long count(Meter meter) {
    return meter.stopped() ? 0 : divide(0, items.length, 0, ranges[1] + 1, meter);
  }

  private boolean byPoint() {
    return tags.length > 0;
  }

  /// Receives the count of each query.
  interface Taker {
    void take(int point, int count);
  }

  /// Passes the counts by query; skips queries that dominate no point.
  void forEach(Taker taker) {
    for (int at = 0; at < items.length; at++) {
      if (asks(items[at])) {
        taker.take((int) (tags[at] >>> Integer.SIZE), (int) tags[at]);
      }
    }
  }

  /// Pairs among some items with second coordinates in a range.
  private long divide(int from, int to, int low, int high, Meter meter) {
    if (from == to || meter.spend(1 + (to - from) / 1000)) {
      return 0;
    }
    int middle = (low + high) >>> 1;
    boolean isLast = high - low == 1;
    long count = sweep(from, to, isLast ? high : middle, isLast ? low : middle, meter);
    if (isLast || meter.stopped()) {
      return count;
    }
    int split = part(from, to, middle);
    return count + divide(from, split, low, middle, meter) + divide(split, to, middle, high, meter);
  }

  /// Pairs of items with second coordinates on both sides of a bound.
  private long sweep(int from, int to, int below, int atLeast, Meter meter) {
    long count = 0;
    int end = from;
    for (int at = from; at < to; at++) {
      if (at % LOOK_EVERY == 0 && meter.look()) {
        break;
      }
      long item = items[at];
      end = at + 1;
      if (!asks(item)) {
        if (field(item, 1) < below) {
          add(field(item, 2), field(item, 3), 1);
        }
      } else if (field(item, 1) >= atLeast) {
        int each = sum(field(item, 2), field(item, 3));
        count += each;
        if (byPoint()) {
          tags[at] += each;
        }
      }
    }
    clear(from, end, below);
    return count;
  }

  private void clear(int from, int to, int below) {
    if (to - from > table.length / FIELD) {
      Arrays.fill(table, 0);
      return;
    }
    for (int at = from; at < to; at++) {
      if (!asks(items[at]) && field(items[at], 1) < below) {
        add(field(items[at], 2), field(items[at], 3), -1);
      }
    }
  }

  private void add(int row, int column, int count) {
    for (int at = row + 1; at <= rows; at += at & -at) {
      int start = at * (columns + 1);
      for (int each = column + 1; each <= columns; each += each & -each) {
        table[start + each] += count;
      }
    }
  }

  private int sum(int row, int column) {
    int sum = 0;
    for (int at = row + 1; at > 0; at &= at - 1) {
      int start = at * (columns + 1);
      for (int each = column + 1; each > 0; each &= each - 1) {
        sum += table[start + each];
      }
    }
    return sum;
  }

  /// Stable partition of items by the second coordinate.
  private int part(int from, int to, int middle) {
    int low = from;
    int high = 0;
    for (int at = from; at < to; at++) {
      long item = items[at];
      boolean isLow = field(item, 1) < middle;
      if (isLow) {
        items[low] = item;
      } else {
        spare[high] = item;
      }
      if (byPoint()) {
        long tag = tags[at];
        if (isLow) {
          tags[low] = tag;
        } else {
          spareTags[high] = tag;
        }
      }
      low += isLow ? 1 : 0;
      high += isLow ? 0 : 1;
    }
    System.arraycopy(spare, 0, items, low, high);
    if (byPoint()) {
      System.arraycopy(spareTags, 0, tags, low, high);
    }
    return low;
  }
}
