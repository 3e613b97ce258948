package org.parley.reading.rules.event;

import java.util.Optional;
import org.parley.reading.language.Lexicon;
import org.parley.reading.language.Phrases;
import org.parley.reading.language.Sentence;
import org.parley.reading.rules.clause.TokenRange;

/// Finds where a meeting takes place: "in Oslo", "at the Palace of Nations", "in the Qatari
/// capital, Doha", "in neighbouring Oman".
final class MeetingPlaces {

  /// So many words may stand between "in" and the noun of a place.
  private static final int MOST_BEFORE = 4;

  private final Phrases months;
  private final Phrases kinds;
  private final Phrases directions;

  MeetingPlaces(Lexicon lexicon) {
    months = lexicon.get("dates.months");
    kinds = lexicon.get("meetings.places");
    directions = lexicon.get("meetings.directions");
  }

  /// A place.
  ///
  /// @param from its preposition
  /// @param name its name
  record PlacePhrase(int from, TokenRange name) {
    /// Whether a token belongs to it: the country of a capital is none that takes part.
    boolean has(int token) {
      return from <= token && token < name.to();
    }
  }

  /// The first place of a clause.
  Optional<PlacePhrase> in(Sentence s, TokenRange clause) {
    for (int i = clause.from(); i + 1 < clause.to(); i++) {
      if (s.get(i).is("in") || s.get(i).is("at")) {
        int first = described(s, i + 1, clause.to());
        first = first < 0 ? named(s, i + 1, clause.to()) : first;
        if (first >= 0) {
          return Optional.of(
              new PlacePhrase(i, new TokenRange(first, endOf(s, first, clause.to()))));
        }
      }
    }
    return Optional.empty();
  }

  /// The name after "in", or after "in the" if it has two words; -1 if none stands there.
  private int named(Sentence s, int from, int to) {
    boolean isArticle = s.get(from).is("the") && from + 1 < to;
    int first = isArticle || directions.has(s.get(from)) ? from + 1 : from;
    boolean isName =
        first < to
            && s.get(first).isCapital()
            && (!isArticle || (first + 1 < to && s.get(first + 1).isCapital()))
            && !months.hasWord(s.get(first).lower());
    return isName ? first : -1;
  }

  /// The name after the noun of a place: "in the Qatari capital of Doha"; -1 if none stands there.
  private int described(Sentence s, int from, int to) {
    for (int i = from; i < Math.min(to, from + MOST_BEFORE); i++) {
      if (kinds.has(s.get(i)) && !s.get(i).isCapital()) {
        int next = i + 1;
        next += next < to && (s.get(next).is(",") || s.get(next).is("of")) ? 1 : 0;
        if (next < to && s.get(next).isCapital() && !months.hasWord(s.get(next).lower())) {
          return next;
        }
      }
      if (!s.get(i).isTagged("DET", "ADJ", "PROPN", "PART", "NOUN")) {
        return -1;
      }
    }
    return -1;
  }

  private static int endOf(Sentence s, int first, int to) {
    int end = first;
    while (end < to && s.get(end).isCapital()) {
      end++;
    }
    return end;
  }
}
