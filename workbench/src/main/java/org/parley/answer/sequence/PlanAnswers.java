package org.parley.answer.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.parley.answer.JsonKey;
import org.parley.exact.Finding;
import org.parley.model.PartyId;
import org.parley.model.source.SourceId;
import org.parley.model.step.DemandId;
import org.parley.model.step.StepId;
import org.parley.sequence.Moment;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.knots.Knot;
import org.parley.sequence.plan.LikelyDates;
import org.parley.sequence.plan.Plan;
import org.parley.sequence.plan.PlanOrder;
import org.parley.sequence.plan.Plans;
import org.parley.wording.KnotWording;
import org.parley.wording.Messages;
import org.parley.wording.PlanWording;
import org.parley.wording.SequenceWording;

/// When each step can be and why not earlier; and, for other questions, one answer for each plan.
public record PlanAnswers(SequenceProblem problem, Finding<List<Plan>> plans) {

  /// The answers of a question for every plan; or why there is no plan.
  ///
  /// @param allReadings whether all readings of contested terms are there
  /// @param plans absent where there is none
  /// @param knots the demands of each knot that prevents one; absent where there is a plan
  public record EachPlan<A>(
      boolean possible,
      @Nullable Boolean allReadings,
      @Nullable List<UnderReadings<A>> plans,
      @Nullable List<List<DemandId>> knots) {}

  /// The answer for one plan.
  public record UnderReadings<A>(Map<String, String> readings, A answer) {}

  /// When each step can be, and why not earlier.
  ///
  /// @param likelyBroken the demands that cannot all be kept with likely durations; absent where no
  ///   open step states one
  /// @param recesses those of the bodies that take open steps, as far as they begin before its end
  public record PlanAnswer(
      String lasting,
      List<PlannedTime> times,
      List<Links.ClauseLink> criticalPath,
      List<DecisionDate> decisions,
      @Nullable List<DemandId> likelyBroken,
      List<RecessDays> recesses) {}

  /// Days on which a body of the plan does not sit.
  public record RecessDays(PartyId body, String from, String to, List<SourceId> source) {}

  /// When a step can start or end.
  ///
  /// @param latest absent where nothing says
  /// @param likely absent where no open step states a likely duration
  /// @param slack `null` where nothing says, or it is over
  /// @param over whether the step is done and no longer planned
  public record PlannedTime(
      StepId step,
      Moment.Phase phase,
      String earliest,
      @Nullable String latest,
      @Nullable String likely,
      @JsonKey(isNull = true) @Nullable Long slack,
      boolean over,
      List<Links.ClauseLink> why) {}

  /// By when somebody has to decide.
  public record DecisionDate(
      DemandId demand, String decidedBy, String byWithoutDelay, @Nullable String byLatest) {}

  public SequenceAnswer plan() {
    if (problem.steps().isEmpty()) {
      return new SequenceAnswer(
          Messages.current().text("sequence.plan.no-steps") + "\n",
          new EachPlan<PlanAnswer>(true, null, List.of(), null),
          true);
    }
    return forEach(plan -> new SequenceAnswer(text(plan), answer(plan), true));
  }

  /// The answer for every plan, each under the readings it supposes; or why there is none.
  public SequenceAnswer forEach(Function<Plan, SequenceAnswer> ask) {
    List<Plan> all = plans.findAnswer().orElse(List.of());
    if (plans instanceof Finding.Impossible<List<Plan>>(var certificate)) {
      return none(
          certificate instanceof Plans.Prevented why
              ? why.knots().findAnswer().orElse(List.of())
              : List.of());
    }
    StringBuilder text = new StringBuilder();
    List<UnderReadings<Object>> under = new ArrayList<>();
    boolean yes = true;
    for (Plan plan : all) {
      if (!plan.readings().isEmpty()) {
        text.append(text.isEmpty() ? "" : "\n")
            .append(KnotWording.of(problem).withHead(plan.readings()))
            .append('\n');
      }
      SequenceAnswer answer = ask.apply(plan);
      text.append(answer.text());
      under.add(new UnderReadings<>(Links.readings(plan.readings()), answer.json()));
      yes &= answer.isYes();
    }
    return new SequenceAnswer(
        text + SequenceAnswer.promise(plans),
        new EachPlan<>(!all.isEmpty(), plans.isComplete(), under, null),
        yes && !all.isEmpty());
  }

  private SequenceAnswer none(List<Knot> knots) {
    return new SequenceAnswer(
        PlanWording.of(problem).none(knots.size()) + "\n",
        new EachPlan<>(false, null, null, knots.stream().map(Knot::demands).toList()),
        false);
  }

  private String text(Plan plan) {
    SequenceWording words = SequenceWording.of(problem);
    PlanWording planned = PlanWording.of(problem);
    var links = new Links(words);
    @Nullable LikelyDates likely = LikelyDates.of(problem, plan).orElse(null);
    StringBuilder text = new StringBuilder();
    for (Plan.Window window : PlanOrder.of(problem, plan)) {
      if (problem.isOver(window.moment().step())) {
        continue;
      }
      if (window.moment().phase() == Moment.Phase.END
          && problem.get(window.moment().step()).duration().most() == 0) {
        continue;
      }
      text.append(planned.column(window.earliest(), window.latest()))
          .append("  ")
          .append(
              window.isCritical() ? Messages.current().text("sequence.plan.critical") + "  " : "")
          .append(words.moment(window.moment()))
          .append(
              likely != null && likely.isKept()
                  ? "  " + planned.likely(likely.get(window.moment()))
                  : "")
          .append('\n')
          .append(links.text(window.whyNotEarlier().stream().limit(1).toList(), "    "));
    }
    if (likely != null && !likely.isKept()) {
      text.append(planned.broken(likely)).append('\n');
    }
    planned
        .recesses(plan)
        .forEach(each -> text.append(words.recess(each)).append('.').append('\n'));
    text.append(planned.done());
    plan.ways().forEach((demand, way) -> text.append(planned.way(demand, way)).append('\n'));
    plan.decisions().forEach(each -> text.append(planned.decision(each)).append('\n'));
    return text.toString();
  }

  private PlanAnswer answer(Plan plan) {
    SequenceWording words = SequenceWording.of(problem);
    var links = new Links(words);
    @Nullable LikelyDates likely = LikelyDates.of(problem, plan).orElse(null);
    return new PlanAnswer(
        words.iso(plan.lasting()),
        plan.times().stream()
            .map(
                each ->
                    new PlannedTime(
                        each.moment().step(),
                        each.moment().phase(),
                        words.iso(each.earliest()),
                        iso(words, each.latest()),
                        likely(words, likely, each.moment()),
                        problem.isOver(each.moment().step()) ? null : each.slack(),
                        problem.isOver(each.moment().step()),
                        links.list(each.whyNotEarlier())))
            .toList(),
        links.list(plan.criticalPath()),
        plan.decisions().stream()
            .map(
                each ->
                    new DecisionDate(
                        each.demand(),
                        each.decidedBy(),
                        words.iso(each.byWithoutDelay()),
                        iso(words, each.byLatest())))
            .toList(),
        likely == null ? null : likely.broken(),
        PlanWording.of(problem).recesses(plan).stream()
            .map(
                each ->
                    new RecessDays(
                        each.body(), words.iso(each.from()), words.iso(each.to()), each.source()))
            .toList());
  }

  private @Nullable String likely(
      SequenceWording words, @Nullable LikelyDates likely, Moment.At moment) {
    return likely == null || !likely.isKept() || problem.isOver(moment.step())
        ? null
        : words.iso(likely.get(moment));
  }

  private static @Nullable String iso(SequenceWording words, @Nullable Long time) {
    return time == null ? null : words.iso(time);
  }
}
