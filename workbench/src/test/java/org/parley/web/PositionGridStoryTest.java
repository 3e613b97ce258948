package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A mediator and a delegation fill the table of positions.
class PositionGridStoryTest extends TeamStory {

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
      """;

  private Team.Client al;

  @BeforeEach
  void signIn() {
    al = team.signedIn("al");
  }

  @Override
  String contents() {
    return CASE;
  }

  private static Map<String, String> fields(Document page, Map<String, String> typed) {
    return fields(page, "grid", typed);
  }

  private static Document grid(Team.Client client) {
    HttpResponse<String> answer = client.get("/grid");
    assertEquals(200, answer.statusCode(), answer.body());
    return Jsoup.parse(answer.body());
  }

  private static JsonNode position(Team.Client client, String id) {
    return JsonMapper.shared()
        .readTree(client.get("/api/records/positions/" + id).body())
        .path("record");
  }

  @Test
  void allIsSavedInOneChange() {
    Document page = grid(ann);
    assertEquals("1 of 4 positions are on record.", page.select(".lead").text());
    assertEquals("red line", page.select("[name=option/B/p1/half]").val());
    HttpResponse<String> saved =
        ann.form(
            "/grid",
            fields(
                page,
                Map.of(
                    "option/A/p1/half", "p",
                    "option/A/p1/third", "30..40",
                    "rank/A/p1", "1",
                    "least/A/p2", "20",
                    "best/A/p2", "rises",
                    "option/B/p1/third", "Acceptable",
                    "basis", "told",
                    "told", "5 December 2025",
                    "readers", "party")));
    assertEquals(303, saved.statusCode(), saved.body());
    assertEquals("/grid?saved=3", saved.headers().firstValue("Location").orElseThrow());
    JsonNode made = position(ann, "q-A-p1");
    assertEquals("preferred", made.at("/grades/half").asString());
    assertEquals("30..40", made.at("/worths/third").asString());
    assertEquals(1, made.path("rank").asInt());
    assertEquals("2025-12-05", made.path("told").asString());
    assertEquals("A", made.at("/visibility/party").asString());
    JsonNode range = position(ann, "q-A-p2").path("range");
    assertEquals("20", range.path("atLeast").asString());
    JsonNode kept = position(ann, "b-1");
    assertEquals("Floods", kept.path("interest").asString());
    assertEquals("acceptable", kept.at("/grades/third").asString());
    assertEquals("red-line", kept.at("/grades/half").asString());
    assertEquals("mediator", kept.path("visibility").asString());
    assertEquals("3 of 4 positions are on record.", grid(ann).select(".lead").text());

    String before = ann.get("/history").body();
    HttpResponse<String> nothing = ann.form("/grid", fields(grid(ann), Map.of()));
    assertEquals(200, nothing.statusCode(), "nothing was changed");
    assertEquals(
        Jsoup.parse(before).select("main li").size(),
        Jsoup.parse(ann.get("/history").body()).select("main li").size(),
        "what is not changed is not recorded");
  }

  @Test
  void everyErrorStandsAtItsCellAndNothingIsSaved() {
    HttpResponse<String> refused =
        ann.form(
            "/grid",
            fields(
                grid(ann),
                Map.of(
                    "option/A/p1/half", "great",
                    "option/A/p1/third", "p",
                    "rank/A/p1", "first",
                    "least/A/p2", "1,000",
                    "basis", "told",
                    "told", "05/12/2025")));
    assertEquals(422, refused.statusCode());
    Document page = Jsoup.parse(refused.body());
    assertEquals("great", page.select("[name=option/A/p1/half][aria-invalid]").val());
    assertEquals("first", page.select("[name=rank/A/p1][aria-invalid]").val());
    assertEquals(1, page.select("[name=least/A/p2][aria-invalid]").size());
    assertEquals(1, page.select("[name=told][aria-invalid]").size());
    assertEquals("p", page.select("[name=option/A/p1/third]").val(), "what was typed is kept");
    assertEquals(404, ann.get("/api/records/positions/q-A-p1").statusCode());

    HttpResponse<String> beyond =
        ann.form("/grid", fields(grid(ann), Map.of("least/A/p2", "500", "best/A/p2", "rises")));
    assertEquals(422, beyond.statusCode());
    assertTrue(beyond.body().contains("500"), "the case as a whole is checked as well");
    assertEquals(404, ann.get("/api/records/positions/q-A-p2").statusCode());
  }

  @Test
  void whatEverybodyWouldSeeIsNotToldInConfidence() {
    HttpResponse<String> refused =
        ann.form(
            "/grid",
            fields(
                grid(ann),
                Map.of(
                    "option/A/p1/half", "p",
                    "basis", "told",
                    "told", "2025-12-05",
                    "readers", "public")));
    assertEquals(422, refused.statusCode());
    assertEquals(1, Jsoup.parse(refused.body()).select("[name=told][aria-invalid]").size());
    assertEquals(404, ann.get("/api/records/positions/q-A-p1").statusCode());
  }

  /// Of several positions the table shows the one that counts in packages.
  @Test
  void theNarrowestThatIsNotReplacedIsShown() throws Exception {
    team.close();
    team =
        new Team(
            folder.resolve("several"),
            Team.caseOf(
                CASE
                    + """
                      - {id: b-2, party: B, point: p1, rank: 3, grades: {half: tolerable}, illustrative: true, visibility: delegations}
                      - {id: a-1, party: A, point: p1, from: 2025-01-01, rank: 5, grades: {half: tolerable}, illustrative: true}
                      - {id: a-2, party: A, point: p1, from: 2025-02-01, rank: 6, grades: {half: preferred}, illustrative: true, supersedes: a-1}
                    """),
            false);
    team.account("ann", "mediator", null);
    Document page = grid(team.signedIn("ann"));
    assertEquals("2", page.select("[name=rank/B/p1]").val());
    assertEquals("6", page.select("[name=rank/A/p1]").val());
  }

  @Test
  void aDelegationSeesItsOwnColumnAlone() {
    Document page = grid(al);
    assertFalse(page.text().contains("Brenn"), page.text());
    assertEquals(0, page.select("[name*=/B/]").size());
    HttpResponse<String> saved =
        al.form("/grid", fields(page, Map.of("option/A/p1/half", "t", "option/B/p1/half", "p")));
    assertEquals("/grid?saved=1", saved.headers().firstValue("Location").orElseThrow());
    JsonNode made = position(al, "a-q-A-p1");
    assertEquals("tolerable", made.at("/grades/half").asString(), made.toString());
    assertEquals("A", made.at("/visibility/party").asString());
    assertFalse(made.path("told").asString("").isEmpty());
    assertEquals("red-line", position(ann, "b-1").at("/grades/half").asString());
  }

  @Test
  void aChangeOfSomebodyElseIsShownBeforeItIsOverwritten() {
    Document old = grid(ann);
    ann.form("/grid", fields(old, Map.of("option/B/p1/half", "t")));
    HttpResponse<String> late = ann.form("/grid", fields(old, Map.of("rank/B/p1", "4")));
    assertEquals(409, late.statusCode());
    Document page = Jsoup.parse(late.body());
    assertTrue(page.text().contains("Now “tolerable”"), page.text());
    assertEquals("tolerable", position(ann, "b-1").at("/grades/half").asString());
    HttpResponse<String> again = ann.form("/grid", fields(page, Map.of()));
    assertEquals(303, again.statusCode(), again.body());
    assertEquals("red-line", position(ann, "b-1").at("/grades/half").asString());
    assertEquals(4, position(ann, "b-1").path("rank").asInt());
  }
}
