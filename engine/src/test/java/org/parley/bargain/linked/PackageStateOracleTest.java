package org.parley.bargain.linked;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.parley.Effort;
import org.parley.bargain.Problem;
import org.parley.bargain.RandomProblems;

/// The worths of neighbours beside those of whole packages.
class PackageStateOracleTest {

  @Test
  void neighboursAreWorthAsMuchAsThePackagesThatTheyAre() {
    int tried = 0;
    for (long seed = 1; seed <= Effort.of(60, 600); seed++) {
      Problem problem = RandomProblems.small(seed);
      LinkedForm form = problem.parties().size() < 2 ? null : LinkedForm.of(problem, 3);
      if (form != null && form.points() > 0) {
        walk(form, new Random(seed), "seed " + seed);
        tried++;
      }
    }
    assertTrue(tried > 10, tried + " problems");
  }

  private static void walk(LinkedForm form, Random random, String seed) {
    int[] steps = new int[form.points()];
    PackageState state = new PackageState(form);
    state.take(steps);
    for (int change = 0; change < 20; change++) {
      int point = random.nextInt(steps.length);
      state.look(point);
      for (int step = 0; step < form.steps(point); step++) {
        int[] other = state.steps().clone();
        other[point] = step;
        long[] worths = {state.worth(0, step), state.worth(1, step)};
        assertArrayEquals(form.worths(other), worths, seed);
        assertEquals(form.allows(other), state.allows(step), seed);
      }
      state.set(point, random.nextInt(form.steps(point)));
    }
  }
}
