package org.parley.reading.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A page that nests too deep is refused before it is parsed, so its depth is never counted too
/// low.
class HtmlDepthTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          0 | no tags, 1 < 2
          1 | <div>one</div>
          2 | <div><span>two</span></div>
          1 | <div></div><div></div>
          3 | <div><div><div>
          1 | <div><br><img src=a><hr></div>
          1 | <div><p>one<p>two<li>three</div>
          2 | <DIV><b>capital</B></div>
          1 | <div></b></b></b>
          2 | </div></div><div><b>
          1 | <div><!-- <div><div><div> --></div>
          0 | <!-- not closed <div><div>
          1 | <script>if (a<b) { '<div><div>' }</script>
          1 | <style>a > b { content: "<div>" }</style>
          1 | <textarea><div><div></textarea>
          2 | <textarea><div></textarea></b><div><b></b>
          3 | <svg><style><g></g></style></svg>
          1 | <div attribute="a > b">
          0 | <
          0 | <1 <2
          2 | <x-part><y1></y1></x-part>
          """)
  void whatIsOpenIsCounted(int depth, String html) {
    assertEquals(depth, HtmlDepth.of(html));
  }

  /// The counted elements on the way from the root, as a parser of HTML builds it.
  private static int parsed(Element element) {
    int below = 0;
    for (Element child : element.children()) {
      below = Math.max(below, parsed(child));
    }
    return below + (List.of("div", "b", "section").contains(element.normalName()) ? 1 : 0);
  }

  @Test
  void theDepthIsNeverLessThanThatOfTheParsedPage() {
    Random random = new Random(3);
    String[] parts = {
      "<div>",
      "</div>",
      "<b>",
      "</b>",
      "<section>",
      "</section>",
      "<p>",
      "</p>",
      "<br>",
      "word ",
      "<!-- <div> -->",
      "<li>",
      "<script>'<div>'</script>",
      "< ",
      "</i>"
    };
    for (int i = 0; i < 3_000; i++) {
      StringBuilder page = new StringBuilder();
      for (int n = random.nextInt(30); n > 0; n--) {
        page.append(parts[random.nextInt(parts.length)]);
      }
      String html = page.toString();
      // a paragraph that begins ends those formatting elements, and opens them again
      int reopened = html.contains("<b>") ? 1 : 0;
      assertTrue(HtmlDepth.of(html) + reopened >= parsed(Jsoup.parse(html)), html);
    }
  }

  @Test
  void aDeepPageIsCountedInLinearTime() {
    String deep = "<div>".repeat(400_000);
    assertEquals(400_000, HtmlDepth.of(deep));
    assertEquals(0, HtmlDepth.of("<".repeat(400_000)));
    assertEquals(1, HtmlDepth.of("<script>" + "</".repeat(400_000)));
  }
}
