package org.parley.guarantees.log;

/// The reason of a duty's state.
public enum Why {
  /// The trigger is not complete.
  NOT_TRIGGERED,
  /// The incident has not happened yet.
  NOT_YET,
  /// The incident happened before the guarantee was in force.
  BEFORE_ACTIVATION,
  /// The condition of this tier has not been determined.
  TIER_NOT_REACHED,
  /// The guarantee was void when the duty would have arisen.
  VOIDED,
  /// The guarantee became void while the duty was open.
  LAPSED_VOID,
  /// The duty would have arisen after the term.
  AFTER_END,
  /// The term ended while the duty was open.
  LAPSED_AT_END,
  /// The beneficiary waived it.
  WAIVED,
  /// A vote stopped the snapback.
  STOPPED,
  /// The trigger is reported but not determined.
  UNVERIFIED,
  /// It is owed and the clock runs.
  CLOCK_RUNNING,
  /// It is owed, but the anchor of its clock has not happened.
  NO_CLOCK,
  /// The guarantee is suspended.
  SUSPENDED,
  /// It was performed in time.
  IN_TIME,
  /// It was performed after the deadline.
  LATE,
  /// It was not performed by the deadline.
  OVERDUE,
  /// It escalated after a breach.
  ESCALATED,
  /// No vote stopped the snapback in its window.
  SNAPPED_BACK,
  /// The recorded times allow at least two states.
  UNSURE,
  /// The state depends on an open attribution.
  UNATTRIBUTED,
  /// The search reached its limit before the state was decided.
  TOO_MANY_ORDERS
}
