package org.parley.guarantees;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parley.exact.Finding;
import org.parley.guarantees.commitment.Commitment;
import org.parley.guarantees.coverage.Coverage;
import org.parley.guarantees.coverage.CoverageSweep;
import org.parley.guarantees.fold.Worlds;
import org.parley.guarantees.log.DutyChange;
import org.parley.guarantees.log.DutyVerdict;
import org.parley.guarantees.log.Lifecycle;
import org.parley.guarantees.log.LoggedFact;
import org.parley.guarantees.watch.Consequences;
import org.parley.guarantees.watch.DutyStates;
import org.parley.guarantees.watch.Watch;
import org.parley.model.PartyId;
import org.parley.model.guarantee.Contribution;

/// Queries on guarantees.
public final class Guarantees {

  /// The most sets of event orders considered before a verdict is `Why.TOO_MANY_ORDERS`.
  public static final int MOST_ORDERS = Worlds.MOST_BOXES;

  private Guarantees() {}

  /// The state of every duty affected by the log: as of `t`, as known at `k` (bitemporal).
  ///
  /// A pure function of its arguments, independent of the order of the log. Entries recorded after
  /// `k` are ignored; events after `t` change nothing. In the order of the duties.
  ///
  /// @param t a moment, see [org.parley.guarantees.log.Moments]
  /// @param k the knowledge cut; [org.parley.guarantees.log.Moments#NEVER] to use the whole log
  public static List<DutyVerdict> state(
      List<Commitment> commitments, List<LoggedFact> log, long t, long k) {
    return DutyStates.of(commitments, log, t, k);
  }

  /// The same, with consequences of breaches.
  ///
  /// Every breach found is itself an incident of the kind `breach`, with the id of the commitment
  /// as a trait. Linked commitments are triggered or void without a report. An undetermined breach
  /// has no consequence. Cost: one state for each moment at which a linked commitment is breached.
  public static List<DutyVerdict> stateWithConsequences(
      List<Commitment> commitments, List<LoggedFact> log, long t, long k) {
    return Consequences.state(commitments, log, t, k);
  }

  /// The revisions of the state at `t` as the log grew, in the order of recording: one change per
  /// duty and entry. Consequences of a breach are included, and name the entry that revealed the
  /// breach.
  public static List<DutyChange> revisions(
      List<Commitment> commitments, List<LoggedFact> log, long t) {
    List<DutyChange> changes = new ArrayList<>();
    Watch watch = Watch.of(commitments, t, changes::add);
    log.stream().sorted(LoggedFact.AS_RECORDED).forEach(watch::accept);
    return List.copyOf(changes);
  }

  /// The duties still open or broken, by deadline.
  public static List<DutyVerdict> owed(List<DutyVerdict> verdicts) {
    return verdicts.stream()
        .filter(
            verdict ->
                verdict.state().isOpen()
                    || verdict.state() == Lifecycle.BREACHED
                    || verdict.state() == Lifecycle.ESCALATED
                    || verdict.state() == Lifecycle.UNDETERMINED)
        .sorted(
            java.util.Comparator.comparingLong(DutyVerdict::deadline)
                .thenComparing(DutyVerdict::duty))
        .toList();
  }

  /// Sweeps the coverage: the duty that would answer each threat at every moment asked about, and
  /// the holes. Proved, with a certificate that `org.parley.check` verifies.
  ///
  /// Exact: no sampling. Cost: the moments at which an input changes, times threats, times
  /// commitments.
  public static Finding<Coverage> coverage(
      Coverage.Question question, List<Commitment> commitments, List<Contribution> contributions) {
    return CoverageSweep.sweep(question, commitments, contributions);
  }

  /// The holes that open if `party` breaks every promise and brings no contribution.
  ///
  /// Its own promises no longer answer, those linked to them are void, and contributions
  /// conditional on its own drop out.
  public static List<Coverage.Strip> cascade(
      Coverage.Question question,
      List<Commitment> commitments,
      List<Contribution> contributions,
      PartyId party) {
    return CoverageSweep.cascade(question, commitments, contributions, party);
  }

  /// The number of duties in each state.
  public static Map<Lifecycle, Integer> tally(List<DutyVerdict> verdicts) {
    Map<Lifecycle, Integer> tally = new HashMap<>();
    verdicts.forEach(verdict -> tally.merge(verdict.state(), 1, Integer::sum));
    return tally;
  }
}
