package org.parley.answer.sequence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.answer.JsonKey;
import org.parley.check.Check;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.model.step.DemandId;
import org.parley.model.step.StepId;
import org.parley.sequence.PlannedStep;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.control.ControlledPlan;
import org.parley.sequence.control.ControlledPlans;
import org.parley.sequence.control.Strategy;
import org.parley.sequence.plan.Plan;
import org.parley.wording.Messages;
import org.parley.wording.PlanWording;
import org.parley.wording.SequenceWording;

/// Answers about dynamic controllability: whether every clause can be kept whatever others decide.
public record ControlAnswers(SequenceProblem problem, Budget budget) {

  /// Whether every clause can be kept, of one plan.
  ///
  /// @param controllable `null` where that was not found out
  /// @param checked whether the certificate was checked
  /// @param first what to begin with, and when; absent where others decide nothing
  /// @param loop the clauses that others can break; absent where they cannot
  /// @param enoughAlone by how much each demand alone would have to give
  /// @param leavesOutRecesses `true` if bodies have recesses, which the answer does not model
  public record Control(
      @JsonKey(isNull = true) @Nullable Boolean controllable,
      @Nullable Boolean checked,
      @Nullable List<StepId> decidedByOthers,
      @Nullable String first,
      @Nullable String firstOn,
      @Nullable List<Links.ClauseLink> loop,
      @Nullable Map<String, Long> enoughAlone,
      @Nullable Boolean leavesOutRecesses) {

    static Control of(@Nullable Boolean controllable) {
      return new Control(controllable, null, null, null, null, null, null, null);
    }
  }

  public SequenceAnswer control(Plan plan) {
    var controlled = ControlledPlans.of(problem, plan);
    Finding<Strategy> finding = ControlledPlans.strategy(controlled, budget);
    return switch (finding) {
      case Finding.Proved<Strategy>(Strategy strategy, _) -> yes(controlled, finding, strategy);
      case Finding.Exhausted<Strategy>(Strategy strategy) -> yes(controlled, finding, strategy);
      case Finding.Bounded<Strategy> bounded ->
          new SequenceAnswer(SequenceAnswer.promise(bounded), Control.of(null), false);
      case Finding.Impossible<Strategy>(ControlledPlan.Uncontrollable why) -> no(why);
      case Finding.Impossible<Strategy> _ ->
          new SequenceAnswer(
              Messages.current().text("sequence.control.no-strategy") + "\n",
              Control.of(false),
              false);
    };
  }

  private SequenceAnswer yes(ControlledPlan plan, Finding<Strategy> finding, Strategy strategy) {
    boolean checked = Check.verify(problem, ControlledPlans.prove(plan, budget), budget).holds();
    PlanWording words = PlanWording.of(problem);
    List<PlannedStep> others = plan.lasting();
    List<String> text = new ArrayList<>();
    text.add(words.control(finding, others.size(), checked));
    others.forEach(step -> text.add("  " + words.lasts(step)));
    String first = null;
    String firstOn = null;
    if (!others.isEmpty()
        && strategy.next(0, plan.past(), budget)
            instanceof Strategy.Decision.Act(int moment, long time)) {
      text.add(words.first(plan.moments().get(moment), time));
      first = Links.name(plan.moments().get(moment));
      firstOn = SequenceWording.of(problem).iso(time);
    }
    if (!words.controlWithoutRecesses().isEmpty()) {
      text.add(words.controlWithoutRecesses());
    }
    List<StepId> decided = others.stream().map(PlannedStep::id).toList();
    return new SequenceAnswer(
        SequenceAnswer.text(text),
        new Control(true, checked, decided, first, firstOn, null, null, leavesOutRecesses()),
        true);
  }

  private SequenceAnswer no(ControlledPlan.Uncontrollable why) {
    Messages messages = Messages.current();
    PlanWording words = PlanWording.of(problem);
    var links = new Links(SequenceWording.of(problem));
    boolean checked = Check.verify(problem, new Finding.Impossible<Strategy>(why), budget).holds();
    Finding<Map<DemandId, Long>> amounts = ControlledPlans.give(why, budget);
    StringBuilder text = new StringBuilder();
    text.append(messages.text("sequence.control.lost"))
        .append(' ')
        .append(messages.text("sequence.control.loop", "checked", checked))
        .append('\n')
        .append(links.text(why.loop(), "  "));
    Map<String, Long> give = new LinkedHashMap<>();
    amounts
        .findAnswer()
        .orElse(Map.of())
        .forEach(
            (demand, amount) -> {
              give.put(demand.value(), amount);
              text.append(words.enough(demand, amount)).append('\n');
            });
    if (give.isEmpty() && amounts.isComplete()) {
      text.append(messages.text("sequence.control.none-enough")).append('\n');
    }
    if (!words.controlWithoutRecesses().isEmpty()) {
      text.append(words.controlWithoutRecesses()).append('\n');
    }
    return new SequenceAnswer(
        text.toString(),
        new Control(
            false, checked, null, null, null, links.list(why.loop()), give, leavesOutRecesses()),
        false);
  }

  private @Nullable Boolean leavesOutRecesses() {
    return problem.recesses().isEmpty() ? null : Boolean.TRUE;
  }
}
