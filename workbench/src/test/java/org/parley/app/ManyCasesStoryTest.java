package org.parley.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Eventually;
import org.parley.store.DatabaseAddress;
import org.parley.web.WebClient;

/// A ministry keeps two cases on one server, and a third that few know of. Ann mediates the river
/// and observes the coast; Bo speaks for the upper riparian; Cy has no role anywhere; root
/// administers the server.
class ManyCasesStoryTest {

  @TempDir Path folder;
  private CasesWorld world;

  /// Serves the cases from where they lie.
  CasesWorld serve(CasesWorld.Plan plan) throws Exception {
    return plan.serve(folder);
  }

  /// Where the cases lie.
  DatabaseAddress place() {
    return world.place();
  }

  @BeforeEach
  void serve() throws Exception {
    world =
        serve(
            new CasesWorld.Plan()
                .person("ann")
                .person("bo")
                .person("cy")
                .hosts("river", CasesWorld.river("The river", "upper"))
                .hosts("coast", CasesWorld.river("The coast", "sandy"))
                .hosts("hidden", CasesWorld.river("The hidden talks", "secret"))
                .role("river", "ann", "mediator", "")
                .role("river", "bo", "delegation", "A")
                .role("coast", "ann", "observer", "")
                .role("hidden", "bo", "mediator", "")
                .anchors(folder.resolve("anchors")));
  }

  @AfterEach
  void stop() {
    if (world != null) {
      world.close();
    }
  }

  private static Document page(HttpResponse<String> answer) {
    return Jsoup.parse(answer.body());
  }

  @Test
  void eachSeesTheirCasesWithTheirOneLineAnswers() {
    Document cases = page(world.as("ann").get("/"));
    assertEquals(List.of("The coast", "The river"), cases.select("tbody th").eachText());
    assertTrue(
        cases.select("h1").text().startsWith("2 cases are shared with you"),
        cases.select("h1").text());
    says(cases.select("tbody tr").getFirst().text(), "the one point", "observer");
    hides(cases.text(), "hidden");

    assertEquals(
        List.of("The hidden talks", "The river"),
        page(world.as("bo").get("/")).select("tbody th").eachText());
  }

  @Test
  void somebodyWithoutACaseSeesWhatToDo() {
    Document cases = page(world.as("cy").get("/"));
    assertEquals("No case is shared with you.", cases.select("h1").text());
    says(cases.text(), "A mediator gives roles");
  }

  @Test
  void oneSessionOpensEveryCaseInItsRole() {
    WebClient ann = world.as("ann");
    assertEquals(200, ann.get("/cases/river/").statusCode());
    assertEquals(200, ann.get("/cases/river/people").statusCode());
    assertEquals(200, ann.get("/cases/coast/").statusCode());
    assertEquals(403, ann.get("/cases/coast/people").statusCode());
    assertEquals(404, ann.get("/cases/hidden/").statusCode());
    assertTrue(
        ann.get("/cases/river")
            .headers()
            .firstValue("Location")
            .orElseThrow()
            .endsWith("/cases/river/"),
        ann.get("/cases/river").headers().firstValue("Location").orElseThrow());
  }

  /// Each into a file of its own, from the moment it is open.
  @Test
  void openCasesAreAnchored() throws Exception {
    world.as("ann").get("/cases/river/");
    Path anchors = folder.resolve("anchors/river.anchors");
    Eventually.holds("an anchor", () -> Files.exists(anchors) && Files.size(anchors) > 0);
    assertFalse(Files.exists(folder.resolve("anchors/hidden.anchors")));
  }

  @Test
  void pagesOfACaseStayInIt() {
    Document board = page(world.as("ann").get("/cases/river/"));
    assertEquals("/", board.select("nav a").getFirst().attr("href"));
    assertTrue(
        board.select("a[href^=/]").eachAttr("href").stream()
            .allMatch(each -> each.equals("/") || each.startsWith("/cases/river/")),
        board.select("a[href^=/]").eachAttr("href").toString());
  }

  @Test
  void whatMovedSinceTheLastVisitIsCounted() {
    WebClient bo = world.as("bo");
    says(bo.get("/").body(), "not visited yet");
    bo.get("/cases/river/");
    says(page(bo.get("/")).select("tbody tr").getLast().text(), "nothing since");

    WebClient ann = world.as("ann");
    ann.get("/cases/river/");
    HttpResponse<String> saved =
        ann.json(
            "POST",
            "/cases/river/api/changes",
            """
            {"changes": [{"add": {"kind": "parties",
             "record": {"id": "C", "name": "Coastal", "kind": "state"}}}], "why": "A third."}""");
    assertEquals(2, saved.statusCode() / 100, saved.body());
    says(page(bo.get("/")).select("tbody tr").getLast().text(), "1 change since");
  }

  @Test
  void aSearchCoversTheCasesThatOneMaySee() {
    Document found = page(world.as("ann").get("/find?q=dam"));
    assertEquals(
        List.of("The coast: 1 record", "The river: 1 record"), found.select("h2").eachText());
    assertEquals("/cases/coast/record/dam", found.select("section a").getFirst().attr("href"));
    hides(found.text(), "secret");
    says(world.as("ann").get("/api/find?q=secret").body(), "\"total\":0");
    says(world.as("ann").get("/api/find?q=dam").body(), "The sandy dam\"");
  }

  @Test
  void programsReadTheListToo() {
    String cases = world.as("ann").get("/api/cases").body();
    says(cases, "\"id\":\"river\"", "\"title\":\"The river\"", "\"waits\":");
    says(world.program(world.token("coast")).get("/api/cases").body(), "\"id\":\"coast\"");
    hides(world.program(world.token("coast")).get("/api/cases").body(), "river");
  }

  @Test
  void theListLeavesAsATable() {
    says(world.as("ann").get("/?table=cases&format=csv").body(), "The river", "The coast");
    hides(world.as("ann").get("/?table=cases&format=csv").body(), "hidden");
  }

  @Test
  void anArchivedCaseIsReadOnly() {
    WebClient root = world.as("root");
    assertEquals(200, root.get("/server").statusCode());
    assertEquals(
        303,
        CasesWorld.submit(root, "/server", "/server/cases/river", Map.of("_do", "archive"))
            .statusCode());

    WebClient ann = world.as("ann");
    Document cases = page(ann.get("/"));
    assertEquals(
        List.of("The river"),
        cases.select("section[aria-labelledby=archived-h] th[scope=row]").eachText());
    assertTrue(page(ann.get("/cases/river/")).select("a.add").isEmpty());
    ann.get("/cases/river/account");
    says(
        ann.form("/cases/river/people", Map.of("name", "cy", "role", "observer")).body(),
        "This case is archived");

    CasesWorld.submit(root, "/server", "/server/cases/river", Map.of("_do", "restore"));
    ann.get("/cases/river/people");
    assertEquals(
        200,
        ann.form("/cases/river/people", Map.of("_do", "add", "name", "cy", "role", "observer"))
            .statusCode());
    says(world.as("cy").get("/").body(), "The river");
  }

  @Test
  void anAdministratorCreatesACaseAndSeesNothingOfIt() {
    WebClient root = world.as("root");
    HttpResponse<String> created =
        CasesWorld.submit(
            root,
            "/server",
            "/server",
            Map.of(
                "id", "peace",
                "title", "Peace talks",
                "parties", "North\nSouth",
                "template", "peace-framework",
                "language", "en",
                "mediator", "cy"));
    assertEquals(303, created.statusCode(), created.body());
    assertEquals(404, root.get("/cases/peace/").statusCode());
    hides(root.get("/").body(), "Peace talks");
    says(world.as("cy").get("/").body(), "Peace talks");
    assertEquals(200, world.as("cy").get("/cases/peace/").statusCode());
  }

  @Test
  void anAdministratorNamesAMediatorOnlyWhereThereIsNone() {
    WebClient root = world.as("root");
    assertEquals(
        422,
        CasesWorld.submit(
                root,
                "/server",
                "/server/cases/river",
                Map.of("_do", "mediator", "mediator", "root"))
            .statusCode());
    assertEquals(
        303,
        CasesWorld.submit(
                root, "/server", "/server/cases/coast", Map.of("_do", "mediator", "mediator", "cy"))
            .statusCode());
    assertEquals(200, world.as("cy").get("/cases/coast/people").statusCode());
  }

  @Test
  void aRoleEndsAtOnce() {
    WebClient bo = world.as("bo");
    assertEquals(200, bo.get("/cases/river/").statusCode());
    WebClient ann = world.as("ann");
    ann.get("/cases/river/people");
    ann.form("/cases/river/people/bo", Map.of("_do", "remove"));
    assertEquals(404, bo.get("/cases/river/").statusCode());
    hides(bo.get("/").body(), "The river");
    says(bo.get("/").body(), "The hidden talks");
  }

  @Test
  void aRemovedAccountLosesItsRolesInEveryCase() {
    HttpResponse<String> removed =
        CasesWorld.submit(
            world.as("root"), "/server/people", "/server/people/bo", Map.of("_do", "remove"));
    assertEquals(303, removed.statusCode(), removed.body());
    hides(world.as("ann").get("/cases/river/people").body(), "p-bo");
  }

  @Test
  void theDoorIsTheSameForAllCases() {
    WebClient ann = world.nobody();
    assertEquals(
        303,
        CasesWorld.submit(
                ann, "/sign-in", "/sign-in", Map.of("name", "ann", "password", CasesWorld.PASSWORD))
            .statusCode());
    assertEquals(200, ann.get("/cases/river/").statusCode());
    assertEquals(
        303,
        CasesWorld.submit(ann, "/cases/river/", "/cases/river/sign-out", Map.of()).statusCode());
    assertEquals(303, ann.get("/cases/river/").statusCode());
  }

  @Test
  void thePageSpeaksFrench() {
    WebClient ann = world.as("ann");
    CasesWorld.submit(ann, "/", "/language", Map.of("language", "fr"));
    assertTrue(
        page(ann.get("/")).select("h1").text().startsWith("2 dossiers"),
        page(ann.get("/")).select("h1").text());
  }

  private static void says(String text, String... words) {
    for (String each : words) {
      assertTrue(text.contains(each), each + " is missing in " + text);
    }
  }

  private static void hides(String text, String... words) {
    for (String each : words) {
      assertFalse(text.contains(each), each + " stands in " + text);
    }
  }
}
