package org.parley.exchange.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.AbstractList;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// Tables as files: what a spreadsheet or a program finds in them.
@NullMarked
class PageTableTest {

  private static final TableOrigin ORIGIN =
      new TableOrigin("Origin", List.of(new TableOrigin.Line("As of", TableCell.of("2025-12-28"))));

  private static final PageTable TABLE =
      table(
          List.of("Party", "Agreed", "Share", "Since", "Because"),
          List.of(
              row("Україна", "18", "34%", "2025-12-28", "=HYPERLINK(\"http://x\")"),
              row("=cmd", "-3", "12.5%", "about 2025", "says \"no\",\nthen yes")));

  private static PageTable table(List<String> columns, List<List<TableCell>> rows) {
    return new PageTable("Who: [agreed]?", columns, 1, rows, false);
  }

  private static List<TableCell> row(String... values) {
    return Stream.of(values).map(TableCell::of).toList();
  }

  private static byte[] write(PageTable table, TableFormat format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    format.write(table, ORIGIN, out);
    return out.toByteArray();
  }

  private static String text(PageTable table, TableFormat format) throws IOException {
    return new String(write(table, format), StandardCharsets.UTF_8);
  }

  @Test
  void csvIsReadByExcelAndHoldsNoFormula() throws IOException {
    assertEquals(
        String.join(
            "\r\n",
            "\ufeffParty,Agreed,Share,Since,Because",
            "Україна,18,0.34,2025-12-28,\"'=HYPERLINK(\"\"http://x\"\")\"",
            "'=cmd,-3,0.125,about 2025,\"says \"\"no\"\",\nthen yes\"",
            ""),
        text(TABLE, TableFormat.CSV));
  }

  @Test
  void everyBeginningOfAFormulaIsNeutralised() throws IOException {
    for (String begin : List.of("=", "+", "-", "@", "\t", "\r", "|", "%", "＝", " =", "\u200b+")) {
      String csv = text(table(List.of(begin + "a"), List.of(row(begin + "b"))), TableFormat.CSV);
      assertTrue(csv.contains("'" + begin + "a"), csv);
      assertTrue(csv.contains("'" + begin + "b"), csv);
    }
  }

  @Test
  void jsonLinesHaveOneObjectForEachRow() throws IOException {
    assertEquals(
        """
        {"Party":"Україна","Agreed":18,"Share":0.34,"Since":"2025-12-28",\
        "Because":"=HYPERLINK(\\"http://x\\")"}
        {"Party":"=cmd","Agreed":-3,"Share":0.125,"Since":"about 2025",\
        "Because":"says \\"no\\",\\nthen yes"}
        """,
        text(TABLE, TableFormat.JSONL));
  }

  @Test
  void jsonLinesNameEveryColumnDifferently() {
    assertEquals(
        List.of("a", "a (2)", "column 3", "a (3)"),
        table(List.of("a", "a", "", "a"), List.of()).keys());
  }

  @Test
  void workbooksHaveNumbersAndDaysAndNoFormula() throws IOException {
    try (ReadableWorkbook read =
        new ReadableWorkbook(new ByteArrayInputStream(write(TABLE, TableFormat.XLSX)))) {
      List<Row> rows = read.getFirstSheet().read();
      assertEquals(3, rows.size());
      assertEquals("Who agreed", read.getFirstSheet().getName());
      Row first = rows.get(1);
      assertEquals("Україна", first.getCell(0).asString());
      assertEquals(new BigDecimal("18"), first.getCell(1).asNumber());
      assertEquals(0, new BigDecimal("0.34").compareTo(first.getCell(2).asNumber()));
      assertEquals(LocalDateTime.of(2025, 12, 28, 0, 0), first.getCell(3).asDate());
      for (Row row : rows) {
        for (Cell cell : row) {
          assertTrue(cell.getType() == CellType.STRING || cell.getType() == CellType.NUMBER);
          assertEquals(null, cell.getFormula());
        }
      }
      Row origin = read.getSheet(1).orElseThrow().read().getFirst();
      assertEquals("As of", origin.getCell(0).asString());
      assertEquals(LocalDateTime.of(2025, 12, 28, 0, 0), origin.getCell(1).asDate());
    }
  }

  @Test
  void poiReadsTheSame() throws Exception {
    try (var read =
        new org.apache.poi.xssf.usermodel.XSSFWorkbook(
            new ByteArrayInputStream(write(TABLE, TableFormat.XLSX)))) {
      var sheet = read.getSheetAt(0);
      assertTrue(sheet.getPaneInformation().isFreezePane());
      assertEquals(1, sheet.getPaneInformation().getHorizontalSplitPosition());
      assertEquals(1, sheet.getPaneInformation().getVerticalSplitPosition());
      assertTrue(sheet.getRow(0).getCell(0).getCellStyle().getFont().getBold());
      assertEquals(18, sheet.getRow(1).getCell(1).getNumericCellValue());
      assertEquals("0%", sheet.getRow(1).getCell(2).getCellStyle().getDataFormatString());
      assertEquals("0.0%", sheet.getRow(2).getCell(2).getCellStyle().getDataFormatString());
      assertEquals("=cmd", sheet.getRow(2).getCell(0).getStringCellValue());
    }
  }

  @Test
  void whatXmlOrExcelCannotHoldIsLeftOut() throws IOException {
    PageTable odd =
        table(
            List.of("a"),
            List.of(List.of(new TableCell.Words("x\u0000\u0007\ufffey" + "z".repeat(40_000)))));
    try (ReadableWorkbook read =
        new ReadableWorkbook(new ByteArrayInputStream(write(odd, TableFormat.XLSX)))) {
      String cell = read.getFirstSheet().read().get(1).getCell(0).asString();
      assertTrue(cell.startsWith("xyz"), cell.substring(0, 10));
      assertEquals(32_767, cell.length());
    }
  }

  /// Rows come as they are written, and leave memory before the next: the largest block in between
  /// is far below the file.
  @Test
  void aHundredThousandRowsStream() throws IOException {
    int rows = 100_000;
    PageTable large =
        table(
            List.of("Row", "Square", "Words"),
            new AbstractList<>() {
              @Override
              public List<TableCell> get(int index) {
                return row("r" + index, "" + (long) index * index, "words of " + index);
              }

              @Override
              public int size() {
                return rows;
              }
            });
    for (TableFormat format : TableFormat.values()) {
      long[] bytes = new long[2];
      format.write(
          large,
          ORIGIN,
          new OutputStream() {
            @Override
            public void write(int each) {
              bytes[0]++;
            }

            @Override
            public void write(byte[] some, int from, int length) {
              bytes[0] += length;
              bytes[1] = Math.max(bytes[1], length);
            }
          });
      assertTrue(bytes[0] > 1_000_000, format + " " + bytes[0]);
      assertTrue(bytes[1] < bytes[0] / 4, format + " wrote " + bytes[1] + " at once");
    }
  }

  @Test
  void valuesOfMachinesAreRead() {
    assertEquals(new TableCell.Figure(new BigDecimal("0.345"), true), TableCell.of("34.5%"));
    assertEquals(new TableCell.Figure(new BigDecimal("-7"), false), TableCell.of("-7"));
    assertInstanceOf(TableCell.Day.class, TableCell.of("2025-12-28"));
    assertInstanceOf(TableCell.Moment.class, TableCell.of("2025-12-28T10:00:00Z"));
    for (String words :
        List.of(
            "", "007", "2025-13-01", "1e5", "+5", "12345678901234567", "2025-12", "NaN", "1.2.3")) {
      assertEquals(new TableCell.Words(words), TableCell.of(words));
    }
  }
}
