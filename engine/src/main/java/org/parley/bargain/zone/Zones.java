package org.parley.bargain.zone;

import static java.math.BigInteger.ONE;
import static java.math.BigInteger.ZERO;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.Choice;
import org.parley.bargain.InvalidProblem;
import org.parley.bargain.InvalidProblemException;
import org.parley.bargain.NothingAcceptable;
import org.parley.bargain.PackageBound;
import org.parley.bargain.Problem;
import org.parley.bargain.graph.BudgetParties;
import org.parley.bargain.graph.Layers;
import org.parley.exact.Budget;
import org.parley.exact.Certificate;
import org.parley.exact.Finding;
import org.parley.exact.Meter;
import org.parley.exact.Stage;
import org.parley.exact.StoppedBy;

/// Counts the packages acceptable to all, and to each set of parties that could sign.
///
/// Exact methods, the first that fits: [Enumeration]; [MeetInTheMiddle] up to about 10^10 packages;
/// a small [DecisionDiagram]; [DenseTableCount] tables; [PairCount]; a large [DecisionDiagram].
/// Joint worths that decide nothing are left out before ([AcceptanceCore]). Budgets with many sums
/// become parties ([BudgetParties]). Linkages beyond the layered graph are counted by a
/// [WidthLimitedDiagram]. Otherwise the count is bounded: from above by a Chernoff bound, from both
/// sides by coarse grids, [CompletionBounds] and diagrams with merged nodes. There are an unbiased
/// estimate and exactly uniform samples. The unit of worths changes neither answer nor cost.
///
/// Cost: packages times parties over 64, or cells times options. With 100-point scoring, cells are
/// at most the product of baselines plus one per point, for any number of packages.
///
/// A state of the budget is a node, a cell or a path. A step is a node or a thousand cells, paths,
/// words or sums. A quarter of the steps is reserved for bounds. Several sets of parties share the
/// remaining steps equally.
public final class Zones {

  /// The nodes of a diagram: some 200 bytes each.
  private static final long NODES = 200_000;

  /// The nodes built before tables are tried.
  private static final long FEW_NODES = 20_000;

  /// The cells of two tables: 8 bytes each.
  private static final long CELLS = 30_000_000;

  /// The cells of tables that only bound the count.
  private static final long COARSE_CELLS = 1_000_000;

  private static final long FEW_CELLS = 50_000;

  /// The paths of two halves: some 50 bytes each.
  private static final long PATHS = 4_000_000;

  /// The nodes of a layer where linkages exceed the graph; some 100 bytes each.
  private static final long WIDE = 50_000;

  /// The nodes of one party alone, in all layers: some 60 bytes each.
  private static final long ALONE = 3_000_000;

  /// The same for one of many sets of parties.
  private static final long FEW_ALONE = 300_000;

  /// The same where nodes are merged, for bounds.
  private static final long NARROW = 5_000;

  /// Both for one of many sets of parties.
  private static final long FEW_WIDE = 10_000;

  private static final long FEW_NARROW = 1_000;

  /// Up to 2 to this power, meet in the middle costs no more than a small diagram.
  private static final int FEW_PACKAGES_BITS = 27;

  /// The partial packages of two halves: 20 bytes each, 28 by option.
  private static final long WAYS = 70_000_000;

  /// The same for one of many sets of parties: half a second.
  private static final long SOME_WAYS = 2_000_000;

  /// The partial packages listed before bounds are sought.
  private static final long FEW_WAYS = 1_000_000;

  /// The most sets of parties counted.
  public static final int MOST_SETS = 4095;

  /// The packages drawn to find an acceptable one.
  private static final int TRIES = 20_000;

  /// The most grids tried, each coarser than the one before.
  private static final int MOST_GRIDS = 200;

  /// The steps of a count on a grid after the stop signal.
  private static final long LAST_STEPS = 3_000;

  /// The fraction of the steps reserved for bounds.
  private static final int BOUNDS_PART = 4;

  /// The passes over the graph in a step.
  private static final int STEP = 1_000;

  private final Layers layers;
  private final int parties;
  private final Budget budget;
  private final BigInteger packages;

  /// The cost of one pass over the graph.
  private final long passes;

  /// The meters of exact methods and of bounds.
  private final Meter exact;

  private Meter bounds = new Meter(Budget.ofSteps(0));

  private Zones(Layers layers, int parties, Budget budget) {
    this.layers = layers;
    this.parties = parties;
    this.budget = budget;
    packages = DenseTableCount.packages(layers);
    long steps = 0;
    for (Layers.Layer layer : layers.layers) {
      steps += layer.steps();
    }
    passes = steps * layers.parties();
    exact = new Meter(budget.withSteps(budget.steps() - budget.steps() / BOUNDS_PART));
  }

  /// A count; the checker counts again by another method.
  ///
  /// @param parties who accepts, party `i` as bit `i`
  /// @param count the number of packages
  public record Counted(int parties, BigInteger count) implements Certificate.OfAnswer {}

  /// Finds the zone of some parties.
  ///
  /// @param parties party `i` as bit `i`
  /// @return proved, also if it is empty; bounded if the count is only known within bounds.
  ///   Impossible if linkages and red lines leave no package at all
  public static Finding<Zone> find(Problem problem, int parties, Budget budget) {
    return find(LeastUnits.of(problem.withoutCaps()), parties, WAYS, budget, new Meter(budget), 1);
  }

  static Finding<Zone> find(Layers layers, int parties, Budget budget) {
    return find(layers, parties, WAYS, budget, new Meter(budget));
  }

  /// @param spent the spending of this count and those before it
  /// @param sets the number of sets of parties that share the rest
  private static Finding<Zone> find(
      Problem asked, int parties, long ways, Budget budget, Meter spent, int sets) {
    Problem problem = AcceptanceCore.of(asked, parties);
    Meter few = new Meter(budget.withSteps(left(budget, spent) / sets));
    Enumeration all = Enumeration.of(problem, parties, few);
    spent.spend(few.steps());
    if (all != null && all.total().signum() > 0) {
      return proved(Zone.counted(problem, parties, all), parties);
    }
    BudgetParties sums = all == null ? BudgetParties.of(problem, parties) : null;
    if (sums == null || !sums.isWide()) {
      return layered(problem, parties, all, ways, budget, spent, sets);
    }
    if (sums.hasTwoSided() && sums.steps() <= Layers.MOST_STEPS) {
      Finding<Zone> found = layered(problem, parties, null, ways, budget, spent, sets);
      if (found instanceof Finding.Proved || found instanceof Finding.Impossible) {
        return found;
      }
    }
    return budgeted(sums, parties, ways, budget.withSteps(left(budget, spent) / sets), spent);
  }

  /// @param all the packages, if they were enumerated
  private static Finding<Zone> layered(
      Problem problem,
      int parties,
      @Nullable Enumeration all,
      long ways,
      Budget budget,
      Meter spent,
      int sets) {
    Layers layers = Layers.of(problem, parties, () -> spent.spend(1) || spent.look());
    return all != null && !layers.isEmpty()
        ? proved(Zone.counted(layers, parties, all), parties)
        : find(layers, parties, ways, budget.withSteps(left(budget, spent) / sets), spent);
  }

  /// Counts with a party for each bound of a budget.
  static Finding<Zone> budgeted(BudgetParties sums, int parties, Budget budget) {
    return budgeted(sums, parties, WAYS, budget, new Meter(budget));
  }

  private static Finding<Zone> budgeted(
      BudgetParties sums, int parties, long ways, Budget budget, Meter spent) {
    Problem problem = LeastUnits.of(sums.problem());
    Layers layers = Layers.of(problem, sums.parties(), () -> spent.spend(1) || spent.look());
    Finding<Zone> found = find(layers, parties, ways, budget, spent);
    if (found instanceof Finding.Proved<Zone>(Zone none, _) && none.atMost().signum() == 0) {
      // Does anything keep the linkages?
      Layers linked =
          Layers.of(
              sums.withBoundsAlone(problem), sums.parties(), () -> spent.spend(1) || spent.look());
      Finding<Zone> all = find(linked, parties, ways, budget, spent);
      return all.findAnswer().map(zone -> zone.atMost().signum() == 0).orElse(true)
          ? new Finding.Impossible<>(NothingAcceptable.contradiction(parties))
          : found;
    }
    return found;
  }

  private static Finding<Zone> find(
      Layers layers, int parties, long ways, Budget budget, Meter spent) {
    if (layers.isEmpty()) {
      return new Finding.Impossible<>(NothingAcceptable.contradiction(parties));
    }
    Zones zones = new Zones(layers, parties, budget);
    Finding<Zone> finding = zones.find(ways);
    spent.spend(zones.exact.steps() + zones.bounds.steps());
    return finding;
  }

  private static long left(Budget budget, Meter spent) {
    return Math.max(0, budget.steps() - spent.steps());
  }

  private Finding<Zone> find(long ways) {
    boolean isOneOfMany = ways < WAYS;
    Counts counts = layers.isLoose() ? linked(isOneOfMany) : count();
    if (counts != null) {
      return proved(Zone.counted(layers, parties, counts), parties);
    }
    StoppedBy stoppedBy =
        exact.stopped()
            ? exact.stoppedBy()
            : layers.isLoose() ? layers.because() : StoppedBy.STATES;
    bounds = new Meter(budget.withSteps(left(budget, exact)));
    ExponentialTilting tilt = new ExponentialTilting(layers, this::pass);
    BigInteger atMost = tilt.atMost().min(packages);
    BigInteger atLeast = findsAny(tilt) ? ONE : ZERO;
    boolean hurry = exact.stopped() || bounds.look();
    long cells = Math.min(budget.states(), hurry ? FEW_CELLS : COARSE_CELLS);
    DenseTableCount over = onAGrid(true, cells);
    atMost = over == null ? atMost : atMost.min(over.total());
    DenseTableCount under = layers.isLoose() ? null : onAGrid(false, cells);
    atLeast = under == null ? atLeast : atLeast.max(under.total());
    if (!hurry && !atLeast.equals(atMost)) {
      Counts pairs =
          PairCount.of(layers, Math.min(budget.states(), ways), budget.threads(), bounds);
      if (pairs != null) {
        return proved(Zone.counted(layers, parties, pairs), parties);
      }
      WidthLimitedDiagram up = narrow(WidthLimitedDiagram.Merge.UP, isOneOfMany);
      WidthLimitedDiagram down = narrow(WidthLimitedDiagram.Merge.DOWN, isOneOfMany);
      atMost = up == null ? atMost : atMost.min(up.total());
      atLeast = down == null ? atLeast : atLeast.max(down.total());
      CompletionBounds both = atLeast.equals(atMost) ? null : completions(isOneOfMany);
      atMost = both == null ? atMost : atMost.min(both.atMost());
      atLeast = both == null ? atLeast : atLeast.max(both.atLeast());
      stoppedBy = bounds.stopped() ? bounds.stoppedBy() : stoppedBy;
    }
    Zone zone = Zone.between(layers, parties, atLeast, atMost, tilt);
    return atLeast.equals(atMost)
        ? proved(zone, parties)
        : new Finding.Bounded<>(zone, new PackageBound.CountBetween(atLeast, atMost), stoppedBy);
  }

  /// Counts where linkages exceed the graph; null if they exceed a diagram as well.
  private @Nullable Counts linked(boolean isOneOfMany) {
    return layers.because() == StoppedBy.STATES
        ? WidthLimitedDiagram.of(
            layers.problem,
            signers(),
            (int) Math.min(budget.states(), isOneOfMany ? FEW_WIDE : WIDE),
            WidthLimitedDiagram.Merge.NONE,
            exact)
        : null;
  }

  /// A bound by a diagram that merges nodes; null if it does not take the problem.
  private @Nullable WidthLimitedDiagram narrow(
      WidthLimitedDiagram.Merge merge, boolean isOneOfMany) {
    int width = (int) Math.min(budget.states(), isOneOfMany ? FEW_NARROW : NARROW);
    return bounds.look()
        ? null
        : WidthLimitedDiagram.of(layers.problem, signers(), width, merge, bounds);
  }

  /// Bounds by each party alone; null if they cannot be had.
  private @Nullable CompletionBounds completions(boolean isOneOfMany) {
    int alone = (int) Math.min(budget.states(), isOneOfMany ? FEW_ALONE : ALONE);
    int width = (int) Math.min(budget.states(), isOneOfMany ? FEW_WIDE : WIDE);
    return bounds.look()
        ? null
        : CompletionBounds.of(layers.problem, signers(), alone, width, bounds);
  }

  private int signers() {
    return Arrays.stream(layers.signers).reduce(0, (set, party) -> set | 1 << party);
  }

  /// Polled before each pass over the graph; returns whether to stop.
  private boolean pass() {
    return bounds.spend(1 + passes / STEP) || bounds.look();
  }

  private boolean findsAny(ExponentialTilting tilt) {
    Meter tries = new Meter(budget.withSteps(Math.min(TRIES, leftForBounds())));
    boolean found = tilt.findsAny(new SplittableRandom(1), tries);
    bounds.spend(tries.steps());
    return found;
  }

  private long leftForBounds() {
    return Math.max(0, left(budget, exact) - bounds.steps());
  }

  private static Finding<Zone> proved(Zone zone, int parties) {
    return new Finding.Proved<>(zone, new Counted(parties, zone.atMost()));
  }

  /// The first method that fits: meet in the middle for few packages, a small diagram, meet in the
  /// middle, tables, pairs, a large diagram.
  private @Nullable Counts count() {
    long states = budget.states();
    boolean isFew = packages.bitLength() <= FEW_PACKAGES_BITS;
    Counts counts = isFew ? null : diagram(FEW_NODES);
    if (counts == null && !exact.stopped()) {
      long paths = Math.min(states, PATHS);
      counts =
          MeetInTheMiddle.of(
              layers, packages, paths, MeetInTheMiddle.FEW_PAIRS, budget.threads(), exact);
    }
    if (counts == null && !exact.stopped()) {
      counts =
          DenseTableCount.of(
              layers, ones(), true, Math.min(states, CELLS), budget.threads(), exact);
    }
    if (counts == null && !exact.stopped()) {
      counts = PairCount.of(layers, Math.min(states, FEW_WAYS), budget.threads(), exact);
    }
    return counts == null && !exact.stopped() ? diagram(NODES) : counts;
  }

  private @Nullable Counts diagram(long nodes) {
    return DecisionDiagram.of(layers, ones(), true, Math.min(budget.states(), nodes), exact);
  }

  private long[] ones() {
    long[] ones = new long[layers.parties()];
    Arrays.fill(ones, 1);
    return ones;
  }

  /// Counts on the finest grid that fits; null if there are too many packages for that, or the
  /// budget ended. After the stop signal, a short count is still made.
  private @Nullable DenseTableCount onAGrid(boolean up, long cells) {
    if (packages.bitLength() > DenseTableCount.MOST_BITS) {
      return null;
    }
    boolean isSignalled = budget.stop().getAsBoolean();
    long last = Math.min(LAST_STEPS, leftForBounds());
    Meter meter = isSignalled ? new Meter(Budget.ofSteps(last)) : bounds;
    long[] grains = ones();
    for (int coarser = 0; coarser < MOST_GRIDS && !meter.spend(layers.size()); coarser++) {
      DenseTableCount dense = DenseTableCount.of(layers, grains, up, cells, 1, meter);
      if (dense != null) {
        return dense;
      }
      for (int party = 0; party < grains.length; party++) {
        grains[party] += Math.max(1, grains[party] / 4);
      }
    }
    return null;
  }

  /// A cheap bound on the packages acceptable to all: a count if a small diagram or table is
  /// enough, else the Chernoff bound.
  ///
  /// @param atLeast the known lower bound
  /// @param budget its states are the nodes or cells that may be held
  public static PackageBound.CountBetween roughly(
      Problem problem, BigInteger atLeast, Budget budget) {
    Problem core = AcceptanceCore.of(LeastUnits.of(problem.withoutCaps()), problem.everyone());
    BudgetParties sums = BudgetParties.of(core, core.everyone());
    Layers layers =
        sums != null && sums.isWide()
            ? Layers.of(LeastUnits.of(sums.problem()), sums.parties(), budget.stop())
            : Layers.of(core, core.everyone(), budget.stop());
    if (layers.isEmpty()) {
      return new PackageBound.CountBetween(ZERO, ZERO);
    }
    Zones zones = new Zones(layers, problem.everyone(), budget);
    Counts exact = layers.isLoose() ? null : zones.count();
    if (exact != null) {
      return new PackageBound.CountBetween(exact.total(), exact.total());
    }
    zones.bounds = new Meter(budget.withSteps(left(budget, zones.exact)));
    BigInteger atMost = new ExponentialTilting(layers, zones::pass).atMost().min(zones.packages);
    return new PackageBound.CountBetween(atLeast, atMost.max(atLeast));
  }

  /// The packages that each set of parties accepts, and those that could be signed.
  ///
  /// @param bySet by set of parties, party `i` as bit `i`: bounds on the packages acceptable to all
  ///   of it; equal if counted
  /// @param signable a lower bound on the packages accepted by a set that may sign
  /// @param signableAtMost an upper bound
  public record BySigners(
      SortedMap<Integer, PackageBound.CountBetween> bySet,
      BigInteger signable,
      BigInteger signableAtMost)
      implements Certificate.OfAnswer {
    public BySigners {
      bySet = Collections.unmodifiableSortedMap(new TreeMap<>(bySet));
    }
  }

  /// Counts for every set of parties, the largest first. With more than [#MOST_SETS] sets, only
  /// those that may sign are counted. Cost: one count per set.
  ///
  /// @return proved; bounded if one of the counts is only known within bounds, each set with its
  ///   own
  /// @throws InvalidProblemException if even the sets that may sign are too many
  public static Finding<BySigners> bySigners(Problem problem, Budget budget) {
    return bySigners(problem, sets(problem), budget);
  }

  /// Counts for the sets of parties that may sign.
  ///
  /// @throws InvalidProblemException if they are too many
  public static Finding<BySigners> signable(Problem problem, Budget budget) {
    List<Integer> sets = new ArrayList<>();
    addSigning(problem, problem.everyone(), problem.parties().size() - 1, sets);
    return bySigners(problem, sets, budget);
  }

  private static Finding<BySigners> bySigners(Problem problem, List<Integer> sets, Budget budget) {
    SortedMap<Integer, PackageBound.CountBetween> bySet = new TreeMap<>();
    Problem least = LeastUnits.of(problem.withoutCaps());
    Meter spent = new Meter(budget);
    StoppedBy stoppedBy = null;
    // One set of parties must not take the time of all others.
    long ways = sets.size() > 1 ? SOME_WAYS : WAYS;
    for (int set : sets) {
      budget.progress().at(Stage.GROUPS, bySet.size(), sets.size());
      if (stoppedBy != null && spent.look()) {
        bySet.put(set, uncounted(problem, set));
        stoppedBy = spent.stoppedBy();
        continue;
      }
      switch (find(least, set, ways, budget, spent, sets.size() - bySet.size())) {
        case Finding.Proved<Zone>(Zone zone, _) ->
            bySet.put(set, new PackageBound.CountBetween(zone.atMost(), zone.atMost()));
        case Finding.Exhausted<Zone>(Zone zone) ->
            bySet.put(set, new PackageBound.CountBetween(zone.atMost(), zone.atMost()));
        case Finding.Impossible<Zone> _ ->
            bySet.put(set, new PackageBound.CountBetween(ZERO, ZERO));
        case Finding.Bounded<Zone>(Zone zone, _, StoppedBy by) -> {
          bySet.put(set, new PackageBound.CountBetween(zone.atLeast(), zone.atMost()));
          stoppedBy = by;
        }
      }
    }
    if (stoppedBy != null) {
      learnFromEachOther(bySet, problem.everyone());
    }
    PackageBound.CountBetween signable = signable(problem, bySet, stoppedBy == null);
    BySigners result = new BySigners(bySet, signable.atLeast(), signable.atMost());
    return stoppedBy == null
        ? new Finding.Proved<>(result, result)
        : new Finding.Bounded<>(result, signable, stoppedBy);
  }

  /// The bound without counting: the packages that cross no red line.
  private static PackageBound.CountBetween uncounted(Problem problem, int set) {
    BigInteger most = ONE;
    for (int point = 0; point < problem.points().size(); point++) {
      long open = 0;
      for (int option = 0; option < problem.points().get(point).options().size(); option++) {
        Choice choice = new Choice(point, option);
        boolean crosses = false;
        for (int party = 0; party < problem.parties().size(); party++) {
          crosses |=
              ((set >> party) & 1) == 1 && problem.parties().get(party).redLines().contains(choice);
        }
        open += crosses ? 0 : 1;
      }
      most = most.multiply(BigInteger.valueOf(open));
    }
    return new PackageBound.CountBetween(ZERO, most);
  }

  /// Monotonicity: packages that more parties accept, fewer accept as well. Tightens the bounds of
  /// each set by the others.
  private static void learnFromEachOther(
      SortedMap<Integer, PackageBound.CountBetween> bySet, int everyone) {
    List<Integer> sets = new ArrayList<>(bySet.keySet());
    for (int set : sets.reversed()) {
      learn(bySet, set, everyone, true);
    }
    for (int set : sets) {
      learn(bySet, set, everyone, false);
    }
  }

  private static void learn(
      SortedMap<Integer, PackageBound.CountBetween> bySet,
      int set,
      int everyone,
      boolean fromLarger) {
    PackageBound.CountBetween own = bySet.get(set);
    for (int rest = fromLarger ? everyone & ~set : set; rest != 0; rest &= rest - 1) {
      PackageBound.CountBetween other = bySet.get(set ^ Integer.lowestOneBit(rest));
      if (own != null && other != null) {
        own =
            fromLarger
                ? new PackageBound.CountBetween(own.atLeast().max(other.atLeast()), own.atMost())
                : new PackageBound.CountBetween(own.atLeast(), own.atMost().min(other.atMost()));
      }
    }
    if (own != null) {
      bySet.put(set, own);
    }
  }

  /// The sets to count for, the largest first.
  private static List<Integer> sets(Problem problem) {
    List<Integer> sets = new ArrayList<>();
    if (problem.everyone() <= MOST_SETS) {
      for (int set = problem.everyone(); set > 0; set--) {
        sets.add(set);
      }
    } else {
      addSigning(problem, problem.everyone(), problem.parties().size() - 1, sets);
    }
    return sets;
  }

  /// Adds a set that may sign, and its subsets that drop parties up to an index and may sign.
  private static void addSigning(Problem problem, int set, int upTo, List<Integer> sets) {
    if (set == 0 || !problem.signing().allows(set)) {
      return;
    }
    if (sets.size() == MOST_SETS) {
      throw new InvalidProblemException(List.of(new InvalidProblem.TooManySets(MOST_SETS)));
    }
    sets.add(set);
    for (int party = upTo; party >= 0; party--) {
      addSigning(problem, set & ~(1 << party), party - 1, sets);
    }
  }

  private static PackageBound.CountBetween signable(
      Problem problem, SortedMap<Integer, PackageBound.CountBetween> bySet, boolean isExact) {
    SortedMap<Integer, BigInteger> signing = new TreeMap<>();
    BigInteger most = ZERO;
    BigInteger sum = ZERO;
    for (var each : bySet.entrySet()) {
      int set = each.getKey();
      if (problem.signing().allows(set)) {
        signing.put(set, each.getValue().atMost());
        most = most.max(each.getValue().atLeast());
        sum = isMinimal(problem, set) ? sum.add(each.getValue().atMost()) : sum;
      }
    }
    if (!isExact) {
      return new PackageBound.CountBetween(most, sum);
    }
    BigInteger exact = signable(signing);
    return new PackageBound.CountBetween(exact, exact);
  }

  private static boolean isMinimal(Problem problem, int set) {
    for (int rest = set; rest != 0; rest &= rest - 1) {
      if (problem.signing().allows(set & ~Integer.lowestOneBit(rest))) {
        return false;
      }
    }
    return true;
  }

  /// Inclusion-exclusion: adds up the packages by exactly who accepts them. The sets that can sign
  /// are closed upwards.
  private static BigInteger signable(SortedMap<Integer, BigInteger> bySet) {
    BigInteger sum = BigInteger.ZERO;
    for (int set : bySet.keySet()) {
      for (var larger : bySet.entrySet()) {
        if ((larger.getKey() & set) == set) {
          boolean even = (Integer.bitCount(larger.getKey() ^ set) & 1) == 0;
          sum = even ? sum.add(larger.getValue()) : sum.subtract(larger.getValue());
        }
      }
    }
    return sum;
  }
}
