package org.parley.bargain.frontier;

import java.util.Arrays;
import org.parley.bargain.graph.Packing;

/// A Fenwick tree of maxima over the swept lanes but the last, for dominance tests with three to
/// five parties.
///
/// Each place holds the maximum of the last lane, plus one, among vectors at least as good in the
/// others. One dimension for three parties, two for four, three for five. Cost of a vector: the
/// product of the logarithms of the dimensions; initialisation costs the whole table.
final class FenwickCover implements Cover.Large {

  private final Packing packing;

  /// The lane of the first dimension.
  private final int first;

  private final int dimensions;

  /// The length of each dimension, fastest last; 1 for unused ones.
  private final int planes;

  private final int rows;
  private final int columns;

  /// The largest value in the lane of each dimension.
  private final long top1;

  private final long top2;
  private final long top3;
  private final int[] table;

  /// @param first the first lane that is compared: those before decide nothing
  /// @param high the maximum of each lane
  /// @param low the minimum of each lane
  /// @param memory an earlier table, reused if large enough
  FenwickCover(Packing packing, int first, long[] low, long[] high, int[] memory) {
    this.packing = packing;
    this.first = first;
    dimensions = packing.parties() - 1 - first;
    int last = packing.parties() - 2;
    columns = length(low, high, last);
    rows = dimensions < 2 ? 1 : length(low, high, last - 1);
    planes = dimensions < 3 ? 1 : length(low, high, first);
    top1 = high[first];
    top2 = dimensions < 2 ? 0 : high[first + 1];
    top3 = dimensions < 3 ? 0 : high[first + 2];
    int cells = (int) cells(first, low, high);
    table = memory.length >= cells ? memory : new int[Math.max(cells, memory.length * 2)];
    Arrays.fill(table, 0, cells, 0);
  }

  int[] memory() {
    return table;
  }

  private static int length(long[] low, long[] high, int lane) {
    return (int) (high[lane] - low[lane] + 1);
  }

  /// The cells of the table; a huge number if that overflows.
  static long cells(int first, long[] low, long[] high) {
    double cells = 1;
    int last = low.length - 1;
    for (int lane = first; lane < last; lane++) {
      cells *= (double) (high[lane] - low[lane]) + 2;
    }
    return cells < 1L << 40 && high[last] < Integer.MAX_VALUE - 1 ? (long) cells : Long.MAX_VALUE;
  }

  @Override
  public boolean add(long[] vectors, int at) {
    return switch (dimensions) {
      case 1 -> addToLine(vectors, at);
      case 2 -> addToTable(vectors, at);
      default -> addToCube(vectors, at);
    };
  }

  @Override
  public boolean covers(long[] vectors, int at) {
    int value = value(vectors, at);
    int one = place(packing.lane(vectors, at, first), top1);
    if (dimensions == 1) {
      return covers(0, one, value);
    }
    int two = place(packing.lane(vectors, at, first + 1), top2);
    if (dimensions == 2) {
      return covers(0, one, two, value);
    }
    int three = place(packing.lane(vectors, at, first + 2), top3);
    for (int p = one; p > 0; p &= p - 1) {
      if (covers(p * (rows + 1), two, three, value)) {
        return true;
      }
    }
    return false;
  }

  /// Whether the rows up to one cover a value, from some row of the table on.
  private boolean covers(int base, int row, int column, int value) {
    for (int r = row; r > 0; r &= r - 1) {
      if (covers((base + r) * (columns + 1), column, value)) {
        return true;
      }
    }
    return false;
  }

  private boolean addToLine(long[] vectors, int at) {
    int column = place(packing.lane(vectors, at, first), top1);
    int value = value(vectors, at);
    if (covers(0, column, value)) {
      return false;
    }
    raise(0, column, value);
    return true;
  }

  private boolean addToTable(long[] vectors, int at) {
    int row = place(packing.lane(vectors, at, first), top1);
    int column = place(packing.lane(vectors, at, first + 1), top2);
    int value = value(vectors, at);
    int width = columns + 1;
    for (int r = row; r > 0; r &= r - 1) {
      if (covers(r * width, column, value)) {
        return false;
      }
    }
    for (int r = row; r <= rows; r += r & -r) {
      raise(r * width, column, value);
    }
    return true;
  }

  private boolean addToCube(long[] vectors, int at) {
    int plane = place(packing.lane(vectors, at, first), top1);
    int row = place(packing.lane(vectors, at, first + 1), top2);
    int column = place(packing.lane(vectors, at, first + 2), top3);
    int value = value(vectors, at);
    int width = columns + 1;
    for (int p = plane; p > 0; p &= p - 1) {
      for (int r = row; r > 0; r &= r - 1) {
        if (covers((p * (rows + 1) + r) * width, column, value)) {
          return false;
        }
      }
    }
    for (int p = plane; p <= planes; p += p & -p) {
      for (int r = row; r <= rows; r += r & -r) {
        raise((p * (rows + 1) + r) * width, column, value);
      }
    }
    return true;
  }

  private int value(long[] vectors, int index) {
    return (int) packing.lane(vectors, index, first + dimensions) + 1;
  }

  /// The position of a lane, largest value first.
  private static int place(long lane, long top) {
    return (int) (top - lane + 1);
  }

  private boolean covers(int base, int column, int value) {
    int[] held = table;
    for (int c = column; c > 0; c &= c - 1) {
      if (held[base + c] >= value) {
        return true;
      }
    }
    return false;
  }

  private void raise(int base, int column, int value) {
    int[] held = table;
    for (int c = column; c <= columns && held[base + c] < value; c += c & -c) {
      held[base + c] = value;
    }
  }
}
