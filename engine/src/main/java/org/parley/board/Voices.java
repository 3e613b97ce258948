package org.parley.board;

import java.util.List;

/// The latest words on which the stance of one party may rest, by their basis. Only those of the
/// strongest basis count.
final class Voices {

  private final Latest own = new Latest();
  private final Latest coalition = new Latest();
  private final Latest hearsay = new Latest();

  void add(Basis basis, Word word) {
    switch (basis) {
      case OWN_WORDS -> own.add(word);
      case THROUGH_COALITION -> coalition.add(word);
      case HEARSAY -> hearsay.add(word);
      case NONE -> {}
    }
  }

  List<Word> own() {
    return own.words();
  }

  /// The words that count, and on what basis they do.
  record Counted(Basis basis, List<Word> words) {}

  Counted counted() {
    return counted(this, new Voices());
  }

  /// What counts of both together.
  static Counted counted(Voices a, Voices b) {
    List<Word> own = Latest.ofBoth(a.own, b.own);
    if (!own.isEmpty()) {
      return new Counted(Basis.OWN_WORDS, own);
    }
    List<Word> coalition = Latest.ofBoth(a.coalition, b.coalition);
    if (!coalition.isEmpty()) {
      return new Counted(Basis.THROUGH_COALITION, coalition);
    }
    List<Word> hearsay = Latest.ofBoth(a.hearsay, b.hearsay);
    return new Counted(hearsay.isEmpty() ? Basis.NONE : Basis.HEARSAY, hearsay);
  }
}
