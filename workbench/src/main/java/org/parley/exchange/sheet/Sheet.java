package org.parley.exchange.sheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/// The cells of a spreadsheet.
///
/// @param heading the names of its columns
/// @param rows the rows below, each with a cell for each column
/// @param lines the line of each row in its file, from 1; empty for those that follow the heading
/// @param name the name of the sheet in its workbook; empty for none
/// @param notes what of the file is not among the rows, or only perhaps belongs to them
public record Sheet(
    List<String> heading,
    List<List<String>> rows,
    List<Integer> lines,
    String name,
    List<SheetNote> notes) {

  /// A line of a file.
  ///
  /// @param number its number in the file, from 1
  record Line(int number, List<String> cells) {

    boolean isBlank() {
      return cells.stream().allMatch(String::isBlank);
    }

    /// The first column with a cell.
    int first() {
      int first = 0;
      while (first + 1 < cells.size() && cells.get(first).isBlank()) {
        first++;
      }
      return first;
    }

    /// How many columns there are up to the last cell.
    int width() {
      int width = cells.size();
      while (width > 0 && cells.get(width - 1).isBlank()) {
        width--;
      }
      return width;
    }

    /// How many cells are not empty.
    long filled() {
      return cells.stream().filter(each -> !each.isBlank()).count();
    }

    /// The line with its cells from one column up to another; the others are empty.
    Line columns(int from, int to) {
      List<String> some = new ArrayList<>();
      for (int i = 0; i < Math.min(to, cells.size()); i++) {
        some.add(i < from ? "" : cells.get(i));
      }
      return new Line(number, some);
    }

    /// A cell; empty beyond the last.
    String cell(int column) {
      return column < cells.size() ? cells.get(column).strip() : "";
    }
  }

  /// The most rows of a sheet whose rows stand on one page.
  public static final int MOST_ROWS = 2_000;

  /// The most columns of a sheet.
  public static final int MOST_COLUMNS = 60;

  /// The most characters of a cell.
  public static final int LONGEST_CELL = 32_767;

  public Sheet {
    heading = List.copyOf(heading);
    rows = rows.stream().map(List::copyOf).toList();
    lines = List.copyOf(lines);
    notes = List.copyOf(notes);
  }

  /// Cells without lines, name or notes.
  public static Sheet of(List<String> heading, List<List<String>> rows) {
    return new Sheet(heading, rows, List.of(), "", List.of());
  }

  /// The notes in the current language.
  public List<String> told() {
    return notes.stream().map(each -> each.sentence(name)).toList();
  }

  /// The rows below a heading of two rows, whose second is the first row. Where the heading is
  /// repeated, both of its rows are left out.
  ///
  /// @param joined the headings of both
  public Sheet below(List<String> joined) {
    List<List<String>> left = new ArrayList<>();
    List<Integer> numbers = new ArrayList<>();
    List<SheetNote> told = new ArrayList<>(notes);
    for (int row = 1; row < rows.size(); row++) {
      int line = line(row);
      if (RepeatedHeading.is(rows.get(row), rows.getFirst(), heading)) {
        told.replaceAll(each -> each.upTo(line));
      } else {
        left.add(rows.get(row));
        numbers.add(line);
      }
    }
    return new Sheet(joined, left, numbers, name, told);
  }

  /// The same with three columns in one.
  ///
  /// @param at the first of them
  /// @param whole the cell of the three
  Sheet joined(int at, String name, Function<List<String>, String> whole) {
    return new Sheet(
        joined(heading, at, name),
        rows.stream().map(row -> joined(row, at, whole.apply(row.subList(at, at + 3)))).toList(),
        lines,
        this.name,
        notes);
  }

  private static List<String> joined(List<String> cells, int at, String cell) {
    List<String> all = new ArrayList<>(cells.subList(0, at));
    all.add(cell);
    all.addAll(cells.subList(at + 3, cells.size()));
    return all;
  }

  /// The same with a further note.
  Sheet with(SheetNote note) {
    List<SheetNote> all = new ArrayList<>(notes);
    all.add(note);
    return new Sheet(heading, rows, lines, name, all);
  }

  /// The line of a row in its file, from 1.
  public int line(int row) {
    return row < lines.size() ? lines.get(row) : row + 2;
  }

  /// The same rows, known to stand in these lines of a sheet with these notes.
  public Sheet at(List<Integer> numbers, String sheet, List<SheetNote> others) {
    return numbers.size() == rows.size() ? new Sheet(heading, rows, numbers, sheet, others) : this;
  }

  /// The table of a sheet of lines of cells, as [SheetLines] finds it. Short lines are filled up;
  /// empty columns before the first are left out.
  ///
  /// @throws BadSheetException if it has no row below its heading, or is beyond a limit
  static Sheet of(List<Line> lines, String name, int mostRows) throws BadSheetException {
    SheetLines.FoundTable found =
        SheetLines.table(lines.stream().filter(each -> !each.isBlank()).toList());
    List<Line> kept = found.lines();
    if (kept.size() < 2) {
      throw new BadSheetException(SheetFault.Plain.SHEET_WITHOUT_ROWS, "");
    }
    if (kept.size() - 1 > mostRows) {
      throw new BadSheetException(new SheetFault.TooManySheetRows(mostRows), "");
    }
    int from = kept.stream().mapToInt(Line::first).min().orElse(0);
    int width = kept.stream().mapToInt(Line::width).max().orElse(0) - from;
    if (width > MOST_COLUMNS) {
      throw new BadSheetException(new SheetFault.TooManySheetColumns(MOST_COLUMNS), "");
    }
    List<List<String>> rows = new ArrayList<>();
    CellCharacters characters = new CellCharacters();
    for (Line line : kept) {
      List<String> row = new ArrayList<>();
      for (int i = from; i < from + width; i++) {
        String cell = i < line.cells().size() ? line.cells().get(i).strip() : "";
        if (cell.length() > LONGEST_CELL) {
          throw new BadSheetException(
              new SheetFault.SheetCellTooLong(line.number(), i + 1, LONGEST_CELL), "");
        }
        row.add(characters.cleaned(cell, line.number()));
      }
      rows.add(row);
    }
    List<SheetNote> notes = new ArrayList<>(found.notes());
    characters.note().ifPresent(notes::add);
    return new Sheet(
        rows.getFirst(),
        rows.subList(1, rows.size()),
        kept.stream().skip(1).map(Line::number).toList(),
        name,
        notes);
  }

  /// The same with another text in a cell.
  public Sheet with(int row, int column, String text) {
    List<List<String>> changed = new ArrayList<>(rows);
    List<String> cells = new ArrayList<>(changed.get(row));
    cells.set(column, text.strip());
    changed.set(row, cells);
    return new Sheet(heading, changed, lines, name, notes);
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
