package org.parley.guarantees.watch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.parley.guarantees.commitment.Commitment;
import org.parley.guarantees.fold.Worlds;
import org.parley.guarantees.log.Duty;
import org.parley.guarantees.log.DutyVerdict;
import org.parley.guarantees.log.LoggedFact;
import org.parley.guarantees.log.Moments;
import org.parley.model.guarantee.GuaranteeId;

/// Effects of a breach on other commitments. Each breach is an incident of the kind
/// `IncidentPatterns.BREACH` with the id of the commitment as a trait. It may trigger or void
/// others.
///
/// A breach takes effect one second after it began, so it changes nothing at or before that moment.
/// In order of time each is derived once, and cycles have one fixed point. Only the first breach by
/// an obligor of a tier that goes back to one incident has consequences. An undetermined breach has
/// none. Cost: a state for each moment of a relevant breach, at most one for each obligor, tier and
/// incident.
public final class Consequences {

  private Consequences() {}

  /// See `Guarantees.stateWithConsequences`.
  public static List<DutyVerdict> state(
      List<Commitment> commitments, List<LoggedFact> log, long t, long k) {
    return state(commitments, log, t, k, Worlds.MOST_BOXES);
  }

  static List<DutyVerdict> state(
      List<Commitment> commitments, List<LoggedFact> log, long t, long k, int mostBoxes) {
    Set<GuaranteeId> linked = new HashSet<>();
    for (Ward ward : new Wards(commitments, mostBoxes).all) {
      if (ward.isLinked) {
        linked.add(ward.commitment.id());
      }
    }
    if (linked.isEmpty()) {
      return DutyStates.of(commitments, log, t, k, mostBoxes);
    }
    List<LoggedFact> known =
        new ArrayList<>(log.stream().filter(each -> each.recorded() <= k).toList());
    Set<Duty> derived = new HashSet<>();
    Breaches.Firsts firsts = new Breaches.Firsts();
    while (true) {
      List<DutyStates.Judged> judged = DutyStates.judged(commitments, known, t, k, mostBoxes);
      List<DutyStates.Judged> breaches =
          judged.stream()
              .filter(each -> linked.contains(each.verdict().duty().guarantee()))
              .filter(each -> each.broken() != Moments.NEVER)
              .filter(each -> !derived.contains(each.verdict().duty()))
              .filter(each -> firsts.isFirst(each.verdict().duty()))
              .sorted(
                  Comparator.comparingLong(DutyStates.Judged::broken)
                      .thenComparing(each -> each.verdict().duty()))
              .toList();
      if (breaches.isEmpty()) {
        return judged.stream().map(DutyStates.Judged::verdict).toList();
      }
      long first = breaches.getFirst().broken();
      for (DutyStates.Judged each : breaches) {
        Duty duty = each.verdict().duty();
        if (each.broken() == first && firsts.isFirst(duty)) {
          LoggedFact report = Breaches.report(duty, first);
          derived.add(duty);
          firsts.add(duty, report.id());
          known.add(report);
        }
      }
    }
  }
}
