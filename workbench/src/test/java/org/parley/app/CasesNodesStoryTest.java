package org.parley.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Eventually;
import org.parley.store.DatabaseAddress;
import org.parley.store.PostgresServer;
import org.parley.web.WebClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Two servers keep the cases of a ministry in one PostgreSQL. People come to either, and notice no
/// difference. Ann mediates the river, Bo speaks for the upper riparian, Cy has no role anywhere.
@Timeout(180)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CasesNodesStoryTest {

  @TempDir Path folder;
  private DatabaseAddress place;
  private CasesWorld leader;
  private CasesWorld follower;

  @BeforeAll
  void serve() throws Exception {
    place = DatabaseAddress.of(PostgresServer.shared().database());
    leader =
        new CasesWorld.Plan()
            .person("ann")
            .person("bo")
            .person("cy")
            .hosts("river", CasesWorld.river("The river", "upper"))
            .hosts("coast", CasesWorld.river("The coast", "sandy"))
            .role("river", "ann", "mediator", "")
            .role("river", "bo", "delegation", "A")
            .role("coast", "ann", "observer", "")
            .serve(place);
    awaitReady(leader);
    follower = leader.beside();
    awaitReady(follower);
  }

  @AfterAll
  void stop() {
    for (@Nullable CasesWorld each : new CasesWorld[] {leader, follower}) {
      if (each != null) {
        each.close();
      }
    }
  }

  private static void awaitReady(CasesWorld world) throws Exception {
    Eventually.holds("it is ready", () -> world.nobody().get("/healthz/ready").statusCode() == 200);
  }

  private static HttpResponse<String> add(WebClient client, String id, String source) {
    client.get("/cases/" + id + "/");
    return client.json(
        "POST",
        "/cases/" + id + "/api/records/sources",
        """
        {"record": {"id": "SOURCE", "publisher": "Wire", "title": "Of the day",
         "date": "2025-03-01", "kind": "report", "reliability": "B", "language": "en"},
         "why": "Came in."}
        """
            .replace("SOURCE", source));
  }

  private static boolean has(WebClient client, String id, String source) {
    return client.get("/cases/" + id + "/api/records/sources/" + source).statusCode() == 200;
  }

  private static Document page(HttpResponse<String> answer) {
    return Jsoup.parse(answer.body());
  }

  private static List<String> titles(WebClient client) {
    return page(client.get("/")).select("tbody th").eachText();
  }

  /// A browser that has the session of another, at this server.
  private static WebClient here(CasesWorld world, WebClient elsewhere) {
    WebClient same = world.nobody();
    same.cookie = elsewhere.cookie;
    same.get("/");
    return same;
  }

  private static WebClient signIn(CasesWorld world, String name) {
    WebClient client = world.nobody();
    Map<String, String> typed = Map.of("name", name, "password", CasesWorld.PASSWORD);
    assertEquals(303, CasesWorld.submit(client, "/sign-in", "/sign-in", typed).statusCode());
    return client;
  }

  @Test
  void whatIsSavedAtOneIsShownAtBoth() throws Exception {
    WebClient ann = follower.as("ann");
    assertEquals(201, add(ann, "river", "early").statusCode());
    assertTrue(has(ann, "river", "early"), "at the server that forwarded it");
    assertTrue(has(here(leader, ann), "river", "early"), "at the leader");
    WebClient bo = leader.as("bo");
    assertEquals(201, add(here(leader, ann), "river", "late").statusCode());
    Eventually.holds("the follower has it", () -> has(here(follower, bo), "river", "late"));
  }

  /// The line of a case that is closed at one server, and changed at the other.
  @Test
  void theListFollowsACaseThatIsClosedHere() throws Exception {
    WebClient bo = follower.as("bo");
    bo.get("/cases/river/");
    assertTrue(page(bo.get("/")).text().contains("nothing since"));
    // nobody has asked for it in a long time
    follower.running.hosted().close();
    assertEquals(201, add(leader.as("ann"), "river", "unseen").statusCode());
    Eventually.holds("it says so", () -> page(bo.get("/")).text().contains("1 change since"));
  }

  @Test
  void openPagesAreToldOfChangesAtTheOther() throws Exception {
    WebClient bo = follower.as("bo");
    HttpResponse<Stream<String>> events =
        HttpClient.newHttpClient()
            .send(
                bo.request("/cases/river/events").header("Accept", "text/event-stream").build(),
                HttpResponse.BodyHandlers.ofLines());
    assertEquals(200, events.statusCode());
    assertEquals(201, add(leader.as("ann"), "river", "told").statusCode());
    try (Stream<String> lines = events.body()) {
      assertTrue(lines.anyMatch(each -> !each.isBlank() && !each.startsWith(":")));
    }
  }

  @Test
  void aCaseBegunAtOneIsAtBoth() throws Exception {
    WebClient root = follower.as("root");
    HttpResponse<String> made =
        CasesWorld.submit(
            root,
            "/server",
            "/server",
            Map.of(
                "id", "delta", "title", "The delta", "parties", "Upper\nLower", "mediator", "ann"));
    assertEquals(303, made.statusCode(), made.body());
    WebClient ann = follower.as("ann");
    assertTrue(titles(ann).contains("The delta"), "at the server that forwarded it");
    assertTrue(titles(here(leader, ann)).contains("The delta"), "at the leader");
    assertEquals(200, here(leader, ann).get("/cases/delta/").statusCode());

    HttpResponse<String> again =
        CasesWorld.submit(
            here(leader, root),
            "/server",
            "/server",
            Map.of("id", "nile", "title", "The Nile", "parties", "Up\nLow", "mediator", "ann"));
    assertEquals(303, again.statusCode(), again.body());
    Eventually.holds("the follower has it", () -> titles(ann).contains("The Nile"));
    assertEquals(201, add(ann, "nile", "wire").statusCode());
  }

  @Test
  void aCaseArchivedAtOneIsReadOnlyAtBoth() throws Exception {
    WebClient root = follower.as("root");
    WebClient ann = leader.as("ann");
    CasesWorld.submit(root, "/server", "/server/cases/river", Map.of("_do", "archive"));
    for (CasesWorld each : List.of(leader, follower)) {
      assertEquals(409, add(here(each, ann), "river", "archived").statusCode());
    }
    CasesWorld.submit(
        here(leader, root), "/server", "/server/cases/river", Map.of("_do", "restore"));
    Eventually.holds("it is open again", () -> !follower.running.hosted().isArchived("river"));
    assertEquals(201, add(here(follower, ann), "river", "restored").statusCode());
  }

  @Test
  void rolesHoldAtBoth() throws Exception {
    WebClient ann = follower.as("ann");
    WebClient cy = leader.as("cy");
    assertEquals(404, here(follower, cy).get("/cases/river/").statusCode());
    CasesWorld.submit(
        ann,
        "/cases/river/people",
        "/cases/river/people",
        Map.of("_do", "add", "name", "cy", "role", "observer"));
    assertEquals(200, here(follower, cy).get("/cases/river/").statusCode());
    assertEquals(200, cy.get("/cases/river/").statusCode());

    CasesWorld.submit(
        here(leader, ann),
        "/cases/river/people",
        "/cases/river/people/cy",
        Map.of("_do", "remove"));
    assertEquals(404, cy.get("/cases/river/").statusCode());
    Eventually.holds(
        "cy is out", () -> here(follower, cy).get("/cases/river/").statusCode() == 404);
    assertFalse(titles(here(follower, cy)).contains("The river"));
  }

  /// A program's token and the account of a person are made at one, and taken back at the other.
  @Test
  void tokensAndAccountsHoldAtBoth() throws Exception {
    for (CasesWorld each : List.of(leader, follower)) {
      WebClient program = each.program(leader.token("river"));
      assertEquals(200, program.get("/cases/river/api/board").statusCode());
      assertEquals(404, program.get("/cases/coast/api/board").statusCode());
    }
    WebClient root = follower.as("root");
    CasesWorld.submit(
        root,
        "/server/people",
        "/server/people",
        Map.of("_do", "add", "name", "dee", "password", CasesWorld.PASSWORD));
    WebClient dee = signIn(leader, "dee");
    assertEquals(200, here(follower, dee).get("/").statusCode());

    CasesWorld.submit(
        here(leader, root), "/server/people", "/server/people/dee", Map.of("_do", "remove"));
    assertEquals(303, here(follower, dee).get("/").statusCode());
  }

  @Test
  void peopleSignInAtEither() {
    WebClient bo = signIn(follower, "bo");
    assertEquals(200, bo.get("/cases/river/").statusCode());
    assertEquals(200, here(leader, bo).get("/cases/river/").statusCode());
  }

  /// Forms of one case are good at both servers, and in no other case.
  @Test
  void formsOfOneCaseAreForeignInAnotherAtBoth() {
    WebClient ann = leader.as("ann");
    for (CasesWorld each : List.of(leader, follower)) {
      WebClient same = here(each, ann);
      ann.get("/cases/river/");
      same.token = ann.token;
      assertEquals(303, same.form("/cases/river/language", Map.of("language", "fr")).statusCode());
      assertEquals(403, same.form("/cases/coast/language", Map.of("language", "fr")).statusCode());
      assertEquals(403, same.form("/language", Map.of("language", "fr")).statusCode());
    }
  }

  @Test
  void theOtherTakesOverEveryCase() throws Exception {
    WebClient ann = leader.as("ann");
    assertEquals(201, add(ann, "river", "before").statusCode());
    WebClient root = follower.as("root");
    leader.close();
    leader = follower;
    // nobody leads for a moment: a change waits
    assertEquals(201, add(here(leader, ann), "river", "between").statusCode());
    assertTrue(has(here(leader, ann), "river", "before"));
    CasesWorld.submit(root, "/server", "/server/cases/coast", Map.of("_do", "archive"));
    assertTrue(leader.running.hosted().isArchived("coast"));

    follower = leader.beside();
    awaitReady(follower);
    assertTrue(has(here(follower, ann), "river", "between"));
    assertEquals(201, add(here(follower, ann), "river", "after").statusCode());
    CasesWorld.submit(
        here(follower, root), "/server", "/server/cases/coast", Map.of("_do", "restore"));
    assertFalse(leader.running.hosted().isArchived("coast"));
  }

  @Test
  void administratorsAndMediatorsSeeWhoLeads() throws Exception {
    WebClient root = follower.as("root");
    Eventually.holds(
        "both are listed",
        () -> page(root.get("/server")).select("[data-table=nodes] tbody tr").size() == 2);
    Document server = page(root.get("/server"));
    List<String> rows = server.select("[data-table=nodes] tbody tr").eachText();
    // on a busy machine the other may have taken over meanwhile
    assertEquals(1, rows.stream().filter(each -> each.contains("leads")).count(), rows.toString());
    assertTrue(rows.getLast().contains("this one"), rows.toString());
    assertFalse(server.text().contains("Entry read"));
    String status = root.get("/api/status").body();
    assertTrue(status.contains("\"led\""), status);
    JsonNode listed =
        JsonMapper.shared()
            .readTree(follower.as("ann").get("/cases/river/api/nodes").body())
            .get("items");
    assertEquals(2, listed.size());
    assertTrue(
        listed.get(0).get("leads").booleanValue() ^ listed.get(1).get("leads").booleanValue());
    assertFalse(listed.get(0).has("entry"));
    assertEquals(200, follower.as("ann").get("/cases/river/nodes").statusCode());
    assertEquals(403, follower.as("bo").get("/cases/river/nodes").statusCode());
  }

  /// At a terminal, while both serve.
  @Test
  void theTerminalWorksBesideThem() throws Exception {
    String database = place.toString();
    assertEquals(0, run("archive", "coast", "--database", database));
    Eventually.holds(
        "both know it is archived",
        () ->
            Stream.of(leader, follower)
                .allMatch(each -> each.running.hosted().isArchived("coast")));
    String file = folder.resolve("moved").toString();
    assertEquals(0, run("export", "coast", "--to", file, "--database", database));
    assertEquals(
        0, run("import", "shore", "--from", file, "--mediator", "cy", "--database", database));
    for (CasesWorld each : List.of(leader, follower)) {
      WebClient cy = each.as("cy");
      Eventually.holds("it is listed", () -> titles(cy).contains("The coast"));
      assertEquals(201, add(cy, "shore", "wire-" + each.running.address().getPort()).statusCode());
    }
    assertEquals(0, run("restore", "coast", "--database", database));
  }

  private static int run(String... arguments) {
    return ShippedCli.with(Map.of())
        .run(Stream.concat(Stream.of("cases"), Stream.of(arguments)).toArray(String[]::new));
  }
}
