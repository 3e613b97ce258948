package org.parley.reading.source;

/// A line of a column of a PDF.
///
/// @param run its words
/// @param kind how it takes part in paragraphs
/// @param flow the part of a page that it stands in; gaps between lines count within one
/// @param from the edge of its column, where paragraphs begin
/// @param to the edge where full lines end
/// @param textLeft where its words begin after a number that a wide gap follows
record PdfLine(PdfRun run, Kind kind, int flow, float from, float to, float textLeft) {

  /// How far lines that begin at one place differ, in points.
  private static final float SAME_PLACE = 3;

  /// A space, of the size of the signs.
  private static final float SPACE = 0.2f;

  /// How a line takes part in paragraphs.
  enum Kind {
    TEXT,
    /// A paragraph by itself, as a row of a table.
    WHOLE,
    NOTE
  }

  String words() {
    return run.words();
  }

  /// How far in it begins.
  float indent() {
    return run.left() - from;
  }

  boolean isText() {
    return kind == Kind.TEXT;
  }

  /// Whether it stands in the middle of its column.
  boolean isCentred() {
    float before = run.left() - from;
    float after = to - run.right();
    return before > 4 * SAME_PLACE && Math.abs(before - after) <= SAME_PLACE;
  }

  /// Whether it ends at the far edge, and begins far in, as a date does.
  boolean isAtFarEdge() {
    return to - run.right() <= SAME_PLACE && run.left() - from > (to - from) / 3;
  }

  /// Whether the first word of the next line would not have fitted in.
  boolean isFullBefore(PdfLine next) {
    float needed = next.run.firstWidth() + SPACE * run.size();
    return (isCentred() && next.isCentred())
        ? run.width() + needed > to - from - SAME_PLACE
        : run.right() + needed > to - SAME_PLACE;
  }

  /// Whether it takes up half of its column.
  boolean isLong() {
    return 2 * run.width() > to - from;
  }

  boolean isAsLarge(PdfLine other) {
    return Math.abs(run.size() - other.run.size()) <= 0.08f * run.size();
  }

  static boolean isSamePlace(float place, float other) {
    return Math.abs(place - other) <= SAME_PLACE;
  }
}
