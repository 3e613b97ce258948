package org.parley.exchange.sheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/// The cells of a spreadsheet.
///
/// @param heading the names of its columns
/// @param rows the rows below, each with a cell for each column
public record Sheet(List<String> heading, List<List<String>> rows) {

  /// The most rows of a sheet.
  public static final int MOST_ROWS = 2_000;

  /// The most columns of a sheet.
  public static final int MOST_COLUMNS = 60;

  /// The most characters of a cell.
  public static final int LONGEST_CELL = 10_000;

  public Sheet {
    heading = List.copyOf(heading);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /// A sheet of lines of cells: blank lines are left out, short ones are filled up.
  ///
  /// @throws BadSheetException if it has no row below its heading, or is beyond a limit
  static Sheet of(List<List<String>> lines) throws BadSheetException {
    List<List<String>> kept = new ArrayList<>();
    int width = 0;
    for (List<String> line : lines) {
      int last = line.size();
      while (last > 0 && line.get(last - 1).isBlank()) {
        last--;
      }
      if (last > 0) {
        kept.add(line.subList(0, last));
        width = Math.max(width, last);
      }
    }
    if (kept.size() < 2) {
      throw new BadSheetException(SheetFault.Plain.SHEET_WITHOUT_ROWS, "");
    }
    if (kept.size() - 1 > MOST_ROWS) {
      throw new BadSheetException(new SheetFault.TooManySheetRows(MOST_ROWS), "");
    }
    if (width > MOST_COLUMNS) {
      throw new BadSheetException(new SheetFault.TooManySheetColumns(MOST_COLUMNS), "");
    }
    List<List<String>> rows = new ArrayList<>();
    for (List<String> line : kept) {
      List<String> row = new ArrayList<>();
      for (int i = 0; i < width; i++) {
        String cell = i < line.size() ? line.get(i).strip() : "";
        if (cell.length() > LONGEST_CELL) {
          throw new BadSheetException(
              new SheetFault.SheetCellTooLong(rows.size() + 1, i + 1, LONGEST_CELL), "");
        }
        row.add(cell);
      }
      rows.add(row);
    }
    return new Sheet(rows.getFirst(), rows.subList(1, rows.size()));
  }

  /// The same with another text in a cell.
  public Sheet with(int row, int column, String text) {
    List<List<String>> changed = new ArrayList<>(rows);
    List<String> cells = new ArrayList<>(changed.get(row));
    cells.set(column, text.strip());
    changed.set(row, cells);
    return new Sheet(heading, changed);
  }

  /// As CSV, which [SheetReader] reads again.
  public String toCsv() {
    StringBuilder out = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180)) {
      printer.printRecord(heading);
      for (List<String> row : rows) {
        printer.printRecord(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }
}
