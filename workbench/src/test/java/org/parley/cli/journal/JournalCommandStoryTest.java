package org.parley.cli.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.app.ShippedCli;
import org.parley.cli.ExitCode;
import org.parley.model.Cases;
import org.parley.store.DatabaseAddress;
import org.parley.store.Journal;
import org.parley.store.cases.CaseBeginning;
import org.parley.store.cases.CaseRegister;
import org.parley.store.cipher.JournalKey;
import org.parley.store.people.AccountEditor;
import org.parley.store.people.TestAccounts;

/// Encryption at a terminal: keys are made, files encrypted, and every command that opens a journal
/// takes the key.
@NullMarked
class JournalCommandStoryTest {

  private static final Instant NOON = Instant.parse("2025-12-28T12:00:00Z");

  @TempDir private Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private StringWriter printed = new StringWriter();

  private int run(String... arguments) {
    printed = new StringWriter();
    PrintWriter all = new PrintWriter(printed, true);
    return ShippedCli.with(environment).printingTo(all, all).run(arguments);
  }

  private void does(String said, String... arguments) {
    assertEquals(ExitCode.OK, run(arguments), printed::toString);
    assertTrue(printed.toString().contains(said), printed::toString);
  }

  private void refuses(int code, String said, String... arguments) {
    assertEquals(code, run(arguments), printed::toString);
    assertTrue(printed.toString().contains(said), printed::toString);
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private String key(String name) {
    does("Keep a copy apart", "journal", "key", path(name));
    return path(name);
  }

  private boolean isEncrypted(String name) throws Exception {
    return Files.readString(folder.resolve(name), StandardCharsets.ISO_8859_1)
        .startsWith("H2encrypt\n");
  }

  @Test
  void aJournalIsEncryptedUsedRotatedAndDecrypted() throws Exception {
    String river = path("river");
    try (Journal begun = Journal.at(river)) {
      begun.record(Cases.of(3), "Ann", "Begun.", NOON);
    }
    String one = key("one.key");
    refuses(ExitCode.CANNOT_WRITE, "it is there already", "journal", "key", one);
    refuses(ExitCode.USAGE, "the key is missing", "journal", "encrypt", "--database", river);
    does(
        "Encrypted: " + river,
        "journal",
        "encrypt",
        "--database",
        river,
        "--journal-key-file",
        one);
    assertTrue(printed.toString().contains("A solid-state disk, a snapshot or a backup"));
    assertTrue(isEncrypted("river.mv.db"));
    does("nothing to do", "journal", "encrypt", "--database", river, "--journal-key-file", one);

    String[] history = {"history", path("no-folder"), "--database", river};
    refuses(ExitCode.UNAVAILABLE, "is encrypted, and no key is given. Maybe add", history);
    environment.put("PARLEY_JOURNAL_KEY", "too short");
    refuses(ExitCode.UNAVAILABLE, "no text of at least 128 random bits", history);
    environment.put("PARLEY_JOURNAL_KEY", Files.readString(folder.resolve("one.key")).strip());
    does("Ann", history);
    does("", "verify", path("no-folder"), "--database", river);
    does("", "upgrade", "--dry-run", "--database", river);
    environment.clear();
    String two = key("two.key");
    does(
        "Encrypted with the new key: " + river,
        "journal",
        "rotate",
        "--database",
        river,
        "--journal-key-file",
        one,
        "--new-key-file",
        two);
    refuses(
        ExitCode.UNAVAILABLE,
        "has another key",
        "journal",
        "decrypt",
        "--database",
        river,
        "--journal-key-file",
        one);
    refuses(
        ExitCode.UNAVAILABLE,
        "has another key",
        "history",
        path("no-folder"),
        "--database",
        river,
        "--journal-key-file",
        one);
    does(
        "Decrypted: " + river,
        "journal",
        "decrypt",
        "--database",
        river,
        "--journal-key-file",
        two);
    does("Ann", history);
  }

  @Test
  void aFolderOfManyCasesIsEncryptedWhole() throws Exception {
    String server = path("srv");
    try (CaseRegister register = CaseRegister.at(DatabaseAddress.ofFile(Path.of(server)))) {
      TestAccounts.put(register.people(), "ann", "member", null, "rivers and bridges", NOON);
      for (String id : List.of("lake", "river")) {
        assertEquals(
            "",
            CaseBeginning.begin(
                register, id, Cases.of(1), "ann", AccountEditor.OPERATOR, "Begun.", NOON));
      }
    }
    String one = key("one.key");
    String two = key("two.key");
    String[] encrypt = {"journal", "encrypt", "--database", server, "--journal-key-file", one};
    does("Encrypted: " + server + "/server", encrypt);
    for (String each :
        List.of("srv/server.mv.db", "srv/cases/lake.mv.db", "srv/cases/river.mv.db")) {
      assertTrue(isEncrypted(each), each);
    }
    does("river: nothing to do.", encrypt);
    refuses(ExitCode.UNAVAILABLE, "no key is given", "cases", "list", "--database", server);
    does("lake", "cases", "list", "--database", server, "--journal-key-file", one);

    // One of them is done already, as after a kill in the middle.
    String lake = server + "/cases/lake";
    String[] rotate = {
      "journal", "rotate", "--database", lake, "--journal-key-file", one, "--new-key-file", two
    };
    does("Encrypted with the new key: " + lake, rotate);
    rotate[3] = server;
    does(lake + ": nothing to do.", rotate);
    assertTrue(printed.toString().contains("new key: " + server + "/cases/river"));
    does("lake", "cases", "list", "--database", server, "--journal-key-file", two);

    // A case leaves under the key of the server, and comes in from there or from a plain file.
    String out = path("out");
    does(
        "Exported",
        "cases",
        "export",
        "lake",
        "--to",
        out,
        "--database",
        server,
        "--journal-key-file",
        two);
    assertTrue(isEncrypted("out.mv.db"));
    String[] take = {
      "cases",
      "import",
      "sea",
      "--from",
      out,
      "--mediator",
      "ann",
      "--database",
      server,
      "--journal-key-file",
      two
    };
    does("Imported sea", take);
    does("Decrypted: " + out, "journal", "decrypt", "--database", out, "--journal-key-file", two);
    assertTrue(printed.toString().contains("Anybody who reads the disk"));
    assertFalse(isEncrypted("out.mv.db"));
    take[2] = "bay";
    does("Imported bay", take);
    assertTrue(isEncrypted("srv/cases/bay.mv.db"));
  }

  @Test
  void aBackupTakesTheKeyOfItsJournal() throws Exception {
    String one = key("one.key");
    String river = path("river");
    environment.put("PARLEY_JOURNAL_KEY", Files.readString(folder.resolve("one.key")).strip());
    try (Journal begun =
        Journal.at(
            DatabaseAddress.of(river).withKey(JournalKey.ofText(Files.readString(Path.of(one)))))) {
      begun.record(Cases.of(3), "Ann", "Begun.", NOON);
    }
    String backup = path("b.zip");
    does("verified", "backup", "make", backup, "--database", river);
    environment.clear();
    refuses(
        ExitCode.UNAVAILABLE,
        "no key is given",
        "backup",
        "make",
        path("c.zip"),
        "--database",
        river);
    refuses(ExitCode.PROBLEMS, "no key is given", "backup", "restore", backup, "--to", path("r"));
    refuses(ExitCode.PROBLEMS, "no key is given", "backup", "verify", backup);
    does("as it was recorded", "backup", "verify", backup, "--journal-key-file", one);
    does("Restored", "backup", "restore", backup, "--to", path("r"), "--journal-key-file", one);
    assertTrue(isEncrypted("r/journal.mv.db"));
  }

  @Test
  void secretsAreNoSettingsAndPostgresTakesNoKey() throws Exception {
    String one = key("one.key");
    Path settings = folder.resolve("parley.yaml");
    Files.writeString(settings, "database: team/river\njournal-key: abc\n");
    refuses(
        ExitCode.PROBLEMS,
        "\"journal-key\" is a secret, which a configuration never holds",
        "config",
        "check",
        settings.toString());
    Files.writeString(
        settings,
        "database: " + path("river") + "\nask-passphrase: true\njournal-key-file: " + one);
    does("fits", "config", "check", settings.toString());
    refuses(
        ExitCode.UNAVAILABLE,
        "is PostgreSQL, which Parley does not encrypt",
        "history",
        path("x"),
        "--database",
        "postgresql://localhost/none",
        "--journal-key-file",
        one);
    refuses(
        ExitCode.UNAVAILABLE,
        "there is no terminal to ask for the passphrase",
        "history",
        path("x"),
        "--database",
        path("river"),
        "--ask-passphrase");
    refuses(
        ExitCode.UNAVAILABLE,
        "cannot be read",
        "history",
        path("x"),
        "--database",
        path("river"),
        "--journal-key-file",
        path("none"));
    refuses(
        ExitCode.USAGE,
        "is PostgreSQL",
        "journal",
        "encrypt",
        "--database",
        "postgresql://localhost/none",
        "--journal-key-file",
        one);
    refuses(ExitCode.USAGE, "is not an action", "journal", "lock");
    refuses(
        ExitCode.USAGE,
        "the new key is missing",
        "journal",
        "rotate",
        "--database",
        path("river"),
        "--journal-key-file",
        one);
  }
}
