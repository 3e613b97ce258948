package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.web.people.NoticedThings;
import org.parley.web.service.JournalCaseService;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// People comment on records, mention one another, and find what waits for them.
@NullMarked
class RecordCommentsStoryTest {

  private static final String CASE =
      """
      case: {title: The river, columns: [AA, BB]}
      parties:
        - {id: AA, name: Arda, kind: state}
        - {id: BB, name: Brenn, kind: state}
      sources:
        - {id: s1, title: Talks, kind: report, language: en, publisher: Wire, date: 2025-02-01, reliability: B}
        - {id: s2, title: Notes, kind: report, language: en, publisher: Own, date: 2025-02-01, reliability: B, visibility: {party: AA}}
      """;

  @TempDir private Path folder;
  private Team team;
  private Team.Client ann;
  private Team.Client al;
  private Team.Client bea;

  @BeforeEach
  void start() throws Exception {
    team = new Team(folder.resolve("journal"), Team.caseOf(CASE), true);
    team.account("ann", "mediator", null);
    team.account("al", "delegation", "AA");
    team.account("alma", "delegation", "AA");
    team.account("bea", "delegation", "BB");
    team.account("ob", "observer", null);
    ann = team.inSession("ann");
    al = team.inSession("al");
    bea = team.inSession("bea");
  }

  @AfterEach
  void stop() {
    team.close();
  }

  private static Document page(Team.Client client, String address) {
    HttpResponse<String> answer = client.get(address);
    assertEquals(200, answer.statusCode(), answer.body());
    return Jsoup.parse(answer.body());
  }

  private static Element first(Element in, String css) {
    return Objects.requireNonNull(in.selectFirst(css), css);
  }

  private static HttpResponse<String> send(
      Team.Client client, Element form, String text, String readers, String button) {
    Map<String, String> fields = new HashMap<>();
    form.select("input").forEach(each -> fields.put(each.attr("name"), each.val()));
    assertNotNull(form.selectFirst("button[name=do][value=" + button + "]"), button);
    fields.put("text", text);
    fields.put("readers", readers);
    fields.put("do", button);
    return client.form(form.attr("action"), fields);
  }

  private static HttpResponse<String> comment(
      Team.Client client, String record, String text, String readers) {
    Element form =
        first(page(client, "/record/" + record), ".comments > details.write form.comment");
    return send(client, form, text, readers, "comment");
  }

  private static List<String> waiting(Team.Client client) {
    return page(client, "/waiting").select("ul.waiting li a").eachText();
  }

  @Test
  void aCommentStandsBesideAnyRecordAndIsAnsweredAndResolved() {
    HttpResponse<String> saved = comment(al, "s1", "Is the wire right?", "delegations");
    assertEquals(303, saved.statusCode(), saved.body());
    assertEquals(
        "/record/s1/comments#thread-aa-comment-1",
        saved.headers().firstValue("Location").orElseThrow());
    assertEquals("Is the wire right?", first(page(bea, "/record/s1"), ".thread .said").text());
    assertEquals("1 open comment", first(page(bea, "/sources"), "tbody .commented").text());
    assertEquals("1 comment is open.", first(page(bea, "/comments"), "h1").text());
    assertEquals("Wire: Talks", first(page(bea, "/comments"), "tbody th").text());

    Element form = first(page(bea, "/record/s1/comments"), ".thread form.comment");
    assertEquals(303, send(bea, form, "", "same", "resolve").statusCode());
    assertNull(page(al, "/sources").selectFirst("tbody .commented"));
    assertEquals("No comment is open.", first(page(al, "/comments"), "h1").text());
    assertEquals(1, page(al, "/comments?show=resolved").select("tbody tr").size());
    Document french =
        Jsoup.parse(
            al.send(al.request("/comments?show=all").header("Accept-Language", "fr").GET()).body());
    assertEquals("Aucun commentaire n’est ouvert.", first(french, "h1").text());
  }

  @Test
  void aCommentHasNoMoreReadersThanItsRecord() {
    assertEquals(
        List.of("party"),
        page(al, "/record/s2/comments").select("form [name=readers] option").eachAttr("value"));
    assertEquals(303, comment(al, "s2", "For us.", "party").statusCode());
    assertEquals(422, comment(al, "s2", "For all.", "public").statusCode());
    assertEquals(404, bea.get("/record/s2/comments").statusCode());
    assertEquals(404, bea.get("/record/none/comments").statusCode());
    assertEquals(
        404, bea.form("/record/s2/comments", Map.of("text", "x", "do", "comment")).statusCode());
    assertEquals("No comment is open.", first(page(bea, "/comments"), "h1").text());
    JsonNode listed = JsonMapper.shared().readTree(ann.get("/api/comments?on=s2").body());
    assertEquals(1, listed.path("open").asInt());
    assertEquals("s2", listed.path("threads").path(0).path("record").asString());
    assertEquals(
        0,
        JsonMapper.shared()
            .readTree(bea.get("/api/comments?on=s2&show=all").body())
            .path("threads")
            .size());
  }

  @Test
  void aMentionWaitsForItsPersonUntilTheyReply() {
    assertEquals(List.of(), waiting(ann));
    assertEquals(303, comment(al, "s1", "@ann, is it right?", "party").statusCode());
    assertEquals(List.of("al mentions you in a comment: “@ann, is it right?”"), waiting(ann));
    assertEquals(List.of(), waiting(bea));
    NoticedThings things =
        new NoticedThings((JournalCaseService) team.desk, team.people, Team.CLOCK);
    assertEquals(1, things.of("ann").size());
    assertEquals(List.of(), things.of("bea"));
    String link = first(page(ann, "/waiting"), "ul.waiting a").attr("href");
    HttpResponse<String> followed = ann.get(link);
    assertEquals(
        "/record/s1/comments#thread-aa-comment-1",
        followed.headers().firstValue("Location").orElseThrow());
    Element form = first(page(ann, "/record/s1/comments"), ".thread form.comment");
    assertEquals(303, send(ann, form, "It is.", "same", "reply").statusCode());
    assertEquals(List.of(), waiting(ann));
    assertEquals(List.of(), things.of("ann"));
  }

  @Test
  void anObserverWhoIsMentionedFindsIt() {
    Team.Client ob = team.inSession("ob");
    assertEquals(303, comment(ann, "s1", "Please look, @ob.", "public").statusCode());
    assertEquals(1, waiting(ob).size());
  }

  @Test
  void aMediatorIsToldOfNamesThatReachNobody() {
    for (String name : List.of("@bea", "@nobody")) {
      HttpResponse<String> refused = comment(ann, "s1", "Look, " + name + ".", "mediator");
      assertEquals(422, refused.statusCode());
      String problem = first(Jsoup.parse(refused.body()), ".problems").text();
      assertTrue(problem.contains("“" + name + "” reaches nobody"), problem);
      assertEquals(
          "Look, " + name + ".",
          first(Jsoup.parse(refused.body()), "form.comment textarea").text());
    }
    assertEquals(303, comment(ann, "s1", "Look, @bea.", "delegations").statusCode());
    assertEquals(1, waiting(bea).size());
  }

  /// In a single change and among several; a delegation is told nothing there either.
  @Test
  void programsAreToldOfNamesThatReachNobody() {
    String record =
        """
        {"id": "%s", "subject": {"whole-record": "s1"}, "text": "Look, @bea.", "by": "%s",
         "made": "2025-02-01T12:00:00Z", "visibility": "%s"}""";
    String add = "{\"record\": %s}";
    String hidden = record.formatted("c1", "ann", "mediator");
    for (HttpResponse<String> refused :
        List.of(
            ann.json("POST", "/api/records/comments", add.formatted(hidden)),
            ann.json(
                "POST",
                "/api/changes",
                "{\"changes\": [{\"add\": {\"kind\": \"comments\", \"record\": %s}}]}"
                    .formatted(hidden)))) {
      assertEquals(422, refused.statusCode(), refused.body());
      JsonNode trouble = JsonMapper.shared().readTree(refused.body()).at("/troubles/0");
      assertEquals("mention-unreached", trouble.path("code").asString(), trouble.toString());
      assertEquals("@bea", trouble.path("value").asString(), trouble.toString());
    }
    HttpResponse<String> saved =
        ann.json(
            "POST",
            "/api/records/comments",
            add.formatted(record.formatted("c1", "ann", "public")));
    assertEquals(201, saved.statusCode(), saved.body());
    assertEquals(1, waiting(bea).size());
    HttpResponse<String> untold =
        al.json(
            "POST",
            "/api/records/comments",
            add.formatted(
                record.formatted("aa-c2", "al", "x").replace("\"x\"", "{\"party\": \"AA\"}")));
    assertEquals(201, untold.statusCode(), untold.body());
  }

  @Test
  void aDelegationLearnsNothingOfThePeopleOfAnother() {
    assertEquals(
        List.of("@alma", "@ann"),
        first(page(al, "/record/s1/comments"), ".mentionable").select("code").eachText());
    assertFalse(al.get("/complete?kinds=accounts&q=b").body().contains("bea"));
    assertTrue(al.get("/complete?kinds=accounts&q=a").body().contains("alma"));
    assertTrue(ann.get("/complete?kinds=accounts&q=B").body().contains("bea"));
    assertFalse(team.nobody().get("/complete?kinds=accounts&q=").body().contains("ann"));
    for (String name : List.of("@bea", "@nobody")) {
      HttpResponse<String> accepted = comment(al, "s1", "Look, " + name + ".", "party");
      assertEquals(303, accepted.statusCode(), name);
    }
    assertEquals(List.of(), waiting(bea), "a comment that is hidden mentions nobody");
  }
}
