package org.parley.answer.sequence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.model.step.StepId;
import org.parley.sequence.Moment;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.knots.Knot;
import org.parley.sequence.knots.Wording;
import org.parley.sequence.plan.Plan;
import org.parley.sequence.plan.Plans;
import org.parley.sequence.plan.Slip;

/// What moves, and which promises break, when steps end at other times than planned.
///
/// @param ended when steps ended or will
public record SlipAnswers(SequenceProblem problem, Map<StepId, Long> ended, Budget budget) {

  public Answer slip(Plan plan) {
    Finding<Slip> finding = Slip.of(problem, plan, ended, budget);
    StringBuilder text = new StringBuilder();
    new TreeMap<>(byName())
        .forEach(
            (step, time) ->
                text.append('"')
                    .append(problem.get(new StepId(step)).title())
                    .append("\" on ")
                    .append(problem.scale().inWords(time))
                    .append(" (planned ")
                    .append(
                        problem.scale().inWords(plan.get(Moment.end(new StepId(step))).earliest()))
                    .append(")\n"));
    return switch (finding) {
      case Finding.Proved<Slip>(Slip slip, _) -> moves(slip, text, "");
      case Finding.Bounded<Slip>(Slip slip, _, _) -> moves(slip, text, Answer.promise(finding));
      case Finding.Impossible<Slip>(Plans.Prevented why) -> broken(why, text);
      case Finding.Impossible<Slip> _ ->
          new Answer(text + "No dates keep every clause.\n", Map.of("possible", false), false);
    };
  }

  private Map<String, Long> byName() {
    Map<String, Long> names = new LinkedHashMap<>();
    ended.forEach((step, time) -> names.put(step.value(), time));
    return names;
  }

  private Answer moves(Slip slip, StringBuilder text, String promise) {
    var words = new Wording(problem);
    var links = new Links(words);
    List<Map<String, Object>> moved = new ArrayList<>();
    for (Slip.Move move : slip.moved()) {
      StepId step = move.moment().step();
      boolean told =
          move.moment().phase() == Moment.Phase.START || problem.get(step).duration().most() > 0;
      if (ended.containsKey(step) || !told) {
        continue;
      }
      text.append(moved.isEmpty() ? "What moves:\n" : "")
          .append("  ")
          .append(problem.scale().inWords(move.from()))
          .append(" -> ")
          .append(problem.scale().inWords(move.to()))
          .append("  ")
          .append(words.of(move.moment()))
          .append('\n')
          .append(links.text(move.why().stream().limit(1).toList(), "    "));
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("step", step.value());
      json.put("phase", Links.phase(move.moment()));
      json.put("from", problem.scale().inWords(move.from()));
      json.put("to", problem.scale().inWords(move.to()));
      json.put("why", links.json(move.why()));
      moved.add(json);
    }
    text.append(moved.isEmpty() ? "Nothing else moves.\n" : "Everything else stays.\n")
        .append("No promise breaks.\n");
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("possible", true);
    json.put("changesLeast", promise.isEmpty());
    json.put("moved", moved);
    return new Answer(text + promise, json, true);
  }

  private Answer broken(Plans.Prevented why, StringBuilder text) {
    var words = new Wording(problem);
    List<Knot> knots = why.knots().findAnswer().orElse(List.of());
    text.append("No dates keep every promise.\n");
    List<List<String>> broken = new ArrayList<>();
    for (Knot knot : knots) {
      text.append(knot.demands().size() == 1 ? "This one breaks:\n" : "One of these breaks:\n");
      knot.demands().forEach(demand -> text.append("  ").append(words.whose(demand)).append('\n'));
      broken.add(knot.demands().stream().map(each -> each.value()).toList());
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("possible", false);
    json.put("oneOfEachBreaks", broken);
    return new Answer(text + Answer.promise(why.knots()), json, false);
  }
}
