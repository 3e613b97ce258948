package org.parley.guarantees.commitment;

import org.parley.guarantees.commitment.Authoring.Kind;
import org.parley.model.PartyId;
import org.parley.model.guarantee.GuaranteeId;

/// A fault of a guarantee. A tier is its index in the ladder.
public sealed interface PromiseFault {

  /// No beneficiary is named.
  record NoBeneficiary() implements PromiseFault {}

  /// An obligor is also the beneficiary.
  record OwedToItself(PartyId party) implements PromiseFault {}

  /// No obligor is named.
  record NoObligor() implements PromiseFault {}

  /// The party in breach owes, and no incident of this obligor can complete the trigger.
  record NeverInBreach(PartyId party) implements PromiseFault {}

  /// Its ladder has no tier.
  record EmptyLadder() implements PromiseFault {}

  /// No incident can complete its trigger: an alternative in it is empty.
  record NeverFires() implements PromiseFault {}

  /// Every incident that triggers it also voids it.
  record VoidedByItsTrigger() implements PromiseFault {}

  /// No determiner is named.
  record NoDeterminer() implements PromiseFault {}

  /// Its rule can never find its trigger met.
  record NeverFound() implements PromiseFault {}

  /// A tier allows no moment: a zero period with an open end.
  record NoMoment(int tier) implements PromiseFault {}

  /// A tier is due at the incident, before the determination it needs.
  record DueBeforeFound(int tier) implements PromiseFault {}

  /// The clock of a tier waits for notice from a beneficiary that is not named.
  record NoticeFromNobody(int tier) implements PromiseFault {}

  /// No log can show a breach of a tier.
  record NeverBroken(int tier) implements PromiseFault {}

  /// The clock of a tier has no end.
  record NoDeadline(int tier) implements PromiseFault {}

  /// A tier waits for another incident within a zero period.
  record NoTimeToContinue(int tier) implements PromiseFault {}

  /// It ends when it begins.
  record EndsAtOnce() implements PromiseFault {}

  /// A milestone of its term is named twice.
  record MilestoneTwice(String milestone) implements PromiseFault {}

  /// Two guarantees promise one act for one trigger, with different deadlines or anchors.
  ///
  /// @param obligor the obligor of both
  /// @param tier the tier here
  /// @param other the other guarantee
  /// @param otherTier its tier
  record TwoClocks(PartyId obligor, int tier, GuaranteeId other, int otherTier)
      implements PromiseFault {}

  /// The kind of fault.
  default Kind kind() {
    return switch (this) {
      case NoBeneficiary _ -> Kind.NO_BENEFICIARY;
      case OwedToItself _ -> Kind.BENEFICIARY_OWES;
      case NoObligor _ -> Kind.NO_OBLIGOR;
      case EmptyLadder _ -> Kind.NOTHING_OWED;
      case NeverFires _, NoTimeToContinue _, NeverInBreach _ -> Kind.NEVER_TRIGGERED;
      case VoidedByItsTrigger _ -> Kind.VOIDED_BY_ITS_TRIGGER;
      case NoDeterminer _, NeverFound _ -> Kind.NO_DETERMINER;
      case NoMoment _, DueBeforeFound _ -> Kind.NEVER_IN_TIME;
      case NoticeFromNobody _, NoDeadline _ -> Kind.ENDLESS_CLOCK;
      case NeverBroken _ -> Kind.NOT_FINITELY_VIOLABLE;
      case EndsAtOnce _, MilestoneTwice _ -> Kind.NEVER_IN_FORCE;
      case TwoClocks _ -> Kind.CONTRADICTION;
    };
  }
}
