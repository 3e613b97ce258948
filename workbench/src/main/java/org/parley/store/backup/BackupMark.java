package org.parley.store.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.parley.casefile.folder.PrivateFiles;

/// The moment of the last backup of a journal, in a small file beside it: a backup itself is moved
/// elsewhere.
public final class BackupMark {

  private static final String ENDING = ".last-backup";

  private BackupMark() {}

  /// When the journal in a file was backed up last; empty if it never was, or that is not known.
  ///
  /// @param journal the file, without its ending
  public static Optional<Instant> read(Path journal) {
    try {
      return Optional.of(Instant.parse(Files.readString(file(journal)).strip()));
    } catch (IOException | DateTimeException e) {
      return Optional.empty();
    }
  }

  /// Notes a backup. It counts also where that cannot be noted.
  static void write(Path journal, Instant made) {
    Path file = file(journal);
    Path next = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.deleteIfExists(next);
      PrivateFiles.make(next);
      Files.writeString(next, made + "\n");
      Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      // the status then names an earlier backup
    }
  }

  private static Path file(Path journal) {
    return journal.resolveSibling(journal.getFileName() + ENDING);
  }
}
