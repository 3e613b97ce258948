package org.parley.reading.rules;

import java.util.List;
import java.util.Optional;
import org.parley.reading.SaidStance;
import org.parley.reading.language.Lexicon;
import org.parley.reading.language.Phrases;
import org.parley.reading.language.Sentence;

/// Finds how much is said to be settled, where that is told in figures.
final class Amounts {

  private final Shares shares;

  private final Lexicon lexicon;
  private final Negation negation;

  Amounts(Lexicon lexicon, Negation negation) {
    this.lexicon = lexicon;
    this.negation = negation;
    shares = new Shares(lexicon);
  }

  private Phrases list(String name) {
    return lexicon.get("stance." + name);
  }

  Optional<Judgement> share(Sentence s, Range clause) {
    List<Shares.Found> found = shares.in(s, clause.from(), clause.to());
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Shares.Found first = found.getFirst();
    boolean isSettled = list("agreed").isIn(s, clause.from(), clause.to());
    boolean isOpen = false;
    for (Phrases.Match each : list("open").in(s, clause.from(), clause.to())) {
      isOpen |= !negation.isNegated(s, clause, each.from());
    }
    if (isOpen && !isSettled) {
      return Judgement.of(SaidStance.OPEN, first.from(), 70);
    }
    boolean isBare = clause.size() < 14 || isSettled;
    if (!isBare) {
      return Optional.empty();
    }
    SaidStance stance = first.tenths() >= 1000 ? SaidStance.AGREED : SaidStance.SHARE;
    return Optional.of(
        new Judgement(stance, first.words(), null, first.from(), isSettled ? 90 : 70));
  }
}
