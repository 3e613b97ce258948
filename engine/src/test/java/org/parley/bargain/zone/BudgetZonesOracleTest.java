package org.parley.bargain.zone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.parley.bargain.BruteForce;
import org.parley.bargain.PackageConstraint;
import org.parley.bargain.Problem;
import org.parley.bargain.RandomProblems;
import org.parley.bargain.graph.BudgetParties;
import org.parley.check.Check;
import org.parley.check.Verdict;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.exact.Meter;
import org.parley.exact.Rational;

/// Counts under budgets with many sums, where each bound is a party.
class BudgetZonesOracleTest {

  private static final Budget FREE = Budget.unlimited();

  @Test
  void boundsAsPartiesCountAsBruteForceDoes() {
    int budgeted = 0;
    int none = 0;
    for (long seed = 0; seed < 1500; seed++) {
      Problem problem = RandomProblems.small(seed);
      int some = seed % 3 == 0 ? problem.everyone() : 1 + (int) (seed % problem.everyone());
      BudgetParties sums = BudgetParties.of(problem, some);
      if (sums == null) {
        continue;
      }
      budgeted++;
      List<int[]> all = BruteForce.acceptable(problem, some);
      boolean keepsNone =
          BruteForce.acceptable(
                  problem.withParties(
                      problem.parties().stream().map(each -> each.withBaseline(null)).toList()),
                  some)
              .isEmpty();
      none += all.isEmpty() ? 1 : 0;
      switch (Zones.budgeted(sums, some, FREE)) {
        case Finding.Impossible<Zone> _ -> assertTrue(keepsNone, "seed " + seed);
        case Finding.Proved<Zone>(Zone zone, _) -> {
          assertTrue(!keepsNone, "seed " + seed);
          assertEquals(BigInteger.valueOf(all.size()), zone.atMost(), "seed " + seed);
          Rational[][] shares = zone.shares(FREE).orElse(new Rational[0][]);
          for (int point = 0; point < shares.length; point++) {
            for (int option = 0; option < shares[point].length; option++) {
              int at = point;
              int way = option;
              long with = all.stream().filter(options -> options[at] == way).count();
              assertEquals(Rational.of(with, all.size()), shares[point][option], "seed " + seed);
            }
          }
        }
        default -> throw new AssertionError("seed " + seed);
      }
    }
    assertTrue(budgeted > 200 && none > 20, budgeted + " " + none);
  }

  /// Knapsacks: each item is taken or not, and nobody may spend more than two budgets allow.
  @Test
  void manySumsAreCountedAndCheckedOneByOne() {
    for (int seed = 0; seed < 6; seed++) {
      Problem problem = knapsack(1 + seed % 3, 15, 1 + seed % 2, seed % 2 == 0, seed);
      List<int[]> all = BruteForce.acceptable(problem, problem.everyone());
      Finding<Zone> finding = Zones.find(problem, problem.everyone(), FREE);
      assertInstanceOf(Finding.Proved.class, finding, "seed " + seed);
      assertEquals(
          BigInteger.valueOf(all.size()),
          finding.findAnswer().orElseThrow().atMost(),
          "seed " + seed);
      assertEquals(new Verdict.Holds(), Check.verify(problem, finding, FREE), "seed " + seed);
    }
  }

  @Test
  void drawsUnderBudgetsAreUniform() {
    Problem problem = knapsack(2, 12, 1, false, 3);
    List<int[]> all = BruteForce.acceptable(problem, problem.everyone());
    assertTrue(all.size() > 20, "packages " + all.size());
    BudgetParties sums = Objects.requireNonNull(BudgetParties.of(problem, problem.everyone()));
    // Too few states to count, so that packages are drawn with rejection.
    Zone zone =
        Zones.budgeted(sums, problem.everyone(), FREE.withStates(4)).findAnswer().orElseThrow();
    assertTrue(zone.atLeast().compareTo(zone.atMost()) < 0);
    Map<List<Integer>, Integer> drawn = new HashMap<>();
    SplittableRandom random = new SplittableRandom(1);
    for (int draw = 0; draw < 100 * all.size(); draw++) {
      int[] options = zone.draw(random, new Meter(FREE)).orElseThrow();
      drawn.merge(Arrays.stream(options).boxed().toList(), 1, Integer::sum);
    }
    assertEquals(all.size(), drawn.size());
    for (int count : drawn.values()) {
      assertTrue(Math.abs(count - 100) < 60, "drawn " + count);
    }
  }

  /// Two options a point, and amounts so different that nearly every package has a sum of its own.
  static Problem knapsack(int parties, int points, int budgets, boolean twoSided, long seed) {
    Random random = new Random(seed);
    Problem plain =
        RandomProblems.withBaselines(
            RandomProblems.of(RandomProblems.Kind.U, parties, points, 2, seed), 55);
    List<PackageConstraint> linkages = new ArrayList<>();
    for (int budget = 0; budget < budgets; budget++) {
      List<PackageConstraint.PointAmounts> amounts = new ArrayList<>();
      long most = 0;
      for (int point = 0; point < points; point++) {
        long amount = random.nextLong(1_000, 100_000);
        most += amount;
        amounts.add(new PackageConstraint.PointAmounts(point, List.of(0L, amount)));
      }
      linkages.add(
          new PackageConstraint.Budget(
              "budget " + budget, amounts, twoSided ? (Long) (most * 2 / 5) : null, most * 3 / 5));
    }
    return new Problem(plain.parties(), plain.points(), linkages, List.of(), plain.signing());
  }
}
