package org.parley.bargain.frontier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.graph.Layers;
import org.parley.bargain.graph.Packing;
import org.parley.exact.Meter;

/// Settles one point more: the vectors kept before it, shifted by each option, are merged in order
/// and swept for dominance.
///
/// A vector can only be dominated by an earlier one in the order, and then by one that is at least
/// as good in all lanes but the first (Kung, Luccio and Preparata 1975). What those kept so far
/// cover there is held in whatever suits their number: nothing at all where all that the parties
/// get adds up to the same, a running maximum (2 parties), a short list, a Fenwick tree of maxima
/// (3 to 5, where its table fits), else a [BoxTree].
final class Advance {

  /// The largest table of a Fenwick tree.
  private static final long MOST_CELLS = 1 << 24;

  /// The largest one for each vector that will be looked up in it.
  private static final long CELLS_A_VECTOR = 16;

  /// So many candidates are looked at in a row.
  private static final int BLOCK = 128;

  /// Up to so many candidates are held in a list.
  private static final int FEW = 256;

  private final Layers layers;
  private final Packing packing;

  /// The most that can still be got, by layer and state; null where there are no baselines.
  private final long @Nullable [][][] most;

  private final boolean boxesOnly;
  private final boolean isConstant;
  private int[] memory = new int[0];

  /// @param boxesOnly holds everything in box trees: tests switch the faster ways off
  Advance(Layers layers, Packing packing, boolean boxesOnly) {
    this.layers = layers;
    this.packing = packing;
    this.boxesOnly = boxesOnly;
    boolean bounded = false;
    for (int party = 0; party < layers.parties(); party++) {
      bounded |= layers.baseline(party) != Long.MIN_VALUE;
    }
    most = bounded ? layers.most() : null;
    isConstant = !boxesOnly && packing.parties() > 2 && isConstantSum(layers);
  }

  /// Whether what the parties get adds up to the same for each package.
  private static boolean isConstantSum(Layers layers) {
    for (Layers.Layer layer : layers.layers) {
      for (long[] worth : layer.worth()) {
        if (sum(worth) != sum(layer.worth()[0])) {
          return false;
        }
      }
    }
    return true;
  }

  private static long sum(long[] worths) {
    long sum = 0;
    for (long worth : worths) {
      sum += worth;
    }
    return sum;
  }

  /// The vectors kept of each state.
  static final class Kept {
    private final long[][] fronts;
    private final long count;

    /// @param fronts by state, sorted from the largest down
    /// @param count how many there are
    Kept(long[][] fronts, long count) {
      this.fronts = fronts;
      this.count = count;
    }

    long[][] fronts() {
      return fronts;
    }

    long count() {
      return count;
    }
  }

  /// Settles the point of a layer.
  ///
  /// @param before the vectors kept before it
  /// @param loss by party, how much worse a kept vector may be than what it stands for; null for
  ///   nothing
  /// @param mostKept how many may be kept
  /// @return null where the meter stopped it or more would have to be kept
  @Nullable Kept next(int at, Kept before, long @Nullable [] loss, long mostKept, Meter meter) {
    Layers.Layer layer = layers.layers.get(at);
    int states = layers.states[at + 1];
    List<List<Merge.Stream>> into = new ArrayList<>(states);
    for (int state = 0; state < states; state++) {
      into.add(new ArrayList<>());
    }
    for (int step = 0; step < layer.steps(); step++) {
      into.get(layer.to()[step]).add(new Merge.Stream(before.fronts()[layer.from()[step]], step));
    }
    long[][] fronts = new long[states][];
    long kept = 0;
    for (int state = 0; state < states; state++) {
      long[] front = sweep(at, state, into.get(state), loss, mostKept - kept, meter);
      if (front == null) {
        return null;
      }
      fronts[state] = front;
      kept += front.length / packing.words;
    }
    return new Kept(fronts, kept);
  }

  private static final class Growing {
    long[] held = new long[16];
    int size;

    void reserve(int more) {
      if (size + more > held.length) {
        held = Arrays.copyOf(held, (int) Math.min(Integer.MAX_VALUE - 8L, 2L * held.length + more));
      }
    }

    long[] trimmed() {
      return size == held.length ? held : Arrays.copyOf(held, size);
    }
  }

  private long @Nullable [] sweep(
      int at,
      int state,
      List<Merge.Stream> streams,
      long @Nullable [] loss,
      long mostKept,
      Meter meter) {
    Merge merge = new Merge(packing, streams, packing.adds[at]);
    long[] need = need(at, state);
    if (need.length == 0) {
      return need;
    }
    boolean bounded = most != null;
    Cover cover = cover(at, streams, merge.size(), loss == null);
    int words = packing.words;
    Growing kept = new Growing();
    long[] one = new long[words];
    long count = 0;
    for (int size = merge.next(); size > 0; size = merge.next()) {
      long[] slice = merge.slice();
      for (int index = 0; index < size; index++) {
        if ((index & (BLOCK - 1)) == 0
            && meter.spend(Math.min(BLOCK, size - index) + cover.work())) {
          return null;
        }
        if (bounded && !packing.covers(slice, index, need, 0)) {
          continue;
        }
        if (loss != null) {
          lower(slice, index, loss, one);
        }
        if (loss == null
            ? cover.add(slice, index, slice, index)
            : cover.add(slice, index, one, 0)) {
          if (++count > mostKept) {
            return null;
          }
          kept.reserve(words);
          for (int w = 0; w < words; w++) {
            kept.held[kept.size++] = slice[index * words + w];
          }
        }
      }
    }
    if (cover instanceof FenwickCover fenwick) {
      memory = fenwick.memory();
    }
    return kept.trimmed();
  }

  private void lower(long[] vectors, int index, long[] loss, long[] into) {
    Arrays.fill(into, 0);
    for (int party = 0; party < loss.length; party++) {
      into[packing.word[party]] |=
          Math.max(0, packing.lane(vectors, index, party) - loss[party]) << packing.shift[party];
    }
  }

  /// What a vector must have at the least for the baselines to stay within reach; empty where none
  /// can.
  private long[] need(int at, int state) {
    long[] needed = new long[packing.parties()];
    for (int party = 0; party < needed.length && most != null; party++) {
      long baseline = layers.baseline(party);
      long least =
          baseline == Long.MIN_VALUE
              ? 0
              : baseline - most[at + 1][state][party] - packing.offset[at + 1][party];
      if (least > packing.range[party]) {
        return new long[0];
      }
      needed[party] = Math.max(0, least);
    }
    return packing.pack(needed);
  }

  private Cover cover(int at, List<Merge.Stream> streams, long count, boolean isExact) {
    int parties = packing.parties();
    if (parties <= 2 && !boxesOnly) {
      return new Cover.RunningMaximum(packing);
    }
    if (isConstant && isExact) {
      return new Cover.Everything();
    }
    if (count <= FEW && !boxesOnly) {
      return new Cover.ShortList(packing, (int) count);
    }
    if (parties >= 3 && parties <= 5 && !boxesOnly) {
      long[] low = new long[parties];
      long[] high = new long[parties];
      Arrays.fill(low, Long.MAX_VALUE);
      range(at, streams, low, high);
      long cells = FenwickCover.cells(low, high, parties - 2);
      if (cells <= MOST_CELLS && cells <= CELLS_A_VECTOR * count) {
        return new FenwickCover(packing, low, high, isExact, memory);
      }
    }
    return new BoxTree(packing, isExact);
  }

  /// The least and the most in each lane among the candidates.
  private void range(int at, List<Merge.Stream> streams, long[] low, long[] high) {
    int parties = packing.parties();
    int known = -1;
    long[] least = new long[parties];
    long[] top = new long[parties];
    for (Merge.Stream stream : streams) {
      int size = stream.vectors().length / packing.words;
      if (size == 0) {
        continue;
      }
      int from = layers.layers.get(at).from()[stream.step()];
      if (from != known) {
        known = from;
        Arrays.fill(least, Long.MAX_VALUE);
        Arrays.fill(top, 0);
        for (int index = 0; index < size; index++) {
          for (int party = 1; party < parties; party++) {
            long lane = packing.lane(stream.vectors(), index, party);
            least[party] = Math.min(least[party], lane);
            top[party] = Math.max(top[party], lane);
          }
        }
      }
      for (int party = 1; party < parties; party++) {
        long add = packing.lane(packing.adds[at], stream.step(), party);
        low[party] = Math.min(low[party], least[party] + add);
        high[party] = Math.max(high[party], top[party] + add);
      }
    }
  }
}
