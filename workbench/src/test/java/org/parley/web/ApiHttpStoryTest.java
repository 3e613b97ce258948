package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.store.people.AccessToken;
import org.parley.store.people.AccountEditor;
import org.parley.web.api.Described;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The interface for programs speaks HTTP: RFC 9110 for conditions and negotiation, RFC 9457 for
/// problems, RFC 6750 for bearer tokens.
@NullMarked
class ApiHttpStoryTest {

  private static final String PARTY =
      "{\"record\": {\"id\": \"Z\", \"name\": \"%s\", \"kind\": \"state\"}}";

  @TempDir Path folder;
  private Team team;
  private Team.Client ann;

  @BeforeEach
  void start() throws Exception {
    team = new Team(folder, SmallWorld.build(), false);
    team.account("ann", "mediator", null);
    ann =
        team.withToken(
            team.people.makeToken(
                AccountEditor.OPERATOR,
                "bot",
                "mediator",
                null,
                Team.NOON,
                AccessToken.expiry(Team.NOON, 90)));
  }

  @AfterEach
  void stop() {
    team.close();
  }

  private HttpResponse<String> send(String method, String path, String body, String... headers) {
    HttpRequest.Builder request =
        ann.request(path).method(method, HttpRequest.BodyPublishers.ofString(body));
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    HttpResponse<String> answer = ann.send(request);
    if (!answer.body().isEmpty() && !header(answer, "Content-Type").contains("ndjson")) {
      Described.check(method, path, answer.statusCode(), answer.body());
    }
    return answer;
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  @Test
  void aProblemHasItsTypeItsStatusAndItsCode() {
    HttpResponse<String> answer = send("GET", "/api/records/parties/NOBODY", "");
    assertEquals(404, answer.statusCode());
    assertEquals("application/problem+json", header(answer, "Content-Type"));
    JsonNode problem = JsonMapper.shared().readTree(answer.body());
    assertEquals("/api/problems#not-on-record", problem.get("type").stringValue());
    assertEquals(404, problem.get("status").intValue());
    assertEquals("not-on-record", problem.get("code").stringValue());
    assertTrue(send("GET", "/api/problems", "").body().contains("\"not-on-record\""));
  }

  @Test
  void whoeverHasNotSignedInIsToldHow() {
    HttpResponse<String> nobody = team.nobody().get("/api/case");
    assertEquals(401, nobody.statusCode());
    assertEquals("Bearer realm=\"parley\"", header(nobody, "WWW-Authenticate"));
    HttpResponse<String> wrong = team.withToken("no-such-token").get("/api/case");
    assertEquals(401, wrong.statusCode());
    assertEquals(
        "Bearer realm=\"parley\", error=\"invalid_token\"", header(wrong, "WWW-Authenticate"));
  }

  @Test
  void theMediaTypeIsNegotiated() {
    String path = "/api/records/parties";
    String both = "application/json, application/x-ndjson";
    assertEquals("application/json", header(send("GET", path, "", "Accept", both), "Content-Type"));
    String lines = "application/json;q=0.4, application/x-ndjson;q=0.5";
    assertEquals(
        "application/x-ndjson", header(send("GET", path, "", "Accept", lines), "Content-Type"));
    HttpResponse<String> none = send("GET", "/api/case", "", "Accept", "text/html");
    assertEquals(406, none.statusCode());
  }

  @Test
  void whatIsHadIsNotSentAgain() {
    String path = "/api/records/parties/A";
    String tag = header(send("GET", path, ""), "ETag");
    String version =
        JsonMapper.shared().readTree(send("GET", path, "").body()).get("version").stringValue();
    assertEquals("\"" + version + "\"", tag);
    for (String had : new String[] {tag, "W/" + tag, "\"x\", " + tag, "*"}) {
      HttpResponse<String> again = send("GET", path, "", "If-None-Match", had);
      assertEquals(304, again.statusCode(), had);
      assertEquals(tag, header(again, "ETag"));
    }
    assertEquals(200, send("GET", path, "", "If-None-Match", "\"x\"").statusCode());
    String list = header(send("GET", "/api/records/parties", ""), "ETag").replace("W/", "");
    assertEquals(304, send("GET", "/api/records/parties", "", "If-None-Match", list).statusCode());
  }

  @Test
  void whatIsMadeHasAnAddressAndIsChangedByItsTag() {
    HttpResponse<String> made = send("POST", "/api/records/parties", PARTY.formatted("Zed"));
    assertEquals(201, made.statusCode());
    String path = header(made, "Location");
    assertEquals("/api/records/parties/Z", path);
    String tag = header(send("GET", path, ""), "ETag");

    String changed = PARTY.formatted("Zet");
    assertEquals(400, send("PUT", path, changed).statusCode(), "no version");
    assertEquals(412, send("PUT", path, changed, "If-Match", "\"x\"").statusCode());
    assertEquals(412, send("PUT", path, changed, "If-Match", "W/" + tag).statusCode());
    assertEquals(tag, header(send("GET", path, ""), "ETag"));
    assertEquals(200, send("PUT", path, changed, "If-Match", tag).statusCode());

    HttpResponse<String> late = send("DELETE", path, "", "If-Match", tag);
    assertEquals(412, late.statusCode());
    JsonNode problem = JsonMapper.shared().readTree(late.body());
    assertEquals("precondition-failed", problem.get("code").stringValue());
    assertEquals("Z", problem.get("clashes").get(0).get("id").stringValue());
    assertEquals(200, send("DELETE", path, "", "If-Match", "*").statusCode());
    assertEquals(404, send("GET", path, "").statusCode());
  }

  @Test
  void aJobAndAnAccountHaveAddresses() {
    HttpResponse<String> job = send("POST", "/api/jobs", "{\"ask\": \"/api/sequence/knots\"}");
    assertEquals(200, send("GET", header(job, "Location"), "").statusCode());
    HttpResponse<String> account =
        send(
            "POST",
            "/api/accounts",
            "{\"name\": \"eve\", \"role\": \"observer\", \"password\": \"a long enough phrase\"}");
    assertEquals(201, account.statusCode());
    assertEquals(200, send("GET", header(account, "Location"), "").statusCode());
  }
}
