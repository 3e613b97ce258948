package org.parley.casefile.form;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.wording.Complaint;
import org.parley.wording.Messages;

/// Something wrong in a field of a form.
///
/// @param path the way to the field: names of keys and forms, and indices; empty where the record
///   as a whole is meant
/// @param complaint what is wrong
/// @param elsewhere the id of the record it stands in, where that is another; else absent
public record FieldProblem(List<String> path, Complaint complaint, @Nullable String elsewhere) {

  public FieldProblem {
    path = List.copyOf(path);
  }

  /// A problem of the record of the form.
  public FieldProblem(List<String> path, Complaint complaint) {
    this(path, complaint, null);
  }

  /// The problem in one sentence.
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
