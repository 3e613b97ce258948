package org.parley.bargain.solve;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.parley.exact.Rational;

/// The largest sum of worths, each times a factor of any sign, over a floor.
class SumGoal extends Goal {

  private final long[] factors;

  SumGoal(long[] floor, long[] factors) {
    super(floor);
    this.factors = factors;
  }

  private long sum(long[] worths) {
    long sum = 0;
    for (int signer = 0; signer < factors.length; signer++) {
      sum += factors[signer] * worths[signer];
    }
    return sum;
  }

  @Override
  int compare(long[] one, long[] other) {
    return Long.compare(sum(one), sum(other));
  }

  @Override
  long[] needsBeyond(long[] best, boolean strictly) {
    return floor.clone();
  }

  @Override
  BigInteger sumBeyond(long[] best, boolean strictly, long scale, long[] weights) {
    return BigInteger.valueOf(sum(best))
        .add(strictly ? BigInteger.ONE : BigInteger.ZERO)
        .multiply(BigInteger.valueOf(scale))
        .add(dot(weights, floor));
  }

  /// If all reach the floor, the weighted gains are not negative.
  @Override
  @Nullable Rational atMost(long scale, long[] weights, BigInteger most) {
    return scale > 0
        ? new Rational(most.subtract(dot(weights, floor)), BigInteger.valueOf(scale))
        : null;
  }

  @Override
  long[] base() {
    return factors;
  }

  @Override
  double[] start() {
    return new double[floor.length];
  }

  @Override
  void move(double[] state, long[] worths, double step) {
    double largest = 1;
    for (int signer = 0; signer < state.length; signer++) {
      largest = Math.max(largest, Math.abs((double) (worths[signer] - floor[signer])));
    }
    for (int signer = 0; signer < state.length; signer++) {
      double over = (double) (worths[signer] - floor[signer]) / largest;
      state[signer] = Math.max(0, state[signer] - step * over);
    }
  }

  @Override
  double[] weights(double[] state) {
    return state.clone();
  }

  @Override
  double merit(long[] worths) {
    double missing = 0;
    for (int signer = 0; signer < floor.length; signer++) {
      missing += Math.max(0, (double) (floor[signer] - worths[signer]));
    }
    return (double) sum(worths) - 1000 * missing;
  }

  @Override
  Rational value(long[] worths) {
    return Rational.of(sum(worths));
  }
}
