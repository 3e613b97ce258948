package org.parley.board.cell;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.parley.board.word.Basis;
import org.parley.board.word.Word;

/// The latest statements that may define the stance of one party, by basis. Only those of the
/// strongest basis count.
final class Voices {

  private static final Basis[] BASES = Basis.values();
  private static final Voices NONE = new Voices();
  private static final Counted NOTHING = new Counted(Basis.NONE, List.of());

  private final Map<Basis, Latest> byBasis = new EnumMap<>(Basis.class);

  void add(Basis basis, Word word) {
    Latest latest = byBasis.get(basis);
    if (latest == null) {
      latest = new Latest();
      byBasis.put(basis, latest);
    }
    latest.add(word);
  }

  private List<Word> on(Basis basis) {
    Latest latest = byBasis.get(basis);
    return latest == null ? List.of() : latest.words();
  }

  List<Word> own() {
    return on(Basis.OWN_WORDS);
  }

  /// The words that count, and on what basis they do.
  record Counted(Basis basis, List<Word> words) {}

  Counted counted() {
    return counted(this, NONE);
  }

  /// What counts of both together.
  static Counted counted(Voices a, Voices b) {
    for (Basis basis : BASES) {
      List<Word> words = Latest.ofBoth(a.on(basis), b.on(basis));
      if (!words.isEmpty()) {
        return new Counted(basis, words);
      }
    }
    return NOTHING;
  }
}
