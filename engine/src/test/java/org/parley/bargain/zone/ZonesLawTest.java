package org.parley.bargain.zone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.parley.bargain.BruteForce;
import org.parley.bargain.Choice;
import org.parley.bargain.PackageBound;
import org.parley.bargain.Problem;
import org.parley.bargain.RandomProblems;
import org.parley.bargain.Restated;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.exact.Rational;
import org.parley.exact.StoppedBy;

/// How a problem is stated changes no count, and a budget ends what it is given to.
class ZonesLawTest {

  private static final Budget FREE = Budget.unlimited();

  private static Problem large(String kind, int parties, int points, int hundredths) {
    return RandomProblems.withBaselines(
        RandomProblems.of(RandomProblems.Kind.valueOf(kind), parties, points, 5, 1), hundredths);
  }

  /// What is said of a zone, in one line.
  private static String said(Finding<Zone> finding) {
    return switch (finding) {
      case Finding.Exhausted<Zone> other -> throw new AssertionError(other);
      case Finding.Proved<Zone>(Zone zone, _) -> "exactly " + zone.atMost();
      case Finding.Bounded<Zone>(Zone zone, _, StoppedBy by) ->
          zone.atLeast() + " to " + zone.atMost() + ", " + by;
      case Finding.Impossible<Zone> _ -> "none";
    };
  }

  @Test
  void theUnitOfAPartysWorthsChangesNoAnswer() {
    int bounded = 0;
    for (long seed = 0; seed < 160; seed++) {
      Problem problem =
          seed % 2 == 0
              ? RandomProblems.small(seed)
              : RandomProblems.withBaselines(
                  RandomProblems.of(RandomProblems.kind(seed / 2), 3, 8, 4, seed), 45);
      Random random = new Random(seed);
      int party = random.nextInt(problem.parties().size());
      // Units of a third and of a multiple of it: any two are compared through the first.
      long factor = random.nextBoolean() ? 1000 : 2 + random.nextInt(500);
      Problem thirds = Restated.scaled(problem, party, 3);
      Problem scaled = Restated.scaled(problem, party, 3 * factor);
      for (Budget budget : List.of(FREE, FREE.withStates(12), Budget.ofSteps(20))) {
        String expected = said(Zones.find(problem, problem.everyone(), budget));
        assertEquals(
            expected, said(Zones.find(scaled, problem.everyone(), budget)), "seed " + seed);
        assertEquals(
            expected, said(Zones.find(thirds, problem.everyone(), budget)), "seed " + seed);
        bounded += expected.contains(" to ") ? 1 : 0;
      }
    }
    assertTrue(bounded > 100, "bounded " + bounded);
  }

  @Test
  void theUnitChangesNoAnswerWherePackagesAreMany() {
    Problem problem = large("W", 4, 12, 50);
    Problem scaled = problem;
    for (int party = 0; party < 4; party++) {
      scaled = Restated.scaled(scaled, party, List.of(1000L, 1_000_000_000L, 7L, 1L).get(party));
    }
    Finding<Zone> finding = Zones.find(scaled, 15, FREE);
    assertInstanceOf(Finding.Proved.class, finding);
    assertEquals(said(Zones.find(problem, 15, FREE)), said(finding));
    Problem larger = large("U", 6, 20, 50);
    assertEquals(
        said(Zones.find(larger, 63, FREE)),
        said(Zones.find(Restated.scaled(larger, 3, 1000), 63, FREE)));
  }

  @Test
  void namesAndOrderChangeNoCountAndNoShare() {
    for (long seed = 0; seed < 300; seed++) {
      Problem problem = RandomProblems.small(seed);
      Restated other = Restated.of(problem, seed);
      String what = "seed " + seed;
      Finding<Zone> finding = Zones.find(problem, problem.everyone(), FREE);
      Finding<Zone> restated = Zones.find(other.problem(), problem.everyone(), FREE);
      assertEquals(said(finding), said(restated), what);
      if (!(finding instanceof Finding.Proved<Zone>(Zone zone, _)) || zone.atMost().signum() == 0) {
        continue;
      }
      Rational[][] shares = zone.shares(FREE).orElseThrow();
      Rational[][] then = restated.findAnswer().orElseThrow().shares(FREE).orElseThrow();
      for (int point = 0; point < shares.length; point++) {
        for (int option = 0; option < shares[point].length; option++) {
          Choice choice = other.choice(new Choice(point, option));
          assertEquals(shares[point][option], then[choice.point()][choice.option()], what);
        }
      }
    }
  }

  @Test
  void namesAndOrderChangeNoSetOfSigners() {
    for (long seed = 0; seed < 60; seed++) {
      Problem problem = RandomProblems.small(seed);
      Restated other = Restated.of(problem, seed);
      Zones.BySigners counted = Zones.bySigners(problem, FREE).findAnswer().orElseThrow();
      Zones.BySigners then = Zones.bySigners(other.problem(), FREE).findAnswer().orElseThrow();
      Map<Integer, PackageBound.CountBetween> expected = new TreeMap<>();
      counted.bySet().forEach((set, between) -> expected.put(other.set(set), between));
      assertEquals(expected, then.bySet(), "seed " + seed);
      assertEquals(counted.signable(), then.signable(), "seed " + seed);
    }
  }

  @Test
  void digitsAddedToWorthsLeaveTheCountExact() {
    Random random = new Random(5);
    for (long seed = 0; seed < 6; seed++) {
      Problem problem = large(List.of("U", "X", "W").get((int) seed % 3), 5, 10, 55);
      List<Problem.Party> parties =
          problem.parties().stream()
              .map(
                  party ->
                      new Problem.Party(
                          party.id(),
                          party.worths().stream()
                              .map(
                                  row ->
                                      row.stream()
                                          .map(w -> w * 1_000_000_007L + random.nextInt(1_000_000))
                                          .toList())
                              .toList(),
                          party.redLines(),
                          party.baseline() == null ? null : party.baseline() * 1_000_000_007L))
              .toList();
      // Sums of what was added stay below one of the old units, so the same packages reach it.
      assertEquals(
          said(Zones.find(problem, 31, FREE)),
          said(Zones.find(problem.withParties(parties), 31, FREE)),
          "seed " + seed);
    }
  }

  @Test
  void eachNumberOfStepsEndsInBoundsThatHold() {
    for (long seed = 0; seed < 60; seed++) {
      Problem problem = RandomProblems.small(seed);
      long exact = BruteForce.acceptable(problem, problem.everyone()).size();
      for (long steps : new long[] {0, 1, 2, 5, 10, 20, 50, 100, 1000}) {
        Finding<Zone> finding = Zones.find(problem, problem.everyone(), Budget.ofSteps(steps));
        assertHolds(finding, exact, "seed " + seed + ", " + steps + " steps");
      }
    }
  }

  private static void assertHolds(Finding<Zone> finding, long exact, String what) {
    switch (finding) {
      case Finding.Exhausted<Zone> other -> throw new AssertionError(other);
      case Finding.Proved<Zone>(Zone zone, _) ->
          assertEquals(BigInteger.valueOf(exact), zone.atMost(), what);
      case Finding.Bounded<Zone>(Zone zone, _, _) ->
          assertTrue(
              zone.atLeast().longValueExact() <= exact && zone.atMost().longValueExact() >= exact,
              what);
      case Finding.Impossible<Zone> _ -> assertEquals(0, exact, what);
    }
  }

  @Test
  void aSmallBudgetIsNotExceeded() {
    Problem problem = large("U", 8, 40, 50);
    for (long steps : new long[] {0, 1, 100, 10_000}) {
      int[] asked = {0};
      Budget budget = Budget.ofSteps(steps).withStop(() -> asked[0]++ > 1_000_000);
      Finding<Zone> finding = Zones.find(problem, problem.everyone(), budget);
      assertEquals(
          StoppedBy.STEPS,
          assertInstanceOf(Finding.Bounded.class, finding).stoppedBy(),
          "steps " + steps);
      // At the most each step asks whether to stop; a thousand times at least goes unasked.
      assertTrue(asked[0] <= 20 + 2 * steps, steps + " steps, asked " + asked[0]);
    }
  }

  @Test
  void allSetsOfPartiesTogetherKeepTheBudget() {
    Problem problem = large("U", 8, 40, 50);
    int[] asked = {0};
    Budget budget = Budget.ofSteps(1_000).withStop(() -> asked[0]++ > 1_000_000);
    Finding<Zones.BySigners> finding = Zones.bySigners(problem, budget);
    assertEquals(255, finding.findAnswer().orElseThrow().bySet().size());
    assertTrue(asked[0] < 5_000, "asked " + asked[0]);
  }

  @Test
  void aStopIsAnsweredBeforeItIsAskedForOften() {
    for (Problem problem :
        Stream.of(large("U", 8, 40, 50), large("W", 4, 20, 50), large("U", 3, 12, 50)).toList()) {
      for (int after : new int[] {0, 1, 10, 50}) {
        int[] asked = {0};
        Budget budget = FREE.withStop(() -> asked[0]++ >= after);
        Zones.bySigners(problem, budget);
        assertTrue(asked[0] <= after + 600, "asked " + asked[0] + " after " + after);
      }
    }
  }
}
