package org.parley.board.word;

import java.util.Optional;
import org.parley.model.claim.Assertion;

/// The stance that statements express on a point, the most favourable first.
public enum Stance {
  AGREED,
  AD_REFERENDUM,
  CONDITIONAL,
  OPEN,
  REJECTED,
  /// No statement is on record.
  SILENT;

  /// The direction of a stance. Statements of different directions contradict each other.
  public enum Sense {
    FOR,
    UNDECIDED,
    AGAINST
  }

  /// The stance of an assertion; empty if it expresses none.
  public static Optional<Stance> of(Assertion assertion) {
    return switch (assertion) {
      case Assertion.Agreed _ -> Optional.of(AGREED);
      case Assertion.AdReferendum _ -> Optional.of(AD_REFERENDUM);
      case Assertion.Conditional _ -> Optional.of(CONDITIONAL);
      case Assertion.Open _ -> Optional.of(OPEN);
      case Assertion.Rejected _ -> Optional.of(REJECTED);
      case Assertion.Received _,
          Assertion.NotReceived _,
          Assertion.Prefers _,
          Assertion.Refuses _,
          Assertion.Complete _,
          Assertion.Implemented _,
          Assertion.Measured _,
          Assertion.Expects _,
          Assertion.Confirmed _,
          Assertion.Denied _,
          Assertion.States _ ->
          Optional.empty();
    };
  }

  public Sense sense() {
    return switch (this) {
      case AGREED, AD_REFERENDUM, CONDITIONAL -> Sense.FOR;
      case OPEN, SILENT -> Sense.UNDECIDED;
      case REJECTED -> Sense.AGAINST;
    };
  }

  /// Whether a stance on a whole applies to each part.
  boolean bearsOnParts() {
    return this != OPEN;
  }

  /// The less favourable of the two.
  public Stance and(Stance other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
