package org.parley.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.parley.acts.Acts;
import org.parley.answer.CaseDay;
import org.parley.archive.ArchivedArticle;
import org.parley.bargain.Problem;
import org.parley.bargain.rehearse.AgendaOrder;
import org.parley.bargain.rehearse.BargainingStrategy;
import org.parley.bargain.rehearse.RehearsalPlan;
import org.parley.bargain.robust.UncertainProblem;
import org.parley.bargain.worth.WorthRange;
import org.parley.casefile.CaseWriter;
import org.parley.casefile.LoadResult;
import org.parley.casefile.folder.CaseFolder;
import org.parley.exact.Budget;
import org.parley.exchange.reference.ShippedFigures;
import org.parley.guarantees.CaseGuarantees;
import org.parley.guarantees.log.Fact;
import org.parley.guarantees.log.LoggedFact;
import org.parley.guarantees.log.What;
import org.parley.job.JobFailedException;
import org.parley.job.JobFile;
import org.parley.job.JobQuestion;
import org.parley.job.SweepBackend;
import org.parley.model.PartyId;
import org.parley.model.Viewer;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.Case;
import org.parley.model.cases.CaseView;
import org.parley.outlook.BandSweep;
import org.parley.outlook.SkillFolds;
import org.parley.outlook.plan.PlanTimes;
import org.parley.reference.DoneTimes;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.plan.Plan;
import org.parley.sequence.plan.Plans;
import org.parley.sweep.Seeds;

/// Jobs of every kind that take a second at most.
@NullMarked
final class SmallJobs {

  private static final Path CASE = Path.of("..", "examples", "ukraine-2025");

  private SmallJobs() {}

  static List<JobQuestion> all() throws IOException {
    return List.of(
        forecast(),
        rehearsal(2_000, 20, null),
        pointByPoint(),
        robustness(700),
        events(),
        replay(120),
        reading(),
        bands(),
        skill(40));
  }

  /// The file of a job, whatever computes it.
  static String file(JobQuestion question, SweepBackend backend, SweepBackend.PartListener listener)
      throws JobFailedException {
    return JobFile.compute(question, Map.of("job", "test"), "none", backend, listener).text();
  }

  private static CaseView view() throws IOException {
    return ((LoadResult.Loaded) CaseFolder.of(CASE).load())
        .contents()
        .viewFor(new Viewer.Mediator());
  }

  /// Attacks on every third day, some of them recorded late.
  private static JobQuestion events() throws IOException {
    What attack =
        new What(
            "attack", new PartyId("RU"), new PartyId("UA"), List.of(), null, Set.of(), 0, 0, 0);
    List<LoggedFact> log = new ArrayList<>();
    for (int at = 0; at < 60; at++) {
      long moment = 1_770_000_000L + at * 250_000L;
      LoggedFact report =
          LoggedFact.at("e" + at, moment, "press", new Fact.Report("i" + at, attack));
      log.add(at % 4 == 0 ? report.withRecorded(moment + 900_000L) : report);
    }
    return new JobQuestion.Events(CaseGuarantees.of(view()).commitments(), log, 1_786_000_000L);
  }

  private static JobQuestion forecast() throws IOException {
    CaseView view = view();
    LocalDate origin = CaseDay.planned(view);
    SequenceProblem problem = SequenceProblem.of(view, origin, LocalDate.MAX, true);
    Plan plan = Plans.of(problem, Budget.ofSteps(2_000_000)).findAnswer().orElseThrow().getFirst();
    return new JobQuestion.Forecast(
        PlanTimes.of(
            view,
            Acts.of(view).at(new AsOf(origin, LocalDate.MAX)),
            problem,
            plan,
            ShippedFigures.get()),
        new Seeds(1, 1_000));
  }

  /// The last days of the case.
  static JobQuestion replay(int days) throws IOException {
    CaseView view = view();
    return new JobQuestion.Replay(
        CaseWriter.write(Case.of(view.info(), view.records())),
        CaseDay.shown(view).minusDays(days - 1),
        days);
  }

  static JobQuestion reading() throws IOException {
    CaseView view = view();
    List<ArchivedArticle> articles = new ArrayList<>();
    for (String each :
        List.of(
            "Ukrainian President Volodymyr Zelensky said on Monday that 90 percent is agreed.",
            "The weather in the capital was mild.",
            "Kremlin aide Yuri Ushakov said that the plan is not acceptable.")) {
      articles.add(new ArchivedArticle(null, null, "Wire", LocalDate.of(2026, 1, 12), "en", each));
    }
    return new JobQuestion.Reading(
        CaseWriter.write(Case.of(view.info(), view.records())), articles);
  }

  static JobQuestion bands() {
    return new JobQuestion.Bands(
        BandSweep.counted(each -> ShippedFigures.get().times().getOrDefault(each, DoneTimes.NONE)),
        80);
  }

  /// Conflicts of a few agreements with twenty features, of which the first tells.
  static JobQuestion skill(int conflicts) {
    Random random = new Random(3);
    List<SkillFolds.ConflictOutcomes> all = new ArrayList<>();
    for (int at = 0; at < conflicts; at++) {
      List<SkillFolds.Outcome> agreements = new ArrayList<>();
      for (int each = 0; each <= at % 4; each++) {
        List<Integer> features = random.ints(20, 0, 2).boxed().toList();
        agreements.add(
            new SkillFolds.Outcome(
                features, (features.getFirst() == 1) == (random.nextInt(10) > 1)));
      }
      all.add(new SkillFolds.ConflictOutcomes(agreements));
    }
    return new JobQuestion.Skill(List.of(new SkillFolds(1, all), new SkillFolds(5, all)));
  }

  private static JobQuestion pointByPoint() {
    return rehearsal(500, 20, AgendaOrder.HARDEST_FIRST);
  }

  /// Two parties that want the opposite on three points, each more on another one.
  static JobQuestion rehearsal(long plays, int rounds, @Nullable AgendaOrder order) {
    List<List<Integer>> packages = new ArrayList<>();
    for (int at = 0; at < 27; at++) {
      packages.add(List.of(at / 9, at / 3 % 3, at % 3));
    }
    return new JobQuestion.Rehearsal(
        trade(),
        packages,
        new RehearsalPlan(List.of(BargainingStrategy.values()), rounds, plays, 5),
        order);
  }

  private static Problem trade() {
    List<String> options = List.of("a", "b", "c");
    return Problem.of(
        List.of(
            party("A", List.of(90L, 50L, 0L), List.of(0L, 10L, 20L), List.of(30L, 33L, 0L)),
            party("B", List.of(0L, 10L, 20L), List.of(90L, 50L, 0L), List.of(0L, 30L, 40L))),
        List.of(
            new Problem.Point("p", options),
            new Problem.Point("q", options),
            new Problem.Point("r", options)));
  }

  private static Problem.Party party(String id, List<Long> p, List<Long> q, List<Long> r) {
    return new Problem.Party(id, List.of(p, q, r), Set.of(), 60L);
  }

  static JobQuestion robustness(long draws) {
    Problem frame = trade();
    List<UncertainProblem.Ranges> ranges =
        frame.parties().stream()
            .map(
                party ->
                    new UncertainProblem.Ranges(
                        party.worths().stream()
                            .map(row -> row.stream().map(SmallJobs::around).toList())
                            .toList(),
                        around(60)))
            .toList();
    return new JobQuestion.Robustness(
        new UncertainProblem(frame, ranges),
        List.of(List.of(0, 0, 0), List.of(0, 0, 2), List.of(1, 1, 1), List.of(0, 1, 2)),
        new Seeds(33, draws));
  }

  private static WorthRange around(long worth) {
    return new WorthRange(worth - 15, worth + 15);
  }
}
