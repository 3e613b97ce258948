package org.parley.board.cell;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.parley.board.word.Basis;
import org.parley.board.word.PreparedClaim;

/// The latest statements that may define the stance of one party, by basis. Only those of the
/// strongest basis count.
final class Voices {

  private static final Basis[] BASES = Basis.values();
  private static final Voices NONE = new Voices();
  private static final Counted NOTHING = new Counted(Basis.NONE, List.of());

  private final Map<Basis, LatestClaims> byBasis = new EnumMap<>(Basis.class);

  void add(Basis basis, PreparedClaim word) {
    LatestClaims latest = byBasis.get(basis);
    if (latest == null) {
      latest = new LatestClaims();
      byBasis.put(basis, latest);
    }
    latest.add(word);
  }

  private List<PreparedClaim> on(Basis basis) {
    LatestClaims latest = byBasis.get(basis);
    return latest == null ? List.of() : latest.words();
  }

  List<PreparedClaim> own() {
    return on(Basis.OWN_WORDS);
  }

  /// The statements that count, and their basis.
  record Counted(Basis basis, List<PreparedClaim> words) {}

  Counted counted() {
    return counted(this, NONE);
  }

  /// The statements that count of both together.
  static Counted counted(Voices a, Voices b) {
    for (Basis basis : BASES) {
      List<PreparedClaim> words = LatestClaims.ofBoth(a.on(basis), b.on(basis));
      if (!words.isEmpty()) {
        return new Counted(basis, words);
      }
    }
    return NOTHING;
  }
}
