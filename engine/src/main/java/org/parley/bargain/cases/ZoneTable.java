package org.parley.bargain.cases;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.parley.bargain.PackageBound;
import org.parley.bargain.Problem;
import org.parley.bargain.zone.Zone;
import org.parley.bargain.zone.Zones;
import org.parley.exact.Budget;
import org.parley.exact.Finding;

/// The number of distinct packages that each set of parties accepts.
///
/// @param all the number of packages that the linkages allow
/// @param rows one row per set counted: larger sets first, then in the order of parties
/// @param signable the number of packages that enough parties accept; empty if all have to sign, or
///   too many sets of parties may
public record ZoneTable(
    BigInteger all, List<Row> rows, Optional<PackageBound.CountBetween> signable) {

  /// Up to this many parties, every set of two or more is counted. Beyond, only all parties, all
  /// but one, and all pairs are.
  static final int EVERY_SET = 5;

  /// The most signing sets that are counted together.
  private static final int MOST_SIGNING = 64;

  /// One set of parties.
  ///
  /// @param parties party `i` as bit `i`
  /// @param atLeast a lower bound on the packages it accepts
  /// @param atMost an upper bound; equal if they were counted
  /// @param canSign whether it is enough for signature
  /// @param ruledOut whether red lines and linkages alone leave it no package, whatever the worths
  public record Row(
      int parties, BigInteger atLeast, BigInteger atMost, boolean canSign, boolean ruledOut) {

    public boolean isExact() {
      return atLeast.equals(atMost);
    }

    public boolean isEmpty() {
      return atMost.signum() == 0;
    }
  }

  public ZoneTable {
    rows = List.copyOf(rows);
  }

  /// The row of all parties together.
  public Row everyone() {
    return rows.getFirst();
  }

  /// Counts the packages of each set; those that nobody tells apart count once. Cost: one zone per
  /// row.
  public static ZoneTable of(Problem all, Budget budget) {
    Problem problem = DistinctOutcomes.of(all);
    List<Integer> sets = new ArrayList<>();
    int parties = problem.parties().size();
    for (int set = problem.everyone(); set > 0; set--) {
      int size = Integer.bitCount(set);
      boolean wanted =
          size == parties
              || (size > 1 && (parties <= EVERY_SET || size == parties - 1 || size == 2))
              || (size == 1 && parties <= EVERY_SET && problem.signing().allows(set));
      if (wanted) {
        sets.add(set);
      }
    }
    // Larger sets first, then lexicographic by party.
    sets.sort(
        Comparator.comparingInt((Integer set) -> -Integer.bitCount(set))
            .thenComparingLong(set -> -Integer.toUnsignedLong(Integer.reverse(set))));
    List<Row> rows = new ArrayList<>();
    for (int set : sets) {
      rows.add(row(problem, set, budget));
    }
    return new ZoneTable(row(problem, 0, budget).atMost(), rows, signable(problem, budget));
  }

  /// The row of all parties together, without the others. Cost: one zone.
  public static Row everyone(Problem all, Budget budget) {
    Problem problem = DistinctOutcomes.of(all);
    return row(problem, problem.everyone(), budget);
  }

  private static Optional<PackageBound.CountBetween> signable(Problem problem, Budget budget) {
    int signing = 0;
    for (int set = problem.everyone(); set > 0 && signing <= MOST_SIGNING; set--) {
      signing += problem.signing().allows(set) ? 1 : 0;
    }
    return signing == 1 || signing > MOST_SIGNING
        ? Optional.empty()
        : Zones.signable(problem, budget)
            .findAnswer()
            .map(each -> new PackageBound.CountBetween(each.signable(), each.signableAtMost()));
  }

  private static Row row(Problem problem, int set, Budget budget) {
    boolean canSign = problem.signing().allows(set);
    return Zones.find(problem, set, budget)
        .findAnswer()
        .map(zone -> new Row(set, zone.atLeast(), zone.atMost(), canSign, false))
        .orElseGet(() -> new Row(set, BigInteger.ZERO, BigInteger.ZERO, canSign, true));
  }

  /// The set to evaluate: the first that can sign and accepts some package, else the first that
  /// accepts some package, else all parties.
  public Row best() {
    return rows.stream()
        .filter(row -> row.canSign() && !row.isEmpty())
        .findFirst()
        .or(() -> rows.stream().filter(row -> !row.isEmpty()).findFirst())
        .orElse(everyone());
  }

  /// The table with one row replaced by a newer zone.
  ZoneTable with(int parties, Zone zone) {
    return new ZoneTable(
        all,
        rows.stream()
            .map(
                row ->
                    row.parties == parties
                        ? new Row(
                            parties,
                            row.atLeast.max(zone.atLeast()),
                            row.atMost.min(zone.atMost()),
                            row.canSign,
                            row.ruledOut)
                        : row)
            .toList(),
        signable);
  }

  /// Whether every count is exact.
  public boolean isExact() {
    return rows.stream().allMatch(Row::isExact);
  }

  /// The zone of one set.
  static Finding<Zone> zone(Problem problem, int set, Budget budget) {
    return Zones.find(problem, set, budget);
  }
}
