package org.parley.bargain.zone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.bargain.BruteForce;
import org.parley.bargain.JointWorth;
import org.parley.bargain.OptionSet;
import org.parley.bargain.PackageConstraint;
import org.parley.bargain.Problem;
import org.parley.bargain.RandomProblems;
import org.parley.bargain.graph.Layers;
import org.parley.bargain.zone.WidthLimitedDiagram.Merge;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.exact.Meter;

class WidthLimitedDiagramOracleTest {

  private static Meter free() {
    return new Meter(Budget.unlimited());
  }

  @Test
  void countsAsBruteForceDoesAndBoundsOnBothSides() {
    int compared = 0;
    int merged = 0;
    for (long seed = 0; seed < 1200; seed++) {
      Problem problem = RandomProblems.withoutBudgets(RandomProblems.small(seed)).withoutCaps();
      int some = seed % 3 == 0 ? problem.everyone() : 1 + (int) (seed % problem.everyone());
      List<int[]> all = BruteForce.acceptable(problem, some);
      BigInteger exact = BigInteger.valueOf(all.size());
      WidthLimitedDiagram diagram =
          Objects.requireNonNull(
              WidthLimitedDiagram.of(problem, some, 1 << 20, Merge.NONE, free()), "seed " + seed);
      assertEquals(exact, diagram.total(), "seed " + seed);
      compared += all.isEmpty() ? 0 : 1;
      BigInteger[][] byOption = diagram.byOption(free());
      for (int point = 0; point < byOption.length; point++) {
        for (int option = 0; option < byOption[point].length; option++) {
          int at = point;
          int way = option;
          long with = all.stream().filter(options -> options[at] == way).count();
          assertEquals(BigInteger.valueOf(with), byOption[point][option], "seed " + seed);
        }
      }
      for (int width : new int[] {1, 2, 4}) {
        BigInteger most = total(problem, some, width, Merge.UP);
        BigInteger least = total(problem, some, width, Merge.DOWN);
        assertTrue(least.compareTo(exact) <= 0 && exact.compareTo(most) <= 0, "seed " + seed);
        merged += least.equals(most) ? 0 : 1;
      }
    }
    assertTrue(compared > 300 && merged > 300, compared + " " + merged);
  }

  private static BigInteger total(Problem problem, int parties, int width, Merge merge) {
    return Objects.requireNonNull(WidthLimitedDiagram.of(problem, parties, width, merge, free()))
        .total();
  }

  /// A chain would do, but each point is also tied to one far away.
  @Test
  void jointWorthsThatExceedTheGraphAreCounted() {
    Problem problem = tied(16, 40, 7);
    List<int[]> all = BruteForce.acceptable(problem, problem.everyone());
    Layers loose = Layers.loose(problem, problem.everyone());
    Finding<Zone> finding = Zones.find(loose, problem.everyone(), Budget.unlimited());
    assertInstanceOf(Finding.Proved.class, finding);
    Zone zone = finding.findAnswer().orElseThrow();
    assertEquals(BigInteger.valueOf(all.size()), zone.atMost());
    assertTrue(zone.isWide());
    Finding<Zone> bounded =
        Zones.find(loose, problem.everyone(), Budget.unlimited().withStates(200));
    assertInstanceOf(Finding.Bounded.class, bounded);
    Zone between = bounded.findAnswer().orElseThrow();
    assertTrue(between.atLeast().longValueExact() <= all.size());
    assertTrue(between.atMost().longValueExact() >= all.size());
  }

  @Test
  void tooManyNodesAndBudgetsAreRefused() {
    Problem problem = tied(10, 20, 3);
    assertNull(WidthLimitedDiagram.of(problem, 3, 2, Merge.NONE, free()));
    assertNull(WidthLimitedDiagram.of(problem, 3, 2, Merge.UP, new Meter(Budget.ofSteps(3))));
    Problem budgeted =
        problem.withLinkages(
            List.of(
                new PackageConstraint.Budget(
                    "b",
                    List.of(new PackageConstraint.PointAmounts(0, List.of(0L, 1L))),
                    null,
                    1L)));
    assertNull(WidthLimitedDiagram.of(budgeted, 3, 1 << 20, Merge.NONE, free()));
  }

  /// Two parties, points of two options, and joint worths of two or three points.
  private static Problem tied(int points, int joints, long seed) {
    Random random = new Random(seed);
    Problem plain = RandomProblems.of(RandomProblems.Kind.U, 2, points, 2, seed);
    List<JointWorth> all = new ArrayList<>();
    for (int joint = 0; joint < joints; joint++) {
      List<OptionSet> terms =
          random
              .ints(0, points)
              .distinct()
              .limit(2 + joint % 2)
              .mapToObj(point -> new OptionSet(point, Set.of(random.nextInt(2))))
              .toList();
      all.add(new JointWorth(joint % 2, terms, random.nextInt(-20, 60)));
    }
    return new Problem(
        RandomProblems.withBaselines(plain, 80).parties(),
        plain.points(),
        List.of(),
        all,
        plain.signing());
  }
}
