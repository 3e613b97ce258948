package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A mediator fills the table of points.
class PointGridStoryTest extends TeamStory {

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
          title: {en: Water, fr: Eau}
          summary: As reported
          options: [{id: half, title: Half, proposedBy: [A]}, {id: third, title: A third}]
        - {id: p2, instrument: treaty, number: "2", title: Flow, quantity: {unit: m3, least: 0, most: 100, step: 5}}
      positions:
        - {id: b-1, party: B, point: p1, grades: {half: red-line}, illustrative: true, visibility: mediator}
      """;

  @Override
  String contents() {
    return CASE;
  }

  private static Map<String, String> fields(Document page, Map<String, String> typed) {
    return fields(page, "grid", typed);
  }

  private Document table() {
    HttpResponse<String> answer = ann.get("/grid/points");
    assertEquals(200, answer.statusCode(), answer.body());
    return Jsoup.parse(answer.body());
  }

  private JsonNode point(String id) {
    return JsonMapper.shared().readTree(ann.get("/api/records/points/" + id).body()).path("record");
  }

  private int changes() {
    return Jsoup.parse(ann.get("/history").body()).select("main section.step").size();
  }

  @Test
  void pointsAndOptionsAreSavedInOneChange() {
    Document page = table();
    assertEquals("2 points, with 2 options.", page.select(".lead").text());
    int before = changes();
    HttpResponse<String> saved =
        ann.form(
            "/grid/points",
            fields(
                page,
                Map.ofEntries(
                    Map.entry("title/p/p1", "The water"),
                    Map.entry("option/n/p1/0", "A quarter"),
                    Map.entry("most/p/p2", "200"),
                    Map.entry("number/n/0", "5(b)"),
                    Map.entry("title/n/0", "Dams"),
                    Map.entry("option/n/0", "None"),
                    Map.entry("option/n/1", "Two"),
                    Map.entry("title/n/3", "Term"),
                    Map.entry("least/n/3", "1"),
                    Map.entry("most/n/3", "30"),
                    Map.entry("unit/n/3", "years"),
                    Map.entry("id/n/3", "term"))));
    assertEquals(303, saved.statusCode(), saved.body());
    assertEquals("/grid/points?saved=4", saved.headers().firstValue("Location").orElseThrow());
    assertEquals(before + 1, changes());
    JsonNode water = point("p1");
    assertEquals("The water", water.at("/title/en").asString());
    assertEquals("Eau", water.at("/title/fr").asString(), "translations stay");
    assertEquals("As reported", water.path("summary").asString());
    assertEquals("A", water.at("/options/0/proposedBy/0").asString(water.toString()));
    assertEquals("p1-a-quarter", water.at("/options/2/id").asString());
    assertEquals("200", point("p2").at("/quantity/most").asString());
    JsonNode dams = point("p5-b");
    assertEquals("5(b)", dams.path("number").asString());
    assertEquals("p5-b-none", dams.at("/options/0/id").asString());
    assertEquals("Two", dams.at("/options/1/title").asString());
    JsonNode term = point("term");
    assertEquals("3", term.path("number").asString(), "the next whole number");
    assertEquals("1", term.at("/quantity/step").asString());
    HttpResponse<String> nothing = ann.form("/grid/points", fields(table(), Map.of()));
    assertEquals(200, nothing.statusCode(), "nothing was changed");
    assertEquals(before + 1, changes());
  }

  @Test
  void everyErrorStandsAtItsCellAndNothingIsSaved() {
    int before = changes();
    HttpResponse<String> refused =
        ann.form(
            "/grid/points",
            fields(
                table(),
                Map.of(
                    "title/p/p1", "",
                    "most/p/p2", "1,000",
                    "number/n/0", "9",
                    "title/n/1", "Dams",
                    "id/n/1", "p1",
                    "title/n/2", "Term",
                    "least/n/2", "1")));
    assertEquals(422, refused.statusCode());
    Document page = Jsoup.parse(refused.body());
    assertEquals(
        List.of("title/p/p1", "most/p/p2", "title/n/0", "id/n/1", "most/n/2", "unit/n/2"),
        page.select("#grid table [aria-invalid]").eachAttr("name"));
    assertEquals("Dams", page.select("[name=title/n/1]").val(), "what was typed is kept");
    assertEquals(before, changes());
  }

  @Test
  void whatTheWholeCaseRefusesIsToldAtItsCell() {
    HttpResponse<String> upside =
        ann.form("/grid/points", fields(table(), Map.of("most/p/p2", "-5")));
    assertEquals(422, upside.statusCode());
    assertTrue(
        Jsoup.parse(upside.body()).select("[aria-invalid]").eachAttr("name").stream()
            .anyMatch(each -> each.endsWith("/p/p2")),
        upside.body());
    HttpResponse<String> named =
        ann.form("/grid/points", fields(table(), Map.of("option/o/p1/half", "")));
    assertEquals(422, named.statusCode(), "a position names the option");
    assertTrue(Jsoup.parse(named.body()).select(".problems").text().contains("b-1"));
  }

  @Test
  void aFlatTableRepeatsThePointInEachRow() {
    HttpResponse<String> saved =
        ann.form(
            "/grid/points",
            fields(
                table(),
                Map.of(
                    "number/n/0", "7",
                    "title/n/0", "Dams",
                    "option/n/0", "None",
                    "number/n/1", "7",
                    "title/n/1", "Dams",
                    "option/n/1", "Two",
                    "readers", "mediator")));
    assertEquals(303, saved.statusCode(), saved.body());
    assertEquals(2, point("p7").path("options").size());
    assertEquals("mediator", point("p7").path("visibility").asString());
  }

  @Test
  void aChangeOfSomebodyElseIsShownBeforeItIsOverwritten() {
    Document old = table();
    ann.form("/grid/points", fields(old, Map.of("title/p/p2", "Flow at the border")));
    HttpResponse<String> late = ann.form("/grid/points", fields(old, Map.of("most/p/p2", "50")));
    assertEquals(409, late.statusCode());
    Document page = Jsoup.parse(late.body());
    assertTrue(page.text().contains("Now “Flow at the border”"), page.text());
    HttpResponse<String> again = ann.form("/grid/points", fields(page, Map.of()));
    assertEquals(303, again.statusCode(), again.body());
    assertEquals("Flow", point("p2").path("title").asString());
    assertEquals("50", point("p2").at("/quantity/most").asString());
  }

  @Test
  void moreRowsAreHadWithoutAScriptAndADelegationHasNoTable() {
    Document page = table();
    int rows = page.select("#grid tbody tr").size();
    HttpResponse<String> more =
        ann.form("/grid/points", fields(page, Map.of("title/n/7", "Last", "more", "1")));
    assertEquals(200, more.statusCode());
    Document longer = Jsoup.parse(more.body());
    assertTrue(longer.select("#grid tbody tr").size() > rows);
    assertEquals("Last", longer.select("[name=title/n/7]").val());
    assertEquals(403, team.signedIn("al").get("/grid/points").statusCode());
  }
}
