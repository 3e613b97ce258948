package org.parley.exchange.tables;

import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneOffset;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// Writes tables as workbooks (XLSX): typed cells, no formula, the headings frozen and bold.
///
/// Rows leave memory in blocks. Texts stand in their cells instead of in a table of all texts, so
/// that memory does not grow with the rows.
final class TableWorkbook {

  /// The most characters of a cell, as Excel takes them.
  private static final int LONGEST = 32_767;

  private static final int BLOCK = 1_000;
  private static final int MEASURED = 200;
  private static final int NARROWEST = 8;
  private static final int WIDEST = 60;
  private static final int LONGEST_SHEET_NAME = 31;
  private static final String CUT = "…";

  private TableWorkbook() {}

  static void write(PageTable table, TableOrigin origin, OutputStream out) throws IOException {
    // the stream belongs to the caller, so the workbook is finished and not closed
    Workbook workbook = new Workbook(out, "Parley", null);
    String name = sheetName(table.title(), "1");
    Worksheet sheet = workbook.newWorksheet(name);
    if (table.isRightToLeft()) {
      sheet.rightToLeft();
    }
    int first = table.hasHeadings() ? 1 : 0;
    size(sheet, table);
    if (first + table.rowHeadings() > 0) {
      sheet.freezePane(table.rowHeadings(), first);
    }
    for (int column = 0; first > 0 && column < table.columns().size(); column++) {
      sheet.inlineString(0, column, text(table.columns().get(column)));
      sheet.style(0, column).bold().wrapText(true).verticalAlignment("top").set();
    }
    int row = first;
    for (List<TableCell> cells : table.rows()) {
      for (int column = 0; column < cells.size(); column++) {
        put(sheet, row, column, cells.get(column));
      }
      row++;
      if (row % BLOCK == 0) {
        sheet.flush();
      }
    }
    sheet.finish();
    origin(workbook, origin, name);
    workbook.finish();
  }

  private static void origin(Workbook workbook, TableOrigin origin, String taken)
      throws IOException {
    String name = sheetName(origin.title(), "2");
    Worksheet sheet = workbook.newWorksheet(name.equalsIgnoreCase(taken) ? name + " 2" : name);
    sheet.width(0, 20);
    sheet.width(1, WIDEST);
    for (int row = 0; row < origin.lines().size(); row++) {
      sheet.inlineString(row, 0, text(origin.lines().get(row).name()));
      sheet.style(row, 0).bold().verticalAlignment("top").set();
      put(sheet, row, 1, origin.lines().get(row).value());
    }
    sheet.finish();
  }

  private static void put(Worksheet sheet, int row, int column, TableCell cell) {
    switch (cell) {
      case TableCell.Words(String text) when text.isEmpty() -> {}
      case TableCell.Words(String text) -> {
        sheet.inlineString(row, column, text(text));
        sheet.style(row, column).wrapText(true).verticalAlignment("top").set();
      }
      case TableCell.Figure(var value, boolean isPercent) -> {
        sheet.value(row, column, value);
        var style = sheet.style(row, column).verticalAlignment("top");
        if (isPercent) {
          style.format(value.scale() > 2 ? "0.0%" : "0%");
        }
        style.set();
      }
      case TableCell.Day(var day) -> {
        sheet.value(row, column, day);
        sheet.style(row, column).format("yyyy-mm-dd").verticalAlignment("top").set();
      }
      case TableCell.Moment(var at) -> {
        sheet.value(row, column, at.atOffset(ZoneOffset.UTC).toLocalDateTime());
        sheet.style(row, column).format("yyyy-mm-dd hh:mm").verticalAlignment("top").set();
      }
    }
  }

  /// As wide as the longest line among the first rows, within bounds.
  private static void size(Worksheet sheet, PageTable table) {
    for (int column = 0; column < table.columns().size(); column++) {
      int widest = Math.max(NARROWEST, longestLine(table.columns().get(column)));
      for (List<TableCell> row : table.rows().subList(0, Math.min(MEASURED, table.rows().size()))) {
        widest = Math.max(widest, longestLine(row.get(column).written()));
      }
      sheet.width(column, Math.min(WIDEST, widest + 2));
    }
  }

  private static int longestLine(String text) {
    return text.lines().mapToInt(String::length).max().orElse(0);
  }

  /// Without what XML cannot say, and no longer than a cell may be.
  private static String text(String text) {
    StringBuilder kept = new StringBuilder();
    text.codePoints().filter(TableWorkbook::isCharacter).forEach(kept::appendCodePoint);
    return kept.length() <= LONGEST
        ? kept.toString()
        : kept.substring(0, LONGEST - CUT.length()) + CUT;
  }

  private static boolean isCharacter(int code) {
    return code == '\t'
        || code == '\n'
        || (code >= 0x20 && code <= 0xd7ff)
        || (code >= 0xe000 && code <= 0xfffd)
        || code >= 0x10000;
  }

  private static String sheetName(String title, String otherwise) {
    String name =
        text(title).replaceAll("[\\\\/?*\\[\\]:\\s]+", " ").replaceAll("^[' ]+|[' ]+$", "");
    String cut =
        name.length() > LONGEST_SHEET_NAME - 2 ? name.substring(0, LONGEST_SHEET_NAME - 2) : name;
    return cut.isBlank() || cut.equalsIgnoreCase("history") ? otherwise : cut.strip();
  }
}
