package org.parley.reading;

/// A resource of a reader is unavailable. The message names the attempt, with advice.
public final class ReaderUnavailableException extends Exception {

  private static final long serialVersionUID = 1;

  public ReaderUnavailableException(String message) {
    super(message);
  }

  public ReaderUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
