package org.parley.web.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.web.WebClient;
import org.parley.web.WebServer;
import org.parley.web.service.FolderCaseService;

/// Who said what of whom, on the page of the parties.
@NullMarked
class SpeechNetworkStoryTest {

  private static WebServer server;

  @BeforeAll
  static void start() {
    server = WebServer.start(new FolderCaseService(Path.of("../examples/ukraine-2025"), null), 0);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Document page(String query) {
    return Jsoup.parse(new WebClient(server).get("/parties" + query).body());
  }

  @Test
  void thePictureAndTheTableSayTheSame() {
    Document page = page("");
    int parties = page.select("svg.speech a circle").size();
    assertTrue(parties > 2 && parties <= SpeechNetwork.MOST_PARTIES, parties + " parties");
    assertEquals(
        page.select("table[data-table=speech] tbody tr").size(),
        page.select("svg.speech path.arc").size());
    assertEquals(
        page.select("table[data-table=speech] tbody td.num").eachText(),
        page.select("svg.speech text.ticklabel").eachText());
    assertTrue(
        page.select("svg.speech g.says title").eachText().contains("Ukraine of US: 27 claims"));
    assertEquals(List.of("Ukraine", "US"), first(page));
  }

  @Test
  void beforeAnythingWasSaidThereIsNoPicture() {
    Document page = page("?asOf=2020-01-01");
    assertTrue(page.select("svg.speech").isEmpty());
    assertFalse(page.select("table[data-table=parties] tbody tr").isEmpty());
  }

  @Test
  void theSameClaimsAreDrawnAlike() {
    assertEquals(
        page("").select("svg.speech").outerHtml(), page("").select("svg.speech").outerHtml());
  }

  private static List<String> first(Document page) {
    return page.select("table[data-table=speech] tbody tr")
        .getFirst()
        .select("th, td")
        .eachText()
        .subList(0, 2);
  }
}
