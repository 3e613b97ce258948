package org.parley.acts;

/// The phase of an instrument's life.
public enum InstrumentPhase {
  /// Nothing has happened.
  NONE,
  DRAFTED,
  FINALISED,
  /// Adopted as a text (article 9); a resolution ends here.
  ADOPTED,
  INITIALLED,
  /// Signed by some, and not by enough.
  SIGNED_IN_PART,
  SIGNED,
  RATIFIED,
  REJECTED,
  PROVISIONALLY_APPLIED,
  IN_FORCE,
  SUSPENDED,
  DENOUNCED,
  TERMINATED;

  /// Whether it binds: consent is complete, and it has not ended.
  public boolean isAgreed() {
    return switch (this) {
      case SIGNED, ADOPTED, RATIFIED, PROVISIONALLY_APPLIED, IN_FORCE, SUSPENDED -> true;
      case NONE, DRAFTED, FINALISED, INITIALLED, SIGNED_IN_PART, REJECTED, DENOUNCED, TERMINATED ->
          false;
    };
  }

  /// Whether it was approved as well as signed, and binds: nothing of it is left to negotiate.
  public boolean isApproved() {
    return this == RATIFIED || this == PROVISIONALLY_APPLIED || this == IN_FORCE;
  }

  /// Whether agreement on it does not stand any more.
  public boolean isOver() {
    return this == REJECTED || this == SUSPENDED || this == DENOUNCED || this == TERMINATED;
  }
}
