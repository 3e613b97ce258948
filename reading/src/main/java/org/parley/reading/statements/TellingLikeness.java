package org.parley.reading.statements;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.reading.people.Countries;

/// How alike two tellings are: of the same thing, in similar words. Rare words weigh more.
final class TellingLikeness {

  /// So alike are tellings of one statement.
  static final double ENOUGH = 0.55;

  /// So alike are subjects of one matter, whatever is said of it.
  static final double SAME_SUBJECT = 0.6;

  /// So many words have contrary tellings of one matter in common.
  private static final double SAME_WORDS = 0.4;

  private static final double SAME_CONDITION = 0.2;
  private static final double WORDS = 0.9;
  private static final double CONDITION = 0.6;
  private static final double FIGURE = 0.5;

  /// A telling with its terms.
  ///
  /// @param counted the terms of its subject and words
  record Seen(
      Telling telling,
      Voice voice,
      Set<String> subject,
      Set<String> condition,
      Set<String> words,
      Set<String> counted) {}

  private final TellingMemory memory;
  private final TellingTerms terms;
  private final Countries countries;
  private final Map<String, Integer> counts = new HashMap<>();
  private int all;

  TellingLikeness(TellingMemory memory) {
    this.memory = memory;
    terms = new TellingTerms(memory.language());
    countries = Countries.of(memory.language());
  }

  /// Learns the terms of a telling.
  Seen see(Telling telling) {
    Seen seen = memory.of(telling, this::terms);
    all++;
    seen.counted.forEach(each -> counts.merge(each, 1, Integer::sum));
    return seen;
  }

  private Seen terms(Telling telling) {
    Voice voice = Voice.of(telling.speaker(), countries);
    Set<String> subject = terms.of(telling.subject());
    Set<String> condition = terms.of(telling.condition());
    Set<String> words = new HashSet<>(terms.of(telling.words()));
    words.removeAll(terms.of(telling.speaker()));
    Set<String> counted = new HashSet<>(words);
    counted.addAll(subject);
    return new Seen(telling, voice, subject, condition, words, counted);
  }

  private double weight(String term) {
    return Math.log(1 + (all + 1.0) / (0.5 + counts.getOrDefault(term, 0)));
  }

  /// The common part of the smaller set, by weight; 0 if either is empty.
  private double common(Set<String> one, Set<String> other) {
    double both = 0;
    double first = 0;
    for (String each : one) {
      double weight = weight(each);
      first += weight;
      both += other.contains(each) ? weight : 0;
    }
    double second = other.stream().mapToDouble(this::weight).sum();
    return both == 0 ? 0 : both / Math.min(first, second);
  }

  /// The common part of both sets, by weight.
  private double shared(Set<String> one, Set<String> other) {
    double both = 0;
    double sum = 0;
    for (String each : one) {
      double weight = weight(each);
      sum += weight;
      both += other.contains(each) ? weight : 0;
    }
    sum += other.stream().mapToDouble(this::weight).sum();
    return sum == 0 ? 0 : 2 * both / sum;
  }

  /// Whether two tellings can be of one statement: speaker, stance, figure and day.
  boolean mayBeOne(Seen one, Seen other, int days) {
    return one.telling().stance() == other.telling().stance()
        && isFigure(one.telling().tenths(), other.telling().tenths())
        && one.voice().isSame(other.voice())
        && isNear(one.telling(), other.telling(), days);
  }

  private static boolean isFigure(@Nullable Integer one, @Nullable Integer other) {
    return one == null || other == null || Math.abs(one - other) <= 10;
  }

  /// Whether the days are within the window. A telling without a day fits before its publication.
  static boolean isNear(Telling one, Telling other, int days) {
    LocalDate first = one.day();
    LocalDate second = other.day();
    if (first == null || second == null) {
      return true;
    }
    int slack = one.said() == null || other.said() == null ? days + 1 : days;
    return Math.abs(ChronoUnit.DAYS.between(first, second)) <= slack;
  }

  /// How alike two tellings are that can be of one statement.
  double of(Seen one, Seen other) {
    boolean isOther =
        !one.condition().isEmpty()
            && !other.condition().isEmpty()
            && common(one.condition(), other.condition()) < SAME_CONDITION;
    if (isOther) {
      return 0;
    }
    double like = subject(one, other) + WORDS * shared(one.words(), other.words());
    like += CONDITION * common(one.condition(), other.condition());
    Integer figure = one.telling().tenths();
    boolean isFigure = figure != null && figure.equals(other.telling().tenths());
    return like + (isFigure ? FIGURE : 0);
  }

  /// Whether each names what the other is of, or both use the same words. One word of a longer
  /// subject is not enough.
  boolean isOneMatter(Seen one, Seen other) {
    return (covers(one, other) && covers(other, one))
        || shared(one.words(), other.words()) >= SAME_WORDS;
  }

  /// Whether a telling has the subject of another among its words, by weight.
  private boolean covers(Seen one, Seen other) {
    double both = 0;
    double sum = 0;
    for (String each : other.subject()) {
      double weight = weight(each);
      sum += weight;
      both += one.subject().contains(each) || one.words().contains(each) ? weight : 0;
    }
    return both >= SAME_SUBJECT * sum;
  }

  /// How alike their subjects are, from 0 to 1.
  double subject(Seen one, Seen other) {
    Set<String> about = one.telling().about();
    boolean isLinked = !about.isEmpty() && !other.telling().about().isEmpty();
    double like = common(one.subject(), other.subject());
    like = Math.max(like, 0.8 * common(one.subject(), other.words()));
    like = Math.max(like, 0.8 * common(other.subject(), one.words()));
    if (!isLinked) {
      return like;
    }
    return about.stream().anyMatch(other.telling().about()::contains)
        ? Math.max(like, SAME_SUBJECT)
        : like / 2;
  }
}
