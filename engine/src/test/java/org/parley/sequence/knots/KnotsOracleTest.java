package org.parley.sequence.knots;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.parley.sequence.Worlds.knots;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.Effort;
import org.parley.check.KnotsCheck;
import org.parley.check.SequenceCheck;
import org.parley.check.Verdict;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.sequence.BruteForce;
import org.parley.sequence.RandomSequences;
import org.parley.sequence.SequenceProblem;

class KnotsOracleTest {

  /// Brute force takes ten times as long as the proof.
  private static final int BY_BRUTE_FORCE = Effort.of(300, 1000);

  private static final int CASES = Effort.of(900, 3000);
  private static final int MANY = 30_000;

  private static final Comparator<Knot> FEWEST_DEMANDS_FIRST =
      Comparator.<Knot>comparingInt(knot -> knot.demands().size())
          .thenComparing(knot -> knot.demands().toString())
          .thenComparing(knot -> new TreeMap<>(knot.readings()).toString());

  @Test
  void findsTheKnotsOfBruteForce() {
    compare(0, BY_BRUTE_FORCE);
  }

  @Test
  @Tag("long")
  void findsTheKnotsOfBruteForceInManyCases() {
    compare(BY_BRUTE_FORCE, MANY);
  }

  private static void compare(long from, long to) {
    for (long seed = from; seed < to; seed++) {
      SequenceProblem problem = RandomSequences.next(new Random(seed));
      Set<String> found = new HashSet<>();
      List<Knot> knots = knots(problem);
      assertEquals(knots.stream().sorted(FEWEST_DEMANDS_FIRST).toList(), knots, "seed " + seed);
      for (Knot knot : knots) {
        assertEquals(
            new Verdict.Holds(),
            SequenceCheck.verify(knot, problem, Budget.unlimited()),
            "seed " + seed);
        found.add(knot.demands() + " " + new TreeMap<>(knot.readings()));
      }
      assertEquals(BruteForce.knots(problem), found, "seed " + seed);
      assertSame(knots, problem, Knots.byDemands(problem, Budget.unlimited()), "seed " + seed);
    }
  }

  private static void assertSame(
      List<Knot> knots, SequenceProblem problem, List<Knot> others, String seed) {
    assertEquals(
        knots.stream().map(KnotsOracleTest::apartFromLoops).toList(),
        others.stream().map(KnotsOracleTest::apartFromLoops).toList(),
        seed);
    for (Knot other : others) {
      assertEquals(
          new Verdict.Holds(), SequenceCheck.verify(other, problem, Budget.unlimited()), seed);
    }
  }

  private static Knot apartFromLoops(Knot knot) {
    return new Knot(knot.demands(), knot.readings(), List.of(), knot.untiedBy());
  }

  /// Ten demands in thirty may be met in two or three ways, so that cycles are too many.
  @Test
  void findsFewKnotsAmongManyWays() {
    int knots = 0;
    for (long seed = 0; seed < Effort.of(6, 40); seed++) {
      SequenceProblem problem = RandomSequences.withManyWays(new Random(seed), 20);
      Finding<List<Knot>> found = Knots.of(problem, Budget.ofSteps(200_000));
      assertInstanceOf(Finding.Exhausted.class, found, "seed " + seed);
      List<Knot> all = found.findAnswer().orElseThrow();
      KnotsCompleteness proof =
          AllKnots.of(problem, all, Budget.unlimited()).findAnswer().orElseThrow();
      assertEquals(
          new Verdict.Holds(),
          KnotsCheck.verify(proof, problem, Budget.unlimited()),
          "seed " + seed);
      knots += all.size();
    }
    assertTrue(knots > 5, "knots " + knots);
  }

  @Test
  void provesThatItFoundAllAndCannotProveItOfFewer() {
    prove(0, CASES);
  }

  @Test
  @Tag("long")
  void provesThatItFoundAllInManyCases() {
    prove(CASES, MANY);
  }

  private static void prove(long from, long to) {
    int fewer = 0;
    for (long seed = from; seed < to; seed++) {
      SequenceProblem problem = RandomSequences.next(new Random(seed));
      List<Knot> knots = knots(problem);
      if (knots.stream().anyMatch(knot -> knot.demands().isEmpty() && knot.readings().isEmpty())) {
        continue;
      }
      KnotsCompleteness proof =
          AllKnots.of(problem, knots, Budget.unlimited()).findAnswer().orElseThrow();
      assertEquals(
          new Verdict.Holds(),
          KnotsCheck.verify(proof, problem, Budget.unlimited()),
          "seed " + seed);
      for (Knot left : knots) {
        List<Knot> rest = new ArrayList<>(knots);
        rest.remove(left);
        fewer++;
        assertTrue(
            !KnotsCheck.verify(
                    new KnotsCompleteness(rest, proof.witnesses()), problem, Budget.unlimited())
                .holds(),
            "seed " + seed);
      }
    }
    assertTrue(fewer > Effort.of(90, 300), "fewer " + fewer);
  }
}
