package org.parley.bargain.frontier;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.NothingAcceptable;
import org.parley.bargain.PackageBound;
import org.parley.bargain.Problem;
import org.parley.bargain.graph.Layers;
import org.parley.bargain.graph.Packing;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.exact.Meter;
import org.parley.exact.Stage;
import org.parley.exact.StoppedBy;
import org.parley.sweep.SearchThreads;

/// Finds the efficient (Pareto) frontier: the packages that no other dominates.
///
/// One point at a time: the kept vectors, shifted by each option, are k-way merged and swept for
/// dominance (Bazgan, Hugot and Vanderpooten 2009). The sets are a Minkowski sum (Klamroth, Lang
/// and Stiglmayr 2022). With linkages there is one set of vectors for each state of the layered
/// graph.
///
/// Cost: options times the vectors kept, summed over points and states, times the cost of the
/// sweep. A step of the budget is one candidate or equivalent work. A state is one vector kept: 8
/// bytes for every 63 bits of worth, or 32 bytes of a table for constant sums. Memory never exceeds
/// the states of the budget.
///
/// Two parties with many joint worths or with caps are left to [LinkedFrontiers]. Budgets with many
/// sums, beside other linkages or not, are left to [BudgetFrontier]; two parties under several
/// bounds are tried by the former first.
///
/// A long search pauses now and then for an epsilon-cover. It keeps a bounded number of vectors at
/// each point, with a stated loss. These take up to a third of the steps in addition. With five
/// parties or more, two halves of the points make a cover as well ([PairCover]). If the budget
/// ends, the best cover is the answer, so a deadline is kept and the remaining guarantee is stated.
/// On several threads, covers are made beside the search, which goes on.
public final class Frontiers {

  /// The most vectors found for a caller that visits all of them.
  private static final long MOST_LISTED = 2_000_000;

  /// The first cover is made after this many candidates, and again after each further interval.
  private static final long FIRST_COVER = 4_000_000;

  private static final long COVER_AGAIN = 4;

  /// A cover may take this fraction of the candidates processed before.
  private static final long COVER_SHARE = 4;

  /// The candidates of a cover once the search was stopped.
  private static final long LAST_CANDIDATES = 60_000;

  private static final long FEWEST_KEPT = 20;

  /// With more steps than this, even a small cover takes too long after a stop.
  private static final long MOST_LAST_STEPS = 200_000;

  /// From this many parties on, covers are also made of two halves of the points.
  private static final int MANY_PARTIES = 5;

  /// The first such cover is made after this many candidates.
  private static final long FIRST_PAIRS = 1 << 20;

  /// It is made within this share of each party's range, in at most so many steps.
  private static final double FINE = 0.05;

  private static final long MOST_PAIRS = 60_000_000;

  /// The steps of each half's frontier.
  private static final long MOST_HALF = 2_000_000;

  private final Layers layers;
  private final Packing packing;
  private final Budget budget;
  private final Advance advance;
  private final Meter meter;
  private final Advance.Kept[] kept;
  private final SearchThreads threads;

  /// The states held by the first layers, cumulated.
  private final long[] held;

  private int at;
  private long coverAt = FIRST_COVER;
  private long pairsAt = FIRST_PAIRS;
  private int accepting;
  private @Nullable EpsilonFrontier best;
  private @Nullable PairCover pairs;
  private PairCover.@Nullable PairedVectors paired;

  /// Whether the frontier was found, so that nobody needs a cover.
  private volatile boolean isFound;

  private Frontiers(Layers layers, Advance.Ways ways, Budget budget, SearchThreads threads) {
    this.layers = layers;
    this.budget = budget;
    this.threads = threads;
    packing = new Packing(layers);
    advance = new Advance(layers, packing, ways, threads, budget);
    meter = new Meter(budget.withStop(this::pause));
    kept = new Advance.Kept[layers.size() + 1];
    held = new long[layers.size() + 1];
  }

  /// Finds the frontier among the packages acceptable to every party.
  public static Finding<Frontier> find(Problem problem, Budget budget) {
    return find(problem, problem.everyone(), budget);
  }

  /// Finds the frontier among the packages acceptable to some parties, in their worths alone.
  ///
  /// @param parties party `i` as bit `i`, at least one
  /// @return proved; bounded if the budget ended; impossible if no package is acceptable to them
  public static Finding<Frontier> find(Problem problem, int parties, Budget budget) {
    return find(problem, parties, Advance.Ways.ALL, budget);
  }

  /// As [#find], for callers that visit all vectors: within seconds, or an epsilon-cover.
  /// Constant-sum problems can have hundreds of millions of vectors.
  public static Finding<Frontier> findListed(Problem problem, Budget budget) {
    return find(
        problem,
        problem.everyone(),
        Advance.Ways.LISTS,
        budget.withStates(Math.min(budget.states(), MOST_LISTED)));
  }

  /// @param ways the data structures allowed; tests switch the faster ones off
  static Finding<Frontier> find(Problem problem, int parties, Advance.Ways ways, Budget budget) {
    boolean plain = ways == Advance.Ways.BOXES;
    Finding<Frontier> linked = plain ? null : LinkedFrontiers.find(problem, parties, budget);
    return linked != null && (problem.isCapped() || !(linked instanceof Finding.Bounded))
        ? linked
        : LinkedFrontiers.closer(
            problem, parties, linked, findBySums(problem, parties, ways, budget));
  }

  private static Finding<Frontier> findBySums(
      Problem problem, int parties, Advance.Ways ways, Budget budget) {
    boolean plain = ways == Advance.Ways.BOXES;
    Finding<Frontier> budgeted = plain ? null : BudgetFrontier.find(problem, parties, budget);
    if (budgeted != null) {
      return budgeted;
    }
    SmallFrontier small = plain ? null : DirectFrontier.of(problem, parties, budget);
    if (small != null) {
      return small(small, problem, parties);
    }
    Layers layers = Layers.of(problem, parties, budget.stop());
    if (layers.isEmpty()) {
      return new Finding.Impossible<>(NothingAcceptable.contradiction(parties));
    }
    if (layers.isLoose()) {
      return new RayCover(problem, parties, layers, budget).find(layers.because());
    }
    try (SearchThreads threads = new SearchThreads(budget.threads())) {
      return new Frontiers(layers, ways, budget, threads).search(parties);
    }
  }

  /// The frontier without covers on the way, of a problem without linkages.
  ///
  /// @return null if the budget ended or there is none
  static @Nullable Frontier exact(Problem problem, int parties, Budget budget) {
    SmallFrontier small = DirectFrontier.of(problem, parties, budget);
    if (small != null) {
      return small(small, problem, parties).findAnswer().orElse(null);
    }
    Layers layers = Layers.of(problem, parties, budget.stop());
    if (layers.isEmpty()) {
      return null;
    }
    try (SearchThreads threads = new SearchThreads(budget.threads())) {
      Frontiers search = new Frontiers(layers, Advance.Ways.LISTS, budget, threads);
      search.coverAt = Long.MAX_VALUE;
      search.pairsAt = Long.MAX_VALUE;
      return search.exact() == null ? new Frontier(search.traced()) : null;
    }
  }

  private static Finding<Frontier> small(SmallFrontier small, Problem problem, int parties) {
    long[][] vectors = small.vectors();
    if (vectors.length == 0) {
      return new Finding.Impossible<>(NothingAcceptable.outOfReach(parties));
    }
    Supplier<LayerTrace> layers =
        () -> {
          Layers all = Layers.of(problem, parties, () -> false);
          try (SearchThreads threads = new SearchThreads(1)) {
            Frontiers search = new Frontiers(all, Advance.Ways.ALL, Budget.unlimited(), threads);
            search.exact();
            return search.traced();
          }
        };
    Frontier frontier = new Frontier(small.parties(), vectors, layers);
    return new Finding.Proved<>(frontier, new FrontierCertificate(frontier, parties));
  }

  /// The exact vectors of the layers.
  private LayerTrace traced() {
    return new LayerTrace(
        layers, packing, fronts(kept), new long[layers.size()][packing.parties()]);
  }

  /// The steps of all layers.
  private long steps() {
    return layers.layers.stream().mapToLong(Layers.Layer::steps).sum();
  }

  private Finding<Frontier> search(int parties) {
    accepting = parties;
    StoppedBy stoppedBy = null;
    try {
      stoppedBy = exact();
    } finally {
      isFound = stoppedBy == null;
    }
    threads.await();
    if (stoppedBy != null) {
      return bounded(parties, stoppedBy);
    }
    Frontier frontier = new Frontier(traced());
    return frontier.size() == 0
        ? new Finding.Impossible<>(NothingAcceptable.outOfReach(parties))
        : new Finding.Proved<>(frontier, new FrontierCertificate(frontier, parties));
  }

  /// Keeps every non-dominated vector; returns the reason if stopped.
  private @Nullable StoppedBy exact() {
    kept[0] = Advance.Kept.nothing(packing);
    held[0] = 1;
    for (at = 0; at < layers.size(); at++) {
      meter.report(Stage.FRONTIER, at, layers.size());
      Advance.Kept next = advance.next(at, kept[at], null, budget.states() - held[at], meter);
      if (next == null) {
        return meter.stopped() ? meter.stoppedBy() : StoppedBy.STATES;
      }
      kept[at + 1] = next;
      held[at + 1] = held[at] + next.held();
    }
    meter.report(Stage.FRONTIER, layers.size(), layers.size());
    return null;
  }

  private static Front[][] fronts(Advance.Kept[] kept) {
    Front[][] fronts = new Front[kept.length][];
    for (int layer = 0; layer < fronts.length; layer++) {
      fronts[layer] = kept[layer] == null ? new Front[0] : kept[layer].fronts();
    }
    return fronts;
  }

  /// Polled for every thousand candidates: whether to stop. Makes a cover now and then.
  private boolean pause() {
    long looks = meter.steps();
    if (looks > pairsAt && packing.parties() >= MANY_PARTIES && layers.isAdditive()) {
      pair(looks);
    }
    if (looks > coverAt) {
      coverAt *= COVER_AGAIN;
      long left = (budget.states() - held[at]) / (2L * layers.size());
      long most = Math.min(mostKept(looks / COVER_SHARE), left);
      Advance.Kept[] first = first(most);
      threads.beside(() -> improve(first, most, whileSought(budget)));
    }
    return budget.stop().getAsBoolean();
  }

  /// Makes a cover of two halves: the first time a fine one, later a finer one for a share of what
  /// was spent.
  private void pair(long looks) {
    boolean isFirst = pairsAt == FIRST_PAIRS;
    pairsAt *= COVER_AGAIN;
    long steps = Math.min(isFirst ? MOST_PAIRS : looks / COVER_SHARE, budget.steps());
    Budget some = whileSought(budget.withSteps(steps).withProgress((_, _, _) -> {}));
    if (isFirst) {
      Budget half = some.withSteps(Math.min(MOST_HALF, steps));
      pairs = PairCover.of(layers.problem, accepting, layers, packing, half);
    }
    PairCover halves = pairs;
    if (halves == null) {
      return;
    }
    if (isFirst && packing.parties() > MANY_PARTIES) {
      // the exact search would take processors from a cover that is more likely to be the answer
      paired = halves.improve(FINE, some);
    } else {
      threads.beside(() -> paired = halves.improve(isFirst ? FINE : 0, some));
    }
  }

  /// A budget that ends as well once the frontier is found.
  private Budget whileSought(Budget some) {
    return some.withStop(() -> isFound || some.stop().getAsBoolean());
  }

  /// The number of vectors to keep at each point so that the candidates stay within a limit.
  private long mostKept(long candidates) {
    long steps = 0;
    for (int layer = 0; layer < layers.size(); layer++) {
      steps += Math.ceilDiv(layers.layers.get(layer).steps(), layers.states[layer]);
    }
    return Math.max(FEWEST_KEPT, candidates / Math.max(1, steps));
  }

  /// The exact layers up to the last that is small enough.
  private Advance.Kept[] first(long mostKept) {
    int from = at;
    while (from > 0 && kept[from].count() > mostKept) {
      from--;
    }
    return Arrays.copyOf(kept, from + 1);
  }

  /// Makes a cover from the first layers; keeps it if it is better.
  private void improve(Advance.Kept[] first, long mostKept, Budget spending) {
    EpsilonFrontier cover = EpsilonFrontier.of(layers, packing, first, mostKept, spending);
    if (cover != null && (best == null || cover.share() < best.share())) {
      best = cover;
    }
  }

  private Finding<Frontier> bounded(int parties, StoppedBy stoppedBy) {
    Budget last = budget.withSteps(Long.MAX_VALUE);
    if (stoppedBy == StoppedBy.STATES) {
      // Frees exact layers beyond a third of the budget, to have room for a cover.
      while (at > 0 && held[at] > budget.states() / 3) {
        kept[at--] = kept[0];
      }
      long room = Math.max(1, (budget.states() - held[at]) / (layers.size() + 1 - at));
      improve(first(room), room, last);
    }
    if (paired != null && (best == null || paired.share() <= best.share())) {
      Frontier frontier =
          new Frontier(
              layers.signers.clone(),
              paired.vectors().stream()
                  .map(each -> each.stream().mapToLong(Long::longValue).toArray())
                  .toArray(long[][]::new),
              paired.packages(),
              Objects.requireNonNull(pairs).halves());
      return new Finding.Bounded<>(frontier, new PackageBound.Cover(paired.loss()), stoppedBy);
    }
    if (best == null
        && !layers.isAdditive()
        && (steps() > MOST_LAST_STEPS || SumTable.of(layers.problem, parties) != null)) {
      return new RayCover(layers.problem, parties, layers, last).find(stoppedBy);
    }
    if (best == null) {
      long most = mostKept(LAST_CANDIDATES);
      improve(first(most), most, last.withStop(() -> false));
    }
    EpsilonFrontier cover = Objects.requireNonNull(best);
    Frontier frontier =
        new Frontier(new LayerTrace(layers, packing, fronts(cover.kept()), cover.losses()));
    List<Long> within = Arrays.stream(cover.loss()).boxed().toList();
    return new Finding.Bounded<>(frontier, new PackageBound.Cover(within), stoppedBy);
  }
}
