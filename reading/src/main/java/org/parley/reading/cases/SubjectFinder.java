package org.parley.reading.cases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.model.PartyId;
import org.parley.model.cases.CaseView;
import org.parley.model.text.Component;
import org.parley.model.text.Instrument;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.Point;
import org.parley.model.text.Subject;
import org.parley.reading.language.Lexicon;
import org.parley.reading.language.Phrases;

/// Finds the subject of words in a case: the whole, an instrument, a point or a component.
///
/// Words are compared with titles and summaries, with synonyms merged and rare words weighted
/// higher. The parties named in the words must match the signatories of an instrument. Where no
/// title fits, the claims on record tell what a word is used of.
final class SubjectFinder {

  private static final Pattern NUMBERED =
      Pattern.compile(
          "(?i)\\b(?:point|article|chapter|section|paragraph)s? (?:no\\.? |number )?(\\d{1,3}(?:\\([a-z]\\))?)");
  private static final Pattern POINTS = Pattern.compile("(?i)\\b\\d{1,3}[- ]point\\b");
  private static final double ENOUGH = 2.0;
  private static final double RAREST = 3.7;

  /// At most so well fits a subject that claims on record tell, and no title.
  private static final int FIT_OF_RECORD = 80;

  /// A subject with how well it fits, in hundredths of the best possible.
  record Found(Subject subject, int fit) {}

  private record Candidate(
      Subject subject,
      Set<String> title,
      Set<String> rest,
      Set<PartyId> parties,
      boolean isInstrument) {}

  private final CaseView view;
  private final Phrases topics;
  private final Phrases whole;
  private final Phrases stop;
  private final Phrases papers;
  private final Phrases beside;
  private final PartyFinder parties;
  private final String language;
  private final FoldedNames folded;
  private final List<Candidate> candidates = new ArrayList<>();
  private final Map<String, Double> weights = new HashMap<>();
  private @Nullable RecordedSubjects onRecord;

  /// @param folded keeps the terms of claims for the next state of the case
  SubjectFinder(CaseView view, PartyFinder parties, String language, FoldedNames folded) {
    this.view = view;
    this.parties = parties;
    this.language = language;
    this.folded = folded;
    Lexicon lexicon = Lexicon.of(language);
    topics = lexicon.get("topics.groups");
    whole = lexicon.get("topics.whole");
    stop = lexicon.get("topics.stop");
    papers = lexicon.get("topics.papers");
    beside = lexicon.get("topics.beside");
    for (Instrument each : view.instruments()) {
      candidates.add(
          new Candidate(
              each.id(),
              terms(each.title().text()),
              terms(each.summary()),
              new HashSet<>(each.signatories()),
              true));
    }
    for (Point each : view.points()) {
      Set<String> rest = terms(each.summary());
      each.options().forEach(option -> rest.addAll(terms(option.title().text())));
      candidates.add(new Candidate(each.id(), terms(each.title().text()), rest, Set.of(), false));
      for (Component part : each.components()) {
        Set<String> title = terms(part.title().text());
        candidates.add(new Candidate(part.id(), title, new HashSet<>(), Set.of(), false));
      }
    }
    Map<String, Integer> counts = new HashMap<>();
    for (Candidate each : candidates) {
      each.title.forEach(term -> counts.merge(term, 1, Integer::sum));
      each.rest.stream()
          .filter(t -> !each.title.contains(t))
          .forEach(t -> counts.merge(t, 1, Integer::sum));
    }
    counts.forEach((term, count) -> weights.put(term, weight(candidates.size() + 1.0, count)));
  }

  /// How much a term tells, the same for the rarest term of a small case as of a large one.
  private static double weight(double all, int count) {
    return RAREST * Math.log(all / count) / Math.log(all);
  }

  private Set<String> terms(@Nullable String text) {
    Set<String> terms = new LinkedHashSet<>();
    if (text == null) {
      return terms;
    }
    for (String word : FoldedName.words(text)) {
      String stem = FoldedName.stem(word);
      if (word.length() < 3 || stop.hasWord(word)) {
        continue;
      }
      terms.add(topics.valueOf(word).or(() -> topics.valueOf(stem)).orElse(stem));
    }
    return terms;
  }

  /// The best subjects of some words; empty if none fits well enough.
  ///
  /// @param words the noun phrase that names the subject
  List<Found> find(String words) {
    List<Found> numbered = numbered(words);
    if (!numbered.isEmpty()) {
      return numbered;
    }
    Set<String> wanted = terms(words);
    Set<PartyId> named = new HashSet<>(parties.in(words));
    List<Scored> scored = new ArrayList<>();
    for (Candidate each : candidates) {
      double score = score(each, wanted, named);
      if (score > 0) {
        scored.add(new Scored(each, score));
      }
    }
    scored.sort(Comparator.comparingDouble(Scored::score).reversed());
    boolean isWhole = isWhole(words);
    if (isWhole) {
      return List.of(new Found(ofWhole(words), 60));
    }
    if (scored.isEmpty() || scored.getFirst().score < ENOUGH) {
      return recorded(wanted);
    }
    Scored best = scored.getFirst();
    return List.of(new Found(best.candidate.subject, (int) Math.min(95, 40 + 10 * best.score)));
  }

  /// The subject of the claims on record that use these terms.
  private List<Found> recorded(Set<String> wanted) {
    Set<String> terms = new LinkedHashSet<>(wanted);
    terms.removeIf(this::isParty);
    return onRecord()
        .find(terms, each -> !(each instanceof Subject.Whole))
        .map(each -> new Found(each.subject(), (int) (FIT_OF_RECORD * each.share())))
        .stream()
        .toList();
  }

  private synchronized RecordedSubjects onRecord() {
    if (onRecord == null) {
      onRecord =
          new RecordedSubjects(view.claims(), words -> folded.terms(language, words, this::terms));
    }
    return onRecord;
  }

  /// The instrument that some words name: the only one whose title has them as they are, else the
  /// best subject. Empty if that is no instrument.
  Optional<InstrumentId> instrument(String words) {
    String named = phrase(words);
    List<InstrumentId> titled =
        view.instruments().stream()
            .filter(each -> (" " + phrase(each.title().text()) + " ").contains(" " + named + " "))
            .map(Instrument::id)
            .toList();
    if (named.contains(" ") && titled.size() == 1) {
      return Optional.of(titled.getFirst());
    }
    return find(words).stream()
        .map(Found::subject)
        .filter(InstrumentId.class::isInstance)
        .map(InstrumentId.class::cast)
        .findFirst();
  }

  /// Whether the words tell a paper and not which: "the document", "the draft text".
  boolean isPaper(String words) {
    List<String> all = FoldedName.words(words);
    return all.stream().anyMatch(papers::hasWord)
        && all.stream().allMatch(each -> papers.hasWord(each) || stop.hasWord(each));
  }

  private static String phrase(String words) {
    return String.join(" ", FoldedName.words(words)).replaceFirst("^(the|a|an|this|that|its) ", "");
  }

  private record Scored(Candidate candidate, double score) {}

  private double score(Candidate candidate, Set<String> wanted, Set<PartyId> named) {
    double score = 0;
    int hits = 0;
    boolean isTold = false;
    for (String term : wanted) {
      double weight = weights.getOrDefault(term, 0.0);
      if (candidate.title.contains(term)) {
        score += 2 * weight;
        hits++;
        isTold |= !isParty(term);
      } else if (candidate.rest.contains(term)) {
        score += 0.7 * weight;
        isTold |= !isParty(term);
      }
    }
    // the name of a party alone is no subject: "European leaders"
    if (!isTold || (hits == 0 && score < ENOUGH * 1.2)) {
      return 0;
    }
    if (!candidate.title.isEmpty()) {
      score *= 0.6 + 0.4 * hits / candidate.title.size();
    }
    if (candidate.isInstrument && !candidate.parties.isEmpty() && named.size() >= 2) {
      score *=
          candidate.parties.equals(named) ? 1.8 : candidate.parties.containsAll(named) ? 1.0 : 0.5;
    }
    return score;
  }

  private List<Found> numbered(String words) {
    List<Found> found = new ArrayList<>();
    Matcher number = NUMBERED.matcher(words);
    while (number.find()) {
      String wanted = number.group(1);
      Optional<Point> point =
          view.points().stream().filter(each -> each.number().equalsIgnoreCase(wanted)).findFirst();
      point.ifPresent(each -> found.add(new Found(each.id(), 95)));
    }
    return found;
  }

  /// Whether nothing is named but the settlement itself.
  private boolean isWhole(String words) {
    if (POINTS.matcher(words).find()) {
      return true;
    }
    boolean any = false;
    for (String word : FoldedName.words(words)) {
      boolean isName = whole.hasWord(word) || whole.hasWord(FoldedName.stem(word));
      any |= isName;
      boolean isSmall =
          word.length() < 3
              || stop.hasWord(word)
              || isParty(word)
              || word.matches("\\d+")
              || beside.hasWord(word);
      if (!isName && !isSmall) {
        return false;
      }
    }
    return any;
  }

  private boolean isParty(String word) {
    return !parties
        .in(word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1))
        .isEmpty();
  }

  /// A plan of n points is the instrument with n points, if it is unique.
  private Subject ofWhole(String words) {
    if (POINTS.matcher(words).find()) {
      List<Instrument> holders =
          view.instruments().stream()
              .filter(i -> view.points().stream().anyMatch(p -> p.instrument().equals(i.id())))
              .toList();
      if (holders.size() == 1) {
        return holders.getFirst().id();
      }
    }
    return new Subject.Whole();
  }
}
