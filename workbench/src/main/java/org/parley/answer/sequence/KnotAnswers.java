package org.parley.answer.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.parley.answer.AnswerJson;
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

/// Answers about knots and ways out.
public record KnotAnswers(SequenceProblem problem, Budget budget) {

  /// The sets of demands that cannot all hold.
  ///
  /// @param complete whether these are all
  /// @param completeChecked whether the certificate of that was checked
  public record KnotsAnswer(boolean complete, boolean completeChecked, List<KnotAnswer> knots) {}

  /// Demands that cannot all hold.
  ///
  /// @param untiedBy readings under which they can
  public record KnotAnswer(
      List<DemandId> demands,
      Map<String, String> readings,
      List<Map<String, String>> untiedBy,
      List<List<Links.ClauseLink>> loops,
      List<String> words) {}

  /// The ways out of knots, in groups; one of each group is needed.
  public record WaysOutAnswer(boolean complete, List<List<WayOutAnswer>> groups) {}

  /// A way out: readings to agree on, and demands to drop or weaken.
  public record WayOutAnswer(
      Map<String, String> readings,
      List<DemandId> drop,
      List<String> touches,
      Map<String, Long> weakenBy,
      String words) {}

  public SequenceAnswer knots() {
    Finding<List<Knot>> finding = Knots.of(problem, budget);
    List<Knot> knots = finding.findAnswer().orElse(List.of());
    boolean all = finding.isComplete() && areAll(knots);
    Messages messages = Messages.current();
    List<String> text = new ArrayList<>();
    List<KnotAnswer> told = new ArrayList<>();
    for (Knot knot : knots) {
      List<String> lines = KnotWording.of(problem).lines(knot);
      text.add(
          messages.text("sequence.knot.line", "number", told.size() + 1, "line", lines.getFirst()));
      text.addAll(lines.subList(1, lines.size()));
      told.add(answer(knot, lines));
    }
    if (knots.isEmpty() && finding.isComplete()) {
      text.add(
          messages.text(
              problem.steps().isEmpty()
                  ? "sequence.no-steps"
                  : problem.demands().isEmpty() ? "sequence.no-demands" : "sequence.knots.none"));
    } else if (all) {
      text.add(messages.text("sequence.knots.all"));
    }
    return new SequenceAnswer(
        SequenceAnswer.text(text) + SequenceAnswer.promise(finding),
        new KnotsAnswer(finding.isComplete(), all, told),
        true);
  }

  /// Whether a proof that these are all could be made within the budget, and was checked.
  private boolean areAll(List<Knot> knots) {
    boolean provable =
        knots.stream().noneMatch(knot -> knot.demands().isEmpty() && knot.readings().isEmpty());
    return provable
        && Check.verify(problem, AllKnots.of(problem, knots, budget.withSteps(10_000)), budget)
            .holds();
  }

  private KnotAnswer answer(Knot knot, List<String> lines) {
    var links = new Links(SequenceWording.of(problem));
    return new KnotAnswer(
        knot.demands(),
        Links.readings(knot.readings()),
        knot.untiedBy().stream().map(Links::readings).toList(),
        knot.loops().stream().map(loop -> links.list(loop.links())).toList(),
        lines);
  }

  public SequenceAnswer waysOut() {
    Finding<List<Knot>> knots = Knots.of(problem, budget);
    Finding<List<WaysOut.Group>> finding =
        WaysOut.of(problem, knots.findAnswer().orElse(List.of()), budget);
    Messages messages = Messages.current();
    KnotWording words = KnotWording.of(problem);
    List<String> text = new ArrayList<>();
    List<List<WayOutAnswer>> groups = new ArrayList<>();
    for (WaysOut.Group group : finding.findAnswer().orElse(List.of())) {
      text.add(messages.text("sequence.ways.of", "knots", group.knots().size()));
      List<WayOutAnswer> ways = new ArrayList<>();
      for (WayOut way : group.ways()) {
        Finding<Weakening.Gives> gives = Weakening.of(problem, knots, group, way, budget);
        Map<DemandId, Long> amounts =
            gives.findAnswer().map(Weakening.Gives::amounts).orElse(Map.of());
        text.add("  " + words.way(way));
        amounts.forEach((demand, amount) -> text.add("    " + words.weaken(demand, amount)));
        if (gives instanceof Finding.Bounded<Weakening.Gives>(_, var bound, _)) {
          text.add("    " + BoundWording.text(bound));
        }
        ways.add(answer(way, amounts, words));
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
    return new SequenceAnswer(
        SequenceAnswer.text(text) + SequenceAnswer.promise(knots) + SequenceAnswer.promise(finding),
        new WaysOutAnswer(finding.isComplete() && knots.isComplete(), groups),
        !(finding instanceof Finding.Impossible));
  }

  private static WayOutAnswer answer(WayOut way, Map<DemandId, Long> amounts, KnotWording words) {
    return new WayOutAnswer(
        Links.readings(way.readings()),
        way.drop(),
        way.touches().stream().map(Object::toString).sorted().toList(),
        AnswerJson.byWord(amounts),
        words.way(way));
  }
}
