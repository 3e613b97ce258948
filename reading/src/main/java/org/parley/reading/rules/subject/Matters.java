package org.parley.reading.rules.subject;

import org.jspecify.annotations.Nullable;
import org.parley.reading.SaidStance;
import org.parley.reading.language.Lexicon;
import org.parley.reading.language.Sentence;
import org.parley.reading.rules.clause.TokenRange;
import org.parley.reading.rules.speech.Utterance;
import org.parley.reading.rules.stance.Judgement;

/// Whether the subject of a clause can be a matter of negotiation.
public final class Matters {

  private final Lexicon lexicon;

  public Matters(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /// Whether it is one: as stated by a speaker, or by the clause itself in narration.
  public boolean isOne(
      Sentence content,
      TokenRange clause,
      Judgement judged,
      TokenRange about,
      @Nullable Utterance head,
      boolean isSaid,
      String lastSubject) {
    if (judged.stance() == SaidStance.DENIED_REPORT && (head != null || isSaid)) {
      return true;
    }
    if (about.isEmpty()) {
      return judged.stance() == SaidStance.DENIED_REPORT;
    }
    boolean isPersonal =
        about.size() == 1
            && content
                .get(about.from())
                .lower()
                .matches("i|we|you|he|she|they|one|who|what|everybody|everyone|nobody|anybody");
    if (content.get(about.from()).is("they") && judged.share() != null) {
      return true;
    }
    boolean isOfInstrument =
        (judged.stance() == SaidStance.RECEIVED || judged.stance() == SaidStance.NOT_RECEIVED)
            && lexicon.get("documents.papers").isIn(content, judged.key(), clause.to());
    if (isPersonal && isOfInstrument) {
      return true;
    }
    if (isPersonal && judged.stance() != SaidStance.PREFERS) {
      boolean isSoon = judged.stance() == SaidStance.FINAL_SOON;
      boolean isTogether = content.get(about.from()).lower().matches("we|they");
      boolean isBound = judged.stance() == SaidStance.CONDITIONAL && isStateWord(content, judged);
      return isBound
          || (isTogether && (!lastSubject.isEmpty() || isSoon || isStateWord(content, judged)));
    }
    boolean isNegotiable =
        lexicon.get("documents.documents").isIn(content, clause.from(), clause.to())
            || lexicon.get("documents.matters").isIn(content, clause.from(), clause.to())
            || lexicon.get("topics.groups").isIn(content, clause.from(), clause.to());
    boolean isThing = isThing(content, about) && judged.key() < content.size();
    boolean isAnaphor = Subjects.isPronoun(content, about) && !isPersonal;
    if (head == null) {
      boolean isWish =
          judged.stance() == SaidStance.PREFERS || judged.stance() == SaidStance.REJECTED;
      boolean isPlain =
          judged.key() < content.size()
              && lexicon.get("stance.plain").at(content, judged.key(), clause.to()).isPresent();
      if (isPlain) {
        return true;
      }
      return isNegotiable
          || isAnaphor
          || (isSaid && isThing)
          || (isWish && content.get(0).is("it"));
    }
    boolean isOfThing =
        isSaid
            && judged.key() < content.size()
            && content.get(about.from()).span().start() > content.get(judged.key()).span().start()
            && !isPersonal;
    return judged.stance() != SaidStance.PREFERS || isNegotiable || isOfThing || isThing;
  }

  /// Whether a phrase denotes a thing to want or refuse, not a day or person.
  private boolean isThing(Sentence content, TokenRange about) {
    int noun = about.to() - 1;
    for (int i = about.to() - 1; i >= about.from(); i--) {
      noun =
          content.tree().head(i) < about.from() || content.tree().head(i) >= about.to() ? i : noun;
    }
    return content.get(noun).isTagged("NOUN")
        && !lexicon.get("documents.no-matters").has(content.get(noun));
  }

  /// Whether the stance rests on a word that implies its subject: "we have signed".
  public boolean isStateWord(Sentence content, Judgement judged) {
    boolean isConditional = judged.stance() == SaidStance.CONDITIONAL;
    return judged.share() != null
        || (isConditional && lexicon.get("stance.self-evident").isIn(content, 0, content.size()))
        || (judged.key() < content.size()
            && lexicon.get("stance.self-evident").has(content.get(judged.key())));
  }
}
