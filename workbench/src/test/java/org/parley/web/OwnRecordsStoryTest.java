package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.Eventually;
import org.parley.web.api.Described;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a delegation writes: who sees it, how that is said, and how it is corrected and taken back.
@NullMarked
class OwnRecordsStoryTest {

  private static final String CASE =
      """
      case: {title: The river, columns: [A, B]}
      parties:
        - {id: A, name: Arda, kind: state}
        - {id: B, name: Brenn, kind: state}
      instruments:
        - {id: treaty, title: Treaty, kind: treaty, signatories: [A, B]}
      points:
        - {id: p1, instrument: treaty, number: "1", title: Water}
      sources:
        - {id: gazette, publisher: Gazette, title: Of the week, date: 2025-03-01, kind: report, reliability: B, language: en}
      claims:
        - {id: c1, speaker: Ada, party: A, said: 2025-03-01, source: gazette, quote: We shall see., about: p1, asserts: open}
        - {id: c2, speaker: Ada, party: A, said: 2025-03-01, source: gazette, quote: For Arda alone., about: p1, asserts: open, visibility: {party: A}}
      positions:
        - {id: q1, party: B, point: p1, concludes: It wants all, illustrative: true}
      """;

  private static final String OWN = "Save \u2013 seen by Arda and the mediator";
  private static final String ALL = "Save \u2013 seen by everyone";

  @TempDir Path folder;
  private Team team;
  private Team.Client ann;
  private Team.Client dee;
  private Team.Client bo;

  @BeforeEach
  void start() throws Exception {
    team = new Team(folder, Team.caseOf(CASE), false);
    team.account("ann", "mediator", null);
    team.account("dee", "delegation", "A");
    team.account("bo", "delegation", "B");
    team.account("mo", "monitor", null);
    ann = team.signedIn("ann");
    dee = team.signedIn("dee");
    bo = team.signedIn("bo");
  }

  @AfterEach
  void stop() {
    team.close();
  }

  private static Document page(Team.Client client, String path) {
    HttpResponse<String> answer = client.get(path);
    assertEquals(200, answer.statusCode(), path);
    return Jsoup.parse(answer.body());
  }

  private static FormElement form(Document page) {
    return page.select("main form[method=post]").forms().getFirst();
  }

  /// What a browser sends of a form: the radio buttons that are checked, and all else.
  private static Map<String, String> fields(Document page) {
    Map<String, String> fields = new LinkedHashMap<>();
    form(page)
        .formData()
        .forEach(each -> fields.put(each.key(), each.value().replaceFirst("^\\R", "")));
    return fields;
  }

  private static Document send(
      Team.Client client, Document page, Map<String, String> typed, int status) {
    Map<String, String> fields = fields(page);
    fields.putAll(typed);
    HttpResponse<String> answer = client.form(form(page).attr("action"), fields);
    assertEquals(
        status,
        answer.statusCode(),
        Jsoup.parse(answer.body()).select("[role=alert], .wrong").text());
    return status == 303
        ? page(client, answer.headers().firstValue("Location").orElseThrow())
        : Jsoup.parse(answer.body());
  }

  private static Map<String, String> claim(String visibility) {
    Map<String, String> typed = new LinkedHashMap<>();
    typed.put("speaker", "Ada");
    typed.put("party", "A");
    typed.put("said", "2025-03-02");
    typed.put("quote", "Half the water.");
    typed.put("source/0", "gazette");
    typed.put("about/0", "p1");
    typed.put("asserts", "open");
    if (!visibility.isEmpty()) {
      typed.put("visibility", visibility);
    }
    return typed;
  }

  /// Adds a claim that everyone sees, as dee, who confirms it.
  private String published() {
    Document asked = send(dee, page(dee, "/edit/claims"), claim("public"), 422);
    Document saved = send(dee, asked, Map.of(), 303);
    return id(saved);
  }

  private static String id(Document saved) {
    return Objects.requireNonNull(saved.selectFirst("main p.label")).text().split(" ")[1];
  }

  private static String button(Document page) {
    return Objects.requireNonNull(page.selectFirst(".finish button[value=save]")).text();
  }

  private static void sees(Team.Client client, String id, boolean isSeen) {
    assertEquals(isSeen ? 200 : 404, client.get("/record/" + id).statusCode(), id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sources",
        "claims",
        "forecasts",
        "meetings",
        "positions",
        "baselines",
        "linkages",
        "demands"
      })
  void theFormOfADelegationIsForItsOwnEyes(String kind) {
    Document form = page(dee, "/edit/" + kind);
    Element chosen = Objects.requireNonNull(form.selectFirst("[name=visibility][checked]"));
    assertEquals("party", chosen.val());
    assertEquals("A", Objects.requireNonNull(form.selectFirst("[name=visibility/party]")).val());
    assertNull(form.selectFirst("details [name=visibility]"), "it is folded away");
    assertNotNull(form.selectFirst(".finish [name=visibility]"), "it is beside the button");
    assertEquals(OWN, button(form));
    assertEquals(
        List.of("party", "parties", "delegations", "public"),
        form.select("[name=visibility]").eachAttr("value"),
        "only what it may choose");
    assertEquals(OWN, button(page(dee, "/edit/" + kind + "?visibility=public")));
  }

  @Test
  void whatIsSavedIsForItsOwnEyesAndSaysSo() {
    Document saved = send(dee, page(dee, "/edit/claims"), claim(""), 303);
    String text = saved.select("main").text();
    assertTrue(text.contains("Saved, seen by Arda and the mediator."), text);
    String id = id(saved);
    assertTrue(id.startsWith("a-"), id);
    sees(bo, id, false);
    sees(ann, id, true);
    for (String path : List.of("/claims", "/claims/" + id, "/points/p1", "/record/" + id)) {
      Document page = page(dee, path);
      assertTrue(page.select(".seen").eachText().contains("seen by Arda and the mediator"), path);
      assertTrue(page(ann, path).select(".seen").text().contains("seen by Arda"), path);
    }
    assertTrue(page(dee, "/record/c1").select(".seen").text().contains("seen by everyone"));
  }

  /// A form that says nothing of who sees it, as a program sends it.
  @Test
  void whatSaysNothingOfItsReadersIsForOwnEyes() {
    page(dee, "/edit/claims");
    HttpResponse<String> answer = dee.form("/edit/claims", claim(""));
    assertEquals(303, answer.statusCode(), answer.body());
    String id = answer.headers().firstValue("Location").orElseThrow().replaceAll(".*/|\\?.*", "");
    sees(bo, id, false);
  }

  @Test
  void withoutAScriptTheButtonMustHaveNamedThoseWhoSeeIt() {
    Document form = page(dee, "/edit/claims");
    Document asked = send(dee, form, claim("public"), 422);
    String text = asked.select("main [role=alert]").text();
    assertTrue(text.contains("what was read cannot be unread"), text);
    assertTrue(text.contains("every other delegation, among them Brenn"), text);
    assertEquals(ALL, button(asked));
    assertEquals("Half the water.", asked.select("[name=quote]").val().strip());
    assertEquals(1, page(bo, "/points/p1").select("article.claim").size());
    Document saved = send(dee, asked, Map.of(), 303);
    assertTrue(saved.select(".seen").text().contains("seen by everyone"));
    sees(bo, id(saved), true);
  }

  /// The script of a browser names them on the button, and the form says so.
  @Test
  void whereTheButtonNamedThemNobodyIsAskedTwice() {
    Map<String, String> typed = claim("delegations");
    typed.put("_seen", "delegations");
    sees(bo, id(send(dee, page(dee, "/edit/claims"), typed, 303)), true);
  }

  @Test
  void theAuthorCorrectsWhatEveryoneSees() {
    String id = published();
    for (String path : List.of("/record/" + id, "/claims/" + id)) {
      assertTrue(page(dee, path).select("a").eachAttr("href").contains("/edit/claims/" + id), path);
      assertFalse(page(bo, path).select("a").eachAttr("href").contains("/edit/claims/" + id), path);
    }
    Document form = page(dee, "/edit/claims/" + id);
    assertEquals(ALL, button(form));
    Document saved = send(dee, form, Map.of("quote", "Half of it."), 303);
    assertTrue(saved.select(".seen").text().contains("seen by everyone"));
    assertTrue(page(bo, "/record/" + id).text().contains("Half of it."));
    assertEquals(403, bo.get("/edit/claims/" + id).statusCode());
    assertEquals(403, dee.get("/edit/claims/c1").statusCode());
    assertEquals(403, dee.get("/edit/positions/q1").statusCode());
  }

  @Test
  void theAuthorWithdrawsWhatEveryoneSees() {
    String id = published();
    assertEquals(403, bo.get("/remove/claims/" + id).statusCode());
    assertEquals(403, dee.get("/remove/claims/c1").statusCode());
    assertEquals(403, dee.get("/remove/claims/c2").statusCode());
    assertTrue(
        page(dee, "/record/" + id).select("a").eachAttr("href").contains("/remove/claims/" + id));
    Document history =
        send(dee, page(dee, "/remove/claims/" + id), Map.of("_why", "Too early."), 303);
    sees(bo, id, false);
    sees(dee, id, false);
    assertTrue(history.text().contains("Too early."), history.text());
    // and brings it back
    Document back = page(dee, "/undo/" + id + "/last");
    assertTrue(back.select("#undo").text().contains("comes back, seen by everyone"));
    send(dee, back, Map.of(), 303);
    sees(bo, id, true);
  }

  @Test
  void theAuthorUndoes() {
    String id = published();
    send(dee, page(dee, "/edit/claims/" + id), Map.of("quote", "A third."), 303);
    Document record = page(dee, "/record/" + id);
    assertTrue(
        record.select("a").eachAttr("href").contains("/undo/" + id + "/2"),
        record.select("a").eachAttr("href").toString());
    Document change = page(dee, "/undo/" + id + "/2");
    assertFalse(change.select("main").text().contains("entry "), "numbers count what others do");
    send(dee, change, Map.of(), 303);
    assertTrue(page(bo, "/record/" + id).text().contains("Half the water."));
    send(dee, page(dee, "/undo/" + id + "/1"), Map.of("_keep/" + id + "/", "undo"), 303);
    sees(bo, id, false);
    assertEquals(403, bo.get("/undo/c1/1").statusCode());
    assertEquals(404, bo.get("/undo/" + id + "/99").statusCode());
    assertEquals(403, dee.get("/history/2").statusCode());
  }

  @Test
  void theAuthorSupersedesAndIsToldWhoGoesOnReading() {
    String id = published();
    Document form = page(dee, "/edit/claims?supersedes=" + id);
    assertTrue(
        form.select(".finish").text().contains("is seen by everyone"),
        form.select(".finish").text());
    Map<String, String> typed = claim("public");
    typed.put("quote", "A third of it.");
    typed.put("_seen", "public");
    send(dee, form, typed, 303);
    assertTrue(page(bo, "/claims/" + id).select(".fate").text().contains("superseded"));
  }

  @Test
  void showingItToMoreAsksAgain() {
    Document saved = send(dee, page(dee, "/edit/claims"), claim(""), 303);
    String id = id(saved);
    Document form = page(dee, "/edit/claims/" + id);
    assertEquals(OWN, button(form));
    Document asked = send(dee, form, Map.of("visibility", "delegations"), 422);
    String text = asked.select("main [role=alert]").text();
    assertTrue(text.contains("every other delegation, among them Brenn"), text);
    assertFalse(text.contains("monitors"), text);
    sees(bo, id, false);
    // what is confirmed is no more than that
    Document again = send(dee, asked, Map.of("visibility", "public"), 422);
    sees(bo, id, false);
    send(dee, again, Map.of(), 303);
    sees(bo, id, true);
    // to fewer, nothing is asked; back to all, it is
    send(dee, page(dee, "/edit/claims/" + id), Map.of("visibility", "party"), 303);
    sees(bo, id, false);
    Document undo = page(dee, "/undo/" + id + "/3");
    assertTrue(
        undo.select("#undo").text().contains("cannot be unread"), undo.select("#undo").text());
    assertEquals(
        422, dee.form("/undo/" + id + "/3", Map.of("_why", "no question seen")).statusCode());
    sees(bo, id, false);
    send(dee, undo, Map.of(), 303);
    sees(bo, id, true);
  }

  /// The same is asked of a mediator, whatever is hidden.
  @Test
  void aMediatorIsAskedToo() {
    Document form = page(ann, "/edit/claims/c2");
    Document asked = send(ann, form, Map.of("visibility", "public"), 422);
    assertTrue(asked.select("[role=alert]").text().contains("among them Brenn"));
    sees(bo, "c2", false);
    send(ann, asked, Map.of(), 303);
    sees(bo, "c2", true);
    assertEquals(ALL, button(page(ann, "/edit/claims")));
  }

  /// What a mediator wrote for a delegation is not that delegation's to show around.
  @Test
  void aDelegationShowsNobodyWhatItDidNotWrite() {
    Document form = page(dee, "/edit/claims/c2");
    send(dee, form, Map.of("quote", "For Arda, corrected."), 303);
    Document asked = send(dee, page(dee, "/edit/claims/c2"), Map.of("visibility", "public"), 422);
    assertFalse(asked.select(".is-wrong").isEmpty(), asked.select("main").text());
    sees(bo, "c2", false);
  }

  @Test
  void aMonitorIsToldThatEveryoneSeesIt() {
    Team.Client mo = team.signedIn("mo");
    Document form = page(mo, "/edit/sources");
    assertEquals(ALL, button(form));
    assertTrue(form.select(".finish .audience").text().contains("everyone"));
    assertTrue(form.select("input[type=radio][name=visibility]").isEmpty());
  }

  @Test
  void whatADelegationConcludesIsNotTheAnalysts() {
    Map<String, String> typed =
        Map.of("party", "A", "point", "p1", "concludes", "We want half", "illustrative", "true");
    send(dee, page(dee, "/edit/positions"), typed, 303);
    for (String path : List.of("/points/p1", "/parties/A")) {
      Document page = page(ann, path);
      Element own =
          Objects.requireNonNull(page.selectFirst("section:has(.position:contains(We want half))"));
      String heading = Objects.requireNonNull(own.selectFirst("h2")).text();
      assertEquals("What the delegation of Arda concludes", heading, path);
    }
    assertTrue(page(ann, "/points/p1").text().contains("What the analyst concludes"));
    assertFalse(page(ann, "/parties/A").text().contains("What the analyst concludes"));
  }

  /// What is read in a text is written with the same default, and its button says so.
  @Test
  void whatIsReadInATextIsForOwnEyes() throws Exception {
    page(dee, "/read");
    HttpResponse<String> brought =
        dee.form(
            "/read",
            Map.of(
                "text",
                "The foreign minister of Arda, Ann Berg, told reporters on Tuesday that Water was"
                    + " settled.",
                "publisher",
                "Herald",
                "title",
                "Settled",
                "published",
                "2025-12-24"));
    String at = brought.headers().firstValue("Location").orElseThrow();
    Eventually.holds("proposal", () -> !page(dee, at).select(".proposal").isEmpty());
    Document read = page(dee, at);
    assertEquals(
        "Accept \u2013 seen by Arda and the mediator",
        Objects.requireNonNull(read.selectFirst("[data-key=a]")).text());
    assertEquals(OWN, button(page(dee, at + "/1/edit")));
    assertEquals(303, dee.form(at + "/1/accept", Map.of()).statusCode());
    String claim =
        Objects.requireNonNull(page(dee, at).selectFirst(".proposal a[href^=/record/]")).text();
    sees(bo, claim, false);
    sees(ann, claim, true);
    assertFalse(page(bo, "/sources").text().contains("Herald"));
    assertTrue(page(dee, "/sources").text().contains("Herald: Settled seen by Arda"));
  }

  /// A source that comes with a claim is seen by those who see the claim.
  @Test
  void aSourceThatComesWithAClaimIsSeenByItsReaders() throws Exception {
    page(dee, "/read");
    HttpResponse<String> brought =
        dee.form("/read", Map.of("text", "Nothing bears on it.", "publisher", "Herald"));
    String at = brought.headers().firstValue("Location").orElseThrow();
    Eventually.holds("text that is read", () -> !page(dee, at).text().contains("Look again"));
    Map<String, String> typed = claim("public");
    typed.remove("source/0");
    typed.put("_seen", "public");
    Document saved = send(dee, page(dee, at + "/0/edit"), typed, 303);
    sees(bo, id(saved), true);
    assertTrue(page(bo, "/sources").text().contains("Herald"));
  }

  private JsonNode ask(Team.Client client, int status, String method, String path, String body) {
    HttpResponse<String> answer = client.json(method, path, body);
    assertEquals(status, answer.statusCode(), path + " " + answer.body());
    Described.check(method, path.replaceAll("\\?.*", ""), answer.statusCode(), answer.body());
    return JsonMapper.shared().readTree(answer.body());
  }

  private static final String SOURCE =
      "{\"id\": \"a-wire\", \"publisher\": \"Wire\", \"title\": \"%s\", \"date\": \"2025-03-01\","
          + " \"kind\": \"report\", \"reliability\": \"B\", \"language\": \"en\"%s}";

  @Test
  void programsLeaveItOutForOwnEyesAndConfirmWhatShowsMore() {
    String body = "{\"record\": " + SOURCE.formatted("One", "") + "}";
    JsonNode saved = ask(dee, 201, "POST", "/api/records/sources", body).get("saved").get(0);
    assertEquals("A", saved.get("visibility").get("party").stringValue());
    sees(bo, "a-wire", false);
    String at = "/api/records/sources/a-wire";
    String version = saved.get("version").stringValue();
    // left out of a change, it stays as it stands
    String change = "{\"record\": %s, \"version\": \"%s\"%s}";
    saved =
        ask(dee, 200, "PUT", at, change.formatted(SOURCE.formatted("Two", ""), version, ""))
            .get("saved")
            .get(0);
    assertEquals("A", saved.get("visibility").get("party").stringValue());
    version = saved.get("version").stringValue();
    String wide = SOURCE.formatted("Two", ", \"visibility\": \"public\"");
    JsonNode asked = ask(dee, 422, "PUT", at, change.formatted(wide, version, ""));
    JsonNode widens = asked.get("widens").get(0);
    assertEquals("a-wire", widens.get("record").stringValue());
    assertEquals("public", widens.get("after").stringValue());
    assertTrue(widens.get("readers").stringValue().contains("Brenn"), asked.toString());
    sees(bo, "a-wire", false);
    ask(dee, 422, "PUT", at, change.formatted(wide, version, ", \"confirmWidening\": false"));
    saved =
        ask(dee, 200, "PUT", at, change.formatted(wide, version, ", \"confirmWidening\": true"))
            .get("saved")
            .get(0);
    sees(bo, "a-wire", true);
    version = saved.get("version").stringValue();
    ask(bo, 422, "DELETE", at + "?version=" + version, "");
    ask(dee, 200, "DELETE", at + "?version=" + version, "");
    sees(bo, "a-wire", false);
    ask(dee, 200, "POST", at + "/undo", "{}");
    sees(bo, "a-wire", true);
    ask(bo, 403, "POST", at + "/undo", "{}");
    ask(dee, 404, "POST", at + "/undo", "{\"change\": 9}");
    // back to before it was shown: no more see it, so nothing is confirmed
    ask(dee, 200, "POST", at + "/undo", "{\"change\": 3}");
    sees(bo, "a-wire", false);
    String several =
        "{\"changes\": [{\"change\": {\"kind\": \"sources\", \"record\": %s, \"version\": \"%s\"}}]}";
    version = ask(dee, 200, "GET", at, "").get("version").stringValue();
    ask(dee, 422, "POST", "/api/changes", several.formatted(wide, version));
    ask(
        dee,
        200,
        "POST",
        "/api/changes",
        several.formatted(wide, version).replace("}]}", "}], \"confirmWidening\": true}"));
    sees(bo, "a-wire", true);
  }
}
