package org.parley.store.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.model.CaseInfo;
import org.parley.model.cases.Case;
import org.parley.store.DatabaseAddress;
import org.parley.store.Journal;
import org.parley.store.PostgresServer;
import org.parley.store.Verification;
import org.parley.store.people.Account;
import org.parley.store.people.AccountEditor;
import org.parley.store.people.Accounts;
import org.parley.store.people.TestAccounts;

/// A case moves from one ministry's server to another's, with its whole history.
class CaseMoveStoryTest {

  private static final Instant NOON = Instant.parse("2025-12-28T12:00:00.123456Z");
  private static final AccountEditor ROOT = new AccountEditor("root", "administrator");

  @TempDir Path folder;

  private static CaseRegister register(DatabaseAddress place, String mediator) throws Exception {
    CaseRegister register = CaseRegister.at(place);
    TestAccounts.put(register.people(), mediator, "member", null, "correct horse battery", NOON);
    return register;
  }

  private DatabaseAddress file(String name) {
    return DatabaseAddress.ofFile(folder.resolve(name));
  }

  private CaseRegister withRiver() throws Exception {
    CaseRegister from = register(file("here"), "ann");
    Case river = Case.of(new CaseInfo("The river", null, List.of()), List.of());
    assertEquals("", CaseBeginning.begin(from, "river", river, "ann", ROOT, "Begun.", NOON));
    try (Journal journal = Journal.existing(from.addressOf("river"))) {
      journal.record(
          Case.of(new CaseInfo("The great river", null, List.of()), List.of()),
          "ann",
          "Renamed.",
          NOON.plusSeconds(60));
    }
    return from;
  }

  private void moves(DatabaseAddress there) throws Exception {
    CaseMove.MoveOutcome out;
    try (CaseRegister from = withRiver()) {
      out = CaseMove.export(from, "river", file("bundle"));
      assertEquals("", out.trouble());
      assertEquals(2, out.entries());
    }
    try (CaseRegister to = register(there, "bo")) {
      CaseMove.MoveOutcome in = CaseMove.take(to, "great-river", file("bundle"), "bo", ROOT, NOON);
      assertEquals(out, in, "the same entries and hashes");
      try (Journal journal = Journal.existing(to.addressOf("great-river"));
          Accounts people = Accounts.of(journal.database())) {
        assertEquals("The great river", title(journal));
        assertEquals("Renamed.", journal.find(2).orElseThrow().why());
        assertEquals(List.of("bo"), people.list().stream().map(Account::name).toList());
        assertInstanceOf(Verification.Intact.class, people.verify());
      }
      assertEquals(List.of("great-river"), to.list().stream().map(HostedCase::id).toList());
    }
  }

  private static String title(Journal journal) {
    return journal.snapshot().findCase().orElseThrow().info().title().text();
  }

  @Test
  void toAnotherFolder() throws Exception {
    moves(file("there"));
  }

  @Test
  void toPostgres() throws Exception {
    moves(DatabaseAddress.of(PostgresServer.shared().database()));
  }

  @Test
  void anExportOverwritesNothing() throws Exception {
    try (CaseRegister from = withRiver()) {
      Files.createFile(folder.resolve("bundle.mv.db"));
      String trouble = CaseMove.export(from, "river", file("bundle")).trouble();
      assertTrue(trouble.contains("already"), trouble);
      assertTrue(CaseMove.export(from, "lake", file("other")).trouble().contains("no case"));
    }
  }

  @Test
  void anIdIsTakenOnce() throws Exception {
    try (CaseRegister from = withRiver()) {
      assertTrue(
          CaseMove.take(from, "river", file("x"), "ann", ROOT, NOON).trouble().contains("already"));
      assertTrue(
          CaseMove.take(from, "../x", file("x"), "ann", ROOT, NOON).trouble().contains("no id"));
      assertTrue(
          CaseMove.take(from, "lake", file("x"), "eve", ROOT, NOON)
              .trouble()
              .contains("no account"));
    }
  }
}
