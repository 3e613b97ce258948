package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.web.people.NoticedThings;
import org.parley.web.service.JournalCaseService;

/// A token may read only, is replaced with an overlap, and its expiry is announced.
@NullMarked
class TokenScopeStoryTest {

  private static final String SOURCE =
      """
      {"record": {"id": "wire", "publisher": "Wire", "title": "Of the day", "date": "2025-03-01",
        "kind": "report", "reliability": "B", "language": "en"}}
      """;

  @TempDir Path folder;
  private Team team;
  private Team.Client ann;

  @BeforeEach
  void start() throws Exception {
    team =
        new Team(
            folder,
            Team.caseOf(
                """
                case: {title: The river}
                parties:
                  - {id: A, name: Arda, kind: state}
                """),
            false);
    team.account("ann", "mediator", null);
    ann = team.signedIn("ann");
  }

  @AfterEach
  void stop() {
    team.close();
  }

  private String made(Map<String, String> fields) {
    HttpResponse<String> page = ann.form("/people", fields);
    assertEquals(200, page.statusCode(), page.body());
    return Jsoup.parse(page.body()).select(".notice code.secret").text();
  }

  @Test
  void aTokenThatReadsOnlyChangesNothing() {
    Team.Client reads =
        team.withToken(
            made(Map.of("_do", "token", "name", "bot", "role", "mediator", "read-only", "yes")));
    Team.Client writes =
        team.withToken(made(Map.of("_do", "token", "name", "desk", "role", "mediator")));
    assertEquals(200, reads.get("/api/board").statusCode());
    assertEquals(200, reads.get("/api/accounts").statusCode());
    for (String path : List.of("/api/records/sources", "/api/accounts", "/api/jobs")) {
      HttpResponse<String> refused = reads.json("POST", path, SOURCE);
      assertEquals(403, refused.statusCode(), refused.body());
      assertTrue(refused.body().contains("token-reads-only"), refused.body());
    }
    assertEquals(403, reads.json("DELETE", "/api/tokens/desk", "").statusCode());
    assertEquals(201, writes.json("POST", "/api/records/sources", SOURCE).statusCode());
    assertTrue(ann.get("/people").body().contains("reads only"));
    assertTrue(reads.get("/api/tokens/bot").body().contains("\"readOnly\":true"));
  }

  @Test
  void aSecretIsReplacedWithAnOverlap() {
    String first = made(Map.of("_do", "token", "name", "bot", "role", "observer"));
    HttpResponse<String> page =
        ann.form("/people/bot", Map.of("_do", "rotate-token", "hours", "1"));
    String second = Jsoup.parse(page.body()).select(".notice code.secret").text();
    assertFalse(second.isEmpty() || second.equals(first), page.body());
    assertEquals(200, team.withToken(first).get("/api/board").statusCode());
    assertEquals(200, team.withToken(second).get("/api/board").statusCode());
    HttpResponse<String> again =
        ann.json("POST", "/api/tokens/bot/rotate", "{\"overlapHours\": 0}");
    assertEquals(200, again.statusCode(), again.body());
    assertEquals(401, team.withToken(first).get("/api/board").statusCode());
    assertEquals(401, team.withToken(second).get("/api/board").statusCode());
    for (String hours : List.of("169", "-1", "x")) {
      assertEquals(
          422, ann.form("/people/bot", Map.of("_do", "rotate-token", "hours", hours)).statusCode());
    }
    assertEquals(404, ann.form("/people/nobody", Map.of("_do", "rotate-token")).statusCode());
    for (String wrong : List.of("{\"overlapHours\": 169}", "{\"overlapHours\": \"x\"}")) {
      assertEquals(400, ann.json("POST", "/api/tokens/bot/rotate", wrong).statusCode());
    }
    assertTrue(ann.get("/audit").body().contains("rotated the token of bot"));
  }

  @Test
  void mediatorsAreRemindedOfItsExpiry() {
    NoticedThings things =
        new NoticedThings(
            new JournalCaseService(team.journal, Team.CLOCK), team.people, Team.CLOCK);
    List<String> before = things.of("ann");
    made(Map.of("_do", "token", "name", "late", "role", "observer", "days", "90"));
    assertEquals(before, things.of("ann"));
    made(Map.of("_do", "token", "name", "soon", "role", "observer", "days", "13"));
    assertEquals(before.size() + 1, things.of("ann").size());
    team.account("ob", "observer", null);
    assertEquals(List.of(), things.of("ob"));
    String page = ann.get("/waiting").body();
    assertTrue(page.contains("Tokens of programs that expire soon"), page);
    assertFalse(page.contains("late"));
    assertFalse(team.signedIn("ob").get("/waiting").body().contains("Tokens of programs"));
    String french = ann.send(ann.request("/waiting").header("Accept-Language", "fr").GET()).body();
    assertTrue(french.contains("Jetons de programmes qui expirent"), french);
  }
}
