package org.parley.bargain.solve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import org.parley.bargain.BruteForce;
import org.parley.bargain.PackageBound;
import org.parley.bargain.Problem;
import org.parley.bargain.RandomProblems;
import org.parley.check.SolutionCheck;
import org.parley.check.Verdict;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.exact.Rational;

class SolutionsOracleTest {

  @Test
  void everyRulePicksWhatBruteForcePicks() {
    for (long seed = 0; seed < 300; seed++) {
      check(RandomProblems.small(seed), "seed " + seed);
    }
  }

  @Test
  void everyRulePicksWhatBruteForcePicksOnEachClass() {
    for (long seed = 0; seed < 40; seed++) {
      Problem problem =
          RandomProblems.of(RandomProblems.kind(seed), 2 + (int) (seed % 5), 6, 3, seed);
      check(RandomProblems.withBaselines(problem, 30), "seed " + seed);
    }
  }

  @Test
  void whatOneGainsAndOthersLoseIsProvedByThePlainSum() {
    for (long seed = 1; seed <= 3; seed++) {
      Problem problem =
          RandomProblems.withBaselines(
              RandomProblems.of(RandomProblems.Kind.C, 3, 16, 5, seed), 30);
      for (Solution.Kind kind : List.of(Solution.Kind.NASH, Solution.Kind.EQUAL_GAINS)) {
        Finding<Solution> finding = Solutions.find(problem, kind, Budget.ofSteps(200_000));
        if (finding
            instanceof
            Finding.Proved<Solution>(Solution solution, SolutionCertificate certificate)) {
          assertEquals(
              Verdict.Outcome.HOLDS,
              SolutionCheck.solution(problem, solution, certificate, Budget.ofSteps(1_000))
                  .outcome(),
              "seed " + seed + " " + kind);
        } else {
          throw new AssertionError("seed " + seed + " " + kind + " " + finding);
        }
      }
    }
  }

  @Test
  void theFasterSearchChangesNothing() {
    for (long seed = 0; seed < 16; seed++) {
      Problem problem =
          RandomProblems.withBaselines(
              RandomProblems.of(RandomProblems.kind(seed), 2 + (int) (seed % 4), 7, 3, seed), 30);
      for (Solution.Kind kind : Solution.Kind.values()) {
        Finding<Solution> fast = Solutions.find(problem, kind, Budget.unlimited());
        Finding<Solution> slow =
            Solutions.find(problem, kind, DualBranchAndBound::new, Budget.unlimited());
        assertEquals(
            slow.findAnswer().map(Solution::value), fast.findAnswer().map(Solution::value));
        assertEquals(vectors(slow), vectors(fast), "seed " + seed + " " + kind);
      }
    }
  }

  @Test
  void whatIsNotProvedLiesBetweenTheBestFoundAndTheLeastBound() {
    int bounded = 0;
    for (long seed = 0; seed < 120; seed++) {
      Problem problem = RandomProblems.small(seed);
      for (Solution.Kind kind : Solution.Kind.values()) {
        Finding<Solution> whole = Solutions.find(problem, kind, Budget.unlimited());
        for (int steps = 0; steps < 3; steps++) {
          if (Solutions.find(problem, kind, Budget.ofSteps(steps))
                  instanceof
                  Finding.Bounded<Solution>(
                      _,
                      PackageBound.BestFound(Rational value, Rational atMost),
                      _)
              && whole instanceof Finding.Proved<Solution>(Solution solution, _)) {
            String what = "seed " + seed + " " + kind;
            assertTrue(value == null || value.compareTo(solution.value()) <= 0, what);
            assertTrue(atMost == null || atMost.compareTo(solution.value()) >= 0, what);
            bounded += atMost == null ? 0 : 1;
          }
        }
      }
    }
    assertTrue(bounded > 50, "bounded " + bounded);
  }

  /// The vectors that tie, where all are listed.
  private static Set<List<Long>> vectors(Finding<Solution> finding) {
    Set<List<Long>> vectors = new HashSet<>();
    finding
        .findAnswer()
        .filter(Solution::allTies)
        .ifPresent(
            solution -> solution.outcomes().forEach(outcome -> vectors.add(outcome.worths())));
    return vectors;
  }

  private static void check(Problem problem, String what) {
    List<int[]> all = BruteForce.acceptable(problem, problem.everyone());
    for (Solution.Kind kind : Solution.Kind.values()) {
      String which = what + " " + kind;
      switch (Solutions.find(problem, kind, Budget.unlimited())) {
        case Finding.Exhausted<Solution> other -> throw new AssertionError(other);
        case Finding.Impossible<Solution> _ -> assertTrue(all.isEmpty(), which);
        case Finding.Bounded<Solution> _ -> throw new AssertionError(which);
        case Finding.Proved<Solution>(Solution solution, SolutionCertificate certificate) -> {
          Set<List<Long>> expected = best(problem, all, kind, certificate.floor());
          Set<List<Long>> found = new HashSet<>();
          for (Solution.Outcome outcome : solution.outcomes()) {
            int[] options = outcome.options().stream().mapToInt(Integer::intValue).toArray();
            assertEquals(
                outcome.worths(), Arrays.stream(problem.worths(options)).boxed().toList(), which);
            found.add(outcome.worths());
          }
          assertTrue(expected.containsAll(found) && !found.isEmpty(), which);
          if (solution.allTies()) {
            assertEquals(expected, found, which);
          } else {
            assertTrue(expected.size() > Goal.MOST_TIES, which);
          }
        }
        case Finding.Proved<Solution> other -> throw new AssertionError(which + other);
      }
    }
  }

  private static Set<List<Long>> best(
      Problem problem, List<int[]> all, Solution.Kind kind, List<Long> floor) {
    List<long[]> vectors = all.stream().map(problem::worths).toList();
    long[] ideals = new long[floor.size()];
    for (int party = 0; party < ideals.length; party++) {
      ideals[party] = ideal(vectors, floor, party);
    }
    Comparator<long[]> order =
        switch (kind) {
          case NASH -> Comparator.comparing(v -> product(v, floor));
          case UTILITARIAN -> Comparator.comparingLong(v -> Arrays.stream(v).sum());
          case EQUAL_GAINS -> Comparator.comparing(v -> gains(v, floor, _ -> 1).getFirst());
          case KALAI_SMORODINSKY ->
              Comparator.comparing(v -> first(gains(v, floor, p -> ideals[p])));
          case LEXIMIN ->
              (one, other) ->
                  compare(gains(one, floor, p -> ideals[p]), gains(other, floor, p -> ideals[p]));
        };
    long[] best = vectors.stream().max(order).orElseThrow();
    Set<List<Long>> ties = new HashSet<>();
    for (long[] vector : vectors) {
      if (order.compare(vector, best) == 0) {
        ties.add(Arrays.stream(vector).boxed().toList());
      }
    }
    return ties;
  }

  private static Rational first(List<Rational> gains) {
    return gains.isEmpty() ? Rational.ZERO : gains.getFirst();
  }

  private static long ideal(List<long[]> vectors, List<Long> floor, int party) {
    return vectors.stream().mapToLong(v -> v[party]).max().orElseThrow() - floor.get(party);
  }

  private static BigInteger product(long[] vector, List<Long> floor) {
    BigInteger product = BigInteger.ONE;
    for (int party = 0; party < vector.length; party++) {
      product = product.multiply(BigInteger.valueOf(vector[party] - floor.get(party)));
    }
    return product;
  }

  private static List<Rational> gains(
      long[] vector, List<Long> floor, ToLongFunction<Integer> unit) {
    List<Rational> gains = new ArrayList<>();
    for (int party = 0; party < vector.length; party++) {
      long each = unit.applyAsLong(party);
      if (each > 0) {
        gains.add(Rational.of(vector[party] - floor.get(party), each));
      }
    }
    gains.sort(Comparator.naturalOrder());
    return gains;
  }

  private static int compare(List<Rational> one, List<Rational> other) {
    for (int at = 0; at < one.size(); at++) {
      int order = one.get(at).compareTo(other.get(at));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }
}
