package org.parley.store;

/// Nothing was recorded: the journal could not be written, because the disk is full or the database
/// is gone. What was acknowledged before is there.
public final class JournalWriteException extends RuntimeException {

  private static final long serialVersionUID = 1;

  JournalWriteException(String message, Throwable cause) {
    super(message, cause);
  }
}
