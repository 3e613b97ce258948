package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.parley.web.service.FolderCaseService;

/// The picture on top of the packages: what it shows, and that the table says the same.
@NullMarked
class PackagesPictureStoryTest {

  @Test
  void twoPartiesAreOnePanelWithTheFairPackages() {
    Document page = page("south-caucasus-2024", "");
    assertEquals(1, page.select("svg.hero .rim").size());
    same(page);
    assertTrue(pins(page).getFirst().startsWith("A Nash"), pins(page).toString());
  }

  @Test
  void noDealStandsWhereTheBaselinesCross() {
    Document page = page("kyoto-1997", "");
    assertTrue(pins(page).getFirst().startsWith("A No deal"), pins(page).toString());
    assertEquals(6, page.select("svg.hero .floor").size());
    same(page);
  }

  @Test
  void ofFourPartiesTheMostOpposedPairsAreShown() {
    Document page = page("ukraine-2025", "");
    assertEquals(3, page.select("svg.hero .rim").size());
    same(page);
    List<String> across = page.select("svg.hero .name").eachText();
    assertEquals(List.of("Ukraine, points →", "Russia, points →"), across.subList(0, 2));
    assertTrue(page.select("#hero .lead").text().contains("most against each other"));
  }

  @Test
  void theDraftStandsOnItAsFarAsItIsSettled() {
    Document page = page("ukraine-2025", "&table.p14=p14-stand");
    assertEquals(3, page.select("svg.hero .pin-built .reach").size());
    same(page);
    assertTrue(pins(page).get(1).startsWith("B The package being built"), pins(page).toString());
  }

  private static List<String> pins(Document page) {
    return page.select("table[data-table=picture] tbody th").eachText();
  }

  /// The picture, its key and its table name the same packages.
  private static void same(Document page) {
    List<String> pins = pins(page);
    int panels = page.select("svg.hero .rim").size();
    assertEquals(pins.size() * panels, page.select("svg.hero .pin").size());
    assertEquals(pins, page.select("[data-key-of=packages] .sample:has(.pin)").eachText());
    assertEquals(pins, page.select("svg.hero .pin title").eachText().subList(0, pins.size()));
  }

  private static Document page(String example, String query) {
    try (WebServer server =
        WebServer.start(new FolderCaseService(Path.of("../examples/" + example), null), 0)) {
      return Jsoup.parse(new WebClient(server).get("/packages?wait=true" + query).body());
    }
  }
}
