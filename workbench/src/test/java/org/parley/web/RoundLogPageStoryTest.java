package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.web.access.AccountAuthenticator;

/// The mediator looks back at a round: what happened, and how it stood at each moment.
@NullMarked
class RoundLogPageStoryTest {

  @TempDir Path folder;
  private Team team;
  private Team.Client ann;
  private Team.Client al;
  private Team.Client bo;

  @BeforeEach
  void start() throws Exception {
    team =
        new Team(
            folder,
            Team.caseOf(RoundsStoryTest.CASE),
            new AccountAuthenticator.Setting(Set.of(), false, false, true));
    team.account("ann", "mediator", null);
    team.account("al", "delegation", "AA");
    team.account("bo", "delegation", "BB");
    ann = team.inSession("ann");
    al = team.inSession("al");
    bo = team.inSession("bo");
  }

  @AfterEach
  void stop() {
    team.close();
  }

  private Document log(String round, String query) {
    HttpResponse<String> page = ann.get("/rounds/" + round + "/log" + query);
    assertEquals(200, page.statusCode(), page.body());
    return Jsoup.parse(page.body());
  }

  private static List<String> told(Document log) {
    return log.select("table.roundlog tbody tr td:nth-child(3)").eachText();
  }

  @Test
  void theMediatorAloneReadsIt() {
    assertEquals(200, ann.get("/rounds/r1/log").statusCode());
    assertEquals(404, ann.get("/rounds/r77/log").statusCode());
    assertEquals(403, al.get("/rounds/r1/log").statusCode());
    assertEquals(403, al.get("/rounds/r1/log.csv").statusCode());
    assertEquals(403, al.get("/api/rounds/r1/log").statusCode());
    assertTrue(ann.get("/rounds/r1").body().contains("/rounds/r1/log"));
    assertFalse(al.get("/rounds/r1").body().contains("/rounds/r1/log"));
  }

  @Test
  void itTellsOfAnswersOnlyWhatTheRuleRevealed() {
    String before = ann.get("/rounds/r1/log").body();
    RoundsStoryTest.accept(al, "r1", "k1");
    assertEquals(before, ann.get("/rounds/r1/log").body());
    RoundsStoryTest.accept(bo, "r1", "k1");
    List<String> told = told(log("r1", ""));
    assertTrue(
        told.stream()
            .anyMatch(
                each ->
                    each.startsWith("Revealed of Two keys, version 1, to all parties. All accept")),
        told.toString());
    assertFalse(told.toString().contains("Aland accept"), told.toString());
  }

  @Test
  void aRuleThatTellsTheTurnoutIsTold() {
    RoundsStoryTest.accept(al, "r2", "k2");
    assertTrue(
        told(log("r2", "")).contains("1 of 2 have answered Two keys again, version 1."),
        told(log("r2", "")).toString());
  }

  @Test
  void aVersionIsToldWithWhatMoved() {
    Element line =
        log("r1", "").select("table.roundlog tr").stream()
            .filter(each -> each.text().contains("With turns, version 2 was tabled"))
            .findFirst()
            .orElseThrow();
    assertTrue(line.text().contains("1 The keys: Two keys became Taking turns"), line.text());
    assertTrue(
        line.select("a").eachAttr("href").stream()
            .anyMatch(each -> each.matches("/then/\\d+/record/aa-k4")),
        line.html());
  }

  @Test
  void oneStepsThroughTheStates() {
    RoundsStoryTest.accept(al, "r1", "k1");
    RoundsStoryTest.accept(bo, "r1", "k1");
    Document first = log("r1", "?step=1");
    assertTrue(
        Objects.requireNonNull(first.getElementById("state")).text().contains("Aland:"),
        first.text());
    String early = first.select("#state").text();
    Document before = log("r1", "?at=2025-12-01T00:00Z");
    assertTrue(before.text().contains("The round was not on record yet."));
    Element next = before.selectFirst("a[rel=next]");
    assertTrue(Objects.requireNonNull(next).attr("href").contains("step=1"));
    int last = told(first).size();
    String late = log("r1", "?step=" + last).select("#state").text();
    assertTrue(late.contains("All accept: all had answered"), late);
    assertTrue(log("r1", "?step=" + last).select("a[rel=next]").isEmpty());
    assertFalse(early.isEmpty());
  }

  @Test
  void aWrongMomentIsRefused() {
    for (String query : List.of("?at=yesterday", "?step=0", "?step=999", "?step=x")) {
      HttpResponse<String> page = ann.get("/rounds/r1/log" + query);
      assertEquals(400, page.statusCode(), query);
      assertTrue(page.body().contains("is no moment"), page.body());
      assertEquals(400, ann.get("/api/rounds/r1/log" + query).statusCode(), query);
    }
    assertEquals(200, ann.get("/rounds/r1/log?at=&step=").statusCode());
  }

  @Test
  void programsReadTheSame() {
    RoundsStoryTest.accept(al, "r1", "k1");
    RoundsStoryTest.accept(bo, "r1", "k1");
    String json = ann.get("/api/rounds/r1/log?at=2030-01-01T00:00Z").body();
    assertTrue(json.contains("\"kind\":\"revealed\""), json);
    assertTrue(json.contains("\"allAccept\":true"), json);
    String csv = ann.get("/rounds/r1/log.csv").body();
    assertTrue(csv.startsWith("number,at,kind,words,details,by,why,package,accord,entry"), csv);
    assertTrue(csv.contains(",revealed,"), csv);
    assertTrue(ann.get("/rounds/r1/log.json").body().contains("\"revealed\""));
    HttpResponse<String> recorded = ann.form("/rounds/r1/accept", Map.of("package", "k1"));
    assertEquals(303, recorded.statusCode());
    String digest = recorded.headers().firstValue("Location").orElseThrow().replaceAll(".*/", "");
    assertTrue(
        told(log("r1", "")).contains("An accord was recorded: " + digest),
        told(log("r1", "")).toString());
    assertEquals(303, ann.form("/accords/" + digest + "/publish", Map.of()).statusCode());
    assertTrue(told(log("r1", "")).contains("An accord was made public: " + digest));
  }

  @Test
  void frenchMediatorsReadFrench() {
    String page =
        ann.send(ann.request("/rounds/r1/log").header("Accept-Language", "fr").GET()).body();
    assertTrue(page.contains("Journal du tour"), page);
    assertTrue(page.contains("a été ouvert"), page);
  }
}
