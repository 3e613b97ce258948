package org.parley.sequence.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.parley.exact.Certificate;
import org.parley.model.step.StepId;
import org.parley.sequence.Clause;
import org.parley.sequence.Loop;
import org.parley.sequence.Moment;

/// The changes when steps end at other times than planned.
///
/// Readings and ways stay. If all moves go in one direction, each step moves by no more than
/// necessary, and no feasible dates move any step less. Otherwise feasible dates are given without
/// that guarantee. If a demand breaks, there are no such dates, and the knots say why.
///
/// @param plan the plan after what happened
/// @param times the new date of each moment
/// @param moved what moves, in the order of the steps
public record Slip(Plan plan, Map<Moment.At, Long> times, List<Move> moved) {

  /// A moment that moves.
  ///
  /// @param moment the moment
  /// @param from when it was planned
  /// @param to when it is now
  /// @param why the chain of clauses that moves it
  public record Move(Moment.At moment, long from, long to, List<Loop.Link> why) {
    public Move {
      why = List.copyOf(why);
    }
  }

  public Slip {
    times = Map.copyOf(times);
    moved = List.copyOf(moved);
  }

  /// States a slip: what it is measured against and what happened.
  ///
  /// @param before the plan, everything at its earliest
  /// @param ended when steps ended or will
  /// @param slip what moves
  /// @param later whether everything that moves can move later; else everything can move earlier
  public record Moved(Plan before, Map<StepId, Long> ended, Slip slip, boolean later)
      implements Certificate.OfAnswer {
    public Moved {
      ended = Map.copyOf(ended);
    }
  }

  /// States that no dates keep every clause after what happened.
  ///
  /// @param ended when steps ended or will
  /// @param why why there is no plan then
  public record Broken(Map<StepId, Long> ended, Plans.Prevented why) implements Certificate.OfNone {
    public Broken {
      ended = Map.copyOf(ended);
    }
  }

  /// The clauses that hold once steps have ended.
  ///
  /// @param ended when steps ended or will
  /// @param before where given, the plan from whose dates nothing else may move the other way
  /// @param later whether what moves moves later
  public static List<Clause> clauses(
      Map<StepId, Long> ended, @Nullable Plan before, boolean later) {
    List<Clause> clauses = new ArrayList<>();
    new TreeMap<>(ended)
        .forEach(
            (step, time) ->
                clauses.add(Clause.between(Moment.ORIGIN, Moment.end(step), time, time)));
    if (before != null) {
      for (Plan.Window window : before.times()) {
        if (!ended.containsKey(window.moment().step())) {
          clauses.add(
              later
                  ? Clause.notBefore(window.moment(), window.earliest())
                  : Clause.notAfter(window.moment(), window.earliest()));
        }
      }
    }
    return clauses;
  }

  /// What differs between a plan after what happened and the dates before.
  ///
  /// @param times the new date of each moment
  /// @param planned the date of each moment before
  public static List<Move> moves(
      Plan plan, Map<Moment.At, Long> times, Map<Moment.At, Long> planned) {
    List<Move> moves = new ArrayList<>();
    for (Plan.Window window : plan.times()) {
      @Nullable Long to = times.get(window.moment());
      @Nullable Long from = planned.get(window.moment());
      if (to != null && from != null && !from.equals(to)) {
        moves.add(
            new Move(
                window.moment(),
                from,
                to,
                to > from ? window.whyNotEarlier() : window.whyNotLater()));
      }
    }
    return moves;
  }
}
