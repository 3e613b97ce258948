package org.parley.guarantees;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.guarantees.Commitment.Force;
import org.parley.guarantees.Commitment.Liability;
import org.parley.guarantees.Commitment.Survival;
import org.parley.guarantees.Commitment.SuspendedClock;
import org.parley.guarantees.Commitment.Tie;
import org.parley.guarantees.Tier.Anchor;
import org.parley.guarantees.Window.Edge;
import org.parley.model.GuaranteeId;
import org.parley.model.PartyId;

/// Builds commitments for tests, starting from a plain one: A owes B a notice within a day of an
/// attack, self-evident, always in force.
final class Promise {

  static final PartyId A = new PartyId("A");
  static final PartyId B = new PartyId("B");
  static final PartyId C = new PartyId("C");
  static final PartyId X = new PartyId("X");

  GuaranteeId id = new GuaranteeId("g");
  List<PartyId> obligors = List.of(A);
  Liability liability = Liability.EACH;
  @Nullable PartyId beneficiary = B;
  Force force = Force.ACT;
  Trigger trigger = new Trigger.One(IncidentPattern.ofKind("attack"));
  Determination determination = new Determination.SelfEvident();
  List<Tier> ladder = new ArrayList<>();
  Term term = new Term(List.of(), null, false);
  List<Voiding> voiding = List.of();
  SuspendedClock suspension = SuspendedClock.STOPS;
  Escalation escalation = new Escalation.None();
  Survival survival = Survival.OPEN_DUTIES_SURVIVE;
  List<Tie> ties = Arrays.asList(Tie.values());
  long grace = 0;

  static Promise named(String id) {
    Promise promise = new Promise();
    promise.id = new GuaranteeId(id);
    return promise;
  }

  Promise by(PartyId... parties) {
    obligors = List.of(parties);
    return this;
  }

  Promise tier(String act, Anchor anchor, long seconds, Edge edge) {
    ladder.add(
        new Tier(
            act,
            act,
            new Tier.When.AtOnce(),
            anchor,
            new Window(new Period.Seconds(seconds), edge)));
    return this;
  }

  Promise ifContinued(String act, Anchor anchor, long seconds, IncidentPattern more, long within) {
    ladder.add(
        new Tier(
            act,
            act,
            new Tier.When.IfContinued(more, new Window(new Period.Seconds(within), Edge.CLOSED)),
            anchor,
            new Window(new Period.Seconds(seconds), Edge.CLOSED)));
    return this;
  }

  Commitment build() {
    List<Tier> tiers = new ArrayList<>(ladder);
    if (tiers.isEmpty()) {
      tiers.add(
          new Tier(
              "notice",
              "notice",
              new Tier.When.AtOnce(),
              Anchor.OCCURRENCE,
              new Window(Period.days(1), Edge.CLOSED)));
    }
    return new Commitment(
        id,
        "promise " + id,
        obligors,
        liability,
        beneficiary,
        force,
        trigger,
        determination,
        tiers,
        term,
        voiding,
        suspension,
        escalation,
        survival,
        ties,
        grace,
        List.of());
  }

  static Determination.Quorum quorum(int groups) {
    return new Determination.Quorum(groups, Set.of());
  }
}
