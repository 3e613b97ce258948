package org.parley.bargain.frontier;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Upper bounds on the worth that the points from a layer on add for a signer within the rest of a
/// budget.
///
/// The linear relaxation of the multiple-choice knapsack (Dantzig 1957; Sinha and Zoltners 1979),
/// in whole numbers, rounded down.
///
/// Cost of a bound: the logarithm of the options that are left.
final class RestBounds {

  /// A step of the concave hull of a point: so much more worth for so much more use.
  private record Gain(long worth, long use) {}

  /// By layer and signer: the worth without any use, and the gains summed, best first.
  private static final class Table {

    private final long base;
    private final long[] worth;
    private final long[] use;

    Table(long base, long[] worth, long[] use) {
      this.base = base;
      this.worth = worth;
      this.use = use;
    }

    long within(long slack) {
      int low = 0;
      int high = use.length - 1;
      while (low < high) {
        int middle = (low + high + 1) >>> 1;
        if (use[middle] <= slack) {
          low = middle;
        } else {
          high = middle - 1;
        }
      }
      if (low == use.length - 1) {
        return base + worth[low];
      }
      long more = worth[low + 1] - worth[low];
      long left = slack - use[low];
      long needed = use[low + 1] - use[low];
      boolean fits = Math.multiplyHigh(more, left) == 0 && more * left >= 0;
      return base + worth[low] + (fits ? more * left / needed : more);
    }
  }

  private final Table[][] tables;

  /// By layer, the most that the budget is worth to its signer over the layers from it on.
  private final long[] most;

  /// By layer, the most that the layers from it on can take.
  private final long[] uses;

  private final long least;

  /// @param adds by layer, by option, what it adds to each lane at most
  /// @param budget the lane of the budget
  /// @param signers how many other lanes there are, from 0
  /// @param floor what the sum of the budget has to reach
  RestBounds(long[][][] adds, int budget, int signers, long floor) {
    int size = adds.length;
    tables = new Table[size + 1][signers];
    most = new long[size + 1];
    uses = new long[size + 1];
    least = floor;
    for (int at = size - 1; at >= 0; at--) {
      long best = most(adds[at], budget);
      most[at] = most[at + 1] + best;
      uses[at] = uses[at + 1];
      for (long[] worth : adds[at]) {
        uses[at] = Math.max(uses[at], uses[at + 1] + best - worth[budget]);
      }
    }
    for (int signer = 0; signer < signers; signer++) {
      List<Gain> gains = new ArrayList<>();
      long base = 0;
      tables[size][signer] = table(base, gains);
      for (int at = size - 1; at >= 0; at--) {
        List<Gain> hull = hull(adds[at], budget, signer);
        base += hull.getFirst().worth();
        gains.addAll(hull.subList(1, hull.size()));
        tables[at][signer] = table(base, gains);
      }
    }
  }

  private static long most(long[][] adds, int lane) {
    long most = Long.MIN_VALUE;
    for (long[] each : adds) {
      most = Math.max(most, each[lane]);
    }
    return most;
  }

  /// The hull of a point: first what it gives without any use, then gains of falling rate.
  private static List<Gain> hull(long[][] adds, int budget, int signer) {
    long free = most(adds, budget);
    List<Gain> places = new ArrayList<>();
    for (long[] each : adds) {
      places.add(new Gain(each[signer], free - each[budget]));
    }
    places.sort(
        Comparator.comparingLong(Gain::use).thenComparing(Gain::worth, Comparator.reverseOrder()));
    List<Gain> hull = new ArrayList<>();
    for (Gain each : places) {
      if (!hull.isEmpty() && each.worth() <= hull.getLast().worth()) {
        continue;
      }
      while (hull.size() > 1 && isBelow(hull.get(hull.size() - 2), hull.getLast(), each)) {
        hull.removeLast();
      }
      hull.add(each);
    }
    List<Gain> gains = new ArrayList<>(List.of(hull.getFirst()));
    for (int at = 1; at < hull.size(); at++) {
      Gain before = hull.get(at - 1);
      gains.add(new Gain(hull.get(at).worth() - before.worth(), hull.get(at).use() - before.use()));
    }
    return gains;
  }

  /// Whether a place is not above the line between its neighbours.
  private static boolean isBelow(Gain left, Gain place, Gain right) {
    return compareRates(
            place.worth() - left.worth(),
            place.use() - left.use(),
            right.worth() - place.worth(),
            right.use() - place.use())
        <= 0;
  }

  /// Compares two rates of worth to use, exactly.
  private static int compareRates(long worth, long use, long otherWorth, long otherUse) {
    long high = Math.multiplyHigh(worth, otherUse);
    long otherHigh = Math.multiplyHigh(otherWorth, use);
    return high == otherHigh
        ? Long.compareUnsigned(worth * otherUse, otherWorth * use)
        : Long.compare(high, otherHigh);
  }

  private static Table table(long base, List<Gain> gains) {
    List<Gain> best = new ArrayList<>(gains);
    best.sort((one, two) -> compareRates(two.worth(), two.use(), one.worth(), one.use()));
    long[] worth = new long[best.size() + 1];
    long[] use = new long[best.size() + 1];
    for (int at = 0; at < best.size(); at++) {
      worth[at + 1] = worth[at] + best.get(at).worth();
      use[at + 1] = use[at] + best.get(at).use();
    }
    return new Table(base, worth, use);
  }

  /// The rest of the budget before a layer if the layers from it on take the least.
  ///
  /// @param worth of the path so far to the signer of the budget
  long slack(int at, long worth) {
    return worth + most[at] - least;
  }

  /// The most that the layers from one on can take beyond the least.
  long mostUse(int at) {
    return uses[at];
  }

  /// The most that the layers from one on add for a signer.
  long bound(int at, int signer, long slack) {
    return tables[at][signer].within(slack);
  }
}
