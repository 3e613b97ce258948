package org.parley.sequence.knots;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.parley.sequence.BigPlan;
import org.parley.sequence.Worlds;

class KnotsScaleTest {

  @Test
  void findsExactlyTheKnotsPlantedInALargePlan() {
    BigPlan plan = BigPlan.of(10_000, 100, 7);
    TreeSet<String> found = new TreeSet<>();
    Worlds.knots(plan.problem()).forEach(knot -> found.add(knot.demands().toString()));
    assertEquals(plan.planted(), found);
  }
}
