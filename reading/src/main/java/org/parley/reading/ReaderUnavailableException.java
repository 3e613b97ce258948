package org.parley.reading;

/// What a reader needs is not to be had. The message says what was tried, and what to do.
public final class ReaderUnavailableException extends Exception {

  private static final long serialVersionUID = 1;

  public ReaderUnavailableException(String message) {
    super(message);
  }

  public ReaderUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
