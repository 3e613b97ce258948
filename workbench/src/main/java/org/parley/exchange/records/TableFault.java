package org.parley.exchange.records;

import java.util.List;
import org.parley.model.Refusal;

/// The reasons why a cell of a table is not taken in.
public sealed interface TableFault extends Refusal {

  /// Faults without parameters beyond the wrong value.
  enum Plain implements TableFault {
    ROW_WITHOUT_A_RECORD,
    CELL_NOT_USED,
    STANCE_WITHOUT_OPTION,
    COMMA_OR_POINT,
    NAMES_ITSELF_TWICE
  }

  /// A record that spans several rows says two things in one column.
  ///
  /// @param line the line of the first of these rows in the file
  record CellDiffersFromAbove(int line) implements TableFault {}

  /// A value that every record of the kind needs, and no column gives.
  record ColumnNeeded(String heading) implements TableFault {}

  /// An id that a record of another kind has.
  record IdOfAnotherKind(String kind) implements TableFault {}

  /// A name in a cell that several records have.
  record SeveralOfThisName(List<String> ids) implements TableFault {
    public SeveralOfThisName {
      ids = List.copyOf(ids);
    }
  }
}
