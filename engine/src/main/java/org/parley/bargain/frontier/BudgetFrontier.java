package org.parley.bargain.frontier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.NothingAcceptable;
import org.parley.bargain.Problem;
import org.parley.bargain.graph.BudgetParties;
import org.parley.bargain.graph.Layers;
import org.parley.bargain.graph.Packing;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.exact.Meter;
import org.parley.exact.Stage;

/// The frontier of a problem tied by budgets, by the dynamic programme of Bazgan, Hugot and
/// Vanderpooten (2009) for multi-objective knapsacks. Options stand for items.
///
/// The rest of each bound is one more lane, so a vector drops another that is worth no more and
/// leaves no more. Left over beyond what the rest can take counts as nothing. A vector whose bound
/// ([RestBounds]) a known package covers is dropped as well. A search that keeps few vectors at
/// each point finds these packages first. Beside other linkages there is one set of vectors for
/// each state of the layered graph that they make.
///
/// One package is known for each vector. Cost: options times the vectors kept, summed over points
/// and states; memory as in [Frontiers], for all points.
final class BudgetFrontier {

  /// The vectors kept at each point while known packages are sought.
  private static final int FEW = 1_000;

  /// The vectors kept in each state of many.
  private static final int FEWEST = 20;

  private final BudgetForm form;
  private final Layers layers;
  private final Packing packing;
  private final Advance advance;
  private final Meter meter;
  private final long mostHeld;
  private final int signers;
  private final List<RestBounds> rests = new ArrayList<>();

  /// The most worth still to be added, by layer, state and lane.
  private final long[][][] most;

  private BudgetFrontier(BudgetForm form, Layers layers, Budget budget) {
    this.form = form;
    this.layers = layers;
    packing = new Packing(layers);
    advance = new Advance(layers, packing, Advance.Ways.LISTS);
    meter = new Meter(budget);
    mostHeld = budget.states();
    signers = layers.parties() - form.budgets();
    most = layers.most();
    long[][][] adds = form.adds(layers);
    for (int each = signers; each < layers.parties(); each++) {
      rests.add(new RestBounds(adds, each, signers, layers.baseline(each)));
    }
  }

  /// Finds the frontier.
  ///
  /// @return null if the problem is of another kind, its layered graph is small, or the budget
  ///   ended before the proof
  static @Nullable Finding<Frontier> find(Problem problem, int parties, Budget budget) {
    BudgetForm form = BudgetForm.of(problem, parties);
    return form == null || !form.isWide() ? null : of(form, parties, budget);
  }

  /// Whether a problem is of this kind and its layered graph would be large.
  static boolean suits(Problem problem) {
    BudgetParties form = BudgetParties.of(problem, problem.everyone());
    return form != null && form.isWide();
  }

  /// Finds the frontier of a problem in this form.
  ///
  /// @return null if the budget ended before the proof, or the other linkages are too many
  static @Nullable Finding<Frontier> of(BudgetForm form, int parties, Budget budget) {
    Layers layers = Layers.of(form.problem(), form.parties(), budget.stop());
    if (layers.isEmpty()) {
      return new Finding.Impossible<>(NothingAcceptable.contradiction(parties));
    }
    if (layers.isLoose()) {
      return null;
    }
    return new BudgetFrontier(form, layers, budget).find(parties);
  }

  private @Nullable Finding<Frontier> find(int parties) {
    LayerTrace few = search(FEW, null);
    if (few == null) {
      return null;
    }
    BoxTree known = BoxTree.ofAllLanes(packing);
    for (long[] each : ends(few)) {
      known.add(each, 0);
    }
    LayerTrace all = search(Integer.MAX_VALUE, known);
    return all == null ? null : joined(few, all, parties);
  }

  private List<long[]> ends(LayerTrace trace) {
    List<long[]> ends = new ArrayList<>();
    for (int entry = 0; entry < trace.size(); entry++) {
      long[] worths = trace.worths(entry);
      long[] lanes = new long[packing.parties()];
      for (int signer = 0; signer < signers; signer++) {
        lanes[signer] = worths[signer] - packing.offset[layers.size()][signer];
      }
      ends.add(packing.pack(lanes));
    }
    return ends;
  }

  /// Keeps the vectors that no other drops.
  ///
  /// @param most how many are kept at each point; beyond, evenly chosen ones
  /// @param known covers worths of known packages; null for none
  /// @return null if stopped
  private @Nullable LayerTrace search(int most, @Nullable BoxTree known) {
    int size = layers.size();
    Front[][] fronts = new Front[size + 1][];
    fronts[0] = Advance.Kept.nothing(packing).fronts();
    long held = 1;
    for (int at = 0; at < size; at++) {
      meter.report(Stage.FRONTIER, at, size);
      int states = layers.states[at + 1];
      fronts[at + 1] = new Front[states];
      for (int state = 0; state < states; state++) {
        long[] kept = next(at, state, fronts[at], known, mostHeld - held);
        if (kept == null) {
          return null;
        }
        int share = states == 1 ? most : Math.max(FEWEST, most / states);
        fronts[at + 1][state] = new Front.Listed(packing, some(kept, share));
        held += fronts[at + 1][state].size();
      }
    }
    return new LayerTrace(layers, packing, fronts, new long[size][packing.parties()]);
  }

  private long @Nullable [] next(
      int at, int state, Front[] before, @Nullable BoxTree known, long room) {
    long[] need = advance.need(at, state);
    if (need.length == 0) {
      return need;
    }
    Layers.Layer layer = layers.layers.get(at);
    List<KWayMerge.Stream> streams = new ArrayList<>();
    for (int step = 0; step < layer.steps(); step++) {
      if (layer.to()[step] == state) {
        streams.add(new KWayMerge.Stream(before[layer.from()[step]].list(), step));
      }
    }
    KWayMerge merge = new KWayMerge(packing, streams, packing.adds[at]);
    // what is left may count as less than any candidate has, which only the last lane of a table
    // allows
    Cover cover =
        rests.size() > 1 ? BoxTree.ofSweptLanes(packing) : advance.cover(at, streams, merge.size());
    Advance.Growing kept = new Advance.Growing();
    long[] lanes = new long[packing.parties()];
    long[] counted = new long[packing.words];
    int words = packing.words;
    for (int count = merge.next(); count > 0; count = merge.next()) {
      long[] slice = merge.slice();
      for (int index = 0; index < count; index++) {
        if (meter.spend(1 + cover.work())) {
          return null;
        }
        if (!packing.covers(slice, index, need, 0)) {
          continue;
        }
        count(slice, index, at + 1, lanes, counted);
        if (cover.add(counted, 0)
            && (known == null || !isOutdone(slice, index, at + 1, state, lanes, known))) {
          if (kept.size / words >= room) {
            return null;
          }
          kept.add(slice, index, words);
        }
      }
    }
    return kept.trimmed();
  }

  /// The vector as it counts: without what no rest can take, and at the end worths alone.
  private void count(long[] slice, int index, int at, long[] lanes, long[] counted) {
    for (int party = 0; party < lanes.length; party++) {
      lanes[party] = packing.lane(slice, index, party);
    }
    boolean isEnd = at == layers.size();
    for (int party = signers; party < lanes.length; party++) {
      if (isEnd) {
        lanes[party] = 0;
      } else {
        RestBounds rest = rests.get(party - signers);
        long slack = rest.slack(at, lanes[party] + packing.offset[at][party]);
        lanes[party] = Math.max(0, lanes[party] - Math.max(0, slack - rest.mostUse(at)));
      }
    }
    Arrays.fill(counted, 0);
    for (int party = 0; party < lanes.length; party++) {
      counted[packing.word[party]] |= lanes[party] << packing.shift[party];
    }
  }

  /// Whether a known package is worth at least the bound to everyone.
  private boolean isOutdone(
      long[] slice, int index, int at, int state, long[] lanes, BoxTree known) {
    for (int signer = 0; signer < signers; signer++) {
      long bound = most[at][state][signer];
      for (int budget = 0; budget < rests.size(); budget++) {
        RestBounds rest = rests.get(budget);
        int party = signers + budget;
        long worth = packing.lane(slice, index, party) + packing.offset[at][party];
        bound = Math.min(bound, rest.bound(at, signer, rest.slack(at, worth)));
      }
      long above = packing.offset[at][signer] + bound - packing.offset[layers.size()][signer];
      lanes[signer] = packing.lane(slice, index, signer) + above;
      if (lanes[signer] > packing.range[signer]) {
        return false;
      }
    }
    Arrays.fill(lanes, signers, lanes.length, 0);
    return known.covers(packing.pack(lanes), 0);
  }

  private long[] some(long[] kept, int most) {
    int words = packing.words;
    int count = kept.length / words;
    if (count <= most) {
      return kept;
    }
    long[] some = new long[most * words];
    for (int index = 0; index < most; index++) {
      int from = (int) ((long) index * (count - 1) / (most - 1)) * words;
      System.arraycopy(kept, from, some, index * words, words);
    }
    return some;
  }

  /// The vectors kept that the frontier does not outdo, for the certificate; null if they are too
  /// many.
  private @Nullable BudgetLayers kept(LayerTrace trace, BoxTree frontier) {
    List<List<List<Integer>>> open = new OpenConditions(form, layers).all();
    List<List<BudgetLayers.KeptVectors>> kept = new ArrayList<>();
    long count = 0;
    for (int at = 1; at < layers.size() && count <= BudgetLayers.MOST; at++) {
      List<BudgetLayers.KeptVectors> here = new ArrayList<>();
      for (int state = 0; state < layers.states[at]; state++) {
        List<List<Long>> vectors = kept(trace, at, state, frontier);
        count += vectors.size();
        if (!vectors.isEmpty()) {
          here.add(new BudgetLayers.KeptVectors(open.get(at).get(state), vectors));
        }
      }
      kept.add(here);
    }
    return count > BudgetLayers.MOST
        ? null
        : new BudgetLayers(Arrays.stream(trace.order()).mapToObj(form.order()::get).toList(), kept);
  }

  private List<List<Long>> kept(LayerTrace trace, int at, int state, BoxTree frontier) {
    long[] list = trace.packedAfter(at, state);
    long[] lanes = new long[packing.parties()];
    return IntStream.range(0, list.length / packing.words)
        .filter(index -> !isOutdone(list, index, at, state, lanes, frontier))
        .mapToObj(index -> boxed(packing.worths(list, index, at)))
        .toList();
  }

  private static List<Long> boxed(long[] vector) {
    return Arrays.stream(vector).boxed().toList();
  }

  /// An end of a path of one of the searches.
  private record End(LayerTrace trace, int entry) {}

  private Finding<Frontier> joined(LayerTrace few, LayerTrace all, int parties) {
    List<End> ends = new ArrayList<>();
    for (LayerTrace trace : List.of(all, few)) {
      for (int entry = 0; entry < trace.size(); entry++) {
        ends.add(new End(trace, entry));
      }
    }
    List<long[]> packed = new ArrayList<>(ends(all));
    packed.addAll(ends(few));
    List<Integer> falling =
        IntStream.range(0, ends.size())
            .boxed()
            .sorted((one, two) -> packing.compare(packed.get(two), 0, packed.get(one), 0))
            .toList();
    BoxTree cover = BoxTree.ofSweptLanes(packing);
    BoxTree efficient = BoxTree.ofAllLanes(packing);
    List<long[]> vectors = new ArrayList<>();
    List<List<Integer>> packages = new ArrayList<>();
    for (int at : falling) {
      if (cover.add(packed.get(at), 0)) {
        efficient.add(packed.get(at), 0);
        End end = ends.get(at);
        vectors.add(Arrays.copyOf(end.trace().worths(end.entry()), signers));
        packages.add(form.original(end.trace().packageOf(end.entry())));
      }
    }
    if (vectors.isEmpty()) {
      return new Finding.Impossible<>(NothingAcceptable.outOfReach(parties));
    }
    Frontier frontier =
        new Frontier(
            Arrays.copyOf(layers.signers, signers), vectors.toArray(long[][]::new), packages);
    return new Finding.Proved<>(
        frontier, new FrontierCertificate(frontier, parties, null, kept(all, efficient), null));
  }
}
