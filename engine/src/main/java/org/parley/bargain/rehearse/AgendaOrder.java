package org.parley.bargain.rehearse;

/// An order in which points are settled one after the other.
public enum AgendaOrder {
  /// As the text has them.
  TEXT,
  /// The last one first.
  REVERSED,
  /// The least contested one first.
  EASIEST_FIRST,
  /// The most contested one first.
  HARDEST_FIRST
}
