package org.parley.store;

import org.parley.model.Id;
import org.parley.model.Refusal;

/// The reason why texts of a journal are not valid records.
public sealed interface JournalFault extends Refusal {

  /// Faults without parameters.
  enum Plain implements JournalFault {
    JOURNAL_WITHOUT_HEADER
  }

  /// The id in a text differs from that of its entry.
  ///
  /// @param id the id in the text
  record OtherIdInText(Id id) implements JournalFault {}
}
