package org.parley.store;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.wording.Complaint;

/// A fault that keeps the records of a journal from being a case.
///
/// @param record the id of the record; [Contents#HEADER] for the header; absent where none is meant
/// @param path the way to the value in it: component names and list indices; may be empty
/// @param complaint what is wrong
public record Violation(@Nullable String record, List<String> path, Complaint complaint) {

  public Violation {
    path = List.copyOf(path);
  }

  /// It in one sentence, with the record it is about.
  public String sentence() {
    return (record == null ? "" : record + ": ") + complaint.sentence();
  }
}
