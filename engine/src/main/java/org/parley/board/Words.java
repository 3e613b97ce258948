package org.parley.board;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// A list of words, and the two questions asked of it: which are the latest, and what they amount
/// to.
final class Words {

  private final List<Word> words = new ArrayList<>();

  void add(Word word) {
    words.add(word);
  }

  List<Word> all() {
    return words;
  }

  boolean isEmpty() {
    return words.isEmpty();
  }

  Words where(Predicate<Word> condition) {
    Words some = new Words();
    words.stream().filter(condition).forEach(some::add);
    return some;
  }

  /// The words that no other word certainly followed, in order of time.
  List<Word> latest() {
    Instant lastBeginning = Instant.MIN;
    for (Word word : words) {
      Instant beginning = word.claim.said().earliest();
      if (beginning.isAfter(lastBeginning)) {
        lastBeginning = beginning;
      }
    }
    List<Word> latest = new ArrayList<>();
    for (Word word : words) {
      if (word.claim.said().end().isAfter(lastBeginning)) {
        latest.add(word);
      }
    }
    return latest;
  }

  /// The least favourable stance among `words`; silent where there are none.
  static Stance stanceOf(List<Word> words) {
    Stance stance = null;
    for (Word word : words) {
      if (word.stance != null) {
        stance = stance == null ? word.stance : stance.and(word.stance);
      }
    }
    return stance == null ? Stance.SILENT : stance;
  }
}
