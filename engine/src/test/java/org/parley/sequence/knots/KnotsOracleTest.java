package org.parley.sequence.knots;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.parley.sequence.Worlds.knots;

import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.parley.check.SequenceCheck;
import org.parley.sequence.BruteForce;
import org.parley.sequence.RandomSequences;
import org.parley.sequence.SequenceProblem;

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
}
