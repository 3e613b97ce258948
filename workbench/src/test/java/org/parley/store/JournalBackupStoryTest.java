package org.parley.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Eventually;
import org.parley.store.backup.BackupManifest;
import org.parley.store.backup.BackupMark;
import org.parley.store.backup.BackupRefused;
import org.parley.store.backup.BackupService;
import org.parley.store.backup.JournalBackup;
import org.parley.store.backup.JournalBackup.Until;
import org.parley.store.people.Accounts;
import org.parley.store.people.TestAccounts;

/// A journal is copied while it is written, and brought back to any entry.
@NullMarked
@Timeout(180)
class JournalBackupStoryTest {

  private static final Instant NOON = Instant.parse("2025-12-28T12:00:00Z");
  private static final Until LAST = new Until.Last();

  @TempDir Path folder;

  private Path journalFile() {
    return folder.resolve("team").resolve("river's");
  }

  private static void add(Journal journal, int number) {
    assertInstanceOf(
        AppendResult.Done.class,
        journal.appendUnchecked(
            List.of(
                new Change("sources", "s" + number, null, "- {id: s" + number + "}"),
                new Change("sources", "t" + number, null, "- {id: t" + number + "}")),
            "Ann",
            "Why not.",
            NOON.plusSeconds(number)));
  }

  private Path backup(Journal journal, String name) throws Exception {
    Path file = folder.resolve(name);
    JournalBackup.make(journal, file, NOON);
    return file;
  }

  private static Journal opened(Path restored) throws JournalUnavailableException {
    return Journal.existing(DatabaseAddress.ofFile(restored.resolve("journal")));
  }

  /// Four backups while two write: each holds all that was recorded before it began, nothing that
  /// was recorded after it ended, whole transactions, and the same chain.
  @Test
  void aBackupUnderLoadIsAStateThatWas() throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    AtomicReference<Throwable> failure = new AtomicReference<>();
    try (Journal journal = Journal.inFile(journalFile())) {
      List<Thread> writers = new ArrayList<>();
      for (int each = 0; each < 2; each++) {
        int first = 1 + each * 1_000_000;
        writers.add(
            Thread.ofPlatform()
                .uncaughtExceptionHandler((_, e) -> failure.set(e))
                .start(
                    () -> {
                      for (int i = first; !over.get(); i++) {
                        add(journal, i);
                      }
                    }));
      }
      for (int round = 0; round < 4; round++) {
        long more = journal.last() + 20;
        Eventually.holds("progress", () -> journal.last() > more);
        long before = journal.last();
        Path file = folder.resolve("b" + round + ".zip");
        BackupManifest made = JournalBackup.make(journal, file, NOON);
        long after = journal.last();
        long entries = made.anchor().entries();
        assertTrue(before <= entries && entries <= after, before + " " + entries + " " + after);
        assertEquals(0, entries % 2, "whole transactions");
        assertEquals(journal.find(entries).orElseThrow().hash(), made.anchor().hash());

        Path restored = folder.resolve("r" + round);
        assertEquals(made.anchor(), JournalBackup.restore(file, restored, LAST, null));
        try (Journal copy = opened(restored)) {
          assertEquals(entries, copy.last());
          assertInstanceOf(Verification.Intact.class, copy.verify(made.anchor().hash()));
          assertEquals(journal.contentsAfter(entries).files(), copy.contents().files());
          add(copy, 500_000 + round);
        }
      }
      over.set(true);
      for (Thread each : writers) {
        each.join();
      }
      assertEquals(null, failure.get());
      assertInstanceOf(Verification.Intact.class, journal.verify(null));
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertFalse(left.anyMatch(each -> each.toString().contains(".parley-backup-")));
    }
  }

  @Test
  void anyEntryAndAnyMomentComesBack() throws Exception {
    try (Journal journal = Journal.inFile(journalFile())) {
      for (int i = 1; i <= 10; i++) {
        add(journal, i);
      }
      Path file = backup(journal, "b.zip");
      for (long number : new long[] {1, 2, 7, 19, 20}) {
        Path restored = folder.resolve("r" + number);
        Anchor anchor = JournalBackup.restore(file, restored, new Until.AtEntry(number), null);
        assertEquals(number, anchor.entries());
        assertEquals(journal.find(number).orElseThrow().hash(), anchor.hash());
        try (Journal copy = opened(restored)) {
          assertEquals(journal.contentsAfter(number).files(), copy.contents().files());
          add(copy, 99);
          assertInstanceOf(Verification.Intact.class, copy.verify(anchor.hash()));
        }
      }
      Until noon = new Until.Moment(NOON.plusSeconds(4));
      assertEquals(8, JournalBackup.restore(file, folder.resolve("m"), noon, null).entries());
      for (Until none :
          List.of(
              new Until.AtEntry(0),
              new Until.AtEntry(21),
              new Until.Moment(NOON.minusSeconds(1)))) {
        Path target = folder.resolve("none");
        BackupRefused refused =
            assertThrows(
                BackupRefused.class, () -> JournalBackup.restore(file, target, none, null));
        assertTrue(String.valueOf(refused.getMessage()).contains("Maybe one from 1 to 20"));
        assertFalse(Files.exists(target));
      }
    }
  }

  @Test
  void accountsAndTheirAuditComeBack() throws Exception {
    try (Journal journal = Journal.inFile(journalFile());
        Accounts people = Accounts.of(journal.database())) {
      TestAccounts.put(people, "ann", "mediator", null, "correct horse battery", NOON);
      add(journal, 1);
      Path restored = folder.resolve("r");
      JournalBackup.restore(backup(journal, "b.zip"), restored, LAST, null);
      try (Journal copy = opened(restored);
          Accounts copied = Accounts.of(copy.database())) {
        assertEquals(people.list(), copied.list());
        assertInstanceOf(Verification.Intact.class, copied.verify());
      }
    }
  }

  /// A server has the file open: it makes the backup for whoever may write into its folder.
  @Test
  void aServerMakesTheBackup() throws Exception {
    List<BackupManifest> told = new ArrayList<>();
    try (Journal journal = Journal.inFile(journalFile());
        BackupService _ =
            BackupService.open(journal, journalFile(), InstantSource.fixed(NOON), told::add)) {
      add(journal, 1);
      Path file = folder.resolve("served.zip");
      assertTrue(BackupService.ask(DatabaseAddress.ofFile(journalFile()), file));
      assertEquals(1, told.size());
      assertEquals(
          told.getFirst().anchor(), JournalBackup.restore(file, folder.resolve("r"), LAST, null));
    }
    try (Stream<Path> left = Files.list(folder.resolve("team"))) {
      assertEquals(
          List.of("river's.last-backup", "river's.mv.db"),
          left.map(each -> "" + each.getFileName()).sorted().toList());
    }
    assertEquals(Optional.of(NOON), BackupMark.read(journalFile()));
  }

  @Test
  void nothingIsOverwrittenAndOnlyTheOwnerReads() throws Exception {
    try (Journal journal = Journal.inFile(journalFile())) {
      add(journal, 1);
      Path file = backup(journal, "b.zip");
      assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
      byte[] first = Files.readAllBytes(file);
      assertThrows(FileAlreadyExistsException.class, () -> JournalBackup.make(journal, file, NOON));
      assertEquals(first.length, Files.size(file));
      Path used = Files.createDirectory(folder.resolve("used"));
      Files.writeString(used.resolve("mine.txt"), "mine");
      assertThrows(
          FileAlreadyExistsException.class, () -> JournalBackup.restore(file, used, LAST, null));
      Path restored = folder.resolve("r");
      JournalBackup.restore(file, restored, LAST, null);
      assertEquals(
          "rw-------",
          PosixFilePermissions.toString(
              Files.getPosixFilePermissions(restored.resolve("journal.mv.db"))));
    }
  }

  /// Whatever byte is changed, wherever the file ends: nothing is restored, or what was backed up.
  /// Some bytes of a ZIP file carry nothing, and some say the same in another way.
  @Test
  void whatWasAlteredIsNotRestored() throws Exception {
    Path file;
    try (Journal journal = Journal.inFile(journalFile())) {
      add(journal, 1);
      file = backup(journal, "b.zip");
    }
    byte[] bytes = Files.readAllBytes(file);
    Anchor whole = JournalBackup.restore(file, folder.resolve("whole"), LAST, null);
    for (int i = 0; i < 40; i++) {
      byte[] altered = bytes.clone();
      int at = (int) ((long) i * (bytes.length * 9L / 10) / 40) + 40;
      altered[at] ^= 0x10;
      refusedOrSame("altered" + i, altered, whole);
      refused("cut" + i, Arrays.copyOf(bytes, at));
    }
    refused("empty", new byte[0]);
    refused("text", "no backup".getBytes(StandardCharsets.UTF_8));
    refused("foreign", zip("readme.txt", "{}"));
    refused("manifest", zip("manifest.json", "{\"format\": \"parley-backup-9\"}"));
    refused("broken", zip("manifest.json", "{"));
  }

  private static byte[] zip(String name, String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = bytes;
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private void refusedOrSame(String name, byte[] bytes, Anchor whole) throws IOException {
    Path file = Files.write(folder.resolve(name + ".zip"), bytes);
    Path target = folder.resolve(name);
    try {
      assertEquals(whole, JournalBackup.restore(file, target, LAST, null), name);
    } catch (BackupRefused e) {
      assertTrue(String.valueOf(e.getMessage()).contains("Maybe"), e.getMessage());
      assertFalse(Files.exists(target), name);
    }
  }

  private void refused(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name + ".zip");
    Files.write(file, bytes);
    Path target = folder.resolve(name);
    BackupRefused refused =
        assertThrows(
            BackupRefused.class, () -> JournalBackup.restore(file, target, LAST, null), name);
    assertTrue(String.valueOf(refused.getMessage()).contains("Maybe"), refused.getMessage());
    assertFalse(Files.exists(target), name);
  }
}
