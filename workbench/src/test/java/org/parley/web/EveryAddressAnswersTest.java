package org.parley.web;

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
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Effort;
import org.parley.casefile.form.RecordForm;
import org.parley.model.CaseRecord;
import org.parley.model.Cases;
import org.parley.model.cases.Case;
import org.parley.store.people.AccountEditor;
import org.parley.web.access.Route;

/// Whatever a case holds, no address that there is to read fails.
@NullMarked
class EveryAddressAnswersTest {

  @TempDir Path folder;

  @Test
  void nothingFails() throws Exception {
    // of these cases, 39 has a knot that the days gone by tie as well
    answer(39, Effort.of(40, 41));
  }

  @Test
  @Tag("long")
  void nothingFailsInManyCases() throws Exception {
    answer(0, 300);
  }

  private void answer(long firstSeed, long endSeed) throws Exception {
    for (long seed = firstSeed; seed < endSeed; seed++) {
      Case contents = Cases.of(seed);
      try (Team team = new Team(folder.resolve("" + seed), contents, false)) {
        team.account("ann", "mediator", null);
        Team.Client ann = team.signedIn("ann");
        ann.isPatient = true;
        List<String> failed = new ArrayList<>();
        int asked = 0;
        for (Route route : team.server.routes()) {
          if (route.isSafe() && route.kind() != Route.Kind.STREAM) {
            for (String path : paths(route, contents).toList()) {
              int status = ann.get(path).statusCode();
              asked++;
              if (status >= 500) {
                failed.add(path + ": " + status);
              }
            }
          }
        }
        assertEquals(List.of(), failed, "seed " + seed);
        assertTrue(asked > 100, asked + " addresses");
      }
    }
  }

  @Test
  void headAnswersAsGetDoesWithoutItsContent() throws Exception {
    Case contents = SmallWorld.build();
    try (Team team = new Team(folder.resolve("head"), contents, false)) {
      team.account("ann", "mediator", null);
      Team.Client ann = team.signedIn("ann");
      ann.isPatient = true;
      Team.Client nobody = team.nobody();
      nobody.isPatient = true;
      String secret =
          team.people
              .feeds()
              .add(new AccountEditor("ann", ""), "ann", "phone", Team.NOON)
              .orElseThrow();
      for (Team.Client client : List.of(ann, nobody)) {
        for (Route route : team.server.routes()) {
          if (route.isSafe() && route.kind() != Route.Kind.STREAM) {
            // wrong secrets are throttled for longer than a patient client waits
            String path =
                route.access() == Route.Access.ADDRESS
                    ? route.path().replace("{secret}", secret)
                    : paths(route, contents).findFirst().orElseThrow();
            compare(client, path);
            if (route.kind() == Route.Kind.PAGE) {
              String mark = path.indexOf('?') < 0 ? "?" : "&";
              compare(client, path + mark + "cite=csl");
            }
          }
        }
        for (String path :
            List.of(
                "/?table=matrix&format=jsonl",
                "/?table=none",
                "/?cite=no",
                "/",
                "/nowhere",
                "/points/p99",
                "/api/nowhere",
                "/style.css")) {
          compare(client, path);
        }
      }
    }
  }

  private static void compare(Team.Client client, String path) {
    HttpResponse<String> get = client.get(path);
    HttpResponse<String> head = client.send(client.request(path).HEAD());
    assertEquals(get.statusCode(), head.statusCode(), path);
    assertEquals("", head.body(), path);
    head.headers()
        .firstValue("Content-Length")
        .ifPresent(
            length ->
                assertEquals(get.headers().firstValue("Content-Length").orElse(""), length, path));
    assertEquals(lasting(get), lasting(head), path);
  }

  /// The headers of an answer, but for those of its hour, its session and its length.
  private static Map<String, List<String>> lasting(HttpResponse<String> answer) {
    Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
    headers
        .keySet()
        .removeAll(
            List.of("date", "set-cookie", "content-length", "transfer-encoding", "x-request-id"));
    return headers;
  }

  @Test
  void anUnknownAddressIsAnsweredInWords() throws Exception {
    try (Team team = new Team(folder.resolve("unknown"), SmallWorld.build(), true)) {
      Team.Client anyone = team.nobody();
      // as browsers and programs ask; what is asked for decides what the framework would say
      for (String accept : List.of("text/html", "application/json", "*/*")) {
        for (String path : List.of("/nowhere", "/points", "/claims/c1/more")) {
          HttpResponse<String> page =
              anyone.send(anyone.request(path).header("Accept", accept).GET());
          assertEquals(404, page.statusCode(), path);
          Document shown = Jsoup.parse(page.body());
          assertFalse(shown.select("h1").text().isEmpty(), path + " " + page.body());
          assertTrue(shown.select("main").text().contains("Maybe"), path + " " + page.body());
        }
        HttpResponse<String> data =
            anyone.send(anyone.request("/api/nowhere").header("Accept", accept).GET());
        assertEquals(404, data.statusCode());
        assertTrue(data.body().contains("\"advice\":\"Maybe"), data.body());
        HttpResponse<String> method =
            anyone.send(
                anyone
                    .request("/claims")
                    .header("Accept", accept)
                    .method("PUT", HttpRequest.BodyPublishers.noBody()));
        assertEquals(405, method.statusCode());
        assertFalse(Jsoup.parse(method.body()).select("h1").text().isEmpty(), method.body());
      }
      assertEquals("/sign-in", Jsoup.parse(anyone.get("/").body()).select("nav .add").attr("href"));
    }
  }

  /// The addresses of a route: with one record of each kind, where it leads to records. Pages of
  /// the past are the pages of today, so that as a rule one address of each is enough.
  static Stream<String> paths(Route route, Case contents) {
    Stream<String> all = addresses(route, contents);
    return route.path().startsWith("/then/") && !Effort.isLong() ? all.limit(1) : all;
  }

  /// Of the addresses of a route as a rule the first, where a small case is asked for all.
  static Stream<String> few(Route route, Case contents) {
    Stream<String> all = paths(route, contents);
    return Effort.isLong() ? all : all.limit(1);
  }

  private static Stream<String> addresses(Route route, Case contents) {
    String path = route.path().replaceAll("\\{(?!kind|id)[a-z]+}", "1");
    return path.contains("{id}")
        ? RecordPlaces.samples(path, contents).map(each -> with(path, each))
        : path.contains("{kind}")
            ? RecordForm.kinds().stream().map(kind -> path.replace("{kind}", kind))
            : Stream.of(path);
  }

  private static String with(String path, CaseRecord record) {
    return path.replace("{kind}", RecordForm.of(record).kind())
        .replace("{id}", record.id().value());
  }
}
