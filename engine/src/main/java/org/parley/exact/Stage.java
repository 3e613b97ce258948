package org.parley.exact;

/// The stage of a long search.
public enum Stage {
  /// Demands that cannot all hold, in a sequence.
  KNOTS,
  /// How many packages each set of parties accepts.
  GROUPS,
  /// Which point matters most.
  PIVOTS,
  /// Random draws of worths.
  DRAWS,
  /// Outcomes that cannot be bettered for one without loss to another.
  FRONTIER,
  /// What clashes, and what is enough to give up.
  CLASHES
}
