package org.parley.bargain.frontier;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.Effort;
import org.parley.bargain.BruteForce;
import org.parley.bargain.PackageBound;
import org.parley.bargain.Problem;
import org.parley.bargain.RandomProblems;
import org.parley.check.FrontierCheck;
import org.parley.check.Verdict;
import org.parley.exact.Budget;
import org.parley.exact.Finding;

class FrontiersOracleTest {

  private static final Budget FREE = Budget.unlimited();

  @Test
  void equalsBruteForceOnSmallProblems() {
    for (long seed = 0; seed < Effort.of(600, 2000); seed++) {
      Problem problem = RandomProblems.small(seed);
      assertMatches("seed " + seed, problem, problem.everyone());
    }
  }

  @Test
  void equalsBruteForceForSomeOfTheParties() {
    for (long seed = 0; seed < Effort.of(100, 300); seed++) {
      Problem problem = RandomProblems.small(seed);
      int some = 1 + (int) (seed % problem.everyone());
      assertMatches("seed " + seed, problem, some);
    }
  }

  @Test
  void equalsBruteForceOnEachClass() {
    for (RandomProblems.Kind kind : RandomProblems.Kind.values()) {
      for (int parties = 3; parties <= 7; parties++) {
        Problem problem = RandomProblems.of(kind, parties, 5, 4, parties);
        assertMatches(kind + "-" + parties, problem, problem.everyone());
      }
    }
  }

  @Test
  void theFasterSweepsChangeNothing() {
    for (long seed = 0; seed < 24; seed++) {
      int parties = 2 + (int) (seed % 4);
      Problem problem = RandomProblems.of(RandomProblems.kind(seed), parties, 7, 4, seed);
      int all = problem.everyone();
      Frontier fast = Frontiers.find(problem, all, FREE).findAnswer().orElseThrow();
      Frontier slow =
          Frontiers.find(problem, all, Advance.Ways.BOXES, FREE).findAnswer().orElseThrow();
      assertEquals(
          slow.vectors().map(v -> Arrays.stream(v).boxed().toList()).toList(),
          fast.vectors().map(v -> Arrays.stream(v).boxed().toList()).toList(),
          "seed " + seed);
    }
  }

  /// Large enough for trees to be pruned and built anew.
  @Test
  void largeTreesChangeNothing() {
    for (String name : List.of("U-4-16", "X-4-16", "C-3-9", "W-5-14")) {
      String[] parts = name.split("-", -1);
      RandomProblems.Kind kind = RandomProblems.Kind.valueOf(parts[0]);
      int parties = Integer.parseInt(parts[1]);
      Problem problem = RandomProblems.of(kind, parties, Integer.parseInt(parts[2]), 5, 1);
      int all = problem.everyone();
      Frontier fast = Frontiers.find(problem, all, FREE).findAnswer().orElseThrow();
      Frontier slow =
          Frontiers.find(problem, all, Advance.Ways.BOXES, FREE).findAnswer().orElseThrow();
      assertEquals(slow.size(), fast.size(), name);
      for (int entry = 0; entry < fast.size(); entry++) {
        assertArrayEquals(slow.worths(entry), fast.worths(entry), name);
      }
    }
  }

  @Test
  void worthsOfAnyWidthAreMergedAlike() {
    for (long seed = 0; seed < Effort.of(200, 600); seed++) {
      int parties = 2 + (int) (seed % 8);
      Problem narrow = RandomProblems.of(RandomProblems.kind(seed), parties, 3, 3, seed);
      int wider = (int) (seed % 46);
      Problem problem =
          narrow.withParties(
              narrow.parties().stream()
                  .map(
                      party ->
                          new Problem.Party(
                              party.id(),
                              party.worths().stream()
                                  .map(row -> row.stream().map(worth -> worth << wider).toList())
                                  .toList(),
                              party.redLines(),
                              party.baseline()))
                  .toList());
      int all = problem.everyone();
      Frontier fast = Frontiers.find(problem, all, FREE).findAnswer().orElseThrow();
      Frontier slow =
          Frontiers.find(problem, all, Advance.Ways.BOXES, FREE).findAnswer().orElseThrow();
      assertEquals(
          slow.vectors().map(v -> Arrays.stream(v).boxed().toList()).toList(),
          fast.vectors().map(v -> Arrays.stream(v).boxed().toList()).toList(),
          "seed " + seed);
    }
  }

  private static void assertMatches(String what, Problem problem, int parties) {
    Map<List<Long>, Integer> expected = BruteForce.frontier(problem, parties);
    Finding<Frontier> finding = Frontiers.find(problem, parties, Budget.unlimited());
    if (expected.isEmpty()) {
      assertTrue(finding instanceof Finding.Impossible, what);
      return;
    }
    assertTrue(finding instanceof Finding.Proved, what);
    Frontier frontier = finding.findAnswer().orElseThrow();
    assertEquals(
        List.copyOf(expected.keySet()),
        frontier.vectors().map(v -> Arrays.stream(v).boxed().toList()).toList(),
        what);
    for (int entry = 0; entry < Math.min(20, frontier.size()); entry++) {
      List<Long> vector = Arrays.stream(frontier.worths(entry)).boxed().toList();
      assertEquals(
          BigInteger.valueOf(expected.getOrDefault(vector, 0)), frontier.countOf(entry), what);
      List<int[]> packages = new ArrayList<>();
      frontier.packagesOf(entry, Integer.MAX_VALUE, packages::add);
      assertEquals(expected.getOrDefault(vector, 0), packages.size(), what);
      assertArrayEquals(packages.getFirst(), frontier.packageOf(entry), what);
      for (int[] options : packages) {
        List<Long> worths =
            BruteForce.bits(parties).stream().map(p -> problem.worth(p, options)).toList();
        assertEquals(vector, worths, what);
        assertTrue(problem.allows(options), what);
      }
    }
  }

  @Test
  void coversTheFrontierWithinWhatItSaysWhereTheBudgetEnds() {
    int bounded = 0;
    for (long seed = 0; seed < 60; seed++) {
      Problem problem = RandomProblems.of(RandomProblems.kind(seed), 4, 5, 4, seed);
      Budget budget =
          seed % 2 == 0 ? Budget.unlimited().withStates(20) : Budget.ofSteps(200 + seed);
      Finding<Frontier> finding = Frontiers.find(problem, budget);
      if (finding
          instanceof
          Finding.Bounded<Frontier>(Frontier frontier, PackageBound.Cover(List<Long> within), _)) {
        bounded++;
        List<List<Long>> kept =
            frontier.vectors().map(v -> Arrays.stream(v).boxed().toList()).toList();
        for (List<Long> vector : BruteForce.frontier(problem, problem.everyone()).keySet()) {
          assertTrue(kept.stream().anyMatch(each -> covers(each, vector, within)), "seed " + seed);
        }
        for (int entry = 0; entry < frontier.size(); entry++) {
          assertArrayEquals(
              frontier.worths(entry), problem.worths(frontier.packageOf(entry)), "seed " + seed);
        }
        FrontierCertificate stated = new FrontierCertificate(frontier, problem.everyone());
        assertEquals(
            Verdict.Outcome.HOLDS,
            FrontierCheck.cover(problem, stated, within, FREE).outcome(),
            "seed " + seed);
        List<Long> less = new ArrayList<>(within);
        less.set(3, within.get(3) - 1);
        assertEquals(
            Verdict.Outcome.FAILS,
            FrontierCheck.cover(problem, stated, less, FREE).outcome(),
            "seed " + seed);
      }
    }
    assertTrue(bounded > 20, "bounded " + bounded);
  }

  private static boolean covers(List<Long> kept, List<Long> vector, List<Long> within) {
    for (int party = 0; party < vector.size(); party++) {
      if (kept.get(party) < vector.get(party) - within.get(party)) {
        return false;
      }
    }
    return true;
  }

  @Test
  void holdsNoMoreVectorsThanTheBudgetHasStates() {
    for (long seed = 0; seed < 40; seed++) {
      Problem problem = RandomProblems.of(RandomProblems.kind(seed), 4, 8, 4, seed);
      Finding<Frontier> finding = Frontiers.find(problem, Budget.unlimited().withStates(400));
      Frontier frontier = finding.findAnswer().orElseThrow();
      long held = 0;
      for (int layer = 0; layer <= 8; layer++) {
        held += frontier.keptAfter(layer).getFirst().size();
      }
      assertTrue(held <= 400, "seed " + seed + " held " + held);
    }
  }

  @Test
  void aCoverWithLinkagesKeepsWhatItSays() {
    int bounded = 0;
    for (long seed = 0; seed < Effort.of(150, 400); seed++) {
      Problem problem = RandomProblems.small(seed);
      Finding<Frontier> finding = Frontiers.find(problem, Budget.unlimited().withStates(30));
      if (finding
          instanceof
          Finding.Bounded<Frontier>(Frontier frontier, PackageBound.Cover(List<Long> within), _)) {
        bounded++;
        assertEquals(
            Verdict.Outcome.HOLDS,
            FrontierCheck.cover(
                    problem, new FrontierCertificate(frontier, problem.everyone()), within, FREE)
                .outcome(),
            "seed " + seed);
      }
    }
    assertTrue(bounded > Effort.of(10, 40), "bounded " + bounded);
  }

  @Test
  void stopsAtOnceWhenToldTo() {
    Problem problem = RandomProblems.of(RandomProblems.Kind.C, 6, 30, 5, 1);
    Finding<Frontier> finding = Frontiers.find(problem, Budget.unlimited().withStop(() -> true));
    assertFalse(finding instanceof Finding.Proved);
    assertTrue(finding.findAnswer().orElseThrow().size() > 0);
  }
}
