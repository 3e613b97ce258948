package org.parley.reading.rules.stance;

import java.util.Optional;
import org.parley.reading.SaidStance;
import org.parley.reading.language.Lexicon;
import org.parley.reading.language.Phrases;
import org.parley.reading.language.Sentence;
import org.parley.reading.language.Token;
import org.parley.reading.rules.clause.TokenRange;

/// Finds refusals and wishes of a party.
final class Refusals {

  private final Lexicon lexicon;
  private final Negation negation;

  Refusals(Lexicon lexicon, Negation negation) {
    this.lexicon = lexicon;
    this.negation = negation;
  }

  private Phrases list(String name) {
    return lexicon.get("stance." + name);
  }

  Optional<Judgement> rejected(Sentence s, TokenRange clause) {
    for (Phrases.Match match : list("rejected-when-negated").in(s, clause.from(), clause.to())) {
      boolean isNoun = s.tree().child(match.from(), "det", "poss") >= 0;
      boolean isRefusal =
          !isNoun
              && negation.isNegated(s, clause, match.from())
              && hasWill(s, clause, match.from());
      if (isRefusal) {
        return Judgement.of(SaidStance.REJECTED, match.from(), 75);
      }
    }
    for (Phrases.Match match : list("rejected").in(s, clause.from(), clause.to())) {
      boolean isNever = match.value().equals("never");
      if (isNever
          || isOfWords(s, match.from())
          || negation.isNegated(s, clause, match.from())
          || (s.get(match.from()).isTagged("NOUN") && match.to() - match.from() == 1)) {
        continue;
      }
      return Judgement.of(SaidStance.REJECTED, match.from(), 75);
    }
    return Optional.empty();
  }

  private static boolean hasWill(Sentence s, TokenRange clause, int index) {
    for (int i = Math.max(clause.from(), index - 6); i <= index; i++) {
      switch (s.get(i).lower()) {
        case "will",
            "would",
            "could",
            "can",
            "cannot",
            "never",
            "won",
            "'ll",
            "shall",
            "unable",
            "ca",
            "wo",
            "do",
            "does",
            "is",
            "are",
            "was",
            "were",
            "to" -> {
          return true;
        }
        default -> {
          // another word
        }
      }
    }
    return false;
  }

  Optional<Judgement> prefers(Sentence s, TokenRange clause) {
    for (Phrases.Match match : list("prefers").in(s, clause.from(), clause.to())) {
      Token token = s.get(match.from());
      boolean isVerb =
          token.isTagged("VERB", "AUX") || match.to() - match.from() > 1 || token.is("should");
      boolean isInfinitive = match.from() > 0 && s.get(match.from() - 1).is("to");
      if (isVerb
          && !isInfinitive
          && !isHypothetical(s, clause, match.from())
          && !isOfMind(s, match.from())
          && !isPassive(s, match.from())
          && !Predicates.isAsked(s, match.from())
          && !isOfWords(s, match.from())
          && !negation.isNegated(s, clause, match.from())) {
        return Judgement.of(SaidStance.PREFERS, match.from(), 55);
      }
    }
    return Optional.empty();
  }

  /// "Should it come off": a condition.
  private static boolean isHypothetical(Sentence s, TokenRange clause, int index) {
    return index == clause.from()
        && s.get(index).is("should")
        && index + 1 < clause.to()
        && s.get(index + 1).isTagged("PRON", "DET", "NOUN", "PROPN");
  }

  /// "Members should remember": advice, not a matter of a settlement.
  private boolean isOfMind(Sentence s, int index) {
    int verb = s.get(index).is("should") ? s.tree().head(index) : -1;
    return verb >= 0
        && lexicon.get("predicates.inner").has(s.get(verb))
        && !s.get(verb).lemma().matches("be|have|do");
  }

  /// "Declined to comment": a refusal to speak only.
  private boolean isOfWords(Sentence s, int verb) {
    int inner = s.tree().child(verb, "xcomp");
    return inner >= 0
        && list("neutral-verbs").has(s.get(inner))
        && s.tree().child(inner, "dobj", "ccomp", "xcomp", "acomp") < 0
        && !s.get(inner).lemma().equals("be");
  }

  private static boolean isPassive(Sentence s, int verb) {
    return s.tree().child(verb, "auxpass") >= 0;
  }
}
