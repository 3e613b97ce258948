package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.store.people.ImportMappings;
import org.parley.web.service.FolderCaseService;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Records of any kind from a table: a preview, errors at cells, and one change.
class TableImportStoryTest extends TeamStory {

  private static final String CASE =
      """
      case: {title: The river, columns: [A, B]}
      parties:
        - {id: A, name: Arda, kind: state}
        - {id: B, name: {en: Brenn, fr: Brenne}, kind: state}
      instruments:
        - {id: treaty, title: Treaty, kind: treaty, signatories: [A, B]}
      points:
        - id: p1
          instrument: treaty
          number: "1"
          title: Water
          options: [{id: half, title: Half}, {id: third, title: A third}]
      """;

  @Override
  String contents() {
    return CASE;
  }

  private HttpResponse<String> show(WebClient client, String kind, String text) {
    Document page = Jsoup.parse(client.get("/import/table?kind=" + kind).body());
    return client.form("/import/table", fields(page, "table", Map.of("text", text)));
  }

  private Document preview(WebClient client, String kind, String text) {
    HttpResponse<String> answer = show(client, kind, text);
    assertEquals(200, answer.statusCode(), answer.body());
    return Jsoup.parse(answer.body());
  }

  private HttpResponse<String> save(WebClient client, Document page, Map<String, String> typed) {
    Map<String, String> fields = fields(page, "table", typed);
    fields.put("do", "save");
    return client.form("/import/table", fields);
  }

  private JsonNode record(String kind, String id) {
    return JsonMapper.shared()
        .readTree(ann.get("/api/records/" + kind + "/" + id).body())
        .path("record");
  }

  @Test
  void pointsWithOptionsAreShownThenSavedInOneChange() {
    Document page =
        preview(
            ann,
            "points",
            """
            Numéro;Titre;Option;Proposée par
            2;Le pont;Ouvert;Arda
            ;;Fermé;Brenne
            3;La route;Commune;
            """);
    assertTrue(page.select(".lead").text().contains("2 records in 3 rows: 2 new"), page.text());
    assertEquals(
        List.of("new", "same record", "new"), page.select("td.quiet:nth-child(2)").eachText());
    assertEquals(303, save(ann, page, Map.of()).statusCode());
    assertEquals("Fermé", record("points", "p2").at("/options/1/title").asString());
    assertEquals(
        "B",
        record("points", "p2").at("/options/1/proposedBy/0").asString(),
        record("points", "p2").toString());
    Document history = Jsoup.parse(ann.get("/history").body());
    assertEquals(2, history.select("main section.step:first-of-type ul.entries > li").size());
  }

  @Test
  void positionsAreReadOffAGrid() {
    Document page =
        preview(
            ann,
            "positions",
            """
            Point,Option,Arda,Brenne
            Water,Half,preferred,ligne rouge
            ,A third,a,3
            """);
    assertTrue(page.select(".lead").text().contains("2 new"), page.text());
    HttpResponse<String> saved = save(ann, page, Map.of());
    assertEquals(303, saved.statusCode(), () -> Jsoup.parse(saved.body()).select("form").text());
    JsonNode arda = record("positions", "q-a-p1");
    assertEquals("preferred", arda.at("/grades/half").asString());
    assertEquals("acceptable", arda.at("/grades/third").asString());
    JsonNode brenn = record("positions", "q-b-p1");
    assertEquals("red-line", brenn.at("/grades/half").asString());
    assertEquals("3", brenn.at("/worths/third").asString());
  }

  @Test
  void everyErrorStandsAtItsCellAndNothingIsSaved() {
    String table = "id,name,kind\nC,Carst,state\nD,Dorn,kingdom\nB B,Bad id,state\n";
    Document page = preview(ann, "parties", table);
    assertEquals(List.of("cell/1/2", "cell/2/0"), page.select("[aria-invalid]").eachAttr("name"));
    assertTrue(page.select(".error").text().contains("kingdom"), page.select(".error").text());
    assertEquals(422, save(ann, page, Map.of()).statusCode());
    assertEquals(404, ann.get("/api/records/parties/C").statusCode(), "nothing is half written");
    Map<String, String> mended = Map.of("cell/1/2", "union", "cell/2/0", "E");
    assertEquals(303, save(ann, page, mended).statusCode());
    assertEquals("union", record("parties", "D").path("kind").asString());
  }

  @Test
  void aDayThatMayBeTwoIsAskedAboutOnce() {
    String table = "title,publisher,date\nOne,Wire,03/04/2025\nTwo,Wire,05/06/2025\n";
    Document page = preview(ann, "sources", table);
    assertEquals(2, page.select("[aria-invalid]").size(), page.text());
    assertEquals(1, page.select("#days").size());
    assertEquals(303, save(ann, page, Map.of("days", "day-first")).statusCode());
    assertEquals("2025-04-03", record("sources", "wire-2025").path("date").asString());
    Document sure = preview(ann, "sources", table.replace("05/06", "25/06"));
    assertEquals(0, sure.select("[aria-invalid], #days").size(), "one day decides for all");
    Document later = preview(ann, "sources", table.replace("One", "Three"));
    assertEquals("day-first", later.select("#days [selected]").val(), "remembered");
    assertEquals(0, later.select("[aria-invalid]").size(), later.text());
  }

  @Test
  void twoRowsOfHeadingsAreOneWhetherPastedOrSentByAProgram() {
    String table = "number,title,Option,\n,,title,summary\n2,Bridge,Open,At all times\n";
    Document page = preview(ann, "points", table);
    assertTrue(page.select(".lead").text().contains("1 new"), page.text());
    assertEquals(303, save(ann, page, Map.of()).statusCode(), "the preview is sent as it is shown");
    assertEquals("At all times", record("points", "p2").at("/options/0/summary").asString());
    String sent =
        JsonMapper.shared()
            .writeValueAsString(
                Map.of(
                    "kind", "points", "text", table.replace("2,Bridge", "3,Ferry"), "save", true));
    HttpResponse<String> taken = ann.json("POST", "/api/import/table", sent);
    assertEquals(200, taken.statusCode(), taken.body());
    assertEquals("Open", record("points", "p3").at("/options/0/title").asString());
  }

  @Test
  void decimalCommasAreAskedAboutOnce() {
    String table = "title\tlatitude\tlongitude\nShots\t48,123\t37,456\n";
    Document page = preview(ann, "incidents", table);
    assertEquals(1, page.select("#decimals").size(), page.text());
    assertEquals(303, save(ann, page, Map.of("decimals", "comma")).statusCode());
    assertEquals("48.123, 37.456", record("incidents", "shots").path("at").asString());
  }

  @Test
  void aRecordOnRecordChangesByChoice() {
    String table = "id,title.fr,options.title\np1,Eau,\n,,Two thirds\n";
    Document page = preview(ann, "points", table);
    assertTrue(page.select(".lead").text().contains("1 changed"), page.text());
    assertTrue(page.select("#changes + ul").text().contains("Two thirds"), page.text());
    assertEquals(422, save(ann, page, Map.of("update", "no")).statusCode());
    assertEquals(303, save(ann, page, Map.of()).statusCode());
    JsonNode point = record("points", "p1");
    assertEquals("Water", point.at("/title/en").asString());
    assertEquals("Eau", point.at("/title/fr").asString());
    assertEquals(3, point.path("options").size(), "what is on record stays");

    HttpResponse<String> stale = save(ann, page, Map.of());
    assertEquals(422, stale.statusCode());
    assertTrue(
        stale.body().contains("as on record") || stale.body().contains("changed since"),
        stale.body());
  }

  @Test
  void aStaleChangeIsShownAgain() {
    Document page = preview(ann, "points", "id,summary\np1,All of the water\n");
    Document other = preview(ann, "points", "id,weight\np1,7\n");
    assertEquals(303, save(ann, other, Map.of()).statusCode());
    HttpResponse<String> stale = save(ann, page, Map.of());
    assertEquals(422, stale.statusCode());
    Document again = Jsoup.parse(stale.body());
    assertTrue(again.text().contains("Records changed since this was shown"), again.text());
    assertEquals(303, save(ann, again, Map.of()).statusCode());
    assertEquals("7", record("points", "p1").path("weight").asString());
    assertEquals("All of the water", record("points", "p1").path("summary").asString());
  }

  private static final Map<String, String> CHOSEN = Map.of("column/0", "name", "column/1", "kind");

  private static List<String> chosen(Document page) {
    return page.select("thead option[selected]").eachAttr("value");
  }

  @Test
  void chosenColumnsAreRememberedWithTheAccountInEveryBrowser() {
    HttpResponse<String> saved =
        save(ann, preview(ann, "parties", "aaa,bbb\nCarst,state\n"), CHOSEN);
    assertEquals(303, saved.statusCode(), saved.body());
    assertTrue(saved.headers().firstValue("Set-Cookie").isEmpty(), "nothing stays in the browser");
    Team.Client elsewhere = team.signedIn("ann");
    assertEquals(
        List.of("name", "kind"), chosen(preview(elsewhere, "parties", "aaa,bbb\nDorn,state\n")));
    assertFalse(
        chosen(preview(elsewhere, "parties", "aaa,ccc\nDorn,state\n")).contains("name"),
        "another heading is another table");
  }

  @Test
  void othersDoNotLearnWhatSomebodyChose() {
    assertEquals(
        303, save(ann, preview(ann, "parties", "aaa,bbb\nCarst,state\n"), CHOSEN).statusCode());
    team.account("mo", "mediator", null);
    Team.Client mo = team.signedIn("mo");
    mo.device = ann.device;
    assertFalse(chosen(preview(mo, "parties", "aaa,bbb\nDorn,state\n")).contains("name"));
  }

  @Test
  void whatIsKeptHasNoWordOfTheFile() {
    save(ann, preview(ann, "parties", "aaa,bbb\nCarst,state\n"), CHOSEN);
    String kept =
        ImportMappings.of(team.journal.database()).find("ann", "parley-columns").orElseThrow();
    String text = new String(Base64.getUrlDecoder().decode(kept), StandardCharsets.UTF_8);
    assertTrue(text.matches("[0-9a-f]{12}:name,kind"), text);
  }

  @Test
  void withoutAccountsTheBrowserRemembers(@TempDir Path alone) throws Exception {
    Files.writeString(alone.resolve("case.yaml"), CASE);
    try (WebServer server = WebServer.start(new FolderCaseService(alone, null), 0)) {
      WebClient browser = new WebClient(server);
      HttpResponse<String> saved =
          save(browser, preview(browser, "parties", "aaa,bbb\nCarst,state\n"), CHOSEN);
      String cookie = saved.headers().firstValue("Set-Cookie").orElseThrow();
      assertTrue(cookie.startsWith("parley-columns=") && cookie.contains("HttpOnly"), cookie);
      browser.device = cookie.split(";", 2)[0];
      Document again = preview(browser, "parties", "aaa,bbb\nDorn,state\n");
      assertEquals(List.of("name", "kind"), chosen(again));
    }
  }

  @Test
  void aDelegationAddsItsOwnAlone() {
    Team.Client al = team.signedIn("al");
    Document form = Jsoup.parse(al.get("/import/table").body());
    assertEquals(
        List.of("positions", "sources", "demands"), form.select("#kind option").eachAttr("value"));
    Document page = preview(al, "positions", "party,point,option,grade\nArda,Water,Half,p\n");
    assertTrue(page.select(".buttons").text().contains("Arda"), "the button says who will see it");
    assertEquals(303, save(al, page, Map.of()).statusCode());
    assertEquals("A", record("positions", "a-q-a-p1").at("/visibility/party").asString());
    Document others =
        preview(
            al,
            "positions",
            "id,party,point,option,grade,visibility\nb-1,B,Water,Half,p,party: B\n");
    HttpResponse<String> refused = save(al, others, Map.of());
    assertEquals(422, refused.statusCode());
    assertEquals(404, ann.get("/api/records/positions/b-1").statusCode());
    assertEquals(422, show(al, "parties", "x").statusCode());
  }

  private HttpResponse<byte[]> bytes(String path) throws Exception {
    return WebClient.HTTP.send(
        ann.request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private HttpResponse<String> upload(String kind, String name, byte[] bytes) throws Exception {
    Document page = Jsoup.parse(ann.get("/import/table").body());
    return ann.send(
        ann.request("/import/table/file?kind=" + kind + "&file=" + name)
            .header("Content-Type", "application/octet-stream")
            .header("X-Parley-Token", page.select("[name=token]").val())
            .POST(HttpRequest.BodyPublishers.ofByteArray(bytes)));
  }

  @Test
  void linesLeftOutAreToldAndStayToldUntilSaved() {
    Document page =
        preview(
            ann,
            "parties",
            """
            Name;Kind;Short name
            Carst;state;C
            Name;Kind;Short name
            Dorn;kingdom;D

            Speaker;Publisher;Date
            E. Fin;Wire;2025-01-03
            """);
    assertEquals(
        List.of(
            "Line 3 repeats the heading of the table and is left out.",
            "Lines 6 to 7 are left out: they look like another table, “Speaker, Publisher, Date”."
                + " Maybe take it in from a file or sheet of its own."),
        page.select(".notes li").eachText());
    Map<String, String> fields = fields(page, "table", Map.of("cell/1/1", "state"));
    fields.put("do", "preview");
    Document again = Jsoup.parse(client(fields));
    assertTrue(again.select(".lead").text().contains("2 records in 2 rows"), again.text());
    assertEquals("4", again.select("tbody tr:last-child th").text());
    assertTrue(!again.select(".notes li").isEmpty(), again.text());
  }

  private String client(Map<String, String> fields) {
    return ann.form("/import/table", fields).body();
  }

  @Test
  void filesOfExcelAreRead() throws Exception {
    String table = "Nom;Genre\nÉtat neuf;état\n";
    for (byte[] each :
        List.of(
            table.getBytes(Charset.forName("windows-1252")),
            ("\ufeff" + table).getBytes(StandardCharsets.UTF_8),
            ("\ufeff" + table).getBytes(StandardCharsets.UTF_16LE))) {
      Document page = Jsoup.parse(upload("parties", "x.csv", each).body());
      assertTrue(page.select(".lead").text().contains("1 new"), page.text());
      assertTrue(page.select(".lead").text().contains("x.csv"), page.text());
      assertTrue(page.text().contains("État neuf"), page.text());
    }
  }

  @Test
  void templatesAndRecordsAreDownloadedAndReadAgain() throws Exception {
    for (String kind : List.of("parties", "points", "positions", "log-entries")) {
      HttpResponse<byte[]> template = bytes("/import/table/template?format=xlsx&kind=" + kind);
      assertEquals(200, template.statusCode());
      try (ReadableWorkbook book =
          new ReadableWorkbook(new ByteArrayInputStream(template.body()))) {
        assertEquals(2, book.getSheets().count(), "the table and its notes");
      }
    }
    HttpResponse<byte[]> points = bytes("/import/table/records?format=xlsx&kind=points");
    Document page = Jsoup.parse(upload("points", "points.xlsx", points.body()).body());
    assertTrue(page.select(".lead").text().contains("1 as on record"), page.text());
    assertFalse(page.select(".lead").text().contains("1 changed"), page.text());
    assertEquals(400, ann.get("/import/table/template?kind=nothing").statusCode());
  }
}
