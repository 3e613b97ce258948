package org.parley.answer.sequence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.check.Check;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.model.step.DemandId;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.knots.AllKnots;
import org.parley.sequence.knots.Knot;
import org.parley.sequence.knots.Knots;
import org.parley.sequence.knots.WayOut;
import org.parley.sequence.knots.WaysOut;
import org.parley.sequence.knots.Weakening;
import org.parley.wording.BoundWording;
import org.parley.wording.KnotWording;
import org.parley.wording.Messages;
import org.parley.wording.SequenceWording;

/// Which demands cannot all hold, and what would untie them.
public record KnotAnswers(SequenceProblem problem, Budget budget) {

  public SequenceAnswer knots() {
    Finding<List<Knot>> finding = Knots.of(problem, budget);
    List<Knot> knots = finding.findAnswer().orElse(List.of());
    boolean all = finding.isComplete() && areAll(knots);
    Messages messages = Messages.current();
    List<String> text = new ArrayList<>();
    List<Map<String, Object>> told = new ArrayList<>();
    for (Knot knot : knots) {
      List<String> lines = KnotWording.of(problem).lines(knot);
      text.add(
          messages.text("sequence.knot.line", "number", told.size() + 1, "line", lines.getFirst()));
      text.addAll(lines.subList(1, lines.size()));
      told.add(json(knot, lines));
    }
    if (knots.isEmpty() && finding.isComplete()) {
      text.add(messages.text("sequence.knots.none"));
    } else if (all) {
      text.add(messages.text("sequence.knots.all"));
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("complete", finding.isComplete());
    json.put("completeChecked", all);
    json.put("knots", told);
    return new SequenceAnswer(
        SequenceAnswer.text(text) + SequenceAnswer.promise(finding), json, true);
  }

  /// Whether a proof that these are all could be made within the budget, and was checked.
  private boolean areAll(List<Knot> knots) {
    boolean provable =
        knots.stream().noneMatch(knot -> knot.demands().isEmpty() && knot.readings().isEmpty());
    return provable
        && Check.verify(problem, AllKnots.of(problem, knots, budget.withSteps(10_000)), budget)
            .holds();
  }

  private Map<String, Object> json(Knot knot, List<String> lines) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("demands", knot.demands().stream().map(DemandId::value).toList());
    json.put("readings", Links.readings(knot.readings()));
    json.put("untiedBy", knot.untiedBy().stream().map(Links::readings).toList());
    var links = new Links(SequenceWording.of(problem));
    json.put("loops", knot.loops().stream().map(loop -> links.json(loop.links())).toList());
    json.put("words", lines);
    return json;
  }

  public SequenceAnswer waysOut() {
    Finding<List<Knot>> knots = Knots.of(problem, budget);
    Finding<List<WaysOut.Group>> finding =
        WaysOut.of(problem, knots.findAnswer().orElse(List.of()), budget);
    Messages messages = Messages.current();
    KnotWording words = KnotWording.of(problem);
    List<String> text = new ArrayList<>();
    List<List<Map<String, Object>>> groups = new ArrayList<>();
    for (WaysOut.Group group : finding.findAnswer().orElse(List.of())) {
      text.add(messages.text("sequence.ways.of", "knots", group.knots().size()));
      List<Map<String, Object>> ways = new ArrayList<>();
      for (WayOut way : group.ways()) {
        Finding<Weakening.Gives> gives = Weakening.of(problem, knots, group, way, budget);
        Map<DemandId, Long> amounts =
            gives.findAnswer().map(Weakening.Gives::amounts).orElse(Map.of());
        text.add("  " + words.way(way));
        amounts.forEach((demand, amount) -> text.add("    " + words.weaken(demand, amount)));
        if (gives instanceof Finding.Bounded<Weakening.Gives>(_, var bound, _)) {
          text.add("    " + BoundWording.text(bound));
        }
        ways.add(json(way, amounts, words));
      }
      groups.add(ways);
    }
    if (text.isEmpty()) {
      text.add(
          messages.text(
              finding instanceof Finding.Impossible
                  ? "sequence.ways.none"
                  : "sequence.ways.nothing"));
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("complete", finding.isComplete() && knots.isComplete());
    json.put("groups", groups);
    return new SequenceAnswer(
        SequenceAnswer.text(text) + SequenceAnswer.promise(knots) + SequenceAnswer.promise(finding),
        json,
        !(finding instanceof Finding.Impossible));
  }

  private static Map<String, Object> json(
      WayOut way, Map<DemandId, Long> amounts, KnotWording words) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("readings", Links.readings(way.readings()));
    json.put("drop", way.drop().stream().map(DemandId::value).toList());
    json.put("touches", way.touches().stream().map(Object::toString).sorted().toList());
    Map<String, Long> weaken = new LinkedHashMap<>();
    amounts.forEach((demand, amount) -> weaken.put(demand.value(), amount));
    json.put("weakenBy", weaken);
    json.put("words", words.way(way));
    return json;
  }
}
