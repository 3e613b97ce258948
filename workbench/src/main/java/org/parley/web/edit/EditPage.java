package org.parley.web.edit;

import java.util.List;
import org.parley.web.view.Frame;

/// A form for one record.
///
/// @param frame what surrounds it
/// @param kind the key of its kind: `claims`
/// @param id the id of the record; empty for a new one
/// @param heading what is being done, in words
/// @param back where to go without saving
/// @param target where it is sent to; empty for where forms of its kind are
/// @param base the text of the record the form was made from; empty for a new one
/// @param form which form this is, among those that are open
/// @param parts the fields
/// @param problems what is wrong with the record as a whole
/// @param wrong how many things are wrong altogether
/// @param why the reason, as far as it was typed
/// @param mayRemove whether the visitor may remove it
/// @param audience who will see it
/// @param asks what has to be confirmed before it is saved, in sentences; empty for nothing
public record EditPage(
    Frame frame,
    String kind,
    String id,
    String heading,
    String back,
    String target,
    String base,
    String form,
    List<Part> parts,
    List<String> problems,
    int wrong,
    String why,
    boolean mayRemove,
    Audience audience,
    List<String> asks) {

  public EditPage {
    asks = List.copyOf(asks);
    parts = List.copyOf(parts);
    problems = List.copyOf(problems);
  }

  /// A section with its fields.
  ///
  /// @param title what they are; may be empty
  /// @param folded whether they are shown only when asked for
  public record Part(String title, boolean folded, List<FormField> fields) {
    public Part {
      fields = List.copyOf(fields);
    }
  }

  public boolean isNew() {
    return id.isEmpty();
  }

  /// Where it is sent to.
  public String action() {
    return !target.isEmpty() ? target : "/edit/" + kind + (isNew() ? "" : "/" + id);
  }

  /// Where those who have it open are told of one another.
  public String presence() {
    return "/presence/" + kind + "/" + id;
  }
}
