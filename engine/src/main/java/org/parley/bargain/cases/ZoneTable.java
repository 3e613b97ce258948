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

/// How many packages each set of parties accepts.
///
/// @param all how many packages the ties between points leave, whoever accepts them
/// @param rows a row for each set that was counted: the larger sets first, in order of the parties
///   within
/// @param signable how many packages enough parties accept; empty where all have to sign, or where
///   a great many sets of parties may
public record ZoneTable(
    BigInteger all, List<Row> rows, Optional<PackageBound.CountBetween> signable) {

  /// The most parties of whom every set of two and more is counted; with more, all together, each
  /// set that lacks one, and all pairs.
  static final int EVERY_SET = 5;

  /// So many sets of parties that may sign are counted together.
  private static final int MOST_SIGNING = 64;

  /// One set of parties.
  ///
  /// @param parties party `i` as bit `i`
  /// @param atLeast how many packages it accepts at the least, whoever else does
  /// @param atMost and at the most; the same where they were counted
  /// @param canSign whether it is enough for signature
  /// @param ruledOut whether red lines and ties alone leave it nothing, whatever the worths
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

  /// Counts. Costs one zone a row.
  public static ZoneTable of(Problem problem, Budget budget) {
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
    // The larger first; then in the order of the first party that one has and the other lacks.
    sets.sort(
        Comparator.comparingInt((Integer set) -> -Integer.bitCount(set))
            .thenComparingLong(set -> -Integer.toUnsignedLong(Integer.reverse(set))));
    List<Row> rows = new ArrayList<>();
    for (int set : sets) {
      rows.add(row(problem, set, budget));
    }
    return new ZoneTable(row(problem, 0, budget).atMost(), rows, signable(problem, budget));
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

  /// The set whose packages are worth looking at: the first that can sign and accepts something;
  /// failing that, the first that accepts something; failing that, all.
  public Row best() {
    return rows.stream()
        .filter(row -> row.canSign() && !row.isEmpty())
        .findFirst()
        .or(() -> rows.stream().filter(row -> !row.isEmpty()).findFirst())
        .orElse(everyone());
  }

  /// With what was learned of one set since.
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
