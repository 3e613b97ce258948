package org.parley.web.sequence;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.answer.sequence.OutcomeAnswers;
import org.parley.bargain.cases.CasePackages;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.model.cases.AsOf;
import org.parley.model.position.Position;
import org.parley.model.step.Demand;
import org.parley.model.step.DemandId;
import org.parley.model.step.TermId;
import org.parley.sequence.CalendarTime;
import org.parley.sequence.DemandOutcome;
import org.parley.sequence.DemandOutcomes;
import org.parley.sequence.DemandVerdict;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.TimedDemand;
import org.parley.sequence.control.ControlledPlan;
import org.parley.sequence.control.ControlledPlans;
import org.parley.sequence.control.Strategy;
import org.parley.sequence.exposure.Exposure;
import org.parley.sequence.knots.Knot;
import org.parley.sequence.knots.KnotSummary;
import org.parley.sequence.knots.WaysOut;
import org.parley.sequence.plan.Plan;
import org.parley.web.view.Address;
import org.parley.web.view.BadQuery;
import org.parley.web.view.Frame;
import org.parley.web.view.Link;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Query;
import org.parley.web.view.Say;
import org.parley.web.view.ViewedDay;
import org.parley.wording.Answer;
import org.parley.wording.ExposureWording;
import org.parley.wording.KnotWording;
import org.parley.wording.Messages;
import org.parley.wording.OutcomeWording;
import org.parley.wording.PlanWording;
import org.parley.wording.SequenceWording;

/// The sequence of steps: knots, ways out, the plan, exposure.
///
/// @param open the case
/// @param moment the day looked at, from which the open steps are planned
/// @param readings the readings of contested terms chosen by the visitor
/// @param without the demands the visitor left out
/// @param problem the steps and the remaining demands, with days counted from the day looked at
/// @param knots its knots, over all readings
/// @param plans the plans under these readings
public record SequencePage(
    OpenCase open,
    ViewedDay moment,
    Map<TermId, String> readings,
    List<DemandId> without,
    SequenceProblem problem,
    Finding<List<Knot>> knots,
    Finding<List<Plan>> plans) {

  static final Budget BUDGET = Budget.ofSteps(2_000_000);
  private static final int SHOWN = 12;

  /// The page for `?asOf=DAY&knownAt=DAY&read=TERM:READING,...&without=DEMAND,...`.
  ///
  /// @throws BadQuery if a term, reading, demand or day is unknown
  public static SequencePage of(OpenCase open, Query query) {
    ViewedDay moment = ViewedDay.planned(query, open);
    AsOf asOf = moment.asOf();
    SequenceProblem whole = SequenceProblem.of(open.view(), open.acts(asOf), true);
    List<DemandId> without = new ArrayList<>();
    List<String> demands = whole.demands().stream().map(each -> each.id().value()).toList();
    for (String name : list(query, "without")) {
      if (!demands.contains(name)) {
        throw new BadQuery(
            "without", name, "there is no such demand", "Maybe choose one on the page.");
      }
      without.add(new DemandId(name));
    }
    Map<TermId, String> readings = new LinkedHashMap<>();
    for (String each : list(query, "read")) {
      String[] parts = each.split(":", 2);
      boolean known =
          parts.length == 2
              && whole.terms().stream()
                  .anyMatch(
                      term ->
                          term.id().value().equals(parts[0])
                              && term.readings().stream()
                                  .anyMatch(reading -> reading.name().equals(parts[1])));
      if (!known) {
        throw new BadQuery(
            "read", each, "there is no such reading", "Maybe choose one on the page.");
      }
      readings.put(new TermId(parts[0]), parts[1]);
    }
    SequenceProblem problem = left(whole, without);
    return new SequencePage(
        open,
        moment,
        readings,
        without,
        problem,
        SolvedSequences.of(open).knots(problem),
        SolvedSequences.of(open).plans(problem, readings));
  }

  private static SequenceProblem left(SequenceProblem problem, List<DemandId> without) {
    return problem.withDemands(
        problem.demands().stream().filter(each -> !without.contains(each.id())).toList());
  }

  private static List<String> list(Query query, String name) {
    String text = query.text(name);
    return text == null
        ? List.of()
        : List.of(text.split(",")).stream().map(String::strip).filter(s -> !s.isEmpty()).toList();
  }

  /// The address of the page with other readings and demands left out.
  String address(String read, String without) {
    return Link.to(Address.SEQUENCE)
        + query(read, without)
        + (read.isEmpty() && without.isEmpty() ? "" : "#plan");
  }

  private String query(String read, String without) {
    List<String> parts = new ArrayList<>();
    if (!moment.query().isEmpty()) {
      parts.add(moment.query().substring(1));
    }
    if (!read.isEmpty()) {
      parts.add("read=" + URLEncoder.encode(read, StandardCharsets.UTF_8));
    }
    if (!without.isEmpty()) {
      parts.add("without=" + URLEncoder.encode(without, StandardCharsets.UTF_8));
    }
    return parts.isEmpty() ? "" : "?" + String.join("&", parts);
  }

  public Frame frame() {
    return Frame.of(Say.text("nav.sequence"), open.view().info(), "sequence");
  }

  /// Whether the case says anything of the order of steps.
  public boolean isEmpty() {
    return open.view().steps().isEmpty();
  }

  /// The outcomes of the demands by the day looked at, the least favourable first; empty while all
  /// are open.
  public List<DemandOutcome> outcomes() {
    AsOf asOf = moment.asOf();
    List<DemandOutcome> all = DemandOutcomes.of(open.view(), open.acts(asOf));
    return all.stream().allMatch(each -> each.verdict() == DemandVerdict.OPEN)
        ? List.of()
        : all.stream().sorted(Comparator.comparing(DemandOutcome::verdict).reversed()).toList();
  }

  /// The positions of the day that accept an option only if steps happen or demands are kept.
  public List<Position> contingent() {
    AsOf asOf = moment.asOf();
    return open.view().positions().stream()
        .filter(
            each ->
                each.onlyIf().stream()
                    .anyMatch(
                        proviso -> !proviso.steps().isEmpty() || !proviso.demands().isEmpty()))
        .filter(
            each ->
                CasePackages.position(
                        open.view(), asOf, each.party(), open.view().get(each.point()))
                    .filter(each::equals)
                    .isPresent())
        .toList();
  }

  public String outcomesInShort() {
    return OutcomeAnswers.summary(moment.shown(), outcomes());
  }

  public OutcomeWording outcomeWording() {
    return new OutcomeWording(Messages.current(), open.view());
  }

  /// The words of a demand.
  public String demand(DemandOutcome outcome) {
    return open.view().find(outcome.demand()).orElseThrow() instanceof Demand demand
        ? demand.text()
        : "";
  }

  private List<Knot> tied() {
    return knots.findAnswer().orElse(List.of());
  }

  /// The answer in a sentence.
  public String answer() {
    return summary(false).headline().text();
  }

  /// The sentences after the answer.
  public String answerContinued() {
    if (!tied().isEmpty()) {
      return summary(SolvedSequences.of(open).isComplete(problem)).explanation().text();
    }
    String passed = outcomes().isEmpty() ? "" : outcomesInShort();
    return without.isEmpty()
        ? passed
        : (Say.text("sequence.without-left-out") + " " + passed).strip();
  }

  private Answer summary(boolean isChecked) {
    return KnotWording.of(problem).summary(KnotSummary.of(problem, knots, isChecked), open.view());
  }

  /// The first dozen knots.
  public List<KnotView> knotViews() {
    SequenceWording words = SequenceWording.of(problem);
    List<KnotView> views = new ArrayList<>();
    for (Knot knot : tied()) {
      if (views.size() < SHOWN) {
        views.add(KnotView.of(open, words, knot, views.size() + 1));
      }
    }
    return views;
  }

  public int moreKnots() {
    return Math.max(0, tied().size() - SHOWN);
  }

  /// The ways out of some knots.
  ///
  /// @param shown those shown
  /// @param more the number of ways not shown
  public record Ways(List<WayView> shown, int more) {
    public Ways {
      shown = List.copyOf(shown);
    }

    /// The demands that each of them touches.
    public RemedyMatrix matrix() {
      return RemedyMatrix.of(shown);
    }
  }

  /// The ways out of each group of knots.
  public List<Ways> ways() {
    List<Ways> groups = new ArrayList<>();
    for (WaysOut.Group group : WaysOut.of(problem, tied(), BUDGET).findAnswer().orElse(List.of())) {
      groups.add(
          new Ways(
              group.ways().stream()
                  .limit(2 * SHOWN)
                  .map(way -> WayView.of(this, group, way))
                  .toList(),
              Math.max(0, group.ways().size() - 2 * SHOWN)));
    }
    return groups;
  }

  /// A plan under some readings.
  ///
  /// @param words the readings, in words
  /// @param link its address
  public record Choice(String words, String link) {}

  /// The plans to choose from, if readings leave several.
  public List<Choice> choices() {
    List<Plan> all = plans.findAnswer().orElse(List.of());
    if (all.size() < 2) {
      return List.of();
    }
    SequenceWording words = SequenceWording.of(problem);
    return all.stream()
        .limit(SHOWN)
        .map(plan -> new Choice(words.readings(plan.readings()), linkTo(plan)))
        .toList();
  }

  /// The address of the plans of all readings; empty if no reading was chosen.
  public String allReadings() {
    return readings.isEmpty() ? "" : address("", joined(without));
  }

  private static String joined(List<DemandId> demands) {
    return String.join(",", demands.stream().map(DemandId::value).toList());
  }

  /// Whether there is exactly one plan, which other programs can be given.
  public boolean isSingle() {
    return plans.findAnswer().filter(all -> all.size() == 1).isPresent()
        && !problem.steps().isEmpty();
  }

  /// Where the plan is fetched as a file.
  public String file(Address address) {
    String read =
        readings.entrySet().stream()
            .map(each -> each.getKey() + ":" + each.getValue())
            .sorted()
            .collect(Collectors.joining(","));
    return Link.to(address) + query(read, joined(without));
  }

  private String linkTo(Plan plan) {
    List<String> read =
        plan.readings().entrySet().stream()
            .map(each -> each.getKey() + ":" + each.getValue())
            .sorted()
            .toList();
    return address(String.join(",", read), joined(without));
  }

  /// The plan shown: the first there is.
  public @Nullable Plan plan() {
    List<Plan> all = plans.findAnswer().orElse(List.of());
    return all.isEmpty() ? null : all.getFirst();
  }

  /// The readings the plan shown supposes: "With “in force” read as voted".
  public String supposed() {
    Plan plan = plan();
    return plan == null || plan.readings().isEmpty()
        ? ""
        : KnotWording.of(problem).with(plan.readings());
  }

  public @Nullable Gantt gantt() {
    Plan plan = plan();
    return plan == null || isBeyond(plan) ? null : Gantt.of(open, problem, plan);
  }

  private boolean isBeyond(Plan plan) {
    return problem.scale().calendarTime(Math.multiplyExact(2, plan.lasting()))
        instanceof CalendarTime.AfterCalendar;
  }

  /// How long the plan lasts, in a sentence.
  public String lasting() {
    Plan plan = plan();
    return plan == null ? "" : PlanWording.of(problem).lasting(plan);
  }

  /// The pending decisions with their dates, a sentence each.
  public List<String> decisions() {
    Plan plan = plan();
    return plan == null
        ? List.of()
        : plan.decisions().stream().map(PlanWording.of(problem)::decision).toList();
  }

  /// Controllability, in a sentence; empty if others decide no duration.
  public String control() {
    Plan plan = plan();
    if (plan == null) {
      return "";
    }
    var controlled = ControlledPlans.of(problem, plan);
    if (controlled.lasting().isEmpty()) {
      return "";
    }
    return PlanWording.of(problem)
        .control(ControlledPlans.strategy(controlled, BUDGET), controlled.lasting().size(), false);
  }

  /// That recesses are left out of controllability; empty if there are none.
  public String controlWithoutRecesses() {
    return PlanWording.of(problem).controlWithoutRecesses();
  }

  /// The loop that prevents control; empty if it is kept.
  public List<Reason> loop() {
    Plan plan = plan();
    if (plan != null
        && ControlledPlans.strategy(ControlledPlans.of(problem, plan), BUDGET)
            instanceof Finding.Impossible<Strategy>(ControlledPlan.Uncontrollable why)) {
      SequenceWording words = SequenceWording.of(problem);
      return why.loop().stream().limit(SHOWN).map(link -> Reason.of(open, words, link)).toList();
    }
    return List.of();
  }

  /// The exposure of the parties; null if no irreversible step has a worth.
  public @Nullable ExposureChart exposure() {
    Plan plan = plan();
    return plan == null || isBeyond(plan) || Exposure.of(problem, plan.earliest()).isEmpty()
        ? null
        : ExposureChart.of(open, problem, plan);
  }

  /// The first mover and the order with the least exposure; null if there is no exposure.
  public @Nullable ExchangeView exchange() {
    Plan plan = plan();
    return plan == null || exposure() == null ? null : ExchangeView.of(open, problem, plan);
  }

  /// The degree of implementation; null without observations.
  public @Nullable ProgressView progress() {
    return ProgressView.of(open, moment);
  }

  /// Why no exposure can be drawn.
  public String notExposed() {
    return ExposureWording.none(Messages.current(), open.view());
  }

  /// A demand that was left out.
  ///
  /// @param text the demand
  /// @param link the page with it back
  public record LeftOut(String text, String link) {}

  public List<LeftOut> leftOut() {
    List<LeftOut> all = new ArrayList<>();
    String read =
        String.join(
            ",",
            readings.entrySet().stream()
                .map(each -> each.getKey() + ":" + each.getValue())
                .toList());
    for (DemandId id : without) {
      open.view()
          .demands()
          .forEach(
              demand -> {
                if (demand.id().equals(id)) {
                  List<String> rest =
                      without.stream().filter(o -> !o.equals(id)).map(DemandId::value).toList();
                  all.add(new LeftOut(demand.text(), address(read, String.join(",", rest))));
                }
              });
    }
    return all;
  }

  /// The number of demands considered.
  public long demands() {
    return problem.demands().stream().map(TimedDemand::id).count();
  }
}
