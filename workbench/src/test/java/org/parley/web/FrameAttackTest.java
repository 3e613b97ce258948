package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.web.access.AccountAuthenticator;

/// Frames on other sites: off by default, and with nothing but what the public may see.
@NullMarked
class FrameAttackTest {

  private static final String SITE = "https://news.example";
  private static final String CASE =
      """
      case: {title: "A <script>alert(1)</script> treaty", columns: [arda, brenn]}
      parties:
        - {id: arda, name: "Arda <img src=x onerror=alert(2)>", kind: state, roles: signatory}
        - {id: brenn, name: Brenn, kind: state, roles: signatory}
      instruments:
        - {id: treaty, title: The treaty, kind: treaty}
      points:
        - {id: border, instrument: treaty, number: 1, title: Border}
      sources:
        - {id: s1, publisher: The Gazette, title: "</table><script>alert(3)</script>", date: 2026-02-01,
           kind: report, reliability: B, language: en}
        - {id: s2, publisher: A secret cable, title: Told, date: 2026-02-02, kind: report,
           reliability: B, language: en, visibility: mediator}
      """;

  private static final List<String> FRAMES =
      List.of(
          "/embed/sources?table=sources",
          "/embed/?table=matrix",
          "/embed/timeline?picture=timeline");

  @TempDir Path folder;

  private Team team(boolean open, String... sites) throws Exception {
    Team team =
        new Team(
            folder,
            Team.caseOf(CASE),
            new AccountAuthenticator.Setting(
                Set.of(), false, false, Set.of(), open, "", Set.of(sites)));
    team.account("ann", "mediator", null);
    return team;
  }

  @Test
  void thereAreNoneUnlessTheServerNamesSites() throws Exception {
    try (Team team = team(true)) {
      for (String frame : FRAMES) {
        assertEquals(404, team.nobody().get(frame).statusCode(), frame);
        assertEquals(404, team.signedIn("ann").get(frame).statusCode(), frame);
      }
      assertFalse(team.nobody().get("/sources").body().contains("/embed/"));
    }
  }

  @Test
  void thereAreNoneWherePublicRecordsNeedAnAccount() throws Exception {
    try (Team team = team(false, SITE)) {
      for (String frame : FRAMES) {
        assertEquals(404, team.nobody().get(frame).statusCode(), frame);
      }
    }
  }

  @Test
  void onlyTheNamedSitesMayShowThem() throws Exception {
    try (Team team = team(true, SITE)) {
      for (String frame : FRAMES) {
        HttpResponse<String> answer = team.nobody().get(frame);
        assertEquals(200, answer.statusCode(), frame);
        assertEquals(
            "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none';"
                + " frame-ancestors https://news.example",
            answer.headers().firstValue("Content-Security-Policy").orElse(""));
        assertTrue(answer.headers().firstValue("X-Frame-Options").isEmpty(), frame);
        assertTrue(answer.headers().firstValue("Set-Cookie").isEmpty(), frame);
      }
      for (String other :
          List.of(
              "/",
              "/sources",
              "/sources?table=sources",
              "/embed/sources",
              "/embed/sources?table=no")) {
        HttpResponse<String> answer = team.nobody().get(other);
        assertEquals(List.of("DENY"), answer.headers().allValues("X-Frame-Options"), other);
        assertTrue(
            answer
                .headers()
                .firstValue("Content-Security-Policy")
                .orElse("")
                .contains("frame-ancestors 'none'"),
            other);
      }
    }
  }

  @Test
  void whoAsksMakesNoDifference() throws Exception {
    try (Team team = team(true, SITE)) {
      Team.Client ann = team.signedIn("ann");
      ann.form("/language", java.util.Map.of("language", "fr"));
      for (String frame : FRAMES) {
        String shown = team.nobody().get(frame).body();
        assertEquals(shown, ann.get(frame).body(), frame);
        assertFalse(shown.contains("secret"), shown);
        assertFalse(shown.contains("token"), shown);
        assertFalse(shown.matches("(?s).*\\bann\\b.*"), shown);
      }
      assertTrue(ann.get("/sources").body().contains("A secret cable"));
    }
  }

  @Test
  void wordsOfTheCaseStayWords() throws Exception {
    try (Team team = team(true, SITE)) {
      for (String frame : FRAMES) {
        var page = Jsoup.parse(team.nobody().get(frame).body());
        assertEquals(0, page.select("script, img, form, input, iframe, [onerror]").size(), frame);
        assertEquals(1, page.select("link").size(), frame);
        assertEquals(1, page.select("a[href]").size(), frame);
        assertTrue(page.text().contains("treaty"), page.text());
      }
    }
  }

  @Test
  void nothingElseIsFramed() throws Exception {
    try (Team team = team(true, SITE)) {
      Team.Client ann = team.signedIn("ann");
      for (String other :
          List.of(
              "/embed/then/1/sources?table=sources",
              "/embed/audit?table=audit",
              "/embed/people",
              "/embed/edit/sources/s1",
              "/embed/api/claims",
              "/embed/embed/sources?table=sources",
              "/embed/../sources",
              "/embed/sources?cite=no",
              "/embed/record/s2?table=sources")) {
        int status = ann.get(other).statusCode();
        assertTrue(status == 404 || status == 400, other + " " + status);
      }
      HttpResponse<String> posted =
          ann.send(
              ann.request("/embed/sources?table=sources")
                  .POST(HttpRequest.BodyPublishers.ofString("x=1")));
      assertEquals(405, posted.statusCode());
    }
  }
}
