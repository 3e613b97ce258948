package org.parley.sequence;

/// What a date means that a month does not have: 31 January and one month.
public enum Rounding {
  /// The first day after: 1 March.
  UP,
  /// The last day before: 28 or 29 February.
  DOWN
}
