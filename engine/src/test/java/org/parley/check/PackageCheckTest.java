package org.parley.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.bargain.Problem;
import org.parley.bargain.RandomProblems;
import org.parley.bargain.clash.Bridges;
import org.parley.bargain.clash.Clashes;
import org.parley.bargain.frontier.Frontier;
import org.parley.bargain.frontier.FrontierCertificate;
import org.parley.bargain.frontier.Frontiers;
import org.parley.bargain.solve.Solution;
import org.parley.bargain.solve.SolutionCertificate;
import org.parley.bargain.solve.Solutions;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.exact.Rational;

class PackageCheckTest {

  private static final Budget FREE = Budget.unlimited();

  @Test
  void acceptsEverySolutionFound() {
    int checked = 0;
    for (long seed = 0; seed < 200; seed++) {
      Problem problem = RandomProblems.small(seed);
      for (Solution.Kind kind : Solution.Kind.values()) {
        if (Solutions.find(problem, kind, FREE)
            instanceof
            Finding.Proved<Solution>(Solution solution, SolutionCertificate certificate)) {
          checked++;
          assertEquals(
              PackageCheck.Verdict.HOLDS,
              PackageCheck.solution(problem, solution, certificate, FREE),
              "seed " + seed + " " + kind);
        }
      }
    }
    assertTrue(checked > 500, "checked " + checked);
  }

  @Test
  void rejectsASolutionThatIsNotTheBest() {
    int rejected = 0;
    for (long seed = 0; seed < 50; seed++) {
      Problem problem = RandomProblems.of(RandomProblems.Kind.U, 3, 4, 3, seed);
      if (Solutions.find(problem, Solution.Kind.NASH, FREE)
          instanceof Finding.Proved<Solution>(_, SolutionCertificate certificate)) {
        List<Long> worths = new ArrayList<>();
        for (long worth : problem.worths(new int[4])) {
          worths.add(worth);
        }
        Solution.Outcome other = new Solution.Outcome(worths, List.of(0, 0, 0, 0));
        Solution worse = new Solution(Solution.Kind.NASH, Rational.ONE, List.of(other), false);
        SolutionCertificate claimed =
            new SolutionCertificate(
                certificate.kind(),
                worths,
                certificate.floor(),
                certificate.unit(),
                certificate.multipliers());
        boolean isBest = worths.equals(certificate.best());
        rejected += isBest ? 0 : 1;
        PackageCheck.Verdict verdict = PackageCheck.solution(problem, worse, claimed, FREE);
        if (!isBest) {
          assertNotEquals(PackageCheck.Verdict.HOLDS, verdict, "seed " + seed);
        }
      }
    }
    assertTrue(rejected > 40, "rejected " + rejected);
  }

  @Test
  void acceptsEveryFrontierFound() {
    for (long seed = 0; seed < 40; seed++) {
      Problem problem =
          RandomProblems.withBaselines(
              RandomProblems.of(RandomProblems.kind(seed), 2 + (int) (seed % 4), 5, 3, seed), 40);
      if (Frontiers.find(problem, FREE)
          instanceof Finding.Proved<Frontier>(_, FrontierCertificate certificate)) {
        assertEquals(
            PackageCheck.Verdict.HOLDS,
            PackageCheck.frontier(problem, certificate, FREE),
            "seed " + seed);
      }
    }
  }

  @Test
  void rejectsAFrontierOfAnotherProblem() {
    Problem one = RandomProblems.of(RandomProblems.Kind.U, 3, 5, 3, 1);
    Problem other = RandomProblems.of(RandomProblems.Kind.U, 3, 5, 3, 2);
    if (Frontiers.find(one, FREE)
        instanceof Finding.Proved<Frontier>(_, FrontierCertificate certificate)) {
      assertEquals(PackageCheck.Verdict.FAILS, PackageCheck.frontier(other, certificate, FREE));
    }
  }

  @Test
  void acceptsEveryListOfClashes() {
    for (long seed = 0; seed < 100; seed++) {
      Problem problem = RandomProblems.withBaselines(RandomProblems.small(seed), 75);
      Clashes clashes = Bridges.find(problem, FREE).findAnswer().orElse(null);
      if (clashes != null) {
        assertEquals(
            PackageCheck.Verdict.HOLDS, PackageCheck.clashes(problem, clashes), "seed " + seed);
      }
    }
  }
}
