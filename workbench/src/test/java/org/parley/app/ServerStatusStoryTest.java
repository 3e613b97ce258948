package org.parley.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
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
import org.parley.store.backup.BackupService;
import org.parley.store.people.AccessToken;
import org.parley.store.people.AccountEditor;
import org.parley.store.people.Accounts;
import org.parley.web.WebClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Those who run a server look at how it is: on its page, by the API and at a terminal.
@NullMarked
class ServerStatusStoryTest {

  @TempDir Path folder;

  private final PrintStream usual = System.err;

  @BeforeEach
  void silence() {
    System.setErr(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void restore() {
    System.setErr(usual);
  }

  private TeamServer serve(String token) throws Exception {
    Path contents = Files.createDirectory(folder.resolve("case"));
    Files.writeString(contents.resolve("a.yaml"), CasesWorld.river("The river", "upper"));
    Path key = folder.resolve("anchor.key");
    AnchorSigner.create(key);
    return (TeamServer)
        TeamServer.serve(
            TestPlan.with(
                TestPlan.with(
                    TestPlan.of(DatabaseAddress.ofFile(journal()), contents),
                    new OperationPlan(
                        LogFormat.TEXT,
                        LogLevel.ERROR,
                        false,
                        0,
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        token)),
                new KeepingPlan(
                    90,
                    new AnchorPlan(folder.resolve("anchors"), key, Duration.ofHours(24), null))),
            new PrintWriter(Writer.nullWriter()),
            Map.of());
  }

  private Path journal() {
    return folder.resolve("journal");
  }

  private String program(String role, @Nullable String party) throws Exception {
    Instant now = Instant.now();
    try (Accounts people = Accounts.inFile(journal())) {
      return people.makeToken(
          AccountEditor.OPERATOR, role, role, party, now, AccessToken.expiry(now, 1));
    }
  }

  /// The parts of an answer: `backup` to `look never-backed-up`.
  private static Map<String, String> parts(String json) {
    JsonNode answer = JsonMapper.shared().readTree(json);
    Map<String, String> parts = new LinkedHashMap<>();
    for (JsonNode each : answer.path("parts")) {
      parts.put(
          each.path("part").asString(),
          each.path("condition").asString() + " " + each.path("finding").asString());
    }
    return parts;
  }

  private record Run(int code, String out, String err) {}

  private static Run run(Map<String, String> environment, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        ShippedCli.with(environment)
            .printingTo(new PrintWriter(out, true), new PrintWriter(err, true))
            .run(arguments);
    return new Run(code, out.toString(), err.toString());
  }

  @Test
  void aMediatorSeesWhatToLookAt() throws Exception {
    String ann = program("mediator", null);
    String al = program("delegation", "A");
    try (TeamServer server = serve("")) {
      WebClient mediator = new WebClient(server.server());
      mediator.bearer = ann;
      Eventually.holds(
          "an anchor",
          () -> "well anchored".equals(parts(mediator.get("/api/status").body()).get("anchors")));
      assertEquals(
          Map.of(
              "requests", "well takes-requests",
              "database", "well answers",
              "schema", "well current",
              "cases", "well read",
              "nodes", "well alone",
              "disk", parts(mediator.get("/api/status").body()).get("disk"),
              "backup", "look never-backed-up",
              "anchors", "well anchored",
              "notices", "off no-notices",
              "certificate", "off no-tls"),
          parts(mediator.get("/api/status").body()));

      assertTrue(
          BackupService.ask(DatabaseAddress.ofFile(journal()), folder.resolve("first.zip")),
          "a backup");
      Eventually.holds(
          "the backup",
          () -> "well backed-up".equals(parts(mediator.get("/api/status").body()).get("backup")));
      Document page = Jsoup.parse(mediator.get("/status").body());
      assertEquals("Status of the server", page.select("h1").text());
      assertTrue(page.text().contains("Today, verified when it was made."), page.text());
      assertTrue(page.text().contains("The last was made today."), page.text());
      Document french =
          Jsoup.parse(
              mediator
                  .send(mediator.request("/status").header("Accept-Language", "fr").GET())
                  .body());
      assertEquals("État du serveur", french.select("h1").text());
      assertTrue(french.text().contains("Aujourd’hui, vérifiée à sa création."), french.text());

      WebClient delegation = new WebClient(server.server());
      delegation.bearer = al;
      assertEquals(403, delegation.get("/status").statusCode());
      assertEquals(403, delegation.get("/api/status").statusCode());
      assertFalse(delegation.get("/").body().contains("href=\"/status\""));
    }
  }

  /// The day of the last backup is known after a restart, and a day more than one is too long ago.
  @Test
  void theTerminalAsksWhereMetricsAreServed() throws Exception {
    Files.writeString(
        folder.resolve("journal.last-backup"), Instant.now().minus(Duration.ofDays(5)) + "\n");
    String token = "0123456789abcdef";
    try (TeamServer server = serve(token)) {
      String place = "127.0.0.1:" + server.metricsPort();
      Map<String, String> environment = Map.of("PARLEY_METRICS_TOKEN", token);
      Run said = run(environment, "status", "--metrics", place);
      assertEquals(0, said.code(), said.toString());
      assertTrue(said.out().startsWith("Parley 0."), said.out());
      assertTrue(
          said.out()
              .contains(
                  "backup       look     5 days ago, verified when it was made. That is more"),
          said.out());
      Run json = run(environment, "status", "--metrics", place, "--json");
      assertEquals("look backed-up-before", parts(json.out()).get("backup"), json.out());

      Run stranger = run(Map.of(), "status", "--metrics", place);
      assertEquals(69, stranger.code());
      assertTrue(stranger.err().contains("the token is missing or wrong"), stranger.err());
      assertEquals(2, run(environment, "status").code());
      assertEquals(2, run(environment, "status", "--metrics", "here").code());
    }
    Run gone = run(Map.of(), "status", "--metrics", "127.0.0.1:1");
    assertEquals(69, gone.code(), gone.toString());
    assertTrue(gone.err().contains("Maybe the server is not running"), gone.err());
  }

  /// The administrator of many cases learns which of them is in trouble, and no day of any.
  @Test
  void anAdministratorSeesWhichCaseIsInTrouble() throws Exception {
    // the file of anchors of the coast cannot be written
    Files.createDirectories(folder.resolve("anchors").resolve("coast.anchors"));
    try (CasesWorld world =
        new CasesWorld.Plan()
            .person("ann")
            .administrator("ada")
            .hosts("river", CasesWorld.river("The river", "upper"))
            .hosts("coast", CasesWorld.river("The coast", "sandy"))
            .role("river", "ann", "mediator", "")
            .role("coast", "ann", "mediator", "")
            .anchors(folder.resolve("anchors"))
            .serve(folder)) {
      WebClient ada = world.as("ada");
      Map<String, String> parts = parts(ada.get("/api/status").body());
      assertEquals("well anchoring", parts.get("anchors"));
      assertEquals("well read", parts.get("cases"));
      assertEquals("off backed-up-elsewhere", parts.get("backup"));

      WebClient ann = world.as("ann");
      assertEquals(200, ann.get("/cases/river/").statusCode());
      assertEquals(200, ann.get("/cases/coast/").statusCode());
      Eventually.holds(
          "the failure",
          () ->
              "failing anchor-failed".equals(parts(ada.get("/api/status").body()).get("anchors")));
      Document page = Jsoup.parse(ada.get("/server/status").body());
      assertTrue(
          page.select("tr:contains(Anchors)").text().contains("could not be made in: coast."),
          page.text());
      assertTrue(page.select(".lead").text().contains("does not work: Anchors"), page.text());
      assertFalse(page.text().contains("The coast") || page.text().contains("ago"), page.text());

      // each mediator sees how their own case is
      String own = ann.get("/cases/coast/status").body();
      assertTrue(own.contains("The last one could not be made."), own);
      assertTrue(ann.get("/cases/river/status").body().contains("The last was made today."));
      assertEquals(403, ann.get("/server/status").statusCode());
      assertEquals(403, ann.get("/api/status").statusCode());
      assertEquals(403, world.program(world.token("river")).get("/api/status").statusCode());
      assertEquals(404, ada.get("/cases/coast/status").statusCode());
    }
  }
}
