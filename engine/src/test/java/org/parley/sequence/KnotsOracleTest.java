package org.parley.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.parley.check.SequenceCheck;
import org.parley.exact.Budget;
import org.parley.exact.Finding;

class KnotsOracleTest {

  private static final int CASES = 1000;

  @Test
  void findsTheKnotsOfBruteForce() {
    for (long seed = 0; seed < CASES; seed++) {
      SequenceProblem problem = RandomSequences.next(new Random(seed));
      Set<String> found = new HashSet<>();
      for (Knot knot : knots(problem)) {
        assertEquals(Optional.empty(), SequenceCheck.problemWith(knot, problem), "seed " + seed);
        found.add(knot.demands() + " " + new TreeMap<>(knot.readings()));
      }
      assertEquals(BruteForce.knots(problem), found, "seed " + seed);
    }
  }

  static List<Knot> knots(SequenceProblem problem) {
    if (Knots.of(problem, Budget.unlimited())
        instanceof Finding.Proved<List<Knot>>(List<Knot> knots, _)) {
      return knots;
    }
    throw new AssertionError("not proved: " + problem);
  }
}
