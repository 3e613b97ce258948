package org.parley.reading.language;

import java.util.List;
import org.parley.reading.TextSpan;

/// Cuts "Anna's" and "don't", which are written as one word and are two.
final class Contractions {

  private Contractions() {}

  /// Adds the one or two words that are written at a place; their classes are not known yet.
  static void split(TextSpan span, String text, String lower, boolean isQuoted, List<Token> made) {
    int ending = endingOf(lower);
    int cut = span.length() - ending;
    if (ending == 0 || cut <= 0) {
      made.add(new Token(span.in(text), lower, "", "", isQuoted, span));
      return;
    }
    TextSpan first = new TextSpan(span.start(), span.start() + cut);
    TextSpan second = new TextSpan(first.end(), span.end());
    String rest = lower.substring(lower.length() - ending);
    made.add(
        new Token(
            first.in(text), lower.substring(0, lower.length() - ending), "", "", isQuoted, first));
    String lemma =
        switch (rest) {
          case "n't" -> "not";
          case "'ll" -> "will";
          case "'ve" -> "have";
          case "'re", "'m" -> "be";
          default -> rest;
        };
    made.add(new Token(second.in(text), rest, "", lemma, isQuoted, second));
  }

  private static int endingOf(String lower) {
    if (lower.endsWith("'s") || lower.endsWith("'d") || lower.endsWith("'m")) {
      return 2;
    }
    boolean isLong =
        lower.endsWith("n't")
            || lower.endsWith("'ll")
            || lower.endsWith("'ve")
            || lower.endsWith("'re");
    return isLong ? 3 : 0;
  }
}
