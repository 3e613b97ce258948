package org.parley.reading.rules.stance;

import java.util.List;
import java.util.Optional;
import org.parley.reading.SaidStance;
import org.parley.reading.language.Lexicon;
import org.parley.reading.language.Phrases;
import org.parley.reading.language.Sentence;
import org.parley.reading.rules.clause.TokenRange;

/// Finds the degree of completeness in figures.
final class Amounts {

  private final ShareFinder shares;

  private final Lexicon lexicon;

  Amounts(Lexicon lexicon) {
    this.lexicon = lexicon;
    shares = new ShareFinder(lexicon);
  }

  private Phrases list(String name) {
    return lexicon.get("stance." + name);
  }

  /// The first figure that can denote a degree of completeness, whatever the clause says of it.
  Optional<ShareFinder.FoundShare> figure(Sentence s) {
    TokenRange all = new TokenRange(0, s.size());
    return shares.in(s, 0, s.size()).stream().findFirst().filter(each -> !isBelow(s, all, each));
  }

  Optional<Judgement> share(Sentence s, TokenRange clause) {
    List<ShareFinder.FoundShare> found = shares.in(s, clause.from(), clause.to());
    if (found.isEmpty()) {
      return Optional.empty();
    }
    ShareFinder.FoundShare first = found.getFirst();
    boolean isSettled = list("agreed").isIn(s, clause.from(), clause.to());
    boolean isOpen = list("open").isIn(s, clause.from(), clause.to());
    if ((isOpen && !isSettled) || (isSettled && isBelow(s, clause, first))) {
      return Judgement.of(SaidStance.OPEN, first.from(), 70);
    }
    boolean isBare = (clause.size() < 14 && !isOther(s, clause, first)) || isSettled;
    if (!isBare) {
      return Optional.empty();
    }
    SaidStance stance = first.tenths() >= 1000 ? SaidStance.AGREED : SaidStance.SHARE;
    return Optional.of(
        new Judgement(stance, first.words(), null, first.from(), isSettled ? 90 : 70));
  }

  /// "Less than half is agreed", "not even half": most of it is not.
  private static boolean isBelow(Sentence s, TokenRange clause, ShareFinder.FoundShare found) {
    int at = found.from();
    if (at - 2 < clause.from()) {
      return false;
    }
    String before = s.get(at - 2).lower() + " " + s.get(at - 1).lower();
    return before.matches("(?:less|fewer) than|not even");
  }

  /// "Hold a third of the province": a percentage or fraction with a verb other than of measure.
  private static boolean isOther(Sentence s, TokenRange clause, ShareFinder.FoundShare found) {
    boolean isCounted = found.words().contains(" of ");
    for (int i = clause.from(); i < clause.to() && !isCounted; i++) {
      boolean isVerb = i < found.from() && s.tree().head(i) < 0 && s.get(i).isTagged("VERB");
      boolean isOffer =
          isVerb
              && s.get(i).lemma().equals("put")
              && s.tree().child(i, "dobj") >= found.from()
              && s.tree().child(i, "dobj") < found.to();
      if (isOffer) {
        return true;
      }
      if (isVerb
          && !s.get(i).lemma().matches("be|put|reach|stand|remain|need|have|get|make|leave")) {
        return true;
      }
    }
    return false;
  }
}
