package org.parley.store;

import org.parley.model.Id;
import org.parley.model.Refusal;

/// Why the texts of a journal are not valid records.
public sealed interface JournalFault extends Refusal {

  /// Faults that need no more than the value that is wrong.
  enum Plain implements JournalFault {
    JOURNAL_WITHOUT_HEADER
  }

  /// A text names the record it is entered as.
  ///
  /// @param id what it calls itself
  record OtherIdInText(Id id) implements JournalFault {}
}
