package org.parley.sequence.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.exact.Budget;
import org.parley.exact.Certificate;
import org.parley.exact.Finding;
import org.parley.model.StepId;
import org.parley.sequence.Clause;
import org.parley.sequence.Loop;
import org.parley.sequence.Moment;
import org.parley.sequence.SequenceProblem;

/// What moves when steps end at other times than planned.
///
/// The new plan changes least: nothing comes earlier than it was planned and nothing later than
/// what happened makes it, so that no other such plan moves any step by less. Where that would
/// break a promise there is no such plan, and the knots say which promises.
///
/// @param plan the new plan
/// @param moved what moves, in the order of the steps
public record Slip(Plan plan, List<Move> moved) implements Certificate {

  /// A moment that moves.
  ///
  /// @param moment the moment
  /// @param from when it was planned
  /// @param to when it is now
  /// @param why the chain of clauses that moves it
  public record Move(Moment.At moment, long from, long to, List<Loop.Link> why) {}

  public Slip {
    moved = List.copyOf(moved);
  }

  /// The plan after some steps have ended, or are known to end, at other times.
  ///
  /// @param problem the problem of the plan
  /// @param before the plan, everything at its earliest
  /// @param ended when steps ended or will
  public static Finding<Slip> of(
      SequenceProblem problem, Plan before, Map<StepId, Long> ended, Budget budget) {
    SequenceProblem anchored = Plans.anchored(problem);
    Map<Moment.At, Long> planned = before.earliest();
    List<Clause> fixed = new ArrayList<>(anchored.fixed());
    Set<StepId> started = new HashSet<>(ended.keySet());
    ended.forEach(
        (step, time) -> fixed.add(Clause.between(Moment.ORIGIN, Moment.end(step), time, time)));
    planned.forEach(
        (moment, time) -> {
          if (!started.contains(moment.step())) {
            fixed.add(Clause.notBefore(moment, time));
          }
        });
    SequenceProblem late =
        new SequenceProblem(
            anchored.scale(),
            anchored.steps(),
            anchored.terms(),
            anchored.demands(),
            fixed,
            anchored.notBefore());
    return switch (Plans.of(late, budget)) {
      case Finding.Proved<Plan>(Plan plan, _) -> {
        Slip slip = new Slip(plan, moves(plan, planned));
        yield new Finding.Proved<>(slip, slip);
      }
      case Finding.Bounded<Plan>(Plan plan, var bound, var stoppedBy) ->
          new Finding.Bounded<>(new Slip(plan, moves(plan, planned)), bound, stoppedBy);
      case Finding.Impossible<Plan>(Certificate certificate) ->
          new Finding.Impossible<>(certificate);
    };
  }

  private static List<Move> moves(Plan plan, Map<Moment.At, Long> planned) {
    Map<Moment.At, Long> then = new HashMap<>(planned);
    List<Move> moves = new ArrayList<>();
    for (Plan.Window window : plan.times()) {
      long from = then.getOrDefault(window.moment(), window.earliest());
      if (from != window.earliest()) {
        moves.add(new Move(window.moment(), from, window.earliest(), window.whyNotEarlier()));
      }
    }
    return moves;
  }
}
