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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Eventually;
import org.parley.store.FolderJournal;
import org.parley.web.desk.FolderDesk;

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
        WebServer server = WebServer.start(new FolderDesk(folder, journal), 0)) {
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

  @Test
  void aCaseWithoutAJournalSaysSo() throws Exception {
    Files.writeString(folder.resolve("a.yaml"), CASE.formatted("Beland"));
    try (WebServer server = WebServer.start(new FolderDesk(folder, null), 0)) {
      assertTrue(page(server, "/history").contains("keeps no journal"));
    }
  }
}
