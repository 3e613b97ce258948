package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.web.access.AccountAuthenticator;
import org.parley.web.api.Described;
import org.parley.web.api.line.Download;
import org.parley.web.service.CaseService;
import org.parley.web.view.FaultView;

/// Every export is fetched at its address, with its type and its name.
@NullMarked
class DownloadsTest {

  private static final String CASE =
      """
      case: {title: The bridge}
      parties:
        - {id: AA, name: Aland, kind: state}
        - {id: BB, name: Beland, kind: state}
      instruments:
        - id: treaty
          title: Treaty of the bridge
          kind: treaty
          signatories: [AA, BB]
          versions: [{version: first, date: 2026-01-10, text: Article 1. The bridge opens.}]
      steps:
        - {id: signed, title: The treaty is signed, happened: 2026-01-10}
        - {id: ratified, title: Beland ratifies, by: BB}
        - {id: opened, title: The bridge is opened}
      terms:
        - id: in-effect
          words: in effect
          readings:
            - {name: signed, step: signed}
            - {name: ratified, step: ratified}
      demands:
        - id: opening
          text: The bridge is opened 14 days after the treaty is in effect
          by: AA
          inferred: true
          allOf:
            - after: {step: opened, of: in-effect, least: P14D}
      """;

  private static final String BROWSER =
      "text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8";

  private static final Map<Download, String> BEGINNINGS = new HashMap<>();

  static {
    BEGINNINGS.put(Download.CLAIMS_CSV, "id,");
    BEGINNINGS.put(Download.CLAIMS_JSON, "[");
    BEGINNINGS.put(Download.ITEMS_CSV, "id,");
    BEGINNINGS.put(Download.ITEMS_JSON, "[");
    BEGINNINGS.put(Download.FORECASTS_CSV, "id,");
    BEGINNINGS.put(Download.FORECASTS_JSON, "[");
    BEGINNINGS.put(Download.ACTS_CSV, "id,");
    BEGINNINGS.put(Download.BODIES_CSV, "body,name,mandates");
    BEGINNINGS.put(Download.BODIES_JSON, "[");
    BEGINNINGS.put(Download.TIMELINE_CSV, "day,points,agreed");
    BEGINNINGS.put(Download.ACTS_JSON, "[");
    BEGINNINGS.put(Download.PLACES_GEOJSON, "{");
    BEGINNINGS.put(Download.PROV_JSON, "{");
    BEGINNINGS.put(Download.CODES_CSV, "instrument,instrumentTitle,point");
    BEGINNINGS.put(Download.CODES_JSON, "[");
    BEGINNINGS.put(Download.GRADES_CSV, "accord,signed,year");
    BEGINNINGS.put(Download.GRADES_JSON, "[");
    // nothing in this case has a category
    BEGINNINGS.put(Download.PLOVER_JSONL, "");
    BEGINNINGS.put(Download.TEXT_DOCX, "PK");
    BEGINNINGS.put(Download.TEXT_XML, "<?xml");
    BEGINNINGS.put(Download.TEXT_HTML, "<!DOCTYPE html>");
    BEGINNINGS.put(Download.TEXT_PDF, "%PDF");
    BEGINNINGS.put(Download.FEED, "<?xml");
    BEGINNINGS.put(Download.CALENDAR, "BEGIN:VCALENDAR");
    BEGINNINGS.put(Download.PLAN_ICS, "BEGIN:VCALENDAR");
    BEGINNINGS.put(Download.PLAN_XML, "<?xml");
    BEGINNINGS.put(Download.BRIEF_HTML, "<html");
    BEGINNINGS.put(Download.BRIEF_PDF, "%PDF");
    BEGINNINGS.put(Download.BRIEF_DOCX, "PK");
    BEGINNINGS.put(Download.ACCORD_PDF, "%PDF");
    BEGINNINGS.put(Download.BURDEN_PDF, "%PDF");
    BEGINNINGS.put(Download.EFFECTS_PDF, "%PDF");
    BEGINNINGS.put(Download.SCHEMA, "{");
  }

  @TempDir Path folder;

  private Team team() throws Exception {
    Team team =
        new Team(
            folder.toString(),
            Team.caseOf(CASE),
            new AccountAuthenticator.Setting(Set.of(), false, false, Set.of(), true, "/river"));
    team.account("ann", "mediator", null);
    return team;
  }

  private static void check(HttpResponse<String> answer, Download each) {
    assertEquals(200, answer.statusCode(), each + answer.body());
    assertEquals(
        each.type().replace(" ", ""),
        answer.headers().firstValue("Content-Type").orElse("").replace(" ", ""));
    boolean isFollowed = each == Download.FEED || each == Download.CALENDAR;
    boolean isShown = isFollowed || (each.file().endsWith(".pdf") && each != Download.TEXT_PDF);
    String how = isShown ? "inline" : "attachment";
    assertEquals(
        how + "; filename=\"" + each.file() + "\"",
        answer.headers().firstValue("Content-Disposition").orElse(""));
    String beginning = BEGINNINGS.get(each);
    assertTrue(answer.body().stripLeading().startsWith(String.valueOf(beginning)), answer.body());
  }

  @Test
  void everyExportHasItsTypeAndItsName() throws Exception {
    try (Team team = team()) {
      Team.Client ann = team.inSession("ann");
      Map<String, String> names = new TreeMap<>();
      for (Download each : Download.values()) {
        String query = each.address().path().contains("plan") ? "?read=in-effect:ratified" : "";
        check(ann.get("/river" + each.address().path() + query), each);
        if (each.address().hasPast()) {
          check(ann.get("/river/then/1" + each.address().path() + query), each);
          assertEquals(
              403, team.nobody().get("/river/then/1" + each.address().path()).statusCode());
        }
        names.put(each.file(), each.operation());
      }
      assertEquals(Download.values().length, names.size());
      String page = ann.get("/river/sequence?read=in-effect:ratified").body();
      assertTrue(page.contains("/river/export/plan.ics?read=in-effect%3Aratified"), page);
    }
  }

  /// A program reads why a file cannot be made as it reads any problem; a person reads a page.
  @Test
  void aFileThatCannotBeMadeIsAProblemForPrograms() throws Exception {
    try (Team team = team()) {
      Map<String, String> types = new TreeMap<>();
      for (String accept :
          List.of(BROWSER, "text/html", "*/*", "text/calendar", "application/problem+json")) {
        for (String path : List.of("/river/export/plan.ics", "/river/then/1/export/plan.ics")) {
          Team.Client anyone = team.nobody();
          HttpResponse<String> answer =
              anyone.send(anyone.request(path).header("Accept", accept).GET());
          assertEquals(path.contains("then") ? 403 : 400, answer.statusCode(), answer.body());
          String type = answer.headers().firstValue("Content-Type").orElse("").split(";")[0];
          assertEquals(type, types.merge(accept, type, (a, b) -> b), accept);
          if (!type.equals("text/html")) {
            Described.check("GET", "/export/plan.ics", answer.statusCode(), answer.body());
          }
        }
      }
      assertEquals(
          Map.of(
              BROWSER,
              "text/html",
              "text/html",
              "text/html",
              "*/*",
              "application/problem+json",
              "text/calendar",
              "application/problem+json",
              "application/problem+json",
              "application/problem+json"),
          types);
    }
  }

  @Test
  void aCaseWithFaultsIsAProblemForPrograms() {
    List<FaultView> faults = List.of(new FaultView("a.yaml:1:1", "There is no case.", ""));
    try (WebServer server =
        WebServer.start(_ -> new CaseService.CaseAccess.Faulty("river", faults), 0)) {
      WebClient anyone = new WebClient(server);
      for (Download each : Download.values()) {
        String path = each.address().path();
        HttpResponse<String> page =
            anyone.send(anyone.request(path).header("Accept", BROWSER).GET());
        assertEquals(302, page.statusCode(), path);
        HttpResponse<String> problem = anyone.get(path);
        assertEquals(503, problem.statusCode(), path);
        Described.check("GET", path, 503, problem.body());
        assertTrue(problem.body().contains("There is no case."), problem.body());
      }
    }
  }

  @Test
  void severalPlansAreNoFile() throws Exception {
    try (Team team = team()) {
      for (String file : List.of("plan.ics", "plan.xml")) {
        HttpResponse<String> answer = team.nobody().get("/river/export/" + file);
        assertEquals(400, answer.statusCode());
        assertTrue(answer.body().contains("there are 2 plans"), answer.body());
      }
    }
  }
}
