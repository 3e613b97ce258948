package org.parley.bargain.frontier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.graph.Layers;
import org.parley.bargain.graph.Packing;
import org.parley.exact.Budget;
import org.parley.exact.Meter;
import org.parley.sweep.SearchThreads;

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
  static final int BLOCK = 128;

  /// Up to this many candidates are held in a list.
  private static final int FEW = 256;

  /// The slabs of a sweep with box trees, whose work is counted: the same on any number of threads.
  private static final int BOX_SLABS = 2;

  /// States swept at the same time.
  private static final int AT_ONCE = 32;

  /// From this many candidates on, a sweep is cut into slabs.
  private static final int MANY = 1 << 14;

  private final Layers layers;
  private final Packing packing;
  private final SearchThreads threads;
  private final Budget budget;

  /// Upper bounds on the worth still to be added, by layer and state; null without baselines.
  private final long @Nullable [][][] most;

  /// The most words of a list.
  static final int MOST_LISTED = Integer.MAX_VALUE - 8;

  /// Up to this many candidates are merged whatever their range.
  private static final int MOST_MERGED = 1 << 13;

  private final boolean boxesOnly;

  /// The ranges of the vectors before each layer of a constant-sum problem; else empty.
  private final List<Grid.Extent> extents;

  private final boolean isConstant;
  private final boolean withGrids;

  /// Tables of earlier sweeps.
  private final Queue<int[]> tables = new ConcurrentLinkedQueue<>();

  private @Nullable EpsilonArchive archive;

  /// The data structures allowed.
  enum Ways {
    /// Box trees alone: tests switch the faster structures off.
    BOXES,
    /// All but grids, so that the memory held stays proportional to the vectors.
    LISTS,
    ALL
  }

  /// On one thread.
  Advance(Layers layers, Packing packing, Ways ways) {
    this(layers, packing, ways, new SearchThreads(1), Budget.unlimited());
  }

  /// @param budget of the search whose meter is spent from
  Advance(Layers layers, Packing packing, Ways ways, SearchThreads threads, Budget budget) {
    this.layers = layers;
    this.packing = packing;
    this.threads = threads;
    this.budget = budget;
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
    if (states > 1 && threads.count() > 1 && loss == null && !isConstant) {
      return atOnce(at, into, before.fronts(), mostKept, meter);
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
                      ? sweep(
                          new Task(at, streams(at, steps, from), need, mostKept - held, threads),
                          meter,
                          (spent, _) -> meter.spend(spent))
                      : thin(streams(at, steps, from), at, loss, need, mostKept - held, meter);
      if (front == null) {
        return null;
      }
      fronts[state] = front;
      held += front.held();
    }
    return new Kept(fronts);
  }

  /// Sweeps several states at the same time, and pays for them in their order.
  ///
  /// @param into by state, the steps that lead to it
  private @Nullable Kept atOnce(
      int at, List<List<Integer>> into, Front[] from, long mostKept, Meter meter) {
    Front[] fronts = new Front[into.size()];
    long held = 0;
    for (int first = 0; first < fronts.length; first += AT_ONCE) {
      int count = Math.min(AT_ONCE, fronts.length - first);
      AtomicLongArray counts = new AtomicLongArray(count);
      List<SweepLog> logs = new ArrayList<>();
      List<Supplier<Front>> sweeps = new ArrayList<>();
      for (int each = 0; each < count; each++) {
        SweepLog log = new SweepLog(counts, each, mostKept - held);
        List<Integer> steps = into.get(first + each);
        long[] need = need(at, first + each);
        long room = mostKept - held;
        Meter part = new Meter(budget.withSteps(Math.max(0, budget.steps() - meter.steps())));
        logs.add(log);
        sweeps.add(() -> logged(at, streams(at, steps, from), need, room, part, log));
      }
      List<Front> found = threads.run(sweeps);
      for (int each = 0; each < count; each++) {
        if (logs.get(each).spend(meter)) {
          return null;
        }
        fronts[first + each] = found.get(each);
        held += found.get(each).held();
      }
    }
    return new Kept(fronts);
  }

  /// A sweep on one thread; some front if it is stopped, as its log says.
  private Front logged(
      int at,
      List<KWayMerge.Stream> streams,
      long[] need,
      long mostKept,
      Meter meter,
      SweepLog log) {
    if (need.length == 0) {
      return new Front.Listed(packing, need);
    }
    Task task = new Task(at, streams, need, mostKept, new SearchThreads(1));
    Front front = sweep(task, meter, (spent, kept) -> log.block(spent, kept) || meter.spend(spent));
    Front found = front == null ? new Front.Listed(packing, new long[0]) : front;
    log.end(found.size(), front == null, meter);
    return found;
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

  /// Pays for a block of a sweep.
  interface Payment {

    /// Returns whether to stop.
    ///
    /// @param kept the vectors kept before it
    boolean stops(long steps, long kept);
  }

  /// One sweep.
  ///
  /// @param need the least worths that are needed, packed
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Task(
      int at, List<KWayMerge.Stream> streams, long[] need, long mostKept, SearchThreads threads) {}

  private @Nullable Front sweep(Task task, Meter meter, Payment payment) {
    KWayMerge merge = new KWayMerge(packing, task.streams, packing.adds[task.at]);
    List<SlabSweep.Slab> slabs = slabs(task, merge.size());
    Growing kept = new Growing();
    boolean isWhole =
        slabs.isEmpty()
            ? sweep(task, merge, kept, payment)
            : new SlabSweep(packing, merge, most == null ? null : task.need, slabs, budget.stop())
                .run(kept, task.mostKept, meter, payment, task.threads);
    slabs.forEach(slab -> giveBack(slab.own()));
    return isWhole ? new Front.Listed(packing, kept.trimmed()) : null;
  }

  private boolean sweep(Task task, KWayMerge merge, Growing kept, Payment payment) {
    boolean bounded = most != null;
    Cover cover = cover(task.at, task.streams, merge.size());
    int words = packing.words;
    long count = 0;
    for (int size = merge.next(); size > 0; size = merge.next()) {
      long[] slice = merge.slice();
      for (int index = 0; index < size; index++) {
        if ((index & (BLOCK - 1)) == 0
            && payment.stops(Math.min(BLOCK, size - index) + cover.work(), count)) {
          return false;
        }
        if (bounded && !packing.covers(slice, index, task.need, 0)) {
          continue;
        }
        if (cover.add(slice, index)) {
          if (++count > task.mostKept || count > MOST_LISTED / words) {
            return false;
          }
          kept.add(slice, index, words);
        }
      }
    }
    giveBack(cover);
    return true;
  }

  private void giveBack(Cover cover) {
    if (cover instanceof FenwickCover fenwick) {
      tables.add(fenwick.memory());
    }
  }

  /// The slabs of a sweep that is long enough; empty if it is done as a whole.
  private List<SlabSweep.Slab> slabs(Task task, long count) {
    int parties = packing.parties();
    if (count < MANY || isConstant || parties < 4 || boxesOnly) {
      return List.of();
    }
    long[] low = new long[parties];
    long[] high = new long[parties];
    Arrays.fill(low, Long.MAX_VALUE);
    range(task.at, task.streams, low, high);
    boolean isTable = isTable(low, high, count);
    int parts = isTable ? task.threads.count() : BOX_SLABS;
    if (parts < 2) {
      return List.of();
    }
    List<SlabSweep.Slab> slabs = new ArrayList<>();
    long least = low[1];
    long roof = Long.MAX_VALUE;
    for (long floor : SlabSweep.floors(packing, task.streams, packing.adds[task.at], parts)) {
      low[1] = Math.min(high[1], Math.max(least, floor));
      slabs.add(
          isTable
              ? new SlabSweep.Slab(
                  floor,
                  roof,
                  table(low, high),
                  new FenwickCover(packing, 2, low, high, new int[0]))
              : new SlabSweep.Slab(
                  floor, roof, BoxTree.ofSweptLanes(packing), BoxTree.ofLanes(packing, 2)));
      roof = floor;
      high[1] = Math.max(low[1], roof - 1);
    }
    return slabs;
  }

  /// Whether a Fenwick tree fits.
  private boolean isTable(long[] low, long[] high, long count) {
    long cells = FenwickCover.cells(1, low, high);
    return packing.parties() <= 5 && cells <= MOST_CELLS && cells <= CELLS_A_VECTOR * count;
  }

  private FenwickCover table(long[] low, long[] high) {
    int[] memory = tables.poll();
    return new FenwickCover(packing, 1, low, high, memory == null ? new int[0] : memory);
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
      if (isTable(low, high, count)) {
        return table(low, high);
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
