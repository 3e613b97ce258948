package org.parley.exchange.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.XWPFComment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/// A Word document as a delegation opens it.
class WordFileTest {

  static final String BEFORE =
      """
      AGREEMENT ON THE RIVER
      Arda and Brenn have agreed:
      Chapter I
      Water
      Article 1
      Release
      1. Brenn releases ten units of water a month.
      2. The release begins [Arda: at once][Brenn: in phases].
      Article 2
      A joint commission observes the release.
      Done at Aro on 2 February 2025.
      """;

  static final String AFTER =
      """
      AGREEMENT ON THE RIVER
      Arda and Brenn have agreed:
      Chapter I
      Water
      Article 1
      Release
      1. Brenn releases twelve units of water a month.
      2. The release begins [Arda: within a week][Brenn: in phases][no text].
      3. Records are exchanged every Monday.
      Article 2
      A joint commission verifies the release.
      Done at Aro on 2 March 2025.
      """;

  private static XWPFDocument open(byte[] file) throws IOException {
    return new XWPFDocument(new ByteArrayInputStream(file));
  }

  @Test
  void headingsAndNumberedParagraphsHaveStyles() throws IOException {
    try (XWPFDocument word = open(WordFile.write(WrittenTexts.written(null, BEFORE)))) {
      List<String> shown =
          word.getParagraphs().stream()
              .map(each -> each.getStyle() + ": " + each.getText())
              .toList();
      assertEquals(
          List.of(
              "Preamble: AGREEMENT ON THE RIVER",
              "Preamble: Arda and Brenn have agreed:",
              "Heading1: Chapter I. Water",
              "Heading2: Article 1. Release",
              "Item1: 1.\tBrenn releases ten units of water a month.",
              "Item1: 2.\tThe release begins [Arda: at once][Brenn: in phases].",
              "Heading2: Article 2",
              "BodyText: A joint commission observes the release.",
              "Conclusions: Done at Aro on 2 February 2025."),
          shown);
      for (XWPFParagraph each : word.getParagraphs()) {
        assertTrue(word.getStyles().styleExist(each.getStyle()), each.getStyle());
      }
    }
  }

  @Test
  void whoHoldsABracketIsAComment() throws IOException {
    try (XWPFDocument word = open(WordFile.write(WrittenTexts.written(BEFORE, AFTER)))) {
      assertEquals(1, word.getComments().length);
      XWPFComment comment = word.getComments()[0];
      assertEquals("Version 2", comment.getAuthor());
      assertEquals(
          "Arda prefers: “within a week”\nBrenn prefers: “in phases”\nHolder not on record: no text",
          comment.getText().strip());
    }
  }

  static final String COMMENTS =
      """
      comments:
        - {id: c1, subject: {element-change: {instrument: treaty, from: "1", to: "2", element: art_2}}, text: "Verifies how?\\nBy whom?", by: Ann Berg, made: 2025-03-03T09:00+01:00}
        - {id: c2, replyTo: c1, decision: resolved, by: Bo, made: 2025-03-03T10:00+01:00}
        - {id: c3, subject: {element-change: {instrument: treaty, from: "1", to: "2", element: art_9}}, text: Where is it?, by: Bo, made: 2025-03-04T09:00Z}
        - {id: c4, subject: {element-change: {instrument: treaty, from: "0", to: "1", element: art_2}}, text: Another comparison., by: Bo, made: 2025-03-04T09:00Z}
      """;

  @Test
  void commentsOnChangesAreCommentsOfWord() throws IOException {
    byte[] file = WordFile.write(WrittenTexts.commented(BEFORE, AFTER, COMMENTS));
    try (XWPFDocument word = open(file)) {
      assertEquals(
          List.of("Ann Berg AB Verifies how?\nBy whom?", "Bo B resolved", "Bo B Where is it?"),
          Stream.of(word.getComments())
              .filter(each -> !each.getAuthor().equals("Version 2"))
              .map(
                  each ->
                      each.getAuthor() + " " + each.getInitials() + " " + each.getText().strip())
              .toList());
      XWPFParagraph article =
          word.getParagraphs().stream()
              .filter(each -> each.getText().startsWith("Article 2"))
              .findFirst()
              .orElseThrow();
      assertEquals(
          List.of("1", "2"),
          article.getCTP().getCommentRangeStartList().stream()
              .map(each -> each.getId().toString())
              .toList());
    }
    NodeList states =
        WordXml.part(file, "word/commentsExtended.xml").getElementsByTagName("w15:commentEx");
    assertEquals(
        List.of("10000001  1", "10000002 10000001 1", "10000003  0"),
        IntStream.range(0, states.getLength())
            .mapToObj(each -> (Element) states.item(each))
            .map(
                each ->
                    each.getAttribute("w15:paraId")
                        + " "
                        + each.getAttribute("w15:paraIdParent")
                        + " "
                        + each.getAttribute("w15:done"))
            .toList());
  }

  @Test
  void changesAreTrackedWithTheirAuthorAndDay() throws IOException {
    byte[] file = WordFile.write(WrittenTexts.written(BEFORE, AFTER));
    NodeList changes = WordXml.part(file, "word/document.xml").getElementsByTagName("*");
    List<String> told =
        IntStream.range(0, changes.getLength())
            .mapToObj(changes::item)
            .map(Element.class::cast)
            .filter(each -> List.of("w:ins", "w:del").contains(each.getNodeName()))
            .map(
                each ->
                    each.getNodeName()
                        + " "
                        + each.getAttribute("w:author")
                        + " "
                        + each.getAttribute("w:date").substring(0, 10)
                        + " "
                        + each.getTextContent().strip())
            .map(String::strip)
            .toList();
    assertEquals(
        List.of(
            "w:del Version 2 2025-03-02 ten",
            "w:ins Version 2 2025-03-02 twelve",
            "w:del Version 2 2025-03-02 at once",
            "w:ins Arda 2025-03-02 within a week",
            "w:ins Version 2 2025-03-02 [no text]",
            "w:ins Version 2 2025-03-02",
            "w:ins Version 2 2025-03-02 3.Records are exchanged every Monday.",
            "w:del Version 2 2025-03-02 observes",
            "w:ins Version 2 2025-03-02 verifies",
            "w:del Version 2 2025-03-02 February",
            "w:ins Version 2 2025-03-02 March"),
        told);
  }

  @Test
  void whichTextItIsStandsInPropertiesAndOnEveryPage() throws IOException {
    WrittenText written = WrittenTexts.written(BEFORE, AFTER);
    try (XWPFDocument word = open(WordFile.write(written))) {
      assertEquals("Treaty of the river", word.getProperties().getCoreProperties().getTitle());
      assertEquals("The river", word.getProperties().getCoreProperties().getSubject());
      assertEquals(
          written.digest(),
          word.getProperties().getCustomProperties().getProperty("SHA-256").getLpwstr());
      assertEquals(
          "2025-03-09", word.getProperties().getCustomProperties().getProperty("AsOf").getLpwstr());
      assertEquals(
          "Treaty of the river · Version 2, 2 March 2025, with changes since version 1, 1 February"
              + " 2025",
          word.getHeaderList().getFirst().getText().strip());
      String footer = word.getFooterList().getFirst().getText();
      assertTrue(footer.contains("On record as of 9 March 2025"), footer);
      assertTrue(footer.contains(written.digest()), footer);
    }
    String styles =
        WordXml.part(WordFile.write(written), "word/styles.xml")
            .getElementsByTagName("w:lang")
            .item(0)
            .getAttributes()
            .getNamedItem("w:val")
            .getNodeValue();
    assertEquals("en", styles);
  }
}
