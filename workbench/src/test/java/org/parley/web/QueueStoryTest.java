package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Eventually;

/// Many texts come in, and are decided once a statement, as a plain browser without scripts does
/// it.
class QueueStoryTest {

  private static final String COURIER =
      """
      Published: 2026-03-05

      Northland's foreign minister Ann Berg told reporters on Tuesday that fishing rights were settled, but the course of the border remained open.
      """;

  private static final String HERALD =
      """
      Published: 2026-03-05

      Fishing rights were settled, Northland's foreign minister Ann Berg told reporters on Tuesday.

      Southland rejects any change of the border, its chief negotiator Tom Hale said on Wednesday.
      """;

  private static final String LATER =
      """
      Published: 2026-03-20

      Fishing rights remained open, Northland's foreign minister Ann Berg told reporters on Thursday.
      """;

  private static final String REPEATS =
      """
      Published: 2026-03-06

      Fishing rights were settled, Northland's foreign minister Ann Berg told reporters on Tuesday, The Courier reported.
      """;

  private static final String NEWSROOM =
      """
      Published: 2026-03-05

      The border accord is now 90 percent complete.
      """;

  @TempDir Path folder;
  private Team team;
  private Team.Client ann;

  @BeforeEach
  void start() throws Exception {
    team = new Team(folder, Team.caseOf(Border.CASE), false);
    team.account("ann", "mediator", null);
    team.account("nora", "delegation", "NL");
    team.account("sam", "delegation", "SL");
    team.account("mo", "monitor", null);
    ann = team.signedIn("ann");
  }

  @AfterEach
  void stop() {
    team.close();
  }

  private static void bring(Team.Client client, String publisher, String text) throws Exception {
    done(client.form("/queue", Map.of("text", text, "publisher", publisher)));
    isRead(client);
  }

  private static void isRead(Team.Client client) throws Exception {
    Eventually.holds(
        "texts that are read",
        () -> Jsoup.parse(queue(client, "")).select("#progress .work").isEmpty());
  }

  private static String queue(Team.Client client, String query) {
    HttpResponse<String> page = client.get("/queue" + query);
    assertEquals(200, page.statusCode(), page.body());
    return page.body();
  }

  private static void done(HttpResponse<String> answer) {
    assertEquals(303, answer.statusCode(), Jsoup.parse(answer.body()).select("main").text());
  }

  /// The statement whose words contain this.
  private static Element statement(Team.Client client, String query, String words) {
    Document page = Jsoup.parse(queue(client, query));
    List<Element> found =
        page.select("article.statement").stream()
            .filter(each -> each.text().contains(words))
            .toList();
    assertEquals(1, found.size(), words + " in " + page.select("article.statement").text());
    return found.getFirst();
  }

  /// What a press of one of its buttons sends.
  private static Map<String, String> form(Element statement, String as) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (Element each : statement.select("form.decision input[name], form.decision select[name]")) {
      String value =
          each.tagName().equals("select")
              ? each.select("option[selected]").attr("value")
              : each.attr("value");
      if (!each.attr("name").equals("token")) {
        fields.put(each.attr("name"), value);
      }
    }
    fields.put("as", as);
    return fields;
  }

  private static HttpResponse<String> decide(Team.Client client, Element statement, String as) {
    return client.form("/queue/decide", form(statement, as));
  }

  private static Document claims(Team.Client client) {
    return Jsoup.parse(client.get("/claims").body());
  }

  private static String record(Team.Client client, String path) {
    return client.get("/api/records/" + path).body();
  }

  @Test
  void whatTwoArticlesTellIsOneClaimWithBothSources() throws Exception {
    long before = team.journal.last();
    bring(ann, "The Courier", COURIER);
    bring(ann, "The Herald", HERALD);
    Element fishing = statement(ann, "", "Fishing rights – agreed");
    assertEquals(2, fishing.select(".told li").size(), fishing.text());
    assertTrue(fishing.text().startsWith("New"), fishing.text());
    assertEquals(before, team.journal.last(), "nothing is written yet");

    done(decide(ann, fishing, "new"));
    assertEquals(1, claims(ann).select(".claim").size());
    assertEquals(
        2, Jsoup.parse(ann.get("/sources").body()).select("main a[href^=/sources/]").size());
    assertFalse(queue(ann, "").contains("Fishing rights – agreed"));
    assertTrue(queue(ann, "?show=decided").contains("On record as"));
    String history = ann.get("/history").body();
    assertTrue(history.contains("Read in The ") && history.contains(", The "), history);
  }

  @Test
  void aLaterTextOfTheSameStatementIsAddedToTheClaimOnRecord() throws Exception {
    bring(ann, "The Courier", COURIER);
    done(decide(ann, statement(ann, "", "Fishing rights – agreed"), "new"));
    bring(ann, "The Gazette", REPEATS);
    Element again = statement(ann, "?show=confirms", "Fishing rights – agreed");
    assertTrue(again.text().contains("nothing is written twice"), again.text());
    assertTrue(again.text().contains("repeats The Courier"), again.text());
    done(decide(ann, again, "confirms"));
    assertEquals(1, claims(ann).select(".claim").size());
    String claim = record(ann, "claims/c-0303-berg-fishing");
    assertTrue(claim.contains("thegazette-0306") && claim.contains("thecourier-0305"), claim);
    assertTrue(record(ann, "sources/thegazette-0306").contains("\"relays\":\"thecourier-0305\""));

    // the same text a second time has nothing to add, and waits for nobody
    bring(ann, "The Gazette", REPEATS);
    assertTrue(
        Jsoup.parse(queue(ann, "")).select("article.statement h3").text().indexOf("Fishing") < 0);
  }

  @Test
  void oneTextOfABatchThatRepeatsAnotherIsChained() throws Exception {
    bring(ann, "The Gazette", REPEATS);
    bring(ann, "The Courier", COURIER);
    done(decide(ann, statement(ann, "", "Fishing rights – agreed"), "new"));
    assertTrue(record(ann, "sources/thegazette-0306").contains("\"relays\":\"thecourier-0305\""));
  }

  @Test
  void whatIsSaidOtherwiseLaterReplacesTheClaimOnRecord() throws Exception {
    bring(ann, "The Courier", COURIER);
    done(decide(ann, statement(ann, "", "Fishing rights – agreed"), "new"));
    bring(ann, "The Courier", LATER);
    Element otherwise = statement(ann, "?show=contrary", "Fishing rights – open");
    assertTrue(otherwise.text().startsWith("Says otherwise contradicts"), otherwise.text());
    assertTrue(otherwise.text().contains("would replace the one on record"), otherwise.text());
    assertTrue(
        Jsoup.parse(queue(ann, ""))
            .select("article.statement")
            .getFirst()
            .text()
            .contains("contradicts"),
        "first in the queue");
    done(decide(ann, otherwise, "otherwise"));
    String claim = record(ann, "claims/c-0319-berg-fishing");
    assertTrue(claim.contains("\"supersedes\":[\"c-0303-berg-fishing\"]"), claim);
  }

  @Test
  void whatTheNewsroomSaysCountsOnlyForWhoStandsForIt() throws Exception {
    bring(ann, "The Courier", NEWSROOM);
    Element newsroom = statement(ann, "?show=newsroom", "90");
    assertTrue(newsroom.text().contains("does not count on the board"), newsroom.text());
    assertTrue(newsroom.select("button[value=new]").isEmpty());
    HttpResponse<String> refused = decide(ann, newsroom, "new");
    assertEquals(422, refused.statusCode());
    assertTrue(Jsoup.parse(refused.body()).select(".statement .wrong").text().contains("Speaker"));
    assertEquals(0, claims(ann).select(".claim").size());

    String lead = newsroom.select("[name=told]").attr("value");
    Element opened = statement(ann, "?show=newsroom&open=" + lead, "90");
    Map<String, String> fields = form(opened, "new");
    assertEquals("complete", fields.get("stance"));
    assertEquals("accord", fields.get("about"));
    fields.put("speaker", "Ann Berg");
    fields.put("party", "NL");
    done(ann.form("/queue/decide", fields));
    String claim = record(ann, "claims/c-0305-berg-accord");
    assertTrue(claim.contains("90 %"), claim + claims(ann).select(".claim").html());
  }

  @Test
  void whatIsChangedInPlaceIsWrittenAsChanged() throws Exception {
    bring(ann, "The Courier", COURIER);
    String lead = statement(ann, "", "Fishing rights – agreed").select("[name=told]").attr("value");
    Map<String, String> fields = form(statement(ann, "?open=" + lead, "Fishing rights"), "new");
    fields.put("stance", "conditional");
    assertEquals(422, ann.form("/queue/decide", fields).statusCode(), "a condition is needed");
    fields.put("detail", "the boats are counted");
    fields.put("speaker", "Ann B. Berg");
    done(ann.form("/queue/decide", fields));
    String claim = record(ann, "claims/c-0303-berg-fishing");
    assertTrue(claim.contains("the boats are counted") && claim.contains("Ann B. Berg"), claim);
  }

  @Test
  void whatIsDismissedCanBeOpenedAgain() throws Exception {
    bring(ann, "The Courier", COURIER);
    done(decide(ann, statement(ann, "", "border – open"), "dismiss"));
    Element dismissed =
        Jsoup.parse(queue(ann, "?show=decided")).select("form:has([value=reopen])").first();
    assertTrue(dismissed != null);
    String told = dismissed.select("[name=told]").attr("value");
    done(ann.form("/queue/decide", Map.of("told", told, "as", "reopen")));
    statement(ann, "", "border – open");
    assertEquals(422, ann.form("/queue/decide", Map.of("told", told, "as", "reopen")).statusCode());
  }

  @Test
  void inBulkIsWrittenWhatWasShownAndNothingDoubtful() throws Exception {
    bring(ann, "The Courier", COURIER);
    bring(ann, "The Herald", HERALD);
    Document shown = Jsoup.parse(ann.get("/queue/bulk?from=50").body());
    int count = shown.select("article.statement").size();
    assertTrue(count >= 2, shown.select("main").text());
    String digest = shown.select("[name=shown]").attr("value");
    long before = team.journal.last();
    bring(ann, "The Tribune", HERALD.replace("Hale", "Hall"));
    HttpResponse<String> changed = ann.form("/queue/bulk", Map.of("from", "50", "shown", digest));
    assertEquals(422, changed.statusCode(), "more came in meanwhile");
    assertEquals(before, team.journal.last());

    shown = Jsoup.parse(ann.get("/queue/bulk?from=50").body());
    count = shown.select("article.statement").size();
    done(
        ann.form(
            "/queue/bulk",
            Map.of("from", "50", "shown", shown.select("[name=shown]").attr("value"))));
    assertEquals(count, claims(ann).select(".claim").size());
    assertTrue(team.journal.last() > before);
    for (String wrong : List.of("", "101", "-1", "ninety")) {
      assertEquals(
          422, ann.form("/queue/bulk", Map.of("from", wrong, "shown", digest)).statusCode(), wrong);
    }
  }

  @Test
  void aContradictionIsLeftOutOfWhatIsWrittenInBulk() throws Exception {
    bring(ann, "The Courier", COURIER);
    done(decide(ann, statement(ann, "", "Fishing rights – agreed"), "new"));
    bring(ann, "The Courier", LATER);
    String bulk = Jsoup.parse(ann.get("/queue/bulk?from=0").body()).select("main").text();
    assertFalse(bulk.contains("Fishing rights – open"), bulk);
  }

  @Test
  void severalTextsArePastedAtOnceAndFilesAreTakenIn() throws Exception {
    done(ann.form("/queue", Map.of("text", COURIER + "\n===\n" + HERALD)));
    isRead(ann);
    assertTrue(queue(ann, "").contains("2 texts"));
    String mail =
        """
        From: "Border Queue" <queue@example.org>
        To: ann@example.org
        Subject: =?utf-8?q?What_the_minister_said?=
        Date: Thu, 5 Mar 2026 08:00:00 +0000
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary="b"

        --b
        Content-Type: text/plain; charset=utf-8

        Southland rejects any change of the border, its chief negotiator Tom Hale said.
        --b
        Content-Type: text/plain
        Content-Disposition: attachment; filename="x.txt"

        Northland rejects the accord, Ann Berg said.
        --b--
        """;
    done(file("mail.eml", "message/rfc822", mail));
    done(file("2026-03-04-wire.txt", "text/plain", "Fishing rights were settled, Ann Berg said."));
    isRead(ann);
    String page = queue(ann, "");
    assertTrue(page.contains("4 texts") && page.contains("Border Queue"), page);
    assertTrue(page.contains("What the minister said"), page);
    assertEquals(422, file("x.zip", "application/zip", "PK").statusCode());
    assertEquals(422, file("none.txt", "text/plain", "").statusCode());

    // what is decided is taken off the queue
    assertEquals(200, ann.form("/queue/forget", Map.of("text", "none")).statusCode());
    String key = Jsoup.parse(page).select(".on-queue [name=text]").attr("value");
    done(ann.form("/queue/forget", Map.of("text", key)));
    assertTrue(queue(ann, "").contains("3 texts"));
  }

  private HttpResponse<String> file(String name, String type, String text) {
    return ann.send(
        ann.request("/queue/file?name=" + name)
            .header("Content-Type", type)
            .header("X-Parley-Token", String.valueOf(ann.token))
            .POST(HttpRequest.BodyPublishers.ofByteArray(text.getBytes(StandardCharsets.UTF_8))));
  }

  @Test
  void aWrongDecisionChangesNothing() throws Exception {
    bring(ann, "The Courier", COURIER);
    Element fishing = statement(ann, "", "Fishing rights – agreed");
    long before = team.journal.last();
    Map<String, String> fields = form(fishing, "new");
    for (Map<String, String> wrong :
        List.of(
            Map.of("as", "new"),
            Map.of("told", "", "as", "new"),
            Map.of("told", "no-such/1", "as", "new"),
            Map.of("told", fields.get("told"), "as", "confirms"),
            Map.of("told", fields.get("told"), "as", "confirms", "record", "accord"),
            Map.of("told", fields.get("told"), "as", "approve"),
            Map.of("told", fields.get("told")))) {
      assertEquals(422, ann.form("/queue/decide", wrong).statusCode(), wrong.toString());
    }
    assertEquals(before, team.journal.last());
    done(ann.form("/queue/decide", fields));
    HttpResponse<String> twice = ann.form("/queue/decide", fields);
    assertEquals(422, twice.statusCode());
    assertTrue(twice.body().contains("decided meanwhile"), twice.body());
    assertEquals(1, claims(ann).select(".claim").size());
  }

  @Test
  void aDelegationDecidesForItselfAndNobodySeesItsTexts() throws Exception {
    Team.Client nora = team.signedIn("nora");
    bring(nora, "The Courier", COURIER);
    Element fishing = statement(nora, "", "Fishing rights – agreed");
    assertFalse(queue(ann, "").contains("Fishing rights – agreed"), "not even the mediator");
    assertEquals(
        422, ann.form("/queue/decide", form(fishing, "new")).statusCode(), "by its address");
    done(decide(nora, fishing, "new"));
    assertTrue(record(nora, "claims/nl-c-0303-berg-fishing").contains("nl-thecourier-0305"));
    assertEquals(0, claims(team.signedIn("sam")).select(".claim").size());
    assertEquals(1, claims(ann).select(".claim").size(), "the mediator sees it");
    assertEquals(403, team.signedIn("mo").get("/queue").statusCode(), "a monitor adds no claims");
  }

  @Test
  void theQueueSpeaksFrench() throws Exception {
    bring(ann, "The Courier", COURIER);
    bring(ann, "The Herald", HERALD + NEWSROOM);
    String lead =
        statement(ann, "", "Fishing rights – agreed")
            .select("[name=told]")
            .attr("value")
            .split(" ", -1)[0];
    ann.form("/language", Map.of("language", "fr"));
    Element fishing = statement(ann, "?open=" + lead, "Fishing rights – ");
    assertTrue(fishing.text().startsWith("Nouvelle"), fishing.text());
    String page = Jsoup.parse(queue(ann, "?open=" + lead)).select("main").text();
    for (String english :
        List.of("New", "Dismiss", "Change", "Speaker", "on record", "sure", "agreed", "Newsroom")) {
      assertFalse(page.contains(english), english + " in " + page);
    }
    String bulk = Jsoup.parse(ann.get("/queue/bulk?from=0").body()).select("main").text();
    assertTrue(bulk.contains("seraient écrites"), bulk);
  }
}
