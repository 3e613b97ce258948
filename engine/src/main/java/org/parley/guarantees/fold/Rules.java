package org.parley.guarantees.fold;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.guarantees.commitment.Commitment;
import org.parley.guarantees.commitment.Escalation;
import org.parley.guarantees.commitment.Tier;
import org.parley.model.PartyId;
import org.parley.model.guarantee.Determination;
import org.parley.model.guarantee.Guarantee.Liability;
import org.parley.model.guarantee.Guarantee.OpenDuties;
import org.parley.model.guarantee.Guarantee.SuspendedClock;
import org.parley.model.guarantee.Guarantee.Tie;

/// The fields of a commitment beside trigger and term, laid out for evaluation at every event.
///
/// Thousands of commitments that differ only in place share one instance, which stays in cache.
final class Rules {

  private final Said said;
  private final int[] ranks = new int[Tie.values().length];
  private final @Nullable PartyId[] owing;
  private final Tier[] ladder;
  private final int duties;

  /// Whether one determination serves all obligors.
  final boolean isFoundOnce;

  /// The deciding parts; commitments with equal ones share their rules.
  record Said(
      List<PartyId> obligors,
      Liability liability,
      @Nullable PartyId beneficiary,
      Determination determination,
      List<Tier> ladder,
      SuspendedClock suspendedClock,
      Escalation escalation,
      OpenDuties openDuties,
      List<Tie> ties) {

    static Said by(Commitment commitment) {
      return new Said(
          commitment.obligors(),
          commitment.liability(),
          commitment.beneficiary(),
          commitment.determination(),
          commitment.ladder(),
          commitment.suspendedClock(),
          commitment.escalation(),
          commitment.openDuties(),
          commitment.ties());
    }
  }

  Rules(Said said) {
    this.said = said;
    for (int i = 0; i < said.ties().size(); i++) {
      ranks[place(said.ties().get(i))] = i;
    }
    this.isFoundOnce =
        said.determination()
            .flattened()
            .noneMatch(rule -> rule instanceof Determination.EachObligor);
    this.owing =
        said.liability() == Liability.EACH
            ? said.obligors().toArray(PartyId[]::new)
            : new PartyId[1];
    this.ladder = said.ladder().toArray(Tier[]::new);
    this.duties = ladder.length * owing.length;
  }

  /// The number of duties for each incident: one for each tier and obligor, or group of joint
  /// obligors.
  int duties() {
    return duties;
  }

  int tierOf(int duty) {
    return duty / owing.length;
  }

  Tier tier(int duty) {
    return ladder[tierOf(duty)];
  }

  /// The obligor of a duty; null for a joint duty.
  @Nullable PartyId obligorOf(int duty) {
    return owing[duty % owing.length];
  }

  /// The rank among coincident events; smaller numbers first.
  int rank(Tie tie) {
    return ranks[place(tie)];
  }

  Said said() {
    return said;
  }

  private static int place(Tie tie) {
    return switch (tie) {
      case FULFILMENT -> 0;
      case VOIDING -> 1;
      case RELEASE -> 2;
      case SUSPENSION -> 3;
      case DEADLINE -> 4;
      case END -> 5;
    };
  }
}
