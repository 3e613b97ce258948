package org.parley.reading.rules;

import org.jspecify.annotations.Nullable;
import org.parley.reading.SaidStance;
import org.parley.reading.language.Lexicon;
import org.parley.reading.language.Sentence;

/// Whether what a clause speaks of can be a matter of negotiation at all.
final class Matters {

  private final Lexicon lexicon;

  Matters(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /// Whether it is one: as somebody says it, or, where nobody is said to say it, as the clause
  /// shows.
  boolean isOne(
      Sentence content,
      Range clause,
      Judgement judged,
      Range about,
      @Nullable Utterance head,
      boolean inTurn,
      String lastSubject) {
    if (about.isEmpty()) {
      return judged.stance() == SaidStance.DENIED_REPORT;
    }
    boolean isPersonal =
        about.size() == 1
            && content.get(about.from()).lower().matches("i|we|you|he|she|they|one|who|what");
    if (content.get(about.from()).is("they") && judged.share() != null) {
      return true;
    }
    if (isPersonal && judged.stance() != SaidStance.PREFERS) {
      boolean isTogether = content.get(about.from()).lower().matches("we|they");
      return isTogether && (!lastSubject.isEmpty() || isStateWord(content, judged));
    }
    boolean isNegotiable =
        lexicon.get("documents.documents").isIn(content, clause.from(), clause.to())
            || lexicon.get("documents.matters").isIn(content, clause.from(), clause.to())
            || lexicon.get("topics.groups").isIn(content, clause.from(), clause.to());
    boolean isAnaphor = Subjects.isPronoun(content, about) && !isPersonal;
    if (head == null) {
      boolean isWish =
          judged.stance() == SaidStance.PREFERS || judged.stance() == SaidStance.REJECTED;
      boolean isPlain =
          judged.key() < content.size()
              && lexicon.get("stance.plain").at(content, judged.key(), clause.to()).isPresent();
      if (isPlain || inTurn) {
        return true;
      }
      return isNegotiable || isAnaphor || (isWish && content.get(0).is("it"));
    }
    boolean isOfThing =
        inTurn
            && judged.key() < content.size()
            && content.get(about.from()).span().start() > content.get(judged.key()).span().start()
            && !isPersonal;
    return judged.stance() != SaidStance.PREFERS || isNegotiable || isOfThing;
  }

  /// Whether what is said rests on a word that says itself what is spoken of, "we have signed".
  private boolean isStateWord(Sentence content, Judgement judged) {
    return judged.share() != null
        || (judged.key() < content.size()
            && lexicon.get("stance.self-evident").has(content.get(judged.key())));
  }
}
