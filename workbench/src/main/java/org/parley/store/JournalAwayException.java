package org.parley.store;

/// The database does not answer; acknowledged entries are safe. The next query tries again.
public final class JournalAwayException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private JournalAwayException(String message) {
    super(message);
  }

  /// The file lacks an entry that was acknowledged.
  static JournalAwayException cutShort(long number) {
    return new JournalAwayException(
        "The file of the journal lacks entry "
            + number
            + ", which was acknowledged. Nothing is written any more, and what was read last is"
            + " shown. Maybe keep a copy of the file, and enter what it lacks again after a restart");
  }

  JournalAwayException(String reason, Throwable cause) {
    super(
        "The database does not answer: "
            + reason
            + ". Maybe see whether it runs; Parley goes on by itself once it does.",
        cause);
  }
}
