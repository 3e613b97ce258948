package org.parley.bargain.zone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.parley.bargain.BruteForce;
import org.parley.bargain.Problem;
import org.parley.bargain.RandomProblems;
import org.parley.exact.Budget;
import org.parley.exact.Meter;

class CompletionBoundsOracleTest {

  private static Meter free() {
    return new Meter(Budget.unlimited());
  }

  @Test
  void bothSidesMeetWhereAllIsFollowedAndEncloseTheCountElsewhere() {
    int some = 0;
    int apart = 0;
    int refused = 0;
    for (long seed = 0; seed < 1500; seed++) {
      Problem problem = RandomProblems.withoutBudgets(RandomProblems.small(seed)).withoutCaps();
      int parties = seed % 3 == 0 ? problem.everyone() : 1 + (int) (seed % problem.everyone());
      BigInteger exact = BigInteger.valueOf(BruteForce.acceptable(problem, parties).size());
      CompletionBounds all =
          Objects.requireNonNull(CompletionBounds.of(problem, parties, 1 << 20, 1 << 20, free()));
      assertEquals(exact, all.atLeast(), "seed " + seed);
      assertEquals(exact, all.atMost(), "seed " + seed);
      some += exact.signum();
      for (int width : new int[] {0, 1, 3}) {
        CompletionBounds few =
            Objects.requireNonNull(CompletionBounds.of(problem, parties, 1 << 20, width, free()));
        assertTrue(few.atLeast().compareTo(exact) <= 0, "seed " + seed);
        assertTrue(few.atMost().compareTo(exact) >= 0, "seed " + seed);
        apart += few.atLeast().equals(few.atMost()) ? 0 : 1;
      }
      refused += CompletionBounds.of(problem, parties, 1, 1, free()) == null ? 1 : 0;
    }
    assertTrue(some > 500 && apart > 50 && refused > 50, some + " " + apart + " " + refused);
  }

  /// Wherever the meter stops, there are either no bounds or true ones.
  @Test
  void aStoppedSearchHasTrueBounds() {
    Problem problem =
        RandomProblems.withBaselines(RandomProblems.of(RandomProblems.Kind.U, 3, 6, 4, 1), 55);
    BigInteger exact = BigInteger.valueOf(BruteForce.acceptable(problem, 7).size());
    int bounded = 0;
    for (int steps = 0; steps < 3_000; steps += 50) {
      CompletionBounds bounds =
          CompletionBounds.of(problem, 7, 1 << 20, 1 << 20, new Meter(Budget.ofSteps(steps)));
      if (bounds != null) {
        bounded += bounds.atLeast().equals(bounds.atMost()) ? 0 : 1;
        assertTrue(bounds.atLeast().compareTo(exact) <= 0, "steps " + steps);
        assertTrue(bounds.atMost().compareTo(exact) >= 0, "steps " + steps);
      }
    }
    assertTrue(bounded > 2, "bounded " + bounded);
  }

  @Test
  void budgetsAreRefused() {
    assertNull(
        CompletionBounds.of(
            BudgetZonesOracleTest.knapsack(2, 4, 1, false, 1), 3, 100, 100, free()));
  }
}
