package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.web.service.FolderCaseService;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Somebody saves a finding, and somebody else has it checked.
class FindingsStoryTest {

  private static final Path EXAMPLE = Path.of("../examples/minsk-2015");

  @Test
  void everyFindingIsSavedAndCheckedAgain() throws Exception {
    try (WebServer server = WebServer.start(new FolderCaseService(EXAMPLE, null), 0)) {
      WebClient client = new WebClient(server);
      String page = client.get("/findings").body();
      assertTrue(page.contains("and every certificate holds.</h1>"), page);
      assertTrue(client.get("/sequence").body().contains("href=\"/findings\""));
      JsonNode all = JsonMapper.shared().readTree(client.get("/api/findings").body());
      assertTrue(all.path("items").size() > 2, all::toString);
      for (JsonNode each : all.path("items")) {
        String address = "/api/findings/" + each.path("name").asString();
        assertTrue(page.contains("href=\"" + address + "\""), address);
        String file = client.get(address).body();
        assertEquals("holds", verdict(client.json("POST", "/api/findings/check", file)));
        assertTrue(
            client
                .form("/findings", Map.of("finding", file))
                .body()
                .contains("<h1>The finding holds"),
            address);
      }
    }
  }

  @Test
  void whatWasAlteredDoesNotHoldAndWhatIsNoneIsRefused() throws Exception {
    try (WebServer server = WebServer.start(new FolderCaseService(EXAMPLE, null), 0)) {
      WebClient client = new WebClient(server);
      client.get("/findings");
      String plans = client.get("/api/findings/plans").body();
      int answer = plans.indexOf("\"answer\"");
      String altered =
          plans.substring(0, answer)
              + plans.substring(answer).replaceFirst("\"atMost\":-?\\d+", "\"atMost\":-99");
      assertEquals("fails", verdict(client.json("POST", "/api/findings/check", altered)));
      HttpResponse<String> page = client.form("/findings", Map.of("finding", altered));
      assertEquals(200, page.statusCode());
      assertTrue(page.body().contains("<h1>The finding does not hold: "), page.body());
      for (String none : new String[] {"hello", "{}", "[1]", plans.substring(0, 200)}) {
        assertEquals(422, client.json("POST", "/api/findings/check", none).statusCode(), none);
        HttpResponse<String> refused = client.form("/findings", Map.of("finding", none));
        assertEquals(422, refused.statusCode(), none);
        assertTrue(refused.body().contains("This is no finding that can be read."), none);
      }
      String later = plans.replaceFirst("\"version\" ?: ?2", "\"version\":9");
      HttpResponse<String> other = client.json("POST", "/api/findings/check", later);
      assertTrue(other.body().contains("\"code\":\"finding-of-other-version\""), other.body());
      assertTrue(other.body().contains("of version 9"), other.body());
    }
  }

  private static String verdict(HttpResponse<String> answer) throws Exception {
    assertEquals(200, answer.statusCode(), answer.body());
    return JsonMapper.shared().readTree(answer.body()).path("verdict").asString();
  }
}
