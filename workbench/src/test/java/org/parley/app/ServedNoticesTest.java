package org.parley.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.Eventually;
import org.parley.cli.OpenCommand;
import org.parley.cli.team.ServerPlan;
import org.parley.notice.MailAddress;
import org.parley.notice.MailServer;
import org.parley.notice.NoticePlan;
import org.parley.notice.SmallHookReceiver;
import org.parley.notice.SmallSmtpServer;
import org.parley.notice.Webhook;
import org.parley.store.DatabaseAddress;
import org.parley.store.notices.Cadence;
import org.parley.store.notices.NoticeSetting;
import org.parley.store.people.Accounts;
import org.parley.store.people.TestAccounts;

/// A server that is started as `parley serve` does sends notices by itself.
@NullMarked
class ServedNoticesTest {

  private static final String CASE =
      """
      case: {title: A small ceasefire}
      parties:
        - {id: AA, name: Aland, kind: state}
        - {id: BB, name: Bland, kind: state}
      instruments:
        - {id: treaty, title: Treaty, kind: treaty, signatories: [AA, BB]}
      points:
        - {id: p1, number: 1, title: The keys, instrument: treaty, options: {id: p1-two, title: Two keys}}
      rounds:
        - {id: r1, title: First round, parties: [AA, BB], points: p1, opens: 2020-01-01T09:00Z, visibility: delegations}
      tabledPackages:
        - {id: k1, round: r1, title: Two keys, version: 1, tabled: 2020-01-01T10:00Z, provisions: {point: p1, option: p1-two}, visibility: delegations}
      """;

  @TempDir Path folder;

  private static ServerPlan plan(
      DatabaseAddress database,
      @Nullable Path folder,
      int port,
      List<String> names,
      boolean behindProxy,
      String basePath,
      NoticePlan notices) {
    return TestPlan.with(
        TestPlan.of(database, folder, TestPlan.listening(port, basePath, names, behindProxy)),
        notices);
  }

  @Test
  void noticesGoOutWhileItRuns() throws Exception {
    Path contents = Files.createDirectory(folder.resolve("case"));
    Files.writeString(contents.resolve("case.yaml"), CASE);
    Path journal = folder.resolve("journal");
    try (Accounts people = Accounts.inFile(journal)) {
      TestAccounts.put(people, "al", "delegation", "AA", "correct horse battery", Instant.EPOCH);
      people.notices().put(new NoticeSetting("al", "al@aland.example", Cadence.AT_ONCE));
    }
    try (SmallSmtpServer mail = new SmallSmtpServer();
        SmallHookReceiver hook = new SmallHookReceiver();
        OpenCommand.Running server =
            TeamServer.serve(
                plan(
                    DatabaseAddress.ofFile(journal),
                    contents,
                    0,
                    List.of("parley.example.org"),
                    true,
                    "/river",
                    new NoticePlan(
                        new MailServer(
                            "127.0.0.1",
                            mail.port(),
                            MailServer.Security.NONE,
                            null,
                            "",
                            new MailAddress("parley@example.org")),
                        Webhook.of(hook.address(), "0123456789abcdef"))),
                new PrintWriter(Writer.nullWriter()),
                Map.of())) {
      assertTrue(server.address().toString().endsWith("/river/"));
      Eventually.holds("a mail arrives", () -> !mail.taken().isEmpty());
      Eventually.holds("a call arrives", () -> !hook.calls().isEmpty());
      String text = mail.taken().getFirst().text();
      assertTrue(text.contains("https://parley.example.org/river/\r\n"), text);
      assertEquals(
          "{\"waiting\":true,\"server\":\"https://parley.example.org/river/\"}",
          hook.calls().getFirst().body());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "parley.example.org, true, 7171, '', https://parley.example.org/",
    "parley.example.org, true, 7171, /river, https://parley.example.org/river/",
    "parley.example.org, false, 7171, '', http://parley.example.org:7171/",
    "'', false, 7171, '', http://127.0.0.1:7171/",
  })
  void noticesNameTheAddressThatReadersKnow(
      String name, boolean behindProxy, int port, String basePath, String expected) {
    ServerPlan plan =
        plan(
            DatabaseAddress.ofFile(folder.resolve("journal")),
            null,
            port,
            name.isEmpty() ? List.of() : List.of(name),
            behindProxy,
            basePath,
            NoticePlan.NONE);
    assertEquals(expected, TeamServer.publicAddress(plan).toString());
  }
}
