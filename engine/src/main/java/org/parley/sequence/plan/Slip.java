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
/// that guarantee. If a demand breaks, there are no such dates, and the knots explain it.
///
/// @param plan the plan after the events
/// @param times the new date of each moment
/// @param moved the changes, in the order of the steps
public record Slip(Plan plan, Map<Moment.At, Long> times, List<MovedMoment> moved) {

  /// A moment that moves.
  ///
  /// @param moment the moment
  /// @param from its planned time
  /// @param to its new time
  /// @param why the chain of clauses that moves it
  public record MovedMoment(Moment.At moment, long from, long to, List<Loop.Link> why) {
    public MovedMoment {
      why = List.copyOf(why);
    }
  }

  public Slip {
    times = Map.copyOf(times);
    moved = List.copyOf(moved);
  }

  /// States a slip, with the plan and the events.
  ///
  /// @param before the plan, everything at its earliest
  /// @param ended the actual or expected ends of steps
  /// @param slip the changes
  /// @param later whether all other moments can only move later; else only earlier
  public record Moved(Plan before, Map<StepId, Long> ended, Slip slip, boolean later)
      implements Certificate.OfAnswer {
    public Moved {
      ended = Map.copyOf(ended);
    }
  }

  /// States that no dates keep every clause after the events.
  ///
  /// @param ended the actual or expected ends of steps
  /// @param why the proof that there is no plan
  public record Broken(Map<StepId, Long> ended, Plans.Prevented why) implements Certificate.OfNone {
    public Broken {
      ended = Map.copyOf(ended);
    }
  }

  /// The clauses of the ended steps.
  ///
  /// @param ended the actual or expected ends of steps
  /// @param before if given, the plan that bounds all other moments to one direction
  /// @param later whether that direction is later
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

  /// The differences between a plan after the events and the dates before.
  ///
  /// @param times the new time of each moment
  /// @param planned the planned time of each moment
  public static List<MovedMoment> moves(
      Plan plan, Map<Moment.At, Long> times, Map<Moment.At, Long> planned) {
    List<MovedMoment> moves = new ArrayList<>();
    for (Plan.Window window : plan.times()) {
      @Nullable Long to = times.get(window.moment());
      @Nullable Long from = planned.get(window.moment());
      if (to != null && from != null && !from.equals(to)) {
        moves.add(
            new MovedMoment(
                window.moment(),
                from,
                to,
                to > from ? window.whyNotEarlier() : window.whyNotLater()));
      }
    }
    return moves;
  }
}
