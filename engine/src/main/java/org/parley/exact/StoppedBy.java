package org.parley.exact;

/// The reason why a search ended early.
public enum StoppedBy {
  /// The step limit was reached.
  STEPS,
  /// The limit of states in memory was reached.
  STATES,
  /// The stop signal: a deadline passed or the user cancelled.
  SIGNAL,
  /// The method is not exact for problems of this kind: a larger budget would not help.
  METHOD
}
