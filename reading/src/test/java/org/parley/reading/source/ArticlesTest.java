package org.parley.reading.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.reading.Article;

/// Articles in pages, PDFs and plain text.
@NullMarked
class ArticlesTest {

  private static final String PROSE =
      "The two delegations settled the course of the border on Monday, said Ann Berg, who leads one of"
          + " them.";
  private static final String MORE =
      "Fishing rights are still open, and nobody in either capital would say when they will be"
          + " discussed again.";

  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en"><head><title>Border settled | The Courier</title>
      <meta property="og:title" content="Border settled">
      <meta property="og:site_name" content="The Courier">
      <meta property="article:published_time" content="2031-05-14T08:30:00Z">
      <script>var text = "The president said everything is agreed, and this is a long script.";</script>
      </head><body>
      <nav><ul><li><a href="/1">World news and many other things that one may want to read today</a></li>
      <li><a href="/2">Sports, weather and the stock exchange, all of it in one place for you</a></li></ul></nav>
      <div class="main"><div class="story"><h1>Border settled</h1><p>%s</p>
      <aside><p>Subscribe to our newsletter: the minister said you will be happy with it for ever.</p></aside>
      <p>%s</p></div></div>
      <div class="more"><p><a href="/3">The talks of last year were also settled, said everybody involved</a></p></div>
      <footer><p>All rights reserved. Reproduction of any kind needs permission of the publisher.</p></footer>
      </body></html>
      """
          .formatted(PROSE, MORE);

  @Test
  void theArticleIsFoundInsideThePage() {
    Article article = Articles.of(PAGE, null, "https://example.org/1", "de");
    assertEquals(
        new Article(
            "Border settled\n\n" + PROSE + "\n\n" + MORE,
            LocalDate.of(2031, 5, 14),
            "Border settled",
            "The Courier",
            "https://example.org/1",
            "en"),
        article);
  }

  @Test
  void aServerMaySayThatItIsAPage() {
    assertEquals(
        "no paragraph here",
        Articles.of("no <b>paragraph</b> here", "text/html", null, "en").text());
    assertEquals("1 < 2 and 3 > 2", Articles.of("1 < 2 and 3 > 2", null, null, "en").text());
  }

  @Test
  void plainTextStaysAsItIsAndMayTellItsDay() {
    Article article = Articles.of("Published: 2031-05-14\r\n\r\nText.", null, null, "en");
    assertEquals("Published: 2031-05-14\n\nText.", article.text());
    assertEquals(LocalDate.of(2031, 5, 14), article.published());
    assertEquals(null, Articles.of("Published: 2031-02-31", null, null, "en").published());
  }

  @Test
  void theNameOfAFileMayTellTheDay(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("talks-2031-05-14.txt"), "Text.");
    assertEquals(LocalDate.of(2031, 5, 14), Articles.ofFile(file, "en").published());
  }

  @Test
  void charactersAreReadAsThePageDeclaresThem() throws IOException {
    String page =
        "<html><head><meta charset=windows-1252></head><body><p>“Mañana”</p></body></html>";
    byte[] bytes = page.getBytes(java.nio.charset.Charset.forName("windows-1252"));
    assertEquals("“Mañana”", Articles.of(bytes, null, null, "en").text());
    byte[] marked = "\uFEFFМир".getBytes(StandardCharsets.UTF_8);
    assertEquals("Мир", Articles.of(marked, "text/plain; charset=latin1", null, "en").text());
    byte[] unknown = "Мир".getBytes(StandardCharsets.UTF_8);
    assertEquals("Мир", Articles.of(unknown, "text/plain; charset=klingon", null, "en").text());
  }

  @Test
  void aStreamIsReadLikeAFile() throws IOException {
    assertEquals(
        "Text.",
        Articles.ofStream(new ByteArrayInputStream("Text.".getBytes(StandardCharsets.UTF_8)), "en")
            .text());
  }

  @Test
  void thePdfGivesParagraphsDayAndTitle() throws IOException {
    Article article = Articles.of(pdf(), null, null, "en");
    assertTrue(article.text().contains("The two delegations settled the course"), article.text());
    assertTrue(article.text().contains("negotiations go on"), article.text());
    assertEquals("Border settled", article.title());
    assertEquals(LocalDate.of(2031, 5, 14), article.published());
  }

  @Test
  void aDamagedPdfIsSaidToBeOne() {
    IOException e =
        assertThrows(
            IOException.class,
            () ->
                Articles.of(
                    "%PDF-1.7 nothing".getBytes(StandardCharsets.US_ASCII), null, null, "en"));
    assertTrue(String.valueOf(e.getMessage()).contains("Maybe it is damaged"), e.getMessage());
  }

  private static byte[] pdf() throws IOException {
    try (PDDocument document = new PDDocument();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      PDPage page = new PDPage();
      document.addPage(page);
      document.getDocumentInformation().setTitle("Border settled");
      Calendar day = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
      day.clear();
      day.set(2031, Calendar.MAY, 14, 9, 0);
      document.getDocumentInformation().setCreationDate(day);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
        content.setLeading(14);
        content.beginText();
        content.newLineAtOffset(72, 700);
        for (String line :
            List.of(
                "The two delegations settled the course of the border. The nego-",
                "tiations go on in June.")) {
          content.showText(line);
          content.newLine();
        }
        content.endText();
      }
      document.save(out);
      return out.toByteArray();
    }
  }

  @Test
  void anAddressIsReadAndARefusalIsTold() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    try {
      server.createContext(
          "/story",
          exchange -> {
            byte[] body = PAGE.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
          });
      server.start();
      String base = "http://127.0.0.1:" + server.getAddress().getPort();
      Article article = Articles.ofAddress(URI.create(base + "/story"), "en");
      assertEquals("The Courier", article.publisher());
      assertEquals(base + "/story", article.address());
      IOException e =
          assertThrows(
              IOException.class, () -> Articles.ofAddress(URI.create(base + "/other"), "en"));
      assertTrue(String.valueOf(e.getMessage()).contains("404"), e.getMessage());
    } finally {
      server.stop(0);
    }
  }

  @Test
  void noMoreIsReadThanAnArticleCanHold() {
    Article article = Articles.of("😀".repeat(Article.MAX_LENGTH), null, null, "en");
    assertTrue(article.text().length() <= Article.MAX_LENGTH);
    assertTrue(Character.isLowSurrogate(article.text().charAt(article.text().length() - 1)));
  }

  @org.junit.jupiter.params.ParameterizedTest
  @org.junit.jupiter.params.provider.ValueSource(
      strings = {
        "Published: 2031-03-04\n\nText.",
        "Published: 4 March 2031\n\nText.",
        "A bridge\nMarch 4, 2031\nText.",
        "Tuesday, 4 March 2031\nText.",
        "Published on 4th March 2031 by hand\nText.",
        "OSLO, Norway, 4 March 2031 - Text."
      })
  void theDayThatFirstLinesTell(String text) {
    assertEquals(
        java.time.LocalDate.of(2031, 3, 4), Articles.of(text, null, null, "en").published());
  }

  @Test
  void aDayWithinTheTextIsNotItsOwn() {
    Article article = Articles.of("The ministers met on 4 March 2031 in Oslo.", null, null, "en");
    org.junit.jupiter.api.Assertions.assertNull(article.published());
  }

  @Test
  void linesThatAPageTakesForParagraphsAreOne() {
    assertEquals(
        "A heading\n\nThe paper is finished to the last line, the president said on Sunday. It is one.",
        PdfArticle.joined(
            "A heading\u2029The paper is finished to the last line, the president said on"
                + "\u2029Sunday. It is one."));
  }
}
