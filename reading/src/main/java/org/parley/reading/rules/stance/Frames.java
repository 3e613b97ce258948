package org.parley.reading.rules.stance;

import java.util.Optional;
import org.parley.reading.SaidStance;
import org.parley.reading.language.Lexicon;
import org.parley.reading.language.Phrases;
import org.parley.reading.language.Sentence;
import org.parley.reading.language.Token;
import org.parley.reading.rules.clause.Agents;
import org.parley.reading.rules.clause.Speakers;
import org.parley.reading.rules.clause.TokenRange;
import org.parley.reading.syntax.Tree;

/// Derives stances from syntactic frames, for any verb: "will not" with an agent, a light verb with
/// a noun of state, "yet to" happen.
final class Frames {

  private final Phrases agreed;
  private final Phrases open;
  private final Phrases light;
  private final Phrases neutral;
  private final Phrases papers;
  private final Agents agents;

  Frames(Lexicon lexicon) {
    agreed = lexicon.get("stance.nouns-agreed");
    open = lexicon.get("stance.nouns-open");
    light = lexicon.get("stance.light-verbs");
    neutral = lexicon.get("stance.neutral-verbs");
    papers = lexicon.get("documents.papers");
    agents = new Agents(lexicon);
  }

  /// "They will not give it up": a refusal by an agent, for any object.
  Optional<Judgement> refusal(Sentence s, TokenRange clause) {
    for (int i = clause.from(); i < clause.to(); i++) {
      boolean isWilful =
          s.get(i).isTagged("VERB")
              && s.tree().child(i, "auxpass") < 0
              && hasWill(s, i)
              && isDenied(s, i)
              && !isTimed(s, i)
              && !neutral.has(s.get(i));
      if (isWilful && agents.isOne(s, Speakers.subjectOf(s, i))) {
        return Judgement.of(SaidStance.REJECTED, i, 65);
      }
    }
    return Optional.empty();
  }

  /// "Will not leave before they are free": a condition, no refusal.
  private static boolean isTimed(Sentence s, int verb) {
    for (int each : s.tree().children(verb)) {
      int mark = s.tree().isLabelled(each, "advcl") ? s.tree().child(each, "mark", "advmod") : -1;
      if (mark >= 0 && s.get(mark).lower().matches("before|until|unless")) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasWill(Sentence s, int verb) {
    for (int each : s.tree().children(verb)) {
      if (s.tree().isLabelled(each, "aux")
          && s.get(each).lower().matches("will|would|wo|shall|'ll|'d")) {
        return true;
      }
    }
    return false;
  }

  /// "Had an agreement on fees", "there are doubts about it", "no accord was found".
  Optional<Judgement> noun(Sentence s, TokenRange clause) {
    for (int i = clause.from(); i < clause.to(); i++) {
      boolean isAgreed = agreed.has(s.get(i));
      boolean isOpen = open.has(s.get(i));
      int verb = s.get(i).isTagged("NOUN") && (isAgreed || isOpen) ? verbOf(s, i) : -1;
      if (verb < 0) {
        continue;
      }
      boolean isDenied = isDenied(s, verb) || hasNo(s, i);
      if (isAgreed && !isDenied && Negation.isAhead(s, clause, verb + 1)) {
        return Optional.empty();
      }
      return Judgement.of(isAgreed == isDenied ? SaidStance.OPEN : SaidStance.AGREED, i, 60);
    }
    return Optional.empty();
  }

  /// The light verb of a noun; -1 if there is none.
  private int verbOf(Sentence s, int noun) {
    Tree tree = s.tree();
    int at = tree.isLabelled(noun, "pobj") ? tree.head(noun) : noun;
    boolean isComplement =
        tree.isLabelled(at, "dobj", "attr", "nsubjpass", "prep")
            || (tree.isLabelled(at, "nsubj") && tree.head(at) >= 0);
    int verb = isComplement ? tree.head(at) : -1;
    boolean isWhatItIs =
        tree.isLabelled(at, "attr", "nsubj")
            && verb >= 0
            && s.get(verb).lemma().equals("be")
            && isThing(s, verb);
    return verb >= 0 && light.has(s.get(verb)) && !isWhatItIs ? verb : -1;
  }

  /// "The treaty is an agreement": a definition, not a statement that there is one.
  private static boolean isThing(Sentence s, int verb) {
    return s.tree().child(verb, "expl") < 0;
  }

  /// "The text has yet to be discussed", "remains to be settled".
  Optional<Judgement> pending(Sentence s, TokenRange clause) {
    for (int i = clause.from(); i + 1 < clause.to(); i++) {
      boolean isYet = s.get(i).is("yet") && s.get(i + 1).is("to");
      if (isYet && hasPaper(s, i, clause.to())) {
        return Optional.empty();
      }
      boolean isLeft =
          s.get(i).is("left")
              && s.get(i + 1).is("to")
              && i > clause.from()
              && s.get(i - 1).isTagged("NOUN", "ADJ")
              && !s.get(i - 1).is("nothing")
              && isThere(s, clause);
      if (isYet || isLeft) {
        return Judgement.of(SaidStance.OPEN, i, 65);
      }
    }
    return Optional.empty();
  }

  private boolean hasPaper(Sentence s, int from, int to) {
    for (int i = from; i < to; i++) {
      if (s.get(i).isTagged("NOUN", "PROPN") && papers.at(s, i, to).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static boolean isThere(Sentence s, TokenRange clause) {
    for (int i = clause.from(); i < clause.to(); i++) {
      if (s.tree().isLabelled(i, "expl")) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDenied(Sentence s, int verb) {
    Tree tree = s.tree();
    for (int each : tree.children(verb)) {
      if (tree.isLabelled(each, "neg") || isNegative(s.get(each))) {
        return true;
      }
    }
    int object = tree.child(verb, "dobj", "iobj", "dative");
    if (object >= 0 && s.get(object).lower().matches("nobody|nothing|none")) {
      return true;
    }
    int subject = Speakers.subjectOf(s, verb);
    return subject >= 0 && (isNegative(s.get(subject)) || hasNo(s, subject));
  }

  private static boolean hasNo(Sentence s, int noun) {
    for (int each : s.tree().children(noun)) {
      if (s.get(each).lower().matches("no|neither|little")) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNegative(Token token) {
    return token.lower().matches("never|hardly|scarcely|barely|nobody|nothing|none|neither");
  }
}
