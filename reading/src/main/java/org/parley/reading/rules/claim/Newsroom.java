package org.parley.reading.rules.claim;

import java.util.List;
import org.parley.reading.SaidStance;
import org.parley.reading.TextSpan;
import org.parley.reading.language.Lexicon;
import org.parley.reading.language.Phrases;
import org.parley.reading.language.Sentence;
import org.parley.reading.rules.clause.Mood;
import org.parley.reading.rules.clause.TextClause;
import org.parley.reading.rules.speech.SpeechSource;
import org.parley.reading.rules.stance.Judgement;

/// Finds acts in narration that imply a position.
final class Newsroom {

  private final ActorFinder doers;
  private final Phrases settled;
  private final Phrases accepted;

  Newsroom(Lexicon lexicon, ActorFinder doers) {
    this.doers = doers;
    accepted = lexicon.get("predicates.accept");
    settled = lexicon.get("predicates.settle");
  }

  /// "How much is left depends on whom one asks", "on Monday they handed over their papers": pure
  /// narration.
  boolean isNarration(TextClause clause, Sentence content, Judgement judged, SpeechSource source) {
    boolean isOwn = doers.of(clause.sentence(), clause, source.isJoint()).equals(source.who());
    boolean isQuestion = content.get(0).lower().matches("how|what|whether|who|where|when");
    int verb = top(content);
    boolean isState =
        switch (judged.stance()) {
          case RECEIVED, MOSTLY_AGREED, SHARE -> true;
          case FINAL_SOON ->
              verb >= 0
                  && (content.get(verb).lemma().equals("be") || Mood.of(content, verb).isAble());
          case AGREED ->
              isPast(content, verb)
                  && (settled.at(content, verb, content.size()).isPresent()
                      || content.get(verb).lemma().matches("reach|strike|find"))
                  && accepted.at(content, verb, content.size()).isEmpty()
                  && !isConsent(content, verb);
          case OPEN, REJECTED, CONDITIONAL, NOT_RECEIVED, PREFERS, DENIED_REPORT -> false;
        };
    return (judged.stance() == SaidStance.RECEIVED || (isState && isOwn))
        || (judged.stance() == SaidStance.CONDITIONAL
            && (isQuestion || (isOwn && isWhen(content, verb))));
  }

  /// "Agreed to the plan", not "agreed on it": one side takes what is offered.
  private static boolean isConsent(Sentence content, int verb) {
    int to = content.tree().child(verb, "prep");
    return content.get(verb).lemma().equals("agree") && to >= 0 && content.get(to).is("to");
  }

  private static boolean isPast(Sentence content, int verb) {
    return verb >= 0 && content.tree().tag(verb).equals("VBD");
  }

  /// "Would not be drawn on it when she left": when it was, and no condition.
  private static boolean isWhen(Sentence content, int verb) {
    for (int each : verb < 0 ? List.<Integer>of() : content.tree().children(verb)) {
      int mark =
          content.tree().isLabelled(each, "advcl") ? content.tree().child(each, "advmod") : -1;
      if (mark >= 0 && content.get(mark).is("when") && isPast(content, each)) {
        return true;
      }
    }
    return false;
  }

  private static int top(Sentence content) {
    for (int i = 0; i < content.size(); i++) {
      if (content.tree().head(i) < 0 && content.tree().isVerb(i)) {
        return i;
      }
    }
    return -1;
  }

  /// "The council subscribes to it": the subject of the verb takes a position by it.
  boolean isDeed(TextClause clause, Sentence content, Judgement judged, SpeechSource source) {
    int verb = Math.min(judged.key(), content.size() - 1);
    while (content.tree().head(verb) >= 0
        && (!content.get(verb).isTagged("VERB") || content.tree().isLabelled(verb, "xcomp"))) {
      verb = content.tree().head(verb);
    }
    TextSpan own = clause.sentence().get(clause.head()).span();
    boolean isVerb = content.get(verb).span().equals(own) || content.tree().head(verb) < 0;
    return isVerb && doers.of(clause.sentence(), clause, source.isJoint()).equals(source.who());
  }
}
