package org.parley.store;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.h2.store.fs.FilePath;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.folder.PrivateFiles;
import org.parley.store.cipher.CipherHeader;
import org.parley.store.cipher.JournalKey;

/// Writes the file of a journal anew under another key, or under none.
///
/// A copy is written, flushed, read back and looked at; then it takes the place of the file. After
/// a crash, the file is the earlier or the present one. The lock on the file is held meanwhile. A
/// leftover copy is removed when the journal is opened.
///
/// The blocks of the earlier file are overwritten once its name is gone. A file that has other
/// names is left alone: one of them may be a backup.
final class FileRewrite {

  private static final String COPY = ".rewrite";
  private static final int BUFFER = 1 << 20;

  private final DatabaseAddress from;
  private final @Nullable JournalKey to;
  private final FilePath file;

  /// The path of the copy without ending.
  private final String stem;

  private final FilePath copy;

  FileRewrite(DatabaseAddress from, Path file, @Nullable JournalKey to) {
    this.from = from;
    this.to = to;
    this.file = FileMigration.real(file);
    this.stem = FileMigration.stemOf(this.file) + COPY;
    this.copy = FilePath.get(stem + FileMigration.ENDING);
  }

  /// Removes the copy of a program that was killed.
  ///
  /// @param file of a journal that this program has locked, without the ending
  static void removeLeftover(Path file) {
    FilePath.get(FileMigration.stemOf(FileMigration.real(file)) + COPY + FileMigration.ENDING)
        .delete();
  }

  /// Writes it anew.
  ///
  /// @return whether the earlier file was overwritten; empty if another program has it open
  <X extends Exception> Optional<Boolean> run(CopyCheck<X> check)
      throws JournalUnavailableException, IOException, X {
    try (FileChannel held = WriteBarrier.path(file.toString()).open("rw")) {
      if (!FileMigration.isLocked(held)) {
        return Optional.empty();
      }
      boolean overwrites = !hasOtherNames();
      copy.delete();
      PrivateFiles.make(Path.of(copy.toString()));
      try {
        Optional<String> password = FileCipher.password(from, held);
        write(password.isEmpty() ? held : FileCipher.deciphered(held, password.get()));
        check.look(Path.of(stem));
        FileMigration.force(copy);
        WriteBarrier.replace(file.toString(), copy);
      } finally {
        copy.delete();
      }
      // A migration that was killed may have left one as well.
      FilePath.get(FileMigration.stemOf(file) + ".upgrade" + FileMigration.ENDING).delete();
      if (overwrites) {
        overwrite(held);
      }
      return Optional.of(overwrites);
    }
  }

  private void write(FileChannel source) throws IOException {
    byte[] digest;
    try (FileChannel target = copy.open("rw")) {
      JournalKey key = to;
      digest = transfer(source, key == null ? target : begun(target, key));
      target.force(true);
    }
    try (FileChannel target = copy.open("rw")) {
      DatabaseAddress opening = DatabaseAddress.ofFile(Path.of(stem)).withKey(to);
      Optional<String> password = FileCipher.password(opening, target);
      FileChannel written =
          password.isEmpty() ? target : FileCipher.deciphered(target, password.get());
      if (!MessageDigest.isEqual(digest, transfer(written, null))) {
        throw new IOException("the copy is not as it was written. Maybe check the disk");
      }
    } catch (JournalUnavailableException e) {
      throw new IOException("the copy is not as it was written. Maybe check the disk", e);
    }
  }

  private static FileChannel begun(FileChannel target, JournalKey key) throws IOException {
    CipherHeader header = key.newHeader();
    header.write(target);
    return FileCipher.deciphered(target, key.filePassword(header).orElseThrow());
  }

  /// Copies all bytes, and returns their digest.
  private static byte[] transfer(FileChannel source, @Nullable FileChannel target)
      throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
      long size = source.size();
      for (long at = 0; at < size; at += BUFFER) {
        buffer.clear().limit((int) Math.min(BUFFER, size - at));
        readFully(source, buffer, at);
        buffer.flip();
        digest.update(buffer.duplicate());
        if (target != null) {
          writeFully(target, buffer, at);
        }
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static void readFully(FileChannel source, ByteBuffer into, long at) throws IOException {
    long next = at;
    while (into.hasRemaining()) {
      int read = source.read(into, next);
      if (read < 0) {
        throw new EOFException("the file ended at byte " + next);
      }
      next += read;
    }
  }

  private static void writeFully(FileChannel target, ByteBuffer from, long at) throws IOException {
    long next = at;
    while (from.hasRemaining()) {
      next += target.write(from, next);
    }
  }

  private boolean hasOtherNames() {
    try {
      return !Integer.valueOf(1).equals(Files.getAttribute(Path.of(file.toString()), "unix:nlink"));
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return true; // It cannot be known.
    }
  }

  private static void overwrite(FileChannel gone) throws IOException {
    long size = gone.size();
    for (long at = 0; at < size; at += BUFFER) {
      writeFully(gone, ByteBuffer.allocate((int) Math.min(BUFFER, size - at)), at);
    }
    gone.force(true);
    gone.truncate(0);
  }
}
