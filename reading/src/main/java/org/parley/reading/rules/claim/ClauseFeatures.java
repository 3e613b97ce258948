package org.parley.reading.rules.claim;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parley.reading.Speaker;
import org.parley.reading.language.Lexicon;
import org.parley.reading.language.Sentence;
import org.parley.reading.language.Token;
import org.parley.reading.rules.clause.Mood;
import org.parley.reading.rules.clause.Speakers;
import org.parley.reading.rules.speech.SpeechSource;
import org.parley.reading.rules.stance.Judgement;
import org.parley.reading.rules.stance.Stances;

/// The features of a clause for a classifier: lemma n-grams, dependency arcs, lexicon memberships,
/// attribution, and the rules' result. Names and figures are left out.
final class ClauseFeatures {

  private static final List<String> LISTS =
      List.of(
          "predicates.accept",
          "predicates.refuse",
          "predicates.settle",
          "predicates.unsettle",
          "predicates.ponder",
          "predicates.wish",
          "predicates.depend",
          "predicates.deny",
          "predicates.talk",
          "predicates.commit",
          "predicates.hurdles",
          "predicates.get",
          "predicates.carriers",
          "predicates.inner",
          "stance.neutral-verbs",
          "stance.self-evident",
          "documents.documents",
          "documents.papers",
          "documents.matters",
          "topics.groups",
          "people.institutions",
          "people.offices",
          "people.unnamed");

  private final Lexicon lexicon;
  private final Stances stances;

  ClauseFeatures(Lexicon lexicon, Stances stances) {
    this.lexicon = lexicon;
    this.stances = stances;
  }

  /// The features of a clause. A model depends on their names: retrain after a change.
  ///
  /// @param said the verb of saying, "" if there is none
  /// @param isFirst whether it is the first clause of its utterance
  /// @param outcome the outcome by the rules alone
  Set<String> of(
      Sentence s,
      String said,
      SpeechSource source,
      boolean isFirst,
      Optional<Judgement> rule,
      ClauseTrace.Outcome outcome) {
    Set<String> all = new LinkedHashSet<>();
    String[] words = words(s);
    addWords(words, all);
    addTree(s, words, all);
    addOwnVerb(s, words, all);
    String how = how(source, said);
    addTelling(s, said, source, isFirst, how, all);
    addRules(s, words, how, rule, outcome, all);
    return all;
  }

  private static String[] words(Sentence s) {
    String[] words = new String[s.size()];
    for (int i = 0; i < words.length; i++) {
      words[i] = word(s, i);
    }
    return words;
  }

  /// Words, pairs, pairs with a gap, and threes.
  private static void addWords(String[] words, Set<String> all) {
    int size = words.length;
    for (int i = 0; i < size; i++) {
      all.add("w:" + words[i]);
      all.add("b:" + words[i] + "_" + (i + 1 < size ? words[i + 1] : "$"));
      if (i + 2 < size) {
        all.add("k:" + words[i] + "_" + words[i + 2]);
        all.add("t:" + words[i] + "_" + words[i + 1] + "_" + words[i + 2]);
      }
    }
    if (size > 0) {
      all.add("b:^_" + words[0]);
    }
    all.add("z:" + Math.min(size / 4, 6));
  }

  /// Adds dependency arcs, lexicon memberships, and the mood of verbs.
  private void addTree(Sentence s, String[] words, Set<String> all) {
    int top = top(s);
    for (int i = 0; i < words.length; i++) {
      int head = s.tree().head(i);
      if (head >= 0 && !s.get(i).isTagged("PUNCT", "DET")) {
        all.add("d:" + words[head] + ">" + s.tree().label(i) + ">" + words[i]);
      }
      for (String list : LISTS) {
        if (lexicon.get(list).at(s, i, words.length).isPresent()) {
          all.add("l:" + list + ":" + (i == top ? "top" : "in"));
          if (s.tree().isVerb(i)) {
            all.add("l:" + list + ":" + mood(s, i));
          }
        }
      }
    }
  }

  private static void addOwnVerb(Sentence s, String[] words, Set<String> all) {
    int top = top(s);
    if (top < 0) {
      return;
    }
    String mood = mood(s, top);
    all.add("v:" + words[top]);
    all.add("v:" + words[top] + mood);
    all.add("m:" + mood);
    int subject = Speakers.subjectOf(s, top);
    all.add("s:" + (subject < 0 ? "-" : words[subject]));
    all.add("s:" + (subject < 0 ? "-" : words[subject]) + ">" + words[top]);
  }

  /// Whether the clause is said, continues an utterance, is a turn, or is an act.
  private static String how(SpeechSource source, String said) {
    if (source.head() == null) {
      return source.isFloor() ? "floor" : "own";
    }
    return said.isEmpty() ? "on" : "said";
  }

  private static void addTelling(
      Sentence s, String said, SpeechSource source, boolean isFirst, String how, Set<String> all) {
    all.add("h:" + how);
    all.add("h:" + how + (isFirst ? "1" : "n"));
    all.add("y:" + said);
    String who = kind(source.who().getFirst());
    all.add("a:" + who);
    all.add("a:" + who + how);
    all.add("q:" + s.tokens().stream().anyMatch(Token::isQuoted));
  }

  private void addRules(
      Sentence s,
      String[] words,
      String how,
      Optional<Judgement> rule,
      ClauseTrace.Outcome outcome,
      Set<String> all) {
    int top = top(s);
    String rules = rule.map(each -> each.stance().name()).orElse("NONE");
    all.add("r:" + rules);
    all.add("r:" + rules + how);
    all.add("r:" + rules + (top < 0 ? "-" : words[top]));
    rule.ifPresent(each -> all.add("r:" + rules + each.confidence()));
    rule.filter(each -> each.key() < words.length)
        .ifPresent(each -> all.add("r:" + rules + "@" + words[each.key()]));
    stances.figure(s).ifPresent(each -> all.add("f:" + (each.tenths() < 1000 ? "part" : "whole")));
    all.add("o:" + outcome);
    all.add("o:" + outcome + rules);
  }

  private static String kind(Speaker who) {
    return who.isNamed() ? who.office() == null ? "name" : "office" : "description";
  }

  static int top(Sentence s) {
    for (int i = 0; i < s.size(); i++) {
      if (s.tree().head(i) < 0 && s.tree().isVerb(i)) {
        return i;
      }
    }
    return -1;
  }

  private static String mood(Sentence s, int verb) {
    Mood m = Mood.of(s, verb);
    return (m.isDenied() ? "!" : "")
        + (m.isAhead() ? "+" : "")
        + (m.isDemanded() ? "*" : "")
        + (m.isAble() ? "c" : "")
        + (m.isDoubtful() ? "?" : "")
        + (m.isPerfect() ? "p" : "")
        + (m.isGoingOn() ? "g" : "")
        + (m.isPassive() ? "v" : "");
  }

  /// A word in its base form; a name or a figure only as such.
  private static String word(Sentence s, int i) {
    Token token = s.get(i);
    if (token.isTagged("NUM") || token.text().matches(".*\\p{N}.*")) {
      return "0";
    }
    if (token.isTagged("PROPN") || (token.isCapital() && i > 0 && !token.is("i"))) {
      return "X";
    }
    // texts that were learnt from name more men than women
    return token.is("she") ? "he" : token.lemma();
  }
}
