package org.parley.reading.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The paragraphs of a table. Short cells of a row become one paragraph, with a tabulator between
/// two columns; a cell that spans rows is repeated in each. Cells that hold texts, as where a table
/// sets the layout, stay paragraphs.
final class TableCells {

  /// Signs of a cell that is no text of its own.
  private static final int LONGEST = 80;

  /// Columns that one cell covers at most.
  private static final int MOST_SPANNED = 20;

  /// Signs that a table repeats at most.
  private static final int MOST_REPEATED = 200_000;

  /// A cell of the open row, between two places of the paragraphs.
  private record RowCell(int from, int to, int column, int columns, int rows) {}

  /// A cell that goes on in the rows below.
  private record SpannedCell(String words, int columns, int rowsLeft) {}

  private final List<String> paragraphs;
  private final Map<Integer, SpannedCell> spanned = new HashMap<>();
  private final List<RowCell> row = new ArrayList<>();
  private int begun;
  private int column;
  private int columns = 1;
  private int rows = 1;
  private int from;
  private int repeated;

  /// @param paragraphs those of the text, to which the cells are added
  TableCells(List<String> paragraphs) {
    this.paragraphs = paragraphs;
  }

  void beginRow() {
    row.clear();
    begun = paragraphs.size();
    column = 0;
  }

  /// Begins a cell in the next column that no cell above covers.
  ///
  /// @param across the columns it covers
  /// @param down the rows it covers
  void begin(int across, int down) {
    for (SpannedCell each = spanned.get(column); each != null; each = spanned.get(column)) {
      column += each.columns;
    }
    open(across, down);
  }

  /// Begins a cell of a table that has every cell on record, also those that others cover.
  ///
  /// @param isMerged whether it goes on in the rows below
  void beginNext(int across, boolean isMerged) {
    spanned.remove(column);
    open(across, isMerged ? Integer.MAX_VALUE : 1);
  }

  /// Begins a cell that the one above covers.
  void beginCovered(int across) {
    open(across, 1);
  }

  private void open(int across, int down) {
    from = paragraphs.size();
    columns = Math.clamp(across, 1, MOST_SPANNED);
    rows = Math.max(1, down);
  }

  void end() {
    row.add(new RowCell(from, paragraphs.size(), column, columns, rows));
    column += columns;
  }

  /// Ends the row, and joins its cells if all are short.
  void endRow() {
    List<String> cells = new ArrayList<>();
    boolean isJoined = true;
    int filled = 0;
    Map<Integer, SpannedCell> below = below();
    for (RowCell each : row) {
      List<String> own = paragraphs.subList(each.from, each.to);
      isJoined &= own.size() <= 1 && own.stream().noneMatch(TableCells::isText);
      String words = own.isEmpty() ? "" : own.getFirst().strip();
      filled += words.isEmpty() ? 0 : 1;
      if (isJoined) {
        put(cells, each.column, words);
        if (each.rows > 1) {
          below.put(each.column, new SpannedCell(words, each.columns, each.rows - 1));
        }
      }
    }
    if (isJoined && !row.isEmpty()) {
      filled += repeat(cells);
    }
    if (isJoined && filled > 1) {
      paragraphs.subList(begun, paragraphs.size()).clear();
      paragraphs.add(String.join("\t", cells).strip());
    }
    spanned.clear();
    spanned.putAll(below);
  }

  private Map<Integer, SpannedCell> below() {
    Map<Integer, SpannedCell> below = new HashMap<>();
    spanned.forEach(
        (at, each) -> {
          if (each.rowsLeft > 1) {
            below.put(at, new SpannedCell(each.words, each.columns, each.rowsLeft - 1));
          }
        });
    return below;
  }

  /// Puts the words of the cells above that reach into the row.
  ///
  /// @return how many have words
  private int repeat(List<String> cells) {
    int filled = 0;
    for (Map.Entry<Integer, SpannedCell> each : spanned.entrySet()) {
      String words = each.getValue().words;
      repeated += words.length();
      if (!words.isEmpty() && repeated <= MOST_REPEATED) {
        put(cells, each.getKey(), words);
        filled++;
      }
    }
    return filled;
  }

  private static void put(List<String> cells, int column, String words) {
    while (cells.size() <= column) {
      cells.add("");
    }
    cells.set(column, words);
  }

  private static boolean isText(String words) {
    return words.length() > LONGEST || words.indexOf('\n') >= 0;
  }
}
