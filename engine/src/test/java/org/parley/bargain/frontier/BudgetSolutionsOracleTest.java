package org.parley.bargain.frontier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.parley.bargain.BruteForce;
import org.parley.bargain.PackageConstraint;
import org.parley.bargain.Problem;
import org.parley.bargain.RandomProblems;
import org.parley.bargain.solve.Solution;
import org.parley.check.Check;
import org.parley.check.Verdict;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.exact.Rational;

/// Rules of fair division under budgets with many sums: what a rule measures is as great as that of
/// any package.
class BudgetSolutionsOracleTest {

  private static final Budget FREE = Budget.unlimited();

  @Test
  void noPackageIsBetterByAnyRule() {
    for (int seed = 0; seed < 8; seed++) {
      Problem problem = knapsack(2 + seed % 2, 14, 1 + seed / 4, seed % 4 < 2, seed);
      List<int[]> all = BruteForce.acceptable(problem, problem.everyone());
      assertTrue(all.size() > 1, "seed " + seed);
      long[] floor = floors(problem);
      long[] ideal = new long[floor.length];
      for (int[] options : all) {
        for (int party = 0; party < ideal.length; party++) {
          ideal[party] = Math.max(ideal[party], problem.worth(party, options) - floor[party]);
        }
      }
      for (Solution.Kind kind : Solution.Kind.values()) {
        Finding<Solution> found = FairSolutions.find(problem, kind, FREE);
        String what = kind + " " + seed;
        assertInstanceOf(Finding.Proved.class, found, what);
        int[] options =
            found.findAnswer().orElseThrow().outcomes().getFirst().options().stream()
                .mapToInt(Integer::intValue)
                .toArray();
        Rational expected =
            all.stream()
                .map(each -> measure(kind, problem.worths(each), floor, ideal))
                .max(Rational::compareTo)
                .orElseThrow();
        assertTrue(problem.allows(options), what);
        assertEquals(expected, measure(kind, problem.worths(options), floor, ideal), what);
        assertEquals(new Verdict.Holds(), Check.verify(problem, found, FREE), what);
      }
      for (int party = 0; party < floor.length; party++) {
        Finding<Solution> best = FairSolutions.best(problem, party, FREE);
        assertEquals(
            Rational.of(ideal[party] + floor[party]),
            best.findAnswer().orElseThrow().value(),
            "seed " + seed);
        Finding<Solution> worst = FairSolutions.worst(problem, party, FREE);
        if (problem.parties().getFirst().baseline() == null) {
          assertEquals(Rational.of(-floor[party]), worst.findAnswer().orElseThrow().value());
          assertEquals(new Verdict.Holds(), Check.verify(problem, worst, FREE), "seed " + seed);
          assertEquals(new Verdict.Holds(), Check.verify(problem, best, FREE), "seed " + seed);
        }
      }
    }
  }

  /// Where nothing keeps the budget, there is no solution.
  @Test
  void aBudgetThatNothingKeepsLeavesNoSolution() {
    Problem problem = knapsack(2, 14, 1, true, 1);
    PackageConstraint.Budget budget =
        assertInstanceOf(PackageConstraint.Budget.class, problem.linkages().getFirst());
    Problem none =
        problem.withLinkages(
            List.of(new PackageConstraint.Budget("none", budget.amounts(), null, -1L)));
    assertInstanceOf(Finding.Impossible.class, FairSolutions.find(none, Solution.Kind.NASH, FREE));
  }

  /// Sums that have to be exact prune nothing, so that going through packages would not end.
  @Test
  void floorsUnderAnExactBudgetAreCheckedByTheirProofs() {
    Problem free = knapsack(2, 36, 1, false, 3);
    List<PackageConstraint.PointAmounts> amounts = new ArrayList<>();
    Random random = new Random(3);
    for (int point = 0; point < free.points().size(); point++) {
      amounts.add(new PackageConstraint.PointAmounts(point, List.of(0L, 1L + random.nextInt(100))));
    }
    Problem problem =
        free.withLinkages(List.of(new PackageConstraint.Budget("exact", amounts, 900L, 900L)));
    Finding<Solution> found = FairSolutions.find(problem, Solution.Kind.NASH, FREE);
    assertEquals(
        new Verdict.Holds(), Check.verify(problem, found, Budget.ofSteps(10_000_000)), "whole");
    Solution solution = found.findAnswer().orElseThrow();
    SelectedCertificate proof =
        assertInstanceOf(SelectedCertificate.class, found.findCertificate().orElseThrow());
    assertEquals(List.of(0, 1), proof.leasts().stream().map(LeastWorth::party).toList());
    for (List<LeastWorth> wrong :
        List.of(
            List.of(new LeastWorth(1, proof.leasts().get(0).losses()), proof.leasts().get(1)),
            List.of(new LeastWorth(-1, proof.leasts().get(0).losses())),
            List.of(new LeastWorth(Integer.MAX_VALUE, proof.leasts().get(0).losses())),
            List.of(new LeastWorth(0, proof.frontier())))) {
      Verdict verdict = Check.verify(problem, proved(solution, proof, proof.floor(), wrong), FREE);
      assertInstanceOf(Verdict.Fails.class, verdict, wrong.toString());
    }
    List<Long> lower = proof.floor().stream().map(each -> each - 1).toList();
    assertInstanceOf(
        Verdict.Fails.class,
        Check.verify(problem, proved(solution, proof, lower, proof.leasts()), FREE));
  }

  private static Finding<Solution> proved(
      Solution solution, SelectedCertificate proof, List<Long> floor, List<LeastWorth> leasts) {
    return new Finding.Proved<>(
        solution,
        new SelectedCertificate(
            proof.kind(), proof.best(), floor, proof.unit(), proof.frontier(), leasts));
  }

  private static Rational measure(Solution.Kind kind, long[] worths, long[] floor, long[] ideal) {
    BigInteger product = BigInteger.ONE;
    Rational sum = Rational.ZERO;
    Rational least = Rational.of(Long.MAX_VALUE);
    for (int party = 0; party < worths.length; party++) {
      long gain = worths[party] - floor[party];
      product = product.multiply(BigInteger.valueOf(gain));
      sum = Rational.of(sum.numerator().longValueExact() + worths[party]);
      long unit =
          switch (kind) {
            case KALAI_SMORODINSKY, LEXIMIN -> Math.max(1, ideal[party]);
            case NASH, UTILITARIAN, EQUAL_GAINS -> 1;
          };
      Rational share = Rational.of(gain, unit);
      least = share.compareTo(least) < 0 ? share : least;
    }
    return switch (kind) {
      case NASH -> new Rational(product, BigInteger.ONE);
      case UTILITARIAN -> sum;
      case EQUAL_GAINS, KALAI_SMORODINSKY, LEXIMIN -> least;
    };
  }

  private static long[] floors(Problem problem) {
    List<int[]> all =
        BruteForce.acceptable(
            problem.withParties(
                problem.parties().stream().map(each -> each.withBaseline(null)).toList()),
            problem.everyone());
    long[] floors = new long[problem.parties().size()];
    for (int party = 0; party < floors.length; party++) {
      int at = party;
      Long baseline = problem.parties().get(party).baseline();
      floors[party] =
          baseline == null
              ? all.stream().mapToLong(each -> problem.worth(at, each)).min().orElseThrow()
              : baseline;
    }
    return floors;
  }

  private static Problem knapsack(
      int parties, int points, int budgets, boolean hasBaselines, long seed) {
    Random random = new Random(seed);
    Problem drawn = RandomProblems.of(RandomProblems.Kind.U, parties, points, 2, seed);
    Problem plain = hasBaselines ? RandomProblems.withBaselines(drawn, 50) : drawn;
    List<PackageConstraint> linkages = new ArrayList<>();
    for (int budget = 0; budget < budgets; budget++) {
      List<PackageConstraint.PointAmounts> amounts = new ArrayList<>();
      long most = 0;
      for (int point = 0; point < points; point++) {
        long[] each = random.longs(2, 1_000, 100_000).toArray();
        most += Arrays.stream(each).max().orElse(0);
        amounts.add(
            new PackageConstraint.PointAmounts(point, Arrays.stream(each).boxed().toList()));
      }
      linkages.add(new PackageConstraint.Budget("budget " + budget, amounts, null, most * 7 / 10));
    }
    return plain.withLinkages(linkages);
  }
}
