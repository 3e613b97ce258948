package org.parley.answer.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.model.step.DemandId;
import org.parley.model.step.StepId;
import org.parley.sequence.Moment;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.knots.Knot;
import org.parley.sequence.plan.Plan;
import org.parley.sequence.plan.Plans;
import org.parley.sequence.plan.Slip;
import org.parley.sequence.plan.Slips;
import org.parley.wording.Messages;
import org.parley.wording.PlanWording;
import org.parley.wording.SequenceWording;

/// Answers about slips: the moves and broken demands when steps end at other times than planned.
///
/// @param ended when steps ended or will
public record SlipAnswers(SequenceProblem problem, Map<StepId, Long> ended, Budget budget) {

  /// The moves in one plan.
  ///
  /// @param changesLeast whether no other plan moves less; absent where there is none
  /// @param oneOfEachBreaks demands that cannot all hold then; absent where there is a plan
  public record SlipAnswer(
      boolean possible,
      @Nullable Boolean changesLeast,
      @Nullable List<List<DemandId>> oneOfEachBreaks,
      @Nullable List<MovedStep> moved) {}

  /// A start or an end that moves.
  public record MovedStep(
      StepId step, Moment.Phase phase, String from, String to, List<Links.ClauseLink> why) {}

  public SequenceAnswer slip(Plan plan) {
    Finding<Slip> finding = Slips.of(problem, plan, ended, budget);
    PlanWording words = PlanWording.of(problem);
    StringBuilder text = new StringBuilder();
    new TreeMap<>(ended)
        .forEach(
            (step, time) ->
                text.append(words.ended(step, time, plan.get(Moment.end(step)).earliest()))
                    .append('\n'));
    return switch (finding) {
      case Finding.Proved<Slip>(Slip slip, _) -> moves(slip, text, "");
      case Finding.Exhausted<Slip>(Slip slip) -> moves(slip, text, "");
      case Finding.Bounded<Slip>(Slip slip, _, _) ->
          moves(slip, text, SequenceAnswer.promise(finding));
      case Finding.Impossible<Slip>(Slip.Broken(_, Plans.Prevented why)) -> broken(why, text);
      case Finding.Impossible<Slip> _ ->
          new SequenceAnswer(
              text + Messages.current().text("sequence.slip.no-dates") + "\n",
              new SlipAnswer(false, null, null, null),
              false);
    };
  }

  private SequenceAnswer moves(Slip slip, StringBuilder text, String promise) {
    Messages messages = Messages.current();
    SequenceWording words = SequenceWording.of(problem);
    var links = new Links(words);
    List<MovedStep> moved = new ArrayList<>();
    for (Slip.MovedMoment move : slip.moved()) {
      StepId step = move.moment().step();
      boolean told =
          move.moment().phase() == Moment.Phase.START || problem.get(step).duration().most() > 0;
      if (ended.containsKey(step) || !told) {
        continue;
      }
      text.append(moved.isEmpty() ? messages.text("sequence.slip.moves") + "\n" : "")
          .append("  ")
          .append(words.iso(move.from()))
          .append(" -> ")
          .append(words.iso(move.to()))
          .append("  ")
          .append(words.moment(move.moment()))
          .append('\n')
          .append(links.text(move.why().stream().limit(1).toList(), "    "));
      moved.add(
          new MovedStep(
              step,
              move.moment().phase(),
              words.iso(move.from()),
              words.iso(move.to()),
              links.list(move.why())));
    }
    text.append(
            messages.text(moved.isEmpty() ? "sequence.slip.nothing-moves" : "sequence.slip.rest"))
        .append('\n')
        .append(messages.text("sequence.slip.no-break"))
        .append('\n');
    return new SequenceAnswer(
        text + promise, new SlipAnswer(true, promise.isEmpty(), null, moved), true);
  }

  private SequenceAnswer broken(Plans.Prevented why, StringBuilder text) {
    SequenceWording words = SequenceWording.of(problem);
    List<Knot> knots = why.knots().findAnswer().orElse(List.of());
    text.append(Messages.current().text("sequence.slip.impossible")).append('\n');
    List<List<DemandId>> broken = new ArrayList<>();
    for (Knot knot : knots) {
      text.append(PlanWording.of(problem).breaks(knot.demands())).append('\n');
      knot.demands().forEach(demand -> text.append("  ").append(words.whose(demand)).append('\n'));
      broken.add(knot.demands());
    }
    return new SequenceAnswer(
        text + SequenceAnswer.promise(why.knots()),
        new SlipAnswer(false, null, broken, null),
        false);
  }
}
