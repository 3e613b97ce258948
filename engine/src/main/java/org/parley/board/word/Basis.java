package org.parley.board.word;

/// The basis of a stance, the strongest first.
public enum Basis {
  /// A named speaker of the party.
  OWN_WORDS,
  /// A coalition or union that the party is a member of.
  THROUGH_COALITION,
  /// Another party about it, or an unnamed speaker for it.
  HEARSAY,
  /// No statement is on record.
  NONE;

  /// Whether the party or its coalition said so itself.
  public boolean isFirstHand() {
    return this == OWN_WORDS || this == THROUGH_COALITION;
  }

  /// The weaker of the two.
  public Basis and(Basis other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
