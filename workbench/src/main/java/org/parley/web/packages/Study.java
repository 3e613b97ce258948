package org.parley.web.packages;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.cases.BridgeProposals;
import org.parley.bargain.cases.ConcessionGain;
import org.parley.bargain.cases.KnotConcessions;
import org.parley.bargain.cases.Overview;
import org.parley.bargain.cases.PackageProblem;
import org.parley.bargain.cases.ProposedBridges;
import org.parley.bargain.cases.Safety;
import org.parley.bargain.cases.ZoneTable;
import org.parley.bargain.pivot.Pivot;
import org.parley.bargain.pivot.Pivots;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.sweep.Seeds;
import org.parley.web.view.Visit;
import org.parley.web.work.Work;
import org.parley.web.work.Workers;

/// The results on one problem so far, part by part, while the rest is computed in the background.
///
/// Each part is written once by the computing thread and read by any.
final class Study {

  /// How long it may compute.
  static final Duration LONGEST = Duration.ofSeconds(60);

  /// The time limit of counting and of the first look.
  private static final Duration COUNTING = Duration.ofSeconds(8);

  private static final Duration LOOKING = Duration.ofSeconds(16);

  /// The time it continues without requests for its page: longer than the largest page takes to be
  /// made, during which nobody asks.
  private static final Duration UNASKED = Duration.ofSeconds(30);

  private static final Workers WORKERS =
      new Workers("packages", new Workers.Quota(2, 2, 1_000, 100));

  /// The number of steps of progress.
  static final int STEPS = 6;

  /// The most outcomes of a frontier that are held for a page.
  private static final long MOST_OUTCOMES = 50_000;

  /// Fewer draws than the command makes: the interval is half as wide again.
  private static final int DRAWS = 500;

  /// The stage of a study.
  enum Stage {
    BOUNDS,
    ZONE,
    CLASHES,
    COMPARISON,
    EASINGS,
    FRONTIER,
    PIVOTS
  }

  private volatile @Nullable ZoneTable table;
  private volatile @Nullable Overview overview;
  private volatile @Nullable Comparison comparison;
  private volatile @Nullable List<ConcessionGain> easings;
  private volatile @Nullable ProposedBridges proposals;
  private volatile @Nullable FrontierChart chart;
  private volatile @Nullable Finding<List<Pivot>> pivots;
  private volatile @Nullable Safety safety;
  private final AtomicInteger parts = new AtomicInteger();
  private final Work work;

  private Study(java.util.function.BiConsumer<Study, Work> body) {
    String person = Visit.CURRENT.isBound() ? Visit.CURRENT.get().name() : "";
    work =
        Work.start(
            WORKERS, person, new Work.Span(LONGEST, UNASKED), each -> body.accept(this, each));
  }

  /// Everything but how sure it is.
  static Study of(PackageProblem packages, KnotConcessions knots) {
    return new Study((study, work) -> study.look(packages, knots, work));
  }

  /// How sure it is.
  static Study ofSafety(PackageProblem packages, int within) {
    return new Study(
        (study, work) -> {
          work.begin(Stage.BOUNDS);
          study.safety =
              Safety.of(packages, List.of(), within, new Seeds(1, DRAWS), 1, work.budget());
          study.parts.incrementAndGet();
        });
  }

  private void look(PackageProblem packages, KnotConcessions knots, Work work) {
    Budget budget = work.budget();
    Budget few = budget.withStates(MOST_OUTCOMES);
    work.begin(Stage.ZONE);
    ZoneTable counted = ZoneTable.of(packages.problem(), within(budget, COUNTING));
    table = counted;
    parts.incrementAndGet();
    work.begin(Stage.CLASHES);
    Budget first = within(budget, LOOKING);
    Overview look = Overview.of(packages, counted, first, first.withStates(MOST_OUTCOMES));
    overview = look;
    parts.incrementAndGet();
    work.begin(Stage.COMPARISON);
    comparison = Comparison.of(packages, look, budget);
    parts.incrementAndGet();
    boolean empty = counted.everyone().isEmpty();
    work.begin(Stage.EASINGS);
    easings =
        empty
            ? List.of()
            : ConcessionGain.of(packages.problem(), counted.everyone().atMost(), budget);
    proposals =
        look.clashes()
            .flatMap(Finding::findAnswer)
            .map(clashes -> BridgeProposals.of(packages, clashes, knots, within(budget, COUNTING)))
            .orElse(ProposedBridges.NONE);
    parts.incrementAndGet();
    work.begin(Stage.FRONTIER);
    chart =
        empty
            ? FrontierChart.free(packages, few)
            : FrontierChart.of(packages, look.frontier(), false);
    parts.incrementAndGet();
    work.begin(Stage.PIVOTS);
    pivots = Pivots.find(look.looked().problem(), false, budget);
    parts.incrementAndGet();
  }

  /// A part may not take all the time there is.
  private static Budget within(Budget budget, Duration longest) {
    long endNanos = System.nanoTime() + longest.toNanos();
    return budget.withStop(() -> budget.stop().getAsBoolean() || System.nanoTime() - endNanos > 0);
  }

  Work work() {
    return work;
  }

  /// Asks for it, so that it goes on; false if it was abandoned.
  boolean isAsked() {
    work.await(0);
    return work.ended() != Work.Ended.ABANDONED;
  }

  /// How many parts are known; grows until the work is done.
  int parts() {
    return parts.get();
  }

  @Nullable ZoneTable table() {
    return table;
  }

  @Nullable Overview overview() {
    return overview;
  }

  @Nullable Comparison comparison() {
    return comparison;
  }

  @Nullable List<ConcessionGain> easings() {
    return easings;
  }

  @Nullable ProposedBridges proposals() {
    return proposals;
  }

  @Nullable FrontierChart chart() {
    return chart;
  }

  @Nullable Finding<List<Pivot>> pivots() {
    return pivots;
  }

  @Nullable Safety safety() {
    return safety;
  }
}
