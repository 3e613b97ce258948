package org.parley.web.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

/// Drawings of pages as documents of their own.
@NullMarked
class PagePicturesTest {

  private static final String PAGE =
      """
      <html><body><h1>Found</h1><div class="scroll frame chart" aria-label="A <chart>">
      <svg data-picture="p" viewBox="0 0 300 100" onload="alert(1)" aria-hidden="true">
      <script>alert(2)</script><style>@import "http://x/"</style>
      <image href="http://evil.example/x.png"/><use href="http://evil.example/y#z"/>
      <foreignObject><p>html</p></foreignObject>
      <a href="/secret/path" data-who="hidden"><title>Words &amp; more</title>
      <rect class="claims-bar" x="10" y="20" width="30" height="40" onclick="alert(3)"/></a>
      <text class="ticklabel" x="1" y="2">Tick \u0001</text>
      <rect fill="url(#hatch)" x="100" y="0" width="9" height="9"/>
      </svg>
      </div></body></html>
      """;

  private static PageDrawing drawing() {
    return PagePictures.of(PAGE)
        .find("p", List.of("A case · As of 28 December 2025", "Parley · http://x/?a&b"))
        .orElseThrow();
  }

  @Test
  void itHasTitleSourceAndTheColoursOfTheLightTheme() throws Exception {
    String svg = drawing().svg();
    assertTrue(svg.contains(">A &lt;chart&gt;</text>"), svg);
    assertTrue(svg.contains("As of 28 December 2025"), svg);
    assertTrue(svg.contains("http://x/?a&amp;b"), svg);
    assertTrue(svg.contains("Words &amp; more"), svg);
    assertTrue(svg.contains("fill=\"#1d4a7a\""), svg);
    assertFalse(svg.contains("var("), svg);
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new java.io.StringReader(svg)));
  }

  @Test
  void nothingRunsAndNothingIsFetched() {
    String svg = drawing().svg();
    for (String harm :
        List.of(
            "script", "alert", "onload", "onclick", "href", "evil", "@import", "image", "foreign",
            "secret", "hidden", "data-", "class=")) {
      assertFalse(svg.contains(harm), harm + " in " + svg);
    }
  }

  @Test
  void pngIsTwiceAsLarge() throws Exception {
    PageDrawing drawing = drawing();
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(PictureFormat.PNG.write(drawing)));
    assertEquals(2 * drawing.width(), image.getWidth());
    assertEquals(2 * drawing.height(), image.getHeight());
    Set<Integer> colours = new HashSet<>();
    for (int x = 0; x < image.getWidth(); x++) {
      for (int y = 0; y < image.getHeight(); y++) {
        colours.add(image.getRGB(x, y));
      }
    }
    assertTrue(colours.contains(0xff1d4a7a), "the bar is drawn");
    assertTrue(colours.contains(0xffffffff), "the ground is white");
  }

  @Test
  void aHugeDrawingIsBounded() {
    PageDrawing huge =
        PagePictures.of("<svg data-picture=p viewBox='0 0 9999999 9999999'></svg>")
            .find("p", List.of())
            .orElseThrow();
    assertTrue(huge.width() <= 4_100 && huge.height() <= 4_200, huge.width() + "");
  }

  @Test
  void rulesCascadeAndCustomPropertiesAreInherited() {
    LightStyle style =
        LightStyle.of(
            """
            :root { --ink: #111; } /* } */
            @media (prefers-color-scheme: dark) { :root { --ink: #eee; } }
            .st { --c: red; } .other { --c: blue; }
            .chart text { fill: var(--ink); font-size: .75rem; }
            text.big { font-size: 20px; } rect { fill: var(--c); } rect:hover { fill: green; }
            @media print { rect { fill: black; } }
            """);
    var page =
        Jsoup.parse(
            "<div class=chart><svg><text id=a>x</text><text id=b class=big>x</text>"
                + "<g class=st><rect id=c /></g><rect id=d class=other /></svg></div>");
    assertEquals(
        Map.of("fill", "#111", "font-size", "12.0px"),
        style.of(Objects.requireNonNull(page.getElementById("a"))));
    assertEquals(
        Map.of("fill", "#111", "font-size", "20px"),
        style.of(Objects.requireNonNull(page.getElementById("b"))));
    assertEquals(Map.of("fill", "red"), style.of(Objects.requireNonNull(page.getElementById("c"))));
    assertEquals(
        Map.of("fill", "blue"), style.of(Objects.requireNonNull(page.getElementById("d"))));
  }

  @Test
  void linksStandUnderTheDrawing() {
    String html = PictureLinks.under(PAGE, ExportAddress.of("/timeline?asOf=2025-12-28"), false);
    assertEquals(
        List.of(
            "/timeline?asOf=2025-12-28&picture=p&format=svg",
            "/timeline?asOf=2025-12-28&picture=p&format=png"),
        Jsoup.parse(html).select(".chart + .take a").eachAttr("href"));
  }
}
