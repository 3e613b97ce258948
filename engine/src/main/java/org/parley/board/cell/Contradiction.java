package org.parley.board.cell;

import java.util.List;
import org.parley.model.Id;
import org.parley.model.PartyId;
import org.parley.model.text.Subject;

/// Two claims, or an act and a claim, that cannot both stand. Shown, never resolved.
///
/// @param kind the kind of contradiction
/// @param party the party whose stance is in question
/// @param first the earlier claim or act
/// @param second the later one
/// @param subjects the subjects, the widest first
public record Contradiction(Kind kind, PartyId party, Id first, Id second, List<Subject> subjects) {

  /// The kind of contradiction between two claims.
  public enum Kind {
    /// Speakers of one party differ, or one speaker differs at the same time.
    ONE_PARTY_TWO_VOICES,
    /// A party denies receipt that it reported before.
    RECEIVED_AND_NOT_RECEIVED,
    /// One party reports the agreement of another, which denies it.
    AGREEMENT_DENIED,
    /// A claim denies another, or an act, outright.
    DENIED
  }

  public Contradiction {
    subjects = List.copyOf(subjects);
  }
}
