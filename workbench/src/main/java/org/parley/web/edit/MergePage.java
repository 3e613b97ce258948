package org.parley.web.edit;

import java.util.List;
import org.parley.redline.Piece;
import org.parley.web.view.Frame;

/// Two versions of a record, to choose from where both changed the same.
///
/// @param frame what surrounds it
/// @param kind the key of its kind
/// @param id the id of the record
/// @param title its title
/// @param choices the fields that both changed
/// @param taken the fields that only the other changed
/// @param base the text of the record that both began with
/// @param theirs the text of the record as it stands
/// @param mine what was typed, as the text of a record; it may be wrong as one
/// @param form which form this is, among those that are open
/// @param why the reason, as far as it was typed
/// @param save what the button that saves says
public record MergePage(
    Frame frame,
    String kind,
    String id,
    String title,
    List<Choice> choices,
    List<Change> taken,
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

  /// A field that both changed.
  ///
  /// @param name the name its choice is sent under
  /// @param label what the field is called
  /// @param before what stood there
  /// @param mine what the visitor wants, against what stood there
  /// @param theirs what the other made of it, against what stood there
  /// @param isTheirs whether the other's version is chosen
  public record Choice(
      String name,
      String label,
      String before,
      List<Piece> mine,
      List<Piece> theirs,
      boolean isTheirs) {}

  /// A field that only one changed.
  public record Change(String label, List<Piece> pieces) {}

  /// A field as it was typed.
  public record Typed(String name, String value) {}

  /// Where it is sent to.
  public String action() {
    return "/edit/" + kind + "/" + id;
  }
}
