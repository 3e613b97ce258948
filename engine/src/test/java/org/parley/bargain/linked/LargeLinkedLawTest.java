package org.parley.bargain.linked;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.parley.Effort;
import org.parley.bargain.Problem;
import org.parley.bargain.RandomProblems;
import org.parley.bargain.frontier.FairSolutions;
import org.parley.bargain.frontier.Frontier;
import org.parley.bargain.frontier.Frontiers;
import org.parley.bargain.solve.Solution;
import org.parley.check.Check;
import org.parley.check.Verdict;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.exact.Meter;

/// Linked problems of two parties that are far too large to enumerate: each is proved within some
/// nodes, and the proof holds.
class LargeLinkedLawTest {

  /// Bounds of nodes; a search that goes astray needs as many as there are packages.
  private static final long NODES = 60_000;

  @Test
  void extremesOfAPartyNeedFewNodes() {
    for (long seed = 0; seed < Effort.of(6, 40); seed++) {
      Problem problem =
          RandomProblems.linked(new Random(seed), 50, (int) (seed % 3), seed % 2 == 1);
      for (int party = 0; party < 2; party++) {
        for (boolean isMost : List.of(true, false)) {
          Meter meter = new Meter(Budget.ofSteps(NODES));
          assertNotNull(
              LinkedExtreme.find(problem, party, isMost, meter),
              "seed " + seed + " party " + party + " most " + isMost);
        }
      }
    }
  }

  /// With joint worths or without, the proof of an extreme under budgets is checked in few steps.
  @Test
  void extremesUnderBudgetsAreVerified() {
    for (long seed = 0; seed < Effort.of(4, 20); seed++) {
      Problem linked = RandomProblems.linked(new Random(seed), 30, 1 + (int) (seed % 2), true);
      for (Problem problem : List.of(linked, withoutJointWorths(linked))) {
        for (boolean isBest : List.of(true, false)) {
          Finding<Solution> found =
              isBest
                  ? FairSolutions.best(problem, 0, Budget.ofSteps(NODES))
                  : FairSolutions.worst(problem, 0, Budget.ofSteps(NODES));
          String name = "seed " + seed + " best " + isBest;
          assertInstanceOf(Finding.Proved.class, found, name);
          assertEquals(
              new Verdict.Holds(), Check.verify(problem, found, Budget.ofSteps(NODES)), name);
        }
      }
    }
  }

  /// The floors of parties without baselines are part of the proof.
  @Test
  void solutionsAreVerified() {
    for (long seed = 0; seed < Effort.of(4, 20); seed++) {
      Problem problem =
          RandomProblems.linked(new Random(seed), 30, (int) (seed % 3), seed % 2 == 1);
      Finding<Solution> found =
          FairSolutions.find(problem, Solution.Kind.NASH, Budget.ofSteps(NODES));
      assertInstanceOf(Finding.Proved.class, found, "seed " + seed);
      assertEquals(
          new Verdict.Holds(),
          Check.verify(problem, found, Budget.ofSteps(10 * NODES)),
          "seed " + seed);
    }
  }

  @Test
  void frontiersUnderBudgetsAreProved() {
    int vectors = 0;
    for (long seed = 0; seed < Effort.of(4, 20); seed++) {
      Problem linked = RandomProblems.linked(new Random(seed), 24, (int) (seed % 3), seed % 2 == 1);
      Problem problem = seed % 3 == 2 && seed % 4 == 2 ? withoutJointWorths(linked) : linked;
      Finding<Frontier> found = Frontiers.find(problem, Budget.ofSteps(NODES));
      assertInstanceOf(Finding.Proved.class, found, "seed " + seed);
      assertEquals(
          new Verdict.Holds(), Check.verify(problem, found, Budget.unlimited()), "seed " + seed);
      vectors += found.findAnswer().orElseThrow().size();
    }
    assertTrue(vectors > 40, vectors + " vectors");
  }

  private static Problem withoutJointWorths(Problem problem) {
    return new Problem(
        problem.parties(), problem.points(), problem.linkages(), List.of(), problem.signing());
  }

  /// Whatever the search has steps for, each rule answers.
  @Test
  void everyRuleAnswersWithinAnySteps() {
    Problem problem = RandomProblems.linked(new Random(3), 50, 0, true);
    Solution.Kind[] kinds = Solution.Kind.values();
    for (int at = 0; at < Effort.of(2, kinds.length); at++) {
      Solution.Kind kind = kinds[at];
      for (long steps = 1; steps < Effort.of(200, 20_000); steps *= 100) {
        Finding<Solution> found = FairSolutions.find(problem, kind, Budget.ofSteps(steps));
        assertTrue(found.isComplete() || found instanceof Finding.Bounded, kind + " in " + steps);
      }
    }
  }
}
