package org.parley.exchange.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.genius.file.InputFile;

/// Spreadsheets in OpenDocument (ISO/IEC 26300), and hostile ones.
class OdsSheetsTest {

  private static final String NAMES =
      List.of("office", "table", "text", "style").stream()
          .map(
              each -> "xmlns:" + each + "='urn:oasis:names:tc:opendocument:xmlns:" + each + ":1.0'")
          .reduce("", (some, each) -> some + " " + each);

  private static final String WIDE = "table:number-columns-repeated";
  private static final String HIGH = "table:number-rows-repeated";

  private static byte[] zipped(String content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      put(zip, "mimetype", "application/vnd.oasis.opendocument.spreadsheet");
      put(zip, "content.xml", content);
    }
    return out.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, String part) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(part.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private static String document(String tables) {
    return "<?xml version='1.0' encoding='UTF-8'?><office:document-content"
        + NAMES
        + "><office:automatic-styles><style:style style:name='shown' style:family='table'><style:table-properties"
        + " table:display='true'/></style:style><style:style style:name='hidden' style:family='table'>"
        + "<style:table-properties table:display='false'/></style:style></office:automatic-styles>"
        + "<office:body><office:spreadsheet>"
        + tables
        + "</office:spreadsheet></office:body></office:document-content>";
  }

  private static String table(String name, String... rows) {
    return "<table:table table:name='" + name + "'>" + String.join("", rows) + "</table:table>";
  }

  private static String row(String... cells) {
    return "<table:table-row>" + String.join("", cells) + "</table:table-row>";
  }

  private static String words(String words) {
    return cell("", "<text:p>" + words + "</text:p>");
  }

  @Test
  void aCellOverSeveralRowsCountsForEach() throws IOException {
    String covered = "<table:covered-table-cell/>";
    Sheet sheet =
        SheetReader.read(
            new InputFile(
                "table.ods",
                ByteBuffer.wrap(
                    zipped(
                        document(
                            table(
                                "T",
                                row(words("date"), words("title"), words("note")),
                                row(
                                    cell(
                                        "table:number-rows-spanned='2'",
                                        "<text:p>2025-01-03</text:p>"),
                                    words("One"),
                                    words("a")),
                                row(covered, words("Two"), words("b")),
                                row(words("2025-01-04"), words("Three"), words("c"))))))));
    assertEquals(List.of("2025-01-03", "Two", "b"), sheet.rows().get(1));
    assertEquals(List.of("2025-01-04", "Three", "c"), sheet.rows().get(2));
  }

  private static String cell(String attributes, String inside) {
    return "<table:table-cell " + attributes + ">" + inside + "</table:table-cell>";
  }

  private static Sheet read(String tables, String... wanted) throws IOException {
    return read(zipped(document(tables)), wanted);
  }

  private static Sheet read(byte[] file, String... wanted) throws IOException {
    return SheetReader.read(
        new InputFile("table", ByteBuffer.wrap(file)),
        new SheetChoice(Set.of(wanted), _ -> 0, Sheet.MOST_ROWS));
  }

  private static SheetFault fault(String content) throws IOException {
    byte[] file = zipped(content);
    return (SheetFault) assertThrows(BadSheetException.class, () -> read(file)).why().why();
  }

  /// ISO/IEC 26300-1, 19.385: a cell has its value beside the text that shows.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "office:value-type='float' office:value='1234.5' | 1.234,50 | 1234.5",
        "office:value-type='float' office:value='7' table:formula='of:=[.A1]+1' | 7 | 7",
        "office:value-type='percentage' office:value='0.9' | 90 % | 90%",
        "office:value-type='percentage' office:value='0.28999999999999998' | 29 % | 29%",
        "office:value-type='percentage' office:value='1E99999999' | lots | 1E99999999",
        "office:value-type='currency' office:currency='EUR' office:value='12.5' | 12,50 € | 12.5",
        "office:value-type='date' office:date-value='2025-04-03' | 03.04.25 | 2025-04-03",
        "office:value-type='date' office:date-value='2025-04-03T14:30:00' | 03.04. | 2025-04-03",
        "office:value-type='time' office:time-value='PT14H30M00S' | 14:30 | 14:30",
        "office:value-type='boolean' office:boolean-value='true' | WAHR | true",
        "office:value-type='string' | Übergabe | Übergabe",
      })
  void aCellHasItsValue(String attributes, String shown, String value) throws IOException {
    Sheet sheet =
        read(
            table(
                "S",
                row(words("a"), words("b")),
                row(words("x"), cell(attributes, "<text:p>" + shown + "</text:p>"))));
    assertEquals(List.of("x", value), sheet.rows().getFirst());
  }

  @Test
  void wordsAreThoseThatShow() throws IOException {
    String inside =
        "<office:annotation><text:p>a remark</text:p></office:annotation><text:p>two<text:s"
            + " text:c='2'/><text:span>words</text:span>\n   and</text:p><text:p>a"
            + " <text:a>link</text:a></text:p>";
    Sheet sheet = read(table("S", row(words("a"), words("b")), row(words("x"), cell("", inside))));
    assertEquals("two  words and\na link", sheet.rows().getFirst().getLast());
  }

  @Test
  void repeatedRowsAndCellsAreRepeated() throws IOException {
    Sheet sheet =
        read(
            table(
                "S",
                "<table:table-header-rows>",
                row(words("a"), words("b"), words("c"), cell(WIDE + "='16381'", "")),
                "</table:table-header-rows>",
                "<table:table-row " + HIGH + "='3'><table:table-cell/></table:table-row>",
                "<table:table-row " + HIGH + "='2'>",
                words("x") + cell(WIDE + "='2'", "<text:p>y</text:p>"),
                "</table:table-row>",
                row("<table:table-cell " + WIDE + "='2'/>", words("z")),
                "<table:table-row " + HIGH + "='1048569'><table:table-cell " + WIDE + "='16384'/>",
                "</table:table-row>"));
    assertEquals(List.of("a", "b", "c"), sheet.heading());
    assertEquals(
        List.of(List.of("x", "y", "y"), List.of("x", "y", "y"), List.of("", "", "z")),
        sheet.rows());
    assertEquals(List.of(5, 6, 7), sheet.lines());
  }

  @Test
  void theSheetIsTheWantedOneElseTheFirstThatShows() throws IOException {
    String hidden =
        table("Lists", row(words("h1"), words("h2")), row(words("1"), words("2")))
            .replaceFirst("table:name", "table:style-name='hidden' table:name");
    String shown = table("Claims", row(words("s1"), words("s2")), row(words("1"), words("2")));
    String other = table("Points", row(words("o1"), words("o2")), row(words("1"), words("2")));
    assertEquals("Claims", read(hidden + shown + other).name());
    assertEquals(List.of("s1", "s2"), read(hidden + shown + other).heading());
    assertEquals(List.of("o1", "o2"), read(hidden + shown + other, "points").heading());
    assertEquals(List.of("h1", "h2"), read(hidden).heading());
  }

  @Test
  void whatAWiderCellHidesIsLeftOut() throws IOException {
    String covered = "<table:covered-table-cell><text:p>hidden</text:p></table:covered-table-cell>";
    Sheet sheet =
        read(
            table(
                "S",
                row(words("a"), words("b"), words("c")),
                row(words("x"), covered, words("z"))));
    assertEquals(List.of("x", "", "z"), sheet.rows().getFirst());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE d [<!ENTITY e 'e'>]><d>&e;</d>",
        "<!DOCTYPE d SYSTEM 'file:///etc/passwd'><d/>",
        "no XML at all",
        "<d/>"
      })
  void whatIsNoSpreadsheetIsRefused(String content) throws IOException {
    assertEquals(SheetFault.Plain.SHEET_NOT_A_WORKBOOK, fault(content));
  }

  @Test
  void elementsNestedDeeplyAreRefused() throws IOException {
    assertEquals(
        SheetFault.Plain.SHEET_NOT_A_WORKBOOK, fault(document("<table:table>".repeat(100_000))));
  }

  @Test
  void aBillionRowsOrColumnsAreRefused() throws IOException {
    String heading = row(words("a"), words("b"));
    assertEquals(
        new SheetFault.TooManySheetRows(2_000),
        fault(
            document(
                table(
                    "S",
                    heading,
                    "<table:table-row " + HIGH + "='999999999999'>" + words("x"),
                    "</table:table-row>"))));
    assertEquals(
        new SheetFault.TooManySheetColumns(60),
        fault(
            document(
                table("S", heading, row(cell(WIDE + "='1000000000'", "<text:p>x</text:p>"))))));
    assertEquals(
        new SheetFault.TooManySheetColumns(60),
        fault(document(table("S", heading, row(cell(WIDE + "='1000000000'", ""), words("x"))))));
  }

  @Test
  void longCellsRepeatedAreRefusedBeforeTheyFillTheMemory() throws IOException {
    String wide = cell(WIDE + "='60'", "<text:p>" + "x".repeat(30_000) + "</text:p>");
    assertEquals(
        new SheetFault.SheetTooLarge(64),
        fault(
            document(
                table(
                    "S",
                    row(words("a"), words("b")),
                    "<table:table-row " + HIGH + "='1999'>" + wide + "</table:table-row>"))));
  }
}
