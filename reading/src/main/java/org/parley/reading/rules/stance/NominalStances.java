package org.parley.reading.rules.stance;

import java.util.Locale;
import java.util.Optional;
import org.parley.reading.SaidStance;
import org.parley.reading.language.Lexicon;
import org.parley.reading.language.Phrases;
import org.parley.reading.language.Sentence;
import org.parley.reading.rules.clause.Mood;
import org.parley.reading.syntax.Tree;

/// Finds stances that are nouns: "repeated its rejection of the plan", "voiced her doubts about
/// it".
final class NominalStances {

  private final Phrases voice;
  private final Phrases nouns;

  NominalStances(Lexicon lexicon) {
    voice = lexicon.get("predicates.voice");
    nouns = lexicon.get("predicates.nouns");
  }

  /// The stance that the object of a verb of voicing names; empty if it names none.
  Optional<Judgement> of(Sentence s) {
    Tree tree = s.tree();
    for (int i = 0; i < s.size(); i++) {
      boolean isMain = tree.isVerb(i) && (tree.head(i) < 0 || tree.isLabelled(i, "conj"));
      int noun = isMain && voice.at(s, i, s.size()).isPresent() ? tree.child(i, "dobj") : -1;
      Mood mood = Mood.of(s, i);
      if (noun > i
          && !mood.isDenied()
          && !mood.isPassive()
          && !mood.isDemanded()
          && isOwn(s, noun)
          && isOfSomething(s, noun)) {
        Optional<Phrases.Match> match = nouns.at(s, noun, s.size());
        if (match.isPresent()) {
          String stance = match.get().value().toUpperCase(Locale.ROOT);
          return Predicates.found(SaidStance.valueOf(stance), match.get().to() - 1);
        }
      }
    }
    return Optional.empty();
  }

  /// "Her", "its", "the party's" and "strong" objection, but not somebody else's by name.
  private static boolean isOwn(Sentence s, int noun) {
    int owner = s.tree().child(noun, "poss");
    return owner < 0 || s.get(owner).lower().matches("my|our|your|his|her|its|their");
  }

  /// "Objection to the plan", "refusal to sign": whether words follow that tell of what it is.
  private static boolean isOfSomething(Sentence s, int noun) {
    boolean isPhrase = noun + 1 < s.size() && s.get(noun + 1).isTagged("ADP", "PRT");
    return isPhrase || s.tree().child(noun, "prep", "acl", "relcl") >= 0;
  }
}
