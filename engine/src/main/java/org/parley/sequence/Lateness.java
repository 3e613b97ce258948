package org.parley.sequence;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.acts.ActLedger;
import org.parley.acts.Performance;
import org.parley.model.cases.CaseView;
import org.parley.model.date.Edtf;
import org.parley.model.step.StepId;

/// How late a step is, by the demand that it is furthest behind.
///
/// @param leastDays how late its latest performance was at least; 0 if it was in time or there is
///   none
/// @param mostDays how late at most, if its date is imprecise
/// @param overdueSince the deadline that it still misses; null if it is complete
public record Lateness(long leastDays, long mostDays, @Nullable LocalDate overdueSince) {

  /// The steps that are late or overdue on the day of a ledger.
  public static Map<StepId, Lateness> of(CaseView view, ActLedger acts) {
    Map<StepId, Lateness> all = new HashMap<>();
    DemandOutcomes.delays(view, acts)
        .forEach((step, delay) -> all.put(step, of(acts.performanceOf(step), delay)));
    return all;
  }

  private static Lateness of(Performance performance, DemandOutcome delay) {
    LocalDate deadline = delay.on();
    if (delay.verdict() == DemandVerdict.LATE || deadline == null) {
      return new Lateness(delay.days(), delay.mostDays(), null);
    }
    Edtf date = performance.status() == Performance.Status.IN_PART ? performance.date() : null;
    return date == null || !date.earliestDay().isAfter(deadline)
        ? new Lateness(0, 0, deadline)
        : new Lateness(
            ChronoUnit.DAYS.between(deadline, date.earliestDay()),
            ChronoUnit.DAYS.between(deadline, date.latestDay()),
            deadline);
  }
}
