package org.parley.web.brief.word;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipInputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.model.Viewer;
import org.parley.web.ShippedExamples;
import org.parley.web.brief.Brief;
import org.parley.web.brief.BriefPrinter;
import org.parley.wording.Language;

/// The briefing as a Word document, read back by another program's library.
@NullMarked
class BriefWordFileTest {

  private static Brief brief(String example) {
    return Brief.of(
        ShippedExamples.open(example, new Viewer.Public()),
        new Viewer.Public(),
        new Brief.DaysAsked(null, null, null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"south-caucasus-2024", "colombia-2016"})
  void itSaysTheWordsOfThePrintedPage(String example) throws IOException {
    Document page = Jsoup.parse(BriefPrinter.html(brief(example)), "", Parser.xmlParser());
    // letters in a drawing are in its picture
    page.select(".running, .marking, .footnotes, svg").remove();
    Document word = part(BriefPrinter.docx(brief(example)), "word/document.xml");
    for (Element style : word.select("w|pStyle[w:val=Notes]")) {
      style.parents().get(1).remove();
    }
    assertEquals(
        letters(page.select("body").first()),
        word.select("w|t").stream()
            .map(Element::wholeText)
            .collect(Collectors.joining())
            .replaceAll("\\s+", ""));
  }

  private static String letters(@Nullable Element body) {
    return body == null ? "" : body.wholeText().replaceAll("\\s+", "");
  }

  @Test
  void anotherProgramReadsHeadingsTablesAndHeaderRows() throws IOException {
    try (XWPFDocument word =
        new XWPFDocument(new ByteArrayInputStream(BriefPrinter.docx(brief("colombia-2016"))))) {
      List<String> headings =
          word.getParagraphs().stream()
              .filter(each -> "Heading1".equals(each.getStyle()))
              .map(XWPFParagraph::getText)
              .toList();
      assertEquals("Where it stands", headings.getFirst());
      assertEquals("Sources", headings.getLast());
      XWPFTable sources = word.getTables().getLast();
      assertTrue(sources.getRow(0).isRepeatHeader());
      assertFalse(sources.getRow(1).isRepeatHeader());
      assertEquals(1, word.getHeaderList().size());
      assertTrue(word.getFooterList().getFirst().getText().contains("1"));
      assertEquals("Parley", word.getProperties().getCoreProperties().getCreator());
      word.getAllPictures().forEach(each -> assertEquals("png", each.suggestFileExtension()));
    }
  }

  @Test
  void everyReferenceLeadsToItsSource() throws IOException {
    Document word = part(BriefPrinter.docx(brief("colombia-2016")), "word/document.xml");
    Set<String> names = new HashSet<>(word.select("w|bookmarkStart").eachAttr("w:name"));
    List<String> anchors = word.select("w|hyperlink").eachAttr("w:anchor");
    assertTrue(anchors.size() > 20, anchors.toString());
    assertEquals(List.of(), anchors.stream().filter(each -> !names.contains(each)).toList());
    assertEquals(names.size(), word.select("w|bookmarkStart").size());
    assertEquals(names.size(), word.select("w|bookmarkEnd").size());
    word.select("wp|docPr").forEach(each -> assertFalse(each.attr("descr").isBlank()));
  }

  @Test
  void itIsInItsLanguageAndTheSameEachTime() throws Exception {
    assertArrayEquals(
        BriefPrinter.docx(brief("south-caucasus-2024")),
        BriefPrinter.docx(brief("south-caucasus-2024")));
    byte[] french =
        ScopedValue.where(Language.CURRENT, Language.FRENCH)
            .call(() -> BriefPrinter.docx(brief("south-caucasus-2024")));
    assertEquals(List.of("fr"), part(french, "word/styles.xml").select("w|lang").eachAttr("w:val"));
    assertEquals("fr", part(french, "docProps/core.xml").select("dc|language").text());
  }

  @Test
  void nothingRunsAndNothingIsFetched() throws IOException {
    String hostile =
        """
        <html lang="en"><head><title>T</title></head><body><script>alert(1)</script>
        <p>Words <a href="http://evil.example/">out</a> <a href="#gone">gone</a> &amp; \uFFFE more</p>
        <img src="http://evil.example/x.png"/></body></html>
        """;
    Map<String, String> parts = parts(BriefWordFile.write(hostile, LocalDate.of(2025, 1, 2)));
    for (Map.Entry<String, String> each : parts.entrySet()) {
      assertFalse(each.getValue().contains("evil"), each.getKey());
      assertFalse(each.getValue().contains("TargetMode"), each.getKey());
      assertFalse(each.getKey().contains("vba"), each.getKey());
    }
    assertFalse(parts.getOrDefault("word/document.xml", "").contains("w:anchor"));
  }

  private static Document part(byte[] file, String name) throws IOException {
    return Jsoup.parse(parts(file).getOrDefault(name, ""), "", Parser.xmlParser());
  }

  private static Map<String, String> parts(byte[] file) throws IOException {
    Map<String, String> parts = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return parts;
  }
}
