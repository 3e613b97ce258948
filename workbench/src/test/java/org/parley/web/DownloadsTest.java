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
import org.parley.web.api.line.Download;

/// Every export is fetched at its address, with its type and its name.
@NullMarked
class DownloadsTest {

  private static final String CASE =
      """
      case: {title: The bridge}
      parties:
        - {id: AA, name: Aland, kind: state}
        - {id: BB, name: Beland, kind: state}
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

  private static final Map<Download, String> BEGINNINGS = new HashMap<>();

  static {
    BEGINNINGS.put(Download.CLAIMS_CSV, "id,");
    BEGINNINGS.put(Download.CLAIMS_JSON, "[");
    BEGINNINGS.put(Download.ITEMS_CSV, "id,");
    BEGINNINGS.put(Download.ITEMS_JSON, "[");
    BEGINNINGS.put(Download.PLAN_ICS, "BEGIN:VCALENDAR");
    BEGINNINGS.put(Download.PLAN_XML, "<?xml");
    BEGINNINGS.put(Download.BRIEF_HTML, "<html");
    BEGINNINGS.put(Download.BRIEF_PDF, "%PDF");
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
    String how = each == Download.BRIEF_PDF ? "inline" : "attachment";
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
