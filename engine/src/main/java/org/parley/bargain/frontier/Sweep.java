package org.parley.bargain.frontier;

import java.util.Arrays;
import org.parley.bargain.graph.Packing;
import org.parley.exact.Meter;

/// Keeps the vectors that no other dominates, in one sweep over vectors sorted from the largest
/// down.
///
/// A vector can only be dominated by an earlier one, and then by one that is at least as good in
/// all lanes but the first (Kung, Luccio and Preparata 1975). What the kept ones cover there is
/// held in a running maximum (2 parties), a Fenwick tree of maxima (3), a two-dimensional one (4)
/// or a three-dimensional one (5), where its table fits, else in a [BoxTree]. Cost per vector:
/// constant, log r, log^2 r, log^3 r for range r; for the tree it depends on the data.
final class Sweep {

  /// The largest table of the two-dimensional Fenwick tree.
  private static final long MOST_CELLS = 1 << 24;

  /// The longest one-dimensional one.
  private static final long LONGEST = 1 << 26;

  private final Packing packing;
  private final boolean boxesOnly;
  private long[] line = new long[0];
  private int[] table = new int[0];

  /// @param boxesOnly holds everything in box trees: tests switch the faster ways off
  Sweep(Packing packing, boolean boxesOnly) {
    this.packing = packing;
    this.boxesOnly = boxesOnly;
  }

  /// Sweeps once over vectors sorted from the largest down.
  ///
  /// @return the vectors that are kept, in the same order; unfinished where the meter stops it
  long[] filter(long[] sorted, Meter meter) {
    int words = packing.words;
    int count = sorted.length / words;
    long[] kept = new long[sorted.length];
    int size = 0;
    Cover cover = cover(sorted, count);
    for (int index = 0; index < count; index++) {
      if (meter.spend(1)) {
        break;
      }
      if (cover.add(sorted, index)) {
        for (int w = 0; w < words; w++) {
          kept[size * words + w] = sorted[index * words + w];
        }
        size++;
      }
    }
    return Arrays.copyOf(kept, size * words);
  }

  /// What the vectors kept so far cover in all lanes but the first.
  interface Cover {
    /// Takes in a vector, unless it is covered already; says whether it was taken in.
    boolean add(long[] vectors, int index);
  }

  private Cover cover(long[] sorted, int count) {
    int parties = packing.parties();
    if (parties == 1) {
      return (_, index) -> index == 0;
    }
    if (parties == 2 && !boxesOnly) {
      return new RunningMaximum();
    }
    long second = largest(sorted, count, 1) + 2;
    if (parties == 3 && second <= LONGEST && !boxesOnly) {
      return new Line((int) second);
    }
    if (parties == 4 && !boxesOnly) {
      long third = largest(sorted, count, 2) + 2;
      if (second <= MOST_CELLS
          && third <= MOST_CELLS
          && second * third <= MOST_CELLS
          && packing.range[3] < Integer.MAX_VALUE - 1) {
        return new Table((int) second, (int) third);
      }
    }
    if (parties == 5 && !boxesOnly) {
      double third = (double) largest(sorted, count, 2) + 2;
      double fourth = (double) largest(sorted, count, 3) + 2;
      if ((second + 1) * (third + 1) * (fourth + 1) <= MOST_CELLS
          && packing.range[4] < Integer.MAX_VALUE - 1) {
        return new Cube((int) second, (int) third, (int) fourth);
      }
    }
    return new BoxTree(packing, sorted, count);
  }

  private long largest(long[] vectors, int count, int party) {
    long largest = 0;
    for (int index = 0; index < count; index++) {
      largest = Math.max(largest, packing.lane(vectors, index, party));
    }
    return largest;
  }

  private final class RunningMaximum implements Cover {
    private long most = -1;

    @Override
    public boolean add(long[] vectors, int index) {
      long value = packing.lane(vectors, index, 1);
      if (value <= most) {
        return false;
      }
      most = value;
      return true;
    }
  }

  /// A Fenwick tree: by second lane from the top down, the largest third lane plus one.
  private final class Line implements Cover {
    private final int length;

    Line(int length) {
      this.length = length;
      if (line.length <= length) {
        line = new long[length + 1];
      }
      Arrays.fill(line, 0, length + 1, 0);
    }

    @Override
    public boolean add(long[] vectors, int index) {
      int place = length - (int) packing.lane(vectors, index, 1);
      long value = packing.lane(vectors, index, 2) + 1;
      for (int at = place; at > 0; at &= at - 1) {
        if (line[at] >= value) {
          return false;
        }
      }
      for (int at = place; at <= length && line[at] < value; at += at & -at) {
        line[at] = value;
      }
      return true;
    }
  }

  /// A Fenwick tree over the second and third lane: the largest fourth lane plus one.
  private final class Table implements Cover {
    private final int rows;
    private final int columns;

    Table(int rows, int columns) {
      this.rows = rows;
      this.columns = columns;
      int cells = (rows + 1) * (columns + 1);
      if (table.length < cells) {
        table = new int[cells];
      } else {
        Arrays.fill(table, 0, cells, 0);
      }
    }

    @Override
    public boolean add(long[] vectors, int index) {
      int row = rows - (int) packing.lane(vectors, index, 1);
      int column = columns - (int) packing.lane(vectors, index, 2);
      int value = (int) packing.lane(vectors, index, 3) + 1;
      for (int r = row; r > 0; r &= r - 1) {
        int base = r * (columns + 1);
        for (int c = column; c > 0; c &= c - 1) {
          if (table[base + c] >= value) {
            return false;
          }
        }
      }
      for (int r = row; r <= rows; r += r & -r) {
        int base = r * (columns + 1);
        for (int c = column; c <= columns && table[base + c] < value; c += c & -c) {
          table[base + c] = value;
        }
      }
      return true;
    }
  }

  /// A Fenwick tree over the second, third and fourth lane: the largest fifth lane plus one.
  private final class Cube implements Cover {
    private final int planes;
    private final int rows;
    private final int columns;

    Cube(int planes, int rows, int columns) {
      this.planes = planes;
      this.rows = rows;
      this.columns = columns;
      int cells = (planes + 1) * (rows + 1) * (columns + 1);
      if (table.length < cells) {
        table = new int[cells];
      } else {
        Arrays.fill(table, 0, cells, 0);
      }
    }

    @Override
    public boolean add(long[] vectors, int index) {
      int plane = planes - (int) packing.lane(vectors, index, 1);
      int row = rows - (int) packing.lane(vectors, index, 2);
      int column = columns - (int) packing.lane(vectors, index, 3);
      int value = (int) packing.lane(vectors, index, 4) + 1;
      for (int p = plane; p > 0; p &= p - 1) {
        for (int r = row; r > 0; r &= r - 1) {
          int base = (p * (rows + 1) + r) * (columns + 1);
          for (int c = column; c > 0; c &= c - 1) {
            if (table[base + c] >= value) {
              return false;
            }
          }
        }
      }
      for (int p = plane; p <= planes; p += p & -p) {
        for (int r = row; r <= rows; r += r & -r) {
          int base = (p * (rows + 1) + r) * (columns + 1);
          for (int c = column; c <= columns && table[base + c] < value; c += c & -c) {
            table[base + c] = value;
          }
        }
      }
      return true;
    }
  }
}
