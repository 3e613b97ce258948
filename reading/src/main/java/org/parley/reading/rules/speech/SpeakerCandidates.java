package org.parley.reading.rules.speech;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.parley.reading.Speaker;
import org.parley.reading.language.ParsedText;
import org.parley.reading.language.Sentence;
import org.parley.reading.people.Coreference;
import org.parley.reading.people.Countries;
import org.parley.reading.people.PersonMention;
import org.parley.reading.rules.clause.TextClause;

/// Who may have said a clause, if the rules name a body or a description. "The captain" may be the
/// person named in the sentence before. Candidates are the persons named last, and those who spoke
/// last in the paragraph.
public final class SpeakerCandidates {

  private static final String PRONOUN = "he|she|they|it|his|her|him|them|their|its";

  /// "The representative of Norland", who has no name in the text.
  private static final String DELEGATE =
      "(?i:(?:the|an?) (?:representative|delegate|ambassador|observer) (?:of|for)) .*\\p{Lu}.*";

  private static final int FAR = 3;
  private static final int OFTEN = 5;

  private final String text;
  private final Coreference people;
  private final Countries countries;
  private final SpeakerWords words;
  private final SpeakerHistory history;

  public SpeakerCandidates(ParsedText text, Coreference people, String language) {
    this.text = text.text();
    this.people = people;
    countries = Countries.of(language);
    words = new SpeakerWords(text.lexicon());
    history = new SpeakerHistory(people);
  }

  /// Reads the names in a sentence.
  public void start(Sentence s) {
    history.start(s);
  }

  /// Records whose words a clause is.
  public void spoke(Sentence s, List<Speaker> who) {
    history.spoke(s, who);
  }

  /// The candidates, that of the rules first; none if the rules name a person.
  ///
  /// @param how how the rules know: `said`, `further`, `on` or `own`
  public List<SpeakerCandidate> of(TextClause clause, Speaker ruled, String how) {
    if (people.isPerson(ruled) || !isNamedSo(ruled) || ruled.name().matches(DELEGATE)) {
      return List.of();
    }
    Sentence s = clause.sentence();
    Map<String, Speaker> all = new LinkedHashMap<>();
    all.put(ruled.name(), ruled);
    history.named().forEach(each -> all.putIfAbsent(each.person().name(), each.person()));
    history.spoken().stream()
        .filter(each -> each.paragraph() == s.paragraph())
        .forEach(each -> all.putIfAbsent(each.speaker().name(), each.speaker()));
    // nobody speaks of themselves by name: "Ann Berg has dropped it, the union said"
    List<Integer> tokens = clause.tokens();
    all.keySet().removeAll(people.named(s, tokens.getFirst(), tokens.getLast() + 1));
    all.keySet().removeAll(namedBehind(s, ruled));
    List<SpeakerCandidate> found = new ArrayList<>();
    for (Speaker each : all.values()) {
      boolean isRuled = each.name().equals(ruled.name());
      found.add(
          new SpeakerCandidate(
              new Speaker(each.name(), each.office(), ruled.where(), each.isNamed()),
              isRuled,
              features(clause, ruled, how, each, isRuled ? "R" : "o")));
    }
    return found;
  }

  /// "The union said", "the company will not accept it": a body is the subject itself.
  public boolean isBodyActing(Sentence s, Speaker ruled) {
    if (!words.kind(ruled.name()).contains("body")) {
      return false;
    }
    for (int i = 0; i < s.size(); i++) {
      if (s.get(i).span().end() == ruled.where().end()) {
        return s.tree().isLabelled(i, "nsubj");
      }
    }
    return false;
  }

  /// "The union, which met Ann Berg, told her": an object behind a description is somebody else.
  private List<String> namedBehind(Sentence s, Speaker ruled) {
    return people.mentionsIn(s).stream()
        .filter(each -> s.tree().isLabelled(each.last(), "dobj", "iobj", "pobj", "dative"))
        .map(PersonMention::person)
        .filter(each -> each.where().start() > ruled.where().start())
        .map(Speaker::name)
        .filter(each -> !each.equals(ruled.name()))
        .toList();
  }

  /// Whether its words or a pronoun name a speaker, and not another description.
  private boolean isNamedSo(Speaker speaker) {
    String at = speaker.where().in(text);
    String name = speaker.name();
    return isPronoun(at) || at.endsWith(name.substring(name.lastIndexOf(' ') + 1));
  }

  private static boolean isPronoun(String at) {
    return at.toLowerCase(Locale.ROOT).matches(PRONOUN);
  }

  private Set<String> features(
      TextClause clause, Speaker ruled, String how, Speaker one, String self) {
    Sentence s = clause.sentence();
    boolean isQuoted = clause.tokens().stream().anyMatch(i -> s.get(i).isQuoted());
    String what = people.isPerson(one) ? "person" : one.isNamed() ? "body" : "words";
    String kind = words.kind(ruled.name());
    String manner =
        (ruled.where().overlap(s.span()) > 0 ? "" : "far")
            + (isPronoun(ruled.where().in(text)) ? "pronoun" : "");
    String last = lastNamed(s, one);
    String turn = lastSpoken(s, one);
    String fit = fit(ruled, one);
    Set<String> all = new LinkedHashSet<>();
    all.add(what);
    all.add(what + how + isQuoted);
    all.add(what + " kind:" + kind);
    all.add(what + " kind:" + kind + words.detail(ruled.name()) + manner);
    all.add("kind last:" + kind + last);
    all.add("kind turn:" + kind + turn);
    all.add("last:" + last);
    all.add("last how:" + last + how);
    all.add("turn:" + turn);
    all.add("turn how:" + turn + how + isQuoted);
    all.add("last turn:" + last + turn);
    all.add("fit:" + fit);
    all.add("kind fit:" + kind + fit);
    all.add("times:" + times(one));
    Set<String> own = new LinkedHashSet<>();
    all.forEach(each -> own.add(self + " " + each));
    return own;
  }

  /// How long ago a person was named: among the persons, in sentences, and whether as a subject.
  private String lastNamed(Sentence s, Speaker one) {
    int rank = 0;
    for (SpeakerHistory.Named each : history.named()) {
      if (each.person().name().equals(one.name())) {
        return Math.min(rank, FAR)
            + "/"
            + Math.min(s.number() - each.sentence(), FAR)
            + (each.paragraph() == s.paragraph() ? "p" : "")
            + (each.wasSubject() ? "s" : "");
      }
      rank++;
    }
    return "-";
  }

  /// How many spoke since, and whether in this paragraph or right before.
  private String lastSpoken(Sentence s, Speaker one) {
    int rank = 0;
    for (SpeakerHistory.Spoken each : history.spoken()) {
      if (each.speaker().name().equals(one.name())) {
        return rank
            + (each.paragraph() == s.paragraph() ? "p" : "")
            + (s.number() - each.sentence() < 2 ? "n" : "");
      }
      rank++;
    }
    return "-";
  }

  private int times(Speaker one) {
    return history.named().stream()
        .filter(each -> each.person().name().equals(one.name()))
        .mapToInt(each -> Math.min(each.times(), OFTEN))
        .findFirst()
        .orElse(0);
  }

  /// Whether the words of the rules' speaker fit the office of a candidate, or its country.
  private String fit(Speaker ruled, Speaker one) {
    String office = one.office();
    List<String> wanted = SpeakerWords.telling(ruled.where().in(text));
    List<String> own = SpeakerWords.telling(office == null ? one.name() : office);
    Set<String> lands = lands(wanted);
    Set<String> ownLands = lands(own);
    boolean isOther = !lands.isEmpty() && !ownLands.isEmpty();
    boolean isSame = ownLands.removeAll(lands);
    boolean isWord = wanted.stream().anyMatch(own::contains);
    return (isWord ? "word" : "") + (isSame ? "land" : isOther ? "other" : "");
  }

  private Set<String> lands(List<String> all) {
    Set<String> found = new HashSet<>();
    all.forEach(each -> countries.find(each).ifPresent(land -> found.add(land.iso3())));
    return found;
  }
}
