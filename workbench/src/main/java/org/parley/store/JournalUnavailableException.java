package org.parley.store;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The journal cannot be opened; the message says why, with advice.
public final class JournalUnavailableException extends Exception {

  private static final long serialVersionUID = 1;

  private final boolean absent;

  public JournalUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
    this.absent = false;
  }

  private JournalUnavailableException(String message) {
    super(message);
    this.absent = true;
  }

  /// There is no journal in this folder.
  public static JournalUnavailableException none(Path folder) {
    return new JournalUnavailableException(
        "\""
            + folder
            + "\" has no journal yet. Maybe begin one with parley record, or open the case");
  }

  /// There is no journal at this address: no file, no such database, or none of Parley's tables.
  static JournalUnavailableException noneAt(DatabaseAddress address) {
    Path file = address.file();
    return new JournalUnavailableException(
        "there is no journal at \""
            + address
            + "\". Maybe "
            + (file == null
                ? "check the name of the database"
                : NearestJournal.of(file)
                    .map(near -> "you meant \"" + near + "\"")
                    .orElse("check the path")));
  }

  /// Whether the journal is missing, as opposed to inaccessible.
  public boolean isAbsent() {
    return absent;
  }
}
