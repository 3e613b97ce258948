package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.casefile.LoadResult;
import org.parley.casefile.folder.CaseFolder;
import org.parley.store.FolderJournal;
import org.parley.store.Journal;
import org.parley.web.service.FolderCaseService;

/// Records are added, corrected, joined, undone and found, as a plain browser without scripts does
/// it.
class EditStoryTest {

  private static final String CASE =
      """
      # kept by hand
      case: {title: The bridge}
      parties:
        - {id: AA, name: Republic of Åland Félin, shortName: Aland, kind: state}
        - {id: BB, name: Beland, kind: state}
      instruments:
        - {id: treaty, title: Treaty, kind: treaty, signatories: [AA, BB]}
      points:
        - id: p1
          number: 1
          title: The toll
          instrument: treaty
          options:
            - {id: p1-low, title: A low toll}
            - {id: p1-none, title: No toll}
          texts:
            - version: 1
              date: 2025-03
              status: rolling-text
              text:
                - The toll is
                - bracket: {alternatives: [{holders: AA, words: one coin}, {holders: BB, words: ten coins}]}
            - {version: 2, date: 2025-04, status: rolling-text, text: The toll is one coin}
      sources:
        - {id: s1, publisher: Gazette, title: Notice, date: 2025-03-01, language: en, reliability: B, kind: report}
      claims:
        - {id: c1, speaker: Ada, party: AA, said: 2025-03-01, source: s1, quote: Settled., about: p1, asserts: agreed}
      positions:
        - {id: q1, party: AA, point: p1, concludes: It wants little., grades: {p1-low: preferred}, illustrative: true}
      """;

  @TempDir Path folder;

  private final HttpClient client = HttpClient.newHttpClient();
  private FolderJournal journal;
  private WebServer server;

  @BeforeEach
  void open() throws IOException {
    Files.writeString(folder.resolve("a.yaml"), CASE);
    journal = new FolderJournal(folder, "Ann", Clock.systemUTC());
    server = WebServer.start(new FolderCaseService(folder, journal), 0);
    get("/");
  }

  @AfterEach
  void close() {
    server.close();
    journal.close();
  }

  private HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(server.address().resolve(path)).build());
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private HttpResponse<String> post(String path, Map<String, String> fields) {
    String body =
        fields.entrySet().stream()
            .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
            .collect(Collectors.joining("&"));
    URI address = server.address().resolve(path);
    return send(
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Origin", address.getScheme() + "://" + address.getAuthority())
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  private static String encoded(String words) {
    return URLEncoder.encode(words, StandardCharsets.UTF_8);
  }

  /// The fields of the form on a page, as a browser would send them.
  private static Map<String, String> fields(String html) {
    String form = html.substring(html.indexOf("<form", html.indexOf("<main")));
    form = form.substring(0, form.indexOf("</form>"));
    Map<String, String> fields = new LinkedHashMap<>();
    Matcher input = Pattern.compile("<input([^>]*)>").matcher(form);
    while (input.find()) {
      String of = input.group(1);
      boolean box = of.contains("type=\"checkbox\"") || of.contains("type=\"radio\"");
      if (!box || of.contains(" checked")) {
        fields.put(attribute(of, "name"), attribute(of, "value"));
      }
    }
    Matcher area =
        Pattern.compile("(?s)<textarea[^>]*name=\"([^\"]*)\"[^>]*>\\R?(.*?)</textarea>")
            .matcher(form);
    while (area.find()) {
      fields.put(area.group(1), unescaped(area.group(2)));
    }
    Matcher select =
        Pattern.compile("(?s)<select[^>]*name=\"([^\"]*)\"[^>]*>(.*?)</select>").matcher(form);
    while (select.find()) {
      Matcher chosen =
          Pattern.compile("<option value=\"([^\"]*)\" selected").matcher(select.group(2));
      fields.put(select.group(1), chosen.find() ? unescaped(chosen.group(1)) : "");
    }
    fields.put("_do", "save");
    return fields;
  }

  private static String attribute(String of, String name) {
    Matcher found = Pattern.compile("(?:^|\\s)" + name + "=\"([^\"]*)\"").matcher(of);
    return found.find() ? unescaped(found.group(1)) : "";
  }

  private static String unescaped(String html) {
    return html.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&#34;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }

  private Map<String, String> form(String path) {
    HttpResponse<String> page = get(path);
    assertEquals(200, page.statusCode(), page.body());
    return fields(page.body());
  }

  private String file() {
    try {
      return Files.readString(folder.resolve("a.yaml"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void assertSaved(HttpResponse<String> answer) {
    assertEquals(303, answer.statusCode(), answer.body());
  }

  @Test
  void aSourceAndAClaimAreAddedAndTheBoardFollows() {
    Map<String, String> source = form("/edit/sources");
    source.putAll(
        Map.of(
            "publisher", "River Post",
            "title", "On the toll",
            "date", "5 March 2025",
            "language", "en",
            "reliability", "B",
            "kind", "report",
            "_why", "Read this morning"));
    HttpResponse<String> saved = post("/edit/sources", source);
    assertSaved(saved);
    assertEquals("/record/s2?saved=1", saved.headers().firstValue("Location").orElse(""));
    assertTrue(file().startsWith("# kept by hand"), file());
    assertTrue(file().contains("date: 2025-03-05"), file());

    Map<String, String> claim = form("/edit/claims?source=s2&party=BB");
    claim.putAll(
        Map.of(
            "speaker", "Bo Vane & Co",
            "said", "early March 2025",
            "quote", "We agree.",
            "about/0", "p9",
            "asserts", "agreed"));
    HttpResponse<String> wrong = post("/edit/claims", claim);
    assertEquals(422, wrong.statusCode());
    assertTrue(wrong.body().contains("id=\"f-about-0-e\""), wrong.body());
    assertTrue(wrong.body().contains("There is no point (or other subject)"), wrong.body());
    Map<String, String> again = fields(wrong.body());
    assertEquals("Bo Vane & Co", again.get("speaker"), "what was typed is still there");
    assertEquals("2025-03-01/2025-03-10~", again.get("said"));
    assertEquals("We agree.", again.get("quote"));
    assertFalse(file().contains("Vane"), "nothing half written");
    again.put("about/0", "p1");
    assertSaved(post("/edit/claims", again));
    assertTrue(get("/").body().contains("1 of 1"), "the board follows");
    assertTrue(get("/record/c2").body().contains("Bo Vane &amp; Co"));
    assertTrue(get("/record/s2").body().contains("Read this morning"));
  }

  @Test
  void aControlCharacterIsRefusedBesideItsField() {
    Map<String, String> point = form("/edit/points/p1");
    point.put("title", "The toll\u0007");
    point.put("options/1/title", "No\u202E toll");
    HttpResponse<String> refused = post("/edit/points/p1", point);
    assertEquals(422, refused.statusCode());
    assertTrue(refused.body().contains("id=\"f-title-e\""), refused.body());
    assertTrue(refused.body().contains("A control character in this text"), refused.body());
    assertTrue(refused.body().contains("id=\"f-options-1-title-e\""), refused.body());
    assertFalse(refused.body().contains("<span>\u0007"), "shown by its name");
    assertTrue(file().contains("title: The toll\n"), "nothing is saved");
  }

  @Test
  void aRecordIsShownAsItIsSaid() {
    Document page = Jsoup.parse(get("/record/q1").body());
    assertEquals("A low toll Preferred", page.select("dt:contains(How it takes) + dd").text());
    assertEquals("1 The toll", page.select("dt:contains(Point) + dd a[href=/points/p1]").text());
    assertEquals("Yes", page.select("dt:contains(An illustration) + dd").text());
    assertEquals(0, page.select("dd:contains(p1-low)").size(), page.text());
  }

  @Test
  void everyPartOfATableHasAVisibleLabel() {
    Document form = Jsoup.parse(get("/edit/positions/q1").body());
    assertEquals(
        "Option, How it takes each option, 1", form.select("label[for=f-grades-0-k]").text());
    assertEquals(
        "Grade, for 1 The toll: A low toll", form.select("label[for=f-grades-0-v]").text());
    assertEquals(
        "Grade, How it takes each option, 2", form.select("label[for=f-grades-1-v]").text());
    assertEquals(Set.of("Party and Number", "Of what and Words"), labelsOfTables("/edit/steps"));
    assertEquals(
        Set.of("Step and Date", "Guarantee and Date"), labelsOfTables("/edit/coverageQuestions"));
  }

  /// What the two fields of a line of each table of a form are called.
  private Set<String> labelsOfTables(String form) {
    return Jsoup.parse(get(form).body()).select(".pair").stream()
        .map(
            pair ->
                pair.select("label").stream()
                    .map(label -> label.text().replaceFirst(",.*", ""))
                    .collect(Collectors.joining(" and ")))
        .collect(Collectors.toSet());
  }

  @Test
  void rowsComeAndGoWithoutLosingAnything() {
    Map<String, String> point = form("/edit/points/p1");
    point.put("title", "The toll of the bridge");
    point.put("_do", "add:options");
    Map<String, String> more = fields(post("/edit/points/p1", point).body());
    assertEquals("The toll of the bridge", more.get("title"));
    assertTrue(more.containsKey("options/2/title"), more.toString());
    more.put("options/2/title", "A toll for carts");
    assertSaved(post("/edit/points/p1", more));
    assertTrue(file().contains("id: p1-a-toll-for-carts"), file());
    assertTrue(file().contains("bracket:"), "what was not touched stays");
    Map<String, String> less = form("/edit/points/p1");
    less.put("_do", "remove:options/2");
    assertSaved(post("/edit/points/p1", fields(post("/edit/points/p1", less).body())));
    assertFalse(file().contains("carts"), file());
  }

  @Test
  void whatTwoChangedIsJoinedByChoice() {
    Map<String, String> mine = form("/edit/positions/q1");
    Map<String, String> theirs = form("/edit/positions/q1");
    theirs.put("concludes", "It wants nothing.");
    theirs.put("rank", "1");
    assertSaved(post("/edit/positions/q1", theirs));
    mine.put("concludes", "It wants a little.");
    mine.put("interest", "Its carts are poor.");
    HttpResponse<String> conflict = post("/edit/positions/q1", mine);
    assertEquals(409, conflict.statusCode());
    assertTrue(conflict.body().contains("Somebody else changed this meanwhile"));
    assertFalse(file().contains("Its carts are poor."), "nothing is overwritten unasked");
    Map<String, String> choice = fields(conflict.body());
    assertEquals("mine", choice.get("_choose/concludes"));
    choice.put("_choose/concludes", "theirs");
    assertSaved(post("/edit/positions/q1", choice));
    assertTrue(file().contains("It wants nothing."), file());
    assertTrue(file().contains("Its carts are poor."), file());
    assertTrue(file().contains("rank: 1"), file());
  }

  @Test
  void anEntryIsUndoneByAnotherAndThePastCanBeOpened() {
    Map<String, String> position = form("/edit/positions/q1");
    position.put("concludes", "It wants nothing.");
    assertSaved(post("/edit/positions/q1", position));
    String history = get("/history").body();
    Matcher last = Pattern.compile("href=\"/history/(\\d+)\"").matcher(history);
    assertTrue(last.find(), history);
    String entry = last.group(1);
    String page = get("/history/" + entry).body();
    assertTrue(page.contains("<del>little</del>") || page.contains("<del>little"), page);
    assertTrue(get("/versions/q1").body().contains("<ins>nothing"), get("/versions/q1").body());
    assertSaved(post("/history/" + entry, fields(page)));
    assertTrue(file().contains("It wants little."), file());
    assertTrue(get("/history").body().contains("Undoes entry " + entry + "."));
    String then = get("/then/" + entry + "/points/p1").body();
    assertTrue(then.contains("It wants nothing."), then);
    assertTrue(then.contains("As the case was recorded on"), then);
    assertTrue(then.contains("href=\"/then/" + entry + "/claims\""), then);
    assertTrue(get("/then/1/").body().contains("The toll"), "what was recorded together is shown");
  }

  @Test
  void whatWasChangedSinceIsNotUndoneUnasked() {
    for (String words : new String[] {"It wants nothing.", "It wants all."}) {
      Map<String, String> position = form("/edit/positions/q1");
      position.put("concludes", words);
      assertSaved(post("/edit/positions/q1", position));
    }
    Matcher entries = Pattern.compile("href=\"/history/(\\d+)\"").matcher(get("/history").body());
    assertTrue(entries.find(), "the later entry");
    assertTrue(entries.find(), "the earlier entry");
    String path = "/history/" + entries.group(1);
    Map<String, String> undo = fields(get(path).body());
    undo.remove("_keep/q1/concludes");
    assertEquals(422, post(path, undo).statusCode());
    assertTrue(file().contains("It wants all."), file());
    undo.put("_keep/q1/concludes", "undo");
    assertSaved(post(path, undo));
    assertTrue(file().contains("It wants little."), file());
  }

  @Test
  void whatCameInIsSifted() {
    assertTrue(get("/inbox").body().contains("Nothing waits"), get("/inbox").body());
    Map<String, String> item = form("/edit/items?source=s1");
    item.put("text", "=HYPERLINK(\"x\") they say");
    assertSaved(post("/edit/items", item));
    assertTrue(get("/inbox").body().contains("1 item waits"), get("/inbox").body());
    Map<String, String> decide = form("/edit/items/i1?decision=rejected");
    decide.put("decision/rejected/ground", "duplicate");
    HttpResponse<String> noReason = post("/edit/items/i1", decide);
    assertEquals(422, noReason.statusCode());
    assertTrue(noReason.body().contains("f-decision-rejected-because-e"), noReason.body());
    decide.put("decision/rejected/because", "It repeats the notice.");
    assertSaved(post("/edit/items/i1", decide));
    assertTrue(get("/inbox").body().contains("duplicate: It repeats the notice."));
    String csv = get("/export/items.csv").body();
    assertTrue(csv.contains("\"'=HYPERLINK(\"\"x\"\") they say\""), csv);
    assertTrue(csv.contains("rejected,duplicate,It repeats the notice."), csv);
    assertTrue(get("/export/items.json").body().contains("\"ground\" : \"duplicate\""));
    assertTrue(get("/export/claims.csv").body().contains("c1,Ada"));
  }

  @Test
  void everythingIsFound() {
    String found = get("/search?q=notic").body();
    assertTrue(found.contains("<mark>Notice</mark>"), found);
    assertTrue(found.contains("href=\"/record/s1\""), found);
    assertTrue(get("/search?q=nothere").body().contains("Nothing has all of these words"));
    assertFalse(get("/search?q=%3Cscript%3E").body().contains("<script>"), "words are text");
    for (String typed : List.of("republic+of+aland", "FELIN", "f%C3%A9lin+rep", "aland", "AA")) {
      String parties = get("/complete?kinds=parties&q=" + typed).body();
      assertTrue(parties.contains("data-id=\"AA\""), () -> typed + ": " + parties);
    }
    assertTrue(get("/complete?kinds=points&q=toll").body().contains("data-id=\"p1\""));
    assertTrue(get("/complete?kinds=options&on=p1&q=").body().contains("data-id=\"p1-low\""));
    assertEquals("", get("/complete?kinds=options&on=q1&q=").body().strip());
    assertTrue(get("/said?date=early+2026").body().contains("about January to March 2026"));
    assertTrue(get("/said?date=03%2F04%2F2026").body().contains("not clear"));
  }

  @Test
  void textsAreCompared() {
    String page = get("/points/p1/texts").body();
    assertTrue(page.contains("The bracket was settled: \u201cone coin\u201d, as Aland held"), page);
    assertTrue(page.contains("Beland gave way"), page);
  }

  @Test
  void aRecordIsRemovedOnlyWhereNothingRefersToIt() {
    HttpResponse<String> refused = post("/remove/sources/s1", form("/remove/sources/s1"));
    assertEquals(422, refused.statusCode());
    assertTrue(refused.body().contains("Still named by"), refused.body());
    assertSaved(post("/remove/positions/q1", form("/remove/positions/q1")));
    assertFalse(file().contains("It wants little."), file());
    assertEquals(422, post("/remove/claims/c1", form("/remove/claims/c1")).statusCode());
  }

  /// The files take a change that the journal cannot take: it is said, and recorded once it can be.
  @Test
  void whatTheJournalCannotTakeIsSaid() throws Exception {
    Path other = Files.createDirectories(folder.resolve("other"));
    Files.writeString(other.resolve("a.yaml"), CASE);
    Path inTheWay = Journal.besideFolder(other).getParent();
    Files.writeString(inTheWay, "not a folder");
    try (FolderJournal blocked = new FolderJournal(other, "Ann", Clock.systemUTC());
        WebServer second = WebServer.start(new FolderCaseService(other, blocked), 0)) {
      server.close();
      server = second;
      get("/");
      Map<String, String> form = form("/edit/positions/q1");
      form.put("concludes", "It wants less.");
      form.put("_why", "They said so.");
      HttpResponse<String> saved = post("/edit/positions/q1", form);
      assertSaved(saved);
      String page = get(saved.headers().firstValue("Location").orElse("")).body();
      assertTrue(page.contains("but not recorded in its journal"), page);
      assertTrue(page.contains("Maybe mend that"), page);
      assertFalse(page.contains("<strong>Saved.</strong>"), page);
      assertTrue(Files.readString(other.resolve("a.yaml")).contains("It wants less."));
      assertTrue(get("/history").body().contains("Not recorded at the moment"));
      Files.delete(inTheWay);
      blocked.tryAgain();
      LoadResult now = CaseFolder.of(other).load();
      blocked.record(((LoadResult.Loaded) now).contents(), "Ben", "");
      assertEquals(null, blocked.trouble());
      var entries = java.util.Objects.requireNonNull(blocked.find()).listOf("q1");
      assertEquals("They said so.", entries.getLast().why());
      assertTrue(String.valueOf(entries.getLast().change().after()).contains("It wants less."));
      String after = get(saved.headers().firstValue("Location").orElse("")).body();
      assertTrue(after.contains("<strong>Saved.</strong>"), after);
    }
  }

  @Test
  void everyKindHasAForm() {
    for (String kind : org.parley.casefile.form.RecordForm.kinds()) {
      HttpResponse<String> page = get("/edit/" + kind);
      assertEquals(200, page.statusCode(), kind);
      HttpResponse<String> empty = post("/edit/" + kind, fields(page.body()));
      assertEquals(422, empty.statusCode(), kind);
      assertTrue(empty.body().contains("This is needed."), kind);
    }
    assertEquals(404, get("/edit/nothing").statusCode());
    assertEquals(
        403,
        send(HttpRequest.newBuilder(server.address().resolve("/edit/claims"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("_do=save"))
                .build())
            .statusCode());
  }
}
