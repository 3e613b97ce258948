package org.parley.store;

/// The database does not answer just now; what was acknowledged is in it. It is tried again with
/// each question.
public final class JournalAwayException extends RuntimeException {

  private static final long serialVersionUID = 1;

  JournalAwayException(String reason, Throwable cause) {
    super(
        "The database does not answer: "
            + reason
            + ". Maybe see whether it runs; Parley goes on by itself once it does.",
        cause);
  }
}
