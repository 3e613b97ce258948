package org.parley.reading.source;

import java.util.ArrayList;
import java.util.List;

/// The paragraphs of a row of a table. Short cells become one paragraph, with a tabulator between
/// two of them. Cells that hold texts, as where a table sets the layout, stay paragraphs.
final class TableCells {

  /// Signs of a cell that is no text of its own.
  private static final int LONGEST = 80;

  private final List<String> paragraphs;
  private final int begun;
  private final List<Integer> ends = new ArrayList<>();

  /// @param paragraphs those of the text, to which the cells are added
  TableCells(List<String> paragraphs) {
    this.paragraphs = paragraphs;
    this.begun = paragraphs.size();
  }

  /// Ends a cell.
  void end() {
    ends.add(paragraphs.size());
  }

  /// Joins the cells of the row.
  void join() {
    List<String> cells = new ArrayList<>();
    int from = begun;
    int filled = 0;
    for (int end : ends) {
      List<String> own = paragraphs.subList(from, end);
      if (own.size() > 1 || own.stream().anyMatch(TableCells::isText)) {
        return;
      }
      cells.add(own.isEmpty() ? "" : own.getFirst());
      filled += own.size();
      from = end;
    }
    if (filled > 1) {
      paragraphs.subList(begun, paragraphs.size()).clear();
      paragraphs.add(String.join("\t", cells).strip());
    }
  }

  private static boolean isText(String words) {
    return words.length() > LONGEST || words.indexOf('\n') >= 0;
  }
}
