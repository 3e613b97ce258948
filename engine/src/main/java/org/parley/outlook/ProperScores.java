package org.parley.outlook;

import java.util.List;
import org.parley.exact.Rational;

/// Scores of forecasts that an honest forecast makes best in expectation (Gneiting and Raftery
/// 2007). Less is better for each.
///
/// Scores of chances are exact where they are fractions of fractions; the logarithm is not.
public final class ProperScores {

  private ProperScores() {}

  /// The score of Brier (1950), from 0, sure and right, to 1, sure and wrong.
  ///
  /// @param chance the chance stated, from 0 to 1
  /// @param happened whether it happened
  public static Rational brier(Rational chance, boolean happened) {
    Rational off = share(chance).minus(happened ? Rational.ONE : Rational.ZERO);
    return off.times(off);
  }

  /// The logarithmic score in nats, from 0; infinite for what was called impossible.
  ///
  /// @param chance the chance stated, from 0 to 1
  /// @param happened whether it happened
  public static double log(Rational chance, boolean happened) {
    Rational given = happened ? share(chance) : Rational.ONE.minus(share(chance));
    return given.signum() == 0 ? Double.POSITIVE_INFINITY : -StrictMath.log(given.approximately());
  }

  /// The score of an interval for a number: its width, and a fine for missing.
  ///
  /// @param least its lower end
  /// @param most its upper end, not below the lower one
  /// @param missed the share of cases in which it is meant to miss, such as 1/5 for 80 per cent
  /// @param observed the number that came true
  public static Rational interval(
      Rational least, Rational most, Rational missed, Rational observed) {
    if (least.compareTo(most) > 0 || share(missed).signum() == 0) {
      throw new IllegalArgumentException(least + " to " + most + " missing " + missed);
    }
    Rational fine = Rational.of(2).dividedBy(missed);
    Rational width = most.minus(least);
    if (observed.compareTo(least) < 0) {
      return width.plus(fine.times(least.minus(observed)));
    }
    return observed.compareTo(most) > 0 ? width.plus(fine.times(observed.minus(most))) : width;
  }

  /// The continuous ranked probability score of a forecast given as a sample. It is the mean
  /// distance to the observation, less half the mean distance within the sample. Cost: quadratic in
  /// the sample.
  ///
  /// @param sample equally likely numbers, at least one
  /// @param observed the number that came true
  public static Rational crps(List<Rational> sample, Rational observed) {
    if (sample.isEmpty()) {
      throw new IllegalArgumentException("an empty sample");
    }
    Rational toObserved = Rational.ZERO;
    Rational within = Rational.ZERO;
    for (Rational one : sample) {
      toObserved = toObserved.plus(distance(one, observed));
      for (Rational other : sample) {
        within = within.plus(distance(one, other));
      }
    }
    Rational count = Rational.of(sample.size());
    return toObserved
        .dividedBy(count)
        .minus(within.dividedBy(count.times(count).times(Rational.of(2))));
  }

  private static Rational distance(Rational one, Rational other) {
    Rational difference = one.minus(other);
    return difference.signum() < 0 ? Rational.ZERO.minus(difference) : difference;
  }

  private static Rational share(Rational chance) {
    if (chance.signum() < 0 || chance.compareTo(Rational.ONE) > 0) {
      throw new IllegalArgumentException("scoring a chance: " + chance + " is not from 0 to 1");
    }
    return chance;
  }
}
