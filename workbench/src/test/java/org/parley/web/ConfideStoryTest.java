package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Delegations tell the mediator in confidence; each sees its own sheet.
class ConfideStoryTest {

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
        - {id: p2, instrument: treaty, number: "2", title: Flow, quantity: {unit: m3, least: 0, most: 100, step: 5}}
      positions:
        - {id: b-1, party: B, point: p1, rank: 2, interest: Floods, grades: {half: red-line}, illustrative: true, visibility: mediator}
        - {id: a-said, party: A, point: p1, grades: {half: tolerable}, illustrative: true}
      """;

  @TempDir Path folder;
  private Team team;
  private Team.Client ann;
  private Team.Client al;
  private Team.Client bea;

  @BeforeEach
  void start() throws Exception {
    team = new Team(folder, Team.caseOf(CASE), false);
    team.account("ann", "mediator", null);
    team.account("al", "delegation", "A");
    team.account("bea", "delegation", "B");
    ann = team.signedIn("ann");
    al = team.signedIn("al");
    bea = team.signedIn("bea");
  }

  @AfterEach
  void stop() {
    team.close();
  }

  /// The fields as a browser would send them, some of them changed.
  private static Map<String, String> fields(Document page, Map<String, String> typed) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (Element each : page.select("#confide input")) {
      if (!each.attr("type").equals("radio") || each.hasAttr("checked")) {
        fields.put(each.attr("name"), each.val());
      }
    }
    fields.putAll(typed);
    return fields;
  }

  private static Document sheet(Team.Client client, String query) {
    HttpResponse<String> answer = client.get("/confide" + query);
    assertEquals(200, answer.statusCode(), answer.body());
    return Jsoup.parse(answer.body());
  }

  private static String tell(Team.Client client, Map<String, String> typed) {
    HttpResponse<String> saved = client.form("/confide", fields(sheet(client, ""), typed));
    assertEquals(
        303,
        saved.statusCode(),
        () -> Jsoup.parse(saved.body()).select(".problems, .wrong").text());
    return saved.headers().firstValue("Location").orElseThrow();
  }

  private static JsonNode position(Team.Client client, String id) {
    return JsonMapper.shared()
        .readTree(client.get("/api/records/positions/" + id).body())
        .path("record");
  }

  @Test
  void aSheetIsToldInOneChange() {
    Document page = sheet(al, "");
    assertFalse(page.text().contains("Brenn"), page.text());
    assertEquals(
        "Save the sheet – seen by Arda and the mediator",
        page.select("#confide button[type=submit]").text());
    assertEquals("", page.select("[name=option/A/p1/half][checked]").val(), "a claim is not told");
    assertEquals(
        "/confide?party=A&saved=2",
        tell(
            al,
            Map.of(
                "option/A/p1/half", "preferred",
                "option/A/p1/third", "red line",
                "rank/A/p1", "1",
                "least/A/p2", "20",
                "shape/A/p2", "peaks",
                "peak/A/p2", "60",
                "told", "3 May 2025")));
    JsonNode made = position(ann, "a-q-A-p1");
    assertEquals("red-line", made.at("/grades/third").asString(), made.toString());
    assertEquals("2025-05-03", made.path("told").asString());
    assertEquals("A", made.at("/visibility/party").asString());
    assertTrue(made.path("claims").isMissingNode() || made.path("claims").isEmpty());
    JsonNode flow = position(ann, "a-q-A-p2");
    assertTrue(flow.at("/range/worth").toString().contains("60"), flow.toString());
    assertEquals("preferred", sheet(al, "").select("[name=option/A/p1/half][checked]").val());
    assertEquals("peaks", sheet(ann, "?party=A").select("[name=shape/A/p2][checked]").val());
    assertEquals(404, bea.get("/api/records/positions/a-q-A-p1").statusCode());
  }

  @Test
  void aDelegationNeverSeesTheSheetOfAnother() {
    tell(al, Map.of("option/A/p1/half", "preferred"));
    Document page = sheet(bea, "?party=A");
    assertEquals("B", page.select("[name=party]").val());
    assertEquals(0, page.select("[name*=/A/]").size());
    bea.form("/confide", fields(page, Map.of("party", "A", "option/A/p1/half", "red line")));
    assertEquals("preferred", position(ann, "a-q-A-p1").at("/grades/half").asString());
  }

  @Test
  void aMediatorWritesWhatAPartyToldAndLeavesTheRest() {
    Document choice = sheet(ann, "");
    assertEquals(2, choice.select("main li a").size());
    Document page = sheet(ann, "?party=B");
    assertEquals("", page.select("[name=option/B/p1/half][checked]").val(), "not what B told");
    HttpResponse<String> saved =
        ann.form("/confide", fields(page, Map.of("option/B/p1/half", "acceptable")));
    assertEquals(303, saved.statusCode(), saved.body());
    assertEquals("red-line", position(ann, "b-1").at("/grades/half").asString());
    assertEquals("acceptable", position(bea, "q-B-p1").at("/grades/half").asString());
    assertEquals(404, al.get("/api/records/positions/q-B-p1").statusCode());
  }

  @Test
  void anotherDayTakesTheLaterWordAndKeepsTheEarlier() {
    tell(al, Map.of("option/A/p1/half", "preferred", "told", "2025-05-03"));
    tell(al, Map.of("option/A/p1/half", "tolerable", "told", "2025-05-03"));
    assertEquals("tolerable", position(al, "a-q-A-p1").at("/grades/half").asString());
    tell(al, Map.of("option/A/p1/half", "red line", "told", "2025-06-10"));
    assertEquals("tolerable", position(al, "a-q-A-p1").at("/grades/half").asString());
    JsonNode later = position(al, "a-q-A-p1-2");
    assertEquals("red-line", later.at("/grades/half").asString(), later.toString());
    assertEquals("a-q-A-p1", later.path("supersedes").get(0).asString());
    assertEquals("red line", sheet(al, "").select("[name=option/A/p1/half][checked]").val());
  }

  @Test
  void whatIsWithdrawnSaysNothingMore() {
    tell(al, Map.of("option/A/p1/half", "preferred", "told", "2025-05-03"));
    tell(al, Map.of("option/A/p1/half", "", "told", "2025-05-03"));
    assertEquals(404, al.get("/api/records/positions/a-q-A-p1").statusCode());
    assertEquals("", sheet(al, "").select("[name=option/A/p1/half][checked]").val());
  }

  @Test
  void faultsStandBesideTheirFieldsAndNothingIsSaved() {
    Document page = sheet(al, "");
    HttpResponse<String> refused =
        al.form(
            "/confide",
            fields(
                page,
                Map.of(
                    "option/A/p1/half", "preferred",
                    "rank/A/p1", "first",
                    "shape/A/p2", "peaks",
                    "most/A/p2", "42",
                    "told", "once")));
    assertEquals(422, refused.statusCode());
    Document again = Jsoup.parse(refused.body());
    assertTrue(again.text().contains("the sheet does not say which"), again.text());
    assertTrue(again.text().contains("Not a rank: “first”"), again.text());
    assertEquals("preferred", again.select("[name=option/A/p1/half][checked]").val());
    assertEquals("peaks", again.select("[name=shape/A/p2][checked]").val());
    assertEquals(404, al.get("/api/records/positions/a-q-A-p1").statusCode());
    HttpResponse<String> off =
        al.form("/confide", fields(page, Map.of("most/A/p2", "42", "told", "2025-05-03")));
    assertEquals(422, off.statusCode());
    assertTrue(Jsoup.parse(off.body()).text().contains("40"), off.body());
  }

  @Test
  void whatSomebodyElseToldMeanwhileIsShownFirst() {
    Document old = sheet(al, "");
    tell(al, Map.of("option/A/p1/half", "preferred", "told", "2025-05-03"));
    for (String day : new String[] {"2025-05-03", "2025-06-10"}) {
      HttpResponse<String> late =
          al.form("/confide", fields(old, Map.of("option/A/p1/half", "red line", "told", day)));
      assertEquals(409, late.statusCode(), late.body());
    }
    assertEquals("preferred", position(al, "a-q-A-p1").at("/grades/half").asString());
  }

  @Test
  void theSheetSpeaksFrench() {
    al.form("/language", Map.of("language", "fr"));
    Document page = sheet(al, "");
    assertEquals(
        "Enregistrer la feuille – visible par : Arda et le médiateur",
        page.select("#confide button[type=submit]").text());
    String grade = page.select("[name=option/A/p1/half]").val();
    tell(al, Map.of("option/A/p1/half", grade));
    assertEquals("preferred", position(al, "a-q-A-p1").at("/grades/half").asString());
  }
}
