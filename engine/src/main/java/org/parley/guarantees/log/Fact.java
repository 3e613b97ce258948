package org.parley.guarantees.log;

import org.jspecify.annotations.Nullable;
import org.parley.model.PartyId;
import org.parley.model.guarantee.GuaranteeId;

/// The fact of an entry. The log names incidents; an act, a finding or a vote names its incident.
public sealed interface Fact {

  /// A report of an incident. Reports with the same incident describe one event.
  record Report(String incident, What what) implements Fact {}

  /// A determination by a body that an incident met the trigger, or did not.
  record Finding(String incident, PartyId by, boolean isMet) implements Fact {}

  /// A vote in a council on a question about an incident.
  record Ballot(String incident, PartyId body, String question, PartyId voter, boolean isInFavour)
      implements Fact {}

  /// An act in response to an incident.
  record Act(String incident, PartyId by, String act) implements Fact {}

  /// The beneficiary's waiver of what is owed for an incident.
  record Waiver(String incident, GuaranteeId guarantee) implements Fact {}

  /// The invocation of a power after a breach.
  record Invocation(String incident, GuaranteeId guarantee, PartyId by) implements Fact {}

  /// A milestone reached: signature, one ratification, a ceasefire in force.
  record Milestone(String name) implements Fact {
    @Override
    public @Nullable String incident() {
      return null;
    }
  }

  /// The beginning or the end of a suspension. Only the suspending party can end it.
  record Suspension(GuaranteeId guarantee, PartyId by, boolean begins) implements Fact {
    @Override
    public @Nullable String incident() {
      return null;
    }
  }

  /// An extension of the term.
  record Extension(GuaranteeId guarantee, long until) implements Fact {
    @Override
    public @Nullable String incident() {
      return null;
    }
  }

  /// The end of a commitment by termination.
  record Termination(GuaranteeId guarantee, PartyId by) implements Fact {
    @Override
    public @Nullable String incident() {
      return null;
    }
  }

  /// The retraction of an earlier entry about the same incident, or about none.
  record Retraction(@Nullable String about) implements Fact {
    @Override
    public @Nullable String incident() {
      return about;
    }
  }

  /// The incident of the fact; null if it is about a term or a suspension.
  @Nullable String incident();
}
