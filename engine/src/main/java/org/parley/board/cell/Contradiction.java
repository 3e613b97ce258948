package org.parley.board.cell;

import java.util.List;
import org.parley.model.claim.ClaimId;
import org.parley.model.claim.Subject;
import org.parley.model.party.PartyId;

/// Two claims that cannot both be the last word. Shown, never resolved.
///
/// @param kind how they contradict each other
/// @param party whose stance is in question
/// @param first the earlier claim
/// @param second the later claim
/// @param subjects on what, the widest first
public record Contradiction(
    Kind kind, PartyId party, ClaimId first, ClaimId second, List<Subject> subjects) {

  /// How two claims contradict each other.
  public enum Kind {
    /// Speakers of one party say different things, or one says different things at the same time.
    ONE_PARTY_TWO_VOICES,
    /// A party says that it has not received what it has said to have before.
    RECEIVED_AND_NOT_RECEIVED,
    /// One says that another agrees, and the other says otherwise.
    AGREEMENT_DENIED,
    /// A claim denies another outright.
    DENIED
  }

  public Contradiction {
    subjects = List.copyOf(subjects);
  }
}
