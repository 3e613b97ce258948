package org.parley.board.word;

/// The basis of a stance, the strongest first.
public enum Basis {
  /// The party's own, named speaker.
  OWN_WORDS,
  /// A coalition or union the party is a member of.
  THROUGH_COALITION,
  /// What another party says of it, or what somebody unnamed says for it.
  HEARSAY,
  /// Nothing: no word is on record.
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
