package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.model.PartyId;
import org.parley.model.cases.CaseView;
import org.parley.model.round.TabledPackage;
import org.parley.round.AnswerSheet;
import org.parley.round.AnswerWord;
import org.parley.round.TabledSheet;
import org.parley.store.people.AccessToken;
import org.parley.store.people.AccountEditor;
import org.parley.web.access.Route;
import org.parley.web.service.CaseService;
import org.parley.web.service.Visitor;

/// Ann mediates, and looks how the case is to others. Al speaks for Aland, Ob observes with the
/// eyes of Aland.
@NullMarked
class SeeAsStoryTest {

  private static final String CASE =
      """
      case: {title: The river}
      parties:
        - {id: AA, name: Aland, kind: state}
        - {id: BB, name: Bland, kind: state}
      instruments:
        - {id: treaty, title: Treaty, kind: treaty, signatories: [AA, BB]}
      points:
        - {id: dam, number: 1, title: The dam, instrument: treaty, options: {id: dam-two, title: Two gates}}
      tasks:
        - {id: t1, title: Bland told us its last word, visibility: {party: BB}}
        - {id: t2, title: Aland asks for gates, visibility: {party: AA}}
      rounds:
        - {id: r1, title: First round, parties: [AA, BB], points: dam, opens: 2020-01-01T09:00Z, visibility: delegations}
      tabledPackages:
        - {id: k1, round: r1, title: Two gates, version: 1, tabled: 2020-01-01T10:00Z, provisions: {point: dam, option: dam-two}, visibility: delegations}
      """;

  @TempDir Path folder;
  private Team team;
  private Team.Client ann;
  private Team.Client al;
  private Team.Client ob;

  @BeforeEach
  void start() throws Exception {
    team = new Team(folder, Team.caseOf(CASE), false);
    team.account("ann", "mediator", null);
    team.account("al", "delegation", "AA");
    team.account("ob", "observer", "AA");
    ann = team.inSession("ann");
    al = team.inSession("al");
    ob = team.inSession("ob");
  }

  @AfterEach
  void stop() {
    team.close();
  }

  private static HttpResponse<String> see(Team.Client client, String word) {
    return client.form("/see-as", Map.of("as", word));
  }

  private static Document page(HttpResponse<String> answer) {
    return Jsoup.parse(answer.body());
  }

  private static String main(Team.Client client, String path) {
    Element main = page(client.get(path)).selectFirst("#main");
    return String.valueOf(main).replaceAll("[0-9a-f]{32}", "TOKEN");
  }

  @Test
  void theMenuOfEachPageOffersTheViewsToMediatorsAlone() {
    Document board = page(ann.get("/"));
    assertEquals(
        List.of("The public", "Aland", "Bland"), board.select("nav details.as option").eachText());
    assertEquals(1, page(ann.get("/tasks")).select("nav details.as").size());
    assertEquals(1, page(ann.get("/points/none")).select("nav details.as").size());
    assertEquals(0, page(al.get("/")).select("details.as").size());
    assertEquals(0, page(ob.get("/")).select("details.as").size());
  }

  @Test
  void sheSeesWhatTheyDoSaysSoAndReturns() {
    assertTrue(ann.get("/tasks").body().contains("its last word"));
    assertEquals(303, see(ann, "AA").statusCode());
    Document tasks = page(ann.get("/tasks"));
    assertFalse(tasks.text().contains("its last word"), tasks.text());
    assertTrue(tasks.text().contains("Aland asks for gates"), tasks.text());
    assertEquals(
        "You see the case as Aland sees it. Nothing can be changed meanwhile.",
        tasks.select(".borrowed p").text());
    assertEquals(0, tasks.select("nav details.as, nav a.add").size());
    HttpResponse<String> hidden = ann.get("/record/t1");
    assertEquals(404, hidden.statusCode());
    assertEquals(1, page(hidden).select(".borrowed").size(), "the way back is on each page");
    HttpResponse<String> people = ann.get("/people");
    assertEquals(403, people.statusCode());
    assertEquals(1, page(people).select(".borrowed").size());

    see(ann, "public");
    assertFalse(ann.get("/tasks").body().contains("Aland asks for gates"));
    see(ann, "");
    assertTrue(ann.get("/tasks").body().contains("its last word"));
    assertEquals(200, ann.get("/people").statusCode());
  }

  /// Every page says the same to her as to an observer with the eyes of that party.
  @Test
  void sheSeesAsAnObserverWithTheirEyes() {
    ann.isPatient = true;
    ob.isPatient = true;
    see(ann, "AA");
    int compared = 0;
    for (Route route : team.server.routes()) {
      boolean isOfPerson = route.path().startsWith("/account") || route.path().startsWith("/feeds");
      if (route.isSafe()
          && route.kind() == Route.Kind.PAGE
          && !isOfPerson
          && route.access() == Route.Access.READ) {
        String path = route.path().replaceAll("\\{[a-z]+}", "dam");
        assertEquals(main(ob, path), main(ann, path), path);
        compared++;
      }
    }
    assertTrue(compared > 40, compared + " pages");
    for (String path : List.of("/api/case", "/api/records/tasks", "/api/rounds")) {
      assertEquals(ob.get(path).body(), ann.get(path).body(), path);
    }
  }

  /// That Aland answered is no more shown to her with the eyes of Aland than without.
  @Test
  void sealedWordsStaySealed() {
    see(ann, "AA");
    List<String> paths = List.of("/rounds", "/rounds/r1", "/waiting", "/api/rounds");
    List<String> before = paths.stream().map(each -> main(ann, each)).toList();
    Visitor delegation = Visitor.delegation("al", new PartyId("AA"));
    CaseView view = ((CaseService.CaseAccess.Opened) team.desk.read(delegation)).open().view();
    TabledPackage tabled = view.tabledPackages().getFirst();
    String own = main(al, "/rounds/r1");
    team.desk
        .rounds(delegation)
        .orElseThrow()
        .take(
            view,
            tabled,
            new PartyId("AA"),
            TabledSheet.of(view, tabled).basis(),
            0,
            new AnswerSheet(new AnswerWord.Accepts(), Map.of()));
    assertFalse(own.equals(main(al, "/rounds/r1")), "its own delegation sees it");
    assertEquals(before, paths.stream().map(each -> main(ann, each)).toList());
  }

  @Test
  void nothingIsChangedInAnotherView() {
    ann.get("/");
    see(ann, "AA");
    assertEquals(403, ann.form("/edit/tasks", Map.of("id", "t9", "title", "x")).statusCode());
    assertEquals(403, ann.form("/people", Map.of("_do", "add", "name", "eve")).statusCode());
    assertEquals(
        403,
        ann.json("POST", "/api/records/parties", "{\"record\": {\"id\": \"CC\"}}").statusCode());
    assertEquals(403, ann.form("/waiting", Map.of("thing", "x")).statusCode());
    assertEquals(403, ann.form("/notices", Map.of("cadence", "never")).statusCode());
    assertEquals(303, ann.form("/language", Map.of("language", "en")).statusCode());
  }

  @Test
  void nobodyElseSeesAsOthers() {
    for (Team.Client client : List.of(al, ob)) {
      client.get("/");
      String before = main(client, "/tasks");
      assertEquals(403, client.form("/see-as", Map.of("as", "BB")).statusCode());
      client.view = "parley-view=BB";
      assertEquals(before, main(client, "/tasks"));
    }
    ann.get("/");
    assertEquals(400, see(ann, "nobody").statusCode());
    ann.view = "parley-view=nobody";
    assertTrue(ann.get("/tasks").body().contains("its last word"), "an unknown choice is none");

    Team.Client program =
        team.withToken(
            team.people.makeToken(
                AccountEditor.OPERATOR,
                "bot",
                "mediator",
                null,
                Team.NOON,
                AccessToken.expiry(Team.NOON, 90)));
    program.view = "parley-view=AA";
    assertTrue(program.get("/api/records/tasks").body().contains("its last word"));
    assertEquals(403, program.form("/see-as", Map.of("as", "AA")).statusCode());
  }

  @Test
  void theAuditSaysWhoLooked() {
    see(ann, "AA");
    ann.get("/tasks");
    assertTrue(
        team.door.listSeen("ann", Long.MAX_VALUE, 100).stream()
            .filter(each -> each.address().equals("/tasks"))
            .allMatch(each -> each.role().equals("mediator")));
  }
}
