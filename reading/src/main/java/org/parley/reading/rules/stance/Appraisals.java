package org.parley.reading.rules.stance;

import java.util.Optional;
import org.parley.reading.SaidStance;
import org.parley.reading.language.Lexicon;
import org.parley.reading.language.Phrases;
import org.parley.reading.language.Sentence;
import org.parley.reading.rules.clause.Agents;
import org.parley.reading.rules.clause.Mood;
import org.parley.reading.rules.clause.Speakers;
import org.parley.reading.rules.clause.TokenRange;

/// Derives stances from predicates of "be" or naming verbs: "is history", "called it a surrender".
final class Appraisals {

  /// So many tokens a remark without a verb may have.
  private static final int MAX_FRAGMENT = 12;

  private final Lexicon lexicon;
  private final Outlooks outlooks;
  private final Agents agents;

  Appraisals(Lexicon lexicon, Outlooks outlooks, Agents agents) {
    this.lexicon = lexicon;
    this.outlooks = outlooks;
    this.agents = agents;
  }

  private Phrases list(String name) {
    return lexicon.get("predicates." + name);
  }

  /// The stance of a predicate of "is", "remains" or "looks".
  Optional<Judgement> of(Sentence s, TokenRange clause, int verb, Mood mood) {
    if (!s.get(verb).lemma().matches("be|remain|seem|look|appear|stay|sound|stand|prove|feel")) {
      return Optional.empty();
    }
    int at = verb + 1;
    while (at < clause.to() && isFiller(s, at) && word(s, at, clause.to()).isEmpty()) {
      at++;
    }
    if (at >= clause.to()) {
      return Optional.empty();
    }
    boolean isThing = !agents.isOne(s, Speakers.subjectOf(s, verb));
    return word(s, at, clause.to()).flatMap(each -> judge(s, clause, each, mood, isThing));
  }

  private static boolean isFiller(Sentence s, int at) {
    return s.get(at).isTagged("ADV", "PART", "PUNCT")
        || s.get(at).lower().matches("a|an|the|all|both");
  }

  /// The stance of an object complement: the clause is the thing and the word.
  Optional<Judgement> named(Sentence s) {
    Mood plain = Mood.PLAIN;
    for (int i = s.size() > 2 ? 1 : 0; i < s.size(); i++) {
      Optional<Word> word = word(s, i, s.size());
      if (word.isPresent()) {
        return judge(s, new TokenRange(0, s.size()), word.get(), plain, true);
      }
    }
    return Optional.empty();
  }

  /// "The annex? Finished.", "Wages, no.": a predicate without a verb.
  Optional<Judgement> fragment(Sentence s) {
    return s.size() > MAX_FRAGMENT ? Optional.empty() : named(s);
  }

  private record Word(String kind, int at, int to) {}

  private Optional<Word> word(Sentence s, int at, int end) {
    Word best = null;
    for (String kind : new String[] {"settled", "open", "refused", "false"}) {
      Optional<Phrases.Match> match = list(kind + "-words").at(s, at, end);
      if (match.isPresent() && (best == null || match.get().to() > best.to)) {
        best = new Word(kind, at, match.get().to());
      }
    }
    boolean isParticle =
        best != null && best.to - at == 1 && s.get(at).isTagged("ADP", "ADV") && best.to < end;
    boolean isCompared = best != null && s.tree().tag(at).matches("JJR|RBR");
    boolean isAttribute =
        best != null && best.to < end && s.get(best.to).isTagged("NOUN", "ADJ", "PROPN");
    return best == null
            || (isParticle && !s.get(best.to).isTagged("PUNCT"))
            || isAttribute
            || isCompared
        ? Optional.empty()
        : Optional.of(best);
  }

  private Optional<Judgement> judge(
      Sentence s, TokenRange clause, Word word, Mood mood, boolean isThing) {
    boolean isWilling = s.get(word.at).is("open") && isTo(s, word.to, clause);
    if (isWilling) {
      return Predicates.found(mood.isDenied() ? SaidStance.REJECTED : SaidStance.AGREED, word.at);
    }
    return switch (word.kind) {
      case "settled" -> settled(s, clause, word, mood);
      case "open" ->
          Predicates.found(mood.isDenied() ? SaidStance.AGREED : SaidStance.OPEN, word.at);
      case "refused" ->
          mood.isDenied() ? Optional.empty() : Predicates.found(SaidStance.REJECTED, word.at);
      default -> {
        boolean isReport =
            lexicon.get("stance.reports").isIn(s, clause.from(), clause.to())
                || s.get(clause.from()).lower().matches("that|this|it");
        yield isReport && isThing && !mood.isDenied()
            ? Predicates.found(SaidStance.DENIED_REPORT, word.at)
            : Optional.empty();
      }
    };
  }

  private static boolean isTo(Sentence s, int at, TokenRange clause) {
    return at < clause.to() && s.get(at).is("to");
  }

  private Optional<Judgement> settled(Sentence s, TokenRange clause, Word word, Mood mood) {
    if (mood.isDenied() || mood.isDemanded()) {
      return Predicates.found(SaidStance.OPEN, word.at);
    }
    if (mood.isAhead()) {
      return outlooks.hasTime(s, clause)
          ? Predicates.found(SaidStance.FINAL_SOON, word.at)
          : Optional.empty();
    }
    boolean isHedged = outlooks.isHedged(s, clause, word.at);
    return mood.isDoubtful() || mood.isAble()
        ? Optional.empty()
        : Predicates.found(isHedged ? SaidStance.MOSTLY_AGREED : SaidStance.AGREED, word.at);
  }
}
