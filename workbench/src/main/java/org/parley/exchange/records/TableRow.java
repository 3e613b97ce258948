package org.parley.exchange.records;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The cells of a record or element, by column.
///
/// @param row the row of the sheet, from 0
/// @param cells the cells that are not empty, by the name of their column
record TableRow(int row, Map<String, Cell> cells) {

  /// A cell of a sheet.
  ///
  /// @param row the row, from 0
  /// @param column the column, from 0
  record Cell(String text, int row, int column) {}

  @Nullable Cell cell(String name) {
    return cells.get(name);
  }

  String text(String name) {
    Cell cell = cells.get(name);
    return cell == null ? "" : cell.text();
  }

  /// A record in the making: its own cells, and the rows of its elements by list.
  static final class Draft {
    final TableRow head;
    final Map<String, List<TableRow>> elements = new LinkedHashMap<>();

    Draft(int row) {
      this.head = new TableRow(row, new HashMap<>());
    }

    List<TableRow> rows(String group) {
      return elements.getOrDefault(group, List.of());
    }
  }
}
