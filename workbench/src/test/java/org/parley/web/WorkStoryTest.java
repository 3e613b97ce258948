package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.answer.work.WorkAnswer;
import org.parley.answer.work.WorkAnswer.AuthorAccount;
import org.parley.answer.work.WorkAnswer.PersonWeek;
import org.parley.answer.work.WorkAnswer.WaitTotals;
import org.parley.model.PartyId;
import org.parley.store.WorkLog;
import org.parley.store.WorkLog.Waiter;
import org.parley.web.service.FolderCaseService;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The journal tells mediators who did how much and how long things waited. It begins on Sunday, 28
/// December 2025 at noon, by Ann.
@NullMarked
class WorkStoryTest {

  private static final String BEGUN =
      """
      case: {title: The river, columns: [AA, BB]}
      parties:
        - {id: AA, name: Arda, kind: state}
        - {id: BB, name: Brenn, kind: state}
      sources:
        - {id: s1, title: Gazette, publisher: Gazette, date: 2025-12-20, language: en, reliability: B, kind: report}
      """;

  private static final String OPEN_ITEMS =
      """
      items:
        - {id: i1, text: Water rose, source: [s1], arrived: 2025-12-28, visibility: mediator}
        - {id: i2, text: Water fell, source: [s1], arrived: 2025-12-28, visibility: mediator}
      """;

  private static final String DECIDED =
      """
      items:
        - {id: i1, text: Water rose, source: [s1], arrived: 2025-12-28, decision: {information-only: Known}, decided: 2025-12-31, decidedBy: Ann, visibility: mediator}
        - {id: i2, text: Water fell, source: [s1], arrived: 2025-12-28, visibility: mediator}
      """;

  private static final String COMMENT =
      """
      comments:
        - {id: c1, subject: {whole-record: AA}, text: Who signs?, by: Al, made: 2025-12-30T12:00+00:00, visibility: mediator}
      """;

  private static final String RESOLVED =
      COMMENT
          + """
            - {id: c2, replyTo: c1, by: Ann, made: 2026-01-01T12:00+00:00, decision: resolved, visibility: mediator}
          """;

  private static final String REOPENED =
      RESOLVED
          + """
            - {id: c3, replyTo: c1, by: al, made: 2026-01-03T12:00+00:00, decision: reopened, visibility: mediator}
          """;

  private static final String TASKS =
      """
      tasks:
        - {id: t1, title: Call the pilot, visibility: mediator}
        - {id: t2, title: Book the hall, visibility: mediator}
        - {id: t3, title: Print, done: 2025-12-28, visibility: mediator}
      """;

  private static final String DONE =
      """
      tasks:
        - {id: t1, title: Call the pilot, done: 2026-01-01, visibility: mediator}
        - {id: t3, title: Print, done: 2025-12-28, visibility: mediator}
      """;

  private static final Instant NOW = Instant.parse("2026-01-08T11:00:00Z");

  @TempDir private Path folder;
  private Team team;

  @BeforeEach
  void record() throws Exception {
    team = new Team(folder.resolve("journal"), Team.caseOf(BEGUN), true);
    team.account("ann", "mediator", null);
    team.account("al", "delegation", "AA");
    // Sunday: five entries by ann about five records
    enter(OPEN_ITEMS + TASKS, "ann", "2025-12-28T12:00:01Z");
    // Tuesday and Wednesday
    enter(OPEN_ITEMS + TASKS + COMMENT, "al", "2025-12-30T12:00:00Z");
    enter(DECIDED + TASKS + COMMENT, "ann", "2025-12-31T12:00:00Z");
    // Thursday: the comment is resolved, one task is done, the other removed
    enter(DECIDED + DONE + RESOLVED, "ann", "2026-01-01T12:00:01Z");
    // Saturday: it is opened again
    enter(DECIDED + DONE + REOPENED, "al", "2026-01-03T12:00:00Z");
  }

  private void enter(String records, String who, String at) {
    team.journal.record(Team.caseOf(BEGUN + records), who, "", Instant.parse(at));
  }

  @AfterEach
  void stop() {
    team.close();
  }

  private WorkAnswer answer(int weeks) {
    return WorkAnswer.of(
        WorkLog.of(team.journal),
        Map.of(
            "ann",
            new AuthorAccount("mediator", null),
            "al",
            new AuthorAccount("delegation", new PartyId("AA"))),
        weeks,
        NOW);
  }

  @Test
  void waitsRunFromRecordingToRecording() {
    assertEquals(
        List.of(
            // i1 from the 28th to the 31st, a second short of three days; i2 waits since the 28th
            new WaitTotals(Waiter.ITEM, 1, 2L, 2L, 1, 10L, "i2"),
            // two days until it was resolved, and anew since the 3rd, less than five days ago
            new WaitTotals(Waiter.COMMENT, 1, 2L, 2L, 1, 4L, "c1"),
            // done and removed after four days; the one recorded as done never waited
            new WaitTotals(Waiter.TASK, 2, 4L, 4L, 0, null, null)),
        answer(12).waits());
  }

  @Test
  void entriesAreCountedByAuthorWeekAndSubject() {
    LocalDate first = LocalDate.parse("2025-12-22");
    LocalDate second = LocalDate.parse("2025-12-29");
    List<PersonWeek> expected =
        List.of(
            // i1 decided; t1 done, t2 removed, c2 resolves
            new PersonWeek(second, "ann", "mediator", null, 4, 4, 1, 0, 0, 3),
            new PersonWeek(second, "al", "delegation", new PartyId("AA"), 2, 2, 0, 0, 0, 2),
            new PersonWeek(first, "ann", "mediator", null, 5, 5, 2, 0, 0, 3),
            // header, two parties, a source
            new PersonWeek(first, "Ann", null, null, 4, 4, 1, 3, 0, 0));
    assertEquals(expected, answer(3).done());
    assertEquals(expected.subList(0, 2), answer(2).done());
    assertEquals(List.of(), answer(1).done());
    assertEquals("15 entries by 3 authors; 2 things wait.", answer(3).headline());
    assertEquals("Nothing was recorded; 2 things wait.", answer(1).headline());
  }

  @Test
  void onlyMediatorsReadIt() {
    for (String address : List.of("/work", "/api/work")) {
      assertEquals(403, team.inSession("al").get(address).statusCode());
      assertTrue(team.nobody().get(address).statusCode() >= 300);
    }
    assertFalse(team.inSession("al").get("/waiting").body().contains("/work\""));
    assertTrue(team.inSession("ann").get("/waiting").body().contains("/work\""));
    assertTrue(team.inSession("ann").get("/history").body().contains("/work\""));
  }

  @Test
  void thePageAndTheApiHaveTheSameNumbers() {
    Team.Client ann = team.inSession("ann");
    HttpResponse<String> answer = ann.get("/work?weeks=520");
    assertEquals(200, answer.statusCode(), answer.body());
    Document page = Jsoup.parse(answer.body());
    assertEquals("15 entries by 3 authors; 2 things wait.", page.select("h1").text());
    assertEquals(
        List.of("29 December 2025", "al", "delegation, Arda", "2", "2", "0", "0", "0", "2"),
        page.select("table[data-table=work] tbody tr").get(1).children().eachText());
    assertEquals(
        List.of("/inbox#i2", "/record/c1"),
        page.select("table[data-table=waits] a").eachAttr("href"));
    JsonNode json = JsonMapper.shared().readTree(ann.get("/api/work?weeks=520").body());
    assertEquals(4, json.path("done").size());
    assertEquals("AA", json.path("done").path(1).path("party").asString());
    assertEquals(2, json.path("waits").path(2).path("closed").asInt());
    assertEquals(400, ann.get("/api/work?weeks=0").statusCode());
    HttpResponse<String> french =
        ann.send(ann.request("/work?weeks=520").header("Accept-Language", "fr").GET());
    assertTrue(
        Objects.requireNonNull(Jsoup.parse(french.body()).selectFirst("h1"))
            .text()
            .startsWith("15 entrées de 3 auteurs"));
  }

  @Test
  void aFolderWithoutAJournalSaysSo() throws Exception {
    Path plain = Files.createDirectory(folder.resolve("plain"));
    Files.writeString(plain.resolve("case.yaml"), BEGUN);
    try (WebServer server = WebServer.start(new FolderCaseService(plain, null), 0)) {
      HttpResponse<String> answer = new WebClient(server).get("/work");
      assertEquals(200, answer.statusCode());
      assertEquals("This case has no journal yet.", Jsoup.parse(answer.body()).select("h1").text());
    }
  }
}
