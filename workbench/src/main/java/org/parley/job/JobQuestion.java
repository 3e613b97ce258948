package org.parley.job;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.Problem;
import org.parley.bargain.rehearse.AgendaOrder;
import org.parley.bargain.rehearse.RehearsalPlan;
import org.parley.bargain.rehearse.RehearsalSweep;
import org.parley.bargain.robust.AcceptanceSweep;
import org.parley.bargain.robust.UncertainProblem;
import org.parley.exact.Budget;
import org.parley.guarantees.EventSweep;
import org.parley.guarantees.commitment.Commitment;
import org.parley.guarantees.log.LoggedFact;
import org.parley.outlook.plan.PlanSweep;
import org.parley.outlook.plan.TimedPlan;
import org.parley.sweep.SeedSweep;
import org.parley.sweep.Seeds;

/// A question that is answered in parts, from a range of seeds or of commitments.
public sealed interface JobQuestion {

  /// The most seeds.
  long MOST_SEEDS = 10_000_000;

  /// The most runs of a plan: all are kept until they are counted.
  long MOST_RUNS = 100_000;

  /// The most entries of an event log: every machine holds all of them.
  long MOST_ENTRIES = 500_000;

  /// The longest deadline of a rehearsal, in rounds.
  int MOST_ROUNDS = 10_000;

  /// How likely is a plan to keep its dates?
  record Forecast(TimedPlan plan, Seeds seeds) implements JobQuestion {
    public Forecast {
      bound(seeds.count(), MOST_RUNS, "runs");
    }
  }

  /// What comes out if machines bargain?
  ///
  /// @param packages those that may be offered
  /// @param plan with the seeds
  /// @param order of the points, settled one after the other; null for whole packages
  record Rehearsal(
      Problem problem,
      List<List<Integer>> packages,
      RehearsalPlan plan,
      @Nullable AgendaOrder order)
      implements JobQuestion {
    public Rehearsal {
      bound(plan.seeds(), MOST_SEEDS, "plays");
      bound(plan.rounds(), MOST_ROUNDS, "rounds");
      packages = packages.stream().map(List::copyOf).toList();
    }
  }

  /// Which packages stay acceptable when worths are known only within bounds?
  record Robustness(UncertainProblem problem, List<List<Integer>> packages, Seeds seeds)
      implements JobQuestion {
    public Robustness {
      bound(seeds.count(), MOST_SEEDS, "draws");
      packages = packages.stream().map(List::copyOf).toList();
    }
  }

  /// Where does every duty stand, by an event log?
  ///
  /// @param moment at which duties are looked at, from what was recorded until then
  record Events(List<Commitment> commitments, List<LoggedFact> log, long moment)
      implements JobQuestion {
    public Events {
      commitments = List.copyOf(commitments);
      log = List.copyOf(log);
      bound(log.size(), MOST_ENTRIES, "entries");
    }
  }

  private static void bound(long count, long most, String of) {
    if (count > most) {
      throw new IllegalArgumentException(
          "asking for " + count + " " + of + ". Maybe take at most " + most + ".");
    }
  }

  /// The sweep that answers it.
  default SeedSweep<?, ?> sweep() {
    return switch (this) {
      case Forecast(var plan, var seeds) -> new PlanSweep(plan, seeds);
      case Rehearsal(var problem, var packages, var plan, var order) ->
          RehearsalSweep.of(problem, packages, plan, order);
      case Robustness(var problem, var packages, var seeds) ->
          new AcceptanceSweep(problem, packages, seeds, Budget.unlimited());
      case Events(var commitments, var log, var moment) -> new EventSweep(commitments, log, moment);
    };
  }

  /// Whether its file keeps the results of the parts. A forecast has a check of its own, and the
  /// times of its runs are long.
  default boolean keepsParts() {
    return !(this instanceof Forecast);
  }
}
