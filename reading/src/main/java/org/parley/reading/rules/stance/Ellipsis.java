package org.parley.reading.rules.stance;

import java.util.List;
import org.parley.reading.language.Sentence;
import org.parley.reading.rules.clause.Grammar;
import org.parley.reading.rules.clause.TextClause;

/// Recognises clauses that repeat a predicate by "so" or "nor": "so, too, did Karl Oye", "and so
/// has energy", "nor is pay".
final class Ellipsis {

  private static final String AUXILIARIES = "has|have|had|is|are|was|were|does|do|did|will|would";

  /// The most words between "so" and its auxiliary: "so, to the dismay of all, did Oye".
  private static final int MAX_BETWEEN = 9;

  /// The most words of the second subject.
  private static final int MAX_SUBJECT = 9;

  /// The most commas and adverbs between "so" and the clause.
  private static final int MAX_MARKS = 4;

  private Ellipsis() {}

  /// Whether a clause says the same of something, or of somebody, else.
  static boolean isSame(TextClause clause, Sentence content) {
    int verb = auxiliary(content);
    return verb >= 0
        && (isCue(content.get(0).lower()) || isLedByCue(clause))
        && content.size() - verb > 1
        && content.size() - verb <= MAX_SUBJECT
        && !Grammar.hasFinite(content, verb + 1, content.size());
  }

  /// Whether a sentence begins with such a clause, about what the sentence before says.
  static boolean isOpening(Sentence s) {
    return auxiliary(s) > 0 && isCue(s.get(0).lower());
  }

  private static boolean isCue(String word) {
    return word.matches("so|neither|nor");
  }

  /// Whether "so" stands before the clause, which begins behind it.
  private static boolean isLedByCue(TextClause clause) {
    List<Integer> tokens = clause.tokens();
    int at = tokens.getFirst() - 1;
    int least = Math.max(0, at - MAX_MARKS);
    while (at > least && clause.sentence().get(at).lower().matches(",|too|also")) {
      at--;
    }
    return at >= 0 && isCue(clause.sentence().get(at).lower());
  }

  /// The auxiliary before the second subject; -1 if the first verb is another.
  static int auxiliary(Sentence content) {
    for (int i = 0; i < Math.min(content.size(), MAX_BETWEEN); i++) {
      if (content.get(i).lower().matches(AUXILIARIES)) {
        return i;
      }
      if (Grammar.isFinite(content, i)) {
        return -1;
      }
    }
    return -1;
  }
}
