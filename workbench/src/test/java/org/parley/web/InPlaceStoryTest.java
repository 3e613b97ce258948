package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A form makes what it refers to, without scripts and in one change.
class InPlaceStoryTest extends TeamStory {

  private static final String CASE =
      """
      case: {title: The river, columns: [A, B]}
      parties:
        - {id: A, name: Arda, kind: state}
        - {id: B, name: Brenn, kind: state}
      instruments:
        - {id: treaty, title: Treaty, kind: treaty, signatories: [A, B]}
      sources:
        - {id: wire, publisher: Wire, title: Notes, date: 2025-01-01, language: en, reliability: B, kind: report}
      """;

  private static final Map<String, String> CLAIM =
      Map.of(
          "speaker", "Karl Arn",
          "said", "2025-01-05",
          "quote", "Soon.",
          "about/0", "treaty",
          "asserts", "open");

  @Override
  String contents() {
    return CASE;
  }

  private static Map<String, String> fields(Document page, Map<String, String> typed) {
    return fields(page, "edit", typed);
  }

  private static Document form(Team.Client client, Map<String, String> fields) {
    HttpResponse<String> answer = client.form("/edit/claims", fields);
    assertTrue(answer.statusCode() == 200 || answer.statusCode() == 422, answer.body());
    return Jsoup.parse(answer.body());
  }

  private static Document opened(Team.Client client, String... actions) {
    Document page = Jsoup.parse(client.get("/edit/claims").body());
    for (String each : actions) {
      assertEquals(1, page.select("button[value='" + each + "']").size(), each);
      Map<String, String> typed = new LinkedHashMap<>(CLAIM);
      typed.put("_do", each);
      page = form(client, fields(page, typed));
    }
    return page;
  }

  private JsonNode record(String kind, String id) {
    return JsonMapper.shared()
        .readTree(ann.get("/api/records/" + kind + "/" + id).body())
        .path("record");
  }

  @Test
  void aClaimMakesItsSourceAndItsParty() {
    Document page = opened(ann, "new:sources:source/0", "new:parties:party");
    assertEquals("Karl Arn", page.select("[name=speaker]").val(), "what was typed is kept");
    Map<String, String> typed = new LinkedHashMap<>();
    typed.put("_new:source/0/publisher", "Wire");
    typed.put("_new:source/0/title", "Talks go on");
    typed.put("_new:source/0/date", "5 January 2025");
    typed.put("_new:source/0/language", "en");
    typed.put("_new:source/0/kind", "report");
    typed.put("_new:source/0/reliability", "B");
    typed.put("_new:party/name", "Council of Carst");
    typed.put("_new:party/kind", "body");
    typed.put("_do", "save");
    typed.put("visibility", "mediator");
    typed.put("_seen", "mediator");
    HttpResponse<String> saved = ann.form("/edit/claims", fields(page, typed));
    assertEquals(303, saved.statusCode(), saved.body());
    String id = saved.headers().firstValue("Location").orElseThrow().replaceAll(".*/|\\?.*", "");
    JsonNode claim = record("claims", id);
    assertEquals("council-of-carst", claim.path("party").asString());
    JsonNode source = record("sources", claim.at("/source/0").asString());
    assertEquals("2025-01-05", source.path("date").asString());
    assertEquals("mediator", source.path("visibility").asString(), "seen by the same readers");
    Document history = Jsoup.parse(ann.get("/history").body());
    assertEquals(3, history.select("main section.step:first-of-type ul.entries > li").size());
  }

  @Test
  void itsErrorsStandAtItsFieldsAndNothingIsSaved() {
    Document page = opened(ann, "new:sources:source/0");
    Document again =
        form(
            ann,
            fields(
                page,
                Map.of(
                    "_new:source/0/publisher", "Wire",
                    "_new:source/0/date", "someday",
                    "party", "A",
                    "_do", "save")));
    List<String> wrong = again.select("[aria-invalid]").eachAttr("name");
    assertTrue(wrong.contains("_new:source/0/date"), wrong.toString());
    assertTrue(wrong.contains("_new:source/0/title"), wrong.toString());
    assertEquals("Wire", again.select("[name='_new:source/0/publisher']").val());
    Document without = form(ann, fields(again, Map.of("_do", "new:none:source/0")));
    assertEquals(0, without.select("[name^='_new:']").size());
  }

  @Test
  void aDelegationMakesNoPartyAndABlankOneIsNone() {
    Team.Client al = team.signedIn("al");
    Document page = opened(al, "new:sources:source/0");
    assertEquals(0, page.select("button[value^='new:parties:']").size());
    Map<String, String> typed = new LinkedHashMap<>(CLAIM);
    typed.put("_new:party", "parties");
    typed.put("_new:party/name", "Carst");
    typed.put("_new:party/kind", "state");
    typed.put("_do", "save");
    Document refused = form(al, fields(page, typed));
    assertTrue(refused.select("[aria-invalid]").eachAttr("name").contains("party"), refused.text());
    assertEquals(404, ann.get("/api/records/parties/carst").statusCode());
  }

  /// A line with a new record keeps its place among those that are filled in.
  @Test
  void aNewSourceStandsBesideOneOnRecord() {
    Document page = opened(ann, "new:sources:source/0");
    Document again = form(ann, fields(page, Map.of("source/1", "wire", "_do", "refresh")));
    assertEquals("", again.select("[name=source/0]").val());
    assertEquals("wire", again.select("[name=source/1]").val());
    assertEquals(1, again.select("[name='_new:source/0/publisher']").size());
    assertEquals(1, again.select("button[value='new:sources:source/2']").size());
  }
}
