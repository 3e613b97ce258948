package org.parley.reading.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFNumbering;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;

/// Numbers that are shown and that stand in no text.
class ListNumbersTest {

  private static byte[] document(String... paragraphs) throws IOException {
    try (XWPFDocument document = new XWPFDocument()) {
      XWPFNumbering numbering = document.createNumbering();
      CTAbstractNum shape = CTAbstractNum.Factory.newInstance();
      shape.setAbstractNumId(BigInteger.ONE);
      level(shape, 0, STNumberFormat.DECIMAL, "Article %1.");
      level(shape, 1, STNumberFormat.LOWER_LETTER, "(%2)");
      level(shape, 2, STNumberFormat.DECIMAL, "%1.%3");
      level(shape, 3, STNumberFormat.BULLET, "*");
      BigInteger list = numbering.addNum(numbering.addAbstractNum(new XWPFAbstractNum(shape)));
      for (String each : paragraphs) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.createRun().setText(each.substring(1));
        if (each.charAt(0) != '-') {
          paragraph.setNumID(list);
          paragraph.setNumILvl(BigInteger.valueOf(each.charAt(0) - '0'));
        }
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.write(bytes);
      return bytes.toByteArray();
    }
  }

  private static void level(
      CTAbstractNum shape, int level, STNumberFormat.Enum format, String text) {
    CTLvl each = shape.addNewLvl();
    each.setIlvl(BigInteger.valueOf(level));
    each.addNewStart().setVal(BigInteger.ONE);
    each.addNewNumFmt().setVal(format);
    each.addNewLvlText().setVal(text);
  }

  @Test
  void numbersOfWordAreCountedByLevel() throws IOException {
    assertEquals(
        """
        Preamble

        Article 1. Water

        (a) Rain

        (b) Rivers

        Between

        Article 2. Land

        (a) Fields

        2.1 Mills

        Reeds""",
        Articles.wholeText(
                document(
                    "-Preamble",
                    "0Water",
                    "1Rain",
                    "1Rivers",
                    "-Between",
                    "0Land",
                    "1Fields",
                    "2Mills",
                    "3Reeds"))
            .words());
  }

  @Test
  void whatStandsAroundThePartOfAPageHasNoNumbers() throws IOException {
    String page =
        """
        <html><body><div class="breadcrumb"><ol><li>Home</li><li>Treaties</li></ol></div>
        <main><h1>River accord</h1><ol><li>Water is shared<sup><a href="#n1">1</a></sup>.</li></ol></main>
        <div class="footer"><p>1. Contact</p></div></body></html>
        """;
    assertEquals(
        "River accord\n\n    1. Water is shared*.",
        Articles.wholeText(page.getBytes(StandardCharsets.UTF_8)).words());
  }

  @Test
  void numbersOfHtmlAreThoseABrowserShows() throws IOException {
    String page =
        """
        <html><body><ol start="3"><li>Water<ol type="a"><li>Rain</li><li>Rivers</li></ol></li>
        <li value="9">Land</li><li>Air</li></ol><p>It was said.

        4.</p><p>After a blank line.</p></body></html>
        """;
    assertEquals(
        """
            3. Water

                a. Rain

                b. Rivers

            9. Land

            10. Air

        It was said.

        4.

        After a blank line.""",
        Articles.wholeText(page.getBytes(StandardCharsets.UTF_8)).words());
  }

  @Test
  void numeralsAreWrittenAsWordWritesThem() {
    assertEquals("aa", ListNumbers.numeral(27, "lowerLetter"));
    assertEquals("XIV", ListNumbers.numeral(14, "upperRoman"));
    assertEquals("120", ListNumbers.numeral(120, "upperRoman"));
    assertEquals("0", ListNumbers.numeral(0, "lowerLetter"));
  }
}
