package org.parley.reading.rules.stance;

import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.parley.reading.SaidStance;
import org.parley.reading.language.Lexicon;
import org.parley.reading.language.Phrases;
import org.parley.reading.language.Sentence;
import org.parley.reading.language.Token;
import org.parley.reading.rules.clause.Grammar;
import org.parley.reading.rules.clause.TokenRange;

/// Finds settled, partly settled and open matters.
final class SettlementFinder {

  private final Lexicon lexicon;
  private final Negation negation;

  SettlementFinder(Lexicon lexicon, Negation negation) {
    this.lexicon = lexicon;
    this.negation = negation;
  }

  private Phrases list(String name) {
    return lexicon.get("stance." + name);
  }

  /// Explicitly open: "would have to be taken up by".
  Optional<Judgement> plainlyOpen(Sentence s, TokenRange clause) {
    for (Phrases.Match match : list("open").in(s, clause.from(), clause.to())) {
      if (match.to() - match.from() >= 3
          && !isUrged(s, match)
          && !negation.isNegated(s, clause, match.from())) {
        return Judgement.of(SaidStance.OPEN, match.from(), 75);
      }
    }
    return Optional.empty();
  }

  /// "Should continue": a wish, not a state.
  private static boolean isUrged(Sentence s, Phrases.Match match) {
    return match.value().contains("continue")
        && IntStream.range(match.from(), match.to())
            .anyMatch(i -> s.get(i).lower().matches("should|must"));
  }

  Optional<Judgement> openOrAgreed(Sentence s, TokenRange clause) {
    Phrases.@Nullable Match agreed = null;
    for (Phrases.Match match : list("agreed").in(s, clause.from(), clause.to())) {
      if (isStateWord(s, clause, match)) {
        agreed = match;
        break;
      }
    }
    for (Phrases.Match match : list("open-when-negated").in(s, clause.from(), clause.to())) {
      boolean isNeither = clause.from() < clause.to() && s.get(clause.from()).is("neither");
      if (isNeither || negation.isNegated(s, clause, match.from())) {
        return Judgement.of(SaidStance.OPEN, match.from(), 65);
      }
    }
    Phrases.@Nullable Match partly = list("partly").first(s, clause.from(), clause.to());
    if (agreed == null && partly != null && !negation.isNegated(s, clause, partly.from())) {
      return Judgement.of(SaidStance.MOSTLY_AGREED, partly.from(), 55);
    }
    Phrases.@Nullable Match open = null;
    for (Phrases.Match match : list("open").in(s, clause.from(), clause.to())) {
      if (!isUrged(s, match) && isOpenWord(s, clause, match)) {
        open = match;
        break;
      }
    }
    if (open != null && !negation.isNegated(s, clause, open.from())) {
      boolean isSettledDifference =
          agreed != null
              && agreed.from() > open.from()
              && open.to() - open.from() == 1
              && s.get(open.from()).isTagged("NOUN")
              && !negation.isNegated(s, clause, agreed.from());
      if (!isSettledDifference) {
        return Judgement.of(SaidStance.OPEN, open.from(), 75);
      }
    }
    if (open != null
        && agreed == null
        && list("open-either-way").at(s, open.from(), clause.to()).isEmpty()
        && s.get(open.from()).isTagged("NOUN", "ADJ", "ADP")) {
      return Judgement.of(SaidStance.AGREED, open.from(), 60);
    }
    if (agreed == null) {
      return Optional.empty();
    }
    if (negation.isNegated(s, clause, agreed.from())) {
      return Judgement.of(SaidStance.OPEN, agreed.from(), 75);
    }
    if (Negation.isAhead(s, clause, agreed.from())) {
      return Optional.empty();
    }
    boolean isHedged = false;
    for (Phrases.Match hedge : list("mostly").in(s, clause.from(), clause.to())) {
      boolean isNear = hedge.from() < agreed.from() || hedge.from() - agreed.to() < 4;
      boolean isDegree = Negation.isPrecededBy(s, hedge.from(), "how");
      isHedged |= isNear && !isDegree && !Outlooks.isSuperlative(s, hedge);
    }
    return Judgement.of(isHedged ? SaidStance.MOSTLY_AGREED : SaidStance.AGREED, agreed.from(), 75);
  }

  /// Whether a word of agreement is the stance, not part of a name: "a good agreement", "the agreed
  /// text".
  private boolean isStateWord(Sentence s, TokenRange clause, Phrases.Match match) {
    Token token = s.get(match.from());
    if (Grammar.isAskedWithin(s, match.from())) {
      return false;
    }
    if (match.to() - match.from() > 1) {
      return true;
    }
    boolean isBeforeNoun =
        match.to() < clause.to()
            && !(match.from() > 0 && s.get(match.from() - 1).lemma().equals("be"))
            && s.get(match.to()).isTagged("NOUN")
            && !token.isTagged("VERB");
    if (token.isTagged("ADV", "NOUN") && !token.is("done") && !token.is("consensus")) {
      return token.lower().equals("settled")
          || token.lower().equals("ready")
          || token.lower().equals("agreed");
    }
    boolean isInfinitive =
        match.from() > 0
            && s.get(match.from() - 1).is("to")
            && !negation.isNegated(s, clause, match.from());
    boolean isParticiple = token.lower().endsWith("ing");
    return !isBeforeNoun
        && !isInfinitive
        && !isParticiple
        && !token.lower().matches("close|closer|closest|sign");
  }

  private boolean isOpenWord(Sentence s, TokenRange clause, Phrases.Match match) {
    for (int i = Math.max(clause.from(), match.from() - 4); i < match.from(); i++) {
      if (s.get(i).is("whatever") || (s.get(i).is("what") && i > clause.from())) {
        return false;
      }
    }
    if (match.to() - match.from() > 1) {
      return true;
    }
    Token token = s.get(match.from());
    if (token.isTagged("NOUN")) {
      return Grammar.hasFinite(s, clause.from(), clause.to());
    }
    if (token.lemma().equals("open") && token.isTagged("VERB") && !token.is("open")) {
      return false;
    }
    if (token.is("open") || token.is("missing") || token.is("outstanding")) {
      return token.isTagged("ADJ", "ADV", "VERB")
          && !(match.to() < clause.to() && s.get(match.to()).isTagged("NOUN"));
    }
    if (token.lemma().equals("discuss") || token.lemma().equals("negotiate")) {
      return false;
    }
    return true;
  }
}
