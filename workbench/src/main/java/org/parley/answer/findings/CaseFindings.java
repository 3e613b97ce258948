package org.parley.answer.findings;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.parley.acts.Acts;
import org.parley.answer.CaseDay;
import org.parley.answer.outlook.WaysAnswer;
import org.parley.answer.packages.PackagesOfDay;
import org.parley.bargain.Problem;
import org.parley.bargain.cases.PackageProblem;
import org.parley.bargain.cases.PreparedProblem;
import org.parley.bargain.clash.Bridges;
import org.parley.bargain.clash.PartyDemand;
import org.parley.bargain.frontier.FairSolutions;
import org.parley.bargain.frontier.Frontiers;
import org.parley.bargain.solve.Solution;
import org.parley.bargain.zone.Zones;
import org.parley.board.Board;
import org.parley.check.Question;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.exchange.reference.ReferenceShelf;
import org.parley.guarantees.CaseGuarantees;
import org.parley.guarantees.Guarantees;
import org.parley.guarantees.coverage.Coverage;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.CaseView;
import org.parley.model.guarantee.CoverageQuestion;
import org.parley.outlook.ForecastTally;
import org.parley.outlook.Forecasts;
import org.parley.outlook.ScoredWords;
import org.parley.outlook.ways.Talks;
import org.parley.outlook.ways.TalksWays;
import org.parley.proof.FindingFile;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.control.ControlledPlan;
import org.parley.sequence.control.ControlledPlans;
import org.parley.sequence.exposure.ExchangeOrder;
import org.parley.sequence.knots.AllKnots;
import org.parley.sequence.knots.Knot;
import org.parley.sequence.knots.Knots;
import org.parley.sequence.knots.WaysOut;
import org.parley.sequence.plan.Plan;
import org.parley.sequence.plan.Plans;

/// The findings of a case that can be verified independently: one file for each finding with a
/// certificate.
public final class CaseFindings {

  /// The budget of each search, in steps.
  private static final long STEPS = 2_000_000;

  private static final long STATES = 200_000;
  private static final String WAYS = "ways";
  private static final String SCORES = "scores";

  private final Budget budget;
  private final @Nullable String only;
  private final Map<String, FindingFile> files = new LinkedHashMap<>();

  private CaseFindings(Budget budget, @Nullable String only) {
    this.only = only;
    this.budget =
        budget
            .withSteps(Math.min(budget.steps(), STEPS))
            .withStates(Math.min(budget.states(), STATES));
  }

  /// The findings by name, those about packages first. Findings not proved within the budget are
  /// left out, and so are [PrecedentFindings].
  public static Map<String, FindingFile> of(CaseView view, Budget budget) {
    return of(view, budget, null);
  }

  /// All findings by name, those about precedents last.
  public static Map<String, FindingFile> of(CaseView view, ReferenceShelf shelf, Budget budget) {
    Map<String, FindingFile> all = new LinkedHashMap<>(of(view, budget));
    all.putAll(PrecedentFindings.of(view, shelf));
    return all;
  }

  /// Finds a finding; empty if it is not proved within the budget. Only its own search runs.
  public static Optional<FindingFile> find(
      CaseView view, String name, ReferenceShelf shelf, Budget budget) {
    return PrecedentFindings.find(view, name, shelf)
        .or(() -> Optional.ofNullable(of(view, budget, name).get(name)));
  }

  private static Map<String, FindingFile> of(CaseView view, Budget budget, @Nullable String only) {
    var findings = new CaseFindings(budget, only);
    AsOf day = new AsOf(CaseDay.shown(view), LocalDate.MAX);
    if (PackagesOfDay.latest(view, Acts.of(view).at(day))
        instanceof PreparedProblem.Ready(PackageProblem packages)) {
      findings.packages(packages.problem());
    }
    LocalDate origin = CaseDay.planned(view);
    if (!view.steps().isEmpty() && findings.wants("knots|ways-out")) {
      findings.knots(SequenceProblem.of(view, origin, true));
    }
    if (!view.steps().isEmpty() && findings.wants("plans|(order|control)-\\d+")) {
      findings.plans(SequenceProblem.of(view, origin, true));
    }
    CaseGuarantees guarantees = CaseGuarantees.of(view);
    view.coverageQuestions().forEach(asked -> findings.coverage(guarantees, asked));
    if (findings.wants(SCORES)) {
      findings.scores(view, day);
    }
    if (findings.wants(WAYS)) {
      findings.ways(Board.of(view, day));
    }
    return findings.files;
  }

  private boolean wants(String pattern) {
    return only == null || only.matches(pattern);
  }

  private void add(String name, Question question, Supplier<Finding<?>> search) {
    if (only == null || only.equals(name)) {
      FindingFile.of(question, search.get()).ifPresent(file -> files.put(name, file));
    }
  }

  /// The scores of those who have one; none in a case where nothing foretold is due.
  private void scores(CaseView view, AsOf day) {
    ScoredWords words = ScoredWords.of(view, day);
    Forecasts forecasts = Forecasts.of(view, Forecasts.shown(view, day));
    Finding<List<ForecastTally.TallyLine>> tally = ForecastTally.find(words, forecasts);
    if (!tally.findAnswer().orElse(List.of()).isEmpty()) {
      add(SCORES, new Question.Scores(ForecastTally.facts(words, forecasts)), () -> tally);
    }
  }

  private void ways(Board board) {
    Talks talks = WaysAnswer.read(board, budget).talks();
    add(WAYS, new Question.Ways(talks), () -> TalksWays.of(talks));
  }

  private void packages(Problem problem) {
    var question = new Question.Packages(problem);
    add("packages", question, () -> Zones.find(problem, problem.everyone(), budget));
    add("frontier", question, () -> Frontiers.findListed(problem, budget));
    FairSolutions fair = new FairSolutions(problem, budget, budget);
    for (Solution.Kind kind : Solution.Kind.values()) {
      add(kind.name().toLowerCase(Locale.ROOT).replace('_', '-'), question, () -> fair.find(kind));
    }
    if (PartyDemand.of(problem).size() <= Bridges.MOST_DEMANDS) {
      add("clashes", question, () -> Bridges.find(problem, budget));
    }
    add("lowered-baselines", question, () -> Bridges.relaxations(problem, budget));
  }

  private void knots(SequenceProblem problem) {
    var question = new Question.Sequence(problem);
    Finding<List<Knot>> found = Knots.of(problem, budget);
    List<Knot> knots = found.findAnswer().orElse(List.of());
    boolean firm =
        knots.stream().anyMatch(knot -> knot.demands().isEmpty() && knot.readings().isEmpty());
    if (found.isComplete() && !firm) {
      add("knots", question, () -> AllKnots.of(problem, knots, budget));
    }
    if (!knots.isEmpty()) {
      add("ways-out", question, () -> WaysOut.of(problem, knots, budget));
    }
  }

  private void plans(SequenceProblem problem) {
    var question = new Question.Sequence(problem);
    Finding<List<Plan>> plans = Plans.of(problem, budget);
    add("plans", question, () -> plans);
    long irreversible = problem.steps().stream().filter(step -> !step.reversible()).count();
    int number = 1;
    for (Plan plan : plans.findAnswer().orElse(List.of())) {
      if (irreversible > 0 && irreversible <= ExchangeOrder.MOST) {
        add("order-" + number, question, () -> ExchangeOrder.best(problem, plan, budget));
      }
      add("control-" + number, question, () -> control(problem, plan));
      number++;
    }
  }

  private Finding<?> control(SequenceProblem problem, Plan plan) {
    ControlledPlan controlled = ControlledPlans.of(problem, plan);
    Finding<?> control = ControlledPlans.strategy(controlled, budget);
    return control.isComplete() ? ControlledPlans.prove(controlled, budget) : control;
  }

  private void coverage(CaseGuarantees guarantees, CoverageQuestion asked) {
    Coverage.Question question = guarantees.question(asked);
    add(
        "coverage-" + asked.id().value(),
        new Question.Guarantees(question, guarantees.commitments(), guarantees.contributions()),
        () -> Guarantees.coverage(question, guarantees.commitments(), guarantees.contributions()));
  }
}
