package org.parley.bargain.frontier;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.bargain.BruteForce;
import org.parley.bargain.PackageBound;
import org.parley.bargain.Problem;
import org.parley.bargain.RandomProblems;
import org.parley.bargain.graph.Layers;
import org.parley.check.FrontierCheck;
import org.parley.check.Verdict;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.exact.StoppedBy;

/// A few packages cover the frontier within what is said.
class RayCoverOracleTest {

  private static final Budget FREE = Budget.unlimited();

  @Test
  void coversEveryAcceptablePackage() {
    int covered = 0;
    for (long seed = 0; seed < 400; seed++) {
      Problem problem = RandomProblems.small(seed);
      int all = problem.everyone();
      Layers loose = Layers.loose(problem, all);
      boolean linked = !problem.linkages().isEmpty() || !problem.jointWorths().isEmpty();
      if (!linked || loose.isEmpty()) {
        continue;
      }
      switch (new RayCover(problem, all, loose, FREE).find(StoppedBy.STATES)) {
        case Finding.Bounded<Frontier>(
                Frontier found,
                PackageBound.Cover(List<Long> within),
                _) -> {
          covered++;
          for (int entry = 0; entry < found.size(); entry++) {
            int[] options = found.packageOf(entry);
            assertArrayEquals(found.worths(entry), problem.worths(options), "seed " + seed);
          }
          assertEquals(
              Verdict.Outcome.HOLDS,
              FrontierCheck.cover(problem, new FrontierCertificate(found, all), within, FREE)
                  .outcome(),
              "seed " + seed);
        }
        case Finding.Impossible<Frontier> _ ->
            assertTrue(BruteForce.acceptable(problem, all).isEmpty(), "seed " + seed);
        case Finding<Frontier> other -> throw new AssertionError("seed " + seed + " " + other);
      }
    }
    assertTrue(covered > 200, "covered " + covered);
  }

  @Test
  void saysSoWhereNothingWasFound() {
    Problem problem = RandomProblems.of(RandomProblems.Kind.U, 3, 8, 4, 1);
    Layers loose = Layers.loose(problem, problem.everyone());
    Budget none = Budget.unlimited().withSteps(0).withStop(() -> true);
    Finding<Frontier> finding =
        new RayCover(RandomProblems.withBaselines(problem, 95), 7, loose, none)
            .find(StoppedBy.SIGNAL);
    assertTrue(finding instanceof Finding.Bounded);
  }
}
