package org.parley.bargain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.parley.bargain.frontier.Frontier;
import org.parley.bargain.frontier.Frontiers;
import org.parley.bargain.pivot.Pivot;
import org.parley.bargain.pivot.Pivots;
import org.parley.bargain.zone.Zone;
import org.parley.bargain.zone.Zones;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.exact.Rational;

/// The number of threads changes no answer, its order, or where a limit on steps ends a search.
class ThreadsLawTest {

  private static final List<Integer> MORE = List.of(2, 3);

  private static Problem problem(
      RandomProblems.Kind kind, int parties, int points, int options, int baseline) {
    Problem plain = RandomProblems.of(kind, parties, points, options, parties + points);
    return baseline == 0 ? plain : RandomProblems.withBaselines(plain, baseline);
  }

  /// Sums of tables, bit sets, pairs of halves, and too many packages for each.
  @Test
  void zonesAreTheSame() {
    for (Problem problem :
        List.of(
            problem(RandomProblems.Kind.W, 4, 14, 4, 50),
            problem(RandomProblems.Kind.U, 5, 11, 4, 50),
            problem(RandomProblems.Kind.U, 3, 16, 4, 60),
            problem(RandomProblems.Kind.X, 5, 20, 4, 50))) {
      for (long steps : List.of(Long.MAX_VALUE, 5_000L)) {
        Budget budget = Budget.ofSteps(steps).withStates(400_000);
        Finding<Zone> one = Zones.find(problem, problem.everyone(), budget);
        Zone zone = one.findAnswer().orElseThrow();
        Rational[][] shares = zone.shares(budget).orElse(new Rational[0][]);
        for (int threads : MORE) {
          String what = problem.points().size() + " points, steps " + steps + ", " + threads;
          Finding<Zone> more = Zones.find(problem, problem.everyone(), budget.withThreads(threads));
          Zone same = more.findAnswer().orElseThrow();
          assertEquals(one.getClass(), more.getClass(), what);
          assertEquals(zone.atLeast(), same.atLeast(), what);
          assertEquals(zone.atMost(), same.atMost(), what);
          Rational[][] also = same.shares(budget.withThreads(threads)).orElse(new Rational[0][]);
          assertTrue(Arrays.deepEquals(shares, also), what);
        }
      }
    }
  }

  @Test
  void pivotsAreTheSame() {
    for (int parties = 2; parties <= 4; parties++) {
      Problem problem = problem(RandomProblems.Kind.U, parties, 5, 3, 50);
      for (long steps : List.of(Long.MAX_VALUE, 30L)) {
        Budget budget = Budget.ofSteps(steps);
        Finding<List<Pivot>> one = Pivots.find(problem, true, budget);
        for (int threads : MORE) {
          Finding<List<Pivot>> more = Pivots.find(problem, true, budget.withThreads(threads));
          assertEquals(one, more, parties + " parties, steps " + steps + ", " + threads);
        }
      }
    }
  }

  /// More candidates than a cover of two halves waits for.
  @Test
  void coversOfTwoHalvesAreTheSame() {
    Problem problem = problem(RandomProblems.Kind.U, 6, 12, 3, 0);
    Budget budget = Budget.ofSteps(1_200_000).withStates(20_000);
    long[][] one = vectors(problem, budget);
    assertArrayEquals(one, vectors(problem, budget.withThreads(2)));
  }

  private static long[][] vectors(Problem problem, Budget budget) {
    Finding<Frontier> found = Frontiers.find(problem, budget);
    return Objects.requireNonNull(found.findAnswer().orElse(null)).vectors().toArray(long[][]::new);
  }
}
