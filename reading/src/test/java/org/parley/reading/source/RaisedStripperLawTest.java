package org.parley.reading.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.SplittableRandom;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;

/// Raised signs of a PDF stay apart from figures, however large, wherever in their line.
class RaisedStripperLawTest {

  private static final int FILES = 40;
  private static final String DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  private final SplittableRandom random = new SplittableRandom(5);
  private final PDFont font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);

  @Test
  void raisedDigitsAreRaisedAndNoOthers() throws IOException {
    for (int file = 0; file < FILES; file++) {
      StringBuilder expected = new StringBuilder();
      byte[] pdf = pdf(expected);
      assertEquals(
          expected.toString().replaceAll("\\s+", " ").strip(),
          PdfArticle.wholeText(pdf).words().replaceAll("\\s+", " ").strip(),
          "file " + file);
    }
  }

  private byte[] pdf(StringBuilder expected) throws IOException {
    try (PDDocument document = new PDDocument();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      PDPage page = new PDPage();
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        float size = 9 + random.nextInt(8);
        content.setLeading(size * 1.4f);
        content.beginText();
        content.newLineAtOffset(72, 700);
        for (int line = 0; line < 8; line++) {
          line(content, size, expected);
          content.newLine();
          expected.append('\n');
        }
        content.endText();
      }
      document.save(out);
      return out.toByteArray();
    }
  }

  /// Words with a figure; a mark after it, before the line, or none; or a lowered figure.
  private void line(PDPageContentStream content, float size, StringBuilder expected)
      throws IOException {
    int mark = 1 + random.nextInt(9);
    int figure = 2 + random.nextInt(80);
    int shape = random.nextInt(4);
    if (shape == 0) {
      small(content, size, mark, 1);
      expected.append(DIGITS.charAt(mark));
    }
    String words = "the forces withdraw by D+" + figure;
    show(content, size, shape == 0 ? " " + words : words);
    expected.append(shape == 0 ? " " : "").append(words);
    if (shape == 1) {
      small(content, size, mark, 1);
      expected.append(DIGITS.charAt(mark));
    } else if (shape == 2) {
      small(content, size, mark, -1);
      expected.append(mark);
    }
    show(content, size, " at the latest.");
    expected.append(" at the latest.");
  }

  private void show(PDPageContentStream content, float size, String words) throws IOException {
    content.setFont(font, size);
    content.showText(words);
  }

  private void small(PDPageContentStream content, float size, int mark, int way)
      throws IOException {
    content.setTextRise(size * (way > 0 ? 0.25f + random.nextInt(3) * 0.08f : -0.15f));
    show(content, size * (0.5f + random.nextInt(3) * 0.1f), String.valueOf(mark));
    content.setTextRise(0);
  }
}
