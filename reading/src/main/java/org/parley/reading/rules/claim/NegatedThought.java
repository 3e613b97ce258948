package org.parley.reading.rules.claim;

import java.util.Set;
import org.parley.reading.SaidStance;
import org.parley.reading.language.Sentence;
import org.parley.reading.rules.clause.Mood;
import org.parley.reading.rules.stance.Judgement;
import org.parley.reading.rules.stance.Stances;

/// A denial of the thought instead of the thing: "I don't think it is agreed" says that it is not.
final class NegatedThought {

  private static final Set<String> THOUGHTS =
      Set.of("think", "believe", "say", "imagine", "suppose", "expect", "consider", "call");

  private NegatedThought() {}

  /// The stance of a clause under a verb of thinking that somebody denies of themselves.
  ///
  /// @param thought the verb, or -1
  static Judgement of(Sentence s, int thought, Judgement judged) {
    int who = thought < 0 ? -1 : s.tree().child(thought, "nsubj");
    boolean isOwn = who >= 0 && s.get(who).lower().matches("i|we");
    return isOwn
            && THOUGHTS.contains(s.get(thought).lemma())
            && Mood.of(s, thought).isDenied()
            && Stances.isTold(judged.stance())
        ? new Judgement(SaidStance.OPEN, null, null, judged.key(), judged.confidence())
        : judged;
  }
}
