package org.parley.model.checks;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that keeps a set of records from being a case.
///
/// @param record the index of the record among those checked; [#CASE_INFO] where the case's own
///   header is meant
/// @param path the way to the value inside the record: component names and list indices
/// @param rule the rule that is broken
/// @param value the value that is wrong
/// @param meant the name that was probably meant; absent where none is near
public record CaseViolation(
    int record, List<String> path, Rule rule, String value, @Nullable String meant) {

  /// The index that stands for the header of the case.
  public static final int CASE_INFO = -1;

  public CaseViolation {
    path = List.copyOf(path);
  }
}
