package org.parley.guarantees;

/// Where a duty stands.
public enum Lifecycle {
  /// Nothing has triggered it, or it is not in force yet, or its tier is not reached.
  DORMANT,
  /// Something is reported; the trigger is not found met.
  TRIGGERED_UNVERIFIED,
  /// Owed; the clock runs, where its anchor is known.
  DUE,
  /// Performed in time.
  FULFILLED,
  /// Performed after the deadline.
  FULFILLED_LATE,
  /// Not performed by the deadline.
  BREACHED,
  /// Held up by a suspension.
  SUSPENDED,
  /// A snapback or power has fired.
  ESCALATED,
  /// Lapsed by a voiding condition.
  VOID,
  /// The term ended first.
  EXPIRED,
  /// Waived by the beneficiary, or a snapback stopped by a vote.
  RELEASED,
  /// What is on record allows more than one of these.
  UNDETERMINED;

  /// Whether it still waits for an act or a finding.
  public boolean isOpen() {
    return this == TRIGGERED_UNVERIFIED || this == DUE || this == SUSPENDED;
  }
}
