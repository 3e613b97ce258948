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

/// Short cells of a table in Word are one line for each row; cells with texts are paragraphs.
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
    }
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
