package org.parley.board.cell;

import java.util.ArrayList;
import java.util.List;
import org.parley.board.word.Stance;
import org.parley.board.word.Word;

/// The latest statements added: those that no other certainly followed. They are added in order of
/// time.
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

  /// The latest of both, each in order of time.
  static List<Word> ofBoth(List<Word> a, List<Word> b) {
    if (a.isEmpty()) {
      return b;
    }
    if (b.isEmpty()) {
      return a;
    }
    Latest both = new Latest();
    int next = 0;
    for (Word word : a) {
      while (next < b.size() && b.get(next).index < word.index) {
        both.add(b.get(next++));
      }
      both.add(word);
    }
    while (next < b.size()) {
      both.add(b.get(next++));
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
