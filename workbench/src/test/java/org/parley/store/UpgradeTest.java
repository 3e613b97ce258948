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
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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
    EarlierSchema.make(version, url);
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

  /// The fourth schema has tokens that expire.
  private static final String PEOPLE_OF_V4 =
      PEOPLE
          .replace(
              "role, party, created)\nvalues ('h'", "role, party, expires, created)\nvalues ('h'")
          .replace(
              "'observer', null,",
              "'observer', null, timestamp with time zone '2025-04-03 00:00:00+00',");

  /// Tampering with what was taken over, and what undoes it.
  private static final Map<String, String> TAMPERING =
      Map.of(
          "update account set role = 'mediator' where name = 'dee'",
          "update account set role = 'delegation' where name = 'dee'",
          "update access_token set role = 'mediator' where name = 'bot'",
          "update access_token set role = 'observer' where name = 'bot'",
          "update audit set who = 'ann' where who = 'dee'",
          "update audit set who = 'dee' where address = '/claims'");

  static void takesOver(String version, String address, String url) throws Exception {
    String rows = version.equals("4") ? PEOPLE_OF_V4 : PEOPLE;
    Jdbi.create(url).useHandle(handle -> handle.createScript(rows).execute());
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
  @ValueSource(strings = {"2", "3", "4"})
  void accountsInAFileAreTakenIntoTheChain(String version) throws Exception {
    Path file = Journal.besideFolder(folder);
    asOf(version, Database.urlOf(file));
    takesOver(version, file.toString(), Database.urlOf(file));
  }

  /// A journal of a later schema with data in every table holds after the upgrade, and has each
  /// row.
  static void keeps(Map<String, Long> rows, Journal journal) {
    try (Accounts people = Accounts.of(journal.database())) {
      assertInstanceOf(Verification.Intact.class, journal.verify(null));
      assertInstanceOf(Verification.Intact.class, people.verify());
      assertInstanceOf(Verification.Intact.class, BallotBox.of(journal.database()).verify());
      assertEquals(2, people.list().size());
      assertEquals("fr", rows.containsKey("chosen_language") ? people.language("dee").get() : "fr");
      Map<String, Long> now = new TreeMap<>();
      journal
          .database()
          .ask(
              handle -> {
                for (String table : rows.keySet()) {
                  now.put(
                      table,
                      handle.createQuery("select count(*) from " + table).mapTo(Long.class).one());
                }
                return now;
              });
      assertEquals(rows, now);
      assertTrue(journal.snapshot().findCase().isPresent());
    }
  }

  static Stream<String> chained() {
    return EarlierSchema.chained();
  }

  @ParameterizedTest
  @MethodSource("chained")
  void everyLaterSchemaInAFile(String version) throws Exception {
    Path file = Journal.besideFolder(folder);
    Map<String, Long> rows = EarlierSchema.fill(version, folder, Database.urlOf(file));
    assertTrue(rows.getOrDefault("audit", 0L) > 3, rows.toString());
    try (Journal journal = Journal.inFile(file)) {
      keeps(rows, journal);
    }
  }

  /// Every schema is upgraded here, or in one of the examples of the first ones.
  @Test
  void noSchemaIsLeftOut() {
    assertEquals("1", EarlierSchema.all().getFirst());
    assertEquals(EarlierSchema.all().size(), EarlierSchema.FIRST_CHAINED - 1 + chained().count());
  }
}
