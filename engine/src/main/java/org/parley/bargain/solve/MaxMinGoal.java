package org.parley.bargain.solve;

import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.parley.exact.Rational;

/// The largest least gain, each gain in the party's own unit.
///
/// With `lexical`, ties are broken by the next least gain (leximin). The needs of the parties do
/// not define that order, so such a goal only collects results; see [Leximin]. A party that cannot
/// gain (unit 0) only has to reach its floor.
class MaxMinGoal extends Goal {

  private final long[] unit;
  private final boolean lexical;

  /// The target, and the needs of the signers for it until it is met.
  private @Nullable Rational asked;

  private long @Nullable [] askedNeeds;
  private @Nullable Rational ruledOut;

  MaxMinGoal(long[] floor, long[] unit, boolean lexical) {
    super(floor);
    this.unit = unit;
    this.lexical = lexical;
    if (Arrays.stream(unit).allMatch(each -> each == 0)) {
      // Every acceptable package gives each party its floor, so all tie.
      endWithNext();
    }
  }

  /// The gain of a signer in its unit.
  Rational gainOf(int signer, long[] worths) {
    return Rational.of(worths[signer] - floor[signer], unit[signer]);
  }

  boolean canGain(int signer) {
    return unit[signer] > 0;
  }

  private Rational[] gains(long[] worths) {
    Rational[] gains = new Rational[(int) Arrays.stream(unit).filter(each -> each > 0).count()];
    int count = 0;
    for (int signer = 0; signer < unit.length; signer++) {
      if (unit[signer] > 0) {
        gains[count++] = gainOf(signer, worths);
      }
    }
    Arrays.sort(gains);
    return gains;
  }

  @Override
  int compare(long[] one, long[] other) {
    Rational[] a = gains(one);
    Rational[] b = gains(other);
    for (int at = 0; at < (lexical ? a.length : Math.min(1, a.length)); at++) {
      int order = a[at].compareTo(b[at]);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  @Override
  boolean isByNeeds() {
    return true;
  }

  @Override
  boolean ask(long[] weights, long sum) {
    Rational least = atMost(0, weights, BigInteger.valueOf(sum));
    long[] known = bestWorths();
    Rational before = known == null ? Rational.ZERO : value(known);
    if (least == null || least.compareTo(before) <= 0) {
      return false;
    }
    asked = least;
    askedNeeds = reaching(least, false);
    return true;
  }

  @Override
  boolean askLess(boolean isRuledOut) {
    Rational before = asked;
    withdraw();
    if (before == null) {
      return false;
    }
    ruledOut = isRuledOut ? before : ruledOut;
    long[] needs = reaching(before, false);
    Rational less = Rational.ZERO;
    for (int signer = 0; signer < unit.length; signer++) {
      if (canGain(signer)) {
        Rational gain = Rational.of(needs[signer] - 1 - floor[signer], unit[signer]);
        less = gain.compareTo(less) > 0 ? gain : less;
      }
    }
    long[] known = bestWorths();
    if (less.compareTo(known == null ? Rational.ZERO : value(known)) <= 0) {
      return false;
    }
    asked = less;
    askedNeeds = reaching(less, false);
    return true;
  }

  /// The surplus over all needs may go to any party.
  @Override
  double mostTies(long together) {
    return splits(together - Arrays.stream(needs()).sum(), unit.length);
  }

  @Override
  void withdraw() {
    asked = null;
    askedNeeds = null;
  }

  @Override
  boolean isAskedMet() {
    return asked != null && askedNeeds == null;
  }

  @Override
  void ruleOutAsked() {
    ruledOut = asked;
    withdraw();
  }

  @Override
  @Nullable Rational ruledOut() {
    return ruledOut;
  }

  @Override
  long[] asked() {
    return askedNeeds == null ? needs() : askedNeeds;
  }

  @Override
  boolean offer(long[] worths, int[] options) {
    boolean changed = super.offer(worths, options);
    if (asked != null && askedNeeds != null && isBestAtLeast(asked)) {
      askedNeeds = null;
    }
    return changed;
  }

  private boolean isBestAtLeast(Rational least) {
    long[] known = bestWorths();
    return known != null && value(known).compareTo(least) >= 0;
  }

  @Override
  long[] needsBeyond(long[] best, boolean strictly) {
    return reaching(value(best), strictly);
  }

  /// The least worth of each signer for a least gain of this size, or more.
  long[] reaching(Rational least, boolean strictly) {
    long[] needs = floor.clone();
    for (int signer = 0; signer < needs.length; signer++) {
      if (unit[signer] > 0) {
        BigInteger[] gain =
            least
                .numerator()
                .multiply(BigInteger.valueOf(unit[signer]))
                .divideAndRemainder(least.denominator());
        boolean more = strictly || gain[1].signum() > 0;
        needs[signer] += gain[0].longValueExact() + (more ? 1 : 0);
      }
    }
    return needs;
  }

  @Override
  BigInteger sumBeyond(long[] best, boolean strictly, long scale, long[] weights) {
    return dot(weights, needsBeyond(best, strictly));
  }

  /// If all gain at least t units, the weighted gains are at least t times the weighted units.
  @Override
  @Nullable Rational atMost(long scale, long[] weights, BigInteger most) {
    BigInteger units = dot(weights, unit);
    return units.signum() > 0 ? new Rational(most.subtract(dot(weights, floor)), units) : null;
  }

  @Override
  BigInteger threshold(long scale, long[] weights) {
    return dot(weights, asked());
  }

  @Override
  long thresholdOf(long scale, long[] weights) {
    long[] needs = asked();
    if (!areSmall(needs)) {
      return super.thresholdOf(scale, weights);
    }
    long sum = 0;
    for (int signer = 0; signer < weights.length; signer++) {
      sum += weights[signer] * needs[signer];
    }
    return sum;
  }

  @Override
  double[] start() {
    double[] shares = new double[unit.length];
    long gaining = Arrays.stream(unit).filter(each -> each > 0).count();
    for (int signer = 0; signer < unit.length; signer++) {
      shares[signer] = unit[signer] > 0 ? 1.0 / gaining : 0;
    }
    return shares;
  }

  @Override
  void move(double[] state, long[] worths, double step) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (int signer = 0; signer < unit.length; signer++) {
      if (unit[signer] > 0) {
        least = Math.min(least, gain(worths, signer));
        most = Math.max(most, gain(worths, signer));
      }
    }
    double sum = 0;
    for (int signer = 0; signer < unit.length; signer++) {
      if (unit[signer] > 0) {
        double place = (gain(worths, signer) - least) / (most - least + 1e-12);
        state[signer] = Math.max(1e-7, state[signer] * StrictMath.exp(-step * place));
        sum += state[signer];
      }
    }
    for (int signer = 0; signer < unit.length; signer++) {
      state[signer] /= Math.max(sum, 1e-300);
    }
  }

  private double gain(long[] worths, int signer) {
    return (double) (worths[signer] - floor[signer]) / unit[signer];
  }

  @Override
  double[] weights(double[] state) {
    double[] weights = new double[unit.length];
    for (int signer = 0; signer < unit.length; signer++) {
      weights[signer] = unit[signer] > 0 ? state[signer] / unit[signer] : 0;
    }
    return weights;
  }

  @Override
  double merit(long[] worths) {
    double least = Double.POSITIVE_INFINITY;
    double sum = 0;
    for (int signer = 0; signer < unit.length; signer++) {
      double gain = (double) (worths[signer] - floor[signer]) / Math.max(1, unit[signer]);
      least = Math.min(least, unit[signer] > 0 ? gain : Math.min(gain, 0));
      sum += gain;
    }
    return least + 1e-3 * sum;
  }

  @Override
  Rational value(long[] worths) {
    Rational[] gains = gains(worths);
    return gains.length == 0 ? Rational.ZERO : gains[0];
  }
}
