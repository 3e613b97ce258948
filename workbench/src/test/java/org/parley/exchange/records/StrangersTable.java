package org.parley.exchange.records;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// A file as somebody made it who does not know Parley: lines of cells, merged or not, in sheets.
final class StrangersTable {

  /// A cell: its text, and the number or day that a workbook has instead.
  record Drawn(String text, Object typed) {

    static final Drawn NONE = words("");

    static Drawn words(String text) {
      return new Drawn(text, text);
    }
  }

  /// A merged range, from 0.
  record Merge(int row, int column, int lastRow, int lastColumn) {}

  /// A sheet.
  ///
  /// @param lines its lines, with an empty list for an empty line
  record DrawnSheet(String name, List<List<Drawn>> lines, List<Merge> merges, boolean isHidden) {

    DrawnSheet(String name) {
      this(name, new ArrayList<>(), new ArrayList<>(), false);
    }

    static DrawnSheet hidden(String name) {
      return new DrawnSheet(name, new ArrayList<>(), new ArrayList<>(), true);
    }

    int add(List<Drawn> line) {
      lines.add(line);
      return lines.size();
    }

    int addWords(int column, String text) {
      List<Drawn> line = new ArrayList<>();
      for (int i = 0; i < column; i++) {
        line.add(Drawn.NONE);
      }
      line.add(Drawn.words(text));
      return add(line);
    }
  }

  private StrangersTable() {}

  /// The sheet as delimited text.
  static byte[] csv(DrawnSheet sheet, char separator, SplittableRandom random) {
    int width = sheet.lines().stream().mapToInt(List::size).max().orElse(0);
    StringBuilder text = new StringBuilder(random.nextBoolean() ? "\ufeff" : "");
    String end = random.nextBoolean() ? "\r\n" : "\n";
    boolean isFull = random.nextBoolean();
    for (List<Drawn> line : sheet.lines()) {
      List<String> cells = new ArrayList<>();
      line.forEach(each -> cells.add(quoted(each.text(), separator)));
      while (isFull && cells.size() < width) {
        cells.add("");
      }
      text.append(String.join(String.valueOf(separator), cells)).append(end);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String quoted(String cell, char separator) {
    return cell.indexOf(separator) >= 0 || cell.indexOf('"') >= 0 || cell.indexOf('\n') >= 0
        ? '"' + cell.replace("\"", "\"\"") + '"'
        : cell;
  }

  /// The sheets as a workbook.
  static byte[] xlsx(List<DrawnSheet> sheets) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "Tables", "1.0")) {
      for (DrawnSheet each : sheets) {
        write(each, workbook.newWorksheet(each.name()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void write(DrawnSheet sheet, Worksheet to) {
    for (int row = 0; row < sheet.lines().size(); row++) {
      List<Drawn> line = sheet.lines().get(row);
      for (int column = 0; column < line.size(); column++) {
        switch (line.get(column).typed()) {
          case LocalDate day -> {
            to.value(row, column, day);
            to.style(row, column).format("dd.mm.yyyy").set();
          }
          case Number number -> to.value(row, column, number);
          case Object text when text.equals("") -> {
            // an empty cell is none
          }
          case Object text -> to.value(row, column, text.toString());
        }
      }
    }
    if (sheet.isHidden()) {
      to.setVisibilityState(VisibilityState.HIDDEN);
    }
    for (Merge each : sheet.merges()) {
      to.range(each.row(), each.column(), each.lastRow(), each.lastColumn()).merge();
    }
  }
}
