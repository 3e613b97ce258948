package org.parley.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that keeps the records of a journal from being a case.
///
/// @param record the id of the record; [Contents#HEADER] for the header; absent where none is meant
/// @param path the way to the value in it: component names and list indices; may be empty
/// @param message what is wrong
/// @param value the value that is wrong; empty where there is none
/// @param advice what to do, starting with "Maybe"; may be empty
public record Violation(
    @Nullable String record, List<String> path, String message, String value, String advice) {

  public Violation {
    path = List.copyOf(path);
  }

  /// It in one sentence, with the record it is about.
  public String sentence() {
    String end = advice.isEmpty() || advice.endsWith(".") || advice.endsWith("?") ? "" : ".";
    return (record == null ? "" : record + ": ")
        + message
        + (value.isEmpty() ? "" : ": \"" + value + "\"")
        + (advice.isEmpty() ? "" : ". " + advice + end);
  }
}
