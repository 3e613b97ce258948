package org.parley.web.service;

import org.parley.model.PartyId;
import org.parley.model.Refusal;

/// The reason why a change is refused, in addition to the rules of a case.
public sealed interface ChangeRefusal extends Refusal {

  /// Reasons that need no more than the value that is wrong.
  enum Plain implements ChangeRefusal {
    // rights
    ONLY_ITS_AUTHOR_REMOVES,
    HEADER_OF_THE_MEDIATOR,
    FILE_OF_THE_MEDIATOR,
    READERS_OF_THE_MEDIATOR,
    UNSEEN_BY_ITS_AUTHOR,
    CONCLUDES_FOR_ANOTHER,
    TABLED_FOR_ANOTHER,
    NOT_YOURS_TO_CHANGE,
    CLAIM_STAYS,
    MENTION_UNREACHED,
    BEGINNING_OF_EVERYONE,
    // versions
    BASELESS_CHANGE,
    UNREADABLE_BASE,
    OTHER_RECORD_ADDRESSED,
    ID_TAKEN_MEANWHILE,
    // storage
    NO_CASE_IN_JOURNAL,
    READ_ONLY,
    FAULTY_FILES,
    WRITING_FAILED,
    FILES_KEEP_CHANGING,
    SAVED_OR_NOT,
    JOURNAL_NOT_WRITTEN
  }

  /// A kind of record that a role does not add.
  record RoleDoesNotAdd(Role role) implements ChangeRefusal {}

  /// An id that does not begin as those of a visitor do.
  ///
  /// @param better one that does
  record WrongBeginning(String beginning, String better) implements ChangeRefusal {}

  /// An id that begins as those of another party do.
  record BeginningOfOther(String beginning, PartyId party) implements ChangeRefusal {}

  /// An id that begins as those of a party do that may not see it.
  record BeginningOfParty(PartyId party) implements ChangeRefusal {}

  /// A hidden party whose ids would begin as those of another do.
  record HiddenBeginning(PartyId party) implements ChangeRefusal {}
}
