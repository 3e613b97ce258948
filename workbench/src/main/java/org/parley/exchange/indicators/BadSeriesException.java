package org.parley.exchange.indicators;

import java.io.IOException;
import java.io.Serial;
import org.parley.wording.Complaint;
import org.parley.wording.Messages;

/// A file that gives no series, with line, column, fault and advice.
public final class BadSeriesException extends IOException {

  @Serial private static final long serialVersionUID = 1;

  private final String file;
  private final int line;
  private final int column;
  private final transient Complaint why;

  /// A fault of a file.
  ///
  /// @param line the line, from 1; 0 for the whole file
  /// @param column the column of the table, from 1; 0 for the whole line
  BadSeriesException(String file, int line, int column, Complaint why) {
    super(why.code());
    this.file = file;
    this.line = line;
    this.column = column;
    this.why = why;
  }

  /// The line, from 1; 0 for the whole file.
  public int line() {
    return line;
  }

  /// The column of the table, from 1; 0 for the whole line.
  public int column() {
    return column;
  }

  public Complaint why() {
    return why;
  }

  /// The place and the fault, in the current language.
  public String sentence() {
    return Messages.current()
        .text(
            "indicators.file.at",
            "file",
            file,
            "line",
            line,
            "column",
            column,
            "fault",
            why.sentence());
  }

  @Override
  public String getMessage() {
    return sentence();
  }
}
