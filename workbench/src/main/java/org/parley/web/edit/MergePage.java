package org.parley.web.edit;

import java.util.List;
import org.parley.redline.Piece;
import org.parley.web.view.Address;
import org.parley.web.view.Frame;
import org.parley.web.view.Link;

/// Two versions of a record with the conflicts to resolve.
///
/// @param frame the page frame
/// @param kind the key of its kind
/// @param id the id of the record
/// @param title its title
/// @param choices the conflicts
/// @param taken the fields changed by the other side only
/// @param base the text of the common ancestor
/// @param theirs the present text of the record
/// @param mine the input, as the text of a record; possibly invalid
/// @param form the id of this open form
/// @param why the reason, as typed so far
/// @param save the label of the save button
public record MergePage(
    Frame frame,
    String kind,
    String id,
    String title,
    List<Choice> choices,
    List<FieldChange> taken,
    String base,
    String theirs,
    List<Typed> mine,
    String form,
    String why,
    String save) {

  public MergePage {
    choices = List.copyOf(choices);
    taken = List.copyOf(taken);
    mine = List.copyOf(mine);
  }

  /// A conflict.
  ///
  /// @param name the name of its choice in requests
  /// @param label the label of the field
  /// @param before the common value
  /// @param mine the visitor's value, compared with the common one
  /// @param theirs the other value, compared with the common one
  /// @param isTheirs whether theirs is chosen
  public record Choice(
      String name,
      String label,
      String before,
      List<Piece> mine,
      List<Piece> theirs,
      boolean isTheirs) {}

  /// A field that only one changed.
  public record FieldChange(String label, List<Piece> pieces) {}

  /// A field as it was typed.
  public record Typed(String name, String value) {}

  /// Where it is sent to.
  public String action() {
    return Link.to(Address.EDIT, kind, id);
  }
}
