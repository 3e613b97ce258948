package org.parley.answer.sequence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.check.ClosureCheck;
import org.parley.check.LoopCheck;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.model.step.DemandId;
import org.parley.sequence.PlannedStep;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.control.Closure;
import org.parley.sequence.control.ControlledPlan;
import org.parley.sequence.control.Strategy;
import org.parley.sequence.knots.Wording;
import org.parley.sequence.plan.Plan;

/// Whether every clause can be kept whatever others decide.
public record ControlAnswers(SequenceProblem problem, Budget budget) {

  public Answer control(Plan plan) {
    var controlled = ControlledPlan.of(problem, plan);
    Finding<Strategy> finding = controlled.strategy(budget);
    return switch (finding) {
      case Finding.Proved<Strategy>(Strategy strategy, _) -> yes(controlled, strategy);
      case Finding.Bounded<Strategy> bounded ->
          new Answer(Answer.promise(bounded), Map.of("controllable", "unknown"), false);
      case Finding.Impossible<Strategy>(ControlledPlan.Uncontrollable why) -> no(why);
      case Finding.Impossible<Strategy> _ ->
          new Answer("No strategy.\n", Map.of("controllable", false), false);
    };
  }

  private Answer yes(ControlledPlan plan, Strategy strategy) {
    boolean checked =
        Closure.of(plan.network(), budget) instanceof Finding.Proved<Closure>(Closure proof, _)
            && ClosureCheck.problemWith(proof, plan.network(), budget).isEmpty();
    StringBuilder text = new StringBuilder();
    List<PlannedStep> others = plan.lasting();
    text.append(
        others.isEmpty()
            ? "Nobody else decides how long a step takes: the plan holds as it is.\n"
            : "Every clause can be kept whatever others decide on "
                + (others.size() == 1 ? "one duration" : others.size() + " durations")
                + (checked ? "; the proof was checked.\n" : ".\n"));
    for (PlannedStep step : others) {
      text.append("  ")
          .append(step.title())
          .append(": from ")
          .append(problem.scale().lengthInWords(step.duration().least()))
          .append(" to ")
          .append(problem.scale().lengthInWords(step.duration().most()))
          .append('\n');
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("controllable", true);
    json.put("checked", checked);
    json.put("decidedByOthers", others.stream().map(step -> step.id().value()).toList());
    if (!others.isEmpty()
        && strategy.next(0, plan.past(), budget)
            instanceof Strategy.Decision.Act(int moment, long time)) {
      var words = new Wording(problem);
      text.append("First: ")
          .append(words.of(plan.moments().get(moment)))
          .append(" on ")
          .append(problem.scale().inWords(time))
          .append("; ask again when it is done or something ends.\n");
      json.put("first", Links.name(plan.moments().get(moment)));
      json.put("firstOn", problem.scale().inWords(time));
    }
    return new Answer(text.toString(), json, true);
  }

  private Answer no(ControlledPlan.Uncontrollable why) {
    var words = new Wording(problem);
    var links = new Links(words);
    boolean checked = LoopCheck.problemWith(why.proof(), why.plan().network()).isEmpty();
    StringBuilder text = new StringBuilder();
    text.append("Not every clause can be kept whatever others decide. The loop")
        .append(checked ? " (checked):\n" : ":\n")
        .append(links.text(why.loop(), "  "));
    Map<String, Long> give = new LinkedHashMap<>();
    for (Map.Entry<DemandId, Long> each : why.give().entrySet()) {
      give.put(each.getKey().value(), each.getValue());
      text.append("Enough alone: ")
          .append(each.getKey())
          .append(" gives ")
          .append(problem.scale().lengthInWords(each.getValue()))
          .append(" (")
          .append(words.whose(each.getKey()))
          .append(")\n");
    }
    if (give.isEmpty() && why.allGiven()) {
      text.append("No demand of the loop is enough alone, however much it gives.\n");
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("controllable", false);
    json.put("checked", checked);
    json.put("loop", links.json(why.loop()));
    json.put("enoughAlone", give);
    return new Answer(text.toString(), json, false);
  }
}
