package org.parley.board;

import java.util.ArrayList;
import java.util.List;

/// The latest words among those added: the ones that no other certainly followed. Words are added
/// in order of time.
final class Latest {

  private final List<Word> words = new ArrayList<>(2);

  void add(Word word) {
    int kept = 0;
    for (Word each : words) {
      if (each.end > word.beginning) {
        words.set(kept++, each);
      }
    }
    while (words.size() > kept) {
      words.removeLast();
    }
    words.add(word);
  }

  boolean isEmpty() {
    return words.isEmpty();
  }

  /// In order of time.
  List<Word> words() {
    return words;
  }

  /// The latest of both.
  static List<Word> ofBoth(Latest a, Latest b) {
    if (a.isEmpty()) {
      return b.words;
    }
    if (b.isEmpty()) {
      return a.words;
    }
    Latest both = new Latest();
    int next = 0;
    for (Word word : a.words) {
      while (next < b.words.size() && b.words.get(next).index < word.index) {
        both.add(b.words.get(next++));
      }
      both.add(word);
    }
    while (next < b.words.size()) {
      both.add(b.words.get(next++));
    }
    return both.words;
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
