package org.parley.exchange.records;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.casefile.shape.Shape;
import org.parley.wording.Language;
import org.parley.wording.Messages;

/// The reference of columns is that of the code.
class TableReferenceTest {

  private static final Path PAGE = Path.of("..", "docs", "reference", "tables.md");
  private static final String MARK = "<!-- columns -->\n";

  @Test
  void everyColumnIsInTheReference() throws Exception {
    String page = Files.readString(PAGE);
    String expected = page.substring(0, page.indexOf(MARK) + MARK.length()) + columns();
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(PAGE, expected);
    }
    assertEquals(expected, Files.readString(PAGE));
  }

  private static String columns() {
    StringBuilder text = new StringBuilder();
    for (TableKind kind : TableKind.values()) {
      text.append("\n## ")
          .append(kind.word())
          .append("\n\n| column | heading | in French | needed | takes |\n|---|---|---|---|---|\n");
      Map<String, Shape> shapes = ColumnShapes.of(kind);
      for (TableColumn each : TableColumns.of(kind, List.of("fr"))) {
        List<String> words = RecordFile.words(shapes.get(each.name()));
        text.append(
            "| `%s` | %s | %s | %s | %s |\n"
                .formatted(
                    each.name(),
                    each.label(Messages.of(Language.ENGLISH)),
                    each.label(Messages.of(Language.FRENCH)),
                    each.isNeeded() ? "yes" : "",
                    words.isEmpty() ? "" : "`" + String.join("`, `", words) + "`"));
      }
    }
    return text.toString();
  }
}
