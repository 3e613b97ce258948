package org.parley.reading.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.reading.Article;

/// Articles and whole texts in pages as sites make them.
@NullMarked
class HtmlArticleTest {

  private static final String PROSE =
      "The two delegations settled the course of the border on Monday, said Ann Berg, who leads one.";
  private static final String MORE =
      "Fishing rights are still open, and nobody in either capital would say for how long they will be.";

  private static Article article(String body) {
    return HtmlArticle.of("<html><body>" + body + "</body></html>", null, "en");
  }

  private static List<String> whole(String body) {
    return HtmlArticle.wholeText("<html><body>" + body + "</body></html>")
        .words()
        .lines()
        .filter(each -> !each.isBlank())
        .toList();
  }

  /// A page of a site, whatever holds its paragraphs.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <article><p>ONE</p><p>TWO</p></article>
          <main><div><p>ONE</p></div><div><p>TWO</p></div></main>
          <div id=story><p>ONE</p><figure><img><figcaption>A photograph of the border that many people have seen before, said the agency.</figcaption></figure><p>TWO</p></div>
          <div><p>ONE</p><aside><p>Read also: the minister said many things about fish and about ships in the harbour.</p></aside><p>TWO</p></div>
          <table><tr><td><a href=/1>Home</a></td><td><div><p>ONE</p><p>TWO</p></div></td></tr></table>
          <div><p>ONE</p><script>let words = "the president said that all of it was agreed";</script><p>TWO</p></div>
          <div><p>ONE</p><p hidden>The minister said that the hidden annex was agreed, and that it would stay hidden.</p><p>TWO</p></div>
          """)
  void theProseOfAPage(String body) {
    String page = body.replace("ONE", PROSE).replace("TWO", MORE);
    assertEquals(PROSE + "\n\n" + MORE, prose(article(page).text()));
  }

  /// Without short lines, which may be headings.
  private static String prose(String text) {
    return String.join("\n\n", text.lines().filter(each -> each.length() > 40).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <meta property="article:published_time" content="2031-05-14T23:30:00+02:00"> | 2031-05-14
          <meta name="date" content="2031-05-14">                                      | 2031-05-14
          <meta itemprop="datePublished" content="2031-05-14T08:00Z">                  | 2031-05-14
          <meta name="date" content="soon"><meta name="pubdate" content="2031-05-14">  | 2031-05-14
          <time datetime="2031-05-14T08:00:00Z">14 May</time>                          | 2031-05-14
          <time datetime="PT20M">20 minutes</time><time datetime="2031-05-14">x</time> | 2031-05-14
          """)
  void theDayOfAPage(String head, LocalDate day) {
    Article read =
        HtmlArticle.of("<html><head></head><body>" + head + "<p>" + PROSE + "</p>", null, "en");
    assertEquals(day, read.published());
  }

  @Test
  void aPageMayTellNothingAboutItself() {
    Article read = HtmlArticle.of("<p>" + PROSE + "</p>", null, "de");
    assertNull(read.published());
    assertNull(read.title());
    assertNull(read.publisher());
    assertEquals("de", read.language());
    assertEquals("", HtmlArticle.of("", null, "en").text());
  }

  @Test
  void linesOfAWholeTextAreKept() {
    assertEquals(
        List.of("Article 1", "The ceasefire begins at noon.", "Article 2", "It lasts."),
        whole(
            "<h2>Article 1</h2><p>The ceasefire begins\n at noon.</p>Article 2<br>It lasts."
                + "<nav>Home</nav><div class='breadcrumb'>You are here</div>"));
  }

  @Test
  void itemsOfListsHaveTheNumbersThatABrowserShows() {
    assertEquals(
        Stream.of("1. one", "2. two", "7. three", "8. four", "c. five", "d. six", "iv. seven")
            .map(each -> "    " + each)
            .toList(),
        whole(
            "<ol><li>one<li>two<li value=7>three<li>four</ol><ol type=a start=3><li>five<li>six</ol>"
                + "<ol type=i start=4><li>seven</ol>"));
  }

  @Test
  void notesAreMarkedAndNoNumbersOfTheText() {
    assertEquals(
        List.of("The border* is that of 1991 m²."),
        whole("<p>The border<sup><a href='#n1'>12</a></sup> is that of 1991 m<sup>2</sup>.</p>"));
  }

  @Test
  void theMainPartIsTakenIfItHasMostOfTheWords() {
    assertEquals(
        List.of("Article 1", "A long sentence of the treaty stands here."),
        whole(
            "<p>News of today</p><main><p>Article 1</p><p>A long sentence of the treaty stands"
                + " here.</p></main>"));
    assertEquals(
        List.of("Article 1 and all of its words stand outside.", "Part"),
        whole("<p>Article 1 and all of its words stand outside.</p><main><p>Part</p></main>"));
  }
}
