package org.parley.bargain.frontier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.Choice;
import org.parley.bargain.PackageConstraint;
import org.parley.bargain.Problem;

/// The package with the largest weighted sum of worths under one budget, by a table over its sums
/// (dynamic programming, Bellman 1957).
///
/// Only for a budget alone, without other linkages and joint worths, whose sums are few. Baselines
/// are not looked at. Cost of a package: the sums times the options of all points. Memory: a byte
/// for each sum and point.
final class SumTable {

  /// The most cells: points times sums.
  private static final long MOST_CELLS = 4_000_000;

  private static final long NONE = Long.MIN_VALUE;

  /// The steps and the packages of a list of good ones.
  private static final long STEPS = 100_000_000;

  private static final int MOST_PACKAGES = 64;

  /// The room for a party in a weighted sum; all parties fit a word.
  private static final double ROOM = 0x1p56;

  private final Problem problem;

  /// By point, the options that cross no red line, and what each adds beyond the least.
  private final List<int[]> options = new ArrayList<>();

  private final List<int[]> adds = new ArrayList<>();

  /// The bounds of the sum beyond the least.
  private final int low;

  private final int high;

  private SumTable(Problem problem, int low, int high) {
    this.problem = problem;
    this.low = low;
    this.high = high;
  }

  /// The table of a problem.
  ///
  /// @param parties who accepts, party `i` as bit `i`
  /// @return null if the problem is of another kind, or has too many sums
  static @Nullable SumTable of(Problem problem, int parties) {
    List<PackageConstraint> all = problem.constraints(parties);
    if (all.size() != 1
        || !(all.getFirst() instanceof PackageConstraint.Budget budget)
        || !problem.jointWorths().isEmpty()) {
      return null;
    }
    int points = problem.points().size();
    long[][] amounts = new long[points][];
    for (int point = 0; point < points; point++) {
      amounts[point] = new long[problem.points().get(point).options().size()];
      if (amounts[point].length > Byte.MAX_VALUE) {
        return null;
      }
    }
    for (PackageConstraint.PointAmounts each : budget.amounts()) {
      for (int option = 0; option < amounts[each.point()].length; option++) {
        amounts[each.point()][option] += each.byOption().get(option);
      }
    }
    long least = 0;
    long range = 0;
    for (long[] row : amounts) {
      long first = Arrays.stream(row).min().orElse(0);
      least += first;
      range += Arrays.stream(row).max().orElse(0) - first;
    }
    Long from = budget.least();
    Long to = budget.most();
    long low = from == null ? 0 : Math.max(0, from - least);
    long high = to == null ? range : Math.min(range, to - least);
    if (range >= MOST_CELLS / Math.max(1, points)) {
      return null;
    }
    SumTable table =
        new SumTable(problem, (int) Math.min(low, range + 1), (int) Math.max(high, -1));
    for (int point = 0; point < points; point++) {
      table.add(point, amounts[point], parties);
    }
    return table;
  }

  private void add(int point, long[] amounts, int parties) {
    long least = Arrays.stream(amounts).min().orElse(0);
    List<Integer> open = new ArrayList<>();
    for (int option = 0; option < amounts.length; option++) {
      Choice choice = new Choice(point, option);
      boolean isCrossed = false;
      for (int party = 0; party < problem.parties().size(); party++) {
        isCrossed |=
            (parties >> party & 1) == 1 && problem.parties().get(party).redLines().contains(choice);
      }
      if (!isCrossed) {
        open.add(option);
      }
    }
    options.add(open.stream().mapToInt(Integer::intValue).toArray());
    adds.add(open.stream().mapToInt(option -> (int) (amounts[option] - least)).toArray());
  }

  /// The packages that are worth most to one party, to all, and by drawn weights; none if no
  /// package keeps the budget.
  ///
  /// @param signers the indices of the parties; a package for each stands first
  List<int[]> good(int[] signers) {
    long cost = 1;
    for (int[] each : options) {
      cost += (long) each.length * (high + 1);
    }
    long count = Math.clamp(STEPS / cost, signers.length + 1, MOST_PACKAGES);
    SplittableRandom random = new SplittableRandom(1);
    List<int[]> good = new ArrayList<>();
    for (int at = 0; at < count; at++) {
      long[] weights = new long[problem.parties().size()];
      for (int signer = 0; signer < signers.length; signer++) {
        double share =
            at < signers.length
                ? at == signer ? 1 : 0
                : at == signers.length ? 1 : random.nextDouble();
        weights[signers[signer]] = (long) (share * ROOM / size(signers[signer]));
      }
      int[] best = best(weights);
      if (best == null) {
        return List.of();
      }
      good.add(best);
    }
    return good;
  }

  private double size(int party) {
    double size = 1;
    for (List<Long> row : problem.parties().get(party).worths()) {
      size += row.stream().mapToDouble(Math::abs).max().orElse(0);
    }
    return size;
  }

  /// The package with the largest weighted sum; null if no package keeps the budget.
  ///
  /// @param weights by party, negative for losses
  int @Nullable [] best(long[] weights) {
    if (high < low) {
      return null;
    }
    long[] value = new long[high + 1];
    Arrays.fill(value, NONE);
    value[0] = 0;
    byte[][] taken = new byte[options.size()][];
    for (int point = 0; point < taken.length; point++) {
      taken[point] = new byte[high + 1];
      value = after(point, value, weights, taken[point]);
    }
    int sum = -1;
    for (int each = low; each <= high; each++) {
      sum = value[each] != NONE && (sum < 0 || value[each] > value[sum]) ? each : sum;
    }
    return sum < 0 ? null : traced(sum, taken);
  }

  private long[] after(int point, long[] before, long[] weights, byte[] taken) {
    long[] after = new long[before.length];
    Arrays.fill(after, NONE);
    for (int at = 0; at < options.get(point).length; at++) {
      long worth = 0;
      for (int party = 0; party < weights.length; party++) {
        worth +=
            weights[party]
                * problem.parties().get(party).worths().get(point).get(options.get(point)[at]);
      }
      int add = adds.get(point)[at];
      for (int sum = add; sum < after.length; sum++) {
        if (before[sum - add] != NONE && before[sum - add] + worth > after[sum]) {
          after[sum] = before[sum - add] + worth;
          taken[sum] = (byte) at;
        }
      }
    }
    return after;
  }

  private int[] traced(int end, byte[][] taken) {
    int[] all = new int[taken.length];
    int sum = end;
    for (int point = taken.length - 1; point >= 0; point--) {
      int at = taken[point][sum];
      all[point] = options.get(point)[at];
      sum -= adds.get(point)[at];
    }
    return all;
  }
}
