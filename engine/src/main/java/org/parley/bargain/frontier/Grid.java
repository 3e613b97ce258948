package org.parley.bargain.frontier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.graph.Packing;
import org.parley.exact.Meter;

/// Constant-sum frontiers as bit tables.
///
/// No vector dominates another there, the last worth follows from the others, and settling a point
/// shifts all bits by each option. The table has a plane for each worth of the first party and a
/// row for each combination of the next. Within a row there is a bit for each worth of the last but
/// one. Only the words between the first and last bit of a row are held. Cost of a point: options
/// times words. Use lists if sums are sparse.
final class Grid implements Front {

  /// Words that count as one state of a budget: lists need room to grow, tables do not.
  private static final int WORDS_A_STATE = 4;

  /// Words shifted at about the cost of one merged candidate.
  private static final int WORDS_A_STEP = 16;

  private final Packing packing;

  /// The range of the lanes and their total.
  private final Extent extent;

  private final Plane[] planes;

  /// Cumulated vectors in the larger planes.
  private final int[] above;

  private final int size;
  private final long words;

  private Grid(Packing packing, Extent extent, Plane[] planes, int[] above, int size, long words) {
    this.packing = packing;
    this.extent = extent;
    this.planes = planes;
    this.above = above;
    this.size = size;
    this.words = words;
  }

  /// The vectors with the same worth for the first party.
  private static final class Plane {
    private static final Plane EMPTY = new Plane(new long[0], new int[0], new int[0], new int[0]);

    /// The words of all rows.
    private final long[] bits;

    /// Where the words of each row begin; one entry more than rows.
    private final int[] begin;

    /// The index in its row of the first word held.
    private final int[] base;

    /// Cumulated vectors in the larger rows of the plane.
    private final int[] above;

    Plane(long[] bits, int[] begin, int[] base, int[] above) {
      this.bits = bits;
      this.begin = begin;
      this.base = base;
      this.above = above;
    }

    boolean isEmpty() {
      return bits.length == 0;
    }
  }

  /// The extent of a table.
  ///
  /// @param most the largest lane of each party
  /// @param total the constant sum of the lanes
  record Extent(List<Long> most, long total) {

    /// The words of a table; a huge number if that overflows.
    long words() {
      double words = rowWords();
      for (int party = 0; party < most.size() - 2; party++) {
        words *= (double) most.get(party) + 1;
      }
      return words < 1L << 30 ? (long) words : Long.MAX_VALUE;
    }

    private double rowWords() {
      return (double) (most.get(most.size() - 2) / Long.SIZE) + 1;
    }

    private int length(int party) {
      return (int) (most.get(party) + 1);
    }

    private int rows() {
      int rows = 1;
      for (int party = 1; party < most.size() - 2; party++) {
        rows *= length(party);
      }
      return rows;
    }
  }

  /// A front and its shift by a step.
  private static final class Moved {
    private final Grid from;
    private final long[] adds;

    /// The target row of each row.
    private final int[] rows;

    Moved(Grid from, long[] adds, Extent to) {
      this.from = from;
      this.adds = adds;
      rows = Grid.rows(from.extent, adds, to);
    }
  }

  /// Builds a table plane by plane, from the largest down.
  private static final class Builder {
    private final Packing packing;
    private final Extent extent;
    private final int rows;
    private final int rowWords;
    private final long[] scratch;
    private final Plane[] planes;
    private final int[] above;
    private long size;
    private long words;

    Builder(Packing packing, Extent extent) {
      this.packing = packing;
      this.extent = extent;
      rows = extent.rows();
      rowWords = (int) extent.rowWords();
      scratch = new long[rows * rowWords];
      planes = new Plane[extent.length(0)];
      above = new int[planes.length];
    }

    /// Moves the scratch plane into the table and clears it; returns whether there was room.
    boolean take(int plane, long[] need) {
      clip(plane, need);
      int[] begin = new int[rows + 1];
      int[] base = new int[rows];
      int kept = 0;
      for (int row = 0; row < rows; row++) {
        int from = row * rowWords;
        int until = from + rowWords;
        while (from < until && scratch[from] == 0) {
          from++;
        }
        while (from < until && scratch[until - 1] == 0) {
          until--;
        }
        base[row] = from - row * rowWords;
        System.arraycopy(scratch, from, scratch, kept, until - from);
        kept += until - from;
        begin[row + 1] = kept;
      }
      above[plane] = (int) size;
      planes[plane] = Plane.EMPTY;
      if (kept > 0) {
        long[] bits = Arrays.copyOf(scratch, kept);
        planes[plane] = new Plane(bits, begin, base, count(bits, begin));
        words += kept + 2L * rows;
      }
      Arrays.fill(scratch, 0);
      return size <= Integer.MAX_VALUE;
    }

    private int[] count(long[] bits, int[] begin) {
      int[] larger = new int[rows];
      int count = 0;
      for (int row = rows - 1; row >= 0; row--) {
        larger[row] = count;
        for (int at = begin[row]; at < begin[row + 1]; at++) {
          count += Long.bitCount(bits[at]);
        }
      }
      size += count;
      return larger;
    }

    /// Clears the vectors that leave a party below its need.
    private void clip(int plane, long[] need) {
      int parties = packing.parties();
      boolean isNeeded = false;
      long[] least = new long[parties];
      for (int party = 0; party < parties; party++) {
        least[party] = packing.lane(need, 0, party);
        isNeeded |= least[party] > 0;
      }
      for (int row = 0; isNeeded && row < rows; row++) {
        boolean reaches = plane >= least[0];
        long left = extent.total - plane - least[parties - 1];
        int rest = row;
        for (int party = parties - 3; party > 0; party--) {
          int lane = rest % extent.length(party);
          rest /= extent.length(party);
          reaches &= lane >= least[party];
          left -= lane;
        }
        for (int word = 0; word < rowWords; word++) {
          long first = (long) word * Long.SIZE;
          long from = Math.max(0, least[parties - 2] - first);
          long until = Math.min(Long.SIZE - 1L, left - first);
          scratch[row * rowWords + word] &= reaches ? ones(from, until) : 0;
        }
      }
    }

    /// A mask from one bit to another, both included.
    private static long ones(long from, long until) {
      return from > until ? 0 : (-1L << from) & (-1L >>> (Long.SIZE - 1 - until));
    }

    Grid built() {
      return new Grid(packing, extent, planes, above, (int) size, words);
    }
  }

  /// The same vectors as a table.
  static Grid of(Packing packing, Front front, Extent extent) {
    if (front instanceof Grid grid) {
      return grid;
    }
    Builder builder = new Builder(packing, extent);
    long[] list = front.list();
    long[] none = new long[packing.words];
    int parties = packing.parties();
    int index = 0;
    for (int plane = builder.planes.length - 1; plane >= 0; plane--) {
      while (index < front.size() && packing.lane(list, index, 0) == plane) {
        int row = 0;
        for (int party = 1; party < parties - 2; party++) {
          row = row * extent.length(party) + (int) packing.lane(list, index, party);
        }
        long lane = packing.lane(list, index, parties - 2);
        builder.scratch[row * builder.rowWords + (int) (lane / Long.SIZE)] |= 1L << lane;
        index++;
      }
      builder.take(plane, none);
    }
    return builder.built();
  }

  /// Settles a point: each front shifted by each step into this state.
  ///
  /// @param from the fronts, one a step
  /// @param adds by step, the addition to each lane
  /// @param need the least worth of a vector, packed
  /// @param most the states of a budget that may be held
  /// @return null if the meter stopped it or memory is short
  static @Nullable Grid next(
      List<Grid> from, List<long[]> adds, Extent extent, long[] need, long most, Meter meter) {
    Packing packing = from.getFirst().packing;
    Builder builder = new Builder(packing, extent);
    List<Moved> moves = new ArrayList<>();
    for (int step = 0; step < from.size(); step++) {
      moves.add(new Moved(from.get(step), adds.get(step), extent));
    }
    for (int plane = builder.planes.length - 1; plane >= 0; plane--) {
      long work = builder.scratch.length;
      for (Moved move : moves) {
        long source = plane - move.adds[0];
        if (source >= 0 && source < move.from.planes.length) {
          Plane moved = move.from.planes[(int) source];
          move(moved, move, builder);
          work += moved.bits.length;
        }
      }
      if (!builder.take(plane, need)
          || meter.spend(1 + work / WORDS_A_STEP)
          || builder.words / WORDS_A_STATE > most) {
        return null;
      }
    }
    return builder.built();
  }

  /// The target row of each row of a table.
  private static int[] rows(Extent from, long[] adds, Extent to) {
    int[] rows = new int[from.rows()];
    for (int row = 0; row < rows.length; row++) {
      int rest = row;
      int stride = 1;
      for (int party = from.most.size() - 3; party > 0; party--) {
        int lane = rest % from.length(party) + (int) adds[party];
        rest /= from.length(party);
        rows[row] += lane * stride;
        stride *= to.length(party);
      }
    }
    return rows;
  }

  private static void move(Plane plane, Moved move, Builder builder) {
    if (plane.isEmpty()) {
      return;
    }
    long add = move.adds[move.adds.length - 2];
    int shift = (int) (add % Long.SIZE);
    long[] bits = plane.bits;
    long[] into = builder.scratch;
    for (int row = 0; row < move.rows.length; row++) {
      int from = plane.begin[row];
      int length = plane.begin[row + 1] - from;
      if (length > 0) {
        int to = move.rows[row] * builder.rowWords + plane.base[row] + (int) (add / Long.SIZE);
        if (shift == 0) {
          for (int at = 0; at < length; at++) {
            into[to + at] |= bits[from + at];
          }
        } else {
          into[to] |= bits[from] << shift;
          for (int at = 1; at < length; at++) {
            into[to + at] |= (bits[from + at] << shift) | (bits[from + at - 1] >>> -shift);
          }
          long over = bits[from + length - 1] >>> -shift;
          if (over != 0) {
            into[to + length] |= over;
          }
        }
      }
    }
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public long held() {
    return words / WORDS_A_STATE;
  }

  @Override
  public long[] vector(int index) {
    int at = firstNotAbove(above, index);
    Plane plane = planes[at];
    int left = index - above[at];
    int row = firstNotAbove(plane.above, left);
    left -= plane.above[row];
    int word = plane.begin[row + 1] - 1;
    for (int count = Long.bitCount(plane.bits[word]);
        count <= left;
        count = Long.bitCount(plane.bits[word])) {
      left -= count;
      word--;
    }
    long bits = plane.bits[word];
    for (; left > 0; left--) {
      bits ^= Long.highestOneBit(bits);
    }
    long first = (long) (word - plane.begin[row] + plane.base[row]) * Long.SIZE;
    return packed(at, row, first + Long.SIZE - 1 - Long.numberOfLeadingZeros(bits));
  }

  private long[] packed(int plane, int row, long lane) {
    long[] lanes = new long[packing.parties()];
    lanes[0] = plane;
    int rest = row;
    for (int party = lanes.length - 3; party > 0; party--) {
      lanes[party] = rest % extent.length(party);
      rest /= extent.length(party);
    }
    lanes[lanes.length - 2] = lane;
    long last = extent.total;
    for (long each : lanes) {
      last -= each;
    }
    lanes[lanes.length - 1] = last;
    return packing.pack(lanes);
  }

  /// The first position with at most `index` above it; the counts descend strictly.
  private static int firstNotAbove(int[] above, int index) {
    int low = 0;
    int high = above.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (above[middle] <= index) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  @Override
  public int find(long[] wanted) {
    int parties = packing.parties();
    long sum = packing.lane(wanted, 0, parties - 1) + packing.lane(wanted, 0, parties - 2);
    int row = 0;
    for (int party = 0; party < parties - 2; party++) {
      long lane = packing.lane(wanted, 0, party);
      if (lane > extent.most.get(party)) {
        return -1;
      }
      row = party == 0 ? 0 : row * extent.length(party) + (int) lane;
      sum += lane;
    }
    int first = (int) packing.lane(wanted, 0, 0);
    Plane plane = planes[first];
    if (sum != extent.total || plane.isEmpty()) {
      return -1;
    }
    int lane = (int) packing.lane(wanted, 0, parties - 2);
    int word = lane / Long.SIZE - plane.base[row] + plane.begin[row];
    if (word < plane.begin[row]
        || word >= plane.begin[row + 1]
        || (plane.bits[word] >>> lane & 1) == 0) {
      return -1;
    }
    int index = above[first] + plane.above[row];
    for (int larger = word + 1; larger < plane.begin[row + 1]; larger++) {
      index += Long.bitCount(plane.bits[larger]);
    }
    return index + Long.bitCount(plane.bits[word] >>> lane >>> 1);
  }

  @Override
  public long[] list() {
    long[] list = new long[Math.multiplyExact(size, packing.words)];
    int end = 0;
    for (int at = planes.length - 1; at >= 0; at--) {
      Plane plane = planes[at];
      for (int row = plane.base.length - 1; row >= 0; row--) {
        for (int word = plane.begin[row + 1] - 1; word >= plane.begin[row]; word--) {
          long first = (long) (word - plane.begin[row] + plane.base[row]) * Long.SIZE;
          for (long bits = plane.bits[word]; bits != 0; bits ^= Long.highestOneBit(bits)) {
            long lane = first + Long.SIZE - 1 - Long.numberOfLeadingZeros(bits);
            System.arraycopy(packed(at, row, lane), 0, list, end, packing.words);
            end += packing.words;
          }
        }
      }
    }
    return list;
  }
}
