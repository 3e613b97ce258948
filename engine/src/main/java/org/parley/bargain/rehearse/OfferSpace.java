package org.parley.bargain.rehearse;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.parley.bargain.Problem;

/// The packages of a rehearsal as each party ranks them, and how far time lets it concede.
final class OfferSpace {

  private static final long WHOLE = 10_000;
  private static final int POWER = 5;

  /// By party and package.
  private final long[][] worths;

  /// By party, the packages it would sign, the best first.
  private final int[][] orders;

  private final boolean[][] signs;

  /// By party and round, how many of its packages are at or above its target.
  private final int[][] boulware;

  private final int[][] conceder;

  static OfferSpace of(Problem problem, List<List<Integer>> packages, int rounds) {
    int parties = problem.parties().size();
    long[][] worths = new long[parties][packages.size()];
    boolean[][] signs = new boolean[parties][packages.size()];
    for (int at = 0; at < packages.size(); at++) {
      int[] options = packages.get(at).stream().mapToInt(each -> each).toArray();
      for (int party = 0; party < parties; party++) {
        worths[party][at] = problem.worth(party, options);
        signs[party][at] = problem.acceptableTo(party, options);
      }
    }
    return new OfferSpace(worths, signs, rounds);
  }

  /// The offers on one point: its options, each worth as much as the best package that still has
  /// it.
  ///
  /// @param options by package, its option on the point; -1 for packages that are out
  /// @param count the number of options
  OfferSpace onPoint(int[] options, int count, int rounds) {
    long[][] best = new long[parties()][count];
    boolean[][] open = new boolean[parties()][count];
    for (int party = 0; party < parties(); party++) {
      for (int at = 0; at < options.length; at++) {
        int option = options[at];
        if (option >= 0
            && signs[party][at]
            && (!open[party][option] || worths[party][at] > best[party][option])) {
          open[party][option] = true;
          best[party][option] = worths[party][at];
        }
      }
    }
    return new OfferSpace(best, open, rounds);
  }

  private OfferSpace(long[][] worths, boolean[][] signs, int rounds) {
    int parties = worths.length;
    this.worths = worths;
    this.signs = signs;
    orders = new int[parties][];
    boulware = new int[parties][rounds];
    conceder = new int[parties][rounds];
    for (int party = 0; party < parties; party++) {
      int of = party;
      orders[party] =
          IntStream.range(0, worths[party].length)
              .filter(at -> signs[of][at])
              .boxed()
              .sorted(
                  Comparator.comparingLong((Integer at) -> worths[of][at])
                      .reversed()
                      .thenComparing(Comparator.naturalOrder()))
              .mapToInt(each -> each)
              .toArray();
      for (int round = 0; round < rounds && orders[party].length > 0; round++) {
        boulware[party][round] = open(party, round, rounds - 1, POWER, 1);
        conceder[party][round] = open(party, round, rounds - 1, 1, POWER);
      }
    }
  }

  int parties() {
    return worths.length;
  }

  boolean isHopeless() {
    for (int[] each : orders) {
      if (each.length == 0) {
        return true;
      }
    }
    return false;
  }

  boolean signs(int party, int offer) {
    return signs[party][offer];
  }

  long worth(int party, int offer) {
    return worths[party][offer];
  }

  /// A package by its place in the order of a party.
  int ranked(int party, int place) {
    return orders[party][place];
  }

  int size(int party) {
    return orders[party].length;
  }

  long best(int party) {
    return worths[party][orders[party][0]];
  }

  private long range(int party) {
    return best(party) - worths[party][orders[party][size(party) - 1]];
  }

  int boulware(int party, int round) {
    return boulware[party][round];
  }

  int conceder(int party, int round) {
    return conceder[party][round];
  }

  /// How many packages a party is ready for: those with `(loss / range) ^ root <= (round / last) ^
  /// power`, in integers.
  private int open(int party, int round, int last, int power, int root) {
    BigInteger range = BigInteger.valueOf(range(party));
    BigInteger right = BigInteger.valueOf(round).pow(power).multiply(range.pow(root));
    BigInteger scale = BigInteger.valueOf(last).pow(power);
    int low = 1;
    int high = size(party);
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      long loss = best(party) - worths[party][orders[party][middle - 1]];
      if (BigInteger.valueOf(loss).pow(root).multiply(scale).compareTo(right) <= 0) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /// How many packages are worth at least so much to a party; at least its best.
  int atLeast(int party, long worth) {
    int low = 1;
    int high = size(party);
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (worths[party][orders[party][middle - 1]] >= worth) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /// The share of its range that a party has in a package it would sign, in basis points.
  long share(int party, int deal) {
    long range = range(party);
    return range == 0 ? WHOLE : scaled(worths[party][deal] - best(party) + range, range);
  }

  private static long scaled(long part, long range) {
    return BigInteger.valueOf(part)
        .multiply(BigInteger.valueOf(WHOLE))
        .divide(BigInteger.valueOf(range))
        .longValueExact();
  }

  boolean isEfficient(int deal) {
    for (int other = 0; other < worths[0].length; other++) {
      boolean isWorse = false;
      boolean isBetter = false;
      for (int party = 0; party < worths.length && !isWorse; party++) {
        isWorse = !signs[party][other] || worths[party][other] < worths[party][deal];
        isBetter |= worths[party][other] > worths[party][deal];
      }
      if (!isWorse && isBetter) {
        return false;
      }
    }
    return true;
  }

  /// The largest least gain over a deal, in basis points.
  long gap(int deal) {
    long gap = 0;
    for (int other = 0; other < worths[0].length; other++) {
      long least = Long.MAX_VALUE;
      for (int party = 0; party < worths.length && least > gap; party++) {
        least =
            signs[party][other]
                ? Math.min(least, share(party, other) - share(party, deal))
                : Long.MIN_VALUE;
      }
      gap = Math.max(gap, least);
    }
    return gap;
  }
}
