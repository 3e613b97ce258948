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

  /// The most tied vectors listed.
  static final int MOST_TIES = 100;

  /// Beyond this, sums of worths times multipliers use `BigInteger`.
  private static final long SMALL = 1L << 36;

  final long[] floor;
  private final List<Outcome> best = new ArrayList<>();
  private boolean wantsTies;
  private boolean listing;
  private boolean allTies = true;
  private boolean endsWithNext;
  private boolean ended;
  private long @Nullable [] needs;

  /// @param floor the least worth of each signer
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

  /// The least worth of each signer in a package at least as good as the best, or strictly better.
  abstract long[] needsBeyond(long[] best, boolean strictly);

  /// The least weighted sum of a package at least as good as the best, or strictly better.
  abstract BigInteger sumBeyond(long[] best, boolean strictly, long scale, long[] weights);

  /// An upper bound on the value if no package has a larger weighted sum of gains over the floor.
  ///
  /// @param scale the factor of the base in addition to the multipliers
  /// @param weights the multipliers of the signers
  /// @param most the largest sum of scale times base plus multipliers, times worths
  /// @return null if these multipliers give no bound
  abstract @Nullable Rational atMost(long scale, long[] weights, BigInteger most);

  /// The worths that count with `scale` in addition to the multipliers; zero for most goals.
  long[] base() {
    return new long[floor.length];
  }

  /// The initial state of the multipliers.
  abstract double[] start();

  /// A subgradient step: moves the multipliers towards a tighter bound, given the package that is
  /// best under them.
  abstract void move(double[] state, long[] worths, double step);

  /// The multipliers of a state.
  abstract double[] weights(double[] state);

  /// The merit of a package, also below the floor: guides the search, decides nothing.
  abstract double merit(long[] worths);

  /// The value of a vector as it is reported.
  abstract Rational value(long[] worths);

  /// Offers a package; returns whether the requirement changed.
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

  /// Starts listing packages as good as the best, up to [#MOST_TIES]; beyond, only better ones are
  /// sought.
  void listTies() {
    wantsTies = true;
    listing = true;
    needs = null;
  }

  /// Whether packages as good as the best are listed.
  boolean isListing() {
    return listing;
  }

  /// Marks the list of ties as incomplete.
  void leaveTiesOpen() {
    allTies = false;
  }

  /// Whether all ties with the best are listed.
  boolean hasAllTies() {
    return wantsTies && allTies;
  }

  /// Ends the search with the first package better than the incumbent.
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

  /// The least worth of each signer in a package that is still wanted.
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

  /// Whether the needs of the signers define the wanted packages; only then can a higher target be
  /// set.
  boolean isByNeeds() {
    return false;
  }

  /// A first target for long searches, often attained by the optimum, which then determines the
  /// needs of the signers; null if there is none.
  @Nullable Goal first() {
    return null;
  }

  /// Restricts the search to packages with a value up to the bound given by these multipliers,
  /// until one is found or [#ruleOutAsked] is called.
  ///
  /// @param sum a weighted sum of worths
  /// @return false if the incumbent already attains it
  boolean ask(long[] weights, long sum) {
    return false;
  }

  /// Lowers the target by one level.
  ///
  /// @param isRuledOut whether no package attains the last target
  /// @return false if the incumbent already attains it; then there is no target
  boolean askLess(boolean isRuledOut) {
    return false;
  }

  /// Withdraws the target.
  void withdraw() {}

  /// Whether a package that attains the last target was found.
  boolean isAskedMet() {
    return false;
  }

  /// Records that no package attains the last target.
  void ruleOutAsked() {}

  /// The target that no package attains, if known.
  @Nullable Rational ruledOut() {
    return null;
  }

  /// The least worth of each signer in a package that attains the target.
  long[] asked() {
    return needs();
  }

  /// The largest worth of each signer in a package that is still wanted.
  long[] mostWanted() {
    long[] most = new long[floor.length];
    Arrays.fill(most, Long.MAX_VALUE / 2);
    return most;
  }

  /// An upper bound on the vectors that tie with the best for a given total, if no vector of that
  /// total is better.
  double mostTies(long together) {
    return Double.POSITIVE_INFINITY;
  }

  /// The number of ways to split an amount among parties.
  static double splits(long amount, int parties) {
    double ways = 1;
    for (int party = 1; party < parties; party++) {
      ways = ways * (double) (amount + party) / party;
    }
    return Math.rint(ways);
  }

  /// The least weighted sum of a package that is still wanted, or attains the target.
  BigInteger threshold(long scale, long[] weights) {
    long[] known = bestWorths();
    if (known != null) {
      return sumBeyond(known, !listing, scale, weights);
    }
    // Without an incumbent, no sum that counts `scale` can be required.
    return scale > 0 ? BigInteger.ONE.shiftLeft(70).negate() : dot(weights, floor);
  }

  /// The weighted sum needed to be strictly better than the incumbent; without one, as
  /// [#threshold].
  BigInteger beyond(long scale, long[] weights) {
    long[] known = bestWorths();
    return known == null ? threshold(scale, weights) : sumBeyond(known, true, scale, weights);
  }

  /// [#threshold] as a `long`, saturated.
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
