package org.parley.bargain.solve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.bargain.BruteForce;
import org.parley.bargain.Problem;
import org.parley.bargain.RandomProblems;
import org.parley.bargain.graph.Layers;
import org.parley.exact.Budget;
import org.parley.exact.Meter;

class LeximinOracleTest {

  @Test
  void holdingPartyByPartyFindsEachOfTheBest() {
    int tied = 0;
    int solved = 0;
    for (long seed = 0; seed < 1_200; seed++) {
      Problem problem =
          seed % 2 == 0
              ? RandomProblems.small(seed)
              : RandomProblems.withBaselines(
                  RandomProblems.of(
                      RandomProblems.kind(seed / 2), 2 + (int) (seed % 5), 4, 3, seed),
                  25);
      List<int[]> all = BruteForce.acceptable(problem, problem.everyone());
      if (all.isEmpty()) {
        continue;
      }
      List<long[]> vectors = all.stream().map(problem::worths).toList();
      MaxMinGoal goal = goal(problem, vectors, seed % 3 == 0, true);
      MaxMinGoal least = goal(problem, vectors, seed % 3 == 0, false);
      // Any package with the largest least gain will do to begin with: the worst of them here.
      Comparator<int[]> byLeast =
          (one, other) -> least.compare(problem.worths(one), problem.worths(other));
      int[] largest = all.stream().max(byLeast).orElseThrow();
      int[] begin =
          all.stream()
              .filter(each -> byLeast.compare(each, largest) == 0)
              .min((one, other) -> goal.compare(problem.worths(one), problem.worths(other)))
              .orElseThrow();
      goal.listTies();
      goal.offer(problem.worths(begin), begin);
      Layers layers = Layers.of(problem, problem.everyone(), () -> false);
      new Leximin(layers, goal, new Meter(Budget.unlimited())).refine();

      long[] best = vectors.stream().max(goal::compare).orElseThrow();
      Set<List<Long>> expected = new HashSet<>();
      vectors.stream()
          .filter(each -> goal.compare(each, best) == 0)
          .forEach(each -> expected.add(Arrays.stream(each).boxed().toList()));
      Set<List<Long>> found = new HashSet<>();
      goal.best().forEach(each -> found.add(each.worths()));
      assertEquals(expected, found, "seed " + seed);
      tied += expected.size() > 1 ? 1 : 0;
      solved++;
    }
    assertTrue(tied > 8, "tied " + tied);
    assertTrue(solved > 600, "solved " + solved);
  }

  /// @param alike whether all gains are measured in the same unit
  private static MaxMinGoal goal(
      Problem problem, List<long[]> vectors, boolean alike, boolean lexical) {
    int parties = problem.parties().size();
    long[] floor = new long[parties];
    long[] unit = new long[parties];
    for (int each = 0; each < parties; each++) {
      int party = each;
      Long baseline = problem.parties().get(party).baseline();
      floor[party] =
          baseline != null
              ? baseline
              : vectors.stream().mapToLong(worths -> worths[party]).min().orElseThrow();
      long ideal = vectors.stream().mapToLong(worths -> worths[party]).max().orElseThrow();
      unit[party] = alike ? Math.min(1, ideal - floor[party]) : ideal - floor[party];
    }
    return new MaxMinGoal(floor, unit, lexical);
  }
}
