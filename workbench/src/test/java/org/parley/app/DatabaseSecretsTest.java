package org.parley.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The password of a database: taken from where other users of the machine do not see it, and
/// printed by no command, whatever goes wrong.
class DatabaseSecretsTest {

  private static final String SECRET = "tr0ub4dor";
  private static final String WARNING = "every user of this machine can read the password";

  @TempDir Path folder;
  private String printed = "";

  @BeforeEach
  void write() throws IOException {
    Files.writeString(
        Files.createDirectory(folder.resolve("case")).resolve("a.yaml"),
        "case: {title: The bridge}\nparties: [{id: AA, name: Aland, kind: state}]\n");
  }

  /// What a command ended with, and printed.
  private record Outcome(int code, String printed) {

    static Outcome of(Map<String, String> environment, List<String> arguments) {
      StringWriter both = new StringWriter();
      PrintWriter writer = new PrintWriter(both);
      int code =
          ShippedCli.with(environment)
              .printingTo(writer, writer)
              .run(arguments.toArray(String[]::new));
      return new Outcome(code, both.toString());
    }
  }

  private int run(Map<String, String> environment, List<String> arguments) {
    Outcome outcome = Outcome.of(environment, arguments);
    printed = outcome.printed();
    return outcome.code();
  }

  /// Every command that takes an address.
  private List<List<String>> commands(String address) {
    String name = folder.resolve("case").toString();
    String target = folder.resolve("restored").toString();
    return List.of(
        List.of("record", name, "--database", address),
        List.of("history", name, "--database", address),
        List.of("verify", name, "--database", address),
        List.of("restore", name, "--to", target, "--database", address),
        List.of("undo", name, "1", "--database", address),
        List.of("account", "list", "--database", address),
        List.of("account", "remove", "ann", "--database", address),
        List.of("account", "token", "desk", "--role", "observer", "--database", address),
        List.of("serve", "--port", "0", "--database", address),
        List.of("serve", "--port", "0", "--case", name, "--database", address),
        // typed wrongly
        List.of("verify", name, address),
        List.of("verify", name, "--databsae=" + address),
        List.of("verify", name, "--noted", "--database=" + address));
  }

  /// The addresses are tried side by side: a server that is not there is waited for.
  @Test
  void noCommandPrintsAPassword() throws Exception {
    List<String> addresses = new ArrayList<>();
    for (String scheme : List.of("postgresql", "postgres", "mysql", "jdbc:postgresql")) {
      for (String place :
          List.of("localhost:1/x", "localhost:nowhere/x", "localhost:99999/x", "[::1/x", "")) {
        addresses.add(scheme + "://" + place + "?user=ann&password=" + SECRET);
        addresses.add(scheme + "://" + place + "?password=" + SECRET + "&ssl=perhaps");
        addresses.add(scheme + "://ann:" + SECRET + "@" + place);
      }
    }
    try (ExecutorService sideBySide = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> tried = new ArrayList<>();
      for (String address : addresses) {
        tried.add(
            sideBySide.submit(
                () -> commands(address).forEach(DatabaseSecretsTest::failsInSilence)));
      }
      for (Future<?> each : tried) {
        each.get();
      }
    }
  }

  private static void failsInSilence(List<String> command) {
    Outcome outcome = Outcome.of(Map.of("PARLEY_DEBUG", "1"), command);
    assertTrue(outcome.code() != 0, command + "\n" + outcome.printed());
    assertFalse(outcome.printed().contains(SECRET), command + "\n" + outcome.printed());
  }

  @Test
  void aPasswordIsTakenFromAFileFromTheEnvironmentAndFromTheAddressWithAWarning() throws Exception {
    Path rules = folder.resolve("pg_hba.conf");
    Files.writeString(
        rules,
        """
        host all postgres 127.0.0.1/32 trust
        host all postgres ::1/128 trust
        host all ann 127.0.0.1/32 scram-sha-256
        host all ann ::1/128 scram-sha-256
        """);
    rules.toFile().setReadable(true, false);
    folder.toFile().setExecutable(true, false);
    try (EmbeddedPostgres server =
            EmbeddedPostgres.builder().setServerConfig("hba_file", rules.toString()).start();
        var connection = server.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create role ann login password '" + SECRET + "'");
      statement.execute("create database river owner ann");
      String bare = "postgresql://localhost:" + server.getPort() + "/river?user=ann";
      String name = folder.resolve("case").toString();
      Path file = Files.writeString(folder.resolve("password"), SECRET + "\n");

      assertEquals(69, run(Map.of(), List.of("record", name, "--database", bare)), printed);
      List<String> filed =
          List.of("record", name, "--database", bare, "--database-password-file", file.toString());
      assertEquals(0, run(Map.of(), filed), printed);
      List<String> verify = List.of("verify", name, "--database", bare);
      assertEquals(0, run(Map.of("PGPASSWORD", SECRET), verify), printed);
      assertEquals(0, run(Map.of("PARLEY_DATABASE_PASSWORD", SECRET), verify), printed);
      assertFalse(printed.contains(WARNING), printed);
      assertEquals(69, run(Map.of("PGPASSWORD", "wrong-" + SECRET), verify), printed);
      assertFalse(printed.contains(SECRET), printed);
      List<String> telling = List.of("verify", name, "--database", bare + "&password=" + SECRET);
      assertEquals(0, run(Map.of(), telling), printed);
      assertTrue(printed.contains(WARNING), printed);
      assertFalse(printed.contains(SECRET), printed);
      fromThePasswordFileOfPostgres(server.getPort(), verify);
    }
  }

  private void fromThePasswordFileOfPostgres(int port, List<String> verify) throws IOException {
    Path file = folder.resolve("pgpass");
    Files.writeString(file, "localhost:" + port + ":river:ann:" + SECRET + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    String key = "org.postgresql.pgpassfile";
    System.setProperty(key, file.toString());
    try {
      assertEquals(0, run(Map.of(), verify), printed);
    } finally {
      System.clearProperty(key);
    }
  }

  @Test
  void aMistypedPathIsNoJournal() throws IOException {
    String name = folder.resolve("case").toString();
    Path journal = folder.resolve("team").resolve("river");
    assertEquals(0, run(Map.of(), List.of("record", name, "--database", journal.toString())));
    String mistyped = folder.resolve("team").resolve("rivre").toString();
    for (List<String> command : commands(mistyped)) {
      boolean writes = command.contains("--case") || command.getFirst().equals("record");
      if (writes || !command.contains("--database")) {
        continue;
      }
      assertEquals(66, run(Map.of(), command), command + "\n" + printed);
      assertTrue(printed.contains("there is no journal at \"" + mistyped + "\""), printed);
      assertTrue(printed.contains("Maybe you meant \"" + journal + "\""), printed);
      assertFalse(Files.exists(Path.of(mistyped + ".mv.db")), command.toString());
    }
  }
}
