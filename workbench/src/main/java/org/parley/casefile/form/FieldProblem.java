package org.parley.casefile.form;

import java.util.List;

/// Something wrong in a field of a form.
///
/// @param path the way to the field: names of keys and forms, and indices; empty where the record
///   as a whole is meant
/// @param message what is wrong
/// @param value the value that is wrong; may be empty
/// @param advice what to do, starting with "Maybe"
public record FieldProblem(List<String> path, String message, String value, String advice) {

  public FieldProblem {
    path = List.copyOf(path);
  }

  /// The problem in one sentence.
  public String sentence() {
    String begun =
        message.isEmpty() ? "" : Character.toUpperCase(message.charAt(0)) + message.substring(1);
    String end = advice.endsWith(".") || advice.endsWith("?") || advice.isEmpty() ? "" : ".";
    return begun
        + (value.isEmpty() || message.contains(value) ? "" : ": \u201c" + value + "\u201d")
        + "."
        + (advice.isEmpty() ? "" : " " + advice + end);
  }
}
