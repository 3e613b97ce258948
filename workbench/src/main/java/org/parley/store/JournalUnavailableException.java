package org.parley.store;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The journal cannot be opened; the message says why, with advice.
public final class JournalUnavailableException extends Exception {

  private static final long serialVersionUID = 1;

  /// The reasons that callers tell apart.
  private enum Kind {
    ABSENT,
    KEY,
    OTHER
  }

  private final Kind kind;

  public JournalUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = Kind.OTHER;
  }

  private JournalUnavailableException(String message, Kind kind) {
    super(message);
    this.kind = kind;
  }

  /// The key is missing, wrong, or not wanted.
  public static JournalUnavailableException ofKey(String message) {
    return new JournalUnavailableException(message, Kind.KEY);
  }

  /// There is no journal in this folder.
  public static JournalUnavailableException none(Path folder) {
    return new JournalUnavailableException(
        "\""
            + folder
            + "\" has no journal yet. Maybe begin one with parley record, or open the case",
        Kind.ABSENT);
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
                    .orElse("check the path")),
        Kind.ABSENT);
  }

  /// Whether the journal is missing, as opposed to inaccessible.
  public boolean isAbsent() {
    return kind == Kind.ABSENT;
  }

  /// Whether the key is missing, wrong, or not wanted.
  public boolean isOfKey() {
    return kind == Kind.KEY;
  }
}
