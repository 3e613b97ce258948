package org.parley.web.edit;

import java.util.List;
import org.parley.web.view.Address;
import org.parley.web.view.Frame;
import org.parley.web.view.Link;

/// A form for one record.
///
/// @param frame the page frame
/// @param kind the key of its kind: `claims`
/// @param id the id of the record; empty for a new one
/// @param heading the action, in words
/// @param back the address to leave without saving
/// @param target the address it is sent to; empty for the default of its kind
/// @param base the text of the record the form was made from; empty for a new one
/// @param form the id of this open form
/// @param parts the fields
/// @param problems the faults of the record as a whole
/// @param wrong the number of all faults
/// @param why the reason, as typed so far
/// @param mayRemove whether the visitor may remove it
/// @param audience its future readers
/// @param asks the confirmations required before saving, in sentences; empty for none
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
  /// @param title its title; may be empty
  /// @param folded whether it is collapsed at first
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
    if (!target.isEmpty()) {
      return target;
    }
    return isNew() ? Link.to(Address.ADD, kind) : Link.to(Address.EDIT, kind, id);
  }

  /// The address at which editors are told of one another.
  public String presence() {
    return Link.to(Address.PRESENCE, kind, id);
  }
}
