package org.parley.web.view;

import java.util.Collection;
import org.parley.model.cases.CaseView;
import org.parley.model.checks.Spelling;

/// An address that names something the case does not have.
public final class NotOnRecord extends RuntimeException {

  private final String advice;

  public NotOnRecord(String kind, String value, Collection<String> known) {
    super("There is no " + kind + " \"" + value + "\" in this case.");
    this.advice =
        Spelling.nearest(value, known)
            .map(name -> "Maybe you meant " + name + ".")
            .orElse("Maybe it was renamed: the board and the lists above show what there is.");
  }

  private NotOnRecord(String message, String advice) {
    super(message);
    this.advice = advice;
  }

  /// Something that a page does not have.
  ///
  /// @param known the names of what it has
  public static NotOnRecord ofPage(String kind, String value, Collection<String> known) {
    return new NotOnRecord(
        "There is no " + kind + " \"" + value + "\" on this page.",
        Spelling.nearest(value, known)
            .map(name -> "Maybe you meant " + name + ".")
            .orElse(
                known.isEmpty()
                    ? "Maybe it is on another page."
                    : "Maybe one of: " + String.join(", ", known) + "."));
  }

  /// A record that is not in a case.
  public static NotOnRecord ofRecord(CaseView view, String id) {
    return new NotOnRecord(
        "record", id, view.records().stream().map(each -> each.id().value()).toList());
  }

  /// The advice, starting with "Maybe".
  public String advice() {
    return advice;
  }
}
