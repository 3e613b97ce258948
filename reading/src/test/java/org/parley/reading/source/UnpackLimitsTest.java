package org.parley.reading.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Files that unpack to much are refused, and take no more than the limits allow.
@NullMarked
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class UnpackLimitsTest {

  /// Memory that refusing one file may take in all, released or not.
  private static final long MOST_ALLOCATED = 4L << 30;

  static Stream<String> bombs() {
    return Bombs.pdfs().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("bombs")
  void aBombIsRefusedWithinTheLimits(String name) {
    byte[] bomb = Objects.requireNonNull(Bombs.pdfs().get(name));
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    IOException refused =
        assertThrows(IOException.class, () -> Articles.of(bomb, null, null, "en"), name);
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertTrue(String.valueOf(refused.getMessage()).contains("Maybe"), refused.getMessage());
    assertTrue(allocated < MOST_ALLOCATED, name + ": " + allocated);
  }

  @Test
  void whatIsPassedOverTakesNothing() throws IOException {
    for (byte[] each : List.of(Bombs.deepArrays(), Bombs.imageForText())) {
      ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
      long before = threads.getCurrentThreadAllocatedBytes();
      assertEquals("", Articles.of(each, null, null, "en").text());
      assertTrue(threads.getCurrentThreadAllocatedBytes() - before < MOST_ALLOCATED);
    }
  }

  private static byte[] xml(String words) {
    return words.getBytes(StandardCharsets.UTF_8);
  }

  /// A Word document with this body, and other parts beside it.
  private static byte[] docx(String prolog, String body, Map<String, byte[]> more)
      throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put(
        "[Content_Types].xml",
        xml(
            "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Default"
                + " Extension='rels'"
                + " ContentType='application/vnd.openxmlformats-package.relationships+xml'/><Default"
                + " Extension='xml' ContentType='application/xml'/><Override"
                + " PartName='/word/document.xml'"
                + " ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/></Types>"));
    parts.put(
        "_rels/.rels",
        xml(
            "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
                + "<Relationship Id='r1' Target='word/document.xml'"
                + " Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument'/>"
                + "</Relationships>"));
    parts.put(
        "word/document.xml",
        xml(
            prolog
                + "<w:document"
                + " xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>"
                + body
                + "</w:body></w:document>"));
    parts.putAll(more);
    return ZipParts.zip(parts);
  }

  private static String paragraph(String words) {
    return "<w:p><w:r><w:t>" + words + "</w:t></w:r></w:p>";
  }

  static Stream<String> badWordDocuments() {
    return Stream.of("picture", "text", "entries", "entity", "expansion", "cut", "nested");
  }

  private static byte[] badWordDocument(String name) throws IOException {
    String external = "<!DOCTYPE d [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>";
    String laughs =
        "<!DOCTYPE d [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;'>]>";
    byte[] good = docx("", paragraph("The map is agreed."), Map.of());
    return switch (name) {
      case "picture" ->
          docx(
              "",
              paragraph("x"),
              Map.of("word/media/i.png", new byte[(int) UnpackLimits.OFFICE.bytes()]));
      case "text" ->
          docx("", paragraph("x".repeat((int) UnpackLimits.OFFICE.entryBytes())), Map.of());
      case "entries" -> {
        Map<String, byte[]> many = new LinkedHashMap<>();
        for (int i = 0; i < UnpackLimits.OFFICE.entries(); i++) {
          many.put("word/media/" + i + ".png", new byte[0]);
        }
        yield docx("", paragraph("x"), many);
      }
      case "entity" -> docx(external, paragraph("&e;"), Map.of());
      case "expansion" -> docx(laughs, paragraph("&c;"), Map.of());
      case "cut" -> Arrays.copyOf(good, good.length / 2);
      default ->
          docx(
              "",
              "<w:tbl><w:tr><w:tc>".repeat(20_000) + "</w:tc></w:tr></w:tbl>".repeat(20_000),
              Map.of());
    };
  }

  /// Each of these is refused with advice, and nothing outside the file is read.
  @ParameterizedTest
  @MethodSource("badWordDocuments")
  void aBadWordDocumentIsRefusedWithinTheLimits(String name) throws IOException {
    byte[] bad = badWordDocument(name);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    IOException refused = assertThrows(IOException.class, () -> Articles.wholeText(bad), name);
    assertTrue(String.valueOf(refused.getMessage()).contains("Maybe"), refused.getMessage());
    assertTrue(threads.getCurrentThreadAllocatedBytes() - before < MOST_ALLOCATED, name);
  }

  @Test
  void aWordDocumentIsReadWithItsTablesAndInsertions() throws IOException {
    String inserted = "<w:p><w:ins><w:r><w:t>New words.</w:t></w:r></w:ins>";
    String deleted = "<w:del><w:r><w:delText>Old words.</w:delText></w:r></w:del></w:p>";
    String table = "<w:tbl><w:tr><w:tc>" + paragraph("A cell.") + "</w:tc></w:tr></w:tbl>";
    byte[] document =
        docx("", paragraph("The map is agreed.") + inserted + deleted + table, Map.of());
    assertEquals(
        "The map is agreed.\n\nNew words.\n\nA cell.", Articles.wholeText(document).words());
    assertEquals(
        "The map is agreed.\n\nNew words.\n\nA cell.",
        Articles.of(document, null, null, "en").text());
  }

  @Test
  void aPageOfHtmlIsBounded() {
    byte[] page =
        ("<html><body>" + "<p>x".repeat(UnpackLimits.HTML_CHARACTERS / 4))
            .getBytes(StandardCharsets.US_ASCII);
    IOException refused =
        assertThrows(IOException.class, () -> Articles.of(page, "text/html", null, "en"));
    assertTrue(
        String.valueOf(refused.getMessage()).contains("characters. Maybe"), refused.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<blockquote>",
        "<li><ul>",
        "<div></span>",
        "<p><span>",
        "<h2>",
        "<table><tr><td>",
        "<b><div></b>",
        "<svg><title><div>",
        "<title></title><div>"
      })
  void aPageThatNestsWithoutEndIsRefused(String tags) {
    byte[] page =
        ("<html><body>" + (tags + "word ").repeat(200_000)).getBytes(StandardCharsets.US_ASCII);
    IOException refused =
        assertThrows(IOException.class, () -> Articles.of(page, "text/html", null, "en"), tags);
    assertTrue(String.valueOf(refused.getMessage()).contains("within each other"), tags);
  }

  @Test
  void elementsThatEndByThemselvesAreNoNesting() throws IOException {
    String page =
        "<html><body><!-- "
            + "<div>".repeat(2_000)
            + " --><script>'"
            + "<div>".repeat(2_000)
            + "'</script><ul>"
            + "<li>word<br><img src=x>".repeat(2_000)
            + "</ul>"
            + "<p>word <b>word</b>".repeat(2_000);
    byte[] bytes = page.getBytes(StandardCharsets.US_ASCII);
    assertTrue(Articles.of(bytes, "text/html", null, "en").text().startsWith("word"));
  }
}
