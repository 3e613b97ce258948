package org.parley.board;

import java.util.ArrayList;
import java.util.List;

/// The latest words among those added: the ones that no other certainly followed. Words are added
/// in order of time.
final class Latest {

  private List<Word> words = List.of();

  /// The first second in which none of them can have been said any more.
  private long end = Long.MIN_VALUE;

  void add(Word word) {
    words = end <= word.beginning ? word.alone : withThoseNotBefore(word);
    end = Math.max(end, word.end);
  }

  private List<Word> withThoseNotBefore(Word word) {
    List<Word> kept = new ArrayList<>(words.size() + 1);
    for (Word each : words) {
      if (!each.isBefore(word)) {
        kept.add(each);
      }
    }
    kept.add(word);
    return kept;
  }

  /// In order of time.
  List<Word> words() {
    return words;
  }

  /// The latest of both.
  static List<Word> ofBoth(Latest a, Latest b) {
    if (a.words.isEmpty()) {
      return b.words;
    }
    if (b.words.isEmpty()) {
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
