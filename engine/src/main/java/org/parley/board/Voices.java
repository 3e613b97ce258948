package org.parley.board;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The latest words on which the stance of one party may rest, by their basis. Only those of the
/// strongest basis count.
final class Voices {

  private static final Basis[] BASES = Basis.values();

  private final @Nullable Latest[] byBasis = new Latest[BASES.length];

  void add(Basis basis, Word word) {
    Latest latest = byBasis[basis.ordinal()];
    if (latest == null) {
      latest = new Latest();
      byBasis[basis.ordinal()] = latest;
    }
    latest.add(word);
  }

  List<Word> own() {
    Latest own = byBasis[Basis.OWN_WORDS.ordinal()];
    return own == null ? List.of() : own.words();
  }

  /// The words that count, and on what basis they do.
  record Counted(Basis basis, List<Word> words) {
    private static final Counted NOTHING = new Counted(Basis.NONE, List.of());
  }

  Counted counted() {
    for (Basis basis : BASES) {
      Latest latest = byBasis[basis.ordinal()];
      if (latest != null) {
        return new Counted(basis, latest.words());
      }
    }
    return Counted.NOTHING;
  }

  /// What counts of both together.
  static Counted counted(Voices a, Voices b) {
    for (Basis basis : BASES) {
      Latest one = a.byBasis[basis.ordinal()];
      Latest other = b.byBasis[basis.ordinal()];
      if (one != null || other != null) {
        List<Word> words =
            one == null
                ? other.words()
                : other == null ? one.words() : Latest.ofBoth(one, other);
        return new Counted(basis, words);
      }
    }
    return Counted.NOTHING;
  }
}
