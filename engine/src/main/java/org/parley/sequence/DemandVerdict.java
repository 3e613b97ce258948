package org.parley.sequence;

/// The verdict on a demand, the most favourable first.
public enum DemandVerdict {
  /// Met by what happened.
  KEPT,
  /// Still to be met.
  OPEN,
  /// Replaced by a later demand before it was met.
  REPLACED,
  /// Met after its time.
  LATE,
  /// Its time has passed, and it is not met.
  OVERDUE,
  /// Steps came in the wrong order, or one was breached.
  BROKEN
}
