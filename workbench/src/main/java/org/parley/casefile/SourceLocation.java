package org.parley.casefile;

import java.util.Comparator;
import org.parley.casefile.yaml.SourceText;

/// A location in a case folder.
///
/// @param file the file, as a path from the folder with `/` between its parts; `.` for the whole
///   folder
/// @param line the line, from 1; 0 for the whole file
/// @param column the column in Unicode code points, from 1; 0 for the whole file
public record SourceLocation(String file, int line, int column)
    implements Comparable<SourceLocation> {

  private static final Comparator<SourceLocation> ORDER =
      Comparator.<SourceLocation, String>comparing(SourceLocation::file)
          .thenComparingInt(SourceLocation::line)
          .thenComparingInt(SourceLocation::column);

  /// The whole of a file.
  public static SourceLocation file(String file) {
    return new SourceLocation(file, 0, 0);
  }

  /// The place of a character in a text.
  static SourceLocation of(SourceText source, int offset) {
    return new SourceLocation(source.name(), source.line(offset), source.column(offset));
  }

  @Override
  public int compareTo(SourceLocation other) {
    return ORDER.compare(this, other);
  }

  /// As editors and terminals parse it: `claims.yaml:12:5`.
  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line + ":" + column;
  }
}
