package org.parley.check;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/// Bounds the worth that the points from one on add for a party within the rest of a budget. It is
/// the Lagrangian bound of the multiple-choice knapsack (Sinha and Zoltners 1979), in whole
/// numbers.
///
/// A price `p / q` for the use of the budget bounds the worth. Each point counts with the best of
/// its options, `q` times the worth less `p` times the use. To this comes `p` times the rest.
///
/// Every price is valid; the rates between two options of a point are tried. Prices whose sums do
/// not fit are left out.
final class RestWorth {

  /// The most prices: fewer only weaken the bound.
  private static final int MOST = 2_000;

  /// A price, and by number of settled points the best that the others give at it.
  private static final class Price {
    private final long p;
    private final long q;
    private final long[] bests;

    Price(long p, long q, long[] bests) {
      this.p = p;
      this.q = q;
      this.bests = bests;
    }

    /// The bound at this price; the largest number if it does not fit.
    long within(int at, long slack) {
      boolean fits = Math.multiplyHigh(p, slack) == 0 && p * slack >= 0;
      long sum = fits ? p * slack + bests[at] : 0;
      boolean isSum = fits && ((p * slack ^ sum) & (bests[at] ^ sum)) >= 0;
      return isSum ? Math.floorDiv(sum, q) : Long.MAX_VALUE;
    }
  }

  private final List<Price> prices = new ArrayList<>();

  /// @param lanes by point in their order, by option, what it adds to each lane
  /// @param signer the lane of the party
  /// @param budget the lane of the budget, where more is better
  RestWorth(List<long[][]> lanes, int signer, int budget) {
    List<long[]> rates = new ArrayList<>();
    for (long[][] options : lanes) {
      for (long[] one : options) {
        for (long[] other : options) {
          long worth = one[signer] - other[signer];
          long use = other[budget] - one[budget];
          if (worth > 0 && use > 0 && rates.size() < MOST) {
            long common = BigInteger.valueOf(worth).gcd(BigInteger.valueOf(use)).longValueExact();
            rates.add(new long[] {worth / common, use / common});
          }
        }
      }
    }
    rates.stream()
        .map(each -> List.of(each[0], each[1]))
        .distinct()
        .forEach(each -> add(lanes, signer, budget, each.get(0), each.get(1)));
  }

  private void add(List<long[][]> lanes, int signer, int budget, long p, long q) {
    long[] bests = new long[lanes.size() + 1];
    try {
      for (int at = lanes.size() - 1; at >= 0; at--) {
        bests[at] = Math.addExact(bests[at + 1], best(lanes.get(at), signer, budget, p, q));
      }
      prices.add(new Price(p, q, bests));
    } catch (ArithmeticException _) {
      // another price may fit
    }
  }

  private static long best(long[][] options, int signer, int budget, long p, long q) {
    long free = Long.MIN_VALUE;
    for (long[] each : options) {
      free = Math.max(free, each[budget]);
    }
    long best = Long.MIN_VALUE;
    for (long[] each : options) {
      long use = Math.subtractExact(free, each[budget]);
      long worth = Math.multiplyExact(q, each[signer]);
      best = Math.max(best, Math.subtractExact(worth, Math.multiplyExact(p, use)));
    }
    return options.length == 0 ? 0 : best;
  }

  /// The most that the points from one on add.
  ///
  /// @param slack what the budget leaves if they take the least
  long within(int at, long slack) {
    long least = Long.MAX_VALUE;
    for (Price each : prices) {
      least = Math.min(least, each.within(at, slack));
    }
    return least;
  }
}
