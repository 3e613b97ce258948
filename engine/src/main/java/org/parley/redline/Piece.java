package org.parley.redline;

/// A run of words that was kept, added or removed.
///
/// @param kind what became of it
/// @param text the words with the white space after them; of kept words, as the later text has them
public record Piece(Kind kind, String text) {

  /// What became of words.
  public enum Kind {
    KEPT,
    ADDED,
    REMOVED
  }
}
