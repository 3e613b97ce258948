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
import org.parley.model.guarantee.Contribution;
import org.parley.model.party.PartyId;

/// Queries on guarantees.
public final class Guarantees {

  /// Into how many sets of possible orders of events the times on record are split at most before a
  /// verdict is `Why.TOO_MANY_ORDERS`.
  public static final int MOST_ORDERS = Worlds.MOST_BOXES;

  private Guarantees() {}

  /// Where every duty stands that something on record has touched: what had happened at `t`, as
  /// known at `k`.
  ///
  /// A pure function of its arguments, whatever the order of the log. Entries recorded after `k` do
  /// not exist for it; what happened after `t` changes nothing. In the order of the duties.
  ///
  /// @param t a moment, see [Moments]
  /// @param k a knowledge cut; [Moments#NEVER] to use everything on record
  public static List<DutyVerdict> state(
      List<Commitment> commitments, List<LoggedFact> log, long t, long k) {
    return DutyStates.of(commitments, log, t, k);
  }

  /// The same, where every breach found is itself an incident, of the kind `breach` with the id of
  /// the commitment as a trait: linked commitments are triggered or void without anybody reporting
  /// it. A breach that is not determined has no consequence.
  ///
  /// Cost: a state for each moment at which a commitment is breached that another is linked to.
  public static List<DutyVerdict> stateWithConsequences(
      List<Commitment> commitments, List<LoggedFact> log, long t, long k) {
    return Consequences.state(commitments, log, t, k);
  }

  /// How the state at `t` changed as the log grew: one change for each duty and each entry that
  /// moved it, in the order of recording. What follows from a breach found is part of it, and names
  /// the entry by which the breach was found.
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

  /// Which duty would answer each threat at every moment asked about, and the holes; proved, with a
  /// certificate that `org.parley.check` verifies.
  ///
  /// Exact: nothing is sampled. Cost: the moments at which anything changes, times threats, times
  /// commitments.
  public static Finding<Coverage> coverage(
      Coverage.Question question, List<Commitment> commitments, List<Contribution> contributions) {
    return CoverageSweep.sweep(question, commitments, contributions);
  }

  /// The holes that open if `party` breaks every promise it made and brings nothing: its own
  /// promises no longer answer, those linked to them are void, and contributions that wait for its
  /// own fall away.
  public static List<Coverage.Strip> cascade(
      Coverage.Question question,
      List<Commitment> commitments,
      List<Contribution> contributions,
      PartyId party) {
    return CoverageSweep.cascade(question, commitments, contributions, party);
  }

  /// How many duties stand in each state.
  public static Map<Lifecycle, Integer> tally(List<DutyVerdict> verdicts) {
    Map<Lifecycle, Integer> tally = new HashMap<>();
    verdicts.forEach(verdict -> tally.merge(verdict.state(), 1, Integer::sum));
    return tally;
  }
}
