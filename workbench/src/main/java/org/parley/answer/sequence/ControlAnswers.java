package org.parley.answer.sequence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.check.Check;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.model.step.DemandId;
import org.parley.sequence.PlannedStep;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.control.ControlledPlan;
import org.parley.sequence.control.ControlledPlans;
import org.parley.sequence.control.Strategy;
import org.parley.sequence.plan.Plan;
import org.parley.wording.Messages;
import org.parley.wording.PlanWording;
import org.parley.wording.SequenceWording;

/// Whether every clause can be kept whatever others decide.
public record ControlAnswers(SequenceProblem problem, Budget budget) {

  public SequenceAnswer control(Plan plan) {
    var controlled = ControlledPlans.of(problem, plan);
    Finding<Strategy> finding = ControlledPlans.strategy(controlled, budget);
    return switch (finding) {
      case Finding.Proved<Strategy>(Strategy strategy, _) -> yes(controlled, finding, strategy);
      case Finding.Exhausted<Strategy>(Strategy strategy) -> yes(controlled, finding, strategy);
      case Finding.Bounded<Strategy> bounded ->
          new SequenceAnswer(
              SequenceAnswer.promise(bounded), Map.of("controllable", "unknown"), false);
      case Finding.Impossible<Strategy>(ControlledPlan.Uncontrollable why) -> no(why);
      case Finding.Impossible<Strategy> _ ->
          new SequenceAnswer(
              Messages.current().text("sequence.control.no-strategy") + "\n",
              Map.of("controllable", false),
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
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("controllable", true);
    json.put("checked", checked);
    json.put("decidedByOthers", others.stream().map(step -> step.id().value()).toList());
    if (!others.isEmpty()
        && strategy.next(0, plan.past(), budget)
            instanceof Strategy.Decision.Act(int moment, long time)) {
      text.add(words.first(plan.moments().get(moment), time));
      json.put("first", Links.name(plan.moments().get(moment)));
      json.put("firstOn", SequenceWording.of(problem).iso(time));
    }
    return new SequenceAnswer(SequenceAnswer.text(text), json, true);
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
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("controllable", false);
    json.put("checked", checked);
    json.put("loop", links.json(why.loop()));
    json.put("enoughAlone", give);
    return new SequenceAnswer(text.toString(), json, false);
  }
}
