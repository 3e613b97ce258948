package org.parley.check;

import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import org.parley.exact.Budget;
import org.parley.sequence.Moment;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.plan.Plan;
import org.parley.sequence.plan.Slip;

/// Checks what moves in a plan when a step is late, from the clauses alone.
public final class SlipCheck {

  private SlipCheck() {}

  /// Verifies that a slip is minimal: its plan keeps every clause with all other moments bounded to
  /// one direction.
  public static Verdict verify(Slip.Moved proof, SequenceProblem problem) {
    try {
      Plan before = proof.before();
      Plan after = proof.slip().plan();
      Verdict sound =
          PlanCheck.verify(before, problem)
              .then(
                  () ->
                      PlanCheck.verify(
                          after,
                          problem.withFixed(Slip.clauses(proof.ended(), before, proof.later()))));
      if (!sound.holds()) {
        return sound;
      }
      if (!after.readings().equals(before.readings()) || !after.ways().equals(before.ways())) {
        return Verdict.fails(Flaw.Code.OTHER_MEMBERS, after.readings(), after.ways());
      }
      Map<Moment.At, Long> times = new HashMap<>();
      for (Plan.Window window : after.times()) {
        Long latest = window.latest();
        times.put(window.moment(), proof.later() || latest == null ? window.earliest() : latest);
      }
      return times.equals(proof.slip().times())
              && Slip.moves(after, times, before.earliest()).equals(proof.slip().moved())
          ? new Verdict.Holds()
          : Verdict.fails(Flaw.Code.OTHER_MOVE);
    } catch (IllegalArgumentException | NoSuchElementException | IndexOutOfBoundsException e) {
      return Verdict.fails(Flaw.Code.MALFORMED);
    }
  }

  /// Verifies that no dates keep every clause after the events.
  public static Verdict verify(Slip.Broken proof, SequenceProblem problem, Budget budget) {
    try {
      return SequenceCheck.verify(
          proof.why(), problem.withFixed(Slip.clauses(proof.ended(), null, true)), budget);
    } catch (IllegalArgumentException e) {
      return Verdict.fails(Flaw.Code.MALFORMED);
    }
  }
}
