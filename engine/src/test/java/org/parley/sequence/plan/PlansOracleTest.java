package org.parley.sequence.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.parley.Effort;
import org.parley.exact.Budget;
import org.parley.exact.Meter;
import org.parley.sequence.RandomSequences;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.bounds.Interpretation;

class PlansOracleTest {

  private static final int CASES = Effort.of(600, 6000);

  /// Every choice of ways is planned; the first of those that last shortest is the plan.
  @Test
  void aPlanTakesTheFirstOfTheShortestWays() {
    int chosen = 0;
    for (long seed = 0; seed < CASES; seed++) {
      SequenceProblem problem = RandomSequences.next(new Random(seed));
      for (Plan plan : Plans.of(problem, Budget.unlimited()).findAnswer().orElse(List.of())) {
        var meter = new Meter(Budget.unlimited());
        Plan best = null;
        for (Interpretation each :
            Interpretation.allWays(new Interpretation(plan.readings(), Map.of()), problem, meter)) {
          Plan other = Plans.keeping(problem, each.readings(), each.ways(), meter);
          if (other != null && (best == null || other.lasting() < best.lasting())) {
            best = other;
          }
        }
        assertEquals(best, plan, "seed " + seed);
        chosen += plan.ways().values().stream().anyMatch(way -> way > 0) ? 1 : 0;
      }
    }
    assertTrue(chosen > 50, "chosen " + chosen);
  }
}
