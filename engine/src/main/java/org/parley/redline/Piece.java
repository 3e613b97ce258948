package org.parley.redline;

/// A run of words that was kept, added or removed.
///
/// @param kind kept, added or removed
/// @param text the words with the white space after them; for kept words, that of the later text
public record Piece(Kind kind, String text) {

  /// The fate of words.
  public enum Kind {
    KEPT,
    ADDED,
    REMOVED
  }
}
