package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.casefile.LoadResult;
import org.parley.casefile.folder.CaseFolder;
import org.parley.model.Viewer;
import org.parley.web.service.CaseService;
import org.parley.web.view.OpenCase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Packages of a day on which the agreement is ratified: an answer with its reason, no error.
class SettledPackagesStoryTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static WebServer server;

  @BeforeAll
  static void start() throws IOException {
    LoadResult loaded = CaseFolder.of(Path.of("../examples/colombia-2016")).load();
    OpenCase open =
        new OpenCase(
            assertInstanceOf(LoadResult.Loaded.class, loaded)
                .contents()
                .viewFor(new Viewer.Mediator()));
    server = WebServer.start(_ -> new CaseService.CaseAccess.Opened(open), 0);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create(server.address().resolve(path).toString())).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void aSettledDayIsAnsweredWithWhatIsAgreed() throws IOException, InterruptedException {
    for (String of : new String[] {"", "/zone", "/solutions", "/bridges", "/pivots"}) {
      HttpResponse<String> answer = get("/api/packages" + of + "?asOf=2018-08-01");
      assertEquals(200, answer.statusCode(), of + answer.body());
      JsonNode json = JsonMapper.shared().readTree(answer.body());
      assertTrue(json.path("headline").asString().contains("is ratified"), answer.body());
      assertEquals("final-agreement", json.at("/agreed/0/instrument").asString(), of);
      assertEquals(7, json.at("/agreed/0/points").size(), of);
      assertTrue(json.at("/agreed/0/words").asString().contains("2016"), answer.body());
    }
    for (String of : new String[] {"/frontier", "/sample"}) {
      HttpResponse<String> answer = get("/api/packages" + of + "?asOf=2018-08-01");
      assertEquals(200, answer.statusCode(), of + answer.body());
      assertTrue(answer.body().contains("[]"), answer.body());
    }
    assertEquals(422, get("/api/packages/robust?asOf=2018-08-01").statusCode());
    assertEquals(200, get("/api/packages/zone?asOf=2016-10-03").statusCode());
  }
}
