package org.parley.guarantees;

import java.util.List;
import org.parley.guarantees.log.DutyVerdict;
import org.parley.guarantees.log.Lifecycle;

/// The numbers of open, breached and undetermined duties.
///
/// @param owed the duties that wait for an act or a finding
/// @param broken the duties that are breached or escalated
/// @param undetermined the duties with more than one possible state
public record DutyCount(int owed, int broken, int undetermined) {

  /// Counts the duties listed by [Guarantees#owed].
  public static DutyCount of(List<DutyVerdict> verdicts) {
    int broken = 0;
    int undetermined = 0;
    int all = 0;
    for (DutyVerdict each : Guarantees.owed(verdicts)) {
      all++;
      broken += each.state() == Lifecycle.BREACHED || each.state() == Lifecycle.ESCALATED ? 1 : 0;
      undetermined += each.state() == Lifecycle.UNDETERMINED ? 1 : 0;
    }
    return new DutyCount(all - broken - undetermined, broken, undetermined);
  }

  /// Whether all counts are zero.
  public boolean isEmpty() {
    return owed + broken + undetermined == 0;
  }
}
