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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Delegations and mediator comment on the changes of a treaty, answer, resolve and reopen.
@NullMarked
class CommentsStoryTest {

  static final String CASE =
      """
      case: {title: The river, columns: [AA, BB]}
      parties:
        - {id: AA, name: Arda, kind: state}
        - {id: BB, name: Brenn, kind: state}
      instruments:
        - id: treaty
          title: Treaty of the river
          kind: treaty
          signatories: [AA, BB]
          versions:
            - {version: "1", date: 2025-02-01, language: en, text: "Article 1\\nThe parties cease fire on Monday.\\nArticle 2\\nTen prisoners are released at dawn.\\nArticle 3\\nThe dam stays shut for good."}
            - {version: "2", date: 2025-03-02, language: en, text: "Article 1\\nThe parties cease fire on Friday.\\nArticle 2\\nTwelve prisoners are released at dawn."}
            - {version: "3", date: 2025-04-02, language: en, text: "Article 1\\nThe parties cease fire on Friday.\\nArticle 2\\nAll prisoners are released at dawn."}
        - id: protocol
          title: Protocol
          kind: other
          signatories: [AA, BB]
          visibility: delegations
          versions:
            - {version: a, date: 2025-02-01, language: en, text: "Article 1\\nVisits are weekly."}
            - {version: b, date: 2025-03-01, language: en, text: "Article 1\\nVisits are daily."}
      """;

  private static final String PAGE = "/instruments/treaty/compare";
  private static final String VERSIONS = "?from=1&to=2";

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
    team.account("bea", "delegation", "BB");
    ann = team.inSession("ann");
    al = team.inSession("al");
    bea = team.inSession("bea");
  }

  @AfterEach
  void stop() {
    team.close();
  }

  private static Document page(Team.Client client, String query) {
    HttpResponse<String> answer = client.get(PAGE + query);
    assertEquals(200, answer.statusCode(), answer.body());
    return Jsoup.parse(answer.body());
  }

  private static Element first(Element in, String css) {
    return Objects.requireNonNull(in.selectFirst(css), css);
  }

  /// Sends a form of the page as it stands, with words, readers and a button.
  private static HttpResponse<String> send(
      Team.Client client, Element form, String text, String readers, String button) {
    Map<String, String> fields = new HashMap<>();
    form.select("input").forEach(each -> fields.put(each.attr("name"), each.val()));
    assertTrue(form.select("[name=readers] option").eachAttr("value").contains(readers), readers);
    assertNotNull(form.selectFirst("button[name=do][value=" + button + "]"), button);
    fields.put("text", text);
    fields.put("readers", readers);
    fields.put("do", button);
    return client.form(form.attr("action"), fields);
  }

  private static String comment(Team.Client client, int change, String text, String readers) {
    Element form =
        first(page(client, VERSIONS), "#change-" + change + " > .comments > .write form");
    HttpResponse<String> saved = send(client, form, text, readers, "comment");
    assertEquals(303, saved.statusCode(), saved.body());
    String address = saved.headers().firstValue("Location").orElseThrow();
    return address.substring(address.indexOf("#thread-") + "#thread-".length());
  }

  private static void reply(Team.Client client, String thread, String text, String button) {
    Element form = first(page(client, VERSIONS), "#thread-" + thread + " form");
    HttpResponse<String> saved = send(client, form, text, "same", button);
    assertEquals(303, saved.statusCode(), saved.body());
    assertTrue(saved.headers().firstValue("Location").orElseThrow().endsWith("#thread-" + thread));
  }

  private static String count(Team.Client client) {
    Element count = page(client, VERSIONS).selectFirst("#comments");
    return count == null ? "" : count.text();
  }

  @Test
  void aCommentStandsBesideItsChangeAndIsAnsweredAndResolved() {
    String thread = comment(al, 2, "Why <b>twelve</b>?\nTen were agreed.", "delegations");
    assertEquals("aa-comment-1", thread);
    assertEquals("Comments: 1 open, 0 resolved", count(bea));
    Element beside = first(page(bea, VERSIONS), "#change-2 .thread");
    assertEquals("al, Arda open", first(beside, ".commenter").text());
    assertEquals("Why <b>twelve</b>?\nTen were agreed.", first(beside, ".said").wholeText());
    assertTrue(first(page(bea, VERSIONS), "nav.toc").text().contains("1 open comment"));

    reply(bea, thread, "Two more were found.", "reply");
    assertEquals("Comments: 1 open, 0 resolved", count(ann));
    reply(ann, thread, "", "resolve");
    assertEquals("Comments: 0 open, 1 resolved", count(al));
    Element settled = first(page(al, VERSIONS), "#thread-" + thread);
    assertEquals(List.of("bea, Brenn", "ann"), settled.select(".replies strong").eachText());
    assertEquals("resolved", first(settled, ".commenter .label").text());

    reply(al, thread, "Not settled for us.", "reopen");
    assertEquals("Comments: 1 open, 0 resolved", count(bea));
  }

  @Test
  void theSaveButtonSaysWhoWillSee() {
    Element own = first(page(al, VERSIONS), "#change-1 form");
    assertEquals(
        List.of("party", "delegations", "public"),
        own.select("[name=readers] option").eachAttr("value"));
    assertEquals("Comment – seen by Arda and the mediator", first(own, ".to-party").text());
    String thread = comment(al, 1, "For us alone.", "party");
    assertEquals("", count(bea));
    assertEquals("Comments: 1 open, 0 resolved", count(ann));
    Element answer = first(page(ann, VERSIONS), "#thread-" + thread + " form");
    assertEquals(
        List.of("same", "mediator"), answer.select("[name=readers] option").eachAttr("value"));
    assertEquals(
        "Resolve – seen by Arda and the mediator",
        first(answer, "[value=resolve] .to-same").text());
    assertEquals(
        List.of("party", "delegations"),
        Jsoup.parse(al.get("/instruments/protocol/compare").body())
            .select("#change-1 [name=readers] option")
            .eachAttr("value"),
        "nobody may see a comment on what it does not see");
  }

  @Test
  void whatIsNotSavedIsKeptWithItsReason() {
    Element form = first(page(al, VERSIONS), "#change-1 form");
    HttpResponse<String> empty = send(al, form, "  ", "delegations", "comment");
    assertEquals(422, empty.statusCode());
    assertTrue(
        first(Jsoup.parse(empty.body()), "#change-1 .problems").text().contains("without words"));

    String thread = comment(al, 1, "For us.", "party");
    Map<String, String> wide = new HashMap<>(Map.of("from", "1", "to", "2", "replyTo", thread));
    wide.putAll(Map.of("text", "Told to all.", "readers", "public", "do", "reply"));
    HttpResponse<String> refused = al.form(PAGE, wide);
    assertEquals(422, refused.statusCode());
    Element again = first(Jsoup.parse(refused.body()), "#thread-" + thread + " form");
    assertEquals("Told to all.", first(again, "textarea").text());
    assertTrue(first(again, ".problems").text().contains("Choose others"));

    for (String target : List.of(thread, "no-such", "../x")) {
      wide.put("replyTo", target);
      wide.put("readers", "same");
      HttpResponse<String> gone = bea.form(PAGE, wide);
      assertEquals(422, gone.statusCode(), target);
      assertEquals(
          "Told to all.", first(Jsoup.parse(gone.body()), ".problems .said").text(), target);
    }
    wide.remove("replyTo");
    wide.put("element", "art_9");
    assertEquals(422, al.form(PAGE, wide).statusCode());
    assertEquals(404, al.form(PAGE, Map.of("from", "1", "to", "9")).statusCode());
    assertEquals("Comments: 1 open, 0 resolved", count(al));
  }

  @Test
  void nobodyCommentsUninvited() {
    team.account("ob", "observer", null);
    team.account("mo", "monitor", null);
    Map<String, String> sent =
        Map.of("from", "1", "to", "2", "element", "art_1", "text", "Mine.", "readers", "public");
    for (Team.Client each : List.of(team.inSession("ob"), team.inSession("mo"))) {
      assertEquals(403, each.form(PAGE, sent).statusCode());
      assertNull(page(each, VERSIONS).selectFirst("form.comment"));
    }
    assertEquals("", count(ann));
  }

  @Test
  void aRemovedArticleKeepsItsCommentsApart() {
    Document page = page(ann, VERSIONS);
    assertEquals(3, page.select(".change").size());
    assertEquals("true", first(page, "#change-3 [name=removed]").val());
    comment(ann, 3, "Gone on purpose?", "delegations");
    assertEquals(1, page(al, VERSIONS).select("#change-3 .thread").size());
  }

  @Test
  void commentsOfOtherVersionsAreLinked() {
    comment(ann, 1, "Settled on Friday?", "public");
    Document later = page(al, "");
    assertNull(later.selectFirst("#comments"));
    Element other = first(later, "[aria-labelledby=others-h] li");
    assertEquals("From version 1 to 2: 1 open, 0 resolved", other.text());
    HttpResponse<String> followed = al.get(first(other, "a").attr("href"));
    assertEquals(1, Jsoup.parse(followed.body()).select(".thread").size());
  }

  @Test
  void programsReadWhatThePageShows() {
    String thread = comment(al, 2, "Why?", "delegations");
    reply(bea, thread, "", "resolve");
    JsonNode does =
        JsonMapper.shared()
            .readTree(bea.get("/api/instruments/treaty/compare" + VERSIONS).body())
            .path("does")
            .path("comments");
    assertEquals(0, does.path("open").asInt());
    assertEquals(1, does.path("resolved").asInt());
    JsonNode told = does.path("threads").path(0);
    assertEquals(2, told.path("change").asInt());
    assertEquals("art_2", told.path("element").asString());
    assertEquals("al", told.path("by").asString());
    assertEquals("resolved", told.path("replies").path(0).path("decision").asString());
    assertEquals(
        0,
        JsonMapper.shared()
            .readTree(team.nobody().get("/api/instruments/treaty/compare" + VERSIONS).body())
            .path("does")
            .path("comments")
            .path("threads")
            .size());
  }

  @Test
  void hostileWordsStayWords() {
    String hostile = "</p></textarea><xss-tag onxss=1><img src=https://evil.example/x>";
    String thread = comment(al, 2, hostile, "delegations");
    for (Team.Client each : List.of(al, bea, ann)) {
      Document page = page(each, VERSIONS);
      assertEquals(hostile, first(page, "#thread-" + thread + " .said").text());
      assertTrue(page.select("xss-tag, [onxss], img[src*=evil]").isEmpty());
    }
    Map<String, String> sent =
        Map.of("from", "1", "to", "2", "element", "art_1", "text", hostile, "readers", hostile);
    Document refused = Jsoup.parse(al.form(PAGE, sent).body());
    assertEquals(hostile, first(refused, "#change-1 textarea").text());
    assertTrue(refused.select("xss-tag, [onxss], img[src*=evil]").isEmpty());
  }

  @Test
  void aCommentIsFoundAndIsARecord() {
    String thread = comment(al, 2, "Quintessence of the exchange", "delegations");
    assertTrue(bea.get("/search?q=quintessence").body().contains(thread));
    assertFalse(team.nobody().get("/search?q=quintessence").body().contains(thread));
    assertEquals(200, bea.get("/record/" + thread).statusCode());
    assertEquals(200, al.get("/edit/comments/" + thread).statusCode());
    assertEquals(404, team.nobody().get("/record/" + thread).statusCode());
  }

  @Test
  void wordHasThemAsItsComments() {
    comment(al, 2, "For us alone", "party");
    String file = "/export/text.docx?instrument=treaty&version=2&against=1";
    assertEquals(200, al.get(file).statusCode());
    assertFalse(al.get(file).body().equals(bea.get(file).body()), "others have no comment");
    assertEquals(
        bea.get(file).body(), team.nobody().get(file).body(), "and cannot tell that there is one");
  }
}
