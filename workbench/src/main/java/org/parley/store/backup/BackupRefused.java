package org.parley.store.backup;

/// A backup cannot be made or restored; the message says why, with advice.
public final class BackupRefused extends Exception {

  private static final long serialVersionUID = 1;

  public BackupRefused(String message) {
    super(message);
  }

  BackupRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
