package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.web.access.AccountAuthenticator;

/// A mediator opens rounds and tables packages; two delegations answer in secret; nobody learns
/// more than the rule says. Attacks on a round are tried too.
@NullMarked
class RoundsStoryTest {

  static final String CASE =
      """
      case: {title: A small ceasefire}
      parties:
        - {id: AA, name: Aland, kind: state}
        - {id: BB, name: Bland, kind: state}
        - {id: CC, name: Cland, kind: state}
      sources:
        - {id: s1, publisher: The Gazette, title: News, language: en, date: 2025-12-01, kind: report, reliability: B}
      instruments:
        - {id: treaty, title: Treaty, kind: treaty, signatories: [AA, BB, CC]}
      points:
        - id: p1
          number: 1
          title: The keys
          instrument: treaty
          options: [{id: p1-two, title: Two keys}, {id: p1-turns, title: Taking turns}]
      rounds:
        - {id: r1, title: First round, parties: [AA, BB], points: p1, opens: 2025-12-28T09:00Z, closes: 2026-01-03T18:00+02:00, visibility: delegations}
        - {id: r2, title: Told in full, parties: [AA, BB], points: p1, opens: 2025-12-28T09:00Z, reveals: [turnout, count, points, parties], visibility: delegations}
        - {id: r3, title: Over, parties: [AA, BB], points: p1, opens: 2025-12-01T09:00Z, closes: 2025-12-02T18:00Z, visibility: delegations}
      tabledPackages:
        - {id: k1, round: r1, title: Two keys, version: 1, tabled: 2025-12-28T10:00Z, provisions: {point: p1, option: p1-two}, visibility: delegations}
        - {id: k2, round: r2, title: Two keys again, version: 1, tabled: 2025-12-28T10:00Z, provisions: {point: p1, option: p1-two}, visibility: delegations}
        - {id: k3, round: r3, title: Late, version: 1, tabled: 2025-12-01T10:00Z, provisions: {point: p1, option: p1-two}, visibility: delegations}
        - {id: aa-k4, round: r1, title: With turns, version: 2, amends: k1, author: AA, tabled: 2025-12-28T11:00Z, provisions: {point: p1, option: p1-turns, text: Each week.}, visibility: delegations}
      """;

  @TempDir Path folder;
  private Team team;
  private Team.Client ann;
  private Team.Client al;
  private Team.Client bo;
  private Team.Client cy;

  @BeforeEach
  void start() throws Exception {
    team =
        new Team(
            folder,
            Team.caseOf(CASE),
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

  static String page(Team.Client client, String round) {
    return client.get("/rounds/" + round).body();
  }

  static Element section(Team.Client client, String round, String tabled) {
    return Objects.requireNonNull(Jsoup.parse(page(client, round)).getElementById(tabled));
  }

  static HttpResponse<String> answer(
      Team.Client client, String round, String tabled, Map<String, String> words) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (Element each :
        section(client, round, tabled).select("form[action$=answer] input[type=hidden]")) {
      if (!each.attr("name").equals("token")) {
        fields.put(each.attr("name"), each.attr("value"));
      }
    }
    fields.put("package", tabled);
    fields.putAll(words);
    return client.form("/rounds/" + round + "/answer", fields);
  }

  static void accept(Team.Client client, String round, String tabled) {
    assertEquals(303, answer(client, round, tabled, Map.of("whole", "accepts")).statusCode());
  }

  private static void refusedFor(String words, HttpResponse<String> answer) {
    assertEquals(422, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains(words), answer.body());
  }

  @Test
  void nothingIsSeenBeforeAllHaveAnswered() {
    String before = page(ann, "r1");
    String publicly = ann.get("/rounds").body();
    accept(al, "r1", "k1");
    assertEquals(before, page(ann, "r1"));
    assertEquals(publicly, ann.get("/rounds").body());
    assertTrue(section(al, "r1", "k1").text().contains("The whole: accept."));
    assertTrue(section(bo, "r1", "k1").text().contains("Your delegation has not answered."));
    assertFalse(section(bo, "r1", "k1").text().contains("All accept"));
    accept(bo, "r1", "k1");
    for (Team.Client each : List.of(ann, al, bo, cy)) {
      String text = section(each, "r1", "k1").text();
      assertTrue(text.contains("All accept: all had answered on 28 December 2025"), text);
    }
  }

  @Test
  void aRefusalIsNotAttributed() {
    accept(al, "r1", "k1");
    assertEquals(303, answer(bo, "r1", "k1", Map.of("whole", "declines")).statusCode());
    String text = section(ann, "r1", "k1").text();
    assertTrue(text.contains("Not all accept"), text);
    assertFalse(text.contains("Bland accept") || text.contains("1 of 2"), text);
  }

  @Test
  void theRuleRevealsWhatItNames() {
    accept(al, "r2", "k2");
    String before = section(ann, "r2", "k2").text();
    assertTrue(before.contains("1 of 2 have answered."), before);
    answer(bo, "r2", "k2", Map.of("whole", "declines", "point/p1", "accepts"));
    String text = section(cy, "r2", "k2").text();
    assertTrue(text.contains("1 of 2 accept. Accepted by Aland."), text);
    assertTrue(text.contains("1 The keys: all accept"), text);
  }

  @Test
  void oneCorrectsAndWithdrawsOnesOwn() {
    accept(al, "r1", "k1");
    assertEquals(303, answer(al, "r1", "k1", Map.of("do", "withdraw")).statusCode());
    accept(bo, "r1", "k1");
    assertTrue(section(al, "r1", "k1").text().contains("Your delegation has not answered."));
    assertTrue(section(ann, "r1", "k1").text().contains("Answers are taken"));
    answer(al, "r1", "k1", Map.of("whole", "if", "if", "p1-turns"));
    assertTrue(section(al, "r1", "k1").text().contains("accept if the package has Taking turns"));
    assertTrue(section(ann, "r1", "k1").text().contains("Not all accept"));
  }

  @Test
  void attacksAreRefused() {
    refusedFor("too late", answer(al, "r3", "k3", Map.of("whole", "accepts")));
    refusedFor(
        "for its own party alone",
        answer(al, "r1", "k1", Map.of("whole", "accepts", "party", "BB")));
    refusedFor(
        "for its own party alone",
        answer(ann, "r1", "k1", Map.of("whole", "accepts", "party", "BB")));
    refusedFor("does not answer in this round", answer(cy, "r1", "k1", Map.of("whole", "accepts")));
    refusedFor("No answer to the whole", answer(al, "r1", "k1", Map.of()));
    accept(al, "r1", "k1");
    refusedFor(
        "has answered meanwhile", answer(al, "r1", "k1", Map.of("whole", "declines", "seen", "0")));
    refusedFor(
        "changed since this sheet was shown",
        answer(bo, "r1", "k1", Map.of("whole", "accepts", "basis", "0".repeat(64))));
    assertEquals(404, al.form("/rounds/r2/answer", Map.of("package", "k1")).statusCode());
    assertEquals(403, team.nobody().form("/rounds/r1/answer", Map.of()).statusCode());
  }

  /// The mediator widens the rule once both have answered, and learns nothing.
  @Test
  void aRuleThatIsChangedAfterwardsRevealsNothing() {
    accept(al, "r1", "k1");
    String record = ann.get("/api/records/rounds/r1").body();
    String version = record.replaceAll("(?s).*\"version\":\"([0-9a-f]+)\".*", "$1");
    HttpResponse<String> changed =
        ann.json(
            "PUT",
            "/api/records/rounds/r1",
            "{\"version\":\""
                + version
                + "\",\"record\":{\"id\":\"r1\",\"title\":\"First round\",\"parties\":[\"AA\",\"BB\"],"
                + "\"points\":[\"p1\"],\"opens\":\"2025-12-28T09:00Z\","
                + "\"closes\":\"2025-12-28T11:30Z\",\"reveals\":[\"parties\"],"
                + "\"visibility\":\"delegations\"}}");
    assertEquals(200, changed.statusCode(), changed.body());
    String text = section(ann, "r1", "k1").text();
    assertTrue(text.contains("Not all accept"), text);
    assertTrue(text.contains("Accepted by none."), text);
    assertTrue(section(al, "r1", "k1").text().contains("It does not count"));
  }

  @Test
  void aCounterProposalSaysWhatMovedAndByWhom() {
    String text = section(bo, "r1", "aa-k4").text();
    assertTrue(text.contains("tabled by Aland"), text);
    assertTrue(text.contains("1 The keys: Two keys became Taking turns; “Each week.”"), text);
    String round =
        "{\"record\":{\"id\":\"bb-k\",\"round\":\"r1\",\"title\":\"T\",\"version\":1,"
            + "\"author\":\"AA\",\"tabled\":\"2025-12-28T11:00Z\","
            + "\"provisions\":[{\"point\":\"p1\",\"option\":\"p1-two\"}]}}";
    HttpResponse<String> foreign = bo.json("POST", "/api/records/tabledPackages", round);
    assertEquals(422, foreign.statusCode());
    assertTrue(foreign.body().contains("tabled-for-another"), foreign.body());
    HttpResponse<String> own =
        bo.json("POST", "/api/records/tabledPackages", round.replace("\"AA\"", "\"BB\""));
    assertEquals(201, own.statusCode(), own.body());
    assertFalse(page(al, "r1").contains("bb-k"));
  }

  /// The audit, which mediators read, does not tell who answered.
  @Test
  void theAuditIsSilentOnRounds() {
    accept(al, "r1", "k1");
    String audit = ann.get("/audit").body();
    assertFalse(audit.contains("<td>/rounds"), audit);
  }

  @Test
  void programsReadTheSame() {
    accept(al, "r1", "k1");
    accept(bo, "r1", "k1");
    String json = ann.get("/api/rounds").body();
    assertTrue(json.contains("\"allAccept\":true"), json);
    assertFalse(json.contains("\"own\""), json);
    assertTrue(al.get("/api/rounds").body().contains("\"own\""));
  }

  @Test
  void frenchReadersReadFrench() {
    String page = al.send(al.request("/rounds/r1").header("Accept-Language", "fr").GET()).body();
    assertTrue(page.contains("Sceller – vue de Aland seule"), page);
  }
}
