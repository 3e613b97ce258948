package org.parley.web.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.parley.exchange.tables.PageTable;
import org.parley.exchange.tables.TableCell;
import org.parley.wording.Language;

/// Tables read from pages, cell by cell.
@NullMarked
class PageTablesTest {

  private static PageTable read(String inside) {
    return read(inside, Language.ENGLISH);
  }

  private static PageTable read(String inside, Language language) {
    return PageTables.of("<table data-table=\"t\">" + inside + "</table>", language)
        .find("t")
        .orElseThrow();
  }

  private static List<List<String>> written(PageTable table) {
    return table.rows().stream().map(row -> row.stream().map(TableCell::written).toList()).toList();
  }

  private static TableCell only(String cell, Language language) {
    return read("<tr><td>" + cell + "</td></tr>", language).rows().getFirst().getFirst();
  }

  @Test
  void headingsOfSeveralRowsAreJoinedAndSpansExpanded() {
    PageTable table =
        read(
            """
            <thead><tr><th rowspan=2>Point</th><th colspan=2>Agreed</th></tr>
            <tr><th>own</th><th>hearsay</th></tr></thead>
            <tbody><tr><th rowspan=2>Border</th><td>1</td><td>2</td></tr>
            <tr><td colspan=2>none</td></tr></tbody>
            """);
    assertEquals(List.of("Point", "Agreed – own", "Agreed – hearsay"), table.columns());
    assertEquals(
        List.of(List.of("Border", "1", "2"), List.of("Border", "none", "none")), written(table));
    assertEquals(1, table.rowHeadings());
  }

  @Test
  void aHeadingOfSeveralRowsStandsOnce() {
    PageTable table =
        read(
            "<thead><tr><th>A</th><th>B</th></tr></thead><tr><th colspan=2>Part</th></tr><tr><th>x</th><td>1</td></tr>");
    assertEquals(List.of(List.of("Part", ""), List.of("x", "1")), written(table));
  }

  @Test
  void aPartOfAWholeHasTwoColumns() {
    PageTable table =
        read(
            "<thead><tr><th>Day</th><th>Agreed</th></tr></thead>"
                + "<tr><th data-value=\"2025-12-28\">28 December</th><td data-value=3 data-of=20>3 of 20</td></tr>");
    assertEquals(List.of("Day", "Agreed", "Agreed: out of"), table.columns());
    assertEquals(List.of(List.of("2025-12-28", "3", "20")), written(table));
  }

  @Test
  void numbersAreReadAsTheLanguageWritesThem() {
    assertEquals("10916", only("10,916", Language.ENGLISH).written());
    assertEquals("10916.5", only("10\u202f916,5", Language.FRENCH).written());
    assertEquals("0.34", only("34\u00a0%", Language.FRENCH).written());
    assertEquals("-4", only("\u22124", Language.ENGLISH).written());
    assertEquals(new TableCell.Words("10,91"), only("10,91", Language.ENGLISH));
    assertEquals(new TableCell.Words("3 of 20"), only("3 of 20", Language.ENGLISH));
    assertEquals(new TableCell.Words("007"), only("007", Language.ENGLISH));
    assertEquals(new TableCell.Words(""), only("", Language.ENGLISH));
  }

  @Test
  void aLoneDateIsADayAndOneAmongWordsIsNot() {
    String time = "<time datetime=\"2025-12-28\">28 December 2025</time>";
    assertEquals("2025-12-28", only(" " + time + "\n", Language.ENGLISH).written());
    assertEquals(
        new TableCell.Words("about 28 December 2025"), only("about " + time, Language.ENGLISH));
  }

  @Test
  void whatAReaderHearsIsExportedAndWhatIsDecorationIsNot() {
    assertEquals(
        "agreed\nown words",
        only(
                "<svg aria-hidden=true><text>x</text></svg><span class=vh>agreed</span>"
                    + "<p>own <b>words</b></p><button>Save</button><table><tr><td>inner</td></tr></table>",
                Language.ENGLISH)
            .written());
    assertEquals(
        "two 7 draft",
        only(
                "<select><option>one<option selected>two</select> <input value=7> <textarea>draft</textarea>"
                    + "<input type=hidden value=secret>",
                Language.ENGLISH)
            .written()
            .replaceAll("\\s+", " "));
  }

  @Test
  void hostileSpansStayWithinTheTable() {
    PageTable table =
        read("<tr><td colspan=999999 rowspan=999999>a</td><td>b</td></tr><tr><td>c</td></tr>");
    assertEquals(2, table.rows().size());
    assertFalse(table.columns().size() > 1_001);
    assertEquals(1, read("<tr><td colspan=-1 rowspan=x>a</td></tr>").columns().size());
  }

  @Test
  void linksStandUnderTheTableAndItsRegion() {
    ExportAddress address = ExportAddress.of("//evil.example/x", "q=a%22b&table=z&wait=true");
    String html =
        TableLinks.under(
            "<div class=\"scroll\" tabindex=\"0\"><table data-table=\"t\" class=\"list\"><tr><td>"
                + "<table><tr><td></table></table>\n</div><p>after",
            address,
            false);
    assertEquals("/evil.example/x?q=a%22b", address.page());
    assertFalse(html.contains("href=\"//"), html);
    assertEquals(1, html.split("class=\"take\"", -1).length - 1);
    assertEquals(html.indexOf("</div>") + 7, html.indexOf("<p class=\"take\""));
    assertEquals(
        List.of(
            "/evil.example/x?q=a%22b&table=t&format=csv",
            "/evil.example/x?q=a%22b&table=t&format=xlsx",
            "/evil.example/x?q=a%22b&table=t&format=jsonl",
            "/evil.example/x?q=a%22b&table=t&format=parquet"),
        org.jsoup.Jsoup.parse(html).select(".take a").eachAttr("href"));
  }
}
