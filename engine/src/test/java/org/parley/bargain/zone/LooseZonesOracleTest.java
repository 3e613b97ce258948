package org.parley.bargain.zone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.parley.bargain.BruteForce;
import org.parley.bargain.Problem;
import org.parley.bargain.RandomProblems;
import org.parley.bargain.graph.Layers;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.exact.Meter;

/// Where linkages are left out, what is said of a zone still holds.
class LooseZonesOracleTest {

  /// So few states that nothing is counted exactly.
  private static final Budget FREE = Budget.unlimited().withStates(1);

  @Test
  void theCountLiesBetweenTheTwoNumbersAndTheEstimateIsClose() {
    for (long seed = 0; seed < 200; seed++) {
      Problem problem = RandomProblems.small(seed);
      int exact = BruteForce.acceptable(problem, problem.everyone()).size();
      Layers loose = Layers.loose(problem, problem.everyone());
      Finding<Zone> finding = Zones.find(loose, problem.everyone(), FREE);
      if (finding instanceof Finding.Impossible) {
        assertEquals(0, exact, "seed " + seed);
        continue;
      }
      Zone zone = finding.findAnswer().orElseThrow();
      assertTrue(zone.atLeast().longValueExact() <= exact, "seed " + seed);
      assertTrue(zone.atMost().longValueExact() >= exact, "seed " + seed);
      CountEstimate estimate = zone.count(seed, 4_000, FREE);
      double room = 2 * (estimate.high() - estimate.low()) + 1e-6 * exact;
      assertEquals((double) exact, estimate.count(), room, "seed " + seed);
    }
  }

  @Test
  void drawsAreUniform() {
    int tested = 0;
    for (long seed = 0; tested < 10; seed++) {
      Problem problem = RandomProblems.small(seed);
      List<int[]> all = BruteForce.acceptable(problem, problem.everyone());
      boolean linked = !problem.linkages().isEmpty() || !problem.jointWorths().isEmpty();
      if (!linked || all.size() < 2 || all.size() > 30) {
        continue;
      }
      Layers loose = Layers.loose(problem, problem.everyone());
      if (!(Zones.find(loose, problem.everyone(), FREE)
          instanceof Finding.Bounded<Zone>(Zone zone, _, _))) {
        continue;
      }
      tested++;
      SplittableRandom random = new SplittableRandom(seed);
      Map<List<Integer>, Integer> drawn = new HashMap<>();
      for (int draw = 0; draw < 300 * all.size(); draw++) {
        int[] options = zone.draw(random, new Meter(FREE)).orElseThrow();
        drawn.merge(Arrays.stream(options).boxed().toList(), 1, Integer::sum);
      }
      assertEquals(all.size(), drawn.size(), "seed " + seed);
      double chiSquare = 0;
      for (int count : drawn.values()) {
        chiSquare += (count - 300.0) * (count - 300.0) / 300;
      }
      double freedom = all.size() - 1;
      assertTrue(
          chiSquare < freedom + 4.5 * Math.sqrt(2 * freedom) + 5, "seed " + seed + " " + chiSquare);
    }
  }
}
