package org.parley.reading.rules;

import org.parley.reading.SaidStance;
import org.parley.reading.Span;
import org.parley.reading.language.Sentence;

/// Tells what somebody does, by which they take a position, from what the newsroom reports.
final class Newsroom {

  private final Doers doers;

  Newsroom(Doers doers) {
    this.doers = doers;
  }

  /// "How much is left depends on whom one asks", "on Monday they handed over their papers": what
  /// the newsroom tells.
  boolean isTold(Clause clause, Sentence content, Judgement judged, Telling told) {
    boolean isOwn = doers.of(clause.sentence(), clause, told.isJoint()).equals(told.who());
    boolean isQuestion = content.get(0).lower().matches("how|what|whether|who|where|when");
    int verb = top(content);
    boolean isState =
        switch (judged.stance()) {
          case RECEIVED, MOSTLY_AGREED, SHARE -> true;
          case FINAL_SOON ->
              verb >= 0
                  && (content.get(verb).lemma().equals("be") || Mood.of(content, verb).isAble());
          case AGREED, OPEN, REJECTED, CONDITIONAL, NOT_RECEIVED, PREFERS, DENIED_REPORT -> false;
        };
    return (judged.stance() == SaidStance.RECEIVED || (isState && isOwn))
        || (judged.stance() == SaidStance.CONDITIONAL && isQuestion);
  }

  private static int top(Sentence content) {
    for (int i = 0; i < content.size(); i++) {
      if (content.tree().head(i) < 0 && content.tree().isVerb(i)) {
        return i;
      }
    }
    return -1;
  }

  /// "The council subscribes to it": whoever a verb has as its subject takes a position by it.
  boolean isDeed(Clause clause, Sentence content, Judgement judged, Telling told) {
    int verb = Math.min(judged.key(), content.size() - 1);
    while (content.tree().head(verb) >= 0
        && (!content.get(verb).isTagged("VERB") || content.tree().isLabelled(verb, "xcomp"))) {
      verb = content.tree().head(verb);
    }
    Span own = clause.sentence().get(clause.head()).span();
    boolean isVerb = content.get(verb).span().equals(own) || content.tree().head(verb) < 0;
    return isVerb && doers.of(clause.sentence(), clause, told.isJoint()).equals(told.who());
  }
}
