package org.parley.exchange.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The merged cells of a sheet: the first cell of each has the value that readers see in all.
///
/// A value counts for every row it covers that has other cells, too. Across columns it counts in
/// rows with other cells: a title merged across a table stays one cell.
final class MergedCells {

  /// More are not taken in: no table of the size that is read has so many.
  private static final int MOST = 10_000;

  /// A merged range.
  ///
  /// @param row its first row, from 1
  /// @param column its first column, from 0
  record Range(int row, int column, int rows, int columns) {

    boolean covers(int line) {
      return line >= row && line - row < rows;
    }
  }

  private final List<Range> ranges = new ArrayList<>();

  void add(Range range) {
    if (ranges.size() < MOST
        && range.column < Sheet.MOST_COLUMNS
        && (range.rows > 1 || range.columns > 1)) {
      ranges.add(range);
    }
  }

  /// The lines with the values of merged cells in all cells that they cover.
  List<Sheet.Line> filled(List<Sheet.Line> lines) {
    if (ranges.isEmpty()) {
      return lines;
    }
    Map<Integer, Sheet.Line> byNumber = new HashMap<>();
    lines.forEach(each -> byNumber.put(each.number(), each));
    List<Sheet.Line> filled = new ArrayList<>();
    for (Sheet.Line line : lines) {
      filled.add(line.isBlank() ? line : filled(line, byNumber));
    }
    return filled;
  }

  private Sheet.Line filled(Sheet.Line line, Map<Integer, Sheet.Line> byNumber) {
    List<String> cells = new ArrayList<>(line.cells());
    for (Range range : ranges) {
      Sheet.Line first = range.covers(line.number()) ? byNumber.get(range.row) : null;
      String value = first == null ? "" : first.cell(range.column);
      if (!value.isEmpty()) {
        int columns = hasCellBeside(line, range) ? range.columns : 1;
        for (int i = 0; i < Math.min(columns, Sheet.MOST_COLUMNS - range.column); i++) {
          put(cells, range.column + i, value);
        }
      }
    }
    return new Sheet.Line(line.number(), cells);
  }

  private static boolean hasCellBeside(Sheet.Line line, Range range) {
    for (int i = 0; i < line.cells().size(); i++) {
      boolean isInside = i >= range.column && i - range.column < range.columns;
      if (!isInside && !line.cells().get(i).isBlank()) {
        return true;
      }
    }
    return false;
  }

  private static void put(List<String> cells, int column, String value) {
    while (cells.size() <= column) {
      cells.add("");
    }
    cells.set(column, value);
  }
}
