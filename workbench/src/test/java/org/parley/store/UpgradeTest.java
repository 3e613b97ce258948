package org.parley.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
  private static void asOf(String version, String url) throws IOException {
    Flyway.configure()
        .dataSource(url, null, null)
        .locations("classpath:org/parley/store/migrations")
        .target(version)
        .load()
        .migrate();
    Jdbi.create(url).useHandle(handle -> handle.createScript(script("journal-v1.sql")).execute());
  }

  private static void opens(Journal journal) {
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

  @ParameterizedTest
  @ValueSource(strings = {"1", "2"})
  void onAServer(String version) throws Exception {
    try (EmbeddedPostgres server = EmbeddedPostgres.builder().start()) {
      String address = "postgresql://localhost:" + server.getPort() + "/postgres?user=postgres";
      asOf(version, "jdbc:" + address);
      try (Journal journal = Journal.at(address)) {
        opens(journal);
      }
    }
  }
}
