package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Eventually;
import org.parley.casefile.form.RecordForm;
import org.parley.model.CaseRecord;
import org.parley.model.cases.Case;
import org.parley.model.checks.References;
import org.parley.web.LinkCrawler.Answer;
import org.parley.web.access.AccountAuthenticator;
import org.parley.web.access.Route;
import org.parley.web.api.Api;
import org.parley.web.api.line.Line;
import org.parley.web.view.OpenCase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every link on every page leads somewhere: for every role, in every language, in the past, and
/// under the path of a proxy.
@NullMarked
class LinksLawTest {

  @TempDir Path folder;

  /// A case, and what was left of it: one record of each kind is gone that no other refers to.
  private static Case after(Case before) {
    Set<String> named = new HashSet<>();
    before
        .records()
        .forEach(
            each ->
                References.of((Record) each).stream()
                    .filter(mention -> !mention.declares())
                    .forEach(mention -> named.add(mention.id().value())));
    Set<String> gone = new HashSet<>();
    List<CaseRecord> left = new ArrayList<>();
    for (CaseRecord each : before.records()) {
      boolean isNamed =
          References.of((Record) each).stream()
              .anyMatch(mention -> mention.declares() && named.contains(mention.id().value()));
      if (isNamed || !gone.add(RecordForm.of(each).kind())) {
        left.add(each);
      }
    }
    return Case.of(before.info(), left);
  }

  private Team team(String name, String basePath) throws Exception {
    Case whole = SmallWorld.build();
    Team team =
        new Team(
            folder.resolve(name),
            whole,
            new AccountAuthenticator.Setting(
                Set.of("parley.example.org"), false, false, Set.of(), true, basePath));
    team.journal.record(after(whole), "Ann", "Some of it is gone.", Team.NOON);
    team.account("ann", "mediator", null);
    Team.Client ann = team.inSession("ann");
    ann.isPatient = true;
    Set<CaseRecord> left = Set.copyOf(after(whole).records());
    CaseRecord gone =
        whole.records().stream().filter(each -> !left.contains(each)).findFirst().orElseThrow();
    String address = basePath + "/record/" + gone.id();
    Eventually.get(
        "a case without " + gone.id(),
        () -> Optional.of(ann.get(address)).filter(each -> each.statusCode() == 404));
    team.account("dan", "delegation", "A");
    team.account("mon", "monitor", null);
    team.account("ob", "observer", null);
    return team;
  }

  private static Answer get(WebClient client, String path) {
    HttpResponse<String> answer = client.get(path);
    return new Answer(
        answer.statusCode(),
        answer.headers().firstValue("Content-Type").orElse(""),
        answer.headers().firstValue("Location").orElse(null),
        answer.body());
  }

  private static LinkCrawler crawl(WebClient client, String base) {
    client.isPatient = true;
    return new LinkCrawler(path -> get(client, path), client.server.routes(), base)
        .from(base + "/");
  }

  private static void check(String who, LinkCrawler crawl, int least) {
    assertEquals(List.of(), crawl.broken, who);
    int asked = crawl.followed.values().stream().mapToInt(n -> n).sum();
    assertTrue(asked >= least, who + " followed " + asked + ": " + crawl.followed);
  }

  @Test
  void everyLinkLeadsSomewhereForEveryRoleAndInEveryLanguageUnderABasePath() throws Exception {
    try (Team team = team("river", "/river")) {
      for (String name : List.of("dan", "mon", "ob")) {
        follow(team, name, "en");
      }
      // those of a mediator in English are followed below, and here in the long check
      follow(team, "ann", "fr");
      check("nobody", crawl(team.nobody(), "/river"), 75);
    }
  }

  @Test
  @Tag("long")
  void everyLinkLeadsSomewhereForOtherRolesInOtherLanguages() throws Exception {
    try (Team team = team("river", "/river")) {
      for (String name : List.of("dan", "mon", "ob")) {
        follow(team, name, "fr");
      }
      follow(team, "ann", "en");
    }
  }

  private static void follow(Team team, String name, String language) {
    Team.Client client = team.inSession(name);
    client.get("/river/");
    client.form("/river/language", Map.of("language", language));
    check(name + " in " + language, crawl(client, "/river"), 80);
  }

  @Test
  void theAuditNamesAddressesThatLeadSomewhereUnderABasePath() throws Exception {
    try (Team team = team("audited", "/river")) {
      Team.Client ann = team.inSession("ann");
      Set<String> asked = Set.of("/river/claims", "/river/api/board");
      for (String path : asked) {
        assertEquals(200, ann.get(path).statusCode(), path);
      }
      String audit = ann.get("/river/api/audit").body();
      Set<String> seen = new HashSet<>();
      for (JsonNode each : JsonMapper.shared().readTree(audit).get("items")) {
        seen.add(each.get("address").stringValue());
      }
      assertTrue(seen.containsAll(asked), audit);
    }
  }

  @Test
  void everyLinkOfThePastLeadsSomewhere() throws Exception {
    try (Team team = team("past", "")) {
      LinkCrawler crawl = crawl(team.inSession("ann"), "");
      check("ann", crawl, 300);
    }
  }

  @Test
  void everyLinkLeadsSomewhereOnThisMachineAlone() throws Exception {
    OpenCase open = SmallWorld.open();
    try (WebServer server =
        WebServer.start(_ -> new org.parley.web.service.CaseService.CaseAccess.Opened(open), 0)) {
      check("this machine", crawl(new WebClient(server), ""), 100);
    }
  }

  /// What answers to programs name can be asked, and computed in the background, as it stands
  /// there.
  @Test
  void everyAddressInAnAnswerLeadsSomewhereUnderABasePath() throws Exception {
    try (Team team = team("river-api", "/river")) {
      Team.Client ann = team.inSession("ann");
      ann.isPatient = true;
      Set<String> named = new TreeSet<>();
      for (Route route : team.server.routes()) {
        // the audit names what was asked, as it was asked
        if (route.isSafe()
            && route.kind() == Route.Kind.DATA
            && !route.path().equals("/api/audit")) {
          for (String path : EveryAddressAnswersTest.paths(route, SmallWorld.build()).toList()) {
            JsonNode answer = JsonMapper.shared().readTree(ann.get("/river" + path).body());
            addresses(path.endsWith("openapi.json") ? answer.get("servers") : answer, named);
          }
        }
      }
      int jobs = 0;
      for (Line line : Api.lines()) {
        if (!line.has("deadline") || !line.route().isSafe() || line.route().path().contains("{")) {
          continue;
        }
        for (String base : List.of("", "/river")) {
          String question = base + line.route().path();
          String body = "{\"ask\": \"" + question + (line.has("ended") ? ENDED : "") + "\"}";
          HttpResponse<String> begun = ann.json("POST", "/river/api/jobs", body);
          if (begun.body().contains("\"code\":\"no-packages\"")) {
            continue;
          }
          assertEquals(201, begun.statusCode(), body + begun.body());
          String job = begun.headers().firstValue("Location").orElseThrow();
          JsonNode found = JsonMapper.shared().readTree(ann.get(job).body());
          named.add(found.get("ask").stringValue());
          assertEquals(200, ann.json("DELETE", job, "").statusCode(), job);
          jobs++;
        }
      }
      assertTrue(jobs >= 12, jobs + " jobs");
      assertTrue(named.size() > 5, named::toString);
      for (String each : named) {
        HttpResponse<String> answer = ann.get(each);
        assertTrue(
            each.startsWith("/river/") && answer.statusCode() < 400, each + " " + answer.body());
      }
    }
  }

  private static final String ENDED = "?ended=signing:2026-06-01";

  private static void addresses(JsonNode json, Set<String> found) {
    if (json.isString() && json.stringValue().matches("/[a-z].*")) {
      found.add(json.stringValue());
    }
    json.forEach(each -> addresses(each, found));
  }

  @Test
  void whatLeadsNowhereIsFound() {
    Map<String, Answer> pages =
        Map.of(
            "/",
            page(
                """
                <a href="/good#there">1</a> <a href="good#missing">2</a> <a href="/gone">3</a>
                <form action="/sent"></form> <form method="post" action="/never"></form>
                <img src="/picture.png"><script src="/script.js"></script><a href="/moved">4</a>
                <link href="/loop"><a href="https://example.org/">5</a><div data-hx-get="/part">
                """),
            "/good",
            page("<p id=there><a href='/'>back</a>"),
            "/moved",
            new Answer(302, "", "/good", ""),
            "/loop",
            new Answer(302, "", "/loop", ""));
    LinkCrawler crawl =
        new LinkCrawler(
                path -> pages.getOrDefault(path, new Answer(404, "text/html", null, "")),
                List.of(),
                "")
            .from("/");
    assertEquals(
        List.of(
            "/ -> /gone: 404",
            "/ -> /good#missing: no such place on the page",
            "/ -> /loop: 302",
            "/ -> /part: 404",
            "/ -> /picture.png: 404",
            "/ -> /script.js: 404",
            "/ -> /sent: 404"),
        crawl.broken.stream().sorted().toList());
  }

  private static Answer page(String body) {
    return new Answer(200, "text/html", null, body);
  }

  @Test
  void noPathStandsInATemplateAScriptOrAHandler() throws IOException {
    List<String> found = new ArrayList<>();
    for (String place :
        List.of(
            "src/main/jte", "src/main/resources/org/parley/web", "src/main/java/org/parley/web")) {
      try (Stream<Path> files = Files.walk(Path.of(place))) {
        for (Path file : files.filter(LinksLawTest::isOurs).toList()) {
          for (String line : Files.readAllLines(file)) {
            if (line.matches(".*[\"'`]/[a-z][a-z-].*")
                && !line.matches(".*(\"/api/|Resource|///).*")) {
              found.add(file + ": " + line.strip());
            }
          }
        }
      }
    }
    assertEquals(List.of(), found);
  }

  /// Whether a file is to have no path: not those of others, of the interface, or [Address] itself.
  private static boolean isOurs(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".jte")
        || (name.endsWith(".js") && !name.startsWith("htmx"))
        || (name.endsWith(".java")
            && !name.equals("Address.java")
            && !name.equals("ServerAddress.java")
            && !file.toString().contains("/web/api/"));
  }
}
