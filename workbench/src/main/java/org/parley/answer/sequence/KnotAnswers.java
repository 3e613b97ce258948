package org.parley.answer.sequence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.check.KnotsCheck;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.model.step.DemandId;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.knots.Completeness;
import org.parley.sequence.knots.Knot;
import org.parley.sequence.knots.Knots;
import org.parley.sequence.knots.WayOut;
import org.parley.sequence.knots.WaysOut;
import org.parley.sequence.knots.Weakening;
import org.parley.sequence.knots.Wording;
import org.parley.wording.BoundWording;

/// Which demands cannot all hold, and what would untie them.
public record KnotAnswers(SequenceProblem problem, Budget budget) {

  public Answer knots() {
    Finding<List<Knot>> finding = Knots.of(problem, budget);
    List<Knot> knots = finding.findAnswer().orElse(List.of());
    boolean all = finding instanceof Finding.Proved && areAll(knots);
    var words = new Wording(problem);
    StringBuilder text = new StringBuilder();
    List<Map<String, Object>> told = new ArrayList<>();
    for (Knot knot : knots) {
      text.append("Knot ").append(told.size() + 1).append(". ");
      words.of(knot).forEach(line -> text.append(line).append('\n'));
      told.add(json(knot, words));
    }
    if (knots.isEmpty() && finding instanceof Finding.Proved) {
      text.append("No knots: the demands can all hold.\n");
    } else if (all) {
      text.append("These are all knots: checked by dates that keep everything else.\n");
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("complete", finding instanceof Finding.Proved);
    json.put("completeChecked", all);
    json.put("knots", told);
    return new Answer(text + Answer.promise(finding), json, true);
  }

  /// Whether a proof that these are all could be made within the budget, and was checked.
  private boolean areAll(List<Knot> knots) {
    boolean provable =
        knots.stream().noneMatch(knot -> knot.demands().isEmpty() && knot.readings().isEmpty());
    return provable
        && Completeness.of(problem, knots, budget.withSteps(10_000))
            instanceof Finding.Proved<Completeness>(Completeness proof, _)
        && KnotsCheck.problemWith(knots, proof, problem, budget).isEmpty();
  }

  private static Map<String, Object> json(Knot knot, Wording words) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("demands", knot.demands().stream().map(DemandId::value).toList());
    json.put("readings", Links.readings(knot.readings()));
    json.put("untiedBy", knot.untiedBy().stream().map(Links::readings).toList());
    json.put(
        "loops", knot.loops().stream().map(loop -> new Links(words).json(loop.links())).toList());
    json.put("words", words.of(knot));
    return json;
  }

  public Answer waysOut() {
    Finding<List<Knot>> knots = Knots.of(problem, budget);
    Finding<List<WaysOut.Group>> finding =
        WaysOut.of(problem, knots.findAnswer().orElse(List.of()), budget);
    var words = new Wording(problem);
    StringBuilder text = new StringBuilder();
    List<List<Map<String, Object>>> groups = new ArrayList<>();
    for (WaysOut.Group group : finding.findAnswer().orElse(List.of())) {
      text.append(group.knots().size())
          .append(group.knots().size() == 1 ? " knot" : " knots")
          .append(" untied by any of:\n");
      List<Map<String, Object>> ways = new ArrayList<>();
      for (WayOut way : group.ways()) {
        Finding<Weakening.Gives> gives = Weakening.of(problem, knots, group, way, budget);
        Map<DemandId, Long> amounts =
            gives.findAnswer().map(Weakening.Gives::amounts).orElse(Map.of());
        text.append("  ").append(words.of(way)).append('\n');
        amounts.forEach(
            (demand, amount) ->
                text.append("    or weaken ")
                    .append(demand)
                    .append(" by ")
                    .append(problem.scale().lengthInWords(amount))
                    .append('\n'));
        if (gives instanceof Finding.Bounded<Weakening.Gives>(_, var bound, _)) {
          text.append("    ").append(BoundWording.text(bound)).append('\n');
        }
        ways.add(json(way, amounts, words));
      }
      groups.add(ways);
    }
    if (text.isEmpty()) {
      text.append(
          finding instanceof Finding.Impossible
              ? "No way out: what is fixed cannot hold.\n"
              : "No knots: nothing to untie.\n");
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("complete", finding instanceof Finding.Proved && knots instanceof Finding.Proved);
    json.put("groups", groups);
    return new Answer(
        text + Answer.promise(knots) + Answer.promise(finding),
        json,
        !(finding instanceof Finding.Impossible));
  }

  private static Map<String, Object> json(WayOut way, Map<DemandId, Long> amounts, Wording words) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("readings", Links.readings(way.readings()));
    json.put("drop", way.drop().stream().map(DemandId::value).toList());
    json.put("touches", way.touches().stream().map(Object::toString).sorted().toList());
    Map<String, Long> weaken = new LinkedHashMap<>();
    amounts.forEach((demand, amount) -> weaken.put(demand.value(), amount));
    json.put("weakenBy", weaken);
    json.put("words", words.of(way));
    return json;
  }
}
