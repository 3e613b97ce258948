package org.parley.exchange.tree;

import java.io.IOException;
import java.io.Serial;

/// A file that cannot be parsed, with position, fault and advice.
public final class BadFileException extends IOException {

  @Serial private static final long serialVersionUID = 1;
  private static final int LONGEST = 400;

  private final String file;
  private final int line;

  /// A fault of a file.
  ///
  /// @param file the file, as named by the user
  /// @param line the line, from 1; 0 for the whole file
  /// @param what the fault, with the name and the value
  /// @param advice the advice, without the leading "Maybe"
  public BadFileException(String file, int line, String what, String advice) {
    this(file, line, 0, what, advice);
  }

  /// The same, with the column.
  ///
  /// @param column the character in the line, from 1; 0 for the whole line
  public BadFileException(String file, int line, int column, String what, String advice) {
    super(
        "reading "
            + file
            + (line > 0 ? ", line " + line : "")
            + (column > 0 ? ", column " + column : "")
            + ": "
            + shortened(what)
            + ". Maybe "
            + advice
            + ".");
    this.file = file;
    this.line = line;
  }

  private static String shortened(String what) {
    return what.length() <= LONGEST
        ? what
        : what.substring(0, what.offsetByCodePoints(0, LONGEST / 2)) + "...";
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }

  /// The file, as the user named it.
  public String file() {
    return file;
  }

  /// The line, from 1; 0 for the whole file.
  public int line() {
    return line;
  }
}
