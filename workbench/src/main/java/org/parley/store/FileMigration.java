package org.parley.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import org.h2.store.fs.FilePath;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.folder.PrivateFiles;
import org.parley.store.cipher.JournalKey;

/// Creates or migrates the tables of a journal file on a copy.
///
/// H2 commits each DDL statement. So a copy is changed, flushed and renamed over the file. After a
/// crash, the file is the earlier or the present one. The lock on the file is held meanwhile. A
/// leftover copy is rewritten.
final class FileMigration {

  static final String ENDING = ".mv.db";
  private static final int BUFFER = 1 << 20;

  private final FilePath file;

  /// The path of the copy without ending.
  private final String stem;

  private final FilePath copy;
  private final @Nullable JournalKey key;

  private FileMigration(Path file, @Nullable JournalKey key) {
    this.file = real(file);
    this.stem = stemOf(this.file) + ".upgrade";
    this.copy = FilePath.get(stem + ENDING);
    this.key = key;
  }

  /// The file of a journal, with symbolic links followed.
  ///
  /// @param stem its path without the ending
  static FilePath real(Path stem) {
    return FilePath.get(DatabaseAddress.h2File(stem.toAbsolutePath()).toString()).toRealPath();
  }

  /// The path of a file without the ending.
  static String stemOf(FilePath file) {
    String name = file.toString();
    return name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
  }

  /// Migrates the file to the tables of this version.
  ///
  /// @param file its path without the ending; the file exists, if only empty
  /// @param create whether to create missing tables
  /// @throws JournalUnavailableException if there are none, or a later version made them
  static void run(DatabaseAddress address, Path file, boolean create)
      throws JournalUnavailableException, IOException {
    FileMigration migration = new FileMigration(file, address.key());
    boolean isNew = migration.file.size() == 0;
    if (isNew && !create) {
      throw JournalUnavailableException.noneAt(address);
    }
    if (isNew || isOld(address, create)) {
      migration.run(isNew, null, _ -> {});
    }
  }

  /// Migrates a file that is there, and keeps it as it was.
  ///
  /// @param kept where, a file that is not there yet
  /// @param check looks at the migrated copy before it takes the place of the file
  /// @return false if another program has it open
  /// @throws X if the check fails; then nothing was changed
  static <X extends Exception> boolean keeping(
      Path file, @Nullable JournalKey key, Path kept, CopyCheck<X> check)
      throws JournalUnavailableException, IOException, X {
    return new FileMigration(file, key).run(false, kept, check);
  }

  private static boolean isOld(DatabaseAddress address, boolean create)
      throws JournalUnavailableException, IOException {
    DatabaseAddress opening = FileCipher.opening(address);
    try (Handle handle = Database.handle(Database.urlOf(opening), opening)) {
      Schema.Standing standing = Schema.standing(opening, handle);
      if (standing == Schema.Standing.NONE && !create) {
        throw JournalUnavailableException.noneAt(address);
      }
      return standing != Schema.Standing.PRESENT;
    }
  }

  /// @return false if the file is locked by another program, or already migrated
  private <X extends Exception> boolean run(boolean isNew, @Nullable Path kept, CopyCheck<X> check)
      throws JournalUnavailableException, IOException, X {
    try (FileChannel held = WriteBarrier.path(file.toString()).open("rw")) {
      if (!isLocked(held) || isNew != (held.size() == 0)) {
        return false;
      }
      copy.delete();
      PrivateFiles.make(Path.of(copy.toString()));
      try {
        if (isNew) {
          begin();
        } else {
          copyAll(held, copy);
          migrate();
        }
        check.look(Path.of(stem));
        if (kept != null) {
          keep(held, kept);
        }
        force(copy);
        WriteBarrier.replace(file.toString(), copy);
      } finally {
        copy.delete();
      }
    }
    return true;
  }

  private void begin() throws JournalUnavailableException, IOException {
    try (FileChannel target = copy.open("rw")) {
      if (key != null) {
        // each encrypted file has a header of its own
        key.newHeader().write(target);
      } else if (EmptyJournal.copyTo(target)) {
        return;
      }
    }
    migrate();
    if (key == null) {
      try (FileChannel made = copy.open("r")) {
        EmptyJournal.keep(made);
      }
    }
  }

  private static void keep(FileChannel held, Path kept) throws IOException {
    PrivateFiles.make(kept);
    FilePath target = FilePath.get(kept.toAbsolutePath().toString());
    copyAll(held, target);
    force(target);
  }

  static boolean isLocked(FileChannel file) throws IOException {
    try {
      return file.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false; // Locked within this program.
    }
  }

  private static void copyAll(FileChannel from, FilePath target) throws IOException {
    try (FileChannel to = target.open("rw")) {
      ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
      for (long at = 0; from.read(buffer, at) > 0; buffer.clear()) {
        buffer.flip();
        while (buffer.hasRemaining()) {
          at += to.write(buffer, at);
        }
      }
    }
  }

  private void migrate() throws JournalUnavailableException, IOException {
    DatabaseAddress opening =
        FileCipher.opening(DatabaseAddress.ofFile(Path.of(stem)).withKey(key), copy);
    String url = Database.urlWithoutBarrier(stem, opening);
    // Held open, so that H2 opens the file once.
    try (Handle _ = Database.handle(url, opening)) {
      Schema.at(url, opening.secrets()).migrate();
    }
  }

  static void force(FilePath target) throws IOException {
    try (FileChannel whole = target.open("rw")) {
      whole.force(true);
    }
  }
}
