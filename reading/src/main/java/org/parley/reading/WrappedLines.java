package org.parley.reading;

import java.util.regex.Pattern;

/// Joins the lines of a text that was broken to a fixed width, as in mail and many press releases.
///
/// A break is one of width if the next word had no room before the longest line ends. A text is of
/// fixed width if no line is longer than a page and most of its breaks are of that kind. Others,
/// such as transcripts and lists, stay as they are.
///
/// Cost: linear in the text.
final class WrappedLines {

  private static final int WIDEST = 110;
  private static final int NARROWEST = 30;
  private static final int FEWEST = 2;
  private static final double MOST = 0.6;

  /// Items of lists and turns of speakers, which begin a line of their own.
  private static final Pattern BEGINNING =
      Pattern.compile(
          "[-•*–—·>].*|\\(?[0-9a-zA-Z]{1,3}[.)] .*|[\\p{Lu}][\\p{Lu} .'’-]{0,38}(?:\\([^()]{0,40}\\))?:.*");

  private final String text;

  private WrappedLines(String text) {
    this.text = text;
  }

  /// The text with a space for each break of width; every character keeps its index.
  static String joined(String text) {
    return text.indexOf('\n') < 0 ? text : new WrappedLines(text).joined();
  }

  private String joined() {
    int width = width();
    if (width < NARROWEST || width > WIDEST) {
      return text;
    }
    StringBuilder joined = new StringBuilder(text);
    int breaks = 0;
    int full = 0;
    for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      if (isInside(at)) {
        breaks++;
        if (isFull(at, width)) {
          full++;
          joined.setCharAt(at, ' ');
        }
      }
    }
    return breaks >= FEWEST && full >= MOST * breaks ? joined.toString() : text;
  }

  /// The length of the longest line of several words.
  private int width() {
    int width = 0;
    for (int from = 0; from < text.length(); from = endOf(from) + 1) {
      String line = text.substring(from, endOf(from)).strip();
      width = line.indexOf(' ') < 0 ? width : Math.max(width, line.length());
    }
    return width;
  }

  private int endOf(int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }

  private int startOf(int end) {
    return text.lastIndexOf('\n', end - 1) + 1;
  }

  /// Whether a break stands between two lines of one paragraph.
  private boolean isInside(int at) {
    return !text.substring(startOf(at), at).isBlank()
        && !text.substring(at + 1, endOf(at + 1)).isBlank();
  }

  private boolean isFull(int at, int width) {
    String line = text.substring(startOf(at), at).strip();
    String next = text.substring(at + 1, endOf(at + 1)).strip();
    int word = next.indexOf(' ') < 0 ? next.length() : next.indexOf(' ');
    return line.length() + 1 + word > width && !BEGINNING.matcher(next).matches();
  }
}
