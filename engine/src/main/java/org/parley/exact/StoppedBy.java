package org.parley.exact;

/// The reason why a search ended early.
public enum StoppedBy {
  /// The number of steps allowed was used up.
  STEPS,
  /// The number of states allowed in memory was reached.
  STATES,
  /// The caller said stop: a deadline passed or the user cancelled.
  SIGNAL,
  /// The method itself is not exact on problems of this kind: no larger budget would help.
  METHOD
}
