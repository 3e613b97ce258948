package org.parley.cli.cluster;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.parley.acts.Acts;
import org.parley.answer.CaseDay;
import org.parley.answer.packages.Among;
import org.parley.answer.packages.PackagesOfDay;
import org.parley.answer.packages.RehearsalAnswer;
import org.parley.bargain.cases.PackageProblem;
import org.parley.bargain.cases.PreparedProblem;
import org.parley.bargain.cases.Safety;
import org.parley.bargain.rehearse.RehearsalPlan;
import org.parley.bargain.robust.Robustness;
import org.parley.bargain.robust.UncertainProblem;
import org.parley.board.Board;
import org.parley.casefile.CaseWriter;
import org.parley.exact.Budget;
import org.parley.exchange.reference.ShippedFigures;
import org.parley.guarantees.CaseGuarantees;
import org.parley.guarantees.log.LoggedFact;
import org.parley.job.JobQuestion;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.Case;
import org.parley.model.cases.CaseView;
import org.parley.outlook.plan.PlanForecasts;
import org.parley.outlook.plan.PlanTimes;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.plan.Plan;
import org.parley.sequence.plan.Plans;
import org.parley.sweep.Seeds;
import org.parley.wording.Messages;
import org.parley.wording.PackageWording;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/// The jobs, most of them about a case.
enum CaseJob {
  FORECAST,
  REHEARSAL,
  ROBUSTNESS,
  EVENTS,
  REPLAY,
  VALIDATION,
  READING;

  private static final long PLAYS = 1_000;
  private static final long STEPS = 2_000_000;

  String word() {
    return JobOptions.word(this);
  }

  /// The question about a case.
  ///
  /// @throws NothingToComputeException if the case has none
  JobQuestion question(CaseView view, JobOptions options, CommandLine line)
      throws NothingToComputeException, IOException {
    return switch (this) {
      case FORECAST -> forecast(view, options, line);
      case REHEARSAL -> rehearsal(view, options, line);
      case ROBUSTNESS -> robustness(view, options, line);
      case EVENTS -> events(view, options, line);
      case REPLAY -> replay(view, options, line);
      case VALIDATION -> throw new IllegalStateException("no case is asked, see Validation");
      case READING -> throw new IllegalStateException("reading writes tables, see ReadingJob");
    };
  }

  private static JobQuestion forecast(CaseView view, JobOptions options, CommandLine line)
      throws NothingToComputeException {
    Seeds seeds = options.seeds(line, PlanForecasts.RUNS, JobQuestion.MOST_RUNS);
    LocalDate origin = CaseDay.planned(view);
    if (view.steps().isEmpty()) {
      throw new NothingToComputeException(Messages.current().text("jobs.no-step"));
    }
    SequenceProblem problem = SequenceProblem.of(view, origin, LocalDate.MAX, true);
    List<Plan> plans = Plans.of(problem, Budget.ofSteps(STEPS)).findAnswer().orElse(List.of());
    if (plans.isEmpty()) {
      throw new NothingToComputeException(Messages.current().text("jobs.no-plan"));
    }
    Plan plan = plans.get(options.plan(line, plans.size()) - 1);
    return new JobQuestion.Forecast(
        PlanTimes.of(
            view,
            Acts.of(view).at(new AsOf(origin, LocalDate.MAX)),
            problem,
            plan,
            ShippedFigures.get()),
        seeds);
  }

  private static JobQuestion rehearsal(CaseView view, JobOptions options, CommandLine line)
      throws NothingToComputeException {
    Seeds seeds = options.seeds(line, PLAYS, JobQuestion.MOST_SEEDS);
    PackageProblem packages = packages(view, options, line);
    List<List<Integer>> offers = RehearsalAnswer.offers(packages.problem());
    if (offers.isEmpty()) {
      throw new NothingToComputeException(Messages.current().text("jobs.no-package"));
    }
    return new JobQuestion.Rehearsal(
        packages.problem(),
        offers,
        new RehearsalPlan(options.strategies(), options.rounds(line), seeds.count(), seeds.first()),
        options.order());
  }

  /// The candidates and draws are those of [Safety].
  private static JobQuestion robustness(CaseView view, JobOptions options, CommandLine line)
      throws NothingToComputeException {
    Seeds seeds = options.seeds(line, Safety.DRAWS, JobQuestion.MOST_SEEDS);
    UncertainProblem problem =
        Safety.uncertain(packages(view, options, line), options.within(line));
    Budget budget = Budget.unlimited().withThreads(Runtime.getRuntime().availableProcessors());
    List<List<Integer>> candidates = Robustness.candidates(problem, seeds, budget);
    if (candidates.isEmpty()) {
      throw new NothingToComputeException(Messages.current().text("jobs.no-package"));
    }
    return new JobQuestion.Robustness(problem, candidates, Robustness.evaluating(seeds));
  }

  private static JobQuestion events(CaseView view, JobOptions options, CommandLine line)
      throws NothingToComputeException, IOException {
    CaseGuarantees guarantees = CaseGuarantees.of(view);
    if (guarantees.commitments().isEmpty()) {
      throw new NothingToComputeException(Messages.current().text("jobs.no-guarantee"));
    }
    List<LoggedFact> log = new ArrayList<>(guarantees.log());
    EventFiles files = options.events(view, line);
    log.addAll(files.log());
    log.sort(LoggedFact.AS_RECORDED);
    if (log.isEmpty()) {
      throw new NothingToComputeException(Messages.current().text("jobs.no-event"));
    }
    if (log.size() > JobQuestion.MOST_ENTRIES) {
      throw new NothingToComputeException(
          Messages.current()
              .text(
                  "jobs.too-many-entries",
                  "entries",
                  log.size(),
                  "most",
                  JobQuestion.MOST_ENTRIES));
    }
    line.getErr()
        .println(
            Messages.current().text("jobs.events", "used", files.used(), "aside", files.aside()));
    return new JobQuestion.Events(guarantees.commitments(), log, log.getLast().recorded());
  }

  private static JobQuestion replay(CaseView view, JobOptions options, CommandLine line)
      throws NothingToComputeException {
    LocalDate first =
        Board.firstDay(view, Acts.of(view))
            .orElseThrow(
                () -> new NothingToComputeException(Messages.current().text("jobs.no-day")));
    JobOptions.Days days = options.days(line, first, CaseDay.shown(view));
    return new JobQuestion.Replay(
        CaseWriter.write(Case.of(view.info(), view.records())), days.first(), days.count());
  }

  private static PackageProblem packages(CaseView view, JobOptions options, CommandLine line)
      throws NothingToComputeException {
    AsOf day = new AsOf(CaseDay.shown(view), LocalDate.MAX);
    return switch (PackagesOfDay.latest(view, Acts.of(view).at(day))) {
      case PreparedProblem.Ready(PackageProblem packages) -> {
        try {
          yield Among.of(view, packages, options.among());
        } catch (Among.NotSeatedException e) {
          throw new ParameterException(line, e.getMessage() + ". " + e.advice());
        }
      }
      case PreparedProblem.Unready(List<PreparedProblem.Lack> lacks) ->
          throw new NothingToComputeException(
              PackageWording.lacks(lacks).stream().collect(Collectors.joining(" ")));
    };
  }
}
