package org.parley.guarantees.commitment;

import org.parley.guarantees.commitment.Authoring.Kind;
import org.parley.model.guarantee.GuaranteeId;
import org.parley.model.party.PartyId;

/// A fault of a guarantee. A tier is its index in the ladder.
public sealed interface PromiseFault {

  /// Nobody is named to whom it is owed.
  record NoBeneficiary() implements PromiseFault {}

  /// One that owes it is the one to whom it is owed.
  record OwedToItself(PartyId party) implements PromiseFault {}

  /// Nobody is named who owes it.
  record NoObligor() implements PromiseFault {}

  /// Its ladder has no tier.
  record EmptyLadder() implements PromiseFault {}

  /// No incident can complete its trigger: a choice in it is empty.
  record NeverFires() implements PromiseFault {}

  /// Every incident that triggers it also voids it.
  record VoidedByItsTrigger() implements PromiseFault {}

  /// Nobody is named who finds its trigger met.
  record NoDeterminer() implements PromiseFault {}

  /// Nothing can find its trigger met by its rule.
  record NeverFound() implements PromiseFault {}

  /// A tier allows no moment: no time, open at the end.
  record NoMoment(int tier) implements PromiseFault {}

  /// A tier is due at the incident, which must first be found.
  record DueBeforeFound(int tier) implements PromiseFault {}

  /// The clock of a tier waits for notice from a beneficiary nobody named.
  record NoticeFromNobody(int tier) implements PromiseFault {}

  /// No log shows a tier broken.
  record NeverBroken(int tier) implements PromiseFault {}

  /// The clock of a tier has no end.
  record NoDeadline(int tier) implements PromiseFault {}

  /// A tier waits for another incident within no time.
  record NoTimeToContinue(int tier) implements PromiseFault {}

  /// It ends the moment it begins.
  record EndsAtOnce() implements PromiseFault {}

  /// A milestone of its term is named twice.
  record MilestoneTwice(String milestone) implements PromiseFault {}

  /// Two guarantees promise one act for one trigger, and differ in its deadline or anchor.
  ///
  /// @param obligor who owes both
  /// @param tier the tier here
  /// @param other the other guarantee
  /// @param otherTier its tier
  record TwoClocks(PartyId obligor, int tier, GuaranteeId other, int otherTier)
      implements PromiseFault {}

  /// What kind of fault it is.
  default Kind kind() {
    return switch (this) {
      case NoBeneficiary _ -> Kind.NO_BENEFICIARY;
      case OwedToItself _ -> Kind.BENEFICIARY_OWES;
      case NoObligor _ -> Kind.NO_OBLIGOR;
      case EmptyLadder _ -> Kind.NOTHING_OWED;
      case NeverFires _, NoTimeToContinue _ -> Kind.NEVER_TRIGGERED;
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
