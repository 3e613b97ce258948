package org.parley.bargain.solve;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.exact.Rational;

/// The objective of a [DualBranchAndBound], with the incumbent.
///
/// A goal states two things exactly: the least worth of each signer in a wanted package, and its
/// least weighted sum for any multipliers. The search prunes everything else. Multipliers move in
/// floating point; conclusions from them are exact.
abstract class Goal {

  /// How many tied vectors are listed at the most.
  static final int MOST_TIES = 100;

  /// Beyond this, sums of worths times weights are not made in the machine's whole numbers.
  private static final long SMALL = 1L << 36;

  final long[] floor;
  private final List<Outcome> best = new ArrayList<>();
  private boolean wantsTies;
  private boolean listing;
  private boolean allTies = true;
  private boolean endsWithNext;
  private boolean ended;
  private long @Nullable [] needs;

  /// @param floor the worth each signer must get at the least
  Goal(long[] floor) {
    this.floor = floor;
  }

  /// A package and its worths to the signers.
  record Outcome(List<Long> worths, List<Integer> options) {
    Outcome {
      worths = List.copyOf(worths);
      options = List.copyOf(options);
    }
  }

  /// Compares two vectors that reach the floor: positive where the first is better.
  abstract int compare(long[] one, long[] other);

  /// What each signer must get to be at least as good as the best, or strictly better.
  abstract long[] needsBeyond(long[] best, boolean strictly);

  /// What the weighted sum must be to be at least as good as the best, or strictly better.
  abstract BigInteger sumBeyond(long[] best, boolean strictly, long scale, long[] weights);

  /// The most the value can be where no package has a larger weighted sum of gains over the floor.
  ///
  /// @param scale how much the base counts beside the weights
  /// @param weights of the signers
  /// @param most the largest sum of scale times base plus weights, times worths
  /// @return null where these weights say nothing
  abstract @Nullable Rational atMost(long scale, long[] weights, BigInteger most);

  /// The worths that count with `scale` besides the weights; zero for most goals.
  long[] base() {
    return new long[floor.length];
  }

  /// Where the weights start, before they are moved.
  abstract double[] start();

  /// Moves the weights towards a tighter bound, given the package that is best under them.
  abstract void move(double[] state, long[] worths, double step);

  /// The weights of a state.
  abstract double[] weights(double[] state);

  /// How good a package is, also below the floor: guides the search, decides nothing.
  abstract double merit(long[] worths);

  /// The value of a vector as it is reported.
  abstract Rational value(long[] worths);

  /// Looks at a package. Says whether what is asked for has changed.
  boolean offer(long[] worths, int[] options) {
    for (int signer = 0; signer < floor.length; signer++) {
      if (worths[signer] < floor[signer]) {
        return false;
      }
    }
    long[] known = bestWorths();
    int order = known == null ? 1 : compare(worths, known);
    if (order < 0 || (order == 0 && !listing)) {
      return false;
    }
    Outcome outcome =
        new Outcome(
            Arrays.stream(worths).boxed().toList(), Arrays.stream(options).boxed().toList());
    if (order > 0) {
      best.clear();
      best.add(outcome);
      ended |= endsWithNext;
      listing = wantsTies;
      allTies = true;
      needs = null;
      return true;
    }
    if (best.stream().anyMatch(each -> each.worths().equals(outcome.worths()))) {
      return false;
    }
    if (best.size() < MOST_TIES) {
      best.add(outcome);
      return false;
    }
    allTies = false;
    listing = false;
    needs = null;
    return true;
  }

  /// From now on packages as good as the best are listed as well, up to [#MOST_TIES]; beyond, only
  /// better ones are looked for.
  void listTies() {
    wantsTies = true;
    listing = true;
    needs = null;
  }

  /// Whether packages as good as the best are listed.
  boolean isListing() {
    return listing;
  }

  /// There may be more that tie than are listed.
  void leaveTiesOpen() {
    allTies = false;
  }

  /// Whether all that tie with the best are listed.
  boolean hasAllTies() {
    return wantsTies && allTies;
  }

  /// Nothing is wanted once a better package is found than the best so far.
  void endWithNext() {
    endsWithNext = true;
  }

  boolean isEnded() {
    return ended;
  }

  List<Outcome> best() {
    return best;
  }

  long @Nullable [] bestWorths() {
    return best.isEmpty()
        ? null
        : best.getFirst().worths().stream().mapToLong(Long::longValue).toArray();
  }

  /// What each signer must get in a package that is still wanted.
  long[] needs() {
    if (needs == null) {
      long[] known = bestWorths();
      long[] all = known == null ? floor.clone() : needsBeyond(known, !listing);
      for (int signer = 0; signer < floor.length; signer++) {
        all[signer] = Math.max(all[signer], floor[signer]);
      }
      needs = all;
    }
    return needs;
  }

  /// Whether a package is wanted that gives each signer what it needs, whatever else; only then can
  /// more be asked for.
  boolean isByNeeds() {
    return false;
  }

  /// What to look for first where the search is long: what has that is often as good, and then says
  /// what each signer must get; null where there is nothing of the kind.
  @Nullable Goal first() {
    return null;
  }

  /// For now, asks for packages alone whose value is as large as a bound of it under these weights
  /// would be: until one is found, or [#ruleOutAsked].
  ///
  /// @param sum a weighted sum of worths
  /// @return false where that is no more than the best already has
  boolean ask(long[] weights, long sum) {
    return false;
  }

  /// Asks for the next less that a package may have.
  ///
  /// @param isRuledOut whether no package has what was asked for last
  /// @return false where that is no more than the best already has; then nothing is asked for
  boolean askLess(boolean isRuledOut) {
    return false;
  }

  /// Nothing is asked for any more.
  void withdraw() {}

  /// Whether a package was found that has what was asked for last.
  boolean isAskedMet() {
    return false;
  }

  /// No package has what was asked for last.
  void ruleOutAsked() {}

  /// What no package has, where that is known from asking.
  @Nullable Rational ruledOut() {
    return null;
  }

  /// What each signer must get in a package that is asked for.
  long[] asked() {
    return needs();
  }

  /// What each signer gets at the most in a package that is still wanted.
  long[] mostWanted() {
    long[] most = new long[floor.length];
    Arrays.fill(most, Long.MAX_VALUE / 2);
    return most;
  }

  /// How many vectors can tie with the best where all parties get so much together and no such
  /// vector is better.
  double mostTies(long together) {
    return Double.POSITIVE_INFINITY;
  }

  /// In how many ways so much is split among so many.
  static double splits(long amount, int parties) {
    double ways = 1;
    for (int party = 1; party < parties; party++) {
      ways = ways * (double) (amount + party) / party;
    }
    return Math.rint(ways);
  }

  /// The least weighted sum of a package that is still wanted, or asked for.
  BigInteger threshold(long scale, long[] weights) {
    long[] known = bestWorths();
    if (known != null) {
      return sumBeyond(known, !listing, scale, weights);
    }
    // With nothing found yet, no sum that counts `scale` can be asked for.
    return scale > 0 ? BigInteger.ONE.shiftLeft(70).negate() : dot(weights, floor);
  }

  /// What the weighted sum must be to be strictly better than the best; without one, as
  /// [#threshold].
  BigInteger beyond(long scale, long[] weights) {
    long[] known = bestWorths();
    return known == null ? threshold(scale, weights) : sumBeyond(known, true, scale, weights);
  }

  /// The same as a whole number of the machine; far out where it would not be one.
  long thresholdOf(long scale, long[] weights) {
    BigInteger exact = threshold(scale, weights);
    return exact.bitLength() < 63
        ? exact.longValueExact()
        : exact.signum() > 0 ? Long.MAX_VALUE / 2 : Long.MIN_VALUE / 2;
  }

  /// Whether sums of these times weights up to 2^20 stay far from overflowing.
  static boolean areSmall(long[] values) {
    for (long value : values) {
      if (value > SMALL || value < -SMALL) {
        return false;
      }
    }
    return true;
  }

  static BigInteger dot(long[] weights, long[] worths) {
    BigInteger sum = BigInteger.ZERO;
    for (int signer = 0; signer < weights.length; signer++) {
      sum =
          sum.add(BigInteger.valueOf(weights[signer]).multiply(BigInteger.valueOf(worths[signer])));
    }
    return sum;
  }
}
