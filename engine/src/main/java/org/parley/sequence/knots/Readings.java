package org.parley.sequence.knots;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.parley.model.step.TermId;
import org.parley.sequence.ContestedTerm;
import org.parley.sequence.SequenceProblem;

/// Choices of readings for some contested terms.
final class Readings {

  private Readings() {}

  /// The minimal choices that contradict each of `tied` in some term; none if one of them assumes
  /// no reading.
  static List<Map<TermId, String>> avoiding(
      List<Map<TermId, String>> tied, SequenceProblem problem) {
    List<Map<TermId, String>> choices = List.of(Map.of());
    for (Map<TermId, String> each : tied) {
      List<Map<TermId, String>> next = new ArrayList<>();
      for (Map<TermId, String> choice : choices) {
        if (conflict(choice, each)) {
          next.add(choice);
          continue;
        }
        for (Map.Entry<TermId, String> supposed : each.entrySet()) {
          if (choice.containsKey(supposed.getKey())) {
            continue;
          }
          for (ContestedTerm.Reading other : problem.get(supposed.getKey()).readings()) {
            if (!other.name().equals(supposed.getValue())) {
              Map<TermId, String> longer = new TreeMap<>(choice);
              longer.put(supposed.getKey(), other.name());
              next.add(longer);
            }
          }
        }
      }
      choices = shortest(next);
    }
    return choices;
  }

  /// Whether some term has different readings in the two.
  static boolean conflict(Map<TermId, String> one, Map<TermId, String> other) {
    return one.entrySet().stream()
        .anyMatch(
            each -> {
              String read = other.get(each.getKey());
              return read != null && !read.equals(each.getValue());
            });
  }

  /// The minimal choices.
  static List<Map<TermId, String>> shortest(List<Map<TermId, String>> choices) {
    List<Map<TermId, String>> kept = new ArrayList<>();
    choices.stream()
        .sorted(Comparator.comparingInt(Map::size))
        .forEach(
            choice -> {
              if (kept.stream().noneMatch(k -> choice.entrySet().containsAll(k.entrySet()))) {
                kept.add(choice);
              }
            });
    return List.copyOf(kept);
  }
}
