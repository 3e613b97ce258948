package org.parley.reading.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFNumbering;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.apache.xmlbeans.XmlException;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTNumLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;

/// Words of a Word document that stand elsewhere than in its paragraphs, and words that do not
/// count.
class WordTextTest {

  private static final String NAMESPACES =
      " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
          + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"";

  private static String words(XWPFDocument document) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    document.write(bytes);
    return Articles.wholeText(bytes.toByteArray()).words();
  }

  private static String run(String words) {
    return "<w:r><w:t xml:space=\"preserve\">" + words + "</w:t></w:r>";
  }

  private static void add(XWPFDocument document, String inside) throws XmlException {
    CTP paragraph = document.getDocument().getBody().addNewP();
    paragraph.set(
        CTP.Factory.parse("<xml-fragment" + NAMESPACES + ">" + inside + "</xml-fragment>"));
  }

  @Test
  void whatWasDeletedOrMovedAwayIsNoText() throws IOException, XmlException {
    try (XWPFDocument document = new XWPFDocument()) {
      add(
          document,
          run("The Parties")
              + "<w:moveFrom w:id=\"1\" w:author=\"a\">"
              + run(" gone")
              + "</w:moveFrom><w:moveTo w:id=\"2\" w:author=\"a\">"
              + run(" meet")
              + "</w:moveTo><w:del w:id=\"3\" w:author=\"a\"><w:r><w:delText> never</w:delText></w:r></w:del>"
              + "<w:ins w:id=\"4\" w:author=\"a\">"
              + run(" often.")
              + "</w:ins>");
      assertEquals("The Parties meet often.", words(document));
    }
  }

  @Test
  void aNoteFollowsItsParagraph() throws IOException {
    try (XWPFDocument document = new XWPFDocument()) {
      XWPFParagraph paragraph = document.createParagraph();
      paragraph.createRun().setText("Fire ceases");
      var note = document.createFootnote();
      note.createParagraph().createRun().setText("As the note says.");
      paragraph.addFootnoteReference(note);
      paragraph.createRun().setText(".");
      assertEquals("Fire ceases*.\n\n* As the note says.", words(document));
    }
  }

  @Test
  void textBoxesAndContentControlsAreRead() throws IOException, XmlException {
    try (XWPFDocument document = new XWPFDocument()) {
      String box = "<w:txbxContent><w:p>" + run("In a box.") + "</w:p></w:txbxContent>";
      add(
          document,
          run("Before.")
              + "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\">"
              + box
              + "</mc:Choice><mc:Fallback>"
              + box
              + "</mc:Fallback></mc:AlternateContent></w:r>");
      var control = document.getDocument().getBody().addNewSdt();
      control.addNewSdtPr();
      control.addNewSdtContent().addNewP().addNewR().addNewT().setStringValue("In a control.");
      assertEquals("Before.\n\nIn a box.\n\nIn a control.", words(document));
    }
  }

  @Test
  void aTableOfContentsIsNoText() throws IOException {
    try (XWPFDocument document = new XWPFDocument()) {
      XWPFStyles styles = document.createStyles();
      CTStyle style = CTStyle.Factory.newInstance();
      style.setStyleId("Verzeichnis1");
      style.addNewName().setVal("toc 1");
      styles.addStyle(new XWPFStyle(style));
      XWPFParagraph line = document.createParagraph();
      line.setStyle("Verzeichnis1");
      line.createRun().setText("Article 1 Water 2");
      document.createParagraph().createRun().setText("Article 1 Water");
      assertEquals("Article 1 Water", words(document));
    }
  }

  @Test
  void listsBeginAnewWhereTheySaySoAndCountInDigitsBelowRomanNumerals() throws IOException {
    try (XWPFDocument document = new XWPFDocument()) {
      XWPFNumbering numbering = document.createNumbering();
      CTAbstractNum shape = CTAbstractNum.Factory.newInstance();
      shape.setAbstractNumId(BigInteger.ONE);
      level(shape, 0, STNumberFormat.UPPER_ROMAN, "Article %1");
      level(shape, 1, STNumberFormat.DECIMAL, "%1.%2").addNewIsLgl();
      BigInteger number = numbering.addAbstractNum(new XWPFAbstractNum(shape));
      BigInteger first = numbering.addNum(number);
      BigInteger second = numbering.addNum(number);
      CTNumLvl anew = numbering.getNum(second).getCTNum().addNewLvlOverride();
      anew.setIlvl(BigInteger.ZERO);
      anew.addNewStartOverride().setVal(BigInteger.ONE);
      for (BigInteger each : List.of(first, second)) {
        for (int level : new int[] {0, 0, 1}) {
          XWPFParagraph paragraph = document.createParagraph();
          paragraph.createRun().setText("Water");
          paragraph.setNumID(each);
          paragraph.setNumILvl(BigInteger.valueOf(level));
        }
      }
      String once = "Article I Water\n\nArticle II Water\n\n2.1 Water";
      assertEquals(once + "\n\n" + once, words(document));
    }
  }

  private static CTLvl level(
      CTAbstractNum shape, int level, STNumberFormat.Enum format, String text) {
    CTLvl each = shape.addNewLvl();
    each.setIlvl(BigInteger.valueOf(level));
    each.addNewStart().setVal(BigInteger.ONE);
    each.addNewNumFmt().setVal(format);
    each.addNewLvlText().setVal(text);
    return each;
  }
}
