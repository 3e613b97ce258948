package org.parley.exchange.records;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.exchange.sheet.Sheet;
import org.parley.exchange.sheet.SheetReader;
import org.parley.genius.file.InputFile;

/// Tables as spreadsheet programs of other computers save them.
class SpreadsheetFilesTest {

  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String TYPES =
      "http://schemas.openxmlformats.org/package/2006/content-types";
  private static final String LINKS =
      "http://schemas.openxmlformats.org/package/2006/relationships";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

  private static Sheet read(byte[] file) throws IOException {
    return SheetReader.read(new InputFile("table", ByteBuffer.wrap(file)));
  }

  /// A workbook with a heading and one row of numbers in the format of a day.
  ///
  /// @param properties the attributes of its properties
  private static byte[] workbook(String properties, String... days) throws IOException {
    StringBuilder cells = new StringBuilder();
    StringBuilder heading = new StringBuilder();
    for (int i = 0; i < days.length; i++) {
      char column = (char) ('A' + i);
      heading.append("<c r='%s1' t='inlineStr'><is><t>day %s</t></is></c>".formatted(column, i));
      cells.append("<c r='%s2' s='1'><v>%s</v></c>".formatted(column, days[i]));
    }
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put(
        "[Content_Types].xml",
        "<Types xmlns='%s'><Default Extension='rels'".formatted(TYPES)
            + " ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
            + "<Override PartName='/xl/workbook.xml' ContentType='%ssheet.main+xml'/>"
                .formatted(KIND)
            + "<Override PartName='/xl/styles.xml' ContentType='%sstyles+xml'/>".formatted(KIND)
            + "<Override PartName='/xl/worksheets/sheet1.xml' ContentType='%sworksheet+xml'/></Types>"
                .formatted(KIND));
    parts.put(
        "_rels/.rels",
        "<Relationships xmlns='%s'><Relationship Id='r1' Type='%s/officeDocument' Target='xl/workbook.xml'/></Relationships>"
            .formatted(LINKS, OFFICE));
    parts.put(
        "xl/workbook.xml",
        "<workbook xmlns='%s' xmlns:r='%s'><workbookPr %s/><sheets><sheet name='S' sheetId='1' r:id='r1'/></sheets></workbook>"
            .formatted(MAIN, OFFICE, properties));
    parts.put(
        "xl/_rels/workbook.xml.rels",
        "<Relationships xmlns='%s'><Relationship Id='r1' Type='%s/worksheet' Target='worksheets/sheet1.xml'/><Relationship Id='r2' Type='%s/styles' Target='styles.xml'/></Relationships>"
            .formatted(LINKS, OFFICE, OFFICE));
    parts.put(
        "xl/styles.xml",
        "<styleSheet xmlns='%s'><cellXfs count='2'><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs></styleSheet>"
            .formatted(MAIN));
    parts.put(
        "xl/worksheets/sheet1.xml",
        "<worksheet xmlns='%s'><sheetData><row r='1'>%s</row><row r='2'>%s</row></sheetData></worksheet>"
            .formatted(MAIN, heading, cells));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> each : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(each.getKey()));
        zip.write(each.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }

  /// ECMA-376, 18.17.4.1: day 1 is 1 January 1900 with a 29 February 1900, or 2 January 1904.
  @ParameterizedTest
  @CsvSource({
    "'', 1, 1900-01-01",
    "'', 61, 1900-03-01",
    "'', 45748.5, 2025-04-01",
    "date1904='1', 0, 1904-01-01",
    "date1904='true', 44286.75, 2025-04-01",
    "date1904='0', 45748, 2025-04-01"
  })
  void daysAreCountedFromTheDayOfTheWorkbook(String properties, String number, String day)
      throws IOException {
    assertEquals(day, read(workbook(properties, number, number)).rows().getFirst().getFirst());
  }

  @ParameterizedTest
  @CsvSource({"windows-1252, ''", "UTF-16LE, \uFEFF", "UTF-16BE, \uFEFF", "UTF-8, \uFEFF"})
  void csvOfExcelInGermanAndFrenchIsRead(String charset, String mark) throws IOException {
    String text =
        mark
            + "Titel;Zuverlässigkeit;Datum\r\n\"Übergabe; erste\";1.234,5;03.04.2025\r\n"
            + "Œuvre de l’État – 1 €;0,25;13/04/2025\r\n";
    Sheet sheet = read(text.getBytes(Charset.forName(charset)));
    assertEquals(List.of("Titel", "Zuverlässigkeit", "Datum"), sheet.heading());
    assertEquals(List.of("Übergabe; erste", "1.234,5", "03.04.2025"), sheet.rows().getFirst());
    assertEquals(List.of("Œuvre de l’État – 1 €", "0,25", "13/04/2025"), sheet.rows().getLast());
  }

  @Test
  void theSeparatorMayBeNamedInTheFirstLine() throws IOException {
    Sheet sheet = read("sep=|\r\nid|name\r\na|Arda; Brenn\r\n".getBytes(StandardCharsets.UTF_8));
    assertEquals(List.of("a", "Arda; Brenn"), sheet.rows().getFirst());
  }
}
