package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.model.cases.Case;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A page is cited with its finding and state; whoever follows the citation finds the same state.
@NullMarked
class CitationStoryTest {

  private static final String TREATY =
      """
      case: {title: "A small <b>treaty</b> & more", columns: [arda, brenn]}
      parties:
        - {id: arda, name: Arda, kind: state, roles: signatory}
        - {id: brenn, name: Brenn, kind: state, roles: signatory}
      instruments:
        - {id: treaty, title: The treaty, kind: treaty}
      sources:
        - {id: s1, publisher: The Gazette, title: Talks, date: 2026-02-01, kind: report, reliability: B,
           language: en}
      """;

  private static final String SECRET =
      """
        - {id: s2, publisher: A secret cable, title: Told, date: 2026-02-02, kind: report,
           reliability: B, language: en, visibility: mediator}
      """;

  @TempDir Path folder;

  private static JsonNode csl(Team.Client client, String path) {
    return JsonMapper.shared().readTree(client.get(path + "?cite=csl").body()).get(0);
  }

  private static String path(Team.Client client, JsonNode cited) {
    String url = cited.get("URL").asString();
    String host = "http://127.0.0.1:" + client.server.port();
    assertTrue(url.startsWith(host), url);
    return url.substring(host.length());
  }

  private static Team team(Path folder, String text) throws Exception {
    Case contents = Team.caseOf(text);
    Team team = new Team(folder, contents, true);
    team.account("ann", "mediator", null);
    return team;
  }

  @Test
  void aMediatorCitesAnEntryOfTheJournal() throws Exception {
    try (Team team = team(folder, TREATY)) {
      Team.Client ann = team.signedIn("ann");
      JsonNode cited = csl(ann, "/sources");
      String then = "/then/" + team.journal.last() + "/sources";
      assertEquals(then, path(ann, cited));
      assertEquals(team.journal.anchor().hash(), cited.get("version").asString());
      assertEquals("A small <b>treaty</b> & more", cited.get("container-title").asString());
      assertTrue(ann.get(then).body().contains("The Gazette"));
      assertEquals(then, path(ann, csl(ann, then)));
      assertEquals(cited.get("version"), csl(ann, then).get("version"));
    }
  }

  @Test
  void thePublicCitesWhatItMaySeeAndNothingTellsOfMore() throws Exception {
    try (Team one = team(folder.resolve("one"), TREATY);
        Team other = team(folder.resolve("other"), TREATY + SECRET)) {
      JsonNode plain = csl(one.nobody(), "/sources");
      JsonNode secret = csl(other.nobody(), "/sources");
      assertEquals(plain.get("version"), secret.get("version"));
      assertEquals(plain.get("note"), secret.get("note"));
      assertFalse(path(one.nobody(), plain).contains("/then/"));
      assertNotEquals(
          csl(one.signedIn("ann"), "/sources").get("version"),
          csl(other.signedIn("ann"), "/sources").get("version"));
      String page = one.nobody().get(path(one.nobody(), plain)).body();
      assertTrue(page.contains("The Gazette"), page);
      assertFalse(one.nobody().get("/sources").body().contains("/then/"));
    }
  }

  @Test
  void everyPageTellsProgramsWhatItFinds() throws Exception {
    try (Team team = team(folder, TREATY)) {
      Document board = Jsoup.parse(team.nobody().get("/").body());
      String heading = board.select("h1").text();
      assertEquals(
          heading + " · A small <b>treaty</b> & more",
          board.select("meta[property=og:title]").attr("content"));
      assertEquals(1, board.select("meta[name=description]").size());
      assertEquals(3, board.select(".cite a[href*=cite=]").size());
      assertEquals(0, Jsoup.parse(team.nobody().get("/sign-in").body()).select(".cite").size());
      assertEquals(0, Jsoup.parse(team.nobody().get("/nowhere").body()).select(".cite").size());
    }
  }

  @Test
  void anUnknownFormatIsExplained() throws Exception {
    try (Team team = team(folder, TREATY)) {
      assertEquals(400, team.nobody().get("/?cite=endnote").statusCode());
      assertEquals(404, team.nobody().get("/sign-in?cite=text").statusCode());
    }
  }
}
