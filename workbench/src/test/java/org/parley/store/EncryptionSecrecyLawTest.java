package org.parley.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.parley.store.EncryptedWorld.NOON;
import static org.parley.store.EncryptedWorld.key;

import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.store.backup.JournalBackup;
import org.parley.store.cipher.JournalKey;

/// No byte on disk shows what an encrypted journal holds: while it is served, after a kill, in
/// backups, in copies of an upgrade, and in the files that H2 sorts with.
@NullMarked
class EncryptionSecrecyLawTest {

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("team").resolve("river");
  }

  private DatabaseAddress journal() {
    return DatabaseAddress.ofFile(file()).withKey(key(1));
  }

  /// Without the key, the word is there: the search finds what there is.
  @Test
  void aPlainJournalShowsTheWord() throws Exception {
    try (Journal journal = Journal.at(DatabaseAddress.ofFile(file()))) {
      EncryptedWorld.fill(journal);
      assertFalse(EncryptedWorld.readable(folder).isEmpty());
    }
  }

  @Test
  void nothingShowsWhileItIsServedAndBackedUp() throws Exception {
    try (Journal journal = Journal.at(journal())) {
      EncryptedWorld.fill(journal);
      assertEquals(List.of(), EncryptedWorld.readable(folder));
      JournalBackup.make(journal, folder.resolve("b.zip"), NOON);
      assertEquals(List.of(), EncryptedWorld.readable(folder));
    }
    assertEquals(List.of(), EncryptedWorld.readable(folder));
    JournalBackup.restore(
        folder.resolve("b.zip"), folder.resolve("r"), new JournalBackup.Until.Last(), key(1));
    try (Journal restored =
        Journal.existing(DatabaseAddress.ofFile(folder.resolve("r/journal")).withKey(key(1)))) {
      assertNotNull(restored.contents().find("parties", EncryptedWorld.CANARY));
    }
    assertEquals(List.of(), EncryptedWorld.readable(folder));
  }

  /// A backup holds the file as it is, so that nothing inside the archive shows either.
  @Test
  void aBackupHoldsTheFileEncrypted() throws Exception {
    Path backup = folder.resolve("b.zip");
    try (Journal journal = Journal.at(journal())) {
      EncryptedWorld.fill(journal);
      JournalBackup.make(journal, backup, NOON);
    }
    try (FileSystem archive = FileSystems.newFileSystem(backup);
        Stream<Path> parts = Files.walk(archive.getPath("/"))) {
      for (Path each : parts.filter(Files::isRegularFile).toList()) {
        String bytes = Files.readString(each, StandardCharsets.ISO_8859_1);
        assertFalse(bytes.contains(EncryptedWorld.CANARY), each.toString());
        assertEquals(each.toString().endsWith(".mv.db"), bytes.startsWith("H2encrypt\n"));
      }
    }
  }

  /// The writer writes "xxx..." until it is killed; the journal then holds all it acknowledged.
  @Test
  void nothingShowsAfterAKill() throws Exception {
    CrashWriter writer =
        CrashWriter.startEncrypted(file().toString(), 1, EncryptedWorld.keyText(1));
    long acknowledged = writer.untilKilledAfter(150);
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path each : files.filter(Files::isRegularFile).toList()) {
        assertFalse(
            Files.readString(each, StandardCharsets.ISO_8859_1).contains("x".repeat(40)),
            each.toString());
      }
    }
    try (Journal journal = Journal.existing(journal())) {
      assertTrue(
          assertInstanceOf(Verification.Intact.class, journal.verify(null)).entries()
              >= 2 * acknowledged);
    }
  }

  /// A result that does not fit into memory goes to a file of H2's own, under the same key.
  @Test
  void filesForSortingAreEncrypted() throws Exception {
    assertTrue(showsWhileSorting(null));
    assertFalse(showsWhileSorting(key(1)));
  }

  private boolean showsWhileSorting(@Nullable JournalKey key) throws Exception {
    DatabaseAddress address =
        DatabaseAddress.ofFile(folder.resolve(key == null ? "plain" : "keyed")).withKey(key);
    Journal.at(address).close();
    DatabaseAddress opening = FileCipher.opening(address);
    Properties secrets = new Properties();
    secrets.putAll(opening.secrets());
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    String url = Database.urlOf(opening) + ";MAX_MEMORY_ROWS=50";
    String select =
        "select '"
            + EncryptedWorld.CANARY
            + "' || \"X\" as word from system_range(1, 400000) order by word desc";
    try (Connection connection = DriverManager.getConnection(url, secrets);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(select)) {
      assertTrue(rows.next());
      try (Stream<Path> files = Files.list(temporary)) {
        List<Path> sorting =
            files.filter(each -> each.getFileName().toString().startsWith("h2tmp")).toList();
        assertFalse(sorting.isEmpty());
        boolean shows = false;
        for (Path each : sorting) {
          shows |=
              Files.readString(each, StandardCharsets.ISO_8859_1).contains(EncryptedWorld.CANARY);
        }
        return shows;
      }
    }
  }
}
