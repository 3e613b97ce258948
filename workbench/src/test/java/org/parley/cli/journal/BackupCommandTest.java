package org.parley.cli.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.cli.Cli;
import org.parley.cli.ExitCode;
import org.parley.cli.OpenCommand.Running;
import org.parley.cli.team.ServeCommand;
import org.parley.cli.team.ServeCommand.CannotServe;
import org.parley.cli.team.ServerPlan;
import org.parley.model.Cases;
import org.parley.store.Journal;

/// Backups at a terminal: what is said, and which code a script gets.
@NullMarked
class BackupCommandTest {

  private static final Instant NOON = Instant.parse("2025-12-28T12:00:00Z");

  @TempDir private Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private final StringWriter printed = new StringWriter();
  private String journal = "";
  private String backup = "";
  private long entries;
  private String hash = "";

  @BeforeEach
  void record() throws Exception {
    journal = folder.resolve("team/river").toString();
    backup = folder.resolve("river.zip").toString();
    try (Journal begun = Journal.at(journal)) {
      begun.record(Cases.of(3), "Ann", "Begun.", NOON);
      entries = begun.last();
      hash = begun.anchor().hash();
    }
  }

  private int run(String... arguments) {
    PrintWriter all = new PrintWriter(printed, true);
    return new Cli(
            List.of(
                // whose settings a configuration has
                new ServeCommand(BackupCommandTest::refuse, environment),
                new BackupCommand(InstantSource.fixed(NOON), environment)),
            List.of(),
            environment)
        .printingTo(all, all)
        .run(arguments);
  }

  private static Running refuse(ServerPlan plan, PrintWriter out) throws CannotServe {
    throw new CannotServe("nothing is served here, not even " + plan.database());
  }

  private void says(String words) {
    assertTrue(printed.toString().contains(words), printed::toString);
  }

  @Test
  void aBackupIsMadeAndRestored() {
    assertEquals(
        ExitCode.OK, run("backup", "make", backup, "--database", journal), printed::toString);
    says("Written to " + backup + ", verified.");
    assertEquals(ExitCode.OK, run("backup", "verify", backup), printed::toString);
    says(backup + " holds " + entries + " entries, each as it was recorded.");
    String restored = folder.resolve("restored").toString();
    assertEquals(ExitCode.OK, run("backup", "restore", backup, "--to", restored));
    says("up to entry " + entries + ", each as it was recorded. The last has the hash\n" + hash);
    String earlier = folder.resolve("earlier").toString();
    assertEquals(ExitCode.OK, run("backup", "restore", backup, "--to", earlier, "--until", "2"));
    says("up to entry 2,");
    String noon = folder.resolve("noon").toString();
    assertEquals(
        ExitCode.OK, run("backup", "restore", backup, "--to", noon, "--until", NOON.toString()));
  }

  @Test
  void scriptsAreToldWhatIsWrong() {
    assertEquals(
        ExitCode.OK, run("backup", "make", backup, "--database", journal), printed::toString);
    assertEquals(ExitCode.CANNOT_WRITE, run("backup", "make", backup, "--database", journal));
    says("it is there already. Maybe name another file.");
    String used = folder.resolve("team").toString();
    assertEquals(ExitCode.CANNOT_WRITE, run("backup", "restore", backup, "--to", used));
    says("it is not empty. Maybe name a folder that is not there yet.");
    String to = folder.resolve("to").toString();
    assertEquals(
        ExitCode.PROBLEMS, run("backup", "restore", backup, "--to", to, "--until", "999999"));
    says("There is no entry 999999 in the backup. Maybe one from 1 to " + entries + ".");
    assertEquals(
        ExitCode.USAGE, run("backup", "restore", backup, "--to", to, "--until", "yesterday"));
    says("neither the number of an entry nor a moment. Maybe 2025-12-28T12:00:00Z");
    assertEquals(ExitCode.NO_INPUT, run("backup", "restore", to + ".zip", "--to", to));
    says("There is no backup \"" + to + ".zip\". Maybe check the path.");
    assertEquals(ExitCode.USAGE, run("backup", "restore", backup));
    assertEquals(ExitCode.USAGE, run("backup", "make", to));
    assertEquals(ExitCode.USAGE, run("backup", "burn", to));
    says("\"burn\" is not an action. Maybe make, verify or restore");
    assertEquals(ExitCode.NO_INPUT, run("backup", "make", to, "--database", journal + "x"));
  }
}
