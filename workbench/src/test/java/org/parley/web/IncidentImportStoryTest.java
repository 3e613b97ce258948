package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.parley.exchange.incidents.SmallCeasefire;
import org.parley.store.people.ImportMappings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Files of incidents: who is meant, what would follow, and one change.
class IncidentImportStoryTest extends TeamStory {

  private static final String ROWS =
      """
      #meta+id,#meta+fact,#event+id,#event+type,#date+occurred,#org+actor,#org+target,#org+by,#event+act,#affected+killed,#org+source
      r1,report,i1,shelling,2026-03-01T06:00:00Z,Borland,Aland,,,2,Reuters
      r2,act,i1,,2026-03-01T20:00:00Z,,,GG,notice,,Guarantia
      r3,report,i2,shelling,2026-03-02T06:00:00Z,Army of Borland,Aland,,,,AFP
      r4,report,i3,shelling,2026-02-30,Borland,Aland,,,,AFP
      r5,report,i4,shelling,2026-03-03T12:00:00Z,Borland,Aland,,,,AFP
      """;

  @Override
  String contents() {
    return SmallCeasefire.CASE;
  }

  private Document sent(String text) {
    Document page = Jsoup.parse(ann.get("/import/incidents").body());
    return shown(
        ann.form("/import/incidents", fields(page, "bring-incidents", Map.of("text", text))));
  }

  /// The page once nothing is being done any more.
  private Document shown(HttpResponse<String> answer) {
    Document page = Jsoup.parse(answer.body());
    for (Element busy = page.selectFirst("#incidents[data-hx-get]");
        busy != null;
        busy = page.selectFirst("#incidents[data-hx-get]")) {
      page = Jsoup.parse(ann.get(busy.attr("data-at")).body());
    }
    return page;
  }

  private HttpResponse<String> send(Document page, String wish, Map<String, String> typed) {
    Map<String, String> fields = fields(page, "incident-form", new HashMap<>(typed));
    fields.put("do", wish);
    return ann.form(page.select("#incidents").attr("data-at"), fields);
  }

  private Document again(Document page, String wish, Map<String, String> typed) {
    return shown(send(page, wish, typed));
  }

  private int saved(Document page, Map<String, String> typed) {
    HttpResponse<String> answer = send(page, "save", typed);
    return answer.statusCode() == 303
        ? 303
        : shown(answer).select("[role=status]").text().contains("saved")
            ? 303
            : answer.statusCode();
  }

  private JsonNode record(String kind, String id) {
    return JsonMapper.shared()
        .readTree(ann.get("/api/records/" + kind + "/" + id).body())
        .path("record");
  }

  private long entries() {
    return team.journal.last();
  }

  @Test
  void whatWouldFollowIsShownThenSavedInOneChange() {
    long before = entries();
    Document page = sent(ROWS);
    String lead = page.select(".lead").text();
    assertTrue(lead.contains("3 new incidents and 4 new entries"), page.text());
    assertTrue(
        page.select("#fires ~ p").text().contains("3 duties would stand otherwise"),
        page.select("main").text());
    assertEquals(before, entries(), "nothing is written before it is seen");
    assertEquals(
        List.of("5"), page.select("[data-table=asides] tbody th").eachText(), "the bad line");
    assertTrue(page.select("[data-table=asides] td").text().contains("2026-02-30"));
    assertEquals(303, saved(page, Map.of()));
    assertEquals("2", record("logEntries", "log-r1").at("/says/report/severity/best").asString());
    assertEquals("BB", record("logEntries", "log-r1").at("/says/report/by").asString());
    assertEquals("GG", record("logEntries", "log-r2").at("/says/act/by").asString());
    assertEquals("shelling (Borland – Aland)", record("incidents", "i1").path("title").asString());
    Document watch = Jsoup.parse(ann.get("/watch").body());
    assertEquals(
        "1 duty is owed, 1 is broken.", watch.select("h1").text(), "what was foretold follows");
    Document history = Jsoup.parse(ann.get("/history").body());
    assertEquals(
        10,
        history.select("main section.step:first-of-type ul.entries > li").size(),
        "three incidents, four entries and three sources in one change");
  }

  @Test
  void aFileThatIsTakenInAgainAddsWhatIsNew() {
    assertEquals(303, saved(sent(ROWS), Map.of()));
    Document page =
        sent(ROWS + "r6,report,i5,shelling,2026-03-04T06:00:00Z,Borland,Aland,,,,AFP\n");
    assertTrue(page.text().contains("4 records are on record already"), page.text());
    assertTrue(page.select(".lead").text().contains("1 new incident and 1 new entry"));
    assertEquals(303, saved(page, Map.of()));
    Document same = sent(ROWS);
    assertTrue(same.select("button[value=save]").isEmpty(), "nothing is left to add");
    Document other = sent(ROWS.replace(",2,Reuters", ",9,Reuters"));
    assertTrue(other.text().contains("1 of them says something else"), other.text());
  }

  @Test
  void aNameIsSuggestedAndNeverTakenUnasked() {
    Document page = sent(ROWS);
    Element army = page.selectFirst("tr:has(select[name=\"party/Army of Borland\"])");
    assertTrue(army != null && army.text().contains("suggested: Borland"), page.text());
    assertEquals("-", fields(page, "incident-form", Map.of()).get("party/Army of Borland"));
    Document taken = again(page, "suggest", Map.of());
    assertEquals("BB", fields(taken, "incident-form", Map.of()).get("party/Army of Borland"));
    assertEquals(0, taken.select("button[value=suggest]").size());
    assertEquals(303, saved(taken, Map.of()));
    assertEquals("BB", record("logEntries", "log-r3").at("/says/report/by").asString());
  }

  @Test
  void aSideThatIsNoPartyStaysAsItIsWritten() {
    assertEquals(303, saved(sent(ROWS), Map.of()));
    assertTrue(record("logEntries", "log-r3").at("/says/report/by").isMissingNode());
    assertEquals(
        "shelling (Army of Borland – Aland)", record("incidents", "i2").path("title").asString());
  }

  @Test
  void aKindMeansAKindOfTheCaseByChoice() {
    Document page = sent(ROWS.replace("shelling", "Artillery fire"));
    assertTrue(page.text().contains("No duty would stand otherwise"), page.text());
    Document chosen = again(page, "preview", Map.of("kind/Artillery fire", "shelling"));
    assertTrue(chosen.text().contains("3 duties would stand otherwise"), chosen.text());
    Document left = again(chosen, "preview", Map.of("kind/Artillery fire", "-"));
    assertTrue(left.text().contains("no new incident"), left.text());
    assertTrue(left.select("button[value=save]").isEmpty(), left.text());
  }

  @Test
  void whatIsChosenIsRememberedWithoutTheNames() {
    Document page = sent(ROWS);
    send(page, "preview", Map.of("party/Army of Borland", "BB", "kind/shelling", "-"));
    String kept =
        ImportMappings.of(team.journal.database())
            .find("ann", "parley-incident-words")
            .orElseThrow();
    String held = new String(java.util.Base64.getUrlDecoder().decode(kept), StandardCharsets.UTF_8);
    assertTrue(held.contains(":BB") && !held.contains("Army"), held);
    ann = team.signedIn("ann");
    Document again = sent(ROWS);
    assertEquals("BB", fields(again, "incident-form", Map.of()).get("party/Army of Borland"));
    assertTrue(again.text().contains("no new incident"), again.text());
  }

  @Test
  void daysAreasAndWhatAGuaranteeAnswersToNarrowIt() {
    String places =
        """
        id,kind,occurred,actor,target,latitude,longitude
        a,shelling,2026-03-01,BB,AA,55.5,35.5
        b,shelling,2026-03-02,BB,AA,10,10
        c,rally,2026-03-02,BB,AA,55.5,35.5
        """;
    Document page = sent(places);
    assertTrue(page.select(".lead").text().contains("3 new incidents"), page.text());
    assertTrue(page.text().contains("To 1 of the new incidents no guarantee answers"), page.text());
    assertTrue(
        again(page, "preview", Map.of("from", "2026-03-02"))
            .select(".lead")
            .text()
            .contains("2 new incidents"));
    Document north = again(page, "preview", Map.of("area", "north"));
    assertTrue(north.select(".lead").text().contains("2 new incidents"), north.text());
    Document touching = again(page, "preview", Map.of("area", "north", "only", "touching"));
    assertTrue(touching.select(".lead").text().contains("1 new incident "), touching.text());
    assertEquals(303, saved(touching, Map.of()));
    assertEquals("55.5, 35.5", record("incidents", "a").path("at").asString());
    assertEquals(404, ann.get("/api/records/incidents/c").statusCode());
  }

  @Test
  void aCaseThatChangedIsShownAgainBeforeItIsSaved() {
    Document page = sent(ROWS);
    assertEquals(303, saved(sent(ROWS.replace("i1", "i9").replace("r1", "r9")), Map.of()));
    HttpResponse<String> stale = send(page, "save", Map.of());
    assertTrue(stale.statusCode() != 303, "what is saved is what was seen");
    Document fresh = shown(stale);
    assertTrue(fresh.text().contains("are on record already"), fresh.text());
    assertEquals(303, saved(fresh, Map.of()));
  }

  @Test
  void theReadersAreChosen() {
    assertEquals(303, saved(sent(ROWS), Map.of("readers", "mediator")));
    assertEquals(
        "mediator",
        JsonMapper.shared()
            .readTree(ann.get("/api/records/incidents/i1").body())
            .path("visibility")
            .asString());
    assertEquals(404, team.signedIn("al").get("/api/records/incidents/i1").statusCode());
  }

  @Test
  void nobodyElseSeesAFileThatWasSent() {
    Document page = sent(ROWS);
    String at = page.select("#incidents").attr("data-at");
    team.account("amy", "mediator", null);
    assertEquals(404, team.signedIn("amy").get(at).statusCode());
    assertTrue(List.of(403, 404).contains(team.signedIn("al").get(at).statusCode()));
    assertEquals(403, team.signedIn("al").get("/import/incidents").statusCode());
    assertEquals(200, ann.get(at).statusCode());
  }

  @Test
  void whatIsNoTableOfIncidentsIsRefused() {
    for (String each : List.of("", "hello", "a,b\n1,2\n", "{\"a\":", "<html></html>")) {
      Document form = Jsoup.parse(ann.get("/import/incidents").body());
      HttpResponse<String> answer =
          ann.form("/import/incidents", fields(form, "bring-incidents", Map.of("text", each)));
      assertEquals(422, answer.statusCode(), each);
      String told = Jsoup.parse(answer.body()).select(".problems").text();
      assertTrue(told.contains("no incident was found") || told.contains("No incident"), told);
      assertTrue(told.contains("Maybe"), told);
    }
  }

  @Test
  void daysAtTheEndOfTheCalendarAreSetAsideOrKept() {
    Document page =
        sent(
            """
            id,kind,occurred,actor,target
            a,k,9999-12-31/..,x,y
            b,k,../2025-01-01,x,y
            c,k,0001-01-01,x,y
            d,k,9999-12-31T23:59:59Z,x,y
            e,k,2025-XX,x,y
            f,k,2025-21,x,y
            """);
    assertEquals(
        List.of("2", "3"), page.select("[data-table=asides] tbody th").eachText(), page.text());
    assertEquals(303, saved(page, Map.of()));
    assertEquals("0001-01-01", record("logEntries", "log-c").path("occurred").asString());
    assertEquals(
        "2025-01-01/2025-12-31", record("logEntries", "log-e").path("occurred").asString());
  }

  private HttpResponse<String> upload(String name, byte[] bytes) throws Exception {
    Document page = Jsoup.parse(ann.get("/import/incidents").body());
    return ann.send(
        ann.request("/import/incidents/file?file=" + name)
            .header("Content-Type", "application/octet-stream")
            .header("X-Parley-Token", page.select("[name=token]").val())
            .POST(HttpRequest.BodyPublishers.ofByteArray(bytes)));
  }

  /// A workbook with a cover, whose rows of incidents begin at the fourth row of the second sheet.
  private static byte[] workbook() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "Tables", "1.0")) {
      Worksheet cover = workbook.newWorksheet("Cover");
      cover.value(0, 0, "Incidents of the truce");
      cover.value(1, 0, "Joint Cell");
      Worksheet sheet = workbook.newWorksheet("March");
      sheet.value(0, 0, "Daily table");
      int row = 2;
      for (String line : ROWS.lines().toList()) {
        String[] cells = line.split(",", -1);
        for (int i = 0; i < cells.length; i++) {
          sheet.value(row, i, cells[i].equals("Army of Borland") ? "Army\nof Borland" : cells[i]);
        }
        row++;
      }
    }
    return out.toByteArray();
  }

  /// More rows than stand on a page of rows, as programs of the field hand them out.
  @Test
  void aWorkbookOfThousandsOfRowsIsRead() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "Tables", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("March");
      List<String> heading = List.of("id", "kind", "occurred", "actor", "target");
      for (int column = 0; column < heading.size(); column++) {
        sheet.value(0, column, heading.get(column));
      }
      for (int row = 1; row <= 5_000; row++) {
        sheet.value(row, 0, "i" + row);
        sheet.value(row, 1, "shelling");
        sheet.value(row, 2, "2026-03-0" + (1 + row % 9));
        sheet.value(row, 3, "Aland");
        sheet.value(row, 4, "Borland");
      }
    }
    Document page = shown(upload("many.xlsx", out.toByteArray()));
    assertTrue(page.select(".lead").text().contains("5,000"), page.select(".lead")::text);
  }

  @Test
  void unusableRowsOfAWorkbookAreToldBySheetAndRow() throws Exception {
    Document page = shown(upload("cell.xlsx", workbook()));
    assertTrue(page.select(".lead").text().contains("3 new incidents"), page.text());
    assertEquals(
        List.of("March, row 7"),
        page.select("[data-table=asides] tbody th").eachText(),
        page.text());
    assertTrue(page.text().contains("“March” is read. Another is not: Cover."), page.text());
  }

  @Test
  void filesOfTheFieldAreKnownByTheirColumns() throws Exception {
    String acled =
        """
        event_id_cnty,event_date,time_precision,event_type,sub_event_type,actor1,inter1,actor2,inter2,admin1,location,latitude,longitude,geo_precision,source,notes,fatalities
        ALD1,01 March 2026,1,Battles,Armed clash,Aland,1,Borland,1,North,Nord,55.5,35.5,1,Reuters; AFP,A clash,3
        ALD2,2026-03-02,3,Violence against civilians,Attack,Borland,1,Civilians (Aland),7,North,Nord,55.5,35.5,3,Reuters,An attack,0
        """;
    Document page = shown(upload("acled.csv", acled.getBytes(StandardCharsets.UTF_8)));
    assertTrue(page.select(".lead").text().contains("of ACLED: 2 new incidents"), page.text());
    assertTrue(page.text().contains("From acled.csv"), page.text());
    assertEquals(303, saved(page, Map.of()));
    assertEquals(
        "[\"AA\",\"BB\"]",
        record("logEntries", "log-acled-ALD1").at("/says/report/between").toString());
    assertEquals("BB", record("logEntries", "log-acled-ALD2").at("/says/report/by").asString());
    assertEquals(
        "2026-03-01/2026-03-31",
        record("logEntries", "log-acled-ALD2").path("occurred").asString());
    assertTrue(
        record("incidents", "acled-ALD2").path("at").isMissingNode(), "a province is no point");
    String osce =
        """
        SMM position,Event location,Means,No.,Observation,Description,Weapon,"Date, time"
        Camera at Nord,2-3km N,Recorded,4,projectile,in flight,N/K,"07-Mar-2026, 08:13"
        Camera at Nord,2-3km N,Recorded,1,explosion,undetermined,mortar,07/03/2026 08:20
        Camera at Nord,2-3km N,Recorded,1,explosion,undetermined,mortar,yesterday
        """;
    page = shown(upload("daily.csv", osce.getBytes(StandardCharsets.UTF_8)));
    assertTrue(page.select("[data-table=asides]").text().contains("07/03/2026"), page.text());
    assertEquals("unknown", page.select("#days [selected]").val());
    page = again(page, "preview", Map.of("days", "day-first"));
    assertFalse(page.select("[data-table=asides]").text().contains("07/03/2026"), page.text());
    Document later = shown(upload("daily.csv", osce.getBytes(StandardCharsets.UTF_8)));
    assertEquals("day-first", later.select("#days [selected]").val(), "remembered");
    assertTrue(
        page.select(".lead").text().contains("table of the OSCE SMM: 2 new incidents"),
        page.text());
    assertTrue(page.select("[data-table=asides]").text().contains("yesterday"), page.text());
    assertEquals(303, saved(page, Map.of()));
    String point =
        """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","id":"g1","geometry":{"type":"Point","coordinates":[35.5,55.5]},
         "properties":{"kind":"shelling","occurred":"2026-03-05","actor":"BB","target":"AA"}}]}
        """;
    page = shown(upload("map.geojson", point.getBytes(StandardCharsets.UTF_8)));
    assertTrue(page.select(".lead").text().contains("of GeoJSON: 1 new incident"), page.text());
    assertFalse(page.text().contains("No duty would stand otherwise"), page.text());
  }
}
