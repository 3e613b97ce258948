package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.web.access.AccountAuthenticator;
import org.parley.web.access.Route;

/// Attacks on rounds, through pages and through the API, each tried and counted.
@NullMarked
class RoundAttacksTest {

  @TempDir Path folder;
  private Team team;
  private Team.Client ann;
  private Team.Client al;
  private Team.Client bo;
  private Team.Client cy;
  private int tried;

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
    team.account("cy", "delegation", "CC");
    ann = team.inSession("ann");
    al = team.inSession("al");
    bo = team.inSession("bo");
    cy = team.inSession("cy");
  }

  @AfterEach
  void stop() {
    team.close();
  }

  private static String digest(Team.Client client, String tabled) {
    return client
        .get("/api/rounds")
        .body()
        .replaceAll("(?s).*\"tabled\":\"" + tabled + "\".*?\"digest\":\"([0-9a-f]{64})\".*", "$1");
  }

  private static HttpResponse<String> seal(
      Team.Client client, String round, String tabled, Map<String, String> more) {
    Map<String, String> body = new LinkedHashMap<>();
    body.put("package", '"' + tabled + '"');
    body.put("digest", '"' + digest(client, tabled) + '"');
    body.put("whole", "\"accepts\"");
    body.putAll(more);
    List<String> pairs = new ArrayList<>();
    body.forEach((key, value) -> pairs.add('"' + key + "\":" + value));
    return client.json(
        "POST", "/api/rounds/" + round + "/answers", "{" + String.join(",", pairs) + "}");
  }

  private void refused(String code, HttpResponse<String> answer) {
    assertEquals(422, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains("\"code\":\"" + code + "\""), answer.body());
    tried++;
  }

  @Test
  void everyWrongAnswerIsRefusedWithItsCode() {
    refused("answer-too-late", seal(al, "r3", "k3", Map.of()));
    refused("answer-for-another", seal(al, "r1", "k1", Map.of("party", "\"BB\"")));
    refused("answer-for-another", seal(ann, "r1", "k1", Map.of()));
    refused("answer-for-another", seal(ann, "r1", "k1", Map.of("party", "\"AA\"")));
    refused("not-in-round", seal(cy, "r1", "k1", Map.of()));
    refused("sheet-changed", seal(al, "r1", "k1", Map.of("digest", "\"0\"")));
    refused("no-word-on-the-whole", seal(al, "r1", "k1", Map.of("whole", "\"\"")));
    refused("nothing-to-withdraw", seal(al, "r1", "k1", Map.of("withdraw", "true")));
    refused("no-condition", seal(al, "r1", "k1", Map.of("whole", "\"if\"")));
    refused(
        "condition-outside-round",
        seal(al, "r1", "k1", Map.of("whole", "\"if\"", "options", "[\"p9-x\"]")));
    refused(
        "point-not-in-package",
        seal(al, "r1", "k1", Map.of("points", "[{\"point\":\"p9\",\"word\":\"declines\"}]")));
    refused(
        "whole-without-its-point",
        seal(al, "r1", "k1", Map.of("points", "[{\"point\":\"p1\",\"word\":\"declines\"}]")));
    assertEquals(404, seal(al, "r2", "k1", Map.of()).statusCode());
    assertEquals(400, seal(al, "r1", "k1", Map.of("whole", "\"perhaps\"")).statusCode());
    assertEquals(403, team.nobody().json("POST", "/api/rounds/r1/answers", "{}").statusCode());
    assertEquals(15, tried + 3);
    logged("r1", 4, "Aland tried to answer", "in the name of Bland", "not asked");
    logged("r3", 1, "had applied already");
    // nobody has learned anything, and nothing was sealed
    assertFalse(ann.get("/api/rounds").body().contains("\"allAccept\":true"));
    assertFalse(al.get("/api/rounds").body().contains("\"own\":"));
  }

  /// A request that is sent twice is taken once: the second has not seen the first.
  @Test
  void aReplayedAnswerIsTakenOnce() {
    assertEquals(200, seal(al, "r1", "k1", Map.of()).statusCode());
    refused("answered-meanwhile", seal(al, "r1", "k1", Map.of()));
    assertEquals(
        200, seal(al, "r1", "k1", Map.of("seen", "1", "whole", "\"declines\"")).statusCode());
    refused("answered-meanwhile", seal(al, "r1", "k1", Map.of()));
    assertEquals(200, seal(al, "r1", "k1", Map.of("seen", "2", "withdraw", "true")).statusCode());
    // an old acceptance does not come back
    refused("answered-meanwhile", seal(al, "r1", "k1", Map.of()));
    assertTrue(al.get("/api/rounds").body().contains("\"ownEntries\":3"));
    // that a second answer was refused would tell that there was a first
    logged("r1", 0);
  }

  /// The mediator's log counts the refused attempts and says why; nobody else has a log.
  private void logged(String round, int times, String... words) {
    String log = ann.get("/api/rounds/" + round + "/log").body();
    assertTrue(log.contains("\"refused\":" + times + ","), log);
    for (String each : words) {
      assertTrue(log.contains(each), log);
    }
    for (String secret : List.of("accepts", "declines", "p9")) {
      assertFalse(log.contains(secret), log);
    }
    for (Team.Client each : List.of(al, bo, cy)) {
      assertEquals(403, each.get("/rounds/" + round + "/log").statusCode());
    }
  }

  @Test
  void anAnswerToAReplacedVersionIsRefused() {
    HttpResponse<String> later =
        ann.json(
            "POST",
            "/api/records/tabledPackages",
            "{\"record\":{\"id\":\"k5\",\"round\":\"r1\",\"title\":\"Two keys\",\"version\":2,"
                + "\"amends\":\"k1\",\"tabled\":\"2025-12-28T11:30Z\","
                + "\"provisions\":[{\"point\":\"p1\",\"option\":\"p1-turns\"}],"
                + "\"visibility\":\"delegations\"}}");
    assertEquals(201, later.statusCode(), later.body());
    refused("answer-to-old-version", seal(al, "r1", "k1", Map.of()));
    logged("r1", 1, "a later version had replaced it");
  }

  /// The answer of an account that was withdrawn stands, and the account sends no other.
  @Test
  void anAccountThatWasWithdrawnAnswersNoMore() {
    assertEquals(200, seal(al, "r1", "k1", Map.of()).statusCode());
    String digest = digest(al, "k1");
    String body =
        "{\"package\":\"k1\",\"digest\":\"" + digest + "\",\"seen\":1,\"whole\":\"declines\"}";
    assertEquals(200, ann.json("DELETE", "/api/accounts/al", "").statusCode());
    HttpResponse<String> after = al.json("POST", "/api/rounds/r1/answers", body);
    assertTrue(Set.of(401, 403).contains(after.statusCode()), after.body());
    assertEquals(200, seal(bo, "r1", "k1", Map.of()).statusCode());
    assertTrue(ann.get("/api/rounds").body().contains("\"allAccept\":true"));
  }

  private static HttpResponse<String> ask(Team.Client client, String more) {
    String body = "{\"package\":\"k1\",\"digest\":\"" + digest(client, "k1") + "\"" + more + "}";
    return client.json("POST", "/api/rounds/r1/asks", body);
  }

  /// While one party does not ask, nothing is told: not that others do, and not how many.
  @Test
  void allButOneAskInVain() {
    String before = ann.get("/api/rounds").body();
    String others = bo.get("/api/rounds").body();
    assertEquals(200, ask(al, "").statusCode());
    assertEquals(before, ann.get("/api/rounds").body());
    assertEquals(others, bo.get("/api/rounds").body());
    refused("answered-meanwhile", ask(al, ""));
    refused("asked-already", ask(al, ",\"seen\":1"));
    refused("answer-for-another", ask(al, ",\"party\":\"BB\""));
    refused("answer-for-another", ask(ann, ""));
    refused("not-in-round", ask(cy, ""));
    refused("nothing-to-withdraw", ask(bo, ",\"withdraw\":true"));
    assertEquals(200, ask(bo, "").statusCode());
    assertTrue(ann.get("/api/rounds").body().contains("\"improvement\":"));
    refused("all-asked", ask(al, ",\"seen\":1,\"withdraw\":true"));
  }

  /// A mediator reads every address before and after a first answer, and the bytes are the same.
  @Test
  void theMediatorSeesNothingAtAnyAddress() {
    List<String> paths = new ArrayList<>();
    for (Route each : team.server.routes()) {
      if (each.isSafe() && each.kind() != Route.Kind.STREAM && each.kind() != Route.Kind.FILE) {
        paths.add(
            each.path()
                .replace("{kind}", "rounds")
                .replace("{number}", "1")
                .replace("{id}", "r1")
                .replaceAll("\\{[a-z]+}", "none"));
      }
    }
    Map<String, String> before = new LinkedHashMap<>();
    for (String each : paths) {
      // the audit has these readings themselves, and another test is on what it leaves out
      if (!TwinQuestions.isDear(each) && !each.contains("audit")) {
        before.put(each, read(each));
      }
    }
    assertEquals(200, seal(al, "r1", "k1", Map.of()).statusCode());
    assertEquals(200, ask(al, "").statusCode());
    RoundsStoryTest.answer(bo, "r1", "aa-k4", Map.of("whole", "declines"));
    List<String> told = new ArrayList<>();
    before.forEach(
        (path, body) -> {
          if (!read(path).equals(body)) {
            told.add(path);
          }
        });
    assertEquals(List.of(), told);
    assertTrue(before.size() > 100, before.size() + " addresses");
  }

  private String read(String path) {
    return ann.get(path).body().replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "");
  }
}
