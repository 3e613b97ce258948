package org.parley.model.checks;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A violation that keeps a set of records from being a case.
///
/// @param record the index of the record among those checked; [#CASE_INFO] for the header of the
///   case
/// @param path the path of the value in the record: component names and list indices
/// @param rule the broken rule
/// @param value the wrong value
/// @param meant the id probably meant; null if none is near
public record CaseViolation(
    int record, List<String> path, Rule rule, String value, @Nullable String meant) {

  /// The index of the case header.
  public static final int CASE_INFO = -1;

  public CaseViolation {
    path = List.copyOf(path);
  }
}
