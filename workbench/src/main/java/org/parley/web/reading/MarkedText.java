package org.parley.web.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.parley.reading.TextSpan;

/// A text in paragraphs, with the words that proposals rest on set apart.
final class MarkedText {

  private MarkedText() {}

  /// The paragraphs without blank ones.
  ///
  /// Cost: the paragraphs times the spans.
  ///
  /// @param spans the position of each proposal's quotation
  static List<List<ReadingPage.Piece>> of(String text, List<TextSpan> spans) {
    List<List<ReadingPage.Piece>> paragraphs = new ArrayList<>();
    int start = 0;
    while (start <= text.length()) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? text.length() : newline;
      if (!text.substring(start, end).isBlank()) {
        paragraphs.add(paragraph(text, new TextSpan(start, end), spans));
      }
      start = end + 1;
    }
    return paragraphs;
  }

  private static List<ReadingPage.Piece> paragraph(String text, TextSpan at, List<TextSpan> spans) {
    TreeSet<Integer> cuts = new TreeSet<>(List.of(at.start(), at.end()));
    List<Integer> within = new ArrayList<>();
    for (int i = 0; i < spans.size(); i++) {
      TextSpan each = spans.get(i);
      if (each.overlap(at) > 0) {
        within.add(i);
        cuts.add(Math.max(each.start(), at.start()));
        cuts.add(Math.min(each.end(), at.end()));
      }
    }
    List<ReadingPage.Piece> pieces = new ArrayList<>();
    int from = cuts.getFirst();
    for (int to : cuts.tailSet(from, false)) {
      List<Integer> numbers = new ArrayList<>();
      List<Integer> begins = new ArrayList<>();
      for (int i : within) {
        TextSpan each = spans.get(i);
        if (each.start() <= from && to <= each.end()) {
          numbers.add(i + 1);
          if (each.start() == from) {
            begins.add(i + 1);
          }
        }
      }
      pieces.add(new ReadingPage.Piece(text.substring(from, to), numbers, begins));
      from = to;
    }
    return pieces;
  }
}
