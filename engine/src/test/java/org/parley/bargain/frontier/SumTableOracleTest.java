package org.parley.bargain.frontier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.parley.Effort;
import org.parley.bargain.Choice;
import org.parley.bargain.PackageBound;
import org.parley.bargain.PackageConstraint;
import org.parley.bargain.Problem;
import org.parley.bargain.SigningRule;
import org.parley.exact.Budget;
import org.parley.exact.Finding;

/// The packages of a table over sums beside all packages.
class SumTableOracleTest {

  /// Some points under one budget with one bound, both or an exact sum; amounts of either sign.
  private static Problem problem(Random random, int points, int most) {
    List<Problem.Point> all = new ArrayList<>();
    List<PackageConstraint.PointAmounts> amounts = new ArrayList<>();
    long sum = 0;
    for (int point = 0; point < points; point++) {
      int options = 1 + random.nextInt(3);
      all.add(
          new Problem.Point(
              "p" + point, IntStream.range(0, options).mapToObj(each -> "o" + each).toList()));
      List<Long> row = random.longs(options, -most, most).boxed().toList();
      sum += row.get(random.nextInt(options));
      if (point == 0 || random.nextInt(6) > 0) {
        amounts.add(new PackageConstraint.PointAmounts(point, row));
      }
    }
    Long least = random.nextInt(3) == 0 ? null : Long.valueOf(sum);
    Long highest =
        least != null && random.nextInt(3) == 0 ? null : Long.valueOf(sum + random.nextInt(3));
    List<Problem.Party> parties = new ArrayList<>();
    for (int party = 0; party < 2 + random.nextInt(3); party++) {
      parties.add(
          new Problem.Party(
              "party" + party,
              all.stream()
                  .map(each -> random.longs(each.options().size(), -5, 40).boxed().toList())
                  .toList(),
              random.nextInt(4) == 0 ? Set.of(new Choice(0, 0)) : Set.of(),
              random.nextInt(4) == 0 ? Long.valueOf(10L * points) : null));
    }
    return new Problem(
        parties,
        all,
        List.of(new PackageConstraint.Budget("b", amounts, least, highest)),
        List.of(),
        SigningRule.all(parties.size()));
  }

  private static List<int[]> packages(Problem problem) {
    List<int[]> all = new ArrayList<>();
    visit(problem, 0, new int[problem.points().size()], all);
    return all;
  }

  private static void visit(Problem problem, int point, int[] options, List<int[]> all) {
    if (point == options.length) {
      if (problem.allows(options)
          && problem.parties().stream().allMatch(each -> each.tolerates(options))) {
        all.add(options.clone());
      }
      return;
    }
    for (int option = 0; option < problem.points().get(point).options().size(); option++) {
      options[point] = option;
      visit(problem, point + 1, options, all);
    }
  }

  private static long sum(Problem problem, long[] weights, int[] options) {
    return IntStream.range(0, weights.length)
        .mapToLong(party -> weights[party] * problem.worth(party, options))
        .sum();
  }

  @Test
  void theBestIsThatOfAllPackages() {
    int none = 0;
    for (long seed = 0; seed < Effort.of(200, 2_000); seed++) {
      Random random = new Random(seed);
      Problem problem = problem(random, 1 + random.nextInt(6), 1 + random.nextInt(8));
      SumTable table = SumTable.of(problem, problem.everyone());
      assertNotNull(table);
      long[] weights = random.longs(problem.parties().size(), 0, 20).toArray();
      OptionalLong expected =
          packages(problem).stream().mapToLong(each -> sum(problem, weights, each)).max();
      int[] best = table.best(weights);
      if (expected.isEmpty()) {
        assertNull(best, "seed " + seed);
        none++;
      } else {
        assertNotNull(best, "seed " + seed);
        assertTrue(problem.allows(best), "seed " + seed);
        assertEquals(expected.getAsLong(), sum(problem, weights, best), "seed " + seed);
      }
    }
    assertTrue(none > 10, none + " without packages");
  }

  /// Sixteen amounts of 2 to the 56th: points times sums are 16 beyond what a word counts.
  @Test
  void sumsThatNoTableHoldsHaveNone() {
    List<Problem.Point> points =
        IntStream.range(0, 16)
            .mapToObj(point -> new Problem.Point("p" + point, List.of("no", "yes")))
            .toList();
    List<PackageConstraint.PointAmounts> amounts =
        IntStream.range(0, 16)
            .mapToObj(point -> new PackageConstraint.PointAmounts(point, List.of(0L, 1L << 56)))
            .toList();
    List<List<Long>> worths = points.stream().map(_ -> List.of(0L, 1L)).toList();
    Problem problem =
        new Problem(
            List.of(new Problem.Party("party", worths, Set.of(), null)),
            points,
            List.of(new PackageConstraint.Budget("sum", amounts, null, 1L << 57)),
            List.of(),
            SigningRule.all(1));
    assertNull(SumTable.of(problem, problem.everyone()));
    Frontier found = Frontiers.find(problem, Budget.unlimited()).findAnswer().orElseThrow();
    assertEquals(List.of(2L), Arrays.stream(found.worths(0)).boxed().toList());
  }

  /// Forty points with an exact sum: stopped at once, packages are known, and none is worth more to
  /// a party than the first package of the table that keeps the sum.
  @Test
  void stoppedSearchesUnderAnExactSumHaveACover() {
    for (long seed = 0; seed < 3; seed++) {
      Random random = new Random(seed);
      List<Problem.Point> points =
          IntStream.range(0, 40)
              .mapToObj(point -> new Problem.Point("p" + point, List.of("no", "yes")))
              .toList();
      List<PackageConstraint.PointAmounts> amounts = new ArrayList<>();
      long sum = 0;
      for (int point = 0; point < 40; point++) {
        long amount = 1L + random.nextInt(1_000);
        amounts.add(new PackageConstraint.PointAmounts(point, List.of(0L, amount)));
        sum += random.nextBoolean() ? amount : 0;
      }
      List<Problem.Party> parties = new ArrayList<>();
      for (int party = 0; party < 4; party++) {
        List<List<Long>> worths =
            points.stream().map(_ -> random.longs(2, 0, 101).boxed().toList()).toList();
        parties.add(new Problem.Party("party" + party, worths, Set.of(), null));
      }
      Problem problem =
          new Problem(
              parties,
              points,
              List.of(new PackageConstraint.Budget("sum", amounts, sum, sum)),
              List.of(),
              SigningRule.all(4));
      Finding<Frontier> found = Frontiers.find(problem, Budget.ofSteps(1_000));
      assertInstanceOf(Finding.Bounded.class, found);
      assertInstanceOf(
          PackageBound.Cover.class, ((Finding.Bounded<Frontier>) found).bound(), "seed " + seed);
      Frontier frontier = found.findAnswer().orElseThrow();
      assertTrue(frontier.size() >= 4, frontier.size() + " packages");
      for (int entry = 0; entry < frontier.size(); entry++) {
        int[] options = frontier.packageOf(entry);
        assertTrue(problem.allows(options), "seed " + seed);
        assertEquals(
            Arrays.stream(problem.worths(options)).boxed().toList(),
            Arrays.stream(frontier.worths(entry)).boxed().toList());
      }
    }
  }
}
