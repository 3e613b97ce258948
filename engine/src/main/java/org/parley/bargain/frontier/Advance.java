package org.parley.bargain.frontier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.graph.Layers;
import org.parley.bargain.graph.Packing;
import org.parley.exact.Meter;

/// One step of the Minkowski sum: vectors shifted by each option of a point, k-way merged and swept
/// for dominance.
///
/// In merge order, only an earlier vector can dominate: one at least as good in all other lanes
/// (Kung, Luccio and Preparata 1975). For 2 parties the cover is a running maximum, for 3 to 5 a
/// Fenwick tree of maxima if its table fits. Otherwise it is a short list or a [BoxTree]. Constant
/// sums need no sweep; dense ones are bit tables ([Grid]).
final class Advance {

  /// The largest table of a Fenwick tree, in cells.
  private static final long MOST_CELLS = 1 << 24;

  /// The most cells per vector that will be looked up.
  private static final long CELLS_A_VECTOR = 16;

  /// Candidates processed in one block.
  private static final int BLOCK = 128;

  /// Up to this many candidates are held in a list.
  private static final int FEW = 256;

  private final Layers layers;
  private final Packing packing;

  /// Upper bounds on the worth still to be added, by layer and state; null without baselines.
  private final long @Nullable [][][] most;

  /// The most words of a list.
  private static final int MOST_LISTED = Integer.MAX_VALUE - 8;

  /// Up to this many candidates are merged whatever their range.
  private static final int MOST_MERGED = 1 << 13;

  private final boolean boxesOnly;

  /// The ranges of the vectors before each layer of a constant-sum problem; else empty.
  private final List<Grid.Extent> extents;

  private final boolean isConstant;
  private final boolean withGrids;
  private int[] memory = new int[0];
  private @Nullable EpsilonArchive archive;

  /// The data structures allowed.
  enum Ways {
    /// Box trees alone: tests switch the faster structures off.
    BOXES,
    /// All but grids, so that the memory held stays proportional to the vectors.
    LISTS,
    ALL
  }

  Advance(Layers layers, Packing packing, Ways ways) {
    this.layers = layers;
    this.packing = packing;
    boxesOnly = ways == Ways.BOXES;
    withGrids = ways == Ways.ALL;
    boolean bounded = false;
    for (int party = 0; party < layers.parties(); party++) {
      bounded |= layers.baseline(party) != Long.MIN_VALUE;
    }
    most = bounded ? layers.most() : null;
    isConstant = !boxesOnly && packing.parties() > 2 && isConstantSum(layers);
    extents = isConstant ? extents() : List.of();
  }

  private List<Grid.Extent> extents() {
    List<Grid.Extent> all = new ArrayList<>();
    long[] most = new long[packing.parties()];
    long total = 0;
    all.add(new Grid.Extent(Arrays.stream(most).boxed().toList(), total));
    for (int at = 0; at < layers.size(); at++) {
      for (int party = 0; party < most.length; party++) {
        long highest = 0;
        for (int step = 0; step < layers.layers.get(at).steps(); step++) {
          highest = Math.max(highest, packing.lane(packing.adds[at], step, party));
        }
        most[party] += highest;
        total += packing.lane(packing.adds[at], 0, party);
      }
      all.add(new Grid.Extent(Arrays.stream(most).boxed().toList(), total));
    }
    return all;
  }

  /// Whether the worths of each package add up to the same sum.
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

  /// The vectors kept, by state.
  static final class Kept {
    private final Front[] fronts;

    Kept(Front[] fronts) {
      this.fronts = fronts;
    }

    /// The start: one zero vector.
    static Kept nothing(Packing packing) {
      return new Kept(new Front[] {new Front.Listed(packing, new long[packing.words])});
    }

    Front[] fronts() {
      return fronts;
    }

    /// The number of vectors.
    long count() {
      return Arrays.stream(fronts).mapToLong(Front::size).sum();
    }

    /// The states of a budget used by them.
    long held() {
      return Arrays.stream(fronts).mapToLong(Front::held).sum();
    }
  }

  /// Settles the point of a layer.
  ///
  /// @param before the vectors kept before it
  /// @param loss by party, the epsilon by which a kept vector may fall short of those it
  ///   represents; null for none
  /// @param mostKept the states of a budget that may be held
  /// @return null if the meter stopped it or more memory would be needed
  @Nullable Kept next(int at, Kept before, long @Nullable [] loss, long mostKept, Meter meter) {
    Layers.Layer layer = layers.layers.get(at);
    int states = layers.states[at + 1];
    List<List<Integer>> into = new ArrayList<>(states);
    for (int state = 0; state < states; state++) {
      into.add(new ArrayList<>());
    }
    for (int step = 0; step < layer.steps(); step++) {
      into.get(layer.to()[step]).add(step);
    }
    Front[] from = before.fronts().clone();
    Front[] fronts = new Front[states];
    long held = 0;
    for (int state = 0; state < states; state++) {
      List<Integer> steps = into.get(state);
      long[] need = need(at, state);
      boolean dense = loss == null && isDense(at, steps, from);
      for (int step : steps) {
        int source = layer.from()[step];
        from[source] =
            dense
                ? Grid.of(packing, from[source], extents.get(at))
                : from[source] instanceof Grid grid
                    ? new Front.Listed(packing, grid.list())
                    : from[source];
      }
      Front front =
          need.length == 0
              ? new Front.Listed(packing, need)
              : dense
                  ? move(at, steps, from, need, mostKept - held, meter)
                  : loss == null
                      ? sweep(at, streams(at, steps, from), need, mostKept - held, meter)
                      : thin(streams(at, steps, from), at, loss, need, mostKept - held, meter);
      if (front == null) {
        return null;
      }
      fronts[state] = front;
      held += front.held();
    }
    return new Kept(fronts);
  }

  /// Whether a bit table takes no more words than there are candidates.
  private boolean isDense(int at, List<Integer> steps, Front[] from) {
    if (!withGrids || !isConstant) {
      return false;
    }
    long candidates = 0;
    for (int step : steps) {
      candidates += from[layers.layers.get(at).from()[step]].size();
    }
    return candidates > MOST_MERGED && extents.get(at + 1).words() <= candidates;
  }

  private @Nullable Front move(
      int at, List<Integer> steps, Front[] from, long[] need, long mostKept, Meter meter) {
    List<Grid> fronts = new ArrayList<>();
    List<long[]> adds = new ArrayList<>();
    for (int step : steps) {
      fronts.add(Grid.of(packing, from[layers.layers.get(at).from()[step]], extents.get(at)));
      long[] lanes = new long[packing.parties()];
      for (int party = 0; party < lanes.length; party++) {
        lanes[party] = packing.lane(packing.adds[at], step, party);
      }
      adds.add(lanes);
    }
    return Grid.next(fronts, adds, extents.get(at + 1), need, mostKept, meter);
  }

  private List<KWayMerge.Stream> streams(int at, List<Integer> steps, Front[] from) {
    List<KWayMerge.Stream> streams = new ArrayList<>();
    for (int step : steps) {
      streams.add(new KWayMerge.Stream(from[layers.layers.get(at).from()[step]].list(), step));
    }
    return streams;
  }

  /// Packed vectors under construction.
  static final class Growing {
    long[] held = new long[16];
    int size;

    void add(long[] vectors, int index, int words) {
      if (size + words > held.length) {
        held = Arrays.copyOf(held, (int) Math.min(MOST_LISTED, 2L * held.length + words));
      }
      for (int w = 0; w < words; w++) {
        held[size++] = vectors[index * words + w];
      }
    }

    long[] trimmed() {
      return size == held.length ? held : Arrays.copyOf(held, size);
    }
  }

  /// Keeps an epsilon-cover of the candidates.
  private @Nullable Front thin(
      List<KWayMerge.Stream> streams,
      int at,
      long[] loss,
      long[] need,
      long mostKept,
      Meter meter) {
    KWayMerge merge = new KWayMerge(packing, streams, packing.adds[at]);
    Growing candidates = new Growing();
    for (int size = merge.next(); size > 0; size = merge.next()) {
      for (int index = 0; index < size; index++) {
        if (most == null || packing.covers(merge.slice(), index, need, 0)) {
          candidates.add(merge.slice(), index, packing.words);
        }
      }
      if (meter.look() || candidates.size > MOST_LISTED / 2) {
        return null;
      }
    }
    EpsilonArchive archive = archive();
    long[] kept = archive.keep(candidates.trimmed(), loss, mostKept, meter);
    return kept == null ? null : new Front.Listed(packing, kept);
  }

  private EpsilonArchive archive() {
    EpsilonArchive known = archive;
    if (known == null) {
      known = new EpsilonArchive(layers, packing);
      archive = known;
    }
    return known;
  }

  private @Nullable Front sweep(
      int at, List<KWayMerge.Stream> streams, long[] need, long mostKept, Meter meter) {
    KWayMerge merge = new KWayMerge(packing, streams, packing.adds[at]);
    boolean bounded = most != null;
    Cover cover = cover(at, streams, merge.size());
    int words = packing.words;
    Growing kept = new Growing();
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
        if (cover.add(slice, index)) {
          if (++count > mostKept || count > MOST_LISTED / words) {
            return null;
          }
          kept.add(slice, index, words);
        }
      }
    }
    if (cover instanceof FenwickCover fenwick) {
      memory = fenwick.memory();
    }
    return new Front.Listed(packing, kept.trimmed());
  }

  /// The least worth a vector needs for the baselines to stay within reach; empty if it cannot be
  /// reached.
  long[] need(int at, int state) {
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

  Cover cover(int at, List<KWayMerge.Stream> streams, long count) {
    int parties = packing.parties();
    if (parties <= 2 && !boxesOnly) {
      return new Cover.RunningMaximum(packing);
    }
    if (isConstant) {
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
        return new FenwickCover(packing, low, high, memory);
      }
    }
    return BoxTree.ofSweptLanes(packing);
  }

  /// The range of each lane among the candidates.
  private void range(int at, List<KWayMerge.Stream> streams, long[] low, long[] high) {
    int parties = packing.parties();
    int known = -1;
    long[] least = new long[parties];
    long[] top = new long[parties];
    for (KWayMerge.Stream stream : streams) {
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
