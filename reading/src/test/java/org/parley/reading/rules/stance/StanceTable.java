package org.parley.reading.rules.stance;

import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.parley.reading.language.ParsedText;
import org.parley.reading.language.Parser;
import org.parley.reading.language.Sentence;
import org.parley.reading.rules.clause.TokenRange;

/// Judges the first sentence of a text as one clause, for the tables of this room.
@NullMarked
final class StanceTable {

  private StanceTable() {}

  static Optional<Judgement> judged(String text, String said) {
    ParsedText parsed = Parser.parse(text, "en");
    Sentence s = parsed.sentences().getFirst();
    return new Stances(parsed.lexicon()).of(s, new TokenRange(0, s.size()), said);
  }

  /// The name of the stance after "say"; `-` if there is none.
  static String stance(String text) {
    return judged(text, "say").map(each -> each.stance().name()).orElse("-");
  }
}
