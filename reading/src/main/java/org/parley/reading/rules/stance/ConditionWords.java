package org.parley.reading.rules.stance;

import org.parley.reading.language.Sentence;
import org.parley.reading.language.Token;
import org.parley.reading.rules.clause.Grammar;
import org.parley.reading.rules.clause.TokenRange;

/// The words of a condition. They end with the quotation in which it begins, or before a
/// consequence that follows. Quotation marks stay in pairs.
final class ConditionWords {

  private ConditionWords() {}

  /// The words from a token to the end of the condition; those before it if none follow.
  ///
  /// @param isFirst whether the condition comes before its consequence
  static String of(Sentence s, TokenRange clause, int from, boolean isFirst) {
    int end = isFirst ? consequence(s, clause, from) : clause.to();
    String words = words(s, from, quoteEnd(s, clause, from, end));
    boolean isEmpty = words.codePoints().noneMatch(Character::isLetterOrDigit);
    return isEmpty && from > clause.from() ? words(s, clause.from(), from) : words;
  }

  /// Where the consequence begins: behind the first comma with a verb on either side.
  private static int consequence(Sentence s, TokenRange clause, int from) {
    for (int i = from + 1; i < clause.to(); i++) {
      boolean isComma =
          s.get(i).is(",") && Grammar.hasFinite(s, from, i) && Grammar.hasFinite(s, i, clause.to());
      if (isComma) {
        return i;
      }
    }
    return clause.to();
  }

  /// The end of the quotation in which the condition begins, if it ends before the clause does.
  private static int quoteEnd(Sentence s, TokenRange clause, int from, int to) {
    boolean isOpen = false;
    for (int i = 0; i < from; i++) {
      isOpen ^= s.get(i).is("\"");
    }
    isOpen |= from < clause.to() && s.get(from).isQuoted() && !s.get(from).is("\"");
    for (int i = from; isOpen && i < to; i++) {
      if (s.get(i).is("\"")) {
        return i;
      }
    }
    return to;
  }

  private static String words(Sentence s, int from, int to) {
    StringBuilder words = new StringBuilder();
    int marks = 0;
    for (int i = from; i < to; i++) {
      marks += s.get(i).is("\"") ? 1 : 0;
    }
    boolean isPaired = marks % 2 == 0;
    boolean isOpen = false;
    int last = -1;
    for (int i = from; i < to; i++) {
      Token token = s.get(i);
      boolean isMark = token.is("\"");
      if (isMark && !isPaired) {
        continue;
      }
      boolean isInner = isMark ? isOpen : isOpen && s.get(i - 1).is("\"");
      if (last >= 0 && token.span().start() > last && !isInner) {
        words.append(' ');
      }
      isOpen ^= isMark;
      words.append(token.text());
      last = token.span().end();
    }
    return words.toString().strip().replaceFirst("[\\s,;:.]+$", "").replaceFirst("^[\\s,;:.]+", "");
  }
}
