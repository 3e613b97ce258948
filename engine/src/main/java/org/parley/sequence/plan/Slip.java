package org.parley.sequence.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.exact.Budget;
import org.parley.exact.Certificate;
import org.parley.exact.Finding;
import org.parley.exact.Meter;
import org.parley.exact.StoppedBy;
import org.parley.model.step.StepId;
import org.parley.sequence.Clause;
import org.parley.sequence.Loop;
import org.parley.sequence.Moment;
import org.parley.sequence.SequenceBound;
import org.parley.sequence.SequenceProblem;

/// What moves when steps end at other times than planned.
///
/// Terms stay read, and demands met, as they were. The new dates change least where everything that
/// moves can move later, or everything can move earlier: then each step moves by no more than what
/// happened makes it, and no other dates that keep every clause move any step by less. Where some
/// must move later and others earlier, dates that keep every clause are given without that promise.
/// Where a promise breaks, there are no such dates, and the knots say which.
///
/// @param plan the plan after what happened
/// @param times the new date of each moment
/// @param moved what moves, in the order of the steps
public record Slip(Plan plan, Map<Moment.At, Long> times, List<Move> moved) implements Certificate {

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

  /// The plan after some steps have ended, or are known to end, at other times.
  ///
  /// @param problem the problem of the plan
  /// @param before the plan, everything at its earliest
  /// @param ended when steps ended or will
  public static Finding<Slip> of(
      SequenceProblem problem, Plan before, Map<StepId, Long> ended, Budget budget) {
    var meter = new Meter(budget);
    SequenceProblem anchored = Plans.anchored(problem);
    Map<Moment.At, Long> planned = before.earliest();
    List<Clause> happened = new ArrayList<>();
    ended.forEach(
        (step, time) -> happened.add(Clause.between(Moment.ORIGIN, Moment.end(step), time, time)));
    List<Clause> notEarlier = new ArrayList<>(happened);
    List<Clause> notLater = new ArrayList<>(happened);
    planned.forEach(
        (moment, time) -> {
          if (!ended.containsKey(moment.step())) {
            notEarlier.add(Clause.notBefore(moment, time));
            notLater.add(Clause.notAfter(moment, time));
          }
        });
    Plan later = Plans.keeping(with(anchored, notEarlier), before.readings(), before.ways(), meter);
    if (later != null) {
      return proved(later, later.earliest(), planned);
    }
    Plan earlier = Plans.keeping(with(anchored, notLater), before.readings(), before.ways(), meter);
    if (earlier != null) {
      Map<Moment.At, Long> times = new HashMap<>();
      for (Plan.Window window : earlier.times()) {
        Long latest = window.latest();
        times.put(window.moment(), latest == null ? window.earliest() : latest);
      }
      return proved(earlier, times, planned);
    }
    return switch (Plans.of(with(anchored, happened), before.readings(), budget)) {
      case Finding.Proved<List<Plan>>(List<Plan> plans, _) ->
          keepsAll(plans.getFirst(), planned, StoppedBy.METHOD);
      case Finding.Bounded<List<Plan>>(List<Plan> plans, var bound, var stoppedBy) ->
          plans.isEmpty()
              ? new Finding.Bounded<>(new Slip(before, planned, List.of()), bound, stoppedBy)
              : keepsAll(plans.getFirst(), planned, stoppedBy);
      case Finding.Impossible<List<Plan>>(Certificate certificate) ->
          new Finding.Impossible<>(certificate);
    };
  }

  private static SequenceProblem with(SequenceProblem problem, List<Clause> more) {
    List<Clause> fixed = new ArrayList<>(problem.fixed());
    fixed.addAll(more);
    return new SequenceProblem(
        problem.scale(),
        problem.steps(),
        problem.terms(),
        problem.demands(),
        fixed,
        problem.notBefore());
  }

  private static Finding<Slip> proved(
      Plan plan, Map<Moment.At, Long> times, Map<Moment.At, Long> planned) {
    Slip slip = new Slip(plan, times, moves(plan, times, planned));
    return new Finding.Proved<>(slip, slip);
  }

  private static Finding<Slip> keepsAll(
      Plan plan, Map<Moment.At, Long> planned, StoppedBy stoppedBy) {
    Map<Moment.At, Long> times = plan.earliest();
    return new Finding.Bounded<>(
        new Slip(plan, times, moves(plan, times, planned)),
        new SequenceBound.KeepsAll(),
        stoppedBy);
  }

  private static List<Move> moves(
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
