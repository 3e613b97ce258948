package org.parley.web.incidents;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.guarantees.CaseGuarantees;
import org.parley.guarantees.Guarantees;
import org.parley.guarantees.log.Duty;
import org.parley.guarantees.log.DutyVerdict;
import org.parley.guarantees.log.Lifecycle;
import org.parley.guarantees.log.LoggedFact;
import org.parley.guarantees.log.Moments;
import org.parley.model.cases.CaseView;

/// The consequences of new records: the duties that stand otherwise with them than without. Both
/// are seen after the last record.
///
/// @param duties these duties: those broken first, then by the time they are due
/// @param tally how many of them stand in each state
/// @param touched the incidents that any guarantee answers to, new or not
public record FiredDuties(
    List<FiredDuty> duties, Map<Lifecycle, Integer> tally, Set<String> touched) {

  /// A duty that stands otherwise.
  ///
  /// @param from its state without the new records
  public record FiredDuty(DutyVerdict verdict, Lifecycle from) {

    /// Whether it would be broken.
    public boolean isBroken() {
      return verdict.state() == Lifecycle.BREACHED || verdict.state() == Lifecycle.ESCALATED;
    }
  }

  private static final Comparator<FiredDuty> ORDER =
      Comparator.comparing((FiredDuty each) -> !each.isBroken())
          .thenComparing(each -> !each.verdict().state().isOpen())
          .thenComparingLong(each -> each.verdict().deadline())
          .thenComparing(each -> each.verdict().duty());

  public FiredDuties {
    duties = List.copyOf(duties);
    tally = Map.copyOf(tally);
    touched = Set.copyOf(touched);
  }

  /// The consequences for a case that becomes another.
  static FiredDuties of(CaseView before, CaseView after) {
    CaseGuarantees with = CaseGuarantees.of(after);
    long moment = with.log().stream().mapToLong(LoggedFact::recorded).max().orElse(Moments.ALWAYS);
    Map<Duty, Lifecycle> was = new HashMap<>();
    states(CaseGuarantees.of(before), moment).forEach(each -> was.put(each.duty(), each.state()));
    List<FiredDuty> fired = new ArrayList<>();
    Map<Lifecycle, Integer> tally = new EnumMap<>(Lifecycle.class);
    Set<String> touched = new HashSet<>();
    for (DutyVerdict each : states(with, moment)) {
      touched.add(each.duty().incident());
      Lifecycle from = was.getOrDefault(each.duty(), Lifecycle.DORMANT);
      if (from != each.state()) {
        fired.add(new FiredDuty(each, from));
        tally.merge(each.state(), 1, Integer::sum);
      }
    }
    fired.sort(ORDER);
    return new FiredDuties(fired, tally, touched);
  }

  private static List<DutyVerdict> states(CaseGuarantees guarantees, long moment) {
    return Guarantees.stateWithConsequences(
        guarantees.commitments(), guarantees.log(), moment, Moments.NEVER);
  }

  /// How many of them would be broken.
  public long broken() {
    return duties.stream().filter(FiredDuty::isBroken).count();
  }
}
