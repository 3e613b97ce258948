package org.parley.web.indicators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.web.WebClient;
import org.parley.web.WebServer;
import org.parley.web.service.FolderCaseService;

/// A price is read from a file, shown beside a meeting, and its tripwire waits in the inbox until
/// it is decided.
class IndicatorsStoryTest {

  private static final String CASE =
      """
      case: {title: A small ceasefire}
      parties:
        - {id: AA, name: Aland, kind: state}
      sources:
        - {id: bureau, publisher: Bureau of prices, title: Prices, language: en, date: 2026-01, kind: report, reliability: A}
      meetings:
        - {id: meeting, title: Talks in the town, date: 2025-03-10, format: bilateral, participants: AA, source: bureau}
      indicators:
        - id: grain
          title: {en: Grain, fr: Céréales}
          topic: food
          unit: crowns
          source: bureau
          tripwires: [{direction: upward, value: 50}]
          values: |-
      """;

  @TempDir Path folder;
  private WebServer server;
  private WebClient client;

  @BeforeEach
  void start() throws IOException {
    StringBuilder values = new StringBuilder(CASE);
    LocalDate day = LocalDate.of(2025, 1, 1);
    for (int i = 0; i < 120; i++) {
      int value = (i % 7) + (i < 68 ? 10 : 60);
      values.append("      ").append(day.plusDays(i)).append(' ').append(value).append('\n');
    }
    Files.writeString(
        folder.resolve("a.yaml"), values.toString().replace("      2025", "            2025"));
    server = WebServer.start(new FolderCaseService(folder, null), 0);
    client = new WebClient(server);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private String get(String path) {
    return client.get(path).body();
  }

  @Test
  void aChangeBeyondChanceIsTold() {
    String page = get("/indicators");
    assertTrue(page.contains("One change is larger than chance makes it"), page);
    assertTrue(page.contains("Talks in the town") && page.contains("<polyline"), page);
    assertTrue(page.contains("reached or passed 50 crowns, with 65; 10 March 2025"), page);
    String early = get("/indicators?asOf=2025-03-09");
    assertTrue(early.contains("nothing can be told") && !early.contains("Talks in"), early);
  }

  @Test
  void frenchReadersReadFrench() {
    String page =
        client.send(client.request("/indicators").header("Accept-Language", "fr").GET()).body();
    assertTrue(page.contains("Céréales : 120 valeurs, par jour"), page);
  }

  @Test
  void aCrossingWaitsOnceUntilItIsDecided() throws IOException {
    String inbox = get("/inbox");
    Matcher link = Pattern.compile("/edit/items\\?id=(crossing-[0-9a-f]{16})&amp;").matcher(inbox);
    assertTrue(link.find(), inbox);
    assertEquals(2, inbox.split("with 65; 10 March", -1).length);
    String form = get("/edit/items?id=" + link.group(1) + "&text=Grain&decision=information-only");
    assertTrue(form.contains(link.group(1)), form);
    Files.writeString(
        folder.resolve("b.yaml"),
        """
        items:
          - {id: %s, text: Grain rose, source: bureau, arrived: 2025-03-10, decided: 2025-03-11,
             decidedBy: ann, decision: {information-only: The harvest}}
        """
            .formatted(link.group(1)));
    server.close();
    server = WebServer.start(new FolderCaseService(folder, null), 0);
    client = new WebClient(server);
    String decided = get("/inbox");
    assertFalse(decided.contains("Tripwires crossed"), decided);
    assertTrue(get("/indicators").contains(">decided</a>"), get("/indicators"));
  }

  private HttpResponse<String> read(String text) {
    client.get("/indicators/read");
    return client.form("/indicators/read", Map.of("name", "oil.csv", "text", text));
  }

  @Test
  void aFileIsShownBeforeItIsSaved() {
    assertTrue(get("/indicators/read").contains("<textarea"));
    HttpResponse<String> shown = read("Date,Price\r\n2025-11-03,65.79\r\n2025-11-04,65.04\r\n");
    assertEquals(200, shown.statusCode());
    assertTrue(shown.body().contains("2025-11-04 65.04"), shown.body());
    assertTrue(shown.body().contains("value=\"oil.csv\""), shown.body());
    assertTrue(shown.body().contains("2 values of 2 rows, column Price"), shown.body());
  }

  @Test
  void aFaultIsSaidAtItsLineAndNothingIsLost() {
    HttpResponse<String> refused = read("Date,Price\r\n2025-11-03,65.79\r\n2025-11-04,6x");
    assertEquals(422, refused.statusCode());
    assertTrue(
        refused.body().contains("Reading oil.csv, line 3, column 2: no exact number"),
        refused.body());
    assertTrue(refused.body().contains("2025-11-03,65.79"), refused.body());
  }
}
