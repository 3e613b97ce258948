package org.parley.reading.rules.speech;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parley.reading.Speaker;
import org.parley.reading.language.Sentence;
import org.parley.reading.people.Coreference;
import org.parley.reading.people.PersonMention;

/// Who was named and who spoke last in a text. Bounded, so that a text costs linear time.
final class SpeakerHistory {

  private static final int MOST_PERSONS = 8;
  private static final int MOST_SPEAKERS = 4;

  /// A person, and where they were named last.
  ///
  /// @param wasSubject whether as a subject
  /// @param times how often they were named
  record Named(Speaker person, int sentence, int paragraph, boolean wasSubject, int times) {}

  /// A speaker, and where they spoke last.
  record Spoken(Speaker speaker, int sentence, int paragraph) {}

  private final Coreference people;
  private final Map<String, Integer> times = new HashMap<>();
  private final Deque<Named> named = new ArrayDeque<>();
  private final Deque<Spoken> spoken = new ArrayDeque<>();

  SpeakerHistory(Coreference people) {
    this.people = people;
  }

  /// Reads the names in a sentence.
  void start(Sentence s) {
    for (PersonMention each : people.mentionsIn(s)) {
      String name = each.person().name();
      int count = times.getOrDefault(name, 0) + 1;
      times.put(name, count);
      boolean isSubject = s.tree().isLabelled(each.last(), "nsubj", "nsubjpass");
      named.removeIf(one -> one.person.name().equals(name));
      named.addFirst(new Named(each.person(), s.number(), s.paragraph(), isSubject, count));
      if (named.size() > MOST_PERSONS) {
        named.removeLast();
      }
    }
  }

  /// Records whose words a clause is.
  void spoke(Sentence s, List<Speaker> who) {
    for (Speaker each : who) {
      spoken.removeIf(one -> one.speaker.name().equals(each.name()));
      spoken.addFirst(new Spoken(each, s.number(), s.paragraph()));
      if (spoken.size() > MOST_SPEAKERS) {
        spoken.removeLast();
      }
    }
  }

  /// The persons named last, the latest first.
  List<Named> named() {
    return List.copyOf(named);
  }

  /// Those who spoke last, the latest first.
  List<Spoken> spoken() {
    return List.copyOf(spoken);
  }
}
