package org.parley.store.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.folder.PrivateFiles;
import org.parley.store.Anchor;
import org.parley.store.BallotBox;
import org.parley.store.Database;
import org.parley.store.DatabaseAddress;
import org.parley.store.Journal;
import org.parley.store.JournalUnavailableException;
import org.parley.store.Verification;
import org.parley.store.cipher.JournalKey;
import org.parley.store.people.Accounts;

/// Makes and restores backups of a journal in a file, with its accounts, audit and sealed answers.
///
/// A backup is a state between two changes, also while others are recorded: the database copies its
/// own file. The copy is opened and verified before it counts. So a backup that was made can be
/// restored.
public final class JournalBackup {

  private static final String STEM = "journal";

  private JournalBackup() {}

  /// Which state is restored.
  public sealed interface Until {

    /// The last one.
    record Last() implements Until {}

    /// That after an entry.
    record AtEntry(long number) implements Until {}

    /// That of a moment.
    record Moment(Instant moment) implements Until {}
  }

  /// Makes a backup.
  ///
  /// @param target the file, which is not there yet
  /// @param at the moment
  /// @throws BackupRefused if the journal is in PostgreSQL, or the copy does not hold
  public static BackupManifest make(Journal journal, Path target, Instant at)
      throws IOException, BackupRefused {
    mustBeFree(target);
    if (!journal.database().isEmbedded()) {
      throw new BackupRefused(
          "the journal is in PostgreSQL, which has backups of its own. Maybe use pg_dump");
    }
    Path folder = Objects.requireNonNull(target.toAbsolutePath().getParent());
    PrivateFiles.makeFolder(folder);
    Path work = Files.createTempDirectory(folder, ".parley-backup-");
    try {
      Path hot = work.resolve("hot.zip");
      journal.database().backUp(hot);
      Path copy = work.resolve(BackupFile.JOURNAL);
      unpack(hot, copy);
      Anchor anchor =
          verified(
              DatabaseAddress.ofFile(work.resolve(STEM)).withKey(journal.database().key()),
              new Until.Last());
      BackupManifest manifest =
          new BackupManifest(at, anchor, Files.size(copy), BackupFile.sha256(copy));
      Path made = work.resolve("backup.zip");
      BackupFile.write(made, manifest, copy);
      Files.move(made, target);
      journal.database().file().ifPresent(file -> BackupMark.write(file, at));
      return manifest;
    } finally {
      remove(work);
    }
  }

  static void mustBeFree(Path target) throws FileAlreadyExistsException {
    if (Files.exists(target)) {
      throw new FileAlreadyExistsException(
          target.toString(), null, "it is there already. Maybe name another file");
    }
  }

  /// The database writes a ZIP file with its file in it.
  private static void unpack(Path hot, Path copy) throws IOException, BackupRefused {
    try (InputStream in = Files.newInputStream(hot);
        ZipInputStream zip = new ZipInputStream(in)) {
      ZipEntry entry = zip.getNextEntry();
      if (entry == null) {
        throw new BackupRefused("the database copied nothing. Maybe look for room on the disk");
      }
      PrivateFiles.make(copy);
      Files.copy(zip, copy, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /// Restores a backup as a journal in a folder.
  ///
  /// Accounts, audit and sealed answers are those of the backup, whichever entry is chosen. A
  /// journal that was encrypted stays so.
  ///
  /// @param folder empty, or not there yet
  /// @param key of the journal, if it was encrypted
  /// @return the heads of the restored journal
  /// @throws BackupRefused if it is no backup, or was altered, or has no such entry
  public static Anchor restore(Path backup, Path folder, Until until, @Nullable JournalKey key)
      throws IOException, BackupRefused {
    if (Files.exists(folder) && !isEmpty(folder)) {
      throw new FileAlreadyExistsException(
          folder.toString(), null, "it is not empty. Maybe name a folder that is not there yet");
    }
    boolean isNew = !Files.exists(folder);
    PrivateFiles.makeFolder(folder);
    Path journal = folder.resolve(BackupFile.JOURNAL);
    boolean isDone = false;
    try {
      BackupManifest manifest = BackupFile.read(backup, journal);
      DatabaseAddress address = DatabaseAddress.ofFile(folder.resolve(STEM)).withKeyIfNeeded(key);
      Anchor last = verified(address, new Until.Last());
      if (!last.equals(manifest.anchor())) {
        throw new BackupRefused(
            "the journal in \""
                + backup
                + "\" is not the one of its manifest. Maybe use another copy");
      }
      Anchor restored = until instanceof Until.Last ? last : verified(address, until);
      BackupFile.force(journal);
      isDone = true;
      return restored;
    } finally {
      if (!isDone) {
        Files.deleteIfExists(journal);
        if (isNew && isEmpty(folder)) {
          Files.delete(folder);
        }
      }
    }
  }

  /// Verifies a backup as a restoration does, and leaves nothing behind.
  ///
  /// @param key of the journal, if it was encrypted
  /// @return the heads of its journal
  /// @throws BackupRefused if it is no backup, or was altered
  public static Anchor verify(Path backup, @Nullable JournalKey key)
      throws IOException, BackupRefused {
    Path folder = Objects.requireNonNull(backup.toAbsolutePath().getParent());
    Path work = Files.createTempDirectory(folder, ".parley-backup-");
    try {
      return restore(backup, work, new Until.Last(), key);
    } finally {
      remove(work);
    }
  }

  /// Opens a copy, leaves out what came later, and verifies its chains.
  static Anchor verified(DatabaseAddress copy, Until until) throws BackupRefused {
    try (Journal journal = Journal.existing(copy);
        Accounts people = Accounts.of(journal.database())) {
      switch (until) {
        case Until.Last _ -> {}
        case Until.AtEntry(long number) -> cut(journal, number);
        case Until.Moment(Instant moment) -> cut(journal, journal.numberAt(moment));
      }
      return verified(journal, people);
    } catch (JournalUnavailableException e) {
      throw new BackupRefused("the copy cannot be opened: " + e.getMessage(), e);
    }
  }

  /// Verifies all chains.
  ///
  /// @return their heads
  static Anchor verified(Journal journal, Accounts people) throws BackupRefused {
    mustHold(journal.verify(null), "the journal");
    mustHold(people.verify(), "the audit");
    mustHold(BallotBox.of(journal.database()).verify(), "the sealed answers");
    return journal.anchor();
  }

  private static void mustHold(Verification found, String what) throws BackupRefused {
    if (found instanceof Verification.Broken(long number, String why)) {
      throw new BackupRefused(
          what
              + " is not as it was recorded, at "
              + number
              + ": "
              + why
              + ". Maybe run parley verify on the original, or use another copy");
    }
  }

  private static void cut(Journal journal, long number) throws BackupRefused {
    long last = journal.last();
    if (number < 1 || number > last) {
      throw new BackupRefused(
          "there is no entry " + number + " in the backup. Maybe one from 1 to " + last);
    }
    Database database = journal.database();
    database.atomically(
        handle -> {
          handle
              .createUpdate(
                  "update head set number = :number,"
                      + " hash = (select hash from entry where number = :number)")
              .bind("number", number)
              .execute();
          return handle
              .createUpdate("delete from entry where number > :number")
              .bind("number", number)
              .execute();
        });
  }

  private static boolean isEmpty(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
