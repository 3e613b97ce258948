package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A delegation answers "this or that?" until the best package for it is known.
@NullMarked
class PreferenceStoryTest {

  static final String CASE =
      """
      case: {title: The river, columns: [A, B]}
      parties:
        - {id: A, name: Arda, kind: state}
        - {id: B, name: Brenn, kind: state}
      instruments:
        - {id: treaty, title: Treaty, kind: treaty, signatories: [A, B]}
      points:
        - {id: p1, instrument: treaty, number: "1", title: Water, options: [{id: p1-all, title: All}, {id: p1-half, title: Half}, {id: p1-none, title: None}]}
        - {id: p2, instrument: treaty, number: "2", title: Bridge, options: [{id: p2-built, title: Built}, {id: p2-not, title: Not built}]}
        - {id: p3, instrument: treaty, number: "3", title: Flow, quantity: {unit: m3, least: 0, most: 100, step: 50}}
      positions:
        - {id: a1, party: A, point: p1, rank: 1, grades: {p1-all: preferred, p1-half: acceptable, p1-none: tolerable}, illustrative: true}
        - {id: b1, party: B, point: p1, rank: 1, grades: {p1-all: tolerable, p1-half: acceptable, p1-none: preferred}, illustrative: true}
        - {id: a2, party: A, point: p2, rank: 2, grades: {p2-built: preferred, p2-not: tolerable}, illustrative: true}
        - {id: b2, party: B, point: p2, rank: 2, grades: {p2-built: tolerable, p2-not: preferred}, illustrative: true}
        - {id: a3, party: A, point: p3, rank: 3, range: {worth: rises}, illustrative: true}
        - {id: b3, party: B, point: p3, rank: 3, range: {worth: falls}, illustrative: true}
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

  private static Document page(Team.Client client, String query) {
    HttpResponse<String> answer = client.get("/confide/question?wait=true" + query);
    assertEquals(200, answer.statusCode(), answer.body());
    return Jsoup.parse(answer.body());
  }

  private static Map<String, String> fields(Document page, String form) {
    Map<String, String> fields = new HashMap<>();
    page.select(form + " input").forEach(each -> fields.put(each.attr("name"), each.val()));
    return fields;
  }

  private static void answer(Team.Client client, Document page, String answer) {
    Map<String, String> fields =
        fields(page, answer.equals("undo") ? "form:has([value=undo])" : "form.edit");
    fields.put("answer", answer);
    HttpResponse<String> saved = client.form("/confide/question", fields);
    assertEquals(303, saved.statusCode(), saved.body());
  }

  private static JsonNode question(Team.Client client, String party) {
    return JsonMapper.shared().readTree(client.get("/api/packages/question?party=" + party).body());
  }

  @Test
  void questionsEndWithTheBestPackage() {
    int most = question(al, "A").path("atMostLeft").asInt();
    assertTrue(most > 0);
    int asked = 0;
    Document page = page(al, "");
    while (page.selectFirst("form.edit") != null) {
      assertEquals(
          "This is better – seen by Arda and the mediator",
          Objects.requireNonNull(page.selectFirst("[value=first]")).text());
      answer(al, page, asked % 2 == 0 ? "first" : "second");
      page = page(al, "");
      asked++;
    }
    assertTrue(asked > 0 && asked <= most, asked + " of at most " + most);
    JsonNode end = question(ann, "A");
    assertEquals("0", end.path("regret").asString());
    assertEquals(asked, end.path("answered").asInt());
    assertTrue(end.path("question").isMissingNode() || end.path("question").isNull());
    assertEquals(end, question(al, "A"), "the mediator asks what the party is asked");
  }

  @Test
  void anAnswerIsKeptForItsPartyAndTheMediatorAndCanBeTakenBack() {
    JsonNode before = question(al, "A");
    JsonNode other = question(bea, "B");
    answer(al, page(al, ""), "first");
    assertEquals(200, ann.get("/api/records/pairwiseComparisons/a-c-A").statusCode());
    assertEquals(404, bea.get("/api/records/pairwiseComparisons/a-c-A").statusCode());
    assertEquals(1, question(al, "A").path("answered").asInt());
    assertEquals(other, question(bea, "B"), "nobody else is asked anything new");
    Document page = page(al, "");
    Map<String, String> late = fields(page, "form:has([value=undo])");
    answer(al, page, "undo");
    assertEquals(before, question(al, "A"));
    late.put("answer", "undo");
    assertEquals(422, al.form("/confide/question", late).statusCode(), "it is taken back once");
  }

  @Test
  void nobodyAnswersForAnother() {
    Map<String, String> fields = fields(page(al, ""), "form.edit");
    fields.put("answer", "first");
    fields.put("party", "A");
    bea.form("/confide/question", fields);
    assertEquals(0, question(al, "A").path("answered").asInt());
    assertEquals(400, bea.get("/api/packages/question?party=A").statusCode());
    assertFalse(page(bea, "&party=A").text().contains("Arda"));
  }

  @Test
  void aMediatorAnswersForAPartyThatToldIt() {
    answer(ann, page(ann, "&party=B"), "same");
    JsonNode made =
        JsonMapper.shared()
            .readTree(bea.get("/api/records/pairwiseComparisons/c-B").body())
            .path("record");
    assertTrue(made.path("same").asBoolean(), made.toString());
    assertEquals(404, al.get("/api/records/pairwiseComparisons/c-B").statusCode());
    Document choice = Jsoup.parse(ann.get("/confide/question").body());
    assertEquals(2, choice.select("main li a").size());
  }

  @Test
  void whatIsNoPackageIsRefused() {
    Map<String, String> fields = fields(page(al, ""), "form.edit");
    fields.put("answer", "first");
    for (String wrong : new String[] {"", "p9=none", "p1=a b", "p3:x", "p3:7"}) {
      fields.put("second", wrong);
      HttpResponse<String> refused = al.form("/confide/question", fields);
      assertEquals(422, refused.statusCode(), wrong + refused.body());
    }
    assertEquals(0, question(al, "A").path("answered").asInt());
  }

  @Test
  void packagesOnTheTableAreComparedInsteadOfAll() throws Exception {
    String rounds =
        """
        rounds:
          - {id: r1, title: First, parties: [A, B], points: [p1, p2, p3], opens: 2025-01-01T09:00Z, visibility: delegations}
        tabledPackages:
          - {id: k1, round: r1, title: One, version: 1, tabled: 2025-01-02T09:00Z, provisions: [{point: p1, option: p1-half}, {point: p2, option: p2-built}, {point: p3, value: 0}], visibility: delegations}
          - {id: k2, round: r1, title: Two, version: 1, tabled: 2025-01-02T09:00Z, provisions: [{point: p1, option: p1-all}, {point: p2, option: p2-not}, {point: p3, value: 0}], visibility: delegations}
          - {id: k3, round: r1, title: Part, version: 1, tabled: 2025-01-02T09:00Z, provisions: {point: p1, option: p1-all}, visibility: delegations}
        """;
    try (Team other = new Team(folder.resolve("tabled"), Team.caseOf(CASE + rounds), false)) {
      other.account("al", "delegation", "A");
      Team.Client asked = other.signedIn("al");
      assertTrue(page(asked, "").text().contains("the 2 packages on the table"));
      JsonNode question = question(asked, "A");
      assertEquals(2, question.path("packages").asInt());
      assertEquals(1, question.path("atMostLeft").asInt());
      answer(asked, page(asked, ""), "second");
      JsonNode end = question(asked, "A");
      assertEquals("0", end.path("regret").asString());
      assertEquals(question.at("/question/second"), end.path("best"));
    }
  }
}
