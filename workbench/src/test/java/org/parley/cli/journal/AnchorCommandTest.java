package org.parley.cli.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.cli.Cli;
import org.parley.cli.ExitCode;
import org.parley.cli.team.ServeCommand;
import org.parley.cli.team.ServeCommand.CannotServe;
import org.parley.model.Cases;
import org.parley.store.Journal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Anchors at a terminal: what is said, and which code a script gets.
@NullMarked
class AnchorCommandTest {

  private static final Instant NOON = Instant.parse("2025-12-28T12:00:00Z");

  @TempDir private Path folder;
  private StringWriter printed = new StringWriter();
  private String journal = "";
  private String anchors = "";
  private String key = "";

  @BeforeEach
  void record() throws Exception {
    journal = folder.resolve("team/river").toString();
    anchors = folder.resolve("river.anchors").toString();
    key = folder.resolve("anchor.key").toString();
    try (Journal begun = Journal.at(journal)) {
      begun.record(Cases.of(3), "Ann", "Begun.", NOON);
    }
  }

  private int run(String... arguments) {
    printed = new StringWriter();
    PrintWriter all = new PrintWriter(printed, true);
    return new Cli(
            List.of(
                // whose settings a configuration has
                new ServeCommand(
                    (plan, _) -> {
                      throw new CannotServe("not even " + plan.database());
                    },
                    Map.of()),
                new AnchorCommand(InstantSource.fixed(NOON), Map.of())),
            List.of(),
            Map.of())
        .printingTo(all, all)
        .run(arguments);
  }

  private void says(String words) {
    assertTrue(printed.toString().contains(words), printed::toString);
  }

  private int make() {
    return run("anchor", "make", anchors, "--database", journal, "--key", key);
  }

  private int verify(String... more) {
    String[] all = {"anchor", "verify", anchors, "--database", journal, "--trust", key + ".pub"};
    return run(Stream.concat(Arrays.stream(all), Arrays.stream(more)).toArray(String[]::new));
  }

  @Test
  void aJournalIsAnchoredAndVerified() throws Exception {
    assertEquals(ExitCode.OK, run("anchor", "key", key), printed::toString);
    says("its fingerprint is\n");
    assertEquals(
        "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of(key))));
    assertEquals(ExitCode.CANNOT_WRITE, run("anchor", "key", key));
    assertEquals(ExitCode.OK, make(), printed::toString);
    says("Anchored entry ");
    assertEquals(ExitCode.OK, verify(), printed::toString);
    says("The anchor holds.\nEntries 1 to ");
    says("on 2025-12-28T12:00:00Z by the clock of its signer.");
    says("It has no time stamp, so who holds the key could have signed it later.");
    assertEquals(ExitCode.OK, verify("--json"));
    JsonNode answer = JsonMapper.shared().readTree(printed.toString());
    assertEquals("holds", answer.path("anchors").path(0).path("verdict").asString());
    assertEquals("none", answer.path("anchors").path(0).path("stamp").asString());

    try (Journal open = Journal.at(journal)) {
      open.database()
          .atomically(handle -> handle.execute("update entry set why = 'x' where number = 2"));
    }
    assertEquals(ExitCode.PROBLEMS, verify());
    says("Entry 2 is not as it was recorded");
    says("line 1: the journal was rewritten since 2025-12-28T12:00:00Z");
    assertEquals(ExitCode.PROBLEMS, verify("--json"));
    answer = JsonMapper.shared().readTree(printed.toString());
    assertEquals("rewritten", answer.path("anchors").path(0).path("verdict").asString());
    assertEquals(2, answer.path("broken").asLong());
  }

  @Test
  void scriptsAreToldWhatIsWrong() throws Exception {
    assertEquals(ExitCode.PROBLEMS, make());
    says("cannot be read. Maybe check its path and who may read it.");
    Files.writeString(Path.of(key), "no key");
    assertEquals(ExitCode.PROBLEMS, make());
    says("holds no PRIVATE KEY as PEM. Maybe make one with parley anchor key.");
    Files.delete(Path.of(key));
    assertEquals(ExitCode.OK, run("anchor", "key", key));
    assertEquals(
        ExitCode.USAGE,
        run("anchor", "make", anchors, "--database", journal, "--key", key, "--time-stamp", "x"));
    says("--time-stamp is \"x\". Maybe http://tsa.example.org");
    assertEquals(ExitCode.USAGE, run("anchor", "make", anchors, "--key", key));
    assertEquals(ExitCode.USAGE, run("anchor", "make", anchors, "--database", journal));
    assertEquals(ExitCode.USAGE, run("anchor", "verify", anchors, "--database", journal));
    assertEquals(ExitCode.USAGE, run("anchor", "raise", anchors));
    says("\"raise\" is not an action. Maybe key, make or verify");
    assertEquals(ExitCode.PROBLEMS, verify());
    says("There is no file");
    Files.writeString(Path.of(anchors), "\n");
    assertEquals(ExitCode.PROBLEMS, verify());
    says("The file has no anchors, so nothing was verified.");
    assertEquals(ExitCode.OK, make(), printed::toString);
    assertEquals(ExitCode.PROBLEMS, verify("--trust-time-stamps", key));
    says("has no certificates");
    assertEquals(
        ExitCode.NO_INPUT, run("anchor", "make", anchors, "--database", "x", "--key", key));
  }

  /// The key and its public key are those that OpenSSL writes and reads.
  @Test
  void aKeyOfOpenSslIsTaken() throws Exception {
    Files.writeString(
        Path.of(key),
        """
        -----BEGIN PRIVATE KEY-----
        MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC
        -----END PRIVATE KEY-----
        """);
    Files.writeString(
        Path.of(key + ".pub"),
        """
        -----BEGIN PUBLIC KEY-----
        MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=
        -----END PUBLIC KEY-----
        """);
    assertEquals(ExitCode.OK, make(), printed::toString);
    assertEquals(ExitCode.OK, verify(), printed::toString);
  }
}
