package org.parley.reading.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;

/// Short cells of a table in Word or HTML are one line for each row; cells with texts are
/// paragraphs.
class TableCellsLawTest {

  private static final int TABLES = 40;
  private static final List<String> SHORT = List.of("1", "2.", "Mortars", "12,5", "D+10", "");
  private static final String TEXT = "The Parties shall withdraw. ".repeat(4).strip();

  private final SplittableRandom random = new SplittableRandom(3);

  @Test
  void aRowIsALineUnlessItHoldsTexts() throws IOException {
    for (int i = 0; i < TABLES; i++) {
      List<List<String>> rows = rows();
      List<String> expected = new ArrayList<>();
      for (List<String> row : rows) {
        List<String> filled = row.stream().filter(each -> !each.isEmpty()).toList();
        if (filled.size() > 1 && !row.contains(TEXT)) {
          expected.add(String.join("\t", row).strip());
        } else {
          expected.addAll(filled);
        }
      }
      assertEquals(String.join("\n\n", expected), DocxText.of(document(rows)).words());
      assertEquals(String.join("\n\n", expected), HtmlArticle.wholeText(page(rows)).words());
    }
  }

  /// A cell that spans rows stands in each of them, in its column.
  @Test
  void aCellThatSpansRowsStandsInEach() {
    for (int i = 0; i < TABLES; i++) {
      int columns = random.nextInt(2, 6);
      int count = random.nextInt(2, 5);
      int at = random.nextInt(columns);
      StringBuilder page = new StringBuilder("<table>");
      List<String> expected = new ArrayList<>();
      for (int row = 0; row < count; row++) {
        List<String> cells = new ArrayList<>();
        page.append("<tr>");
        for (int column = 0; column < columns; column++) {
          String words = column == at ? "All" : "c" + row + column;
          cells.add(words);
          if (column != at || row == 0) {
            page.append(column == at ? "<th rowspan=" + count + ">" : "<td>").append(words);
          }
        }
        page.append("</tr>");
        expected.add(String.join("\t", cells));
      }
      assertEquals(String.join("\n\n", expected), HtmlArticle.wholeText(page + "</table>").words());
    }
  }

  private static String page(List<List<String>> rows) {
    StringBuilder page = new StringBuilder("<table>");
    for (List<String> row : rows) {
      page.append("<tr><td>").append(String.join("</td><td>", row)).append("</td></tr>");
    }
    return page.append("</table>").toString();
  }

  private List<List<String>> rows() {
    int columns = random.nextInt(2, 5);
    return IntStream.range(0, random.nextInt(1, 5))
        .mapToObj(_ -> IntStream.range(0, columns).mapToObj(_ -> cell()).toList())
        .toList();
  }

  private String cell() {
    return random.nextInt(8) == 0 ? TEXT : SHORT.get(random.nextInt(SHORT.size()));
  }

  private static byte[] document(List<List<String>> rows) throws IOException {
    try (XWPFDocument document = new XWPFDocument();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      XWPFTable table = document.createTable(rows.size(), rows.getFirst().size());
      for (int row = 0; row < rows.size(); row++) {
        for (int cell = 0; cell < rows.get(row).size(); cell++) {
          table.getRow(row).getCell(cell).setText(rows.get(row).get(cell));
        }
      }
      document.write(out);
      return out.toByteArray();
    }
  }
}
