package org.parley.bargain.solve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.bargain.Problem;
import org.parley.bargain.RandomProblems;
import org.parley.bargain.graph.Layers;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.exact.Meter;
import org.parley.exact.Rational;

/// Searches in a graph that leaves linkages out find what searches in the strict graph find.
class LooseSearchOracleTest {

  private static final Budget FREE = Budget.unlimited();

  @Test
  void rulesPickTheSameWhereBaselinesSayWhatAGainIs() {
    int linked = 0;
    for (long seed = 0; seed < 400; seed++) {
      Problem problem = RandomProblems.small(seed);
      Layers loose = Layers.loose(problem, problem.everyone());
      boolean based = problem.parties().stream().allMatch(party -> party.baseline() != null);
      linked += based && !problem.linkages().isEmpty() ? 1 : 0;
      for (Solution.Kind kind : Solution.Kind.values()) {
        String what = "seed " + seed + " " + kind;
        Finding<Solution> strict = Solutions.find(problem, kind, FREE);
        for (SolutionSearch.Maker maker :
            List.<SolutionSearch.Maker>of(SolutionSearch::of, DualBranchAndBound::new)) {
          switch (Solutions.find(loose, kind, maker, FREE)) {
            case Finding.Exhausted<Solution> other -> throw new AssertionError(other);
            case Finding.Proved<Solution>(Solution solution, _) -> {
              assertTrue(based || kind == Solution.Kind.UTILITARIAN, what);
              assertEquals(
                  strict.findAnswer().map(Solution::value), Optional.of(solution.value()), what);
              if (solution.allTies()) {
                assertEquals(vectors(strict), vectors(solution), what);
              }
            }
            case Finding.Bounded<Solution> _ -> assertTrue(!based, what);
            case Finding.Impossible<Solution> _ ->
                assertTrue(strict instanceof Finding.Impossible, what);
          }
        }
      }
    }
    assertTrue(linked > 40, "linked " + linked);
  }

  private static Set<List<Long>> vectors(Finding<Solution> finding) {
    return vectors(finding.findAnswer().orElseThrow());
  }

  private static Set<List<Long>> vectors(Solution solution) {
    Set<List<Long>> vectors = new HashSet<>();
    solution.outcomes().forEach(outcome -> vectors.add(outcome.worths()));
    return vectors;
  }

  @Test
  void gainsAreCountedFromTheLeastThatAnyPackageGives() {
    for (long seed = 0; seed < 300; seed++) {
      Problem problem = RandomProblems.small(seed);
      Layers strict = Layers.of(problem, problem.everyone(), () -> false);
      if (strict.isEmpty()) {
        continue;
      }
      long[] least = strict.least();
      long[] loose = Layers.loose(problem, problem.everyone()).least();
      for (int party = 0; party < least.length; party++) {
        Problem free =
            problem.withParties(
                problem.parties().stream().map(each -> each.withBaseline(null)).toList());
        Rational worst =
            Solutions.worst(free, party, FREE).findAnswer().map(Solution::value).orElseThrow();
        assertEquals(Rational.of(-least[party]), worst, "seed " + seed);
        assertTrue(loose[party] <= least[party], "seed " + seed);
      }
    }
  }

  @Test
  void somePackageIsFoundInALooseGraphIfThereIsOne() {
    for (long seed = 0; seed < 300; seed++) {
      Problem problem = RandomProblems.small(seed);
      Layers loose = Layers.loose(problem, problem.everyone());
      Long[] baselines =
          problem.parties().stream().map(Problem.Party::baseline).toArray(Long[]::new);
      Optional<int[]> found = AnyPackage.in(loose).find(Set.of(), baselines, new Meter(FREE));
      boolean any = AnyPackage.find(problem, problem.everyone(), new Meter(FREE)).isPresent();
      assertEquals(any, found.isPresent(), "seed " + seed);
      for (int party = 0; party < baselines.length && any; party++) {
        assertTrue(problem.acceptableTo(party, found.orElseThrow()), "seed " + seed);
        assertTrue(problem.allows(found.orElseThrow()), "seed " + seed);
      }
    }
  }
}
