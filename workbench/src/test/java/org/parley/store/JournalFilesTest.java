package org.parley.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.model.Cases;
import org.parley.store.people.AccountEditor;
import org.parley.store.people.Accounts;

/// Journals in files: who may read them, and what is refused without touching anything.
class JournalFilesTest {

  private static final Instant NOON = Instant.parse("2025-12-28T12:00:00Z");

  @TempDir Path folder;

  @BeforeEach
  void posix() {
    assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
  }

  private Path stem() {
    return Journal.besideFolder(folder);
  }

  /// Every file and folder below the folder of the test, with its permissions.
  private Map<String, String> permissions() throws IOException {
    Map<String, String> found = new TreeMap<>();
    try (var walk = Files.walk(folder)) {
      for (Path each : walk.filter(path -> !path.equals(folder)).toList()) {
        found.put(
            folder.relativize(each).toString(),
            PosixFilePermissions.toString(Files.getPosixFilePermissions(each)));
      }
    }
    return found;
  }

  private void fill() throws JournalUnavailableException {
    try (Journal journal = Journal.inFile(stem());
        Accounts people = Accounts.inFile(stem())) {
      for (int seed = 1; seed <= 3; seed++) {
        journal.record(Cases.of(seed), "Ann", "version " + seed, NOON);
      }
      people.put(
          AccountEditor.OPERATOR,
          "ann",
          "mediator",
          null,
          "some words in a row".toCharArray(),
          NOON);
    }
  }

  private static final Map<String, String> OWNER_ALONE =
      Map.of(
          ".parley",
          "rwx------",
          ".parley/.gitignore",
          "rw-------",
          ".parley/journal.mv.db",
          "rw-------");

  @Test
  void onlyTheirOwnerMayReadTheFilesOfAJournal() throws Exception {
    fill();
    try (Journal _ = Journal.inFile(stem())) {
      assertEquals(OWNER_ALONE, permissions());
    }
    assertEquals(OWNER_ALONE, permissions());
  }

  /// H2 writes what it fails at, with its values, into a file beside the database.
  @Test
  void aFailedStatementLeavesNoFile() throws Exception {
    fill();
    try (Database database = Database.inFile(stem())) {
      assertThrows(
          RuntimeException.class,
          () -> database.ask(handle -> handle.execute("insert into entry values ('a secret')")));
    }
    assertEquals(OWNER_ALONE, permissions());
  }

  @Test
  void filesThatWereOpenToOthersAreTightenedWithANote() throws Exception {
    fill();
    Path trace = Files.writeString(stem().resolveSibling("journal.trace.db"), "old");
    Files.setPosixFilePermissions(trace, PosixFilePermissions.fromString("rw-rw-r--"));
    Path file = DatabaseAddress.h2File(stem());
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    Files.setPosixFilePermissions(file.getParent(), PosixFilePermissions.fromString("rwxr-xr-x"));
    try (Journal journal = Journal.inFile(stem())) {
      assertEquals(3, journal.notes().size(), journal.notes().toString());
      assertTrue(journal.notes().toString().contains("(rw-r--r--)"), journal.notes().toString());
    }
    assertEquals("rwx------", permissions().get(".parley"));
    assertEquals("rw-------", permissions().get(".parley/journal.mv.db"));
    assertEquals("rw-------", permissions().get(".parley/journal.trace.db"));
    try (Journal journal = Journal.inFile(stem())) {
      assertEquals(List.of(), journal.notes());
    }
  }

  private static JournalUnavailableException refused(DatabaseAddress address) {
    return assertThrows(JournalUnavailableException.class, () -> Journal.existing(address).close());
  }

  @Test
  void nothingIsCreatedWhereAJournalIsOnlyRead() throws Exception {
    Path missing = folder.resolve("taem").resolve("river");
    Path other = folder.resolve("team").resolve("river");
    try (Journal journal = Journal.inFile(other)) {
      journal.record(Cases.of(1), "Ann", "", NOON);
    }
    Map<String, String> before = permissions();
    JournalUnavailableException none = refused(DatabaseAddress.ofFile(missing));
    assertTrue(none.isAbsent());
    assertTrue(
        String.valueOf(none.getMessage()).contains("Maybe you meant \"" + other + "\""),
        none.getMessage());
    assertThrows(
        JournalUnavailableException.class,
        () -> Accounts.existing(DatabaseAddress.ofFile(missing)).close());
    assertEquals(before, permissions());
  }

  @Test
  void aDatabaseWithoutAJournalGetsNoTablesFromAReader() throws Exception {
    Jdbi.create(Database.urlOf(stem()))
        .useHandle(handle -> handle.execute("create table x (y int)"));
    assertTrue(refused(DatabaseAddress.ofFile(stem())).isAbsent());
    assertEquals(List.of("x"), tables());
  }

  private List<String> tables() {
    return Jdbi.create(Database.urlOf(stem()))
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select table_name from information_schema.tables"
                            + " where table_schema = 'public' order by table_name")
                    .mapTo(String.class)
                    .list());
  }

  /// Opens a journal that a later version wrote; the refusal, after checking that the file holds
  /// what it held.
  private String later(String statement) throws Exception {
    fill();
    Jdbi.create(Database.urlOf(stem())).useHandle(handle -> handle.execute(statement));
    String before = contents();
    JournalUnavailableException refused = refused(DatabaseAddress.ofFile(stem()));
    assertFalse(refused.isAbsent());
    String refusal = String.valueOf(refused.getMessage());
    assertEquals(
        refusal,
        assertThrows(JournalUnavailableException.class, () -> Journal.inFile(stem()).close())
            .getMessage());
    assertThrows(JournalUnavailableException.class, () -> Accounts.inFile(stem()).close());
    assertEquals(before, contents());
    return refusal;
  }

  private String contents() {
    return Jdbi.create(Database.urlOf(stem()))
        .withHandle(
            handle ->
                handle.createQuery("script").mapToMap().list().stream()
                    .map(row -> row.toString().replaceFirst("(?i)^\\{script=CREATE USER.*", ""))
                    .toList()
                    .toString());
  }

  @Test
  void aJournalOfALaterSchemaIsRefusedUntouched() throws Exception {
    String refusal =
        later(
            """
            insert into "flyway_schema_history" ("installed_rank", "version", "description", "type",
              "script", "checksum", "installed_by", "installed_on", "execution_time", "success")
            values (99, '99', 'later', 'SQL', 'V99__later.sql', 1, 'parley 7.2.0', now(), 1, true)
            """);
    assertTrue(refusal.contains("has schema 99"), refusal);
    assertTrue(refusal.contains("Maybe use Parley 7.2.0 or later"), refusal);
  }

  @Test
  void aCaseOfALaterFormatIsRefusedUntouched() throws Exception {
    String refusal =
        later(
            """
            insert into entry (number, recorded, who, why, kind, record_id, text_before, text_after,
              previous, hash)
            select number + 1, recorded, who, why, 'case', 'case', null, '  format: 8
              title: Of tomorrow
            ', hash, hash from entry order by number desc fetch first 1 row only
            """);
    assertTrue(refusal.contains("has format 8"), refusal);
    assertTrue(refusal.matches(".*Parley \\d+\\.\\d+\\S* reads formats up to \\d.*"), refusal);
    assertTrue(refusal.contains("Maybe use a Parley that reads format 8"), refusal);
  }

  /// An upgrade replaces the file; without one it stays, and copies of it stay comparable.
  @Test
  void aFileOfThisSchemaIsNotReplaced() throws Exception {
    fill();
    Path file = DatabaseAddress.h2File(stem());
    Object before = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    Journal.inFile(stem()).close();
    assertEquals(before, Files.readAttributes(file, BasicFileAttributes.class).fileKey());
  }

  @Test
  void theVersionThatMadeTheTablesIsOnRecord() throws Exception {
    fill();
    List<String> by =
        Jdbi.create(Database.urlOf(stem()))
            .withHandle(
                handle ->
                    handle
                        .createQuery("select \"installed_by\" from \"flyway_schema_history\"")
                        .mapTo(String.class)
                        .list());
    assertFalse(by.isEmpty());
    assertTrue(by.stream().allMatch(each -> each.startsWith("parley ")), by.toString());
  }
}
