package org.parley.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A user's texts: read whatever their format, found by topic and by word, quoted literally.
@NullMarked
class CorpusTest {

  @TempDir private Path folder;

  private Corpus corpus = Corpus.at(Optional.empty());

  @BeforeEach
  void open() {
    corpus = Corpus.at(Optional.of(folder.resolve("texts")));
  }

  private Path file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private Path text(String name, String words) throws IOException {
    return Files.writeString(folder.resolve(name), words);
  }

  private static byte[] docx(String... paragraphs) throws IOException {
    try (XWPFDocument document = new XWPFDocument();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      for (String each : paragraphs) {
        document.createParagraph().createRun().setText(each);
      }
      document.createTable(1, 1).getRow(0).getCell(0).setText("A cell of the annex on dams.");
      document.write(out);
      return out.toByteArray();
    }
  }

  private static byte[] pdf(String line) throws IOException {
    try (PDDocument document = new PDDocument();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      PDPage page = new PDPage();
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.beginText();
        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
        content.newLineAtOffset(50, 700);
        content.showText(line);
        content.endText();
      }
      document.save(out);
      return out.toByteArray();
    }
  }

  private List<String> found(String words, String... codes) throws IOException {
    return corpus.find(new PassageQuery(List.of(codes), words, 10)).stream()
        .map(TextPassage::words)
        .toList();
  }

  @Test
  void everyFormatIsReadAndFound() throws IOException {
    corpus.add(file("one.docx", docx("Article 1", "The harbour is opened to both fleets.")));
    corpus.add(file("two.pdf", pdf("The harbour is dredged by the company.")));
    corpus.add(text("three.html", "<html><body><p>The harbour has a light.</p></body></html>"));
    corpus.add(text("four.txt", "Treaty\n\nThe harbour has two moles.\n"));
    assertEquals(4, found("harbour").size());
    assertEquals(List.of("A cell of the annex on dams."), found("", "Wat"));
  }

  @Test
  void aPassageHasItsPlace() throws IOException {
    corpus.add(
        text(
            "ag1234_treaty.txt",
            "Treaty of Amity\n\nArticle 7\n\nThe parties withdraw.\n\nAll prisoners go home.\n"));
    TextPassage passage = corpus.find(new PassageQuery(List.of("TjPrire"), "", 5)).getFirst();
    assertEquals("Article 7", passage.heading());
    assertEquals(4, passage.number());
    assertEquals("Treaty of Amity", passage.text().title());
    assertEquals(1234, passage.text().agreement());
    assertEquals(
        List.of("prisoners"),
        passage.marks().stream()
            .map(each -> passage.words().substring(each.from(), each.to()))
            .toList());
  }

  /// A topic is found by any of its words, in any form, and not by what merely looks like one.
  @Test
  void aTopicIsFoundByTheWordsOfAgreements() throws IOException {
    corpus.add(
        text(
            "a.txt",
            """
            The cessation of hostilities begins at noon.

            Both armies shall observe the cease-fire.

            The host of the talks departs.

            The fleet ceases to exist.
            """));
    assertEquals(
        List.of(
            "The cessation of hostilities begins at noon.",
            "Both armies shall observe the cease-fire."),
        found("", "Ce").stream().sorted(Comparator.reverseOrder()).toList());
  }

  /// Words narrow a topic, and a phrase is no bag of words.
  @Test
  void wordsNarrow() throws IOException {
    corpus.add(
        text(
            "a.txt",
            """
            A joint commission marks the border.

            The commission is joint in name; the frontier stays.

            The border is closed.
            """));
    assertEquals("A joint commission marks the border.", found("\"joint commission\"").getFirst());
    assertEquals(1, found("\"joint commission\"", "StBor").size());
    assertEquals(2, found("commission", "StBor").size());
    assertEquals(List.of(), found(""));
    assertEquals(List.of(), found("submarine", "StBor"));
  }

  @Test
  void aLongTextLeavesRoomForOthers() throws IOException {
    corpus.add(
        text(
            "long.txt",
            String.join(
                "\n\n",
                IntStream.range(0, 50)
                    .mapToObj(i -> "Border stone " + i + " is a border.")
                    .toList())));
    corpus.add(text("short.txt", "Preamble\n\nThe border shall be marked in due course.\n"));
    List<TextPassage> all = corpus.find(new PassageQuery(List.of("StBor"), "", 10));
    assertEquals(4, all.size());
    assertTrue(all.stream().anyMatch(each -> each.text().name().equals("short.txt")));
  }

  /// Adding a file anew replaces it; what is taken out is gone with its copy.
  @Test
  void aTextIsThereOnceOrNotAtAll() throws IOException {
    Path file = text("a.txt", "Treaty\n\nThe border is open.\n");
    corpus.add(file);
    CorpusText text = corpus.add(file);
    assertEquals(List.of(text), corpus.texts());
    assertEquals(1, found("border").size());
    corpus.remove(text.id());
    assertEquals(List.of(), corpus.texts());
    assertEquals(List.of(), found("border"));
    try (var left = Files.list(folder.resolve("texts"))) {
      assertEquals(List.of("index"), left.map(each -> each.getFileName().toString()).toList());
    }
    assertThrows(CorpusException.class, () -> corpus.remove(text.id()));
  }

  /// The order in which texts came does not change what is found of them.
  @Test
  void theOrderOfAddingChangesNothing() throws IOException {
    Path one = text("one.txt", "One\n\nThe border of the river is the line.\n");
    Path two = text("two.txt", "Two\n\nThe border commission meets on the border.\n");
    corpus.add(one);
    corpus.add(two);
    List<String> first = found("border");
    Corpus other = Corpus.at(Optional.of(folder.resolve("other")));
    other.add(two);
    other.add(one);
    assertEquals(
        first,
        other.find(new PassageQuery(List.of(), "border", 10)).stream()
            .map(TextPassage::words)
            .toList());
  }

  @Test
  void longParagraphsAreGivenInSentences() {
    String sentence = "The parties shall respect the line that the commission has drawn. ";
    List<PassageSplitter.Part> parts = PassageSplitter.of(sentence.repeat(60));
    assertTrue(parts.size() > 2);
    assertEquals(
        sentence.repeat(60).strip(),
        String.join(" ", parts.stream().map(PassageSplitter.Part::words).toList()));
    for (PassageSplitter.Part each : parts) {
      assertEquals(1, each.number());
      assertTrue(each.words().length() <= PassageSplitter.LONGEST, each.words());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Article 5                              | Article 5
          ANNEX II: Prisoners                    | ANNEX II: Prisoners
          Section 3.2 The commission             | Section 3.2 The commission
          3.1 Withdrawal of forces               | 3.1 Withdrawal of forces
          Artículo 4                             | Artículo 4
          The article on borders                 |
          In 1998 the parties met.               |
          """)
  void headings(String line, String heading) {
    PassageSplitter.Part last = PassageSplitter.of(line + "\n\nThe parties agree.\n").getLast();
    assertEquals(heading, last.heading());
  }

  @Test
  void whatHasNoWordsIsRefusedAndTheRestStays() throws IOException {
    corpus.add(text("good.txt", "Treaty\n\nThe border is open.\n"));
    byte[] noise = new byte[2_000];
    IntStream.range(0, noise.length).forEach(i -> noise[i] = (byte) (i * 7919));
    List<Path> bad =
        List.of(
            file("noise.txt", noise),
            text("empty.txt", "  \n"),
            file("broken.docx", new byte[] {'P', 'K', 3, 4, 9, 9}),
            file(
                "broken.pdf",
                "%PDF-1.7 nothing".getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
    List<String> messages = new ArrayList<>();
    for (Path each : bad) {
      messages.add(
          String.valueOf(assertThrows(CorpusException.class, () -> corpus.add(each)).getMessage()));
    }
    for (int i = 0; i < bad.size(); i++) {
      assertTrue(messages.get(i).startsWith(bad.get(i).toString()), messages.get(i));
      assertTrue(messages.get(i).contains("Maybe "), messages.get(i));
    }
    assertEquals(1, corpus.texts().size());
  }

  @Test
  void withoutAFolderNothingIsKeptAndNothingFound() throws IOException {
    Corpus none = Corpus.at(Optional.empty());
    Path file = text("a.txt", "Treaty\n\nThe border is open.\n");
    assertThrows(CorpusException.class, () -> none.add(file));
    assertEquals(List.of(), none.texts());
    assertEquals(List.of(), none.find(new PassageQuery(List.of("StBor"), "", 5)));
  }

  @Test
  void aDamagedIndexIsSaidToBe() throws IOException {
    corpus.add(text("a.txt", "Treaty\n\nThe border is open.\n"));
    try (var files = Files.list(folder.resolve("texts").resolve("index"))) {
      for (Path each :
          files.filter(f -> f.getFileName().toString().startsWith("segments_")).toList()) {
        Files.write(
            each, new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18});
      }
    }
    assertTrue(
        String.valueOf(assertThrows(CorpusException.class, () -> corpus.texts()).getMessage())
            .contains("index"));
  }

  /// Every topic with a name in words has terms, each of which finds a passage that is made of it.
  @Test
  void everyTermFindsItsTopic() throws IOException {
    assertFalse(TopicTerms.codes().isEmpty());
    List<String> terms =
        TopicTerms.codes().stream()
            .flatMap(code -> TopicTerms.of(code).stream())
            .distinct()
            .toList();
    corpus.add(
        text(
            "all.txt",
            "Terms\n\n"
                + String.join(
                    "\n\n", terms.stream().map(term -> "Here stands " + term + ".").toList())));
    for (String code : TopicTerms.codes()) {
      List<String> passages = found("", code);
      assertFalse(passages.isEmpty(), code);
    }
  }
}
