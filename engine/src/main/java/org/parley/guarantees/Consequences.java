package org.parley.guarantees;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.parley.guarantees.commitment.Commitment;
import org.parley.guarantees.commitment.Voiding;
import org.parley.guarantees.log.Duty;
import org.parley.guarantees.log.Entry;
import org.parley.guarantees.log.Fact;
import org.parley.guarantees.log.Lifecycle;
import org.parley.guarantees.log.Moments;
import org.parley.guarantees.log.Verdict;
import org.parley.guarantees.log.What;
import org.parley.guarantees.watch.States;
import org.parley.model.guarantee.GuaranteeId;

/// What the breach of one commitment does to others: each breach found is itself an incident, of
/// the kind [Voiding#BREACH] with the id of the commitment as a trait, and may trigger or void
/// others, whose breaches follow in turn.
///
/// Breaches are taken in the order of their moments; a later one changes nothing before it, so each
/// is derived once. A breach that is not determined has no consequence. Cost: a state for each
/// moment at which a commitment is breached that another is linked to.
final class Consequences {

  private Consequences() {}

  static List<Verdict> state(List<Commitment> commitments, List<Entry> log, long t, long k) {
    Set<GuaranteeId> linked = linked(commitments);
    if (linked.isEmpty()) {
      return States.of(commitments, log, t, k);
    }
    List<Entry> known = new ArrayList<>(log.stream().filter(each -> each.recorded() <= k).toList());
    Set<Duty> derived = new HashSet<>();
    while (true) {
      List<Verdict> verdicts = States.of(commitments, known, t, k);
      List<Verdict> breaches =
          verdicts.stream()
              .filter(each -> linked.contains(each.duty().guarantee()))
              .filter(each -> isBroken(each, t) && !derived.contains(each.duty()))
              .sorted(Comparator.comparingLong(Verdict::deadline).thenComparing(Verdict::duty))
              .toList();
      if (breaches.isEmpty()) {
        return verdicts;
      }
      long first = breaches.getFirst().deadline();
      for (Verdict each : breaches) {
        if (each.deadline() == first) {
          derived.add(each.duty());
          known.add(breach(each.duty(), Moments.plus(first, 1)));
        }
      }
    }
  }

  /// The commitments whose breach something waits for.
  private static Set<GuaranteeId> linked(List<Commitment> commitments) {
    Set<String> awaited = new HashSet<>();
    for (Commitment each : commitments) {
      each.trigger()
          .allPatterns()
          .filter(pattern -> pattern.kinds().contains(Voiding.BREACH))
          .forEach(pattern -> awaited.addAll(pattern.traits()));
      for (Voiding voiding : each.voiding()) {
        if (voiding.cause() instanceof Voiding.Cause.BreachOf(GuaranteeId id)) {
          awaited.add(id.value());
        }
      }
    }
    Set<GuaranteeId> linked = new HashSet<>();
    commitments.stream()
        .map(Commitment::id)
        .filter(id -> awaited.contains(id.value()))
        .forEach(linked::add);
    return linked;
  }

  /// Whether the deadline has passed without performance, whatever followed.
  private static boolean isBroken(Verdict verdict, long t) {
    boolean isOver =
        verdict.state() == Lifecycle.BREACHED
            || verdict.state() == Lifecycle.FULFILLED_LATE
            || verdict.state() == Lifecycle.ESCALATED;
    return isOver && verdict.deadline() < t;
  }

  private static Entry breach(Duty duty, long moment) {
    String incident =
        Voiding.BREACH
            + " of "
            + duty.guarantee()
            + "#"
            + duty.tier()
            + (duty.obligor() == null ? "" : "/" + duty.obligor())
            + " after "
            + duty.incident();
    What what = What.of(Voiding.BREACH).withTraits(duty.guarantee().value());
    return new Entry(
        incident,
        new Fact.Report(incident, what),
        moment,
        moment,
        moment,
        Moments.ALWAYS,
        Voiding.BREACH,
        Voiding.BREACH,
        null);
  }
}
