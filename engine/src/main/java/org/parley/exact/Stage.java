package org.parley.exact;

/// The stage of a long search.
public enum Stage {
  /// Minimal conflicts in a sequence.
  KNOTS,
  /// The counts of packages by sets of parties.
  GROUPS,
  /// The influence of open points.
  PIVOTS,
  /// Random draws of worths.
  DRAWS,
  /// The efficient frontier.
  FRONTIER,
  /// Minimal conflicts between parties, and ways out.
  CLASHES,
  /// Runs of a plan with drawn durations.
  RUNS,
  /// Plays of a rehearsal.
  PLAYS
}
