package org.parley.wording;

import java.util.ArrayList;
import java.util.List;
import org.parley.model.Id;

/// Words in one language, some of which lead to a record.
///
/// @param runs its parts, in order
public record Phrase(List<Run> runs) {

  /// A part of a phrase.
  public sealed interface Run {

    /// Its words.
    String text();

    /// Plain words.
    record Plain(String text) implements Run {}

    /// The name of a record, which leads to it.
    record Link(Id record, String text) implements Run {}
  }

  public Phrase {
    runs = List.copyOf(runs);
  }

  /// Plain words.
  public static Phrase of(String text) {
    return new Phrase(text.isEmpty() ? List.of() : List.of(new Run.Plain(text)));
  }

  /// The name of a record.
  public static Phrase link(Id record, String text) {
    return new Phrase(List.of(new Run.Link(record, text)));
  }

  /// Nothing.
  public static Phrase none() {
    return new Phrase(List.of());
  }

  /// Phrases one after another, a blank between them; those without words are left out.
  public static Phrase join(List<Phrase> phrases) {
    List<Run> runs = new ArrayList<>();
    for (Phrase phrase : phrases) {
      if (!phrase.isEmpty()) {
        if (!runs.isEmpty()) {
          runs.add(new Run.Plain(" "));
        }
        runs.addAll(phrase.runs);
      }
    }
    return new Phrase(runs);
  }

  /// Whether there are no words.
  public boolean isEmpty() {
    return runs.isEmpty();
  }

  /// The words alone.
  public String text() {
    StringBuilder text = new StringBuilder();
    runs.forEach(run -> text.append(run.text()));
    return text.toString();
  }

  /// Its words, the first letter in capitals.
  public String sentence() {
    return ForeignText.sentence(text());
  }

  @Override
  public String toString() {
    return text();
  }
}
