package org.parley.casefile.form;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.wording.Complaint;
import org.parley.wording.Messages;

/// A fault in a field of a form.
///
/// @param path the path of the field: names of keys and forms, and indices; empty for the whole
///   record
/// @param complaint the fault
/// @param elsewhere the id of the faulty record, if it is another one; else null
public record FieldProblem(List<String> path, Complaint complaint, @Nullable String elsewhere) {

  public FieldProblem {
    path = List.copyOf(path);
  }

  /// A problem of the record of the form.
  public FieldProblem(List<String> path, Complaint complaint) {
    this(path, complaint, null);
  }

  /// The fault in one sentence.
  public String sentence() {
    String message = complaint.message();
    String whole =
        elsewhere == null
            ? message
            : Messages.current().text("complaint.in", "record", elsewhere, "message", message);
    String sentence = Complaint.sentence(whole, complaint.value(), complaint.advice());
    return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
  }
}
