package org.parley.job;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.parley.archive.ArchivedArticle;
import org.parley.archive.ReadingSweep;
import org.parley.bargain.Problem;
import org.parley.bargain.rehearse.AgendaOrder;
import org.parley.bargain.rehearse.RehearsalPlan;
import org.parley.bargain.rehearse.RehearsalSweep;
import org.parley.bargain.robust.AcceptanceSweep;
import org.parley.bargain.robust.UncertainProblem;
import org.parley.board.ReplaySweep;
import org.parley.casefile.CaseReader;
import org.parley.casefile.LoadResult;
import org.parley.casefile.ViewHash;
import org.parley.exact.Budget;
import org.parley.guarantees.EventSweep;
import org.parley.guarantees.commitment.Commitment;
import org.parley.guarantees.log.LoggedFact;
import org.parley.model.Viewer;
import org.parley.model.cases.CaseView;
import org.parley.outlook.BandSweep;
import org.parley.outlook.BandSweep.ProvisionTimes;
import org.parley.outlook.BaseRates;
import org.parley.outlook.SkillFolds;
import org.parley.outlook.SkillSweep;
import org.parley.outlook.plan.PlanSweep;
import org.parley.outlook.plan.TimedPlan;
import org.parley.reference.Provision;
import org.parley.sweep.SeedSweep;
import org.parley.sweep.Seeds;

/// A question that is answered in parts: from a range of seeds, of commitments, of days, of
/// articles, or of what is left out.
public sealed interface JobQuestion {

  /// The most seeds.
  long MOST_SEEDS = 10_000_000;

  /// The most runs of a plan: all are kept until they are counted.
  long MOST_RUNS = 100_000;

  /// The most entries of an event log: every machine holds all of them.
  long MOST_ENTRIES = 500_000;

  /// The longest deadline of a rehearsal, in rounds.
  int MOST_ROUNDS = 10_000;

  /// The most days of a replay.
  int MOST_DAYS = 40_000;

  /// The most agreements of a validation at one horizon, and the most features of each.
  int MOST_AGREEMENTS = 10_000;

  int MOST_FEATURES = 200;

  /// The most articles of a sample.
  int MOST_SAMPLED = 1_000;

  /// The widest band of a validation, in per cent.
  int MOST_PERCENT = 99;

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

  /// How much of what happened lay in the bands that other accords give?
  ///
  /// @param percent the share that a band is meant to hold
  record Bands(List<ProvisionTimes> provisions, int percent) implements JobQuestion {
    public Bands {
      provisions = List.copyOf(provisions);
      provisions.forEach(each -> bound(each.times().accords(), MOST_AGREEMENTS, "accords"));
      bound(provisions.size(), Provision.values().length, "provisions");
      bound(percent, MOST_PERCENT, "per cent");
    }
  }

  /// Does a model of features forecast better than the base rate, at each horizon?
  record Skill(List<SkillFolds> horizons) implements JobQuestion {
    public Skill {
      horizons = List.copyOf(horizons);
      bound(horizons.size(), BaseRates.YEARS, "horizons");
      for (SkillFolds each : horizons) {
        bound(each.agreements(), MOST_AGREEMENTS, "agreements");
        each.conflicts().stream()
            .flatMap(conflict -> conflict.agreements().stream())
            .forEach(one -> bound(one.features().size(), MOST_FEATURES, "features"));
      }
    }
  }

  /// How did a case stand at the end of each day, as known on that day?
  ///
  /// @param files the case, as text by the name of the file
  /// @param first the first day
  record Replay(Map<String, String> files, LocalDate first, int days) implements JobQuestion {
    public Replay {
      files = Collections.unmodifiableMap(new TreeMap<>(files));
      bound(days, MOST_DAYS, "days");
    }
  }

  /// What do some articles say about a case?
  ///
  /// @param files the case, as text by the name of the file
  record Reading(Map<String, String> files, List<ArchivedArticle> articles) implements JobQuestion {
    public Reading {
      files = Collections.unmodifiableMap(new TreeMap<>(files));
      articles = List.copyOf(articles);
      bound(articles.size(), MOST_SAMPLED, "articles");
    }
  }

  /// The hash of the case that stands in the question; empty if none does.
  default Optional<String> caseHash() {
    return switch (this) {
      case Replay(var files, var _, var _) -> Optional.of(ViewHash.of(view(files)));
      case Reading(var files, var _) -> Optional.of(ViewHash.of(view(files)));
      default -> Optional.empty();
    };
  }

  private static CaseView view(Map<String, String> files) {
    if (CaseReader.read(files) instanceof LoadResult.Loaded loaded) {
      return loaded.contents().viewFor(new Viewer.Mediator());
    }
    throw new IllegalArgumentException(
        "reading the case of a job: it is none. Maybe another version of Parley wrote it.");
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
      case Bands(var provisions, var percent) -> new BandSweep(provisions, percent);
      case Skill(var horizons) -> new SkillSweep(horizons);
      case Replay(var files, var first, var days) -> new ReplaySweep(view(files), first, days);
      case Reading(var files, var articles) -> new ReadingSweep(view(files), articles);
    };
  }

  /// Whether its file keeps the results of the parts. A forecast has a check of its own, and the
  /// times of its runs are long.
  default boolean keepsParts() {
    return !(this instanceof Forecast);
  }
}
