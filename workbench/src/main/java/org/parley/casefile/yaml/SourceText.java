package org.parley.casefile.yaml;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The text of one file, with line and column positions. A line ends with LF, CR LF or CR; a column
/// counts Unicode code points; both begin at 1.
public final class SourceText {

  private final String name;
  private final String text;

  /// Computed on first use.
  private volatile int @Nullable [] lineStarts;

  public SourceText(String name, String text) {
    this.name = name;
    this.text = text;
  }

  private int[] lineStarts() {
    int[] known = lineStarts;
    if (known == null) {
      known = lineStarts(text);
      lineStarts = known;
    }
    return known;
  }

  private static int[] lineStarts(String text) {
    int[] starts = new int[16];
    int count = 1;
    int feed = text.indexOf('\n');
    int carriage = text.indexOf('\r');
    while (feed >= 0 || carriage >= 0) {
      int at = carriage < 0 || (feed >= 0 && feed < carriage) ? feed : carriage;
      boolean ends = at == feed || feed != at + 1;
      if (ends) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, 2 * count);
        }
        starts[count++] = at + 1;
      }
      if (at == feed) {
        feed = text.indexOf('\n', at + 1);
      } else {
        carriage = text.indexOf('\r', at + 1);
      }
    }
    return Arrays.copyOf(starts, count);
  }

  /// The file name, as shown with faults.
  public String name() {
    return name;
  }

  public String text() {
    return text;
  }

  /// The line of the character at `offset`.
  public int line(int offset) {
    int found = Arrays.binarySearch(lineStarts(), offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /// The column of the character at `offset`.
  public int column(int offset) {
    int start = lineStart(line(offset));
    return text.codePointCount(start, Math.min(Math.max(offset, start), text.length())) + 1;
  }

  /// Where a line begins.
  public int lineStart(int line) {
    return lineStarts()[line - 1];
  }

  /// The text of a line, without its end.
  public String lineAt(int line) {
    int[] starts = lineStarts();
    int end = line < starts.length ? starts[line] : text.length();
    int start = starts[line - 1];
    while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return text.substring(start, end);
  }
}
