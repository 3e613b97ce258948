package org.parley.reading;

/// A stretch of a text, in characters (UTF-16 units): from `start` up to but not including `end`.
public record TextSpan(int start, int end) {

  public TextSpan {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("not a span: " + start + " to " + end);
    }
  }

  public int length() {
    return end - start;
  }

  /// The words it covers.
  public String in(String text) {
    return text.substring(start, end);
  }

  /// How many characters both cover.
  public int overlap(TextSpan other) {
    return Math.max(0, Math.min(end, other.end) - Math.max(start, other.start));
  }

  /// Whether `other` lies within this.
  public boolean contains(TextSpan other) {
    return start <= other.start && other.end <= end;
  }
}
