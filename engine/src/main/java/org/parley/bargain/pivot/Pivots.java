package org.parley.bargain.pivot;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.Choice;
import org.parley.bargain.NothingAcceptable;
import org.parley.bargain.PackageBound;
import org.parley.bargain.Problem;
import org.parley.bargain.frontier.FairSolutions;
import org.parley.bargain.frontier.Frontier;
import org.parley.bargain.frontier.Frontiers;
import org.parley.bargain.solve.AnyPackage;
import org.parley.bargain.solve.Solution;
import org.parley.bargain.zone.Zone;
import org.parley.bargain.zone.Zones;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.exact.Meter;
import org.parley.exact.Rational;
import org.parley.exact.Stage;
import org.parley.exact.StoppedBy;
import org.parley.sweep.ParallelTasks;

/// Ranks open points by influence, with the effect of settling each.
///
/// Cost: one count of the zone, then for each option of each point two searches per party and, on
/// request, one frontier. Each of these gets the whole budget; the stop signal ends all. Options
/// are settled on the threads of the budget.
public final class Pivots {

  private final Problem problem;
  private final Budget budget;
  private final Zone zone;
  private boolean proved = true;
  private StoppedBy stoppedBy = StoppedBy.STATES;

  private Pivots(Problem problem, Zone zone, Budget budget) {
    this.problem = problem;
    this.zone = zone;
    this.budget = budget;
  }

  /// Ranks every point with more than one option: by influence on the worths, then on the zone,
  /// then in the order of the problem. Options that no acceptable package takes count for nothing.
  ///
  /// @param withFrontier whether to find the frontier of each settled problem as well
  /// @return searched to the end; bounded if a count is not exact, a frontier not proved, or the
  ///   budget ended. Impossible if no package is acceptable to all
  public static Finding<List<Pivot>> find(Problem problem, boolean withFrontier, Budget budget) {
    return switch (Zones.find(problem, problem.everyone(), budget)) {
      case Finding.Impossible<Zone>(var certificate) -> new Finding.Impossible<>(certificate);
      case Finding.Proved<Zone>(Zone zone, _) when zone.atMost().signum() == 0 ->
          new Finding.Impossible<>(NothingAcceptable.outOfReach(problem.everyone()));
      case Finding.Proved<Zone>(Zone zone, _) ->
          new Pivots(problem, zone, budget).search(withFrontier);
      case Finding.Exhausted<Zone>(Zone zone) ->
          new Pivots(problem, zone, budget).search(withFrontier);
      case Finding.Bounded<Zone>(Zone zone, _, StoppedBy by) -> {
        Pivots pivots = new Pivots(problem, zone, budget);
        pivots.proved = false;
        pivots.stoppedBy = by;
        yield pivots.search(withFrontier);
      }
    };
  }

  private Finding<List<Pivot>> search(boolean withFrontier) {
    List<Pivot> pivots = new ArrayList<>();
    Meter meter = new Meter(budget);
    Rational[][] shares = zone.shares(budget.withSteps(Long.MAX_VALUE)).orElse(null);
    Set<List<Long>> vectors = withFrontier ? vectors(problem).orElse(null) : null;
    AtomicInteger begun = new AtomicInteger();
    AtomicBoolean isOver = new AtomicBoolean();
    List<Supplier<Optional<Settled>>> tasks = new ArrayList<>();
    for (int point = 0; point < problem.points().size(); point++) {
      int at = point;
      int options = problem.points().get(point).options().size();
      if (options < 2) {
        meter.report(Stage.PIVOTS, begun.getAndIncrement(), problem.points().size());
        continue;
      }
      for (int option = 0; option < options; option++) {
        Choice choice = new Choice(point, option);
        tasks.add(
            () -> {
              if (choice.option() == 0) {
                synchronized (meter) {
                  meter.report(Stage.PIVOTS, begun.getAndIncrement(), problem.points().size());
                }
              }
              if (isOver.get() || budget.stop().getAsBoolean()) {
                isOver.set(true);
              }
              return isOver.get()
                  ? Optional.empty()
                  : Optional.of(settled(choice, shares == null ? null : shares[at], vectors));
            });
      }
    }
    Iterator<Optional<Settled>> all = ParallelTasks.run(tasks, budget.threads()).iterator();
    for (int point = 0; point < problem.points().size(); point++) {
      int options = problem.points().get(point).options().size();
      if (options > 1) {
        List<Optional<Settled>> ways = new ArrayList<>();
        for (int option = 0; option < options; option++) {
          ways.add(all.next());
        }
        if (!join(point, ways, pivots)) {
          break;
        }
      }
    }
    pivots.sort(
        Comparator.comparing(Pivot::worthSwing)
            .thenComparing(Pivot::zoneSwing)
            .reversed()
            .thenComparingInt(Pivot::point));
    return proved
        ? new Finding.Exhausted<>(List.copyOf(pivots))
        : new Finding.Bounded<>(
            List.copyOf(pivots), new PackageBound.SomePivots(pivots.size()), stoppedBy);
  }

  /// An option settled, and the search that did.
  private record Settled(Pivot.Way way, Pivots search) {}

  /// Adds the pivot of a point; returns false if the budget ended before all its ways were settled.
  private boolean join(int point, List<Optional<Settled>> ways, List<Pivot> pivots) {
    if (ways.stream().anyMatch(Optional::isEmpty)) {
      proved = false;
      stoppedBy = StoppedBy.SIGNAL;
      return false;
    }
    List<Pivot.Way> each = new ArrayList<>();
    for (Settled settled : ways.stream().flatMap(Optional::stream).toList()) {
      each.add(settled.way());
      if (!settled.search().proved) {
        proved = false;
        stoppedBy = settled.search().stoppedBy;
      }
    }
    pivots.add(new Pivot(point, each, zoneSwing(each), worthSwing(each)));
    return true;
  }

  /// Settles a point in one way, on one thread.
  private Settled settled(
      Choice choice, Rational @Nullable [] shares, @Nullable Set<List<Long>> vectors) {
    Budget quiet = budget.withProgress((_, _, _) -> {}).withThreads(1);
    Pivots search = new Pivots(problem, zone, quiet);
    return new Settled(search.way(choice, shares, vectors), search);
  }

  private Pivot.Way way(
      Choice choice, Rational @Nullable [] shares, @Nullable Set<List<Long>> vectors) {
    Problem settled = problem.withSettled(choice);
    BigInteger atLeast = BigInteger.ZERO;
    BigInteger atMost = BigInteger.ZERO;
    if (shares != null) {
      Rational share = shares[choice.option()];
      atMost = share.times(new Rational(zone.atMost(), BigInteger.ONE)).rounded();
      atLeast = atMost;
    } else {
      Zone left = Zones.find(settled, settled.everyone(), budget).findAnswer().orElse(null);
      Meter meter = new Meter(budget);
      boolean open = AnyPackage.find(settled, settled.everyone(), meter).isPresent();
      if (left != null && (open || meter.stopped())) {
        atLeast = left.atLeast();
        atMost = left.atMost();
      }
    }
    List<Pivot.Reach> reaches = atMost.signum() == 0 ? List.of() : reaches(settled);
    return new Pivot.Way(
        choice.option(), atLeast, atMost, reaches, frontierLeft(settled, atMost, vectors));
  }

  private List<Pivot.Reach> reaches(Problem settled) {
    List<Pivot.Reach> reaches = new ArrayList<>();
    for (int party = 0; party < problem.parties().size(); party++) {
      Optional<Solution> worst = proved(FairSolutions.worst(settled, party, budget));
      Optional<Solution> best =
          worst.isEmpty() ? Optional.empty() : proved(FairSolutions.best(settled, party, budget));
      if (worst.isEmpty() || best.isEmpty()) {
        return List.of();
      }
      reaches.add(
          new Pivot.Reach(
              worst.get().outcomes().getFirst().worths().get(party),
              best.get().outcomes().getFirst().worths().get(party)));
    }
    return reaches;
  }

  private <A> Optional<A> proved(Finding<A> finding) {
    return switch (finding) {
      case Finding.Proved<A>(A answer, _) -> Optional.of(answer);
      case Finding.Exhausted<A>(A answer) -> Optional.of(answer);
      case Finding.Impossible<A> _ -> Optional.empty();
      case Finding.Bounded<A>(_, _, StoppedBy by) -> {
        proved = false;
        stoppedBy = by;
        yield Optional.empty();
      }
    };
  }

  private Optional<Set<List<Long>>> vectors(Problem of) {
    return proved(Frontiers.findListed(of, budget)).map(Pivots::vectors);
  }

  private static Set<List<Long>> vectors(Frontier frontier) {
    Set<List<Long>> vectors = new HashSet<>();
    frontier.vectors().forEach(each -> vectors.add(Arrays.stream(each).boxed().toList()));
    return vectors;
  }

  private Optional<Pivot.FrontierLeft> frontierLeft(
      Problem settled, BigInteger atMost, @Nullable Set<List<Long>> all) {
    if (all == null) {
      return Optional.empty();
    }
    if (atMost.signum() == 0) {
      return Optional.of(new Pivot.FrontierLeft(0, 0));
    }
    return vectors(settled)
        .map(
            left ->
                new Pivot.FrontierLeft(
                    (int) left.stream().filter(all::contains).count(), left.size()));
  }

  private Rational zoneSwing(List<Pivot.Way> ways) {
    BigInteger most = BigInteger.ZERO;
    BigInteger least = zone.atMost();
    for (Pivot.Way way : ways) {
      if (!way.closes()) {
        most = most.max(way.leftAtMost());
        least = least.min(way.leftAtMost());
      }
    }
    return new Rational(most.subtract(least).max(BigInteger.ZERO), zone.atMost());
  }

  private Rational worthSwing(List<Pivot.Way> ways) {
    Rational swing = Rational.ZERO;
    List<List<Pivot.Reach>> open =
        ways.stream().map(Pivot.Way::reaches).filter(each -> !each.isEmpty()).toList();
    for (int party = 0; party < problem.parties().size() && !open.isEmpty(); party++) {
      int one = party;
      long[] worst = open.stream().mapToLong(each -> each.get(one).worst()).sorted().toArray();
      long[] best = open.stream().mapToLong(each -> each.get(one).best()).sorted().toArray();
      long range = best[best.length - 1] - worst[0];
      long moved = Math.max(best[best.length - 1] - best[0], worst[worst.length - 1] - worst[0]);
      if (range > 0) {
        Rational share = Rational.of(moved, range);
        swing = share.compareTo(swing) > 0 ? share : swing;
      }
    }
    return swing;
  }
}
