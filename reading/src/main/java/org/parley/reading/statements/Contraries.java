package org.parley.reading.statements;

import org.jspecify.annotations.Nullable;
import org.parley.reading.SaidStance;

/// Which stances on one subject cannot both hold. "Open" and "90 percent" can: both are unfinished.
final class Contraries {

  private Contraries() {}

  /// Whether two stances of one speaker on one subject exclude each other, or give another degree.
  static boolean of(Telling one, Telling other) {
    return one.stance() == other.stance()
        ? isOtherFigure(one.tenths(), other.tenths())
        : isAgainst(one.stance(), other.stance()) || isAgainst(other.stance(), one.stance());
  }

  private static boolean isOtherFigure(@Nullable Integer one, @Nullable Integer other) {
    return one != null && other != null && !one.equals(other);
  }

  private static boolean isAgainst(SaidStance one, SaidStance other) {
    return switch (one) {
      case AGREED -> isUnfinished(other);
      case REJECTED -> isTaken(other);
      case RECEIVED -> other == SaidStance.NOT_RECEIVED;
      case DENIED_REPORT ->
          other == SaidStance.AGREED || isDegree(other) || other == SaidStance.RECEIVED;
      case MOSTLY_AGREED, SHARE, FINAL_SOON -> isDegree(other);
      case OPEN, CONDITIONAL, NOT_RECEIVED, PREFERS -> false;
    };
  }

  private static boolean isUnfinished(SaidStance stance) {
    return stance == SaidStance.OPEN || stance == SaidStance.CONDITIONAL || isDegree(stance);
  }

  private static boolean isTaken(SaidStance stance) {
    return stance == SaidStance.AGREED || isUnfinished(stance);
  }

  private static boolean isDegree(SaidStance stance) {
    return stance == SaidStance.MOSTLY_AGREED
        || stance == SaidStance.SHARE
        || stance == SaidStance.FINAL_SOON;
  }
}
