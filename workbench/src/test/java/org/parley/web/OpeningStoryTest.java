package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.casefile.LoadProgress;
import org.parley.web.service.FolderCaseService;
import org.parley.web.view.Asset;
import org.parley.web.view.StillReadingPage;

/// Somebody looks at a large case while it is still being read.
class OpeningStoryTest {

  @TempDir Path folder;
  private Runnable reading = () -> {};
  private WebServer server;

  @BeforeEach
  void start() throws IOException {
    Files.writeString(
        folder.resolve("a.yaml"),
        "case: {title: The river}\nparties: [{id: A, name: Arda, kind: state}]\n");
    FolderCaseService desk = new FolderCaseService(folder, null);
    reading = desk.reading();
    server = WebServer.start(desk, 0);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return get(server, path);
  }

  private static HttpResponse<String> get(WebServer server, String path)
      throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(server.address().resolve(path)).build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  @Test
  void everyPageSaysHowFarItIs() throws IOException, InterruptedException {
    for (String path : new String[] {"/", "/claims", "/search?q=river", "/record/A"}) {
      HttpResponse<String> page = get(path);
      assertEquals(503, page.statusCode(), path);
      assertTrue(page.body().contains("Reading the case <progress"), page.body());
      assertEquals("1", page.headers().firstValue("Refresh").orElse(""));
    }
    HttpResponse<String> style = get(Asset.url("parley.css"));
    assertEquals(200, style.statusCode());
    reading.run();
    assertEquals(200, get("/").statusCode());
    assertTrue(get("/").body().contains("The river"));
  }

  @Test
  void programsAreToldWhenToAskAgain() throws IOException, InterruptedException {
    HttpResponse<String> answer = get("/api/case");
    assertEquals(503, answer.statusCode());
    assertTrue(answer.headers().firstValue("Retry-After").isPresent());
    assertTrue(answer.body().contains("\"The case is being read\""), answer.body());
    assertEquals(503, get("/events").statusCode());
    reading.run();
    assertEquals(200, get("/api/case").statusCode());
  }

  @Test
  void recordsAreCountedWhileTheyAreIndexed() throws IOException, InterruptedException {
    FolderCaseService service = new FolderCaseService(folder, null);
    LoadProgress progress = new LoadProgress();
    AtomicReference<String> seen = new AtomicReference<>("");
    try (WebServer second = WebServer.start(service, 0)) {
      Runnable slow =
          service.reading(
              progress,
              (_, now) -> {
                now.add(1);
                StillReadingPage page = new StillReadingPage(now.state());
                seen.set(page.words() + ", " + page.percent());
              });
      slow.run();
      assertEquals("Making the board and the search index: 1 of 1 records, 100", seen.get());
      assertEquals(LoadProgress.LoadStage.OPENING, progress.state().stage());
      assertEquals(200, get(second, "/search?q=arda").statusCode());
    }
  }

  @Test
  void faultsAreShownOnceItHasBeenRead() throws IOException, InterruptedException {
    Files.writeString(folder.resolve("b.yaml"), "claims: [{id: c}]\n");
    reading.run();
    HttpResponse<String> page = get("/");
    assertEquals(503, page.statusCode());
    assertTrue(page.body().contains("b.yaml:1:"), page.body());
  }
}
