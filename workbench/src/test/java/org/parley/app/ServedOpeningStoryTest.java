package org.parley.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Eventually;
import org.parley.casefile.LoadProgress;
import org.parley.cli.OpenCommand;
import org.parley.cli.team.ServeCommand.CannotServe;
import org.parley.intake.Texts;
import org.parley.store.DatabaseAddress;
import org.parley.store.Journal;
import org.parley.store.people.AccessToken;
import org.parley.store.people.AccountEditor;
import org.parley.store.people.Accounts;
import org.parley.web.WebServer;
import org.parley.web.access.AccountAuthenticator;
import org.parley.web.service.JournalCaseService;

/// A server listens while a large case is still being read.
@NullMarked
class ServedOpeningStoryTest {

  private static final TeamServer.Patience NONE =
      new TeamServer.Patience(Duration.ZERO, Duration.ZERO);

  @TempDir Path folder;

  private final PrintStream usual = System.err;
  private final StringWriter out = new StringWriter();

  @BeforeEach
  void silence() {
    System.setErr(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void restore() {
    System.setErr(usual);
  }

  private Path contents(String text) throws Exception {
    Path contents = Files.createDirectories(folder.resolve("case"));
    Files.writeString(contents.resolve("a.yaml"), text);
    return contents;
  }

  private DatabaseAddress journal() {
    return DatabaseAddress.ofFile(folder.resolve("journal"));
  }

  private OpenCommand.Running serve(String text, TeamServer.Patience patience) throws Exception {
    return TeamServer.serve(
        TestPlan.of(journal(), contents(text)), new PrintWriter(out, true), Map.of(), patience);
  }

  private static HttpResponse<String> get(URI address, String path) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(address.resolve(path)).build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  /// The answer to a program of the mediators.
  private static String ask(URI address, Accounts people) throws Exception {
    Instant now = Instant.now();
    String token =
        people.makeToken(
            AccountEditor.OPERATOR, "mediator", "mediator", null, now, AccessToken.expiry(now, 1));
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(address.resolve("/api/case"))
                  .header("Authorization", "Bearer " + token)
                  .build(),
              HttpResponse.BodyHandlers.ofString())
          .body();
    }
  }

  private static int ready(URI address) throws Exception {
    return get(address, "/healthz/ready").statusCode();
  }

  private static void awaitReady(URI address, int status) throws Exception {
    Eventually.holds("/healthz/ready says " + status, () -> ready(address) == status);
  }

  @Test
  void aSmallCaseIsReadBeforeItIsServed() throws Exception {
    try (OpenCommand.Running running =
        serve(CasesWorld.river("The river", "upper"), TeamServer.Patience.USUAL)) {
      assertFalse(out.toString().contains("being read"), out.toString());
      awaitReady(running.address(), 200);
    }
  }

  @Test
  void theTerminalSaysWhereTheProgressIs() throws Exception {
    try (OpenCommand.Running running = serve(CasesWorld.river("The river", "upper"), NONE)) {
      assertTrue(
          out.toString()
              .contains(
                  "The case is being read. Pages say how far it is: " + running.address() + "\n"),
          out.toString());
      awaitReady(running.address(), 200);
    }
  }

  @Test
  void aFaultyCaseEndsTheSameWayWhetherItIsServedMeanwhileOrNot() throws Exception {
    String faulty = "case: {title: The river}\nparties: [{id: A}]\n";
    CannotServe before =
        assertThrows(CannotServe.class, () -> serve(faulty, TeamServer.Patience.USUAL));
    CannotServe meanwhile = assertThrows(CannotServe.class, () -> serve(faulty, NONE));
    String words = String.valueOf(before.getMessage());
    assertTrue(words.startsWith("The folder holds no case:\n"), words);
    assertEquals(before.getMessage(), meanwhile.getMessage());
    try (Journal nothing = Journal.at(journal())) {
      assertTrue(nothing.contents().isEmpty());
    }
  }

  /// A team learns that the case is being read, and not how many records there are.
  @Test
  void pagesAndProbesSayHowFarItIs() throws Exception {
    serve(CasesWorld.river("The river", "upper"), TeamServer.Patience.USUAL).close();
    Clock clock = Clock.systemUTC();
    try (Journal journal = Journal.unread(journal(), false);
        Accounts people = Accounts.of(journal.database());
        AccountAuthenticator authenticator =
            new AccountAuthenticator(
                people, clock, TeamServer.setting(TestPlan.of(journal(), null), ""))) {
      LoadProgress progress = new LoadProgress();
      JournalCaseService service = JournalCaseService.unread(journal, clock, progress);
      try (WebServer server =
              WebServer.start(service, Texts.offline(), authenticator, "127.0.0.1", 0, null);
          WebServer own = WebServer.start(service, 0)) {
        progress.become(LoadProgress.LoadStage.REPLAYING, 4_000);
        progress.add(1_000);
        assertEquals(200, get(server.address(), "/healthz/live").statusCode());
        awaitReady(server.address(), 503);
        HttpResponse<String> page = get(own.address(), "/claims");
        assertEquals(503, page.statusCode());
        assertEquals("1", page.headers().firstValue("Refresh").orElse(""));
        assertTrue(
            page.body().contains("Reading the journal: 1,000 of 4,000 entries"), page.body());
        String answer = ask(server.address(), people);
        assertTrue(answer.contains("Reading the journal."), answer);
        journal.read(progress);
        assertEquals(503, get(own.address(), "/").statusCode());
        service.opened((_, _) -> {});
        awaitReady(server.address(), 200);
        assertTrue(get(own.address(), "/").body().contains("The river"));
      }
    }
  }

  @Test
  void pagesSayWhyItCouldNotBeRead() throws Exception {
    serve(CasesWorld.river("The river", "upper"), TeamServer.Patience.USUAL).close();
    try (Journal journal = Journal.unread(journal(), false)) {
      JournalCaseService service =
          JournalCaseService.unread(journal, Clock.systemUTC(), new LoadProgress());
      try (WebServer own = WebServer.start(service, 0)) {
        service.failed("river", "a.yaml:2:11: the party A has no name.");
        HttpResponse<String> page = get(own.address(), "/");
        assertEquals(503, page.statusCode());
        assertTrue(page.body().contains("the party A has no name"), page.body());
        awaitReady(own.address(), 503);
      }
    }
  }
}
