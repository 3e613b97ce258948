package org.parley.cli.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
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
import org.parley.model.CaseInfo;
import org.parley.model.cases.Case;
import org.parley.store.Journal;
import org.parley.store.people.Accounts;

/// Erasing at a terminal: what is said, what is left, and which code a script gets.
@NullMarked
class EraseCommandTest {

  private static final Instant NOON = Instant.parse("2025-12-28T12:00:00Z");

  @TempDir private Path folder;
  private final StringWriter printed = new StringWriter();
  private String journal = "";
  private String other = "";

  @BeforeEach
  void record() throws Exception {
    journal = folder.resolve("river").toString();
    other = folder.resolve("other").toString();
    try (Journal begun = Journal.at(journal)) {
      titled(begun, "The river", "Begun.");
      titled(begun, "The river, as Ada Nwosu calls it", "Renamed.");
      titled(begun, "The great river", "Ada Nwosu asked for it.");
    }
  }

  private static void titled(Journal journal, String title, String why) {
    journal.record(Case.of(new CaseInfo(title, null, List.of()), List.of()), "Ann", why, NOON);
  }

  private int run(String... arguments) {
    PrintWriter all = new PrintWriter(printed, true);
    return new Cli(
            List.of(
                // whose settings a configuration has
                new ServeCommand(EraseCommandTest::refuse, Map.of()),
                new EraseCommand(InstantSource.fixed(NOON), Map.of())),
            List.of(),
            Map.of())
        .printingTo(all, all)
        .run(arguments);
  }

  private static Running refuse(ServerPlan plan, PrintWriter out) throws CannotServe {
    throw new CannotServe("nothing is served here, not even " + plan.database());
  }

  private int erase(String... more) {
    List<String> all = new java.util.ArrayList<>(List.of("erase", "--database", journal));
    all.addAll(List.of(more));
    return run(all.toArray(String[]::new));
  }

  private void says(String words) {
    assertTrue(printed.toString().contains(words), printed::toString);
  }

  @Test
  void aNameIsErased() throws Exception {
    assertEquals(ExitCode.OK, erase("--words", "ada nwosu", "--why", "Asked.", "--dry-run"));
    says("Would be erased: something of 2 of 3 entries.");
    assertFalse(Files.exists(Path.of(other + ".mv.db")));
    assertEquals(
        ExitCode.OK,
        erase("--words", "ada nwosu", "--why", "Asked.", "--to", other),
        printed::toString);
    says("1 with the words in their text");
    says("1 with the words in their reason or author");
    try (Journal left = Journal.at(other)) {
      assertEquals("Erased: Asked.", left.find(2).orElseThrow().why());
      assertEquals("Erased: Asked.", left.find(3).orElseThrow().why());
      assertEquals(
          "The river", left.snapshotAfter(2).findCase().orElseThrow().info().title().text());
      assertEquals(
          "The great river", left.snapshot().findCase().orElseThrow().info().title().text());
      try (Accounts people = Accounts.of(left.database())) {
        String row = people.listSeen(null, Long.MAX_VALUE, 1).getFirst().address();
        assertTrue(row.startsWith("something was erased from 2 of 3 entries"), row);
      }
    }
    assertEquals(
        ExitCode.CANNOT_WRITE, erase("--words", "ada nwosu", "--why", "Asked.", "--to", other));
    says("There is a journal at \"" + other + "\" already. Maybe name another.");
  }

  @Test
  void scriptsAreToldWhatIsWrong() {
    assertEquals(ExitCode.PROBLEMS, erase("--words", "Great", "--why", "Asked.", "--to", other));
    says("The words stand in the header of the case today. Maybe change it first.");
    assertEquals(ExitCode.PROBLEMS, erase("--record", "c99", "--why", "Asked.", "--to", other));
    says("No entry is about such a record, or has such words. Maybe check their spelling.");
    assertFalse(Files.exists(Path.of(other + ".mv.db")));
    assertEquals(ExitCode.USAGE, erase("--why", "Asked.", "--to", other));
    says("nothing is named. Maybe add --record or --words");
    assertEquals(ExitCode.USAGE, erase("--words", "Ada", "--why", "Ada asked", "--to", other));
    says("the reason has the words itself.");
    assertEquals(ExitCode.USAGE, erase("--words", "Ada", "--why", "Asked."));
    says("the other journal is missing. Maybe add --to, or --dry-run");
    assertEquals(
        ExitCode.NO_INPUT,
        run("erase", "--database", other, "--words", "Ada", "--why", "x", "--dry-run"));
  }
}
