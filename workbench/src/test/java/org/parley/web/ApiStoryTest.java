package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Eventually;
import org.parley.model.cases.Case;
import org.parley.store.people.AccessToken;
import org.parley.store.people.AccountEditor;
import org.parley.web.api.Described;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Programs of a team work on one case: they read, change, collide, take back, and see no more than
/// whoever gave them their token.
class ApiStoryTest {

  private static final String CASE =
      """
      case: {title: The river}
      parties:
        - {id: A, name: Arda, kind: state}
        - {id: B, name: Brenn, kind: state}
      instruments:
        - {id: treaty, title: Treaty, kind: treaty, signatories: [A, B]}
      points:
        - {id: p1, instrument: treaty, number: "1", title: Water}
        - {id: p2, instrument: treaty, number: "2", title: Bridges}
      sources:
        - {id: gazette, publisher: Gazette, title: Of the week, date: 2025-03-01, kind: report, reliability: B, language: en}
      claims:
        - {id: c1, speaker: The minister, office: Water, party: A, said: 2025-02-28, about: [p1], asserts: agreed, paraphrase: We can agree to this, source: gazette}
        - {id: c2, speaker: The envoy, office: Envoy, party: B, said: 2025-02-27, about: [p1], asserts: rejected, paraphrase: Never, source: gazette}
      positions:
        - {id: a-line, party: A, point: p1, concludes: Never less than half, visibility: {party: A}, illustrative: true}
      items:
        - {id: i1, text: A letter to the editor, arrived: 2025-03-02, source: gazette}
      """;

  @TempDir Path folder;
  private Team team;
  private Team.Client ann;
  private Team.Client al;
  private Team.Client bo;

  @BeforeEach
  void start() throws Exception {
    Case contents = Team.caseOf(CASE);
    team = new Team(folder, contents, false);
    team.account("ann", "mediator", null);
    ann = program("ann", "mediator", null);
    al = program("al", "delegation", "A");
    bo = program("bo", "delegation", "B");
  }

  @AfterEach
  void stop() {
    team.close();
  }

  private Team.Client program(String name, String role, @Nullable String party) {
    return team.withToken(
        team.people.makeToken(
            AccountEditor.OPERATOR,
            name,
            role,
            party,
            Team.NOON,
            AccessToken.expiry(Team.NOON, 90)));
  }

  private static JsonNode json(HttpResponse<String> answer) {
    assertEquals(
        answer.statusCode() < 400 ? "application/json" : "application/problem+json",
        answer.headers().firstValue("Content-Type").orElse("").split(";")[0],
        answer.body());
    Described.check(
        answer.request().method(),
        answer.request().uri().getRawPath(),
        answer.statusCode(),
        answer.body());
    return JsonMapper.shared().readTree(answer.body());
  }

  private static JsonNode get(Team.Client client, String path) {
    HttpResponse<String> answer = client.get(path);
    assertEquals(200, answer.statusCode(), path + " " + answer.body());
    return json(answer);
  }

  private static HttpResponse<String> send(
      Team.Client client, String method, String path, String body) {
    HttpResponse<String> answer =
        client.send(
            client
                .request(path)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    json(answer);
    return answer;
  }

  private static String version(Team.Client client, String path) {
    return get(client, path).get("version").stringValue();
  }

  @Test
  void aTokenTellsWhoAsks() {
    JsonNode me = get(al, "/api/me");
    assertEquals("delegation", me.get("role").stringValue());
    assertEquals("A", me.get("party").stringValue());
    assertEquals("a-", me.get("idsBegin").stringValue());
    HttpResponse<String> nobody = team.nobody().get("/api/case");
    assertEquals(401, nobody.statusCode());
    assertTrue(json(nobody).get("advice").stringValue().startsWith("Maybe"), nobody.body());
  }

  @Test
  void eachProgramSeesWhatItsRoleMaySee() {
    assertEquals("a-line", get(al, "/api/records/positions/a-line").get("id").stringValue());
    HttpResponse<String> hidden = bo.get("/api/records/positions/a-line");
    HttpResponse<String> absent = bo.get("/api/records/positions/a-lime");
    assertEquals(404, hidden.statusCode());
    assertEquals(hidden.body().replace("a-line", "a-lime"), absent.body());
    assertEquals(0, get(bo, "/api/records/positions").get("total").intValue());
    assertFalse(bo.get("/api/search?q=half").body().contains("a-line"));
    assertFalse(bo.get("/api/entries").body().contains("a-line"));
    assertEquals(403, bo.get("/api/entries/1").statusCode());
    assertEquals(404, bo.get("/api/case?then=1").statusCode());
    assertEquals(200, ann.get("/api/case?then=1").statusCode());
  }

  @Test
  void whatIsHadAlreadyIsNotSentAgain() {
    for (String path : List.of("/api/board", "/api/board?since=2025-02-27", "/api/claims")) {
      String tag = ann.get(path).headers().firstValue("ETag").orElseThrow();
      assertEquals(304, conditional(path, tag).statusCode(), path);
      assertEquals("", conditional(path, "\"other\", " + tag).body(), path);
      assertEquals(200, conditional(path, "\"other\"").statusCode(), path);
      HttpResponse<String> added =
          send(
              ann,
              "POST",
              "/api/records/claims",
              """
              {"record": {"id": "%s", "speaker": "The envoy", "party": "B", "said": "2025-03-02",
                "about": ["p1"], "asserts": "agreed", "paraphrase": "After all",
                "source": "gazette"}}
              """
                  .formatted("c" + (10 + path.length())));
      assertEquals(201, added.statusCode(), added.body());
      HttpResponse<String> changed = conditional(path, tag);
      assertEquals(200, changed.statusCode(), path);
      assertTrue(!changed.headers().firstValue("ETag").orElseThrow().equals(tag), path);
    }
    assertTrue(ann.get("/api/me").headers().firstValue("ETag").isEmpty(), "it carries a token");
  }

  private HttpResponse<String> conditional(String path, String tag) {
    return ann.send(ann.request(path).header("If-None-Match", tag));
  }

  @Test
  void claimsAreFilteredAndStreamed() {
    JsonNode page = get(bo, "/api/claims?party=A&limit=1");
    assertEquals(1, page.get("total").intValue());
    assertEquals("c1", page.get("items").get(0).get("id").stringValue());
    assertEquals("stands", page.get("items").get(0).get("fate").stringValue());
    HttpResponse<String> lines =
        bo.send(
            bo.request("/api/claims?order=oldest").header("Accept", "application/x-ndjson").GET());
    assertEquals("application/x-ndjson", lines.headers().firstValue("Content-Type").orElse(""));
    List<String> ids =
        lines
            .body()
            .lines()
            .map(each -> JsonMapper.shared().readTree(each).get("id").stringValue())
            .toList();
    assertEquals(List.of("c2", "c1"), ids);
    HttpResponse<String> entries =
        ann.send(ann.request("/api/entries").header("Accept", "application/x-ndjson").GET());
    assertEquals(team.journal.last(), entries.body().lines().count());
  }

  @Test
  void aRecordIsAddedChangedAndRemoved() {
    HttpResponse<String> added =
        send(
            al,
            "POST",
            "/api/records/positions",
            "{\"record\": {\"id\": \"a-other\", \"party\": \"A\", \"point\": \"p2\", \"concludes\": \"A"
                + " third\", \"visibility\": {\"party\": \"A\"}, \"illustrative\": true}, \"why\": \"New.\"}");
    assertEquals(201, added.statusCode(), added.body());
    JsonNode saved = json(added).get("saved").get(0);
    assertEquals("a-other", saved.get("id").stringValue());
    assertTrue(saved.get("record").get("illustrative").booleanValue());
    String version = saved.get("version").stringValue();
    String body =
        "{\"record\": {\"id\": \"a-other\", \"party\": \"A\", \"point\": \"p2\", \"concludes\": \"%s\","
            + " \"visibility\": {\"party\": \"A\"}, \"illustrative\": true}, \"version\": \"%s\"}";
    HttpResponse<String> changed =
        send(al, "PUT", "/api/records/positions/a-other", body.formatted("A half", version));
    assertEquals(200, changed.statusCode(), changed.body());
    HttpResponse<String> late =
        send(ann, "PUT", "/api/records/positions/a-other", body.formatted("A tenth", version));
    assertEquals(409, late.statusCode(), late.body());
    JsonNode clash = json(late).get("clashes").get(0);
    assertEquals(
        version(ann, "/api/records/positions/a-other"), clash.get("version").stringValue());
    assertEquals("concludes", clash.get("differs").get(0).get("field").stringValue());
    assertEquals("A tenth", clash.get("differs").get(0).get("yours").stringValue());
    assertEquals("A half", clash.get("differs").get(0).get("now").stringValue());
    String now = clash.get("version").stringValue();
    HttpResponse<String> others =
        send(bo, "DELETE", "/api/records/positions/a-other?version=" + now, "");
    assertEquals(404, others.statusCode(), others.body());
    HttpResponse<String> gone =
        send(al, "DELETE", "/api/records/positions/a-other?why=Wrong&version=" + now, "");
    assertEquals(200, gone.statusCode(), gone.body());
    assertEquals(404, al.get("/api/records/positions/a-other").statusCode());
    assertEquals(
        "Wrong", get(ann, "/api/entries?limit=1").get("items").get(0).get("why").stringValue());
  }

  @Test
  void whatCannotBeSavedIsExplained() {
    long before = team.journal.last();
    HttpResponse<String> faulty =
        send(
            ann,
            "POST",
            "/api/records/parties",
            "{\"record\": {\"id\": \"C\", \"kind\": \"stat\"}}");
    assertEquals(422, faulty.statusCode(), faulty.body());
    assertTrue(faulty.body().contains("\"path\":[\"kind\"]"), faulty.body());
    assertTrue(faulty.body().contains("\"value\":\"stat\""), faulty.body());
    for (String escape : List.of("\\u0007", "\\u0000", "\\ud800", "\\uffff", "\\u202e")) {
      HttpResponse<String> control =
          send(
              ann,
              "POST",
              "/api/records/parties",
              "{\"record\": {\"id\": \"C\", \"name\": \"Ce" + escape + "\", \"kind\": \"state\"}}");
      assertEquals(422, control.statusCode(), control.body());
      assertTrue(control.body().contains("\"path\":[\"name\"]"), control.body());
    }
    HttpResponse<String> taken =
        send(
            ann,
            "POST",
            "/api/records/parties",
            "{\"record\": {\"id\": \"A\", \"name\": \"Arda\", \"kind\": \"state\"}}");
    assertEquals(422, taken.statusCode(), taken.body());
    HttpResponse<String> foreign =
        send(
            bo,
            "POST",
            "/api/records/parties",
            "{\"record\": {\"id\": \"b-C\", \"name\": \"Ceres\", \"kind\": \"state\"}}");
    assertEquals(422, foreign.statusCode(), foreign.body());
    assertTrue(foreign.body().contains("does not add this kind of record"), foreign.body());
    assertEquals(
        403,
        send(program("ob", "observer", null), "POST", "/api/records/parties", "{}").statusCode());
    assertEquals(400, send(ann, "POST", "/api/records/parties", "{").statusCode());
    assertEquals(400, send(ann, "POST", "/api/records/parties", "{\"a\":1,\"a\":2}").statusCode());
    assertEquals(
        400,
        send(ann, "PUT", "/api/records/parties/A", "{\"record\": {\"id\": \"A\"}}").statusCode());
    HttpResponse<String> claim =
        send(
            ann,
            "DELETE",
            "/api/records/claims/c1?version=" + version(ann, "/api/records/claims/c1"),
            "");
    assertEquals(422, claim.statusCode(), claim.body());
    assertTrue(claim.body().contains("a claim is never removed"), claim.body());
    HttpResponse<String> form =
        ann.send(
            ann.request("/api/records/parties")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("a=b")));
    assertEquals(415, form.statusCode(), form.body());
    assertEquals(before, team.journal.last());
  }

  @Test
  void severalChangesAreOne() {
    String version = version(ann, "/api/records/positions/a-line");
    String party =
        "{\"add\": {\"kind\": \"parties\", \"record\": {\"id\": \"C\", \"name\": \"Ceres\", \"kind\": \"state\"}}}";
    String remove = "{\"remove\": {\"id\": \"a-line\", \"version\": \"%s\"}}";
    long before = team.journal.last();
    HttpResponse<String> late =
        send(
            ann,
            "POST",
            "/api/changes",
            "{\"changes\": [" + party + ", " + remove.formatted("0123456789abcdef") + "]}");
    assertEquals(409, late.statusCode(), late.body());
    assertEquals(before, team.journal.last(), "all or none");
    HttpResponse<String> both =
        send(
            ann,
            "POST",
            "/api/changes",
            "{\"changes\": ["
                + party
                + ", "
                + remove.formatted(version)
                + "], \"why\": \"Both.\"}");
    assertEquals(200, both.statusCode(), both.body());
    assertEquals("a-line", json(both).get("removed").get(0).stringValue());
    JsonNode last = get(ann, "/api/entries/" + team.journal.last() + "?undo=all");
    assertEquals(2, last.get("together").size(), last.toString());
    assertEquals(
        403, send(al, "POST", "/api/entries/" + team.journal.last() + "/undo", "{}").statusCode());
    HttpResponse<String> undone =
        send(ann, "POST", "/api/entries/" + team.journal.last() + "/undo", "{\"all\": true}");
    assertEquals(200, undone.statusCode(), undone.body());
    assertEquals(200, al.get("/api/records/positions/a-line").statusCode());
    assertEquals(404, ann.get("/api/records/parties/C").statusCode());
    JsonNode versions = get(ann, "/api/records/positions/a-line/versions");
    assertEquals(3, versions.get("entries").size(), versions.toString());
  }

  @Test
  void whatCameInIsDecided() {
    String version = version(ann, "/api/records/items/i1");
    HttpResponse<String> decided =
        send(
            ann,
            "POST",
            "/api/items/i1/decision",
            "{\"decision\": {\"information-only\": \"Says nothing new\"}, \"version\": \""
                + version
                + "\"}");
    assertEquals(200, decided.statusCode(), decided.body());
    JsonNode item = get(ann, "/api/inbox").get("decided").get(0).get("record");
    assertEquals("ann", item.get("decidedBy").stringValue());
    assertEquals("Says nothing new", item.get("decision").get("information-only").stringValue());
    HttpResponse<String> again =
        send(
            ann,
            "POST",
            "/api/items/i1/decision",
            "{\"decision\": null, \"version\": \"" + version + "\"}");
    assertEquals(409, again.statusCode(), again.body());
  }

  @Test
  void aBrowserNeedsTheTokenOfItsForms() {
    Team.Client browser = team.signedIn("ann");
    String body = "{\"record\": {\"id\": \"C\", \"name\": \"Ceres\", \"kind\": \"state\"}}";
    assertEquals(403, send(browser, "POST", "/api/records/parties", body).statusCode());
    String token = get(browser, "/api/me").get("form").get("X-Parley-Token").stringValue();
    HttpResponse<String> added =
        browser.send(
            browser
                .request("/api/records/parties")
                .header("Content-Type", "application/json")
                .header("X-Parley-Token", token)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    assertEquals(201, added.statusCode(), added.body());
    assertFalse(get(ann, "/api/me").has("form"), "a program needs none");
  }

  /// What is sent to each union of the document, with a kind that there is not.
  private static final Map<String, List<String>> UNIONS =
      Map.of(
          "AddRecordInput",
          List.of("POST", "/api/records/parties", "{\"kind\": \"nonsense\", \"record\": {}}"),
          "ChangeRecordInput",
          List.of("PUT", "/api/records/parties/A", "{\"kind\": \"nonsense\", \"record\": {}}"),
          "CorrectionInput",
          List.of(
              "POST",
              "/api/texts/{text}/proposals/1/correct",
              "{\"kind\": \"nonsense\", \"record\": {}}"));

  @Test
  void aWrongKindIsRefusedAndThoseThereAreAreNamed() throws Exception {
    Map<String, List<String>> unions = new TreeMap<>();
    Described.unions().forEach((name, kinds) -> unions.put(name, kinds));
    unions.keySet().removeIf(each -> !each.endsWith("Input"));
    assertEquals(UNIONS.keySet(), unions.keySet());
    HttpResponse<String> brought =
        send(
            ann,
            "POST",
            "/api/texts",
            "{\"text\": \"The minister said on 3 March 2025 that the bridges were agreed.\","
                + " \"publisher\": \"Gazette\"}");
    String text = JsonMapper.shared().readTree(brought.body()).get("text").stringValue();
    Eventually.holds(
        "a text that is read",
        () -> get(ann, "/api/texts/" + text).get("state").stringValue().equals("read"));
    UNIONS.forEach(
        (name, sent) -> {
          String path = sent.get(1).replace("{text}", text);
          refused(sent.get(0), path, sent.get(2), Objects.requireNonNull(unions.get(name)));
        });
    for (String change : List.of("add", "change")) {
      String body =
          "{\"changes\": [{\"" + change + "\": {\"kind\": \"nonsense\", \"record\": {}}}]}";
      refused("POST", "/api/changes", body, Objects.requireNonNull(unions.get("AddRecordInput")));
    }
    refused(
        "POST",
        "/api/changes",
        "{\"changes\": [{\"nonsense\": {}}]}",
        List.of("add", "change", "remove"));
    JsonNode other =
        json(send(ann, "POST", "/api/records/parties", "{\"kind\": \"claims\", \"record\": {}}"));
    assertTrue(other.get("detail").stringValue().contains("claims"), other::toString);
    assertEquals("Maybe parties, or leave it out.", other.get("advice").stringValue());
  }

  private void refused(String method, String path, String body, List<String> kinds) {
    HttpResponse<String> answer = send(ann, method, path, body);
    JsonNode problem = JsonMapper.shared().readTree(answer.body());
    assertEquals(400, answer.statusCode(), answer.body());
    assertEquals("unreadable-question", problem.get("code").stringValue());
    assertTrue(problem.get("detail").stringValue().contains("nonsense"), answer.body());
    String advice = problem.get("advice").stringValue();
    assertTrue(advice.startsWith("Maybe"), advice);
    kinds.forEach(each -> assertTrue(advice.contains(each), each + ": " + advice));
  }
}
