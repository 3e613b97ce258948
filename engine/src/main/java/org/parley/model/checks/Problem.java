package org.parley.model.checks;

import java.util.List;

/// Something that keeps a set of records from being a case.
///
/// @param record the index of the record among those checked; [#CASE_INFO] where the case's own
///   header is meant
/// @param path the way to the value inside the record: component names and list indices
/// @param message what is wrong
/// @param value the value that is wrong
/// @param advice what to do, starting with "Maybe"
public record Problem(int record, List<String> path, String message, String value, String advice) {

  /// The index that stands for the header of the case.
  public static final int CASE_INFO = -1;

  public Problem {
    path = List.copyOf(path);
  }
}
