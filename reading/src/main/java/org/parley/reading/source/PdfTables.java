package org.parley.reading.source;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.provision.ProvisionNumber;
import org.parley.provision.Unit;

/// The tables of a column of a PDF, by the gaps between cells. A row of short cells is one
/// paragraph, with a tabulator between two columns; a cell that was broken into lines is whole
/// again.
final class PdfTables {

  /// The gap between two cells that no other row confirms, of the size of the signs.
  private static final float CELL = 2.5f;

  /// How far lines of a table are from each other at most, of the size of the signs.
  private static final float TIGHT = 1.45f;

  private static final float LOOSE = 3.2f;

  /// How much further rows are from each other than lines of a cell.
  private static final float FURTHER = 1.2f;

  /// How far cells of a column differ, in points.
  private static final float SAME_PLACE = 3;

  private static final int LONGEST_NUMBER = 12;

  /// A mark of a list.
  private static final String MARKS = "•●○▪■□◦‣–—-*·";

  /// The rows of a table, its lines one by one.
  private final List<PdfRow> block = new ArrayList<>();

  /// Where the columns of the table begin and end.
  private final List<PdfRun> columns = new ArrayList<>();

  private PdfTables() {}

  /// Rows as lines of a text: those whose runs are cells stay apart.
  static List<PdfRow> cells(List<PdfRow> rows) {
    List<PdfRow> cells = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      PdfRow above = i == 0 ? null : rows.get(i - 1);
      PdfRow below = i + 1 == rows.size() ? null : rows.get(i + 1);
      cells.add(withoutGaps(rows.get(i), above, below));
    }
    return cells;
  }

  private static PdfRow withoutGaps(PdfRow row, @Nullable PdfRow above, @Nullable PdfRow below) {
    List<PdfRun> merged = new ArrayList<>();
    for (PdfRun each : row.runs()) {
      PdfRun last = merged.isEmpty() ? null : merged.getLast();
      boolean isWord =
          last != null
              && each.left() - last.right() < CELL * row.size()
              && !isNumber(last.words())
              && !hasCellAt(above, each.left())
              && !hasCellAt(below, each.left());
      if (isWord) {
        merged.set(merged.size() - 1, PdfRun.joined(List.of(merged.getLast(), each), " "));
      } else {
        merged.add(each);
      }
    }
    return new PdfRow(merged);
  }

  private static boolean hasCellAt(@Nullable PdfRow row, float left) {
    return row != null
        && row.runs().stream().skip(1).anyMatch(each -> Math.abs(each.left() - left) <= SAME_PLACE);
  }

  /// Whether a number or mark of a list stands alone before a tabulator.
  static boolean isNumber(String words) {
    return words.length() <= LONGEST_NUMBER
        && ((words.length() == 1 && MARKS.contains(words))
            || ProvisionNumber.find(words + " X")
                .filter(it -> it.word() == null || words.indexOf(' ') > 0)
                .isPresent());
  }

  /// Whether a row is an item of a list, whose number stands before a tabulator.
  static boolean isItem(PdfRow row) {
    return row.runs().size() == 2 && isNumber(row.runs().getFirst().words());
  }

  /// How many rows from a place make a table; 0 for none.
  static int length(List<PdfRow> rows, int at) {
    PdfTables table = new PdfTables();
    int end = at;
    while (end < rows.size() && table.takes(rows.get(end))) {
      end++;
    }
    while (end > at + 1 && isItem(rows.get(end - 1))) {
      end--;
    }
    return end - at;
  }

  /// The paragraphs of a table.
  static List<String> paragraphs(List<PdfRow> rows) {
    PdfTables table = new PdfTables();
    rows.forEach(table::takes);
    return table.paragraphs();
  }

  /// Adds a row if the table goes on with it.
  private boolean takes(PdfRow row) {
    boolean isTaken = block.isEmpty() ? row.runs().size() > 1 && !isItem(row) : goesOn(row);
    if (isTaken) {
      block.add(row);
      if (row.runs().size() > 1) {
        widen(row);
      }
    }
    return isTaken;
  }

  private boolean goesOn(PdfRow row) {
    float gap = row.foot() - block.getLast().foot();
    if (gap > LOOSE * row.size() || gap <= 0) {
      return false;
    }
    if (row.runs().size() > 1) {
      return !isItem(row) || fits(row);
    }
    PdfRun cell = row.runs().getFirst();
    int column = column(cell);
    boolean isWithin =
        cell.left() >= columns.get(column).left() - SAME_PLACE
            && (column + 1 == columns.size()
                || cell.right() <= columns.get(column + 1).left() - SAME_PLACE);
    return isWithin
        && gap <= TIGHT * row.size()
        && ProvisionNumber.find(cell.words())
            .filter(it -> column == 0 || it.unit() != Unit.ITEM)
            .isEmpty();
  }

  /// Whether each run stands in a column of its own.
  private boolean fits(PdfRow row) {
    return columns.size() == row.runs().size()
        && Math.abs(row.left() - columns.getFirst().left()) <= SAME_PLACE
        && Math.abs(row.runs().getLast().left() - columns.getLast().left()) <= SAME_PLACE;
  }

  private void widen(PdfRow row) {
    if (row.runs().size() > columns.size()) {
      columns.clear();
      columns.addAll(row.runs());
    } else if (row.runs().size() == columns.size()) {
      for (int i = 0; i < columns.size(); i++) {
        PdfRun own = columns.get(i);
        PdfRun other = row.runs().get(i);
        columns.set(
            i,
            new PdfRun(
                "",
                Math.min(own.left(), other.left()),
                Math.max(own.right(), other.right()),
                own.foot(),
                own.size(),
                0));
      }
    }
  }

  /// The column that a cell is nearest to.
  private int column(PdfRun cell) {
    int nearest = 0;
    float most = -Float.MAX_VALUE;
    for (int i = 0; i < columns.size(); i++) {
      PdfRun each = columns.get(i);
      float common = Math.min(each.right(), cell.right()) - Math.max(each.left(), cell.left());
      if (common > most) {
        most = common;
        nearest = i;
      }
    }
    return nearest;
  }

  private List<String> paragraphs() {
    List<String> paragraphs = new ArrayList<>();
    float tight = tight();
    boolean hasGaps = widest() >= FURTHER * tight;
    List<List<String>> cells = emptied();
    PdfRow above = null;
    for (PdfRow row : block) {
      boolean isFirst = column(row.runs().getFirst()) == 0;
      boolean isSeveral = row.runs().size() > 1;
      boolean begins =
          above != null
              && (hasGaps ? row.foot() - above.foot() >= FURTHER * tight : isSeveral && isFirst);
      if (begins) {
        end(cells, paragraphs);
        cells = emptied();
      }
      for (PdfRun each : row.runs()) {
        cells.get(column(each)).add(each.words());
      }
      above = row;
    }
    end(cells, paragraphs);
    return paragraphs;
  }

  private List<List<String>> emptied() {
    List<List<String>> cells = new ArrayList<>();
    columns.forEach(_ -> cells.add(new ArrayList<>()));
    return cells;
  }

  private float tight() {
    float tight = Float.MAX_VALUE;
    for (int i = 1; i < block.size(); i++) {
      tight = Math.min(tight, block.get(i).foot() - block.get(i - 1).foot());
    }
    return tight;
  }

  private float widest() {
    float widest = 0;
    for (int i = 1; i < block.size(); i++) {
      widest = Math.max(widest, block.get(i).foot() - block.get(i - 1).foot());
    }
    return widest;
  }

  private static void end(List<List<String>> cells, List<String> paragraphs) {
    TableCells table = new TableCells(paragraphs);
    table.beginRow();
    for (List<String> each : cells) {
      table.begin(1, 1);
      paragraphs.addAll(joined(each));
      table.end();
    }
    table.endRow();
  }

  /// The paragraphs of a cell: a number begins one.
  private static List<String> joined(List<String> lines) {
    List<String> paragraphs = new ArrayList<>();
    for (String each : lines) {
      if (paragraphs.isEmpty() || ProvisionNumber.find(each).isPresent()) {
        paragraphs.add(each);
      } else {
        paragraphs.set(paragraphs.size() - 1, PdfHyphens.joined(paragraphs.getLast(), each));
      }
    }
    return paragraphs;
  }
}
