package org.parley.bench.packages.peers;

import java.lang.management.ManagementFactory;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.parley.bargain.PackageConstraint;
import org.parley.bargain.Problem;
import org.parley.bargain.SigningRule;
import org.parley.bargain.zone.Zone;
import org.parley.bargain.zone.Zones;
import org.parley.exact.Budget;
import org.parley.exact.Finding;

/// Prints the time to count acceptable packages under budgets with many sums, beside recursion with
/// pruning. Both must give the same count. Points have two options, amounts are 1 to 100,000 or to
/// 1,000, and baselines and budgets are half of the most.
public final class BudgetCountSideBySide {

  private BudgetCountSideBySide() {}

  /// @param reach the largest amount
  /// @param isCompared whether recursion ends in reasonable time
  private record Shape(int parties, int points, int budgets, long reach, boolean isCompared) {}

  public static void main(String[] args) {
    System.out.printf(
        Locale.ROOT,
        "%s, %d processors, load average %.1f; processor seconds, second of two runs; recursion"
            + " once%n",
        System.getProperty("java.vm.version"),
        Runtime.getRuntime().availableProcessors(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    for (Shape each :
        List.of(
            new Shape(2, 24, 1, 100_000, true),
            new Shape(2, 28, 2, 100_000, true),
            new Shape(4, 28, 1, 100_000, true),
            new Shape(3, 30, 1, 100_000, true),
            new Shape(3, 40, 1, 1_000, false))) {
      compare(each, problem(each, 1));
    }
  }

  private static Problem problem(Shape shape, long seed) {
    Random random = new Random(seed);
    List<Problem.Point> points = new ArrayList<>();
    for (int point = 0; point < shape.points(); point++) {
      points.add(new Problem.Point("p" + point, List.of("no", "yes")));
    }
    List<Problem.Party> parties = new ArrayList<>();
    for (int party = 0; party < shape.parties(); party++) {
      List<List<Long>> rows = rows(shape.points(), 100, random);
      long most = rows.stream().mapToLong(row -> row.get(1)).sum();
      parties.add(new Problem.Party("party " + party, rows, Set.of(), most / 2));
    }
    List<PackageConstraint> linkages = new ArrayList<>();
    for (int budget = 0; budget < shape.budgets(); budget++) {
      List<PackageConstraint.PointAmounts> amounts = new ArrayList<>();
      for (List<Long> row : rows(shape.points(), shape.reach(), random)) {
        amounts.add(new PackageConstraint.PointAmounts(amounts.size(), row));
      }
      long most = amounts.stream().mapToLong(PackageConstraint.PointAmounts::most).sum();
      linkages.add(new PackageConstraint.Budget("budget " + budget, amounts, null, most / 2));
    }
    return new Problem(parties, points, linkages, List.of(), SigningRule.all(parties.size()));
  }

  private static List<List<Long>> rows(int points, long reach, Random random) {
    List<List<Long>> rows = new ArrayList<>();
    for (int point = 0; point < points; point++) {
      rows.add(List.of(0L, random.nextLong(1, reach + 1)));
    }
    return rows;
  }

  private static void compare(Shape shape, Problem problem) {
    var _ = Zones.find(problem, problem.everyone(), Budget.unlimited());
    double begun = now();
    Finding<Zone> finding = Zones.find(problem, problem.everyone(), Budget.unlimited());
    double took = now() - begun;
    if (!(finding instanceof Finding.Proved<Zone>(Zone zone, _))) {
      throw new AssertionError(shape + ": not proved");
    }
    String peer = "";
    if (shape.isCompared()) {
      begun = now();
      BigInteger theirs = BigInteger.valueOf(new Recursion(problem).count());
      double other = now() - begun;
      if (!theirs.equals(zone.atMost())) {
        throw new AssertionError(shape + ": " + zone.atMost() + " and " + theirs);
      }
      peer = String.format(Locale.ROOT, "; recursion %.2f s, %.1f times", other, other / took);
    }
    System.out.printf(
        Locale.ROOT, "%s: %s packages; Parley %.2f s%s%n", shape, zone.atMost(), took, peer);
  }

  private static double now() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
  }

  /// Depth-first over the points, with running sums against what the rest can add.
  private static final class Recursion {
    private final long[][] adds;
    private final long[][] rest;
    private final long[] needs;

    Recursion(Problem problem) {
      int points = problem.points().size();
      List<long[]> lanes = new ArrayList<>();
      List<Long> least = new ArrayList<>();
      for (Problem.Party each : problem.parties()) {
        lanes.add(each.worths().stream().mapToLong(row -> row.get(1)).toArray());
        least.add(each.baseline());
      }
      for (PackageConstraint each : problem.linkages()) {
        if (each instanceof PackageConstraint.Budget(_, var amounts, _, Long most)) {
          lanes.add(amounts.stream().mapToLong(at -> -at.byOption().get(1)).toArray());
          least.add(-most);
        }
      }
      needs = least.stream().mapToLong(Long::longValue).toArray();
      adds = new long[points][needs.length];
      rest = new long[points + 1][needs.length];
      for (int point = points - 1; point >= 0; point--) {
        for (int lane = 0; lane < needs.length; lane++) {
          adds[point][lane] = lanes.get(lane)[point];
          rest[point][lane] = rest[point + 1][lane] + Math.max(0, adds[point][lane]);
        }
      }
    }

    long count() {
      return count(0, new long[needs.length]);
    }

    private long count(int point, long[] sums) {
      for (int lane = 0; lane < needs.length; lane++) {
        if (sums[lane] + rest[point][lane] < needs[lane]) {
          return 0;
        }
      }
      if (point == adds.length) {
        return 1;
      }
      long count = count(point + 1, sums);
      for (int lane = 0; lane < needs.length; lane++) {
        sums[lane] += adds[point][lane];
      }
      count += count(point + 1, sums);
      for (int lane = 0; lane < needs.length; lane++) {
        sums[lane] -= adds[point][lane];
      }
      return count;
    }
  }
}
