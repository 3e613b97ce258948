package org.parley.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.web.WebClient;
import org.parley.web.access.Route;
import org.parley.web.view.Address;

/// Non-interference across cases: two servers differ in whole cases that Ann may not see, in their
/// number, names, records and people. Whatever Ann, a program or nobody asks, both give the same
/// answers; and a case that one may not see is answered as one that there is not.
class CasesSecrecyLawTest {

  private static final List<String> METHODS =
      List.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH");

  @TempDir Path one;
  @TempDir Path other;

  private static CasesWorld.Plan visible() {
    return new CasesWorld.Plan()
        .person("ann")
        .hosts("river", CasesWorld.river("The river", "upper"))
        .hosts("sea", CasesWorld.river("The sea", "salty"))
        .role("river", "ann", "mediator", "")
        .role("sea", "ann", "delegation", "A");
  }

  private CasesWorld withOneHidden() throws Exception {
    return visible()
        .person("bo")
        .hosts("alpha", CasesWorld.river("Alpha", "secret"))
        .role("alpha", "bo", "mediator", "")
        .serve(one);
  }

  private CasesWorld withOtherHidden() throws Exception {
    return visible()
        .person("cy")
        .person("dee")
        .hosts("beta", CasesWorld.river("Beta", "upper"))
        .hosts("gamma", CasesWorld.river("Gamma", "salty"))
        .hosts("zeta", CasesWorld.river("Zeta", "other"))
        .role("beta", "cy", "mediator", "")
        .role("gamma", "dee", "delegation", "B")
        .serve(other);
  }

  /// Every address with each parameter filled in, of the list and below some case. Wrong secrets
  /// are throttled for longer than a patient client waits; a right one is asked for by itself.
  static List<String> addresses(CasesWorld world, String id) {
    Stream<String> own =
        world.running.server().routes().stream()
            .filter(each -> each.access() != Route.Access.ADDRESS)
            .map(Route::path);
    Stream<String> within =
        Stream.concat(
                Stream.of(Address.values()).map(Address::path),
                Stream.of("/api", "/api/board", "/api/changes", "/api/openapi.json", "/nothing"))
            .flatMap(each -> Stream.of("/cases/" + id + each));
    return Stream.concat(own, within)
        .map(each -> each.replaceAll("\\{[a-z]+}", "dam"))
        .distinct()
        .toList();
  }

  static HttpResponse<String> ask(WebClient client, String method, String path) {
    return client.send(
        client
            .request(path)
            .header("Accept", "text/html")
            .method(method, HttpRequest.BodyPublishers.noBody()));
  }

  /// An answer without what differs between two servers anyway: secrets drawn by chance, the moment
  /// of sending, and how many views are rows of the audit already.
  static String told(HttpResponse<String> answer) {
    Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
    headers.remove("date");
    headers.remove("set-cookie");
    return (answer.statusCode() + " " + headers + "\n" + answer.body())
        .replaceAll("[0-9a-f]{32}", "TOKEN")
        .replaceAll("Accounts and audit [0-9]+", "AUDIT")
        .replaceAll("localhost:\\d+|127\\.0\\.0\\.1:\\d+", "HOST");
  }

  private static final List<String> ASKED = List.of("alpha", "beta", "gamma", "river", "sea");

  /// The questions that are answered otherwise: every address below every id, hidden ones with
  /// every method.
  private static List<String> differences(
      CasesWorld here, CasesWorld there, Function<CasesWorld, WebClient> client) {
    WebClient first = client.apply(here);
    WebClient second = client.apply(there);
    first.isPatient = true;
    second.isPatient = true;
    List<String> differences = new ArrayList<>();
    for (String id : ASKED) {
      boolean isSeen = id.equals("river") || id.equals("sea");
      for (String path : addresses(here, id)) {
        for (String method : isSeen ? List.of("GET") : METHODS) {
          if (isSeen && isOfItsMoment(path)) {
            continue;
          }
          String told = told(ask(first, method, path));
          if (!told.equals(told(ask(second, method, path)))) {
            differences.add(method + " " + path);
          }
        }
      }
    }
    return differences;
  }

  /// Whether an answer of a case that one may see differs from server to server: streams, files
  /// that name the time, and feeds, whose ids are made of the host and port.
  private static boolean isOfItsMoment(String path) {
    return Stream.of(Address.EVENTS.path(), ".pdf", ".docx", Address.FEED.path())
        .anyMatch(path::endsWith);
  }

  @Test
  void twoServersThatDifferInHiddenCasesAnswerTheSame() throws Exception {
    try (CasesWorld here = withOneHidden();
        CasesWorld there = withOtherHidden()) {
      assertEquals(List.of(), differences(here, there, world -> world.as("ann")));
      assertEquals(List.of(), differences(here, there, CasesWorld::nobody));
      assertEquals(
          List.of(), differences(here, there, world -> world.program(world.token("river"))));
      for (String query :
          List.of(
              "/find?q=dam", "/find?q=secret", "/api/find?q=beta", "/?table=cases&format=csv")) {
        assertEquals(told(here.as("ann").get(query)), told(there.as("ann").get(query)), query);
      }
      assertEquals(secretFeed(here), secretFeed(there));
      assertEquals(0, here.running.hosted().useIfOpen("alpha").stream().count());
    }
  }

  /// The feed of all cases of Ann, read at a secret address.
  private static String secretFeed(CasesWorld world) {
    String page =
        CasesWorld.submit(
                world.as("ann"), "/feeds", "/feeds", Map.of("name", "phone", "_do", "add"))
            .body();
    String address = page.replaceAll("(?s).*(/feeds/[^/<]+/feed\\.atom).*", "$1");
    String told = told(world.nobody().get(address));
    assertTrue(told.startsWith("200") && told.contains("The sea: Added"), told);
    return told.replace(address, "SECRET");
  }

  @Test
  void aHiddenCaseIsAnsweredAsOneThatThereIsNot() throws Exception {
    try (CasesWorld world = withOneHidden()) {
      for (WebClient client :
          List.of(world.as("ann"), world.nobody(), world.program(world.token("river")))) {
        client.isPatient = true;
        for (String path : addresses(world, "alpha")) {
          for (String method : METHODS) {
            String hidden = told(ask(client, method, path)).replace("alpha", "CASE");
            String none =
                told(ask(client, method, path.replace("/alpha", "/omega")))
                    .replace("omega", "CASE");
            assertEquals(none, hidden, method + " " + path);
          }
        }
      }
      assertTrue(
          world.running.hosted().useIfOpen("alpha").isEmpty(), "a refused request opens no case");
    }
  }

  @Test
  void whoMayNotComeInOpensNothing() throws Exception {
    try (CasesWorld world = withOneHidden()) {
      world.nobody().get("/cases/alpha/");
      world.as("ann").get("/cases/alpha/");
      world.program("guess").get("/cases/alpha/api/board");
      assertEquals(0, world.running.hosted().countOpen() - opened(world, "river", "sea"));
    }
  }

  private static long opened(CasesWorld world, String... ids) {
    return Stream.of(ids)
        .filter(
            id -> {
              var use = world.running.hosted().useIfOpen(id);
              use.ifPresent(each -> each.close());
              return use.isPresent();
            })
        .count();
  }

  @Test
  void secretsOfOneCaseOpenNoOther() throws Exception {
    try (CasesWorld world = withOneHidden()) {
      WebClient program = world.program(world.token("river"));
      assertEquals(200, program.get("/cases/river/api/board").statusCode());
      assertEquals(401, world.program("x").get("/cases/river/api/board").statusCode());
      assertEquals(404, program.get("/cases/sea/api/board").statusCode());
      assertEquals(404, program.get("/cases/alpha/api/board").statusCode());

      WebClient ann = world.as("ann");
      HttpResponse<String> made =
          CasesWorld.submit(
              ann,
              "/cases/river/feeds",
              "/cases/river/feeds",
              Map.of("name", "phone", "_do", "add"));
      String secret =
          Stream.of(made.body().split("/feeds/", -1))
              .skip(1)
              .map(each -> each.split("/", 2)[0])
              .filter(each -> each.length() > 20)
              .findFirst()
              .orElseThrow(() -> new AssertionError(made.body()));
      String feed = "/feeds/" + secret + "/feed.atom";
      assertEquals(200, world.nobody().get("/cases/river" + feed).statusCode());
      for (String id : List.of("sea", "alpha", "omega")) {
        assertEquals(303, world.nobody().get("/cases/" + id + feed).statusCode(), id);
      }
      assertEquals(404, world.nobody().get(feed).statusCode());
    }
  }

  @Test
  void formsOfOneCaseAreForeignInAnother() throws Exception {
    try (CasesWorld world = withOneHidden()) {
      WebClient ann = world.as("ann");
      for (String page : List.of("/cases/sea/", "/")) {
        HttpResponse<String> answer =
            CasesWorld.submit(
                ann,
                page,
                "/cases/river/people",
                Map.of("_do", "add", "name", "eve", "role", "mediator"));
        assertEquals(403, answer.statusCode(), page);
      }
      assertFalse(ann.get("/cases/river/people").body().contains("p-eve"));
    }
  }

  @Test
  void idsAreNoPaths() throws Exception {
    try (CasesWorld world = withOneHidden()) {
      WebClient ann = world.as("ann");
      for (String path :
          List.of(
              "/cases/../",
              "/cases/river/../alpha/",
              "/cases/river/%2e%2e/alpha/",
              "/cases/river%2f..%2falpha/",
              "/cases/./alpha/",
              "/cases//alpha/",
              "//cases/alpha/",
              "/cases/ALPHA/",
              "/cases/alpha;x=/",
              "/cases/river;/../alpha/",
              "/cases/alpha%00/",
              "/cases/river/cases/alpha/",
              "/cases/..%2fserver/",
              "/cases/%61lpha/")) {
        HttpResponse<String> answer = ask(ann, "GET", path);
        assertFalse(answer.body().contains("Alpha"), path + answer.body());
        assertFalse(answer.body().contains("secret dam"), path);
      }
      assertTrue(world.running.hosted().useIfOpen("alpha").isEmpty());
    }
  }

  @Test
  void aMediatorLearnsOfNoAccountByGivingRoles() throws Exception {
    try (CasesWorld world = withOneHidden()) {
      WebClient ann = world.as("ann");
      Function<String, String> added =
          name ->
              CasesWorld.submit(
                      ann,
                      "/cases/river/people",
                      "/cases/river/people",
                      Map.of("_do", "add", "name", name, "role", "observer"))
                  .body()
                  .replaceAll("[0-9a-f]{32}", "TOKEN");
      String known = added.apply("bo").replaceAll("\\bbo\\b", "NAME");
      CasesWorld.submit(
          ann, "/cases/river/people", "/cases/river/people/bo", Map.of("_do", "remove"));
      String unknown = added.apply("xx").replaceAll("\\bxx\\b", "NAME");
      assertEquals(known, unknown);
    }
  }
}
