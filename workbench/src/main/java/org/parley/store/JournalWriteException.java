package org.parley.store;

/// The journal could not be written, because the disk is full or the database is gone. What was
/// acknowledged before is there.
public final class JournalWriteException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final boolean certain;

  private JournalWriteException(String message, boolean certain, Throwable cause) {
    super(message, cause);
    this.certain = certain;
  }

  /// Nothing was recorded.
  static JournalWriteException nothing(String reason, Throwable cause) {
    return new JournalWriteException(
        "Writing the journal: "
            + reason
            + ". Nothing was recorded. Maybe make room on the disk, or see whether the database runs,"
            + " and start again.",
        true,
        cause);
  }

  /// The connection was lost between asking for it to be recorded and hearing that it was.
  static JournalWriteException unknown(String reason, Throwable cause) {
    return new JournalWriteException(
        "Writing the journal: "
            + reason
            + ". It is not known whether this was recorded. Maybe look at the history once the"
            + " database runs again.",
        false,
        cause);
  }

  /// Whether it is certain that nothing was recorded.
  public boolean isCertain() {
    return certain;
  }
}
