package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.parley.web.service.FolderCaseService;

/// Every drawing of the pages of an example is downloaded as SVG and PNG.
@NullMarked
class PictureExportCensusTest {

  private static final List<String> PAGES =
      List.of(
          "/timeline?asOf=2025-12-28",
          "/guarantees",
          "/points/p14",
          "/packages?wait=true",
          "/outlook",
          "/outlook/ways",
          "/indicators",
          "/sequence",
          "/sequence/forecast",
          "/places");

  /// Drawings that are part of a table, a line of text or a plan made of rows, and no pictures.
  private static final String SMALL = ".bar, .mark, .sprite, .g-track, .key svg, table svg";

  private static final Pattern UNRESOLVED =
      Pattern.compile("var\\(|class=|href|<script|currentColor");

  @Test
  void everyDrawingIsDownloaded() {
    List<String> wrong = new ArrayList<>();
    int drawings = 0;
    try (WebServer server =
        WebServer.start(new FolderCaseService(Path.of("../examples/ukraine-2025"), null), 0)) {
      WebClient client = new WebClient(server);
      for (String path : PAGES) {
        Document page = Jsoup.parse(client.get(path).body());
        Set<String> names = new HashSet<>();
        for (Element svg : page.select("main svg, main [data-rows]")) {
          String name = svg.attr("data-picture") + svg.attr("data-rows");
          if (svg.is(SMALL)) {
            continue;
          }
          if (name.isEmpty() || !names.add(name)) {
            wrong.add(path + ": a drawing without a name of its own: " + svg.className());
            continue;
          }
          drawings++;
          key(page, name, wrong, path);
          for (String link : page.select(".take a").eachAttr("href")) {
            if (link.contains("picture=" + name + "&")) {
              check(client, link, wrong);
            }
          }
        }
      }
      assertEquals(404, client.get("/timeline?picture=timelin&format=svg").statusCode());
      assertEquals(400, client.get("/timeline?picture=timeline&format=gif").statusCode());
    }
    assertEquals(List.of(), wrong);
    assertTrue(drawings >= 12, drawings + " drawings");
  }

  @Test
  void theRingOfAKnotSaysWhatItsNumbersAre() {
    try (WebServer server =
        WebServer.start(new FolderCaseService(Path.of("../examples/ukraine-2025"), null), 0)) {
      String svg = new WebClient(server).get("/sequence?picture=knot-1&format=svg").body();
      String words = Jsoup.parse(svg).text();
      assertTrue(words.contains("Knot 1: 3 demands cannot all hold"), words);
      assertTrue(words.contains("1 → 2: A referendum is held in Ukraine at least 60"), words);
      assertTrue(words.contains("As of 28 February 2026"), words);
      assertTrue(svg.contains("fill=\"#1d4a7a\""), svg);
    }
  }

  /// A key below a drawing belongs to a drawing of the page; [PagePicturesTest] sees it drawn.
  private static void key(Document page, String name, List<String> wrong, String path) {
    for (Element key : page.select(".key")) {
      if (!key.select(".sample").isEmpty() && !key.hasAttr("data-key-of")) {
        wrong.add(path + ": a key that no drawing has, near " + name);
      }
    }
  }

  private static void check(WebClient client, String link, List<String> wrong) {
    var answer = client.get(link);
    String type = answer.headers().firstValue("Content-Type").orElse("");
    if (answer.statusCode() != 200 || !type.startsWith("image/")) {
      wrong.add(link + ": " + answer.statusCode() + " " + type);
    } else if (type.startsWith("image/svg")) {
      UNRESOLVED
          .matcher(answer.body())
          .results()
          .limit(1)
          .forEach(each -> wrong.add(link + " has " + each.group()));
      if (!answer.body().contains("The December 2025 plan for Ukraine")) {
        wrong.add(link + " names no case");
      }
    } else if (!answer.body().contains("PNG")) {
      wrong.add(link + " is no PNG");
    }
  }
}
