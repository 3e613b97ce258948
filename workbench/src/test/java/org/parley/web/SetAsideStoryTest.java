package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A delegation writes what hidden records would forbid: it is answered as if they were not there,
/// to the byte, and the mediator finds them set aside or named otherwise.
class SetAsideStoryTest {

  private static final String SEEN =
      """
      case: {title: The river}
      parties:
        - {id: UA, name: Ua, kind: state}
        - {id: RU, name: Ru, kind: state}
      instruments:
        - {id: treaty, title: Treaty, kind: treaty, signatories: [UA, RU]}
      points:
        - {id: p1, instrument: treaty, number: "1", title: Water}
      sources:
        - {id: gazette, publisher: P, title: Gazette, date: 2025-03-01, kind: report, reliability: B, language: en}
      claims:
        - {id: ua-c, party: UA, speaker: Someone, asserts: agreed, said: 2025-03-01, source: [gazette], about: [p1], paraphrase: "Yes", visibility: {party: UA}}
      """;

  private static final String CLAIM =
      "        - {id: %s, party: UA, speaker: Someone, asserts: agreed, said: %s, source: [gazette],"
          + " about: [p1], paraphrase: Hidden, visibility: mediator%s}\n";

  @TempDir Path folder;

  private final Map<String, Team> teams = new HashMap<>();

  private void serve(String hidden) throws Exception {
    team("one", SEEN);
    team("other", SEEN.stripTrailing() + "\n" + hidden);
  }

  private void team(String name, String yaml) throws Exception {
    Path own = Files.createDirectories(folder.resolve(name));
    Team team = new Team(own, Team.caseOf(yaml.replaceAll("(?m)^ {8}-", "  -")), false);
    team.account("ann", "mediator", null);
    team.account("ua", "delegation", "UA");
    teams.put(name, team);
  }

  @AfterEach
  void close() {
    teams.values().forEach(Team::close);
    teams.clear();
  }

  private static String claim(String id, String said) {
    return """
    {"id": "%s", "party": "UA", "speaker": "Someone", "asserts": "agreed", "said": "%s",
     "source": ["gazette"], "about": ["p1"], "paraphrase": "Yes", "visibility": {"party": "UA"}}"""
        .formatted(id, said);
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }

  private static String put(Team team, String said) {
    Team.Client ua = team.signedIn("ua");
    String version = json(ua.get("/api/records/claims/ua-c")).get("version").stringValue();
    HttpResponse<String> answer =
        ua.json(
            "PUT",
            "/api/records/claims/ua-c",
            "{\"record\": " + claim("ua-c", said) + ", \"version\": \"" + version + "\"}");
    return answer.statusCode() + " " + answer.body();
  }

  private static String post(Team team, String id) {
    HttpResponse<String> answer =
        team.signedIn("ua")
            .json("POST", "/api/records/claims", "{\"record\": " + claim(id, "2025-03-02") + "}");
    return answer.statusCode() + " " + answer.body();
  }

  private Team one() {
    return Objects.requireNonNull(teams.get("one"));
  }

  private Team other() {
    return Objects.requireNonNull(teams.get("other"));
  }

  private JsonNode aside() {
    return json(other().signedIn("ann").get("/api/set-aside")).get("items");
  }

  /// Nine changes of the date of one's own claim once found the date of a hidden claim that
  /// retracts, contradicts or supersedes it.
  @Test
  void ninePutsDoNotFindTheDateOfAHiddenClaim() throws Exception {
    for (String word : List.of("retracts", "contradicts", "supersedes")) {
      serve(CLAIM.formatted("h1", "2025-06-17", ", " + word + ": [ua-c]"));
      assertEquals(0, aside().size());
      int low = 1;
      int high = 366;
      for (int i = 0; i < 9; i++) {
        int day = (low + high) / 2;
        String said = java.time.LocalDate.ofYearDay(2025, Math.min(day, 365)).toString();
        String seen = put(one(), said);
        assertEquals(seen, put(other(), said), word + " " + said);
        assertTrue(seen.startsWith("200 "), seen);
        boolean isLater = said.compareTo("2025-06-17") > 0;
        assertEquals(isLater ? 1 : 0, aside().size(), word + " " + said);
        low = i % 2 == 0 ? day : low;
        high = i % 2 == 0 ? high : day;
      }
      close();
    }
  }

  @Test
  void theMediatorFindsItSetAsideAndItComesBackOnceCorrected() throws Exception {
    serve(CLAIM.formatted("h1", "2025-06-17", ", retracts: [ua-c]"));
    put(other(), "2025-07-01");
    Team.Client ann = other().signedIn("ann");
    JsonNode aside = aside().get(0);
    assertEquals("h1", aside.get("id").stringValue());
    assertTrue(
        aside.get("problems").get(0).get("message").stringValue().contains("said later"),
        aside.toString());
    String page = ann.get("/set-aside").body();
    assertTrue(page.contains("/edit/claims/h1"), page);
    assertFalse(ann.get("/claims").body().contains("Hidden"));
    assertEquals(List.of("h1"), historyNames(ann));
    assertEquals(List.of(), historyNames(other().signedIn("ua")));
    assertEquals(200, ann.get("/edit/claims/h1").statusCode());
    assertEquals(403, other().signedIn("ua").get("/set-aside").statusCode());
    String body =
        "{\"record\": {\"id\": \"h1\", \"party\": \"UA\", \"speaker\": \"Someone\", \"asserts\": \"agreed\","
            + " \"said\": \"%s\", \"source\": [\"gazette\"], \"about\": [\"p1\"], \"paraphrase\": \"Hidden\","
            + " \"visibility\": \"mediator\", \"retracts\": [\"ua-c\"]}, \"version\": \""
            + aside.get("version").stringValue()
            + "\"}";
    assertEquals(
        422, ann.json("PUT", "/api/records/claims/h1", body.formatted("2025-06-18")).statusCode());
    assertEquals(
        200, ann.json("PUT", "/api/records/claims/h1", body.formatted("2025-07-02")).statusCode());
    assertEquals(0, aside().size());
    assertEquals(List.of(), historyNames(ann));
    assertTrue(ann.get("/claims").body().contains("Hidden"));
  }

  /// The records that the history, as a page and for programs, says are set aside.
  private static List<String> historyNames(Team.Client client) throws Exception {
    List<String> ids = new ArrayList<>();
    for (JsonNode each : json(client.get("/api/entries")).get("items")) {
      if (each.has("setAside")) {
        ids.add(each.get("id").stringValue());
      }
    }
    List<String> onPage =
        org.jsoup.Jsoup.parse(client.get("/history").body())
            .select("li:has(strong:containsOwn(set aside)) summary")
            .eachText()
            .stream()
            .map(each -> each.substring(0, each.indexOf(' ')))
            .toList();
    assertEquals(ids, onPage);
    return ids;
  }

  /// A delegation withdraws a claim that hidden records rest on.
  @Test
  void aWithdrawalIsTakenWhateverRestsOnIt() throws Exception {
    serve(CLAIM.formatted("h1", "2025-06-17", ", retracts: [ua-c]"));
    List<String> answers = new ArrayList<>();
    for (Team team : List.of(one(), other())) {
      Team.Client ua = team.signedIn("ua");
      String version = json(ua.get("/api/records/claims/ua-c")).get("version").stringValue();
      HttpResponse<String> answer =
          ua.json("DELETE", "/api/records/claims/ua-c?version=" + version, "");
      assertEquals(404, ua.get("/api/records/claims/ua-c").statusCode());
      assertEquals(403, ua.get("/set-aside").statusCode());
      answers.add(
          answer.statusCode()
              + " "
              + answer.body()
              + ua.get("/api/entries").body()
              + ua.get("/api/claims").body());
    }
    assertEquals(answers.getFirst(), answers.getLast());
    assertTrue(answers.getFirst().startsWith("200 "), answers.getFirst());
    JsonNode aside = aside();
    assertEquals(1, aside.size());
    assertEquals("h1", aside.get(0).get("id").stringValue());
    Team.Client ann = other().signedIn("ann");
    assertTrue(ann.get("/set-aside").body().contains("/edit/claims/h1"));
    assertFalse(ann.get("/claims").body().contains("Hidden"));
  }

  /// A delegation withdraws a source that a hidden option of a public point rests on: the point
  /// stays, the answer is as if there were no option, and the mediator corrects the option alone.
  @Test
  void aHiddenPartGivesWayAlone() throws Exception {
    String source =
        "sources:\n        - {id: ua-s, publisher: P, title: Gazette, date: 2025-03-01,"
            + " kind: report, reliability: B, language: en}\n";
    String seen = SEEN.replace("sources:\n", source);
    team(
        "other",
        seen.replace(
            "title: Water}",
            "title: Water, options: [{id: p1.seen, title: More}, {id: p1.hidden, title: Less,"
                + " source: [ua-s], visibility: mediator}]}"));
    team(
        "one",
        seen.replace("title: Water}", "title: Water, options: [{id: p1.seen, title: More}]}"));
    List<String> answers = new ArrayList<>();
    for (Team team : List.of(one(), other())) {
      Team.Client ua = team.signedIn("ua");
      String version = json(ua.get("/api/records/sources/ua-s")).get("version").stringValue();
      HttpResponse<String> answer =
          ua.json("DELETE", "/api/records/sources/ua-s?version=" + version, "");
      answers.add(
          answer.statusCode()
              + " "
              + answer.body()
              + ua.get("/api/records/points/p1").body()
              + ua.get("/points").body()
              + ua.get("/api/entries").body());
    }
    assertEquals(answers.getFirst(), answers.getLast());
    assertTrue(answers.getFirst().startsWith("200 "), answers.getFirst());
    JsonNode aside = aside();
    assertEquals(1, aside.size());
    assertEquals("p1", aside.get(0).get("id").stringValue());
    assertEquals("options", aside.get(0).get("part").get(0).stringValue());
    assertEquals("1", aside.get(0).get("part").get(1).stringValue());
    Team.Client ann = other().signedIn("ann");
    String page = ann.get("/set-aside").body();
    assertTrue(page.contains("/edit/points/p1") && !page.contains("/remove/points/p1"), page);
    assertTrue(ann.get("/edit/points/p1").body().contains("p1.hidden"), "the form has it still");
    JsonNode point = json(ann.get("/api/records/points/p1"));
    String corrected = point.get("record").toString().replace("ua-s", "gazette");
    assertEquals(
        200,
        ann.json(
                "PUT",
                "/api/records/points/p1",
                "{\"record\": "
                    + corrected
                    + ", \"version\": \""
                    + point.get("version").stringValue()
                    + "\"}")
            .statusCode());
    assertEquals(0, aside().size());
  }

  @Test
  void whoSeesARecordIsSaidInWordsWhereItChanged() throws Exception {
    serve(CLAIM.formatted("h1", "2025-06-17", ""));
    Team.Client ann = other().signedIn("ann");
    String version = json(ann.get("/api/records/claims/h1")).get("version").stringValue();
    String wider = claim("h1", "2025-06-17").replace("{\"party\": \"UA\"}", "\"delegations\"");
    HttpResponse<String> answer =
        ann.json(
            "PUT",
            "/api/records/claims/h1",
            "{\"record\": "
                + wider
                + ", \"confirmWidening\": true, \"version\": \""
                + version
                + "\"}");
    assertEquals(200, answer.statusCode(), answer.body());
    String page = ann.get("/history/" + other().journal.last()).body();
    String words = org.jsoup.Jsoup.parse(page).text();
    assertTrue(words.contains("Who sees it"), words);
    assertTrue(words.contains("the mediator alone"), words);
    assertTrue(words.contains("all delegations and the mediator"), words);
  }

  /// A mediator sees what would be set aside, and is told instead.
  @Test
  void aMediatorSetsNothingAside() throws Exception {
    serve(CLAIM.formatted("h1", "2025-06-17", ", retracts: [ua-c]"));
    Team.Client ann = other().signedIn("ann");
    String version = json(ann.get("/api/records/claims/ua-c")).get("version").stringValue();
    HttpResponse<String> answer =
        ann.json(
            "PUT",
            "/api/records/claims/ua-c",
            "{\"record\": " + claim("ua-c", "2025-07-01") + ", \"version\": \"" + version + "\"}");
    assertEquals(422, answer.statusCode(), answer.body());
    assertEquals("h1", json(answer).get("troubles").get(0).get("record").stringValue());
  }

  /// An id that something hidden has is free to those who cannot see it; the hidden record takes
  /// another name wherever it is mentioned.
  @Test
  void anIdTakenByWhatIsHiddenIsFree() throws Exception {
    serve(
        CLAIM.formatted("ua-x-1", "2025-06-17", "")
            + CLAIM.formatted("h2", "2025-06-18", ", supersedes: [ua-x-1]"));
    String seen = post(one(), "ua-x-1");
    assertEquals(seen, post(other(), "ua-x-1"));
    assertTrue(seen.startsWith("201 "), seen);
    assertEquals(post(one(), "ua-x-1"), post(other(), "ua-x-1"), "taken by what is seen");
    Team.Client ann = other().signedIn("ann");
    assertEquals(0, aside().size());
    JsonNode referring = json(ann.get("/api/records/claims/h2")).get("record");
    assertEquals("renamed-ua-x-1", referring.get("supersedes").get(0).stringValue());
    assertEquals(
        "Hidden",
        json(ann.get("/api/records/claims/renamed-ua-x-1"))
            .get("record")
            .get("paraphrase")
            .stringValue());
    String history = other().signedIn("ua").get("/api/entries").body();
    assertEquals(one().signedIn("ua").get("/api/entries").body(), history);
    assertFalse(history.contains("renamed"), history);
  }

  /// With parties UA and UA-X the longest name that an id begins with owns it.
  @Test
  void theLongestBeginningOwnsAnId() throws Exception {
    String seen = "parties:\n        - {id: UA-X, name: Uax, kind: state}\n";
    team("one", SEEN.replace("parties:\n", seen));
    team(
        "other",
        SEEN.replace("parties:\n", seen).stripTrailing()
            + "\n"
            + CLAIM
                .formatted("ua-x-1", "2025-06-17", "")
                .replace("visibility: mediator", "visibility: {party: UA-X}"));
    String answer = post(one(), "ua-x-1");
    assertEquals(answer, post(other(), "ua-x-1"));
    assertTrue(answer.startsWith("422 ") && answer.contains("are for what UA-X adds"), answer);
  }
}
