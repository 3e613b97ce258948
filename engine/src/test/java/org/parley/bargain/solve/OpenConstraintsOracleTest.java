package org.parley.bargain.solve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.bargain.OptionSet;
import org.parley.bargain.PackageConstraint;
import org.parley.bargain.Problem;
import org.parley.bargain.RandomProblems;
import org.parley.bargain.graph.Layers;

class OpenConstraintsOracleTest {

  /// The exclusions of a relaxed graph, applied one term at a time, as slowly as they are defined.
  private static final class Slow {
    private final Layers layers;

    Slow(Layers layers) {
      this.layers = layers;
    }

    private boolean fulfils(Layers.Exclusion exclusion, int term, int step) {
      BitSet options = exclusion.options().get(term);
      return options.get(layers.layers.get(exclusion.layers().get(term)).option()[step]);
    }

    /// Whether each open step of a point fulfils the term, so that every package does.
    private boolean holds(Layers.Exclusion exclusion, int term, long[] open) {
      int point = exclusion.layers().get(term);
      for (int step = 0; step < Long.SIZE; step++) {
        if (((open[point] >>> step) & 1) == 1 && !fulfils(exclusion, term, step)) {
          return false;
        }
      }
      return true;
    }

    /// Whether the last term of an exclusion is all that is left to break it.
    private boolean isForced(Layers.Exclusion exclusion, int last, long[] open) {
      for (int term = 0; term < exclusion.layers().size(); term++) {
        if (term != last && !holds(exclusion, term, open)) {
          return false;
        }
      }
      return true;
    }

    boolean propagate(long[] open) {
      boolean changed = true;
      while (changed) {
        changed = false;
        for (Layers.Exclusion exclusion : layers.exclusions()) {
          for (int term = 0; term < exclusion.layers().size(); term++) {
            int point = exclusion.layers().get(term);
            for (int step = 0; step < layers.layers.get(point).steps(); step++) {
              boolean isOpen = ((open[point] >>> step) & 1) == 1;
              if (isOpen && fulfils(exclusion, term, step) && isForced(exclusion, term, open)) {
                open[point] &= ~(1L << step);
                changed = true;
              }
            }
          }
        }
      }
      return Arrays.stream(open).allMatch(each -> each != 0);
    }

    /// The packages left, each by its steps.
    List<int[]> packages(long[] open) {
      List<int[]> found = new ArrayList<>();
      list(0, new int[open.length], open, found);
      return found;
    }

    private void list(int point, int[] steps, long[] open, List<int[]> found) {
      if (point == open.length) {
        for (Layers.Exclusion exclusion : layers.exclusions()) {
          boolean isWhole = true;
          for (int term = 0; term < exclusion.layers().size(); term++) {
            isWhole &= fulfils(exclusion, term, steps[exclusion.layers().get(term)]);
          }
          if (isWhole) {
            return;
          }
        }
        found.add(steps.clone());
        return;
      }
      for (long rest = open[point]; rest != 0; rest &= rest - 1) {
        steps[point] = Long.numberOfTrailingZeros(rest);
        list(point + 1, steps, open, found);
      }
    }
  }

  @Test
  void strikesOutWhatOneTermAfterTheOtherDoesAndNoPackage() {
    int struck = 0;
    int ended = 0;
    for (long seed = 0; seed < 3_000; seed++) {
      Problem problem = RandomProblems.small(seed);
      Layers layers = Layers.loose(problem, problem.everyone());
      if (layers.isEmpty() || layers.exclusions().isEmpty()) {
        continue;
      }
      Random random = new Random(seed);
      long[] open = new long[layers.size()];
      for (int point = 0; point < open.length; point++) {
        int steps = layers.layers.get(point).steps();
        open[point] =
            random.nextBoolean() ? (1L << steps) - 1 : 1 + random.nextLong((1L << steps) - 1);
      }
      Slow slow = new Slow(layers);
      List<int[]> before = slow.packages(open);
      long[] expected = open.clone();
      boolean isLeft = slow.propagate(expected);
      long[] found = open.clone();
      assertEquals(isLeft, new OpenConstraints(layers).strikeOut(found), "seed " + seed);
      if (isLeft) {
        assertArrayEquals(expected, found, "seed " + seed);
        assertEquals(before.size(), slow.packages(found).size(), "seed " + seed);
        struck += Arrays.equals(open, found) ? 0 : 1;
      } else {
        assertTrue(before.isEmpty(), "seed " + seed);
        ended++;
      }
    }
    assertTrue(struck > 100, "struck " + struck);
    assertTrue(ended > 30, "ended " + ended);
  }

  private static PackageConstraint forbidden(int point, int option, int other, int otherOption) {
    return new PackageConstraint.Forbidden(
        "no " + point + "-" + other,
        List.of(new OptionSet(point, Set.of(option)), new OptionSet(other, Set.of(otherOption))));
  }

  /// Three points with two options. The one left of the first point forces the second, and this one
  /// the third, in whatever order the exclusions are written.
  @Test
  void goesOnUntilNothingMoreFollows() {
    List<PackageConstraint> chain = List.of(forbidden(1, 1, 2, 1), forbidden(0, 1, 1, 0));
    for (List<PackageConstraint> linkages : List.of(chain, chain.reversed())) {
      Layers layers = loose(linkages);
      long[] open = {0b10, 0b11, 0b11};
      assertTrue(new OpenConstraints(layers).strikeOut(open));
      assertArrayEquals(new long[] {0b10, 0b10, 0b01}, open);
    }
  }

  @Test
  void reportsThatNoPackageIsLeft() {
    Layers layers = loose(List.of(forbidden(0, 1, 1, 0), forbidden(0, 1, 1, 1)));
    assertFalse(new OpenConstraints(layers).strikeOut(new long[] {0b10, 0b11, 0b11}));
    assertFalse(new OpenConstraints(layers).strikeOut(new long[] {0b10, 0b01, 0b11}));
    long[] free = {0b11, 0b11, 0b11};
    assertTrue(new OpenConstraints(layers).strikeOut(free));
    assertArrayEquals(new long[] {0b11, 0b11, 0b11}, free);
  }

  private static Layers loose(List<PackageConstraint> linkages) {
    Problem problem = RandomProblems.problem(new long[1][3][2], new Long[1], linkages, List.of());
    Layers layers = Layers.loose(problem, problem.everyone());
    assertEquals(2, layers.exclusions().size());
    return layers;
  }
}
