package org.parley.reading.rules.subject;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.reading.language.Lexicon;
import org.parley.reading.language.Phrases;
import org.parley.reading.language.Sentence;
import org.parley.reading.language.Token;
import org.parley.reading.rules.clause.Agents;
import org.parley.reading.rules.clause.PhraseBounds;
import org.parley.reading.rules.clause.TokenRange;
import org.parley.reading.rules.speech.SpeechSource;
import org.parley.reading.rules.stance.Judgement;
import org.parley.reading.syntax.Tree;

/// The candidate subjects of a clause with their features: every noun phrase, the last subject, and
/// the rules' choice. Names and figures are left out.
public final class SubjectCandidates {

  private static final int MAX_PATH = 4;

  private final SubjectNames names;
  private final Agents agents;
  private final Map<String, Phrases> lists = new LinkedHashMap<>();

  public SubjectCandidates(Lexicon lexicon, SubjectNames names) {
    this.names = names;
    agents = new Agents(lexicon);
    for (String each :
        List.of(
            "documents.documents",
            "documents.papers",
            "documents.matters",
            "documents.no-matters",
            "topics.groups",
            "topics.measures",
            "topics.states",
            "stance.reports",
            "stance.nouns-open",
            "stance.nouns-agreed",
            "dates.weekdays",
            "dates.months")) {
      lists.put(each, lexicon.get(each));
    }
  }

  /// The noun phrases that a clause may be about, with their features.
  ///
  /// @param ruled the rules' choice
  /// @param last the last subject
  public List<SubjectMention> of(
      Sentence s, Judgement judged, SpeechSource source, String ruled, String last) {
    Map<String, Set<String>> found = new LinkedHashMap<>();
    String common = source.head() == null ? "own" : "said";
    int number = 0;
    for (int i = 0; i < s.size(); i++) {
      boolean isDoer = s.tree().isLabelled(i, "nsubj") && agents.isOne(s, i);
      if (isHead(s, i) && !isDoer) {
        String words = names.words(s, PhraseBounds.of(s, i));
        if (!words.isEmpty()) {
          found
              .computeIfAbsent(words, _ -> new LinkedHashSet<>())
              .addAll(features(s, i, judged, common, number));
          number++;
        }
      }
    }
    boolean isAnaphor = s.tokens().stream().anyMatch(SubjectCandidates::isAnaphor);
    if (!last.isEmpty()) {
      Set<String> all = found.computeIfAbsent(last, _ -> new LinkedHashSet<>());
      all.add("last");
      all.add("last:" + common + isAnaphor);
      all.add("last:" + Math.min(number, 4));
      all.add("last:" + judged.stance());
    }
    if (!ruled.isEmpty()) {
      Set<String> all = found.computeIfAbsent(ruled, _ -> new LinkedHashSet<>());
      all.add("ruled");
      all.add("ruled:" + judged.stance());
      all.add("ruled:" + ruled.equals(last));
    }
    List<SubjectMention> all = new ArrayList<>();
    found.forEach((words, features) -> all.add(new SubjectMention(words, features)));
    return all;
  }

  private static boolean isAnaphor(Token token) {
    return token.lower().matches("it|this|that|they|them|these|those|both|one|neither|none");
  }

  private static boolean isHead(Sentence s, int i) {
    boolean isNoun =
        s.get(i).isTagged("NOUN", "PROPN", "PRON")
            && !s.tree().isLabelled(i, "compound", "poss", "nn", "amod", "det", "relcl", "expl");
    boolean isDoing =
        s.tree().tag(i).equals("VBG") && s.tree().isLabelled(i, "pcomp", "csubj", "xcomp", "dobj");
    return isNoun || isDoing;
  }

  private Set<String> features(Sentence s, int i, Judgement judged, String common, int number) {
    Set<String> all = new LinkedHashSet<>();
    Tree tree = s.tree();
    String label = tree.label(i);
    String path = path(s, i);
    String lemma = s.get(i).isTagged("PROPN") || s.get(i).isCapital() ? "X" : s.get(i).lemma();
    all.add("label:" + label);
    all.add("label:" + label + judged.stance());
    all.add("path:" + path);
    all.add("path:" + path + judged.stance());
    all.add("path:" + path + common);
    all.add("noun:" + lemma);
    int head = tree.head(i);
    if (head >= 0) {
      all.add("of:" + s.get(head).lemma() + label);
    }
    boolean isAgent = agents.isOne(s, i);
    all.add("agent:" + isAgent + label);
    all.add("agent:" + isAgent);
    lists.forEach(
        (name, list) -> {
          if (list.has(s.get(i))) {
            all.add("list:" + name);
            all.add("list:" + name + label);
          }
        });
    TokenRange phrase = PhraseBounds.of(s, i);
    Token first = s.get(phrase.from());
    String lead =
        first.isTagged("DET", "PRON", "ADP", "PART")
            ? first.lower()
            : first.isTagged("NUM") ? "0" : "-";
    all.add("lead:" + lead);
    all.add("lead:" + lead + label);
    all.add("long:" + Math.min(phrase.size(), 6));
    boolean isBefore = i < judged.key();
    all.add("key:" + (i == judged.key() ? "same" : isBefore ? "before" : "after"));
    all.add("key:" + (isBefore ? "before" : "after") + judged.stance());
    all.add("number:" + Math.min(number, 4));
    all.add("first:" + (number == 0) + label);
    boolean isPronoun = s.get(i).isTagged("PRON");
    all.add("pronoun:" + isPronoun + (isPronoun ? s.get(i).lower() : ""));
    return all;
  }

  /// The labels from a token up to the clause's verb, with the prepositions between.
  private static String path(Sentence s, int token) {
    StringBuilder path = new StringBuilder();
    int at = token;
    for (int steps = 0; at >= 0 && steps < MAX_PATH; steps++) {
      path.append(s.tree().label(at));
      int head = s.tree().head(at);
      if (head >= 0 && s.get(head).isTagged("ADP")) {
        path.append(':').append(s.get(head).lower());
      }
      path.append('<');
      at = head;
    }
    return path.toString();
  }
}
