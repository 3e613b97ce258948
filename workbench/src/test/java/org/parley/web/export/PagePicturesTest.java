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

  @Test
  void theKeyIsPartOfThePicture() {
    String page =
        PAGE.replace(
            "</body>",
            """
            <p class="key" data-key-of="other p"><span class="sample"><svg class="swatch"
            viewBox="0 0 22 14"><rect class="claims-bar" x="7" y="1" width="8" height="12"/></svg>
            what was said</span> <span class="sample">only words</span></p>
            <p class="key" data-key-of="another"><span class="sample">of another</span></p></body>""");
    PageDrawing with = PagePictures.of(page).find("p", List.of("A case")).orElseThrow();
    PageDrawing without = PagePictures.of(PAGE).find("p", List.of("A case")).orElseThrow();
    assertTrue(with.svg().contains(">what was said</text>"), with.svg());
    assertTrue(with.svg().contains(">only words</text>"), with.svg());
    assertFalse(with.svg().contains("of another"), with.svg());
    assertTrue(
        with.svg().contains("<rect x=\"7\" y=\"1\" width=\"8\" height=\"12\" fill=\"#1d4a7a\">"),
        with.svg());
    assertTrue(with.height() > without.height());
  }

  @Test
  void aChartOfRowsIsOneDrawing() {
    String page =
        """
        <html><body><section aria-labelledby="h"><h2 id="h">The plan</h2><div data-rows="plan" class="gantt">
        <div class="g-axis"><svg class="g-track" width="100%" height="24"><text class="ticklabel" x="50%" y="13">May</text></svg></div>
        <details class="g-row critical"><summary><span class="g-title">A step<span class="g-when">1 May <b>critical</b></span></span>
        <svg class="g-track" width="100%" height="30"><circle class="g-mark" cx="25%" cy="15" r="6"/></svg></summary><p>Why</p></details>
        </div></section></body></html>
        """;
    PagePictures pictures = PagePictures.of(page);
    assertEquals(List.of("plan"), pictures.names());
    PageDrawing drawn = pictures.find("plan", List.of()).orElseThrow();
    assertEquals("The plan", drawn.title());
    assertTrue(drawn.svg().contains("x=\"350.0\""), drawn.svg());
    assertTrue(
        drawn.svg().contains("cx=\"175.0\" cy=\"15\" r=\"6\" fill=\"#1d4a7a\""), drawn.svg());
    assertTrue(drawn.svg().contains(">A step</text>"), drawn.svg());
    assertTrue(drawn.svg().contains("1 May · critical"), drawn.svg());
    assertFalse(drawn.svg().contains("Why"), drawn.svg());
  }
}
