package org.parley.reading.rules.claim;

import java.util.Optional;
import org.parley.reading.language.Sentence;
import org.parley.reading.people.NounPhrase;
import org.parley.reading.rules.clause.PhraseBounds;
import org.parley.reading.rules.clause.TextClause;
import org.parley.reading.rules.clause.TokenRange;

/// A second thing of which the same is said by an inverted clause: "The truce was agreed, as was
/// the timetable".
final class Echoes {

  private Echoes() {}

  /// The tokens of the inverted clause behind a clause, or within it; empty if there is none.
  static Optional<TokenRange> of(TextClause clause) {
    Sentence s = clause.sentence();
    int first = clause.tokens().getFirst();
    int last = Math.min(s.size() - 2, clause.tokens().getLast() + 3);
    for (int i = first + 2; i < last; i++) {
      boolean isEcho =
          s.get(i).is("as")
              && s.get(i - 1).is(",")
              && s.get(i + 1).lower().matches("is|are|was|were|has|have|had");
      int noun = isEcho ? NounPhrase.endOf(s, i + 2, s.size()) - 1 : i;
      int end = noun > i + 1 ? Math.max(noun + 1, PhraseBounds.of(s, noun).to()) : i;
      if (end > i + 2 && (end >= s.size() || !s.tree().isVerb(end))) {
        return Optional.of(new TokenRange(i, end));
      }
    }
    return Optional.empty();
  }

  /// The thing itself, without "as was".
  static TokenRange thing(TokenRange echo) {
    return new TokenRange(echo.from() + 2, echo.to());
  }
}
