package org.parley.bargain.zone;

import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveTask;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.parley.exact.Meter;

/// Counts dominance pairs in any number of dimensions: for each query point, the points below it in
/// all coordinates.
///
/// Multidimensional divide and conquer (Bentley 1980). Items are sorted by the first coordinate and
/// split by the next ones. The last two are swept with a two-dimensional Fenwick tree, or the last
/// alone if that would be too large. A few items are compared pair by pair, all coordinates at
/// once. The halves of a split run on several threads; sums do not depend on their order.
final class DominanceCount {

  /// A first coordinate that leaves out its point.
  static final int NOTHING = -1;

  /// The cells of a table: 4 bytes each.
  private static final long MOST_CELLS = 1L << 24;

  /// Up to this many items are compared pair by pair.
  private static final int FEW = 1 << 10;

  /// Fewer items than this stay on one thread.
  private static final int FORK = 1 << 15;

  /// Larger shares of all items are split, even if they could be swept.
  private static final int PARTS = 16;

  private static final int LOOK_EVERY = 1 << 13;

  /// Marks query points; queries sort after other points with an equal first coordinate.
  private static final long ASKS = Long.MIN_VALUE;

  /// The coordinates after the first, packed: each with a bit above it that stays free.
  static final class Fields {

    /// The most bits of all fields, with the free ones.
    private static final int MOST_BITS = Long.SIZE - 1;

    private final int[] shifts;
    private final long[] masks;
    private final long[] ranges;
    private final long guards;

    /// @param ranges the largest value of each, at least one
    Fields(long[] ranges) {
      this.ranges = ranges;
      shifts = new int[ranges.length];
      masks = new long[ranges.length];
      int bits = 0;
      long free = 0;
      for (int field = 0; field < ranges.length; field++) {
        shifts[field] = bits;
        masks[field] = (1L << width(ranges[field])) - 1;
        bits += width(ranges[field]) + 1;
        free |= 1L << (bits - 1);
      }
      guards = free;
    }

    private static int width(long range) {
      return Long.SIZE - Long.numberOfLeadingZeros(range);
    }

    static boolean fit(long[] ranges) {
      return Arrays.stream(ranges).mapToInt(range -> width(range) + 1).sum() <= MOST_BITS;
    }

    int shift(int field) {
      return shifts[field];
    }

    private int get(long item, int field) {
      return (int) ((item >>> shifts[field]) & masks[field]);
    }

    private int last() {
      return ranges.length - 1;
    }
  }

  private final Fields fields;
  private final int threads;
  private final Meter meter;

  /// The items sorted by the first coordinate: the others, and whether it is a query.
  private final long[] items;

  /// By item, its index within its kind; empty if only the total is wanted.
  private final int[] ids;

  /// By query, its count; empty if only the total is wanted.
  private final AtomicIntegerArray found;

  private final boolean isTwoDimensional;
  private final ConcurrentLinkedQueue<int[]> tables = new ConcurrentLinkedQueue<>();

  /// @param keys the first coordinate of the points, then of the queries; [#NOTHING] leaves one out
  /// @param range the largest of them
  /// @param points their other coordinates
  /// @param below the number of points
  /// @param byPoint whether to count for each query
  /// @param threads changes the time alone
  DominanceCount(
      int[] keys,
      int range,
      long[] points,
      int below,
      Fields fields,
      boolean byPoint,
      int threads,
      Meter meter) {
    this.fields = fields;
    this.threads = threads;
    this.meter = meter;
    int last = fields.last();
    isTwoDimensional =
        last > 0 && (fields.ranges[last - 1] + 2) * (fields.ranges[last] + 2) <= MOST_CELLS;
    found = new AtomicIntegerArray(byPoint ? points.length - below : 0);
    int[] start = starts(keys, range, below);
    items = new long[start[start.length - 1]];
    ids = new int[byPoint ? items.length : 0];
    sort(keys, points, below, start);
  }

  private static int place(int key, boolean isBelow) {
    return 2 * key + (isBelow ? 0 : 1);
  }

  private static int[] starts(int[] keys, int range, int below) {
    int[] start = new int[2 * range + 3];
    for (int at = 0; at < keys.length; at++) {
      if (keys[at] != NOTHING) {
        start[place(keys[at], at < below) + 1]++;
      }
    }
    for (int at = 1; at < start.length; at++) {
      start[at] += start[at - 1];
    }
    return start;
  }

  private void sort(int[] keys, long[] points, int below, int[] start) {
    for (int at = 0; at < points.length; at++) {
      if (at % LOOK_EVERY == 0 && meter.look()) {
        return;
      }
      if (keys[at] != NOTHING) {
        int to = start[place(keys[at], at < below)]++;
        items[to] = at < below ? points[at] : points[at] | fields.guards | ASKS;
        if (byPoint()) {
          ids[to] = at < below ? at : at - below;
        }
      }
    }
  }

  private boolean byPoint() {
    return found.length() > 0;
  }

  private static boolean asks(long item) {
    return item < 0;
  }

  /// The number of pairs; unreliable if the meter stopped.
  long count() {
    if (meter.stopped()) {
      return 0;
    }
    Part all = new Part(items, ids, 0, items.length, 0);
    if (threads == 1) {
      return all.compute();
    }
    try (ForkJoinPool pool = new ForkJoinPool(threads)) {
      return pool.invoke(all);
    }
  }

  /// Receives the count of each query.
  interface Taker {
    void take(int point, int count);
  }

  /// Passes the counts by query.
  void forEach(Taker taker) {
    for (int at = 0; at < found.length(); at++) {
      taker.take(at, found.get(at));
    }
  }

  private boolean spend(long steps) {
    synchronized (meter) {
      return meter.spend(steps);
    }
  }

  private boolean look() {
    synchronized (meter) {
      return meter.look();
    }
  }

  /// The pairs among consecutive items, in the coordinates from a field on. The fields before it
  /// are known to be smaller.
  private final class Part extends RecursiveTask<Long> {
    private final long[] items;
    private final int[] ids;
    private final int from;
    private final int to;
    private final int field;

    Part(long[] items, int[] ids, int from, int to, int field) {
      this.items = items;
      this.ids = ids;
      this.from = from;
      this.to = to;
      this.field = field;
    }

    @Override
    protected Long compute() {
      int size = to - from;
      if (size < 2 || spend(1 + size / 1000)) {
        return 0L;
      }
      if (size <= FEW) {
        return compare();
      }
      int left = fields.last() - field;
      boolean isSwept = left == 0 || (left == 1 && isTwoDimensional);
      boolean isLarge = size > FORK && size > DominanceCount.this.items.length / PARTS;
      return isSwept && (left == 0 || !isLarge) ? sweep() : split();
    }

    private long compare() {
      long[] points = new long[to - from];
      int size = 0;
      long count = 0;
      for (int at = from; at < to; at++) {
        if (asks(items[at])) {
          count += take(at, dominated(items[at], points, size));
        } else {
          points[size++] = items[at];
        }
      }
      return count;
    }

    /// The points that a query dominates in all fields: no free bit of the difference is borrowed.
    private long dominated(long query, long[] points, int size) {
      long guards = fields.guards;
      long count = 0;
      for (int at = 0; at < size; at++) {
        count += (guards - ((query - points[at]) & guards) - 1) >>> (Long.SIZE - 1);
      }
      return count;
    }

    private long take(int at, long count) {
      if (byPoint() && count > 0) {
        found.addAndGet(ids[at], (int) count);
      }
      return count;
    }

    /// Splits the items by the field: pairs across it, then those on either side.
    private long split() {
      int least = Integer.MAX_VALUE;
      int most = 0;
      for (int at = from; at < to; at++) {
        int value = fields.get(items[at], field);
        least = Math.min(least, value);
        most = Math.max(most, value);
      }
      if (least == most) {
        return new Part(items, ids, from, to, field + 1).compute();
      }
      int middle = middle(least, most);
      boolean isForked = threads > 1 && to - from > FORK;
      Part across = across(middle);
      if (isForked) {
        across.fork();
      }
      long count = isForked ? 0 : across.compute();
      int bound = part(middle);
      Part low = new Part(items, ids, from, bound, field);
      Part high = new Part(items, ids, bound, to, field);
      if (isForked) {
        low.fork();
        return high.compute() + low.join() + across.join();
      }
      return count + low.compute() + high.compute();
    }

    /// About the median of the field, above the least.
    private int middle(int least, int most) {
      int[] some = new int[31];
      for (int at = 0; at < some.length; at++) {
        long step = (long) (to - from) * at / some.length;
        some[at] = fields.get(items[from + (int) step], field);
      }
      Arrays.sort(some);
      return Math.clamp(some[some.length / 2], least + 1, most);
    }

    /// Copies the points below a value and the queries from it on.
    private Part across(int middle) {
      int size = 0;
      for (int at = from; at < to; at++) {
        size += isAcross(items[at], middle) ? 1 : 0;
      }
      long[] copy = new long[size];
      int[] copyIds = new int[byPoint() ? size : 0];
      int into = 0;
      for (int at = from; at < to; at++) {
        if (isAcross(items[at], middle)) {
          if (byPoint()) {
            copyIds[into] = ids[at];
          }
          copy[into++] = items[at];
        }
      }
      return new Part(copy, copyIds, 0, size, field + 1);
    }

    private boolean isAcross(long item, int middle) {
      return asks(item) == (fields.get(item, field) >= middle);
    }

    /// Stable partition of the items by the field.
    private int part(int middle) {
      int count = 0;
      for (int at = from; at < to; at++) {
        count += fields.get(items[at], field) < middle ? 0 : 1;
      }
      long[] above = new long[count];
      int[] aboveIds = new int[byPoint() ? count : 0];
      int low = from;
      int high = 0;
      for (int at = from; at < to; at++) {
        boolean isLow = fields.get(items[at], field) < middle;
        if (byPoint()) {
          (isLow ? ids : aboveIds)[isLow ? low : high] = ids[at];
        }
        if (isLow) {
          items[low++] = items[at];
        } else {
          above[high++] = items[at];
        }
      }
      System.arraycopy(above, 0, items, low, count);
      System.arraycopy(aboveIds, 0, ids, byPoint() ? low : 0, aboveIds.length);
      return low;
    }

    private long sweep() {
      int[] free = tables.poll();
      Table table = new Table(free == null ? new int[cells()] : free, field < fields.last());
      long count = 0;
      int end = from;
      for (; end < to && !(end % LOOK_EVERY == 0 && look()); end++) {
        if (asks(items[end])) {
          count += take(end, table.sum(items[end]));
        } else {
          table.add(items[end], 1);
        }
      }
      table.clear(items, from, end);
      tables.add(table.cells);
      return count;
    }
  }

  /// The cells of a table, for both kinds of sweeps.
  private int cells() {
    int last = fields.last();
    long rows = isTwoDimensional ? fields.ranges[last - 1] + 2 : 2;
    return Math.toIntExact(rows * (fields.ranges[last] + 2));
  }

  /// A Fenwick tree over the last two fields, or the last.
  private final class Table {
    private final int[] cells;
    private final boolean hasRows;
    private final int rows;
    private final int columns;

    Table(int[] cells, boolean hasRows) {
      this.cells = cells;
      this.hasRows = hasRows;
      rows = hasRows ? (int) fields.ranges[fields.last() - 1] + 1 : 1;
      columns = (int) fields.ranges[fields.last()] + 1;
    }

    private int row(long item) {
      return hasRows ? fields.get(item, fields.last() - 1) + 1 : 1;
    }

    private int column(long item) {
      return fields.get(item, fields.last()) + 1;
    }

    void add(long item, int count) {
      int column = column(item);
      for (int at = row(item); at <= rows; at += at & -at) {
        int start = at * (columns + 1);
        for (int each = column; each <= columns; each += each & -each) {
          cells[start + each] += count;
        }
      }
    }

    int sum(long item) {
      int column = column(item);
      int sum = 0;
      for (int at = row(item); at > 0; at &= at - 1) {
        int start = at * (columns + 1);
        for (int each = column; each > 0; each &= each - 1) {
          sum += cells[start + each];
        }
      }
      return sum;
    }

    /// Takes out the points among some items.
    void clear(long[] items, int from, int to) {
      if (to - from > cells.length / Short.SIZE) {
        Arrays.fill(cells, 0);
        return;
      }
      for (int at = from; at < to; at++) {
        if (!asks(items[at])) {
          add(items[at], -1);
        }
      }
    }
  }
}
