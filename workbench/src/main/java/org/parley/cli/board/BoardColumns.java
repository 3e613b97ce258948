package org.parley.cli.board;

import java.util.List;
import org.parley.board.Board;
import org.parley.model.PartyId;
import org.parley.model.checks.Spelling;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/// The columns of a board by the ids that a command names.
final class BoardColumns {

  private BoardColumns() {}

  /// The column of an id.
  ///
  /// @throws ParameterException if there is none, naming the nearest
  static PartyId find(CommandLine line, Board board, String name) {
    List<String> columns = board.columns().stream().map(PartyId::value).toList();
    if (!columns.contains(name)) {
      throw new ParameterException(
          line,
          "\""
              + name
              + "\" is not a column of this board. Maybe "
              + Spelling.nearest(name, columns)
                  .map(near -> "you meant \"" + near + "\"")
                  .orElseGet(() -> "choose one of " + String.join(", ", columns)));
    }
    return new PartyId(name);
  }
}
