package org.parley.guarantees.log;

/// The state of a duty.
public enum Lifecycle {
  /// Not triggered, not in force, or tier not reached.
  DORMANT(0),
  /// Reported; the trigger is not found met.
  TRIGGERED_UNVERIFIED(1),
  /// Owed; the clock runs if its anchor is known.
  DUE(2),
  /// Performed in time.
  FULFILLED(3),
  /// Performed after the deadline.
  FULFILLED_LATE(4),
  /// Not performed by the deadline.
  BREACHED(5),
  /// Suspended.
  SUSPENDED(6),
  /// A snapback or power has fired.
  ESCALATED(7),
  /// Ended by a voiding condition.
  VOID(8),
  /// The term ended first.
  EXPIRED(9),
  /// Waived by the beneficiary, or a snapback stopped by a vote.
  RELEASED(10),
  /// The record allows more than one of these.
  UNDETERMINED(11);

  private static final Lifecycle[] ALL = values();

  private final int position;

  Lifecycle(int position) {
    this.position = position;
  }

  /// The only state in a set.
  public static Lifecycle ofBit(int bits) {
    for (Lifecycle each : values()) {
      if (each.bit() == bits) {
        return each;
      }
    }
    throw new IllegalArgumentException("not one state: " + bits);
  }

  /// The state at an index of this list.
  ///
  /// @throws ArrayIndexOutOfBoundsException if there is no such index
  public static Lifecycle at(int position) {
    return ALL[position];
  }

  /// Its index in this list.
  public int position() {
    return position;
  }

  /// Its bit in a set of states.
  public int bit() {
    return 1 << position;
  }

  /// Whether it still waits for an act or a finding.
  public boolean isOpen() {
    return this == TRIGGERED_UNVERIFIED || this == DUE || this == SUSPENDED;
  }
}
