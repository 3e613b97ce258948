package org.parley.board;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.parley.board.cell.RowReader;
import org.parley.model.cases.AsOf;
import org.parley.model.text.Subject;

/// The rows of a board, for the board of the same day in the next state of the case. Immutable.
public final class BoardRows {

  private final AsOf asOf;
  final Object state;
  final Map<Subject, RowReader.Result> results;

  /// @param state the state of the boards that the rows are of
  /// @param results not changed any more
  BoardRows(AsOf asOf, Object state, Map<Subject, RowReader.Result> results) {
    this.asOf = asOf;
    this.state = state;
    this.results = results;
  }

  /// The day, and by when it was known.
  public AsOf asOf() {
    return asOf;
  }

  /// Those of the next state.
  ///
  /// @param changed the subjects whose rows may differ
  /// @param next that state
  BoardRows without(Set<Subject> changed, Object next) {
    Map<Subject, RowReader.Result> same = new HashMap<>(results);
    same.keySet().removeAll(changed);
    return new BoardRows(asOf, next, same);
  }
}
