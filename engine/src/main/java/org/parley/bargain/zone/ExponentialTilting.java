package org.parley.bargain.zone;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.graph.Layers;
import org.parley.exact.Meter;

/// Draws uniform acceptable packages by exponential tilting with rejection.
///
/// A package is drawn with probability proportional to exp(theta . worths) and kept with
/// probability exp(-theta . (worths - baselines)). For any theta the kept ones are uniform among
/// the acceptable ones, and the normalising sum times exp(-theta . baselines) is an upper bound of
/// their number (Chernoff). Theta minimises that bound. Probabilities are integers over 2^44 that
/// approximate the exponentials; rejection uses these integers, so uniformity is exact. Cost: one
/// draw costs one step a point.
final class ExponentialTilting {

  private static final int MOVES = 400;

  /// The probabilities of the steps of a state add up to about this.
  private static final double WHOLE = 1L << 44;

  /// Half the distance between two doubles near one.
  private static final double ROUNDING = 0x1p-53;

  private final Layers layers;
  private final boolean[] bound;

  /// Worths over the least of each layer, to avoid cancellation.
  private final double[][][] worth;

  /// The baselines, less the least worths of all layers.
  private final double[] lacks;

  private final double[] range;

  private double[] theta = new double[0];

  /// The logarithm of the tilted sum from each state on.
  private double[][] logSums = new double[0][];

  private long[][] chances = new long[0][];
  private double logLeast;
  private BigInteger least = BigInteger.ONE;
  private int leastShift;

  /// @param stop polled now and then; once true, the current theta is kept, which only loosens the
  ///   bound and lowers the acceptance rate
  ExponentialTilting(Layers layers, BooleanSupplier stop) {
    this.layers = layers;
    int parties = layers.parties();
    lacks = new double[parties];
    bound = new boolean[parties];
    range = new double[parties];
    worth = new double[layers.size()][][];
    for (int at = 0; at < worth.length; at++) {
      worth[at] = new double[layers.layers.get(at).steps()][parties];
    }
    for (int party = 0; party < parties; party++) {
      long lack = layers.baseline(party);
      bound[party] = lack != Long.MIN_VALUE;
      for (int at = 0; at < worth.length; at++) {
        int one = party;
        long[][] adds = layers.layers.get(at).worth();
        long least = Arrays.stream(adds).mapToLong(each -> each[one]).min().orElseThrow();
        double most = 0;
        for (int step = 0; step < adds.length; step++) {
          worth[at][step][party] = (double) (adds[step][party] - least);
          most = Math.max(most, worth[at][step][party]);
        }
        range[party] += most;
        lack -= bound[party] ? least : 0;
      }
      lacks[party] = bound[party] ? (double) lack : 0;
    }
    choose(stop);
    spread();
  }

  /// An upper bound on the number of acceptable packages.
  BigInteger atMost() {
    double log2 = (logLeast + margin()) / StrictMath.log(2);
    int shift = (int) Math.max(0, Math.floor(log2) - 52);
    return BigInteger.valueOf((long) Math.floor(StrictMath.pow(2, log2 - shift)))
        .add(shift > 0 ? BigInteger.ONE : BigInteger.ZERO)
        .shiftLeft(shift);
  }

  /// A bound on all rounding errors in the logarithm. They come from the sums, each a few
  /// operations on numbers up to the total, and from the probabilities.
  private double margin() {
    double whole = 1 + Math.abs(logSums[0][0]);
    double widest = 0;
    for (int at = 0; at < layers.size(); at++) {
      Layers.Layer layer = layers.layers.get(at);
      int most = 0;
      for (int state = 0; state < layers.states[at]; state++) {
        most = Math.max(most, layer.first()[state + 1] - layer.first()[state]);
      }
      widest += most;
    }
    for (int party = 0; party < theta.length; party++) {
      whole += theta[party] * (range[party] + Math.abs(lacks[party]));
    }
    return 16 * ROUNDING * whole * (theta.length + 4) * layers.size() + 4 * widest / WHOLE;
  }

  /// The logarithm of the Chernoff bound; fills [#logSums].
  private double logBound(double[] weights) {
    int size = layers.size();
    double[][] sums = new double[size + 1][];
    sums[size] = new double[layers.states[size]];
    for (int at = size - 1; at >= 0; at--) {
      Layers.Layer layer = layers.layers.get(at);
      sums[at] = new double[layers.states[at]];
      for (int state = 0; state < sums[at].length; state++) {
        int first = layer.first()[state];
        int end = layer.first()[state + 1];
        double most = Double.NEGATIVE_INFINITY;
        for (int step = first; step < end; step++) {
          most = Math.max(most, log(weights, at, step, sums[at + 1]));
        }
        double sum = 0;
        for (int step = first; step < end; step++) {
          sum += StrictMath.exp(log(weights, at, step, sums[at + 1]) - most);
        }
        sums[at][state] = most + StrictMath.log(sum);
      }
    }
    logSums = sums;
    double result = sums[0][0];
    for (int party = 0; party < weights.length; party++) {
      result -= weights[party] * lacks[party];
    }
    return result;
  }

  private double log(double[] weights, int at, int step, double[] after) {
    double log = after[layers.layers.get(at).to()[step]];
    double[] adds = worth[at][step];
    for (int party = 0; party < weights.length; party++) {
      log += weights[party] * adds[party];
    }
    return log;
  }

  /// The expected worths in a tilted package, less the baselines; call after [#logBound].
  private double[] gradient(double[] weights) {
    double[] mean = new double[weights.length];
    double[] reach = {1};
    for (int at = 0; at < layers.size(); at++) {
      Layers.Layer layer = layers.layers.get(at);
      double[] next = new double[layers.states[at + 1]];
      for (int step = 0; step < layer.steps(); step++) {
        int from = layer.from()[step];
        double chance =
            reach[from]
                * StrictMath.exp(log(weights, at, step, logSums[at + 1]) - logSums[at][from]);
        next[layer.to()[step]] += chance;
        for (int party = 0; party < mean.length; party++) {
          mean[party] += chance * worth[at][step][party];
        }
      }
      reach = next;
    }
    for (int party = 0; party < mean.length; party++) {
      mean[party] -= lacks[party];
    }
    return mean;
  }

  /// Minimises the bound by projected gradient steps that grow while they help.
  private void choose(BooleanSupplier stop) {
    int parties = layers.parties();
    theta = new double[parties];
    double value = logBound(theta);
    double step = 1;
    for (int move = 0; move < MOVES && !stop.getAsBoolean(); move++) {
      double[] slope = gradient(theta);
      double[] next = new double[parties];
      double then = value;
      boolean better = false;
      for (int halving = 0; halving < 40 && !better && !stop.getAsBoolean(); halving++) {
        for (int party = 0; party < parties; party++) {
          double change = step * slope[party] / Math.max(1, range[party] * range[party]);
          next[party] = bound[party] ? Math.max(0, theta[party] - change) : 0;
        }
        then = logBound(next);
        better = then < value;
        step *= better ? 1.6 : 0.4;
      }
      if (!better) {
        break;
      }
      boolean settled = value - then < 1e-9;
      theta = next;
      value = then;
      // A bound below one proves that there is no package; a smaller one adds nothing.
      if (settled || value < -1) {
        break;
      }
    }
    value = logBound(theta);
    logLeast = value;
  }

  /// Sets the integer probabilities of the steps, and the least probability of an acceptable
  /// package.
  private void spread() {
    chances = new long[layers.size()][];
    for (int at = 0; at < chances.length; at++) {
      Layers.Layer layer = layers.layers.get(at);
      chances[at] = new long[layer.steps()];
      for (int step = 0; step < chances[at].length; step++) {
        double log = log(theta, at, step, logSums[at + 1]) - logSums[at][layer.from()[step]];
        chances[at][step] = (long) Math.ceil(WHOLE * StrictMath.exp(log)) + 1;
      }
    }
    // An acceptable package has at least the probability exp(theta . baselines) over the tilted
    // sum.
    double log2 = (-logLeast - margin()) / StrictMath.log(2);
    leastShift = 52 - (int) Math.floor(log2);
    least = BigInteger.valueOf((long) Math.floor(StrictMath.pow(2, log2 + leastShift)));
  }

  /// Draws a path and its worths; null if they are not acceptable.
  private int @Nullable [] propose(RandomGenerator random, long[] worths) {
    int[] steps = new int[layers.size()];
    Arrays.fill(worths, 0);
    int state = 0;
    for (int at = 0; at < steps.length; at++) {
      Layers.Layer layer = layers.layers.get(at);
      int first = layer.first()[state];
      int end = layer.first()[state + 1];
      long left = random.nextLong(sum(at, first, end));
      int step = first;
      while (left >= chances[at][step]) {
        left -= chances[at][step++];
      }
      steps[at] = step;
      state = layer.to()[step];
      for (int party = 0; party < worths.length; party++) {
        worths[party] += layer.worth()[step][party];
      }
    }
    return reaches(worths) ? steps : null;
  }

  private boolean reaches(long[] worths) {
    for (int party = 0; party < worths.length; party++) {
      if (bound[party] && worths[party] < layers.baseline(party)) {
        return false;
      }
    }
    return true;
  }

  private int[] packageOf(int[] steps) {
    int[] options = new int[steps.length];
    for (int at = 0; at < steps.length; at++) {
      options[at] = layers.layers.get(at).option()[steps[at]];
    }
    return layers.packageOf(options);
  }

  /// Whether the package of an acceptable path is acceptable: not always true in a relaxed graph.
  private boolean isAcceptable(int[] steps, long[] along) {
    if (!layers.isLoose()) {
      return true;
    }
    long[] worths = layers.worthsOf(packageOf(steps), along);
    return worths != null && reaches(worths);
  }

  private long sum(int at, int first, int end) {
    long sum = 0;
    for (int step = first; step < end; step++) {
      sum += chances[at][step];
    }
    return sum;
  }

  /// A uniformly random acceptable package; empty if none was found.
  ///
  /// @param meter a step is a package drawn
  Optional<int[]> draw(RandomGenerator random, Meter meter) {
    long[] worths = new long[layers.parties()];
    while (!meter.spend(1)) {
      int[] steps = propose(random, worths);
      if (steps != null && isAcceptable(steps, worths) && isKept(random, steps)) {
        return Optional.of(packageOf(steps));
      }
    }
    return Optional.empty();
  }

  /// Draws some acceptable package, not uniformly.
  ///
  /// @param meter a step is a package drawn
  boolean findsAny(RandomGenerator random, Meter meter) {
    long[] worths = new long[layers.parties()];
    while (!meter.spend(1)) {
      int[] steps = propose(random, worths);
      if (steps != null && isAcceptable(steps, worths)) {
        return true;
      }
    }
    return false;
  }

  /// Rejection: keeps a package with the ratio of the least probability to its own, in integers.
  private boolean isKept(RandomGenerator random, int[] steps) {
    BigInteger own = BigInteger.ONE;
    BigInteger all = BigInteger.ONE;
    for (int at = 0; at < steps.length; at++) {
      Layers.Layer layer = layers.layers.get(at);
      int from = layer.from()[steps[at]];
      own = own.multiply(BigInteger.valueOf(chances[at][steps[at]]));
      all = all.multiply(BigInteger.valueOf(sum(at, layer.first()[from], layer.first()[from + 1])));
    }
    BigInteger wanted = least.multiply(all);
    BigInteger whole = leastShift >= 0 ? own.shiftLeft(leastShift) : own;
    BigInteger part = leastShift >= 0 ? wanted : wanted.shiftLeft(-leastShift);
    return below(random, whole).compareTo(part) < 0;
  }

  /// A uniform integer from 0 to the bound less one.
  static BigInteger below(RandomGenerator random, BigInteger bound) {
    int bits = bound.bitLength();
    while (true) {
      byte[] bytes = new byte[(bits + 7) / 8 + 1];
      random.nextBytes(bytes);
      BigInteger number =
          new BigInteger(1, bytes).and(BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE));
      if (number.compareTo(bound) < 0) {
        return number;
      }
    }
  }

  /// Estimates the number of acceptable packages from seeded draws.
  ///
  /// @param most the draws to make
  /// @param meter a step is a draw; fewer are made if it stops
  CountEstimate estimate(long seed, long most, Meter meter) {
    SplittableRandom random = new SplittableRandom(seed);
    long[] worths = new long[layers.parties()];
    double sum = 0;
    double squares = 0;
    long hits = 0;
    long draws = 0;
    while (draws < most && !meter.spend(1)) {
      draws++;
      int[] steps = propose(random, worths);
      if (steps != null && isAcceptable(steps, worths)) {
        double over = 0;
        for (int party = 0; party < worths.length; party++) {
          over +=
              bound[party] ? theta[party] * (double) (worths[party] - layers.baseline(party)) : 0;
        }
        double weight = StrictMath.exp(-over);
        sum += weight;
        squares += weight * weight;
        hits++;
      }
    }
    double bound = StrictMath.exp(logLeast);
    if (draws == 0) {
      return new CountEstimate(0, 0, bound, 0, 0);
    }
    double mean = sum / draws;
    double error = Math.sqrt(Math.max(0, squares / draws - mean * mean) / draws);
    // With few hits, the rule of three bounds the unseen part.
    double unseen = 3.0 / draws;
    double low = hits < 30 ? 0 : Math.max(0, mean - 1.96 * error);
    double high = Math.min(1, hits < 30 ? mean + 1.96 * error + unseen : mean + 1.96 * error);
    return new CountEstimate(mean * bound, low * bound, high * bound, hits, draws);
  }
}
