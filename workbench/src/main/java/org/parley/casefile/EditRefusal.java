package org.parley.casefile;

import org.parley.model.Id;
import org.parley.model.Refusal;

/// Why a case is not changed.
public sealed interface EditRefusal extends Refusal {

  /// Reasons that need no more than the value that is wrong.
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

  /// A record stays of its kind.
  ///
  /// @param is what it is
  /// @param becomes the same id, of the kind it would become
  record KindChanged(Id is, Id becomes) implements EditRefusal {}
}
