package org.parley.cli.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.cli.Cli;
import org.parley.cli.ExitCode;
import org.parley.cli.team.ServeCommand;
import org.parley.cli.team.ServeCommand.CannotServe;
import org.parley.model.Cases;
import org.parley.store.Journal;
import org.parley.store.OldJournal;

/// Upgrades at a terminal: what is said, what is changed, and which code a script gets.
@NullMarked
class UpgradeCommandTest {

  private static final Instant NOON = Instant.parse("2025-12-28T12:00:00Z");

  @TempDir private Path folder;
  private StringWriter printed = new StringWriter();

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
                new UpgradeCommand(Map.of())),
            List.of(),
            Map.of())
        .printingTo(all, all)
        .run(arguments);
  }

  private void says(String words) {
    assertTrue(printed.toString().contains(words), printed::toString);
  }

  private List<String> names() throws Exception {
    try (Stream<Path> files = Files.list(folder.resolve("team"))) {
      return files.map(each -> "" + each.getFileName()).sorted().toList();
    }
  }

  @Test
  void aJournalOfTheFirstSchemaIsUpgradedAndKept() throws Exception {
    Path stem = Files.createDirectory(folder.resolve("team")).resolve("river");
    Path file = OldJournal.make(stem);
    byte[] before = Files.readAllBytes(file);
    String journal = stem.toString();

    assertEquals(ExitCode.PROBLEMS, run("upgrade", "--dry-run", "--database", journal));
    says(
        "The journal "
            + journal
            + " has schema 1, made by Parley 0.0.1. This Parley writes schema ");
    says("\n  2  people\n");
    says("\n  5  audit chain\n");
    says("It needs up to ");
    says("Nothing was changed.");
    assertArrayEquals(before, Files.readAllBytes(file), "not a byte");
    assertEquals(List.of("river.mv.db"), names());

    assertEquals(ExitCode.OK, run("upgrade", "--database", journal), printed::toString);
    says("Upgraded from schema 1 to ");
    Path kept = folder.resolve("team/river.schema-1.mv.db");
    says("it is kept in " + kept);
    assertArrayEquals(before, Files.readAllBytes(kept));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)));
    assertEquals(List.of("river.mv.db", "river.schema-1.mv.db"), names());
    try (Journal upgraded = Journal.at(journal)) {
      assertEquals(5, upgraded.last());
    }

    assertEquals(ExitCode.OK, run("upgrade", "--dry-run", "--database", journal));
    says("nothing is to be done");
    assertEquals(ExitCode.OK, run("upgrade", "--database", journal));
    says("nothing is to be done");

    Files.copy(kept, file, StandardCopyOption.REPLACE_EXISTING);
    assertEquals(ExitCode.CANNOT_WRITE, run("upgrade", "--database", journal));
    says("it is there already. Maybe name another file.");
    assertArrayEquals(before, Files.readAllBytes(file));
    Path other = folder.resolve("other.mv.db");
    assertEquals(ExitCode.OK, run("upgrade", "--database", journal, "--keep", other.toString()));
    assertTrue(Files.exists(other));
  }

  /// A chain that does not hold is found on the copy, and the file stays as it was.
  @Test
  void whatDoesNotHoldIsNotUpgraded() throws Exception {
    Path stem = Files.createDirectory(folder.resolve("team")).resolve("river");
    Path file = OldJournal.make(stem);
    OldJournal.execute(stem, "update entry set why = 'x' where number = 3");
    byte[] before = Files.readAllBytes(file);
    assertEquals(ExitCode.PROBLEMS, run("upgrade", "--database", stem.toString()));
    says("The journal is not as it was recorded, at 3: it was altered after it was recorded.");
    assertArrayEquals(before, Files.readAllBytes(file));
    assertEquals(List.of("river.mv.db"), names());
  }

  @Test
  void scriptsAreToldWhatIsWrong() throws Exception {
    String journal = folder.resolve("team/river").toString();
    assertEquals(ExitCode.NO_INPUT, run("upgrade", "--dry-run", "--database", journal));
    assertFalse(Files.exists(folder.resolve("team")));
    assertEquals(ExitCode.USAGE, run("upgrade"));
    says("the journal is missing. Maybe name the folder of a case, or add --database");
    try (Journal open = Journal.at(journal)) {
      open.record(Cases.of(3), "Ann", "Begun.", NOON);
      assertEquals(ExitCode.UNAVAILABLE, run("upgrade", "--dry-run", "--database", journal));
      says("in use by another program");
    }
    assertEquals(ExitCode.NO_INPUT, run("upgrade", folder.toString()));
    Journal.at(Journal.besideFolder(folder).toString()).close();
    assertEquals(ExitCode.OK, run("upgrade", folder.toString()), printed::toString);
    Files.createFile(folder.resolve("server.mv.db"));
    assertEquals(ExitCode.USAGE, run("upgrade", "--database", folder.toString()));
    says("keeps many cases");
    OldJournal.execute(
        Path.of(journal),
        """
        insert into "flyway_schema_history" ("installed_rank", "version", "description", "type",
          "script", "checksum", "installed_by", "installed_on", "execution_time", "success")
        values (99, '99', 'later', 'SQL', 'V99__later.sql', 1, 'parley 7.2.0', now(), 1, true)
        """);
    assertEquals(ExitCode.UNAVAILABLE, run("upgrade", "--dry-run", "--database", journal));
    says("the journal has schema 99, and Parley ");
    says("Maybe use Parley 7.2.0 or later; nothing was changed");
  }
}
