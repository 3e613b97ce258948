package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import tools.jackson.databind.node.ObjectNode;

/// Programs of a team do what else the pages do: compute in the background, change the header, give
/// accounts and tokens, look at the audit, have texts read.
class ApiTeamStoryTest {

  private static final String CASE =
      """
      case: {title: The river, columns: [A, B]}
      parties:
        - {id: A, name: Arda, kind: state}
        - {id: B, name: Brenn, kind: state}
      instruments:
        - {id: treaty, title: Treaty, kind: treaty, signatories: [A, B]}
      points:
        - id: p1
          instrument: treaty
          number: "1"
          title: Water
          options: [{id: half, title: Half}, {id: third, title: A third}]
      positions:
        - {id: a-1, party: A, point: p1, weight: 10, worths: {half: 1, third: 0}, illustrative: true}
        - {id: b-1, party: B, point: p1, weight: 10, worths: {half: 0, third: 1}, illustrative: true}
      """;

  private static final String NEWS =
      "The foreign minister of Arda, Ann Berg, told reporters on Tuesday that Water was settled.";

  @TempDir Path folder;
  private Team team;
  private Team.Client ann;
  private Team.Client al;
  private Team.Client ob;

  @BeforeEach
  void start() throws Exception {
    Case contents = Team.caseOf(CASE);
    team = new Team(folder, contents, false);
    team.account("ann", "mediator", null);
    ann = team.signedIn("ann");
    al = program("al", "delegation", "A");
    ob = program("ob", "observer", null);
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

  private static JsonNode ask(
      Team.Client client, int status, String method, String path, String body) {
    HttpResponse<String> answer = client.json(method, path, body);
    assertEquals(status, answer.statusCode(), path + " " + answer.body());
    Described.check(method, path, answer.statusCode(), answer.body());
    return JsonMapper.shared().readTree(answer.body());
  }

  private static JsonNode get(Team.Client client, String path) {
    return ask(client, 200, "GET", path, "");
  }

  private static JsonNode done(Team.Client client, String job) throws Exception {
    return reaches(client, "/api/jobs/" + job, "done");
  }

  /// Asks until something is in a state.
  private static JsonNode reaches(Team.Client client, String path, String state) throws Exception {
    return Eventually.get(
        path + " in the state " + state,
        () ->
            Optional.of(get(client, path))
                .filter(each -> each.get("state").stringValue().equals(state)));
  }

  @Test
  void aJobAnswersWhatTheQuestionAloneAnswers() throws Exception {
    for (String question :
        List.of(
            "/api/packages",
            "/api/packages/frontier?among=A%2CB",
            "/api/packages/pivots?frontier=true",
            "/api/sequence/knots")) {
      String job =
          ask(ob, 201, "POST", "/api/jobs", "{\"ask\": \"" + question + "\", \"seconds\": 60}")
              .get("job")
              .stringValue();
      done(ob, job);
      assertEquals(get(ob, question), get(ob, "/api/jobs/" + job + "/answer"), question);
    }
    assertEquals(4, get(ob, "/api/jobs").get("total").intValue());
  }

  @Test
  void aJobAnswersInTheLanguageOfWhoAsksIt() throws Exception {
    String french = answered("fr");
    assertTrue(french.contains("Arda et Brenn pourraient s’accorder"), french);
    String english = answered("en");
    assertTrue(english.contains("Arda and Brenn could agree"), english);
  }

  private String answered(String language) throws Exception {
    HttpResponse<String> begun =
        ann.send(
            ann.request("/api/jobs")
                .header("Accept-Language", language)
                .header("Content-Type", "application/json")
                .header("X-Parley-Token", String.valueOf(ann.token))
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "{\"ask\": \"/api/packages\", \"seconds\": 60}")));
    assertEquals(201, begun.statusCode(), begun.body());
    String job = JsonMapper.shared().readTree(begun.body()).get("job").stringValue();
    done(ann, job);
    return ann.get("/api/jobs/" + job + "/answer").body();
  }

  @Test
  void aJobIsOfTheCaseAsItWasWhenItWasAsked() throws Exception {
    String job =
        ask(ann, 201, "POST", "/api/jobs", "{\"ask\": \"/api/packages/zone\"}")
            .get("job")
            .stringValue();
    done(ann, job);
    JsonNode before = get(ann, "/api/jobs/" + job + "/answer");
    JsonNode position = get(ann, "/api/records/positions/a-1");
    ask(
        ann,
        200,
        "DELETE",
        "/api/records/positions/a-1?version=" + position.get("version").stringValue(),
        "");
    assertEquals(before, get(ann, "/api/jobs/" + job + "/answer"));
    String then =
        ask(ann, 201, "POST", "/api/jobs", "{\"ask\": \"/api/packages/zone?then=1\"}")
            .get("job")
            .stringValue();
    done(ann, then);
    assertEquals(before, get(ann, "/api/jobs/" + then + "/answer"));
    ask(al, 404, "POST", "/api/jobs", "{\"ask\": \"/api/packages/zone?then=1\"}");
  }

  @Test
  void nobodySeesTheJobsOfOthers() throws Exception {
    String job =
        ask(al, 201, "POST", "/api/jobs", "{\"ask\": \"/api/packages\"}").get("job").stringValue();
    for (Team.Client other : List.of(ann, ob, program("al2", "delegation", "A"))) {
      ask(other, 404, "GET", "/api/jobs/" + job, "");
      ask(other, 404, "GET", "/api/jobs/" + job + "/answer", "");
      ask(other, 404, "POST", "/api/jobs/" + job + "/stop", "");
      ask(other, 404, "DELETE", "/api/jobs/" + job, "");
      assertEquals(0, get(other, "/api/jobs").get("total").intValue());
    }
    done(al, job);
    ask(al, 200, "DELETE", "/api/jobs/" + job, "");
    ask(al, 404, "GET", "/api/jobs/" + job, "");
  }

  @Test
  void whatCannotBeComputedIsRefusedAtOnce() {
    for (String ask :
        List.of(
            "/api/case",
            "/packages",
            "https://elsewhere.example/api/packages",
            "/api/packages?nonsense=1",
            "/api/packages?among=%zz",
            "/api/packages?among=Z",
            "/api/packages/draft",
            "")) {
      JsonNode refused = ask(ann, 400, "POST", "/api/jobs", "{\"ask\": \"" + ask + "\"}");
      assertTrue(refused.get("advice").stringValue().startsWith("Maybe"), refused.toString());
    }
    for (String seconds : List.of("0", "3601", "1.5", "\"60\"", "99999999999999999999")) {
      ask(
          ann,
          400,
          "POST",
          "/api/jobs",
          "{\"ask\": \"/api/packages\", \"seconds\": " + seconds + "}");
    }
    assertEquals(0, get(ann, "/api/jobs").get("total").intValue());
  }

  @Test
  void theHeaderIsChangedByMediators() {
    JsonNode header = get(al, "/api/case/header");
    assertEquals("The river", header.get("header").get("title").stringValue());
    String version = header.get("version").stringValue();
    String body = "{\"header\": {\"title\": \"%s\", \"columns\": [\"%s\"]}, \"version\": \"%s\"}";
    ask(al, 403, "PUT", "/api/case/header", body.formatted("The lake", "A", version));
    JsonNode changed =
        ask(
            ann,
            200,
            "PUT",
            "/api/case/header",
            body.formatted("The lake \\\"Ö\\\"", "A", version));
    assertEquals("The lake \"Ö\"", changed.get("header").get("title").stringValue());
    assertEquals(changed, get(al, "/api/case/header"));
    JsonNode late =
        ask(ann, 409, "PUT", "/api/case/header", body.formatted("The sea", "A", version));
    JsonNode clash = late.get("clashes").get(0);
    assertEquals(changed.get("version"), clash.get("version"));
    assertEquals(changed.get("header"), clash.get("record"));
    String now = clash.get("version").stringValue();
    JsonNode faulty = ask(ann, 422, "PUT", "/api/case/header", body.formatted("The sea", "Z", now));
    assertEquals("case", faulty.get("troubles").get(0).get("record").stringValue());
    ask(ann, 422, "PUT", "/api/case/header", "{\"header\": {\"titel\": 1}, \"version\": \"x\"}");
    ask(ann, 400, "PUT", "/api/case/header", "{\"header\": [], \"version\": \"x\"}");
  }

  @Test
  void accountsAndTokensAreGivenAndTakenBack() {
    JsonNode bo =
        ask(
            ann,
            201,
            "POST",
            "/api/accounts",
            "{\"name\": \"bo\", \"role\": \"delegation\", \"party\": \"B\", \"password\": \""
                + Team.PASSWORD
                + "\"}");
    assertEquals("B", bo.get("party").stringValue());
    Team.Client browser = team.signedIn("bo");
    assertEquals("delegation", get(browser, "/api/me").get("role").stringValue());
    assertEquals(1, get(ann, "/api/accounts").get("items").get(1).get("sessions").intValue());
    ask(
        ann,
        422,
        "POST",
        "/api/accounts",
        "{\"name\": \"c\", \"role\": \"delegation\", \"password\": \"" + Team.PASSWORD + "\"}");
    ask(ann, 200, "PUT", "/api/accounts/bo", "{\"role\": \"observer\"}");
    ask(browser, 401, "GET", "/api/me", "");
    ask(ann, 422, "PUT", "/api/accounts/ann", "{\"role\": \"observer\"}");
    ask(ann, 422, "DELETE", "/api/accounts/ann", "");
    ask(ann, 404, "PUT", "/api/accounts/nobody", "{\"role\": \"observer\"}");
    JsonNode token =
        ask(ann, 201, "POST", "/api/tokens", "{\"name\": \"robot\", \"role\": \"monitor\"}");
    Team.Client robot = team.withToken(token.get("secret").stringValue());
    assertEquals("monitor", get(robot, "/api/me").get("role").stringValue());
    ask(robot, 403, "GET", "/api/tokens", "");
    ask(ann, 422, "POST", "/api/tokens", "{\"name\": \"bo\", \"role\": \"monitor\"}");
    assertFalse(ann.get("/api/tokens").body().contains(token.get("secret").stringValue()));
    ask(ann, 200, "DELETE", "/api/tokens/robot", "");
    ask(robot, 401, "GET", "/api/me", "");
    ask(ann, 200, "DELETE", "/api/accounts/bo", "");
    ask(ann, 404, "DELETE", "/api/accounts/bo", "");
  }

  @Test
  void whoSetsAPasswordShowsTheirOwn() {
    team.account("bo", "observer", null);
    String body = "{\"password\": \"another long password\", \"own\": \"%s\"}";
    ask(ann, 422, "PUT", "/api/accounts/bo/password", body.formatted("not my own password"));
    ask(ann, 422, "PUT", "/api/accounts/bo/password", "{\"password\": \"another long password\"}");
    Team.Client program = program("bot", "mediator", null);
    ask(program, 422, "PUT", "/api/accounts/bo/password", body.formatted(Team.PASSWORD));
    team.signedIn("bo");
    ask(ann, 200, "PUT", "/api/accounts/bo/password", body.formatted(Team.PASSWORD));
    Team.Client bo = team.nobody();
    bo.signIn("bo", "another long password");
    ask(
        bo,
        200,
        "PUT",
        "/api/me/password",
        "{\"old\": \"another long password\", \"password\": \"a third long password\"}");
    ask(bo, 401, "GET", "/api/me", "");
    bo.signIn("bo", "a third long password");
    ask(bo, 200, "DELETE", "/api/me/sessions", "");
    ask(bo, 401, "GET", "/api/me", "");
    ask(program, 404, "DELETE", "/api/me/sessions", "");
  }

  @Test
  void theAuditIsReadFromTheLatestOn() {
    al.get("/api/case");
    ask(al, 403, "GET", "/api/audit", "");
    JsonNode seen = get(ann, "/api/audit?who=al&limit=1");
    assertTrue(seen.get("more").booleanValue());
    assertEquals(403, seen.get("items").get(0).get("status").intValue());
    assertEquals(
        "/api/case",
        get(ann, "/api/audit?who=al&offset=1").get("items").get(0).get("address").stringValue());
    HttpResponse<String> lines =
        ann.send(ann.request("/api/audit").header("Accept", "application/x-ndjson").GET());
    List<Long> numbers = new ArrayList<>();
    lines.body().lines().forEach(each -> numbers.add(number(each)));
    assertEquals(numbers.stream().sorted(java.util.Comparator.reverseOrder()).toList(), numbers);
    assertTrue(numbers.size() > 3, lines.body());
  }

  private static long number(String line) {
    return JsonMapper.shared().readTree(line).get("number").longValue();
  }

  @Test
  void aTextIsReadAndWhatWasFoundIsDecided() throws Exception {
    ask(ob, 403, "POST", "/api/texts", "{\"text\": \"Words\"}");
    JsonNode wrong = ask(al, 422, "POST", "/api/texts", "{\"published\": \"yesterday\"}");
    assertEquals(2, wrong.get("troubles").size(), wrong.toString());
    JsonNode text = read(NEWS);
    String address = "/api/texts/" + text.get("text").stringValue();
    assertEquals(1, get(al, "/api/texts").get("total").intValue());
    ask(ann, 404, "GET", address, "");
    JsonNode first = text.get("proposals").get(0);
    assertTrue(NEWS.contains(first.get("quotation").stringValue()), first.toString());
    String proposal = address + "/proposals/" + first.get("number").intValue();
    JsonNode dismissed = ask(al, 200, "POST", proposal + "/dismiss", "{}").get("proposals").get(0);
    assertTrue(dismissed.get("dismissed").booleanValue(), dismissed.toString());
    ask(al, 200, "POST", proposal + "/reopen", "");
    JsonNode accepted = ask(al, 200, "POST", proposal + "/accept", "").get("proposals").get(0);
    String claim = accepted.get("accepted").stringValue();
    assertEquals(claim, get(ann, "/api/records/claims/" + claim).get("id").stringValue());
    ask(al, 404, "POST", address + "/proposals/99/accept", "");
    ask(al, 404, "POST", address + "/proposals/zero/accept", "");
  }

  @Test
  void aProposalIsCorrectedAndWritten() throws Exception {
    JsonNode text = read(NEWS);
    String proposal = "/api/texts/" + text.get("text").stringValue() + "/proposals/1";
    JsonNode draft = ask(al, 200, "GET", proposal, "");
    assertEquals("claims", draft.get("kind").stringValue());
    ObjectNode record = (ObjectNode) draft.get("record").deepCopy();
    record.put("speaker", "");
    JsonNode faulty = ask(al, 422, "POST", proposal + "/correct", "{\"record\": " + record + "}");
    assertEquals("speaker", faulty.get("troubles").get(0).get("path").get(0).stringValue());
    record.put("speaker", "Somebody else");
    record.remove("id");
    JsonNode corrected =
        ask(al, 200, "POST", proposal + "/correct", "{\"record\": " + record + "}")
            .get("proposals")
            .get(0);
    String other = corrected.get("accepted").stringValue();
    assertEquals(
        "Somebody else",
        get(ann, "/api/records/claims/" + other).get("record").get("speaker").stringValue());
    assertEquals(draft.get("record").get("id").stringValue(), other);
    ask(ob, 403, "POST", proposal + "/correct", "{\"record\": {}}");
    ask(ann, 404, "POST", proposal + "/correct", "{\"record\": {}}");
  }

  private JsonNode read(String news) throws Exception {
    JsonNode text =
        ask(
            al,
            201,
            "POST",
            "/api/texts",
            JsonMapper.shared()
                .writeValueAsString(
                    Map.of("text", news, "publisher", "Gazette", "published", "2025-12-24")));
    return reaches(al, "/api/texts/" + text.get("text").stringValue(), "read");
  }
}
