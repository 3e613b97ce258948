package org.parley.exchange.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.document.DocumentText;
import org.parley.exchange.tree.XmlWriter;
import org.parley.reading.source.Articles;

/// A text goes to Word and comes back the same.
class WordFileLawTest {

  private static final int TEXTS = 80;

  private static List<String> printed(WrittenText written, DocumentText text) {
    return text.lines().stream()
        .map(each -> XmlWriter.clean(written.printer().print(each).words()))
        .filter(each -> !each.isBlank())
        .toList();
  }

  private static List<String> folded(List<String> lines) {
    return lines.stream().map(each -> each.replaceAll("\\s+", "")).toList();
  }

  @Test
  void theTreeIsReadAgainFromTheFile() throws IOException {
    for (int seed = 0; seed < TEXTS; seed++) {
      String text = String.join("\n", new RandomTexts(seed).lines());
      DocumentText tree = WrittenTexts.read(text);
      byte[] file = WordFile.write(WrittenTexts.written(null, tree));
      DocumentText again = WrittenTexts.read(Articles.wholeText(file).words());
      assertEquals(tree.elements(), again.elements(), "seed " + seed + ":\n" + text);
    }
  }

  @Test
  void acceptingAllGivesTheLaterTextAndRejectingAllTheEarlier() throws IOException {
    for (int seed = 0; seed < TEXTS; seed++) {
      RandomTexts random = new RandomTexts(seed);
      List<String> before = random.lines();
      List<String> after = random.edited(before);
      WrittenText written =
          WrittenTexts.written(String.join("\n", before), String.join("\n", after));
      byte[] file = WordFile.write(written);
      String seeded = "seed " + seed + ":\n" + String.join("\n", before);
      assertEquals(printed(written, written.text()), WordXml.paragraphs(file, "w:del"), seeded);
      assertEquals(
          folded(printed(written, WrittenTexts.read(String.join("\n", before)))),
          folded(WordXml.paragraphs(file, "w:ins")),
          seeded);
      DocumentText again = WrittenTexts.read(Articles.wholeText(file).words());
      assertEquals(written.text().elements(), again.elements(), seeded);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Article 1\nWords with \u0000\u0001\u000B\uFFFE and \uD800 half.",
        "Article 1\n<w:p>&amp; ]]> \"quoted\" 'so' <!-- x -->",
        "Article 1\n\u202Eright to left\u202C مياه النهر 𝒳𝒴",
        "Article 1\n[[[[ ]]]] [Arda: [Brenn: x]] ][ [",
        "Article 1\n_x000D_ %s {0} ${x} \\u0041",
        "[Arda: no text]",
        "\t\n \u00A0\n"
      })
  void hostileWordsAreWordsInTheFile(String text) throws IOException {
    WrittenText written = WrittenTexts.written("Article 1\nOne & two.", text);
    byte[] file = WordFile.write(written);
    assertEquals(printed(written, written.text()), WordXml.paragraphs(file, "w:del"));
    Articles.wholeText(file);
  }

  @Test
  void aMebibyteInOneParagraphIsWritten() throws IOException {
    String large = "The parties [shall][should] meet. ".repeat(31_000);
    WrittenText written = WrittenTexts.written("Article 1\n" + large, "Article 1\n" + large + "x");
    byte[] file = WordFile.write(written);
    assertEquals(printed(written, written.text()), WordXml.paragraphs(file, "w:del"));
    assertTrue(file.length < 2_000_000, "it is compressed");
  }

  @Test
  void equalTextsGiveEqualBytes() {
    WrittenText written = WrittenTexts.written("Article 1\nOne.", "Article 1\nTwo.");
    assertArrayEquals(WordFile.write(written), WordFile.write(written));
  }
}
