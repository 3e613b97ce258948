package org.parley.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Eventually;
import org.parley.cli.team.KeepingPlan;
import org.parley.operate.LogFormat;
import org.parley.operate.LogLevel;
import org.parley.operate.OperationPlan;
import org.parley.store.DatabaseAddress;
import org.parley.store.anchor.AnchorPlan;
import org.parley.store.anchor.AnchorSigner;
import org.parley.store.people.AccessToken;
import org.parley.store.people.AccountEditor;
import org.parley.store.people.Accounts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An administrator reads the log and the metrics of a server that a team uses, and learns nothing
/// of their case.
@NullMarked
class OperatedStoryTest {

  private static final String CASE =
      """
      case: {title: Zanzibar ceasefire}
      parties:
        - {id: AA, name: Aland, kind: state}
        - {id: BB, name: Bland, kind: state}
      instruments:
        - {id: treaty, title: Treaty, kind: treaty, signatories: [AA, BB]}
      points:
        - {id: quux1, number: 1, title: The keys, instrument: treaty, options: {id: quux1-two, title: Two keys}}
      rounds:
        - {id: r1, title: First round, parties: [AA, BB], points: quux1, opens: 2020-01-01T09:00Z, visibility: delegations}
      tabledPackages:
        - {id: k1, round: r1, title: Two keys, version: 1, tabled: 2020-01-01T10:00Z, provisions: {point: quux1, option: quux1-two}, visibility: delegations}
      """;

  /// Words of the case, of its addresses and of what is sent.
  private static final Pattern SECRETS =
      Pattern.compile("(?i)zanzibar|aland|quux1|two keys|wherewithal|grudgingly|rounds|waiting");

  @TempDir Path folder;

  private final HttpClient http = HttpClient.newHttpClient();
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final PrintStream usual = System.err;
  private String ann = "";
  private String al = "";

  @BeforeEach
  void listen() {
    System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void restore() {
    System.setErr(usual);
    http.close();
  }

  private String log() {
    return written.toString(StandardCharsets.UTF_8);
  }

  private TeamServer serve(OperationPlan plan) throws Exception {
    Path contents = Files.createDirectory(folder.resolve("case"));
    Files.writeString(contents.resolve("case.yaml"), CASE);
    Path journal = folder.resolve("journal");
    Instant now = Instant.now();
    try (Accounts people = Accounts.inFile(journal)) {
      ann =
          people.makeToken(
              AccountEditor.OPERATOR, "ann", "mediator", null, now, AccessToken.expiry(now, 1));
      al =
          people.makeToken(
              AccountEditor.OPERATOR, "al", "delegation", "AA", now, AccessToken.expiry(now, 1));
    }
    return (TeamServer)
        TeamServer.serve(
            TestPlan.with(
                TestPlan.with(TestPlan.of(DatabaseAddress.ofFile(journal), contents), plan),
                new KeepingPlan(90, plan.accessLog() ? anchors() : null)),
            new PrintWriter(Writer.nullWriter()),
            Map.of());
  }

  private AnchorPlan anchors() throws Exception {
    Path key = folder.resolve("anchor.key");
    AnchorSigner.create(key);
    return new AnchorPlan(folder.resolve("anchors"), key, Duration.ofHours(24), null);
  }

  /// The journal is anchored when it is first served, and nothing of the case is told.
  private void isAnchored() throws Exception {
    Eventually.holds("an anchor", () -> lines("anchor").size() == 1);
    String anchors = Files.readString(folder.resolve("anchors"));
    assertEquals(1, anchors.lines().count(), anchors);
    assertFalse(SECRETS.matcher(anchors).find(), anchors);
  }

  private static OperationPlan everything() {
    return new OperationPlan(
        LogFormat.JSON,
        LogLevel.INFO,
        true,
        OperationPlan.SLOW_MILLIS,
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
        "");
  }

  private HttpResponse<String> ask(URI address, String token, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address).header("Authorization", "Bearer " + token);
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> send(URI address, String token, String body) throws Exception {
    return http.send(
        HttpRequest.newBuilder(address)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private List<JsonNode> lines(String event) {
    return log()
        .lines()
        .map(each -> JsonMapper.shared().readTree(each))
        .filter(each -> each.path("event").asString().equals(event))
        .toList();
  }

  @Test
  void aRequestHasOneIdInItsAnswerAndInItsLine() throws Exception {
    try (TeamServer server = serve(everything())) {
      URI point = server.address().resolve("points/quux1?note=wherewithal");
      String drawn = ask(point, ann).headers().firstValue("X-Request-Id").orElse("");
      assertTrue(drawn.matches("[0-9a-f]{32}"), drawn);
      assertEquals(
          "proxy-7",
          ask(point, ann, "X-Request-Id", "proxy-7")
              .headers()
              .firstValue("X-Request-Id")
              .orElse(""));
      assertEquals(
          "4bf92f3577b34da6a3ce929d0e0e4736",
          ask(point, ann, "traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
              .headers()
              .firstValue("X-Request-Id")
              .orElse(""));
      Eventually.holds("lines", () -> lines("request").size() == 3);
      JsonNode line = lines("request").getFirst();
      assertEquals(drawn, line.path("request").asString());
      assertEquals("GET", line.path("method").asString());
      assertEquals("/points/{id}", line.path("route").asString());
      assertEquals(200, line.path("status").asInt());
      assertEquals("ann", line.path("account").asString());
      assertTrue(line.path("bytes").asLong() > 1_000, line.toString());
      assertFalse(line.path("node").asString().isEmpty());
      assertEquals("proxy-7", lines("request").get(1).path("request").asString());
    }
  }

  /// Whatever an id, a method, an address or a header holds, the log has one line for it.
  @Test
  void nobodyWritesALineOfTheirOwn() throws Exception {
    try (TeamServer server = serve(everything())) {
      for (String id : List.of("a b", "\u00e9", "x".repeat(65), "-x", "a\"b", "{}", "a=b", "%0a")) {
        String answered =
            ask(server.address(), ann, "X-Request-Id", id)
                .headers()
                .firstValue("X-Request-Id")
                .orElse("");
        assertTrue(answered.matches("[0-9a-f]{32}"), id + " " + answered);
      }
      ask(server.address().resolve("points/x%0d%0aerror%20server%20hacked"), ann);
      ask(server.address().resolve("nowhere%0d%0ahacked?x=%0ahacked"), ann);
      ask(server.address(), "token%0ahacked", "User-Agent", "hacked", "Referer", "hacked");
      Eventually.holds("lines", () -> lines("request").size() == 11);
      assertFalse(log().contains("hacked"), log());
    }
  }

  /// A story with sealed words leaves none of them, and not even that somebody answered.
  @Test
  void theLogAndTheMetricsHoldNothingOfTheCase() throws Exception {
    try (TeamServer server = serve(everything())) {
      URI at = server.address();
      assertEquals(200, ask(at.resolve("points/quux1"), ann).statusCode());
      assertEquals(200, ask(at.resolve("search?q=wherewithal"), al).statusCode());
      assertEquals(404, ask(at.resolve("claims/quux1-none"), al).statusCode());
      assertEquals(404, ask(at.resolve("zanzibar/aland"), al).statusCode());
      assertEquals(
          201,
          send(
                  at.resolve("api/records/parties"),
                  ann,
                  "{\"record\": {\"id\": \"quux1c\", \"name\": \"Aland\", \"kind\": \"state\"}}")
              .statusCode());
      String digest =
          ask(at.resolve("api/rounds"), al)
              .body()
              .replaceAll("(?s).*\"digest\":\"([0-9a-f]{64})\".*", "$1");
      HttpResponse<String> answered =
          send(
              at.resolve("api/rounds/r1/answers"),
              al,
              "{\"package\":\"k1\",\"digest\":\"" + digest + "\",\"whole\":\"accepts\"}");
      assertEquals(200, answered.statusCode(), answered.body());
      assertEquals(200, ask(at.resolve("rounds/r1"), al).statusCode());
      assertEquals(200, ask(at.resolve("waiting"), al).statusCode());
      assertEquals(200, ask(at.resolve("healthz"), "").statusCode());
      Eventually.holds("the last line", () -> log().contains("/healthz"));
      assertFalse(SECRETS.matcher(log()).find(), log());
      assertFalse(log().contains(ann) || log().contains(al), log());
      isAnchored();

      String metrics =
          ask(URI.create("http://127.0.0.1:" + server.metricsPort() + "/metrics"), "").body();
      // threads of Java wait, too
      String own = metrics.replaceAll("(?m)^jvm_.*$", "");
      assertFalse(SECRETS.matcher(own).find(), own);
      assertFalse(Pattern.compile("\"(ann|al|r1|k1|AA)\"").matcher(metrics).find(), metrics);
      for (String name :
          List.of(
              "parley_http_requests_seconds_count{method=\"GET\",route=\"/points/{id}\",",
              "parley_http_requests_seconds_count{method=\"any\",route=\"sealed\",status=\"any\"}",
              "parley_http_in_flight 0",
              "parley_journal_appends_seconds_count{outcome=\"done\"} 1",
              "parley_journal_entries ",
              "parley_journal_bytes ",
              "parley_database_statements_seconds_count{",
              "parley_sessions 0",
              "parley_jobs{part=\"running\"} ",
              "parley_cache_hits_total ",
              "parley_node_leads 1")) {
        assertTrue(metrics.contains(name), name + " in " + metrics);
      }
    }
    assertEquals(1, lines("starting").size());
    assertEquals(1, lines("stopped").size());
  }

  /// By default there is neither.
  @Test
  void nothingIsToldUnlessItIsAskedFor() throws Exception {
    try (TeamServer server =
        serve(new OperationPlan(LogFormat.TEXT, LogLevel.INFO, false, 0, null, ""))) {
      assertEquals(200, ask(server.address(), ann).statusCode());
      assertEquals(404, ask(server.address().resolve("metrics"), ann).statusCode());
      assertEquals(0, server.metricsPort());
    }
    assertEquals(2, log().lines().count(), log());
  }
}
