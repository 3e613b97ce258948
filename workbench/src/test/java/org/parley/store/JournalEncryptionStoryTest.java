package org.parley.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.parley.store.EncryptedWorld.NOON;
import static org.parley.store.EncryptedWorld.key;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.store.backup.BackupRefused;
import org.parley.store.backup.JournalBackup;
import org.parley.store.backup.JournalEncryption;
import org.parley.store.backup.JournalUpgrade;
import org.parley.store.cipher.JournalKey;

/// The file of a journal is encrypted, gets another key, and is made plain again.
@NullMarked
class JournalEncryptionStoryTest {

  @TempDir Path folder;

  private Path onDisk() {
    return folder.resolve("river.mv.db");
  }

  private DatabaseAddress under(@Nullable JournalKey key) {
    return DatabaseAddress.ofFile(folder.resolve("river")).withKey(key);
  }

  private Anchor begin(@Nullable JournalKey key) throws Exception {
    try (Journal journal = Journal.at(under(key))) {
      EncryptedWorld.fill(journal);
      return journal.anchor();
    }
  }

  private static Anchor anchor(DatabaseAddress address) throws Exception {
    try (Journal journal = Journal.existing(address)) {
      assertInstanceOf(Verification.Intact.class, journal.verify(null));
      return journal.anchor();
    }
  }

  private String refusal(@Nullable JournalKey key) throws Exception {
    byte[] before = Files.readAllBytes(onDisk());
    JournalUnavailableException refused =
        assertThrows(JournalUnavailableException.class, () -> Journal.existing(under(key)));
    assertTrue(refused.isOfKey() && !refused.isAbsent(), refused.getMessage());
    assertEquals(refused.getMessage(), message(() -> Database.planUpgrade(under(key))));
    assertEquals(refused.getMessage(), message(() -> JournalEncryption.rewrite(under(key), null)));
    assertEquals(
        new String(before, StandardCharsets.ISO_8859_1),
        Files.readString(onDisk(), StandardCharsets.ISO_8859_1));
    return String.valueOf(refused.getMessage());
  }

  @FunctionalInterface
  private interface Attempt {
    void make() throws Exception;
  }

  private static String message(Attempt attempt) {
    return String.valueOf(
        assertThrows(JournalUnavailableException.class, attempt::make).getMessage());
  }

  @Test
  void aNewJournalBeginsEncrypted() throws Exception {
    Anchor begun = begin(key(1));
    assertEquals(begun, anchor(under(key(1))));
    String place = "the file \"" + onDisk() + "\" ";
    assertEquals(
        place
            + "has another key. Maybe give the one it was encrypted with last; nothing was changed",
        refusal(key(2)));
    assertEquals(
        place
            + "is encrypted, and no key is given. Maybe add --journal-key-file, or set"
            + " PARLEY_JOURNAL_KEY",
        refusal(null));
    assertEquals(
        place
            + "has a key of another kind. Maybe give --journal-key-file, or set PARLEY_JOURNAL_KEY",
        refusal(JournalKey.ofPassphrase("four words in a row".toCharArray())));
  }

  @Test
  void aPlainJournalTakesNoKey() throws Exception {
    begin(null);
    assertEquals(
        "the file \""
            + onDisk()
            + "\" is not encrypted, and a key is given. Maybe encrypt it with parley journal"
            + " encrypt, or leave the key out",
        refusalOfPlain());
  }

  private String refusalOfPlain() {
    return message(() -> Journal.existing(under(key(1))).close());
  }

  @Test
  void aJournalIsEncryptedRotatedAndDecrypted() throws Exception {
    Anchor begun = begin(null);
    JournalKey phrase = JournalKey.ofPassphrase("four words in a row".toCharArray());
    JournalEncryption.RewrittenFile first = JournalEncryption.rewrite(under(null), key(1));
    assertEquals(begun, first.anchor());
    assertTrue(first.isOverwritten());
    assertEquals(List.of(), first.beside());
    assertEquals(begun, JournalEncryption.rewrite(under(key(1)), key(2)).anchor());
    refusal(key(1));
    assertEquals(begun, anchor(under(key(2))));
    assertEquals(begun, JournalEncryption.rewrite(under(key(2)), phrase).anchor());
    assertTrue(refusal(null).endsWith("Maybe add --ask-passphrase, for it has a passphrase"));
    assertEquals(begun, anchor(under(phrase)));
    assertEquals(List.of(), EncryptedWorld.readable(folder));
    assertEquals(begun, JournalEncryption.rewrite(under(phrase), null).anchor());
    assertEquals(begun, anchor(under(null)));
    assertEquals(List.of(onDisk()), EncryptedWorld.readable(folder));
  }

  /// Who still holds the earlier file sees nothing in it any more.
  @Test
  void theEarlierBytesAreOverwritten() throws Exception {
    begin(null);
    try (var earlier = Files.newByteChannel(onDisk())) {
      assertTrue(earlier.size() > 0);
      assertTrue(JournalEncryption.rewrite(under(null), key(1)).isOverwritten());
      assertEquals(0, earlier.size());
    }
  }

  @Test
  void anotherNameOfTheFileIsLeftAlone() throws Exception {
    Anchor begun = begin(null);
    Path backup = Files.createLink(folder.resolve("backup.mv.db"), onDisk());
    Files.writeString(folder.resolve("river.schema-3.mv.db"), "an earlier one");
    JournalEncryption.RewrittenFile made = JournalEncryption.rewrite(under(null), key(1));
    assertFalse(made.isOverwritten());
    assertEquals(List.of(folder.resolve("river.schema-3.mv.db")), made.beside());
    assertEquals(List.of(backup), EncryptedWorld.readable(folder));
    assertEquals(begun, anchor(DatabaseAddress.ofFile(folder.resolve("backup"))));
  }

  @Test
  void aServedJournalIsRefused() throws Exception {
    try (Journal journal = Journal.at(under(key(1)))) {
      EncryptedWorld.fill(journal);
      String said = message(() -> JournalEncryption.rewrite(under(key(1)), key(2)));
      assertTrue(said.contains("in use"), said);
    }
    refusal(key(2));
  }

  /// The leftover of a program that was killed while it decrypted.
  @Test
  void aLeftoverCopyIsRemoved() throws Exception {
    Anchor begun = begin(key(1));
    Path leftover = Files.writeString(folder.resolve("river.rewrite.mv.db"), "readable");
    assertEquals(begun, anchor(under(key(1))));
    assertFalse(Files.exists(leftover));
    Files.writeString(leftover, "readable");
    assertEquals(begun, JournalEncryption.rewrite(under(key(1)), key(2)).anchor());
    assertFalse(Files.exists(leftover));
  }

  @Test
  void aBackupIsEncryptedAsTheJournalIs() throws Exception {
    Path backup = folder.resolve("b.zip");
    Anchor begun;
    try (Journal journal = Journal.at(under(key(1)))) {
      EncryptedWorld.fill(journal);
      begun = journal.anchor();
      JournalBackup.make(journal, backup, NOON);
    }
    JournalEncryption.rewrite(under(key(1)), key(2));
    assertThrows(BackupRefused.class, () -> restore(backup, "wrong", key(2)));
    assertThrows(BackupRefused.class, () -> restore(backup, "none", null));
    assertFalse(Files.exists(folder.resolve("wrong")));
    Path restored = restore(backup, "right", key(1));
    assertEquals(begun, anchor(DatabaseAddress.ofFile(restored).withKey(key(1))));
    assertEquals(List.of(), EncryptedWorld.readable(folder));
  }

  private Path restore(Path backup, String to, @Nullable JournalKey key) throws Exception {
    JournalBackup.restore(backup, folder.resolve(to), new JournalBackup.Until.Last(), key);
    return folder.resolve(to).resolve("journal");
  }

  /// A plain backup is restored though the key of today is given.
  @Test
  void aPlainBackupTakesNoKey() throws Exception {
    Path backup = folder.resolve("b.zip");
    try (Journal journal = Journal.at(under(null))) {
      EncryptedWorld.fill(journal);
      JournalBackup.make(journal, backup, NOON);
    }
    Path restored = restore(backup, "r", key(1));
    anchor(DatabaseAddress.ofFile(restored));
  }

  @Test
  void anEarlierSchemaIsUpgradedUnderItsKey() throws Exception {
    UpgradeTest.asOf("3", Database.urlOf(folder.resolve("old")));
    DatabaseAddress old = DatabaseAddress.ofFile(folder.resolve("old"));
    Database.rewriteFile(old, key(1), _ -> {});
    DatabaseAddress keyed = old.withKey(key(1));
    UpgradePlan plan = Database.planUpgrade(keyed);
    assertFalse(plan.steps().isEmpty());
    Path kept = JournalUpgrade.keptBeside(keyed, plan);
    JournalUpgrade.inFile(keyed, plan, kept);
    try (Journal journal = Journal.existing(keyed)) {
      UpgradeTest.opens(journal);
    }
    Path earlier = Path.of(kept.toString().replace(".mv.db", ""));
    try (Journal journal = Journal.existing(DatabaseAddress.ofFile(earlier).withKey(key(1)))) {
      UpgradeTest.opens(journal);
    }
  }

  /// Every block of an encrypted file that is altered is found by H2 or by the chains, or holds
  /// nothing of the journal.
  @Test
  void damageIsToldFromAWrongKey() throws Exception {
    begin(key(1));
    byte[] whole = Files.readAllBytes(onDisk());
    byte[] damaged = whole.clone();
    for (int at = 4_096; at < damaged.length; at++) {
      damaged[at] ^= 1;
    }
    Files.write(onDisk(), damaged);
    String said = message(() -> Journal.existing(under(key(1))).close());
    assertTrue(said.contains("is damaged") && said.contains("Maybe put back a copy"), said);
    whole[70] ^= 1;
    Files.write(onDisk(), whole);
    String foreign = message(() -> Journal.existing(under(key(1))).close());
    assertTrue(foreign.contains("encrypted by another program"), foreign);
  }
}
