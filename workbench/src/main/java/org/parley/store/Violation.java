package org.parley.store;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.wording.Complaint;

/// A fault that keeps the records of a journal from being a case.
///
/// @param record the id of the record; [Contents#HEADER] for the header; null for none
/// @param path the path of the value: component names and list indices; may be empty
/// @param complaint the fault
public record Violation(@Nullable String record, List<String> path, Complaint complaint) {

  public Violation {
    path = List.copyOf(path);
  }

  /// The fault in one sentence, with its record.
  public String sentence() {
    return (record == null ? "" : record + ": ") + complaint.sentence();
  }
}
