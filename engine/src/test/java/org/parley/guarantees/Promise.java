package org.parley.guarantees;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.guarantees.commitment.Commitment;
import org.parley.guarantees.commitment.Escalation;
import org.parley.guarantees.commitment.GuaranteeTerm;
import org.parley.guarantees.commitment.Period;
import org.parley.guarantees.commitment.Tier;
import org.parley.guarantees.commitment.Trigger;
import org.parley.guarantees.commitment.Window;
import org.parley.model.PartyId;
import org.parley.model.guarantee.Determination;
import org.parley.model.guarantee.Guarantee.ClockFrom;
import org.parley.model.guarantee.Guarantee.Force;
import org.parley.model.guarantee.Guarantee.Liability;
import org.parley.model.guarantee.Guarantee.OpenDuties;
import org.parley.model.guarantee.Guarantee.SuspendedClock;
import org.parley.model.guarantee.Guarantee.Tie;
import org.parley.model.guarantee.Guarantee.Voiding;
import org.parley.model.guarantee.GuaranteeId;
import org.parley.model.guarantee.IncidentPattern;
import org.parley.model.guarantee.Within.LastInstant;

/// Builds commitments for tests, starting from a plain one: A owes B a notice within a day of an
/// attack, self-evident, always in force.
public final class Promise {

  public static final PartyId A = new PartyId("A");
  public static final PartyId B = new PartyId("B");
  public static final PartyId C = new PartyId("C");
  public static final PartyId X = new PartyId("X");

  public GuaranteeId id = new GuaranteeId("g");
  public List<PartyId> obligors = List.of(A);
  public Liability liability = Liability.EACH;
  public @Nullable PartyId beneficiary = B;
  public Force force = Force.ACT;
  public Trigger trigger = new Trigger.Happens(IncidentPattern.ofKind("attack"));
  public Determination determination = new Determination.SelfEvident();
  public List<Tier> ladder = new ArrayList<>();
  public GuaranteeTerm term = new GuaranteeTerm(List.of(), null, false);
  public List<Voiding> voiding = List.of();
  public SuspendedClock suspendedClock = SuspendedClock.STOPS;
  public Escalation escalation = new Escalation.None();
  public OpenDuties openDuties = OpenDuties.SURVIVE;
  public List<Tie> ties = Arrays.asList(Tie.values());
  public long grace = 0;
  public List<String> clauses = List.of();

  private Promise() {}

  public static Promise named(String id) {
    Promise promise = new Promise();
    promise.id = new GuaranteeId(id);
    return promise;
  }

  public Promise by(PartyId... parties) {
    obligors = List.of(parties);
    return this;
  }

  public Promise tier(String act, ClockFrom anchor, long seconds, LastInstant edge) {
    ladder.add(
        new Tier(
            act,
            act,
            new Tier.When.AtOnce(),
            anchor,
            new Window(new Period.Seconds(seconds), edge)));
    return this;
  }

  public Promise ifContinued(
      String act, ClockFrom anchor, long seconds, IncidentPattern more, long within) {
    ladder.add(
        new Tier(
            act,
            act,
            new Tier.When.IfContinued(
                more, new Window(new Period.Seconds(within), LastInstant.IN_TIME)),
            anchor,
            new Window(new Period.Seconds(seconds), LastInstant.IN_TIME)));
    return this;
  }

  /// Void, open duties too, from the moment another guarantee is broken.
  public Promise voidedBy(String other) {
    voiding =
        List.of(
            new Voiding(
                new Voiding.Cause.BreachOf(new GuaranteeId(other)),
                new Determination.SelfEvident(),
                Voiding.VoidFrom.OCCURRENCE,
                Voiding.Ends.OPEN_DUTIES_TOO,
                List.of()));
    return this;
  }

  public Commitment build() {
    List<Tier> tiers = new ArrayList<>(ladder);
    if (tiers.isEmpty()) {
      tiers.add(
          new Tier(
              "notice",
              "notice",
              new Tier.When.AtOnce(),
              ClockFrom.OCCURRENCE,
              new Window(Period.days(1), LastInstant.IN_TIME)));
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
        suspendedClock,
        escalation,
        openDuties,
        ties,
        grace,
        clauses);
  }

  public static Determination.IndependentReports quorum(int groups) {
    return new Determination.IndependentReports(groups, List.of());
  }
}
