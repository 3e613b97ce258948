package org.parley.bargain.worth;

import org.parley.exact.Rational;

/// A party's view of an option on an ordinal scale, best first.
///
/// The share of an acceptable option is only known to lie between the two ends; the centre of that
/// interval is one half.
public enum OptionGrade {
  /// Its first choice: the whole weight of the point.
  PREFERRED,
  /// Acceptable without regret: half the weight.
  ACCEPTABLE,
  /// Barely acceptable: none of the weight.
  TOLERABLE,
  /// Unacceptable: none of the weight, and a red line.
  RED_LINE;

  /// The share of the weight of its point for this grade, 0 to 1.
  public Rational share() {
    return switch (this) {
      case PREFERRED -> Rational.ONE;
      case ACCEPTABLE -> Rational.of(1, 2);
      case TOLERABLE, RED_LINE -> Rational.ZERO;
    };
  }
}
