package org.parley.reading.rules.stance;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.parley.reading.SaidStance;
import org.parley.reading.language.Lexicon;
import org.parley.reading.language.Phrases;
import org.parley.reading.language.Sentence;
import org.parley.reading.rules.clause.TokenRange;

/// Determines the stance of a clause by rules in a fixed order: denial, delivery, degree,
/// condition, final stage, refusal, settled or open, wish.
public final class Stances {

  /// The probability that an idiom tells the stance.
  private static final int IDIOM = 50;

  /// Words with which an idiom is denied by itself.
  private static final Set<String> NEGATIONS = Set.of("not", "n't", "no", "never", "nowhere");

  private final Reports reports;
  private final Amounts amounts;
  private final Outlooks outlooks;
  private final Refusals refusals;
  private final SettlementFinder states;
  private final Frames frames;
  private final Predicates predicates;
  private final NominalStances nominals;
  private final Negation negation;
  private final Phrases idioms;

  public Stances(Lexicon lexicon) {
    negation = new Negation(lexicon);
    idioms = lexicon.get("stance.idioms");
    reports = new Reports(lexicon, negation);
    amounts = new Amounts(lexicon);
    outlooks = new Outlooks(lexicon, negation);
    refusals = new Refusals(lexicon, negation);
    states = new SettlementFinder(lexicon, negation);
    frames = new Frames(lexicon);
    predicates = new Predicates(lexicon, outlooks);
    nominals = new NominalStances(lexicon);
  }

  /// The stance of a clause; empty if it has none.
  ///
  /// @param said the verb of saying, if known
  public Optional<Judgement> of(Sentence s, TokenRange clause, String said) {
    Optional<Judgement> found = plain(s, clause, said).map(each -> nearly(s, clause, each));
    if (found
        .filter(each -> each.stance() == SaidStance.FINAL_SOON && isPast(s, each))
        .isPresent()) {
      return Optional.empty();
    }
    return found.filter(each -> isTold(each.stance()) && isWhether(s, clause)).isPresent()
        ? Judgement.of(SaidStance.OPEN, found.get().key(), 60)
        : found;
  }

  /// "Only details remain": little is open.
  private static Judgement nearly(Sentence s, TokenRange clause, Judgement judged) {
    boolean isLittle =
        judged.stance() == SaidStance.OPEN
            && clause.from() < clause.to()
            && s.get(clause.from()).lower().matches("only|just|merely|little|few")
            && clause.from() + 2 < clause.to()
            && s.get(clause.from() + (s.get(clause.from() + 1).is("\"") ? 2 : 1))
                .isTagged("NOUN", "ADJ", "NUM");
    return isLittle
        ? new Judgement(SaidStance.MOSTLY_AGREED, null, null, judged.key(), judged.confidence())
        : judged;
  }

  /// "Broke down within days": a past event is not imminent.
  private static boolean isPast(Sentence s, Judgement judged) {
    int verb = Math.min(judged.key(), s.size() - 1);
    while (s.tree().head(verb) >= 0 && !s.get(verb).isTagged("VERB")) {
      verb = s.tree().head(verb);
    }
    return s.tree().tag(verb).equals("VBD")
        && !s.get(verb).lemma().equals("be")
        && s.tree().head(verb) < 0
        && s.tree().child(verb, "xcomp", "ccomp") < 0;
  }

  /// Whether a stance tells of something reached.
  public static boolean isTold(SaidStance stance) {
    return switch (stance) {
      case AGREED, MOSTLY_AGREED, SHARE, FINAL_SOON, RECEIVED -> true;
      case OPEN, REJECTED, CONDITIONAL, NOT_RECEIVED, PREFERS, DENIED_REPORT -> false;
    };
  }

  /// "Could not say whether": an embedded question is not asserted.
  public static boolean isWhether(Sentence s, TokenRange clause) {
    for (int i = clause.from(); i < Math.min(clause.to(), clause.from() + 6); i++) {
      if (s.get(i).is("whether")) {
        return true;
      }
    }
    return false;
  }

  /// The first figure that can denote a degree of completeness.
  public Optional<ShareFinder.FoundShare> figure(Sentence s) {
    return amounts.figure(s);
  }

  /// The text after the first word of condition; empty if there is none.
  public Optional<String> condition(Sentence s) {
    return outlooks.condition(s, new TokenRange(0, s.size()));
  }

  /// "Announced his refusal to sign": whether the stance is a noun.
  public boolean isNoun(Sentence s) {
    return nominals.of(s).isPresent();
  }

  /// The stance of an idiom of negotiators, "we are not there yet": it says nothing else, whatever
  /// stands around it.
  public Optional<Judgement> idiom(Sentence s) {
    TokenRange all = new TokenRange(0, s.size());
    for (Phrases.Match match : idioms.in(s, 0, s.size())) {
      boolean isOwn = NEGATIONS.contains(s.get(match.from()).lower());
      if (isOwn || !negation.isNegated(s, all, match.from())) {
        SaidStance stance = SaidStance.valueOf(match.value().toUpperCase(Locale.ROOT));
        String words = stance == SaidStance.CONDITIONAL ? condition(s).orElse(null) : null;
        return Optional.of(new Judgement(stance, null, words, match.from(), IDIOM))
            .filter(each -> stance != SaidStance.CONDITIONAL || words != null);
      }
    }
    return nominals.of(s);
  }

  private Optional<Judgement> plain(Sentence s, TokenRange clause, String said) {
    Optional<Judgement> found = reports.denied(s, clause, said);
    found = found.isPresent() ? found : reports.received(s, clause);
    found = found.isPresent() ? found : nominals.of(s);
    found = found.isPresent() ? found : predicates.asked(s);
    found = found.isPresent() || !said.equals("expect") ? found : outlooks.soon(s, clause, said);
    found = found.isPresent() ? found : amounts.share(s, clause);
    found = found.isPresent() ? found : states.plainlyOpen(s, clause);
    found = found.isPresent() ? found : outlooks.conditional(s, clause);
    found = found.isPresent() ? found : frames.pending(s, clause);
    found = found.isPresent() ? found : outlooks.soon(s, clause, said);
    found = found.isPresent() ? found : refusals.rejected(s, clause);
    found = found.isPresent() ? found : frames.refusal(s, clause);
    found = found.isPresent() ? found : predicates.of(s, clause, said);
    found = found.isPresent() ? found : states.openOrAgreed(s, clause);
    found = found.isPresent() ? found : frames.noun(s, clause);
    return found.isPresent() ? found : refusals.prefers(s, clause);
  }
}
