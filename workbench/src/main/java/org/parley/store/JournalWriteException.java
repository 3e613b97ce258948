package org.parley.store;

import org.jspecify.annotations.Nullable;

/// The journal could not be written: the disk is full or the database is gone. Earlier acknowledged
/// entries are safe.
public final class JournalWriteException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String reason;
  private final boolean certain;

  private JournalWriteException(
      String reason, String rest, boolean certain, @Nullable Throwable cause) {
    super("Writing the journal: " + reason + rest, cause);
    this.reason = reason;
    this.certain = certain;
  }

  /// Nothing was recorded.
  static JournalWriteException nothing(String reason, @Nullable Throwable cause) {
    return new JournalWriteException(
        reason,
        ". Nothing was recorded. Maybe make room on the disk, or see whether the database runs,"
            + " and start again.",
        true,
        cause);
  }

  /// Another server leads, so nothing was recorded.
  public static JournalWriteException notLeader() {
    return new JournalWriteException(
        "this server does not lead",
        ". Nothing was recorded. Maybe try again: the server that leads takes it.",
        true,
        null);
  }

  /// The connection was lost before the commit was acknowledged.
  static JournalWriteException unknown(String reason, Throwable cause) {
    return new JournalWriteException(
        reason,
        ". It is not known whether this was recorded. Maybe look at the history once the"
            + " database runs again.",
        false,
        cause);
  }

  /// The same, once it is known that nothing was recorded.
  JournalWriteException asNothing() {
    return nothing(reason, this);
  }

  /// Whether it is certain that nothing was recorded.
  public boolean isCertain() {
    return certain;
  }
}
