package org.parley.board.cell;

import java.util.List;
import java.util.NoSuchElementException;
import org.parley.model.PartyId;
import org.parley.model.text.Subject;

/// The stances of the parties on one subject: the whole, an instrument, a point or a component.
///
/// @param subject the subject
/// @param cells one for each column of the board, in their order
public record Row(Subject subject, List<Cell> cells) {

  public Row {
    cells = List.copyOf(cells);
  }

  /// The cell of `party`.
  public Cell get(PartyId party) {
    for (Cell cell : cells) {
      if (cell.party().equals(party)) {
        return cell;
      }
    }
    throw new NoSuchElementException("\"" + party + "\" is not a column of this board");
  }
}
