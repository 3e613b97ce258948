package org.parley.store.cipher;

/// A file is encrypted in a way that this program does not know.
public final class ForeignCipherException extends Exception {

  private static final long serialVersionUID = 1;

  ForeignCipherException() {
    super("encrypted by another program, or by a later Parley");
  }
}
