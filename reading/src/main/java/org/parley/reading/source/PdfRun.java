package org.parley.reading.source;

import java.util.Comparator;
import java.util.List;

/// Words of one line of a PDF, without a wide gap between them. Lengths are in points; feet grow
/// downwards.
///
/// @param foot the baseline
/// @param size of its largest sign
/// @param firstWidth the width of its first word
record PdfRun(String words, float left, float right, float foot, float size, float firstWidth) {

  /// How far feet of one line differ at most, of the size of its signs.
  private static final float SAME_LINE = 0.35f;

  static final Comparator<PdfRun> DOWNWARDS =
      Comparator.comparingDouble(PdfRun::foot).thenComparingDouble(PdfRun::left);

  /// The same in a text from right to left, as in a mirror.
  PdfRun mirrored() {
    return new PdfRun(words, -right, -left, foot, size, firstWidth);
  }

  float width() {
    return right - left;
  }

  /// One run of several of a line, with these signs between them.
  static PdfRun joined(List<PdfRun> runs, String between) {
    PdfRun first = runs.getFirst();
    StringBuilder words = new StringBuilder(first.words);
    float size = first.size;
    float foot = first.foot;
    for (PdfRun each : runs.subList(1, runs.size())) {
      words.append(between).append(each.words);
      foot = each.size > size ? each.foot : foot;
      size = Math.max(size, each.size);
    }
    return new PdfRun(
        words.toString(), first.left, runs.getLast().right, foot, size, first.firstWidth);
  }

  boolean isBeside(PdfRun other) {
    return Math.abs(foot - other.foot) <= SAME_LINE * Math.max(size, other.size);
  }
}
