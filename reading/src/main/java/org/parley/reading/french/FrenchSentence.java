package org.parley.reading.french;

import org.parley.reading.Proposal;
import org.parley.reading.TextSpan;

/// A sentence with plain apostrophes and blanks, as long as in the text.
///
/// @param text its words
/// @param start its position in the text
/// @param paragraph the number of its paragraph
record FrenchSentence(String text, int start, int paragraph) {

  /// The quotation of the words from `from` up to `to`, without blanks around them.
  Proposal.Quotation quotation(String whole, int from, int to) {
    int first = from;
    int last = to;
    while (first < last && isAside(text.charAt(first))) {
      first++;
    }
    while (last > first && isAside(text.charAt(last - 1))) {
      last--;
    }
    return Proposal.Quotation.of(whole, new TextSpan(start + first, start + last));
  }

  private static boolean isAside(char c) {
    return " ,;:.«»\"“”".indexOf(c) >= 0;
  }

  /// Where the clause around a position begins: after the last mark that parts clauses.
  int clauseStart(int at) {
    int from = at;
    while (from > 0 && ";:«»\"“”()".indexOf(text.charAt(from - 1)) < 0) {
      from--;
    }
    return from;
  }

  /// Where the clause around a position ends.
  int clauseEnd(int at) {
    int to = at;
    while (to < text.length() && ";:«»\"“”()".indexOf(text.charAt(to)) < 0) {
      to++;
    }
    return to;
  }
}
