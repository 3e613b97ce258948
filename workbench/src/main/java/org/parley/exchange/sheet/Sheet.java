package org.parley.exchange.sheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/// The cells of a spreadsheet.
///
/// @param heading the names of its columns
/// @param rows the rows below, each with a cell for each column
/// @param lines the line of each row in its file, from 1; empty for those that follow the heading
/// @param name the name of the sheet in its workbook; empty for none
public record Sheet(
    List<String> heading, List<List<String>> rows, List<Integer> lines, String name) {

  /// A line of a file.
  ///
  /// @param number its number in the file, from 1
  record Line(int number, List<String> cells) {

    boolean isBlank() {
      return cells.stream().allMatch(String::isBlank);
    }
  }

  /// The most rows of a sheet.
  public static final int MOST_ROWS = 2_000;

  /// The most columns of a sheet.
  public static final int MOST_COLUMNS = 60;

  /// The most characters of a cell.
  public static final int LONGEST_CELL = 32_767;

  private static final int MOST_TITLES = 5;
  private static final int SEVERAL = 3;

  /// The beginning of a note below a table.
  private static final Pattern NOTE =
      Pattern.compile(
          "[*†‡¹²³]|\\(\\d\\)|(?:notes?|sources?|remarques?|nota|примечание)\\b.*[:.]",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

  public Sheet {
    heading = List.copyOf(heading);
    rows = rows.stream().map(List::copyOf).toList();
    lines = List.copyOf(lines);
  }

  /// The line of a row in its file, from 1.
  public int line(int row) {
    return row < lines.size() ? lines.get(row) : row + 2;
  }

  /// The same rows, known to stand in these lines of a sheet.
  public Sheet at(List<Integer> numbers, String sheet) {
    return numbers.size() == rows.size() ? new Sheet(heading, rows, numbers, sheet) : this;
  }

  /// A sheet of lines of cells: blank lines and titles above the heading are left out, short ones
  /// are filled up.
  ///
  /// @throws BadSheetException if it has no row below its heading, or is beyond a limit
  static Sheet of(List<Line> lines, String name) throws BadSheetException {
    List<List<String>> kept = new ArrayList<>();
    List<Integer> numbers = new ArrayList<>();
    int width = 0;
    for (Line each : lines) {
      List<String> line = each.cells();
      int last = line.size();
      while (last > 0 && line.get(last - 1).isBlank()) {
        last--;
      }
      if (last > 0) {
        kept.add(line.subList(0, last));
        numbers.add(each.number());
        width = Math.max(width, last);
      }
    }
    int titles = titles(kept);
    kept.subList(0, titles).clear();
    numbers.subList(0, titles).clear();
    cut(kept, numbers, notes(kept, numbers));
    cut(kept, numbers, SheetTotals.count(kept));
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
    return new Sheet(
        rows.getFirst(), rows.subList(1, rows.size()), numbers.subList(1, numbers.size()), name);
  }

  private static void cut(List<List<String>> lines, List<Integer> numbers, int last) {
    lines.subList(lines.size() - last, lines.size()).clear();
    numbers.subList(numbers.size() - last, numbers.size()).clear();
  }

  /// How many lines stand above the heading: each has one cell, and the heading has several.
  private static int titles(List<List<String>> lines) {
    int titles = 0;
    while (titles < Math.min(MOST_TITLES, lines.size() - 2) && filled(lines.get(titles)) == 1) {
      titles++;
    }
    boolean isHeading =
        titles + 1 < lines.size()
            && filled(lines.get(titles)) >= SEVERAL
            && filled(lines.get(titles + 1)) > 1;
    return isHeading ? titles : 0;
  }

  /// How many lines at the end are notes on the table. Each has one cell, the first. They stand
  /// apart from the rows, or begin with a mark. Below a heading of several cells no row is like
  /// that.
  private static int notes(List<List<String>> lines, List<Integer> numbers) {
    int end = lines.size();
    while (end > 2 && filled(lines.get(end - 1)) == 1 && lines.get(end - 1).size() == 1) {
      end--;
    }
    boolean isBelowTable =
        end < lines.size() && filled(lines.getFirst()) >= SEVERAL && filled(lines.get(end - 1)) > 1;
    boolean isApart =
        isBelowTable
            && (numbers.get(end) > numbers.get(end - 1) + 1
                || NOTE.matcher(lines.get(end).getFirst()).lookingAt());
    return isApart ? lines.size() - end : 0;
  }

  private static long filled(List<String> cells) {
    return cells.stream().filter(each -> !each.isBlank()).count();
  }

  /// The same with another text in a cell.
  public Sheet with(int row, int column, String text) {
    List<List<String>> changed = new ArrayList<>(rows);
    List<String> cells = new ArrayList<>(changed.get(row));
    cells.set(column, text.strip());
    changed.set(row, cells);
    return new Sheet(heading, changed, lines, name);
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
