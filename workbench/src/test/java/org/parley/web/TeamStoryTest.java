package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.casefile.CaseEdit;
import org.parley.casefile.CaseReader;
import org.parley.casefile.LoadResult;
import org.parley.casefile.RecordReader;
import org.parley.casefile.form.RecordForm;
import org.parley.model.CaseRecord;
import org.parley.model.Cases;
import org.parley.model.PartyId;
import org.parley.model.cases.Case;
import org.parley.store.Journal;
import org.parley.web.access.Route;
import org.parley.web.service.CaseService;
import org.parley.web.service.SaveOutcome;
import org.parley.web.service.Version;
import org.parley.web.service.VisibleJournal;
import org.parley.web.service.Visitor;

/// A team works on one case: a mediator, two delegations, an observer, and nobody.
class TeamStoryTest {

  private static final String CASE =
      """
      case: {title: The river}
      parties:
        - {id: A, name: Arda, kind: state}
        - {id: B, name: Brenn, kind: state}
      instruments:
        - {id: treaty, title: Treaty, kind: treaty, signatories: [A, B]}
      points:
        - {id: p1, instrument: treaty, number: "1", title: Water}
      sources:
        - {id: gazette, publisher: Gazette, title: Of the week, date: 2025-03-01, kind: report, reliability: B, language: en}
      positions:
        - {id: a-line, party: A, point: p1, concludes: Never less than half, visibility: {party: A}, illustrative: true}
      """;

  @TempDir Path folder;
  private Team team;

  @BeforeEach
  void start() throws Exception {
    Case contents = Team.caseOf(CASE);
    team = new Team(folder, contents, false);
    team.account("ann", "mediator", null);
    team.account("al", "delegation", "A");
    team.account("bo", "delegation", "B");
    team.account("ob", "observer", null);
  }

  @AfterEach
  void stop() {
    team.close();
  }

  @Test
  void whoHasNotSignedInSeesTheDoorAlone() {
    for (Route route : team.server.routes()) {
      if (route.isSafe() && route.access() != Route.Access.EVERYONE) {
        HttpResponse<String> answer =
            team.nobody().get(route.path().replaceAll("\\{[a-z]+}", "p1"));
        List<Integer> closed =
            route.access() == Route.Access.ADDRESS ? List.of(404, 429) : List.of(303, 401);
        assertTrue(closed.contains(answer.statusCode()), route.path());
        assertFalse(answer.body().contains("river"), route.path());
      }
    }
    assertFalse(team.nobody().get("/sign-in").body().contains("river"));
    assertFalse(team.nobody().get("/nowhere").body().contains("river"));
  }

  @Test
  void eachSeesWhatIsTheirs() {
    assertTrue(team.signedIn("al").get("/points/p1").body().contains("Never less than half"));
    assertTrue(team.signedIn("ann").get("/points/p1").body().contains("Never less than half"));
    for (String other : List.of("bo", "ob")) {
      Team.Client client = team.signedIn(other);
      for (String path : List.of("/", "/points/p1", "/parties/A", "/history", "/packages")) {
        HttpResponse<String> page = client.get(path);
        assertEquals(200, page.statusCode(), other + path);
        assertFalse(page.body().contains("Never less than half"), other + path);
        assertFalse(page.body().contains("a-line"), other + path);
      }
    }
  }

  /// No page offers what would be refused.
  @Test
  void whatIsOfferedMayBeWritten() {
    team.account("mo", "monitor", null);
    for (String who : List.of("al", "bo", "mo", "ob")) {
      Team.Client client = team.signedIn(who);
      Set<String> offered = new TreeSet<>();
      for (String path :
          List.of(
              "/",
              "/claims",
              "/points/p1",
              "/parties/A",
              "/sources",
              "/sources/gazette",
              "/inbox",
              "/record/p1",
              "/record/gazette",
              "/record/a-line",
              "/edit")) {
        Matcher link = Pattern.compile("href=\"/edit/([^\"?]+)").matcher(client.get(path).body());
        while (link.find()) {
          offered.add(link.group(1));
        }
      }
      Set<String> kinds =
          who.equals("mo")
              ? Set.of("sources", "incidents", "logEntries")
              : Set.of(
                  "sources",
                  "claims",
                  "forecasts",
                  "meetings",
                  "positions",
                  "baselines",
                  "linkages",
                  "demands",
                  "tabledPackages",
                  "pairwiseComparisons",
                  "comments",
                  "tasks");
      assertEquals(who.equals("ob"), offered.isEmpty(), who + offered);
      for (String each : offered) {
        assertTrue(
            kinds.contains(each) || (who.equals("al") && each.equals("positions/a-line")),
            who + " is offered " + each);
      }
      assertEquals(who.equals("al"), offered.contains("positions/a-line"));
      for (String kind : RecordForm.kinds()) {
        int asked = who.equals("ob") || !kinds.contains(kind) ? 403 : 200;
        assertEquals(asked, client.get("/edit/" + kind).statusCode(), who + " types " + kind);
      }
      for (String record : List.of("points/p1", "sources/gazette", "parties/A")) {
        assertEquals(403, client.get("/edit/" + record).statusCode(), who + " types " + record);
      }
      assertEquals(
          who.equals("al") ? 200 : who.equals("ob") ? 403 : 404,
          client.get("/edit/positions/a-line").statusCode());
    }
  }

  @Test
  void theAuditIsForTheMediator() {
    team.signedIn("bo").get("/points/p1");
    assertEquals(403, team.signedIn("bo").get("/audit").statusCode());
    String audit = team.signedIn("ann").get("/audit").body();
    assertTrue(audit.contains("/points/p1"), audit);
    assertTrue(audit.contains("bo"), audit);
  }

  @Test
  void theAuditHasEveryAttemptToSignIn() {
    Team.Client client = team.nobody();
    client.signIn("bo", "wrong");
    client.signIn("a password by mistake", "bo");
    String audit = team.signedIn("ann").get("/api/audit").body();
    for (String each : List.of("\"bo\"", "\"ann\"", "\"anyone\"", "/sign-in", "401")) {
      assertTrue(audit.contains(each), each + " in " + audit);
    }
    assertFalse(audit.contains("by mistake"), audit);
  }

  @Test
  void whoSignsOutIsOut() {
    Team.Client al = team.signedIn("al");
    assertEquals(200, al.get("/").statusCode());
    String cookie = al.cookie;
    assertEquals(303, al.form("/sign-out", Map.of()).statusCode());
    al.cookie = cookie;
    assertEquals(303, al.get("/").statusCode());
  }

  @Test
  void wrongPasswordsHaveToWait() {
    Team.Client client = team.nobody();
    assertEquals(401, client.signIn("ann", "wrong").statusCode());
    assertEquals(401, client.signIn("ann", "wrong").statusCode());
    assertEquals(401, client.signIn("ann", "wrong").statusCode());
    HttpResponse<String> right = client.signIn("ann", Team.PASSWORD);
    assertEquals(429, right.statusCode());
    assertTrue(right.headers().firstValue("Retry-After").isPresent());
  }

  private CaseRecord record(String key, String text) {
    CaseService.CaseAccess.Opened opened =
        (CaseService.CaseAccess.Opened) team.desk.read(Visitor.mediator("ann"));
    return Objects.requireNonNull(
        new RecordReader(opened.open().view().records()).read(key, text).record());
  }

  @Test
  void changesAreEntriesAndEveryMomentCanBeOpened() {
    Visitor al = Visitor.delegation("al", new PartyId("A"));
    Visitor bo = Visitor.delegation("bo", new PartyId("B"));
    CaseRecord line =
        record(
            "positions",
            "{id: a-line, party: A, point: p1, concludes: A third will do, visibility: {party: A}, illustrative: true}");
    CaseRecord before =
        ((CaseService.CaseAccess.Opened) team.desk.read(al))
            .open()
            .view()
            .find("a-line")
            .orElseThrow();
    assertInstanceOf(
        SaveOutcome.Saved.class,
        team.desk.change(
            al,
            List.of(new CaseEdit.Change(line)),
            "From the capital.",
            Map.of("a-line", Version.of(before))));
    assertTrue(team.signedIn("al").get("/points/p1").body().contains("A third will do"));
    assertEquals(
        "From the capital.", VisibleJournal.list(team.journal, al, null, 0, 1).getFirst().why());
    assertEquals(
        VisibleJournal.list(team.journal, bo, null, 0, 99).size() + 2,
        VisibleJournal.list(team.journal, al, null, 0, 99).size());
    assertFalse(team.signedIn("bo").get("/history").body().contains("capital"));
    CaseService.CaseAccess begun = team.desk.readAt(al, Team.NOON);
    assertInstanceOf(CaseService.CaseAccess.Opened.class, begun);
  }

  /// What comes in as a folder goes out as one, whatever the case.
  @Test
  void aJournalAndAFolderHoldTheSame() throws Exception {
    for (long seed = 0; seed < 20; seed++) {
      Case all = Cases.of(seed);
      try (Journal journal = Journal.inFile(folder.resolve("j" + seed))) {
        journal.record(all, "Ann", "Begun.", Team.NOON);
        LoadResult back = CaseReader.read(journal.contents().files());
        assertEquals(
            all, assertInstanceOf(LoadResult.Loaded.class, back).contents(), "seed " + seed);
      }
    }
  }
}
