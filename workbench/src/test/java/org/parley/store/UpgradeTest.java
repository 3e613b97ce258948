package org.parley.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.store.people.Accounts;

/// A journal that an earlier version wrote is opened, brought to the present schema, and verifies
/// as it did. One file of SQL for each schema that was ever released.
class UpgradeTest {

  private static final String HEAD_OF_V1 =
      "4ee0bc1237eba21a9cafef4031bc3bb7fe58b7548c7d29b9a4aa162b46b6522a";

  @TempDir Path folder;

  private static String script(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(UpgradeTest.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /// Makes a database of the schema of `version`, with a journal: its tables are those of the first
  /// schema still.
  static void asOf(String version, String url) throws IOException {
    Flyway.configure()
        .dataSource(url, null, null)
        .locations("classpath:org/parley/store/migrations")
        .target(version)
        .load()
        .migrate();
    Jdbi.create(url).useHandle(handle -> handle.createScript(script("journal-v1.sql")).execute());
  }

  static void opens(Journal journal) {
    Verification.Intact intact =
        assertInstanceOf(Verification.Intact.class, journal.verify(HEAD_OF_V1));
    assertEquals(5, intact.entries());
    assertTrue(String.valueOf(journal.contents().find("parties", "AA")).contains("Åland"));
    assertNull(journal.contents().find("parties", "BB"));
    assertEquals("Ben O'Neill", journal.find(4).orElseThrow().who());
    assertEquals("Read the communiqué; Київ.", journal.find(1).orElseThrow().why());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "2"})
  void inAFile(String version) throws Exception {
    Path file = Journal.besideFolder(folder);
    asOf(version, Database.urlOf(file));
    try (Journal journal = Journal.inFile(file)) {
      opens(journal);
    }
  }

  /// A file in which an earlier version of Parley was stopped half-way.
  @Test
  void aFileThatWasLeftUnfinishedIsNamed() throws Exception {
    Path file = Journal.besideFolder(folder);
    asOf("1", Database.urlOf(file));
    Jdbi.create(Database.urlOf(file))
        .useHandle(handle -> handle.execute("create table account (name text)"));
    String said =
        String.valueOf(
            assertThrows(JournalUnavailableException.class, () -> Journal.inFile(file))
                .getMessage());
    assertTrue(said.matches(".*journal.mv.db\" is damaged, or an earlier version.*Maybe .*"), said);
    assertThrows(JournalUnavailableException.class, () -> Journal.inFile(file));
  }

  /// Only the file itself is left, and its owner alone may read it.
  @Test
  void nothingIsLeftBesideTheFile() throws Exception {
    Path file = Journal.besideFolder(folder);
    asOf("1", Database.urlOf(file));
    Path copy = file.resolveSibling("journal.upgrade.mv.db");
    Files.writeString(copy, "left by a kill ".repeat(100_000));
    Journal.inFile(file).close();
    assertFalse(Files.exists(copy));
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(DatabaseAddress.h2File(file))));
  }

  /// Accounts, tokens and what was seen, as the schema before the chain kept them.
  private static final String PEOPLE =
      """
      insert into account (name, role, party, password, created)
      values ('ann', 'mediator', null, 'x', timestamp with time zone '2025-01-01 00:00:00+00');
      insert into account (name, role, party, password, created)
      values ('dee', 'delegation', 'AA', 'y', timestamp with time zone '2025-01-02 00:00:00+00');
      insert into access_token (hash, name, role, party, created)
      values ('h', 'bot', 'observer', null, timestamp with time zone '2025-01-03 00:00:00+00');
      insert into seen (moment, who, role, method, address, status)
      values (timestamp with time zone '2025-01-04 10:00:00+00', 'dee', 'delegation', 'GET', '/claims', 200);
      insert into seen (moment, who, role, method, address, status)
      values (timestamp with time zone '2025-01-04 10:05:00+00', 'dee', 'delegation', 'GET', '/claims', 200);
      insert into seen (moment, who, role, method, address, status)
      values (timestamp with time zone '2025-01-04 10:06:00+00', 'ann', 'mediator', 'DID', 'removed cy', 200);
      """;

  /// Tampering with what was taken over, and what undoes it.
  private static final Map<String, String> TAMPERING =
      Map.of(
          "update account set role = 'mediator' where name = 'dee'",
          "update account set role = 'delegation' where name = 'dee'",
          "update access_token set role = 'mediator' where name = 'bot'",
          "update access_token set role = 'observer' where name = 'bot'",
          "update audit set who = 'ann' where who = 'dee'",
          "update audit set who = 'dee' where address = '/claims'");

  static void takesOver(String address, String url) throws Exception {
    Jdbi.create(url).useHandle(handle -> handle.createScript(PEOPLE).execute());
    try (Accounts people = Accounts.at(address)) {
      assertInstanceOf(Verification.Intact.class, people.verify());
      assertEquals(
          List.of("ann mediator", "dee delegation"),
          people.list().stream().map(each -> each.name() + " " + each.role()).toList());
      assertEquals(List.of("bot"), people.listTokens().stream().map(each -> each.name()).toList());
      List<String> seen =
          people.listSeen(null, Long.MAX_VALUE, 100).stream()
              .map(each -> each.who() + " " + each.address() + " " + each.times())
              .toList();
      assertTrue(seen.contains("dee /claims 1") && seen.contains("ann removed cy 1"), "" + seen);
      assertEquals(2, seen.stream().filter(each -> each.startsWith("dee /claims")).count());
      assertTrue(seen.toString().contains("the account dee, as it was when"), "" + seen);
    }
    for (Map.Entry<String, String> each : TAMPERING.entrySet()) {
      Jdbi.create(url).useHandle(handle -> handle.execute(each.getKey()));
      try (Accounts people = Accounts.at(address)) {
        assertInstanceOf(Verification.Broken.class, people.verify(), each.getKey());
      }
      Jdbi.create(url).useHandle(handle -> handle.execute(each.getValue()));
      try (Accounts people = Accounts.at(address)) {
        assertInstanceOf(Verification.Intact.class, people.verify(), each.getValue());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "3"})
  void accountsInAFileAreTakenIntoTheChain(String version) throws Exception {
    Path file = Journal.besideFolder(folder);
    asOf(version, Database.urlOf(file));
    takesOver(file.toString(), Database.urlOf(file));
  }
}
