package org.parley.reading.rules.stance;

import org.parley.reading.language.Lexicon;
import org.parley.reading.language.Phrases;
import org.parley.reading.language.Sentence;
import org.parley.reading.rules.clause.TokenRange;

/// Detects negation, future reference, and words that are part of a name.
final class Negation {

  /// So many tokens before a word a denial of it may stand.
  private static final int REACH = 7;

  private final Phrases negators;

  Negation(Lexicon lexicon) {
    negators = lexicon.get("stance.negators");
  }

  /// Whether a negation precedes a token within its clause.
  boolean isNegated(Sentence s, TokenRange clause, int index) {
    for (int i = index - 1; i >= Math.max(clause.from(), index - REACH); i--) {
      if (s.get(i).lower().matches("[,;]|but")) {
        return false;
      }
      boolean isSome = s.get(i).is("few") && isPrecededBy(s, i, "a");
      if (!isSome && negators.at(s, i, index + 1).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /// Whether anything in a clause is denied.
  boolean isAnywhere(Sentence s, TokenRange clause) {
    return negators.in(s, clause.from(), clause.to()).stream()
        .anyMatch(each -> !s.get(each.from()).is("without"));
  }

  /// Whether a word refers to the future.
  static boolean isAhead(Sentence s, TokenRange clause, int index) {
    for (int i = Math.max(clause.from(), index - 6); i < index; i++) {
      String word = s.get(i).lower();
      if (word.equals("will")
          || word.equals("would")
          || word.equals("'ll")
          || word.equals("shall")
          || word.equals("could")
          || word.equals("can")
          || word.equals("should")
          || word.equals("may")
          || word.equals("might")
          || (word.equals("to")
              && i > 0
              && (s.get(i - 1).lemma().equals("be")
                  || s.get(i - 1).lemma().equals("expect")
                  || s.get(i - 1).lemma().equals("due")
                  || s.get(i - 1).lemma().equals("set")
                  || s.get(i - 1).lemma().matches("hope|mean|intend|plan|aim")))) {
        return true;
      }
    }
    return false;
  }

  /// Whether one of these words directly precedes a token.
  static boolean isPrecededBy(Sentence s, int index, String... words) {
    for (String each : words) {
      if (index > 0 && s.get(index - 1).is(each)) {
        return true;
      }
    }
    return false;
  }
}
