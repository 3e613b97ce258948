package org.parley.sequence.knots;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.parley.model.step.DemandId;
import org.parley.sequence.RandomSequences;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.TimedDemand;
import org.parley.sequence.Worlds;

class SequenceLawTest {

  private static final int CASES = 2000;

  private static Set<String> told(SequenceProblem problem) {
    Set<String> told = new HashSet<>();
    for (Knot knot : Worlds.knots(problem)) {
      told.add(knot.demands() + " " + new TreeMap<>(knot.readings()));
    }
    return told;
  }

  @Test
  void renamingAndReorderingDemandsOnlyRenamesKnots() {
    for (long seed = 0; seed < CASES; seed++) {
      SequenceProblem problem = RandomSequences.next(new Random(seed));
      List<TimedDemand> renamed = new ArrayList<>();
      for (TimedDemand each : problem.demands()) {
        renamed.addFirst(
            new TimedDemand(
                new DemandId("x" + each.id()),
                each.text(),
                each.by(),
                each.said(),
                each.claims(),
                each.anyOf(),
                each.open(),
                each.inferred()));
      }
      Set<String> expected = new HashSet<>();
      told(problem).forEach(knot -> expected.add(knot.replaceAll("\\bd(\\d)", "xd$1")));
      assertEquals(expected, told(problem.withDemands(renamed)), "seed " + seed);
    }
  }

  @Test
  void anotherDemandNeverTakesAKnotAway() {
    for (long seed = 0; seed < CASES; seed++) {
      SequenceProblem problem = RandomSequences.next(new Random(seed));
      List<TimedDemand> fewer = new ArrayList<>(problem.demands());
      fewer.removeLast();
      Set<String> knots = told(problem);
      for (String knot : told(problem.withDemands(fewer))) {
        assertTrue(knots.contains(knot), "seed " + seed + ": " + knot);
      }
    }
  }

  @Test
  void droppingAWayOutUnties() {
    for (long seed = 0; seed < CASES; seed++) {
      SequenceProblem problem = RandomSequences.next(new Random(seed));
      for (WayOut way : WaysOutOracleTest.together(WaysOutOracleTest.groups(problem))) {
        List<TimedDemand> rest = new ArrayList<>(problem.demands());
        rest.removeIf(demand -> way.drop().contains(demand.id()));
        for (Knot knot : Worlds.knots(problem.withDemands(rest))) {
          assertTrue(
              Readings.conflict(knot.readings(), way.readings())
                  || WaysOutOracleTest.groups(problem).isEmpty(),
              "seed " + seed);
        }
      }
    }
  }

  @Test
  void droppingTheWholeKnotLeavesTheOthers() {
    for (long seed = 0; seed < CASES; seed++) {
      SequenceProblem problem = RandomSequences.next(new Random(seed));
      for (Knot knot : Worlds.knots(problem)) {
        List<TimedDemand> alone = new ArrayList<>(problem.demands());
        alone.removeIf(demand -> !knot.demands().contains(demand.id()));
        assertTrue(
            told(problem.withDemands(alone))
                .contains(knot.demands() + " " + new TreeMap<>(knot.readings())),
            "seed " + seed);
        Map<?, ?> readings = knot.readings();
        assertTrue(readings.size() <= problem.terms().size());
      }
    }
  }
}
