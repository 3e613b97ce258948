package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Eventually;
import org.parley.store.FolderJournal;
import org.parley.web.service.FolderCaseService;

/// A folder is open; somebody edits a file in it; the history says what became of it.
class HistoryStoryTest {

  private static final Clock NOON =
      Clock.fixed(Instant.parse("2025-12-28T12:00:00Z"), ZoneOffset.UTC);
  private static final String CASE =
      """
      case: {title: The bridge}
      parties:
        - {id: AA, name: Aland <b>, kind: state}
        - {id: BB, name: %s, kind: state}
      """;

  @TempDir Path folder;

  private final HttpClient client = HttpClient.newHttpClient();

  private String page(WebServer server, String path) throws Exception {
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(URI.create(server.address().resolve(path).toString())).build(),
            HttpResponse.BodyHandlers.ofString());
    assertEquals(200, answer.statusCode(), answer.body());
    return answer.body();
  }

  /// Asks until the page says it; a second reading of the folder takes at least half a second.
  private String awaitWords(WebServer server, String words) throws Exception {
    return Eventually.get(
        "history that says \"" + words + "\"",
        () -> {
          page(server, "/");
          return Optional.of(page(server, "/history")).filter(each -> each.contains(words));
        });
  }

  @Test
  void anEditInAFileIsRecordedAndShown() throws Exception {
    Path file = folder.resolve("a.yaml");
    Files.writeString(file, CASE.formatted("Beland"));
    try (FolderJournal journal = new FolderJournal(folder, "Ann", NOON);
        WebServer server = WebServer.start(new FolderCaseService(folder, journal), 0)) {
      String begun = awaitWords(server, "BB added");
      assertTrue(begun.contains("28 December 2025, 12:00 UTC"), begun);
      assertFalse(begun.contains("BB changed"), begun);
      Files.writeString(file, CASE.formatted("Beeland as in the treaty"));
      String changed = awaitWords(server, "BB changed");
      assertTrue(changed.contains("Beeland as in the treaty"), changed);
      assertFalse(changed.contains("Aland <b>"), "what is in a file is text, not markup");
      assertFalse(page(server, "/history?skip=1").contains("BB changed"));
    }
  }

  private static final String SECRET =
      """
      claims:
        - {id: secret, party: AA, speaker: Ada, asserts: agreed, said: 2025-03-01, source: [%s], about: [p1], paraphrase: Quietly, visibility: mediator}
      """;

  private static final String CITED =
      """
      instruments: [{id: treaty, title: Treaty, kind: treaty, signatories: [AA]}]
      points: [{id: p1, instrument: treaty, number: "1", title: Water}]
      sources:
        - {id: wire, publisher: P, title: Wire, date: 2025-03-01, kind: report, reliability: B, language: en}
      """;

  /// What lies in `set-aside/` of an open folder is shown with its place and the reason, marked in
  /// the history, and counts for nothing; once it fits the page says so.
  @Test
  void whatIsSetAsideInTheFolderIsShown() throws Exception {
    Files.writeString(folder.resolve("a.yaml"), CASE.formatted("Beland") + CITED);
    Path aside = Files.createDirectories(folder.resolve("set-aside")).resolve("claims.yaml");
    Files.writeString(aside, SECRET.formatted("gazette"));
    try (FolderJournal journal = new FolderJournal(folder, "Ann", NOON);
        WebServer server = WebServer.start(new FolderCaseService(folder, journal), 0)) {
      awaitWords(server, "secret added");
      Document shown = Jsoup.parse(page(server, "/set-aside"));
      String row = shown.select("main li").text();
      assertTrue(row.startsWith("secret set-aside/claims.yaml:2"), row);
      assertTrue(row.contains("gazette") && row.contains("parley record"), row);
      assertEquals(0, shown.select("main a").size(), "no form corrects what stands in a file");
      assertEquals("secret added", marked(server));
      assertFalse(page(server, "/claims").contains("Quietly"));
      String listed = page(server, "/api/set-aside");
      assertTrue(listed.contains("\"id\":\"secret\""), listed);
      assertTrue(listed.contains("\"file\":\"set-aside/claims.yaml\",\"line\":2"), listed);

      Files.writeString(aside, SECRET.formatted("wire"));
      String fits =
          Eventually.get(
              "a secret that fits",
              () -> {
                page(server, "/");
                return Optional.of(page(server, "/set-aside"))
                    .filter(each -> each.contains("It fits again"));
              });
      assertFalse(fits.contains("Maybe correct it"), fits);

      Files.writeString(aside, SECRET.formatted("wire").replace("id: secret", "id: AA"));
      Eventually.get(
          "the fault of a taken id",
          () -> {
            page(server, "/");
            return Optional.of(page(server, "/set-aside"))
                .filter(each -> each.contains("has an id that is taken"));
          });

      Files.delete(aside);
      Eventually.get(
          "nothing set aside",
          () -> {
            page(server, "/");
            return Optional.of(page(server, "/set-aside"))
                .filter(each -> each.contains("Nothing is set aside"));
          });
    }
  }

  /// The entries that the history says are set aside.
  private String marked(WebServer server) throws Exception {
    return Jsoup.parse(page(server, "/history"))
        .select("summary:has(strong:containsOwn(set aside))")
        .text()
        .replaceFirst(" entry.*", "");
  }

  @Test
  void aCaseWithoutAJournalSaysSo() throws Exception {
    Files.writeString(folder.resolve("a.yaml"), CASE.formatted("Beland"));
    try (WebServer server = WebServer.start(new FolderCaseService(folder, null), 0)) {
      assertTrue(page(server, "/history").contains("keeps no journal"));
    }
  }
}
