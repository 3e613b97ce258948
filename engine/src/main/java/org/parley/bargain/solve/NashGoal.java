package org.parley.bargain.solve;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.parley.exact.Rational;

/// The largest product of gains over the floor (Nash 1950); a negative gain is never multiplied.
///
/// By the inequality of arithmetic and geometric means, n gains with a product of at least P have a
/// least weighted sum. It is n times the n-th root of P times the product of the weights.
final class NashGoal extends Goal {

  private final double[] ideal;

  /// The largest joint gain.
  private final BigInteger gains;

  /// @param ideal the largest worth of each signer, the start of the multipliers
  /// @param together the largest joint worth of all signers
  NashGoal(long[] floor, long[] ideal, long together) {
    super(floor);
    gains = BigInteger.valueOf(together).subtract(dot(ones(), floor));
    this.ideal = new double[floor.length];
    for (int signer = 0; signer < floor.length; signer++) {
      this.ideal[signer] = Math.max(1.0, (double) (ideal[signer] - floor[signer]));
    }
  }

  private BigInteger product(long[] worths) {
    BigInteger product = BigInteger.ONE;
    for (int signer = 0; signer < floor.length; signer++) {
      product = product.multiply(BigInteger.valueOf(worths[signer] - floor[signer]));
    }
    return product;
  }

  @Override
  int compare(long[] one, long[] other) {
    return product(one).compareTo(product(other));
  }

  @Override
  long[] needsBeyond(long[] best, boolean strictly) {
    long least = leastFor(product(best).add(strictly ? BigInteger.ONE : BigInteger.ZERO));
    long[] needs = floor.clone();
    for (int signer = 0; signer < needs.length; signer++) {
      needs[signer] += least;
    }
    return needs;
  }

  /// The least gain of one party for a product of this size: the others share the rest of the joint
  /// gain evenly. Exceeds an even share if the product is unattainable.
  private long leastFor(BigInteger product) {
    BigInteger even = gains.divide(BigInteger.valueOf(floor.length));
    long low = 0;
    long high = even.add(BigInteger.ONE).max(BigInteger.ZERO).longValueExact();
    while (low < high) {
      long middle = (low + high) >>> 1;
      if (allows(middle, product)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /// The largest gain of one party for a product of this size; below an even share if the product
  /// is unattainable.
  private long mostFor(BigInteger product) {
    long low = gains.divide(BigInteger.valueOf(floor.length)).longValueExact();
    long high = gains.max(BigInteger.ZERO).longValueExact();
    while (low < high) {
      long middle = low + (high - low + 1) / 2;
      if (allows(middle, product)) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  @Override
  long[] mostWanted() {
    long[] known = bestWorths();
    long[] most = super.mostWanted();
    if (known != null && floor.length > 1) {
      long gain = mostFor(product(known).add(isListing() ? BigInteger.ZERO : BigInteger.ONE));
      Arrays.setAll(most, signer -> floor[signer] + gain);
    }
    return most;
  }

  /// The most even splits: the remainder of equal integer gains goes to some parties, one each. If
  /// there is not a gain for every party, any split has the product zero.
  @Override
  double mostTies(long together) {
    long gain = together - Arrays.stream(floor).sum();
    if (gain < floor.length) {
      return splits(gain, floor.length);
    }
    long left = gain % floor.length;
    return splits(left, floor.length - (int) left + 1);
  }

  private boolean allows(long gain, BigInteger product) {
    int others = floor.length - 1;
    BigInteger one = BigInteger.valueOf(gain);
    return one.multiply(gains.subtract(one).pow(others))
            .compareTo(product.multiply(BigInteger.valueOf(others).pow(others)))
        >= 0;
  }

  private long[] ones() {
    return LongStream.generate(() -> 1).limit(floor.length).toArray();
  }

  @Override
  Goal first() {
    return new MaxMinGoal(floor, ones(), false);
  }

  @Override
  BigInteger sumBeyond(long[] best, boolean strictly, long scale, long[] weights) {
    int parties = floor.length;
    BigInteger wanted = product(best).add(strictly ? BigInteger.ONE : BigInteger.ZERO);
    if (LongStream.of(weights).allMatch(each -> each == weights[0])) {
      return dot(weights, floor).add(BigInteger.valueOf(weights[0]).multiply(sumFor(wanted)));
    }
    BigInteger least = wanted.multiply(BigInteger.valueOf(parties).pow(parties));
    for (long weight : weights) {
      least = least.multiply(BigInteger.valueOf(weight));
    }
    return dot(weights, floor).add(rootUp(least, parties));
  }

  /// The least sum of integer gains with such a product, attained by gains as equal as possible.
  private BigInteger sumFor(BigInteger product) {
    int parties = floor.length;
    BigInteger n = BigInteger.valueOf(parties);
    BigInteger sum = rootUp(product.multiply(n.pow(parties)), parties);
    while (true) {
      BigInteger[] each = sum.divideAndRemainder(n);
      int more = each[1].intValueExact();
      BigInteger largest =
          each[0].pow(parties - more).multiply(each[0].add(BigInteger.ONE).pow(more));
      if (largest.compareTo(product) >= 0) {
        return sum;
      }
      sum = sum.add(BigInteger.ONE);
    }
  }

  /// By the inequality of means, the product is largest if all weighted gains are equal.
  @Override
  @Nullable Rational atMost(long scale, long[] weights, BigInteger most) {
    int parties = floor.length;
    BigInteger divisor = BigInteger.valueOf(parties).pow(parties);
    for (long weight : weights) {
      divisor = divisor.multiply(BigInteger.valueOf(weight));
    }
    BigInteger gains = most.subtract(dot(weights, floor));
    return divisor.signum() > 0 ? new Rational(gains.pow(parties), divisor) : null;
  }

  /// The least integer with a power of at least this, by Newton's method.
  static BigInteger rootUp(BigInteger power, int degree) {
    if (power.signum() == 0 || degree == 1) {
      return power;
    }
    BigInteger n = BigInteger.valueOf(degree);
    BigInteger root = BigInteger.ONE.shiftLeft(power.bitLength() / degree + 1);
    while (true) {
      BigInteger next =
          root.multiply(n.subtract(BigInteger.ONE))
              .add(power.divide(root.pow(degree - 1)))
              .divide(n);
      if (next.compareTo(root) >= 0) {
        return root.pow(degree).compareTo(power) < 0 ? root.add(BigInteger.ONE) : root;
      }
      root = next;
    }
  }

  @Override
  double[] start() {
    double[] logs = new double[floor.length];
    for (int signer = 0; signer < logs.length; signer++) {
      logs[signer] = -StrictMath.log(ideal[signer]);
    }
    return logs;
  }

  @Override
  void move(double[] state, long[] worths, double step) {
    for (int signer = 0; signer < state.length; signer++) {
      double weighted = StrictMath.exp(state[signer]) * (double) (worths[signer] - floor[signer]);
      state[signer] -= step * Math.clamp(weighted - 1, -1, 1);
    }
  }

  @Override
  double[] weights(double[] state) {
    double[] weights = new double[state.length];
    for (int signer = 0; signer < weights.length; signer++) {
      weights[signer] = StrictMath.exp(state[signer]);
    }
    return weights;
  }

  @Override
  double merit(long[] worths) {
    double sum = 0;
    for (int signer = 0; signer < floor.length; signer++) {
      double gain = (double) (worths[signer] - floor[signer]) / ideal[signer];
      sum += gain > 1e-3 ? StrictMath.log(gain) : StrictMath.log(1e-3) + 1000 * (gain - 1e-3);
    }
    return sum;
  }

  @Override
  Rational value(long[] worths) {
    return new Rational(product(worths), BigInteger.ONE);
  }
}
