package org.parley.sequence;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.model.PartyId;
import org.parley.model.step.DemandId;
import org.parley.model.step.StepId;

/// The outcome of a demand by a day, judged by what happened.
///
/// @param demand the demand
/// @param since the day from which it is demanded; null if nothing dates it
/// @param verdict the least favourable verdict of its timings; the most favourable of alternatives
/// @param step the step that decided it; null if it is open
/// @param on the day of the decision: the completion, the breach, or the missed deadline
/// @param days how late at least, in days, or how long overdue; 0 otherwise
/// @param mostDays how late at most, if the date of completion is imprecise; else `days`
/// @param by those who breached the step; empty if nobody did
public record DemandOutcome(
    DemandId demand,
    @Nullable LocalDate since,
    DemandVerdict verdict,
    @Nullable StepId step,
    @Nullable LocalDate on,
    long days,
    long mostDays,
    List<PartyId> by) {

  public DemandOutcome {
    by = List.copyOf(by);
  }
}
