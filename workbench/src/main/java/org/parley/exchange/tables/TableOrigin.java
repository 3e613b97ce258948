package org.parley.exchange.tables;

import java.util.List;

/// Where a table comes from, for the second sheet of a workbook.
///
/// @param title what the sheet is called
/// @param lines what is said of the table, in order
public record TableOrigin(String title, List<Line> lines) {

  public TableOrigin {
    lines = List.copyOf(lines);
  }

  /// A line about the origin.
  ///
  /// @param name of what
  /// @param value what of it
  public record Line(String name, TableCell value) {}
}
