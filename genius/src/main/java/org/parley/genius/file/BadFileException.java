package org.parley.genius.file;

import java.io.IOException;
import java.io.Serial;
import org.parley.model.Refusal;

/// A file that cannot be read: where, and why. The message is for logs; words for people are made
/// of the facts.
public final class BadFileException extends IOException {

  @Serial private static final long serialVersionUID = 2;

  private final String file;
  private final int line;
  private final int column;
  private final String place;
  private final transient Refusal why;
  private final String value;

  /// A fault at a line.
  ///
  /// @param file the file, as named by the user; empty for all of them
  /// @param line the line, from 1; 0 for the whole file
  public BadFileException(String file, int line, Refusal why) {
    this(file, line, 0, "", why, "");
  }

  /// A fault of a part of a file.
  ///
  /// @param column the character in the line, from 1; 0 for the whole line
  /// @param place the element or value, as the file calls it: `<issue>`; empty for none
  /// @param value the wrong value; empty where the refusal has it, or there is none
  public BadFileException(
      String file, int line, int column, String place, Refusal why, String value) {
    super(file + ":" + line + ":" + column + " " + place + " " + why + " " + value);
    this.file = file;
    this.line = line;
    this.column = column;
    this.place = place;
    this.why = why;
    this.value = value;
  }

  /// The file, as the user named it; empty for all of them.
  public String file() {
    return file;
  }

  /// The line, from 1; 0 for the whole file.
  public int line() {
    return line;
  }

  /// The character in the line, from 1; 0 for the whole line.
  public int column() {
    return column;
  }

  /// The element or value, as the file calls it; empty for none.
  public String place() {
    return place;
  }

  /// The reason.
  public Refusal why() {
    return why;
  }

  /// The wrong value; empty where the reason has it, or there is none.
  public String value() {
    return value;
  }
}
