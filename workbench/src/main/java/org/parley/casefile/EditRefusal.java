package org.parley.casefile;

import org.parley.model.Id;
import org.parley.model.Refusal;

/// The reason why an edit is refused.
public sealed interface EditRefusal extends Refusal {

  /// Reasons with no parameters beyond the wrong value.
  enum Plain implements EditRefusal {
    FILE_CHANGED,
    ADDED_ID_TAKEN,
    CHANGED_RECORD_GONE,
    REMOVED_RECORD_GONE,
    NO_HEADER_TO_CHANGE,
    TOUCHES_MORE,
    NOT_A_FILE_NAME,
    FILE_WOULD_GROW
  }

  /// The kind of a record cannot change.
  ///
  /// @param is its id
  /// @param becomes the same id, of the other kind
  record KindChanged(Id is, Id becomes) implements EditRefusal {}
}
