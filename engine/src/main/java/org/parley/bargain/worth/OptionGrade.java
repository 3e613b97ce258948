package org.parley.bargain.worth;

import org.parley.exact.Rational;

/// How a party takes an option, in words, from the best down.
///
/// All that is known of the share an acceptable option gives is that it lies between the two ends;
/// the centre of what that allows is one half.
public enum OptionGrade {
  /// What it would choose: the whole weight of the point.
  PREFERRED,
  /// What it can sign without regret: half the weight.
  ACCEPTABLE,
  /// What it can just bear: nothing of the weight.
  TOLERABLE,
  /// What it will never sign: nothing, and a red line.
  RED_LINE;

  /// The share of the weight of its point that an option of this grade is worth, 0 to 1.
  public Rational share() {
    return switch (this) {
      case PREFERRED -> Rational.ONE;
      case ACCEPTABLE -> Rational.of(1, 2);
      case TOLERABLE, RED_LINE -> Rational.ZERO;
    };
  }
}
