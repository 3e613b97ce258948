package org.parley.sequence.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.exact.Meter;
import org.parley.exact.StoppedBy;
import org.parley.model.step.StepId;
import org.parley.sequence.Clause;
import org.parley.sequence.Moment;
import org.parley.sequence.SequenceBound;
import org.parley.sequence.SequenceProblem;

/// Computes the changes when steps end at other times than planned, see [Slip].
public final class Slips {

  private Slips() {}

  /// The plan after some steps have ended, or are expected to end, at other times.
  ///
  /// @param problem the problem of the plan
  /// @param before the plan, everything at its earliest
  /// @param ended the actual or expected ends of steps
  public static Finding<Slip> of(
      SequenceProblem problem, Plan before, Map<StepId, Long> ended, Budget budget) {
    var meter = new Meter(budget);
    SequenceProblem anchored = problem.anchored();
    Map<Moment.At, Long> planned = before.earliest();
    List<Clause> happened = Slip.clauses(ended, null, true);
    Plan later =
        Plans.keeping(
            anchored.withFixed(Slip.clauses(ended, before, true)),
            before.readings(),
            before.ways(),
            meter);
    if (later != null) {
      return proved(before, ended, later, later.earliest(), true);
    }
    Plan earlier =
        Plans.keeping(
            anchored.withFixed(Slip.clauses(ended, before, false)),
            before.readings(),
            before.ways(),
            meter);
    if (earlier != null) {
      Map<Moment.At, Long> times = new HashMap<>();
      for (Plan.Window window : earlier.times()) {
        Long latest = window.latest();
        times.put(window.moment(), latest == null ? window.earliest() : latest);
      }
      return proved(before, ended, earlier, times, false);
    }
    return switch (Plans.of(anchored.withFixed(happened), before.readings(), budget)) {
      case Finding.Proved<List<Plan>>(List<Plan> plans, _) ->
          keepsAll(plans.getFirst(), planned, StoppedBy.METHOD);
      case Finding.Bounded<List<Plan>>(List<Plan> plans, var bound, var stoppedBy) ->
          plans.isEmpty()
              ? new Finding.Bounded<>(new Slip(before, planned, List.of()), bound, stoppedBy)
              : keepsAll(plans.getFirst(), planned, stoppedBy);
      case Finding.Exhausted<List<Plan>>(List<Plan> plans) ->
          keepsAll(plans.getFirst(), planned, StoppedBy.METHOD);
      case Finding.Impossible<List<Plan>>(Plans.Prevented why) ->
          new Finding.Impossible<>(new Slip.Broken(ended, why));
      case Finding.Impossible<List<Plan>>(var certificate) -> new Finding.Impossible<>(certificate);
    };
  }

  private static Finding<Slip> proved(
      Plan before, Map<StepId, Long> ended, Plan plan, Map<Moment.At, Long> times, boolean later) {
    Slip slip = new Slip(plan, times, Slip.moves(plan, times, before.earliest()));
    return new Finding.Proved<>(slip, new Slip.Moved(before, ended, slip, later));
  }

  private static Finding<Slip> keepsAll(
      Plan plan, Map<Moment.At, Long> planned, StoppedBy stoppedBy) {
    Map<Moment.At, Long> times = plan.earliest();
    return new Finding.Bounded<>(
        new Slip(plan, times, Slip.moves(plan, times, planned)),
        new SequenceBound.KeepsAll(),
        stoppedBy);
  }
}
