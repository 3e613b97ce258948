package org.parley.store.anchor;

/// An anchor cannot be made or read; the message says why, with advice.
public final class AnchorRefused extends Exception {

  private static final long serialVersionUID = 1;

  AnchorRefused(String message) {
    super(message);
  }

  AnchorRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
