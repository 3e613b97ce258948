package org.parley.sequence;

/// The rounding of dates that a month lacks: 31 January plus one month.
public enum Rounding {
  /// The first day after: 1 March.
  UP,
  /// The last day before: 28 or 29 February.
  DOWN
}
