package org.parley.exchange.reference;

import java.io.IOException;
import java.io.Serial;
import org.parley.wording.Complaint;

/// A file of a collection that cannot be used, with its line and the reason.
public final class BadReferenceException extends IOException {

  @Serial private static final long serialVersionUID = 1;

  private final String file;
  private final int line;
  private final transient Complaint why;

  /// @param line the line, from 1; 0 for the whole file
  BadReferenceException(String file, int line, Complaint why) {
    super(file + (line > 0 ? ":" + line : "") + ": " + why.sentence());
    this.file = file;
    this.line = line;
    this.why = why;
  }

  /// The file, as the user named it.
  public String file() {
    return file;
  }

  /// The line, from 1; 0 for the whole file.
  public int line() {
    return line;
  }

  /// The reason, with its code.
  public Complaint why() {
    return why;
  }
}
