package org.parley.board.cell;

import java.util.ArrayList;
import java.util.List;
import org.parley.board.word.PreparedClaim;
import org.parley.board.word.Stance;

/// The latest statements added: those that no other certainly followed. They are added in order of
/// time.
final class LatestClaims {

  private List<PreparedClaim> words = List.of();

  /// The first second after which none of them can have been said.
  private long end = Long.MIN_VALUE;

  void add(PreparedClaim word) {
    words = end <= word.beginning ? word.alone : withThoseNotBefore(word);
    end = Math.max(end, word.end);
  }

  private List<PreparedClaim> withThoseNotBefore(PreparedClaim word) {
    List<PreparedClaim> kept = new ArrayList<>(words.size() + 1);
    for (PreparedClaim each : words) {
      if (!each.isBefore(word)) {
        kept.add(each);
      }
    }
    kept.add(word);
    return kept;
  }

  /// In order of time.
  List<PreparedClaim> words() {
    return words;
  }

  /// The latest of both lists, each in order of time.
  static List<PreparedClaim> ofBoth(List<PreparedClaim> a, List<PreparedClaim> b) {
    if (a.isEmpty()) {
      return b;
    }
    if (b.isEmpty()) {
      return a;
    }
    LatestClaims both = new LatestClaims();
    int next = 0;
    for (PreparedClaim word : a) {
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

  /// The least favourable stance among `words`; silent if there are none.
  static Stance stanceOf(List<PreparedClaim> words) {
    Stance stance = null;
    for (PreparedClaim word : words) {
      if (word.stance != null) {
        stance = stance == null ? word.stance : stance.and(word.stance);
      }
    }
    return stance == null ? Stance.SILENT : stance;
  }
}
