package org.parley.bargain.zone;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.bargain.BruteForce;
import org.parley.bargain.JointWorth;
import org.parley.bargain.OptionSet;
import org.parley.bargain.PackageConstraint;
import org.parley.bargain.Problem;
import org.parley.bargain.RandomProblems;
import org.parley.bargain.graph.Layers;
import org.parley.exact.Budget;
import org.parley.exact.Meter;

/// The ways of counting agree with each other; switching one off changes nothing.
class CountsOracleTest {

  private static final long PLENTY = 50_000_000;

  private static Meter free() {
    return new Meter(Budget.unlimited());
  }

  private static long[] grains(Layers layers, long grain) {
    long[] grains = new long[layers.parties()];
    Arrays.fill(grains, grain);
    return grains;
  }

  private static void assertAgree(Layers layers, long grain, boolean up, String what) {
    DecisionDiagram diagram =
        Objects.requireNonNull(
            DecisionDiagram.of(layers, grains(layers, grain), up, PLENTY, free()), what);
    DenseTableCount dense =
        Objects.requireNonNull(
            DenseTableCount.of(layers, grains(layers, grain), up, PLENTY, 2, free()), what);
    assertEquals(diagram.total(), dense.total(), what);
    if (diagram.total().signum() > 0) {
      BigInteger[][] expected = diagram.byOption(free());
      BigInteger[][] counted = dense.byOption(free());
      for (int at = 0; at < expected.length; at++) {
        assertArrayEquals(expected[at], counted[at], what);
      }
    }
  }

  @Test
  void tablesCountWhatTheDiagramCounts() {
    int compared = 0;
    for (long seed = 0; seed < 400; seed++) {
      Problem problem = RandomProblems.small(seed);
      Layers layers = Layers.of(problem, problem.everyone(), () -> false);
      // Wide worths do not fit into tables.
      boolean narrow =
          problem.parties().stream()
              .flatMap(party -> party.worths().stream())
              .flatMap(List::stream)
              .allMatch(worth -> Math.abs(worth) < 1000);
      if (!layers.isEmpty() && narrow && layers.parties() <= 4) {
        compared++;
        assertAgree(layers, 1 + seed % 3, seed % 2 == 0, "seed " + seed);
      }
    }
    assertTrue(compared > 100, "compared " + compared);
  }

  @Test
  void pairsOfHalvesCountWhatTheDiagramCounts() {
    int compared = 0;
    for (long seed = 0; seed < 1_000; seed++) {
      Problem problem = RandomProblems.small(seed);
      Layers layers = Layers.of(problem, problem.everyone(), () -> false);
      PairCount pairs = layers.isEmpty() ? null : PairCount.of(layers, PLENTY, 1, free());
      if (pairs != null) {
        compared++;
        assertCounts(layers, pairs, "seed " + seed);
      }
    }
    assertTrue(compared > 100, "compared " + compared);
    for (int points = 5; points < 9; points++) {
      for (int parties = 1; parties <= 4; parties++) {
        RandomProblems.Kind kind = RandomProblems.kind(points + parties);
        Problem problem =
            RandomProblems.withBaselines(
                RandomProblems.of(kind, parties, points, 4, points), 40 + 5 * parties);
        Layers layers = Layers.of(problem, problem.everyone(), () -> false);
        PairCount pairs = Objects.requireNonNull(PairCount.of(layers, PLENTY, 1, free()));
        assertCounts(layers, pairs, kind + " " + parties + " " + points);
      }
    }
  }

  /// Worths of millions, in which nearly every partial package differs, count by their ranks.
  @Test
  void pairsOfHalvesCountWorthsOfAnySize() {
    for (int parties = 1; parties <= 7; parties++) {
      Random random = new Random(parties);
      Problem narrow = RandomProblems.of(RandomProblems.Kind.U, parties, 6, 4, parties);
      Problem wide =
          RandomProblems.withBaselines(
              narrow.withParties(
                  narrow.parties().stream().map(party -> widened(party, random)).toList()),
              25 + 5 * parties);
      Layers layers = Layers.of(wide, wide.everyone(), () -> false);
      PairCount pairs = Objects.requireNonNull(PairCount.of(layers, PLENTY, 2, free()));
      assertTrue(pairs.total().signum() > 0, "parties " + parties);
      assertCounts(layers, pairs, "parties " + parties);
    }
  }

  private static Problem.Party widened(Problem.Party party, Random random) {
    return new Problem.Party(
        party.id(),
        party.worths().stream()
            .map(
                row ->
                    row.stream()
                        .map(w -> w * 1_000_000_000_000L + random.nextInt(1 << 30))
                        .toList())
            .toList(),
        party.redLines(),
        null);
  }

  private static @Nullable MeetInTheMiddle halves(
      Layers layers, long most, long fewPairs, Meter meter) {
    return MeetInTheMiddle.of(layers, DenseTableCount.packages(layers), most, fewPairs, 1, meter);
  }

  @Test
  void meetInTheMiddleCountsWhatTheDiagramCounts() {
    int compared = 0;
    for (long seed = 0; seed < 800; seed++) {
      Problem problem = RandomProblems.small(seed);
      int some = seed % 3 == 0 ? problem.everyone() : 1 + (int) (seed % problem.everyone());
      Layers layers = Layers.of(problem, some, () -> false);
      if (!layers.isEmpty()) {
        compared++;
        for (long fewPairs : new long[] {0, MeetInTheMiddle.FEW_PAIRS}) {
          MeetInTheMiddle halves = halves(layers, PLENTY, fewPairs, free());
          assertCounts(layers, Objects.requireNonNull(halves), "seed " + seed);
        }
      }
    }
    assertTrue(compared > 500, "compared " + compared);
  }

  @Test
  void meetInTheMiddleCountsInManyBlocks() {
    for (int parties = 1; parties <= 3; parties++) {
      Problem problem =
          RandomProblems.withBaselines(
              RandomProblems.of(RandomProblems.Kind.W, parties, 10, 5, parties), 45);
      Layers layers = Layers.of(problem, problem.everyone(), () -> false);
      MeetInTheMiddle halves = halves(layers, PLENTY, 0, free());
      assertCounts(layers, Objects.requireNonNull(halves), "parties " + parties);
    }
  }

  @Test
  void meetInTheMiddleListsNoMorePathsThanAllowed() {
    Problem problem = RandomProblems.of(RandomProblems.Kind.U, 3, 6, 4, 1);
    Layers layers = Layers.of(problem, problem.everyone(), () -> false);
    // Four, sixteen and 64 paths in each half.
    assertNotNull(halves(layers, 168, 0, free()));
    assertNull(halves(layers, 167, 0, free()));
    assertNull(halves(layers, PLENTY, 0, new Meter(Budget.ofSteps(0))));
    Problem wide = RandomProblems.of(RandomProblems.Kind.U, 3, 20, 5, 1);
    Layers many = Layers.of(wide, wide.everyone(), () -> false);
    assertNull(halves(many, Long.MAX_VALUE, 0, free()));
    assertNull(halves(Layers.loose(problem, 7), PLENTY, 0, free()));
  }

  @Test
  void anEnumerationCountsWhatTheDiagramCounts() {
    int compared = 0;
    for (long seed = 0; seed < 600; seed++) {
      Problem problem = RandomProblems.small(seed);
      int some = seed % 3 == 0 ? problem.everyone() : 1 + (int) (seed % problem.everyone());
      Layers layers = Layers.of(problem, some, () -> false);
      Enumeration all = Objects.requireNonNull(Enumeration.of(problem, some, free()));
      if (layers.isEmpty()) {
        assertEquals(BigInteger.ZERO, all.total(), "seed " + seed);
        continue;
      }
      compared++;
      DecisionDiagram diagram =
          Objects.requireNonNull(
              DecisionDiagram.of(layers, grains(layers, 1), true, PLENTY, free()));
      assertEquals(diagram.total(), all.total(), "seed " + seed);
      BigInteger[][] byLayer = diagram.byOption(free());
      BigInteger[][] byPoint = all.byOption(free());
      for (int at = 0; at < byLayer.length; at++) {
        assertArrayEquals(
            byLayer[at], byPoint[layers.layers.get(at).point()], "seed " + seed + " layer " + at);
      }
    }
    assertTrue(compared > 400, "compared " + compared);
  }

  /// More conditions than one word of state has bits.
  @Test
  void countsUnderMoreThanSixtyFourConditionsAsBruteForceDoes() {
    int some = 0;
    for (long seed = 0; seed < 12; seed++) {
      Random random = new Random(seed);
      Problem plain =
          RandomProblems.withBaselines(
              RandomProblems.of(RandomProblems.kind(seed), 3, 6, 3, seed), 40);
      List<PackageConstraint> linkages = new ArrayList<>();
      for (int i = 0; i < 45; i++) {
        List<OptionSet> terms = terms(random);
        linkages.add(
            i % 3 == 0
                ? new PackageConstraint.Implication(
                    "i" + i,
                    terms.subList(0, 2),
                    List.of(new OptionSet(terms.get(2).point(), Set.of(0, 1))))
                : new PackageConstraint.Forbidden("f" + i, terms));
      }
      List<JointWorth> joints = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        joints.add(new JointWorth(i % 3, terms(random).subList(0, 2), random.nextInt(-9, 10)));
      }
      Problem problem =
          new Problem(plain.parties(), plain.points(), linkages, joints, plain.signing());
      int expected = BruteForce.acceptable(problem, problem.everyone()).size();
      some += expected > 0 ? 1 : 0;
      Layers layers = Layers.of(problem, problem.everyone(), () -> false);
      assertEquals(expected == 0, layers.isEmpty(), "seed " + seed);
      if (expected > 0) {
        assertEquals(
            BigInteger.valueOf(expected),
            Objects.requireNonNull(
                    DecisionDiagram.of(layers, grains(layers, 1), true, PLENTY, free()))
                .total(),
            "seed " + seed);
      }
    }
    assertTrue(some > 5, "problems with a package " + some);
  }

  private static List<OptionSet> terms(Random random) {
    List<Integer> points = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5));
    Collections.shuffle(points, random);
    return points.subList(0, 3).stream()
        .map(point -> new OptionSet(point, Set.of(random.nextInt(3))))
        .toList();
  }

  @Test
  void anEnumerationGivesUpWhereThereIsTooMuchToGoThrough() {
    Problem free = RandomProblems.of(RandomProblems.Kind.U, 3, 10, 5, 1);
    assertNull(Enumeration.of(free, 7, free()));
    assertNull(Enumeration.of(RandomProblems.of(RandomProblems.Kind.U, 3, 20, 5, 1), 7, free()));
    // Nearly everything is out of reach, so that little has to be gone through.
    Problem narrow = RandomProblems.withBaselines(free, 85);
    Enumeration few = Objects.requireNonNull(Enumeration.of(narrow, 7, free()));
    Layers layers = Layers.of(narrow, 7, () -> false);
    assertEquals(Objects.requireNonNull(halves(layers, PLENTY, 0, free())).total(), few.total());
    Problem small = RandomProblems.of(RandomProblems.Kind.U, 2, 5, 4, 1);
    assertNull(Enumeration.of(small, 3, new Meter(Budget.ofSteps(0))));
  }

  @Test
  void eachWayOfCountingDrawsAllPackagesAndNoOther() {
    Problem problem =
        RandomProblems.withBaselines(RandomProblems.of(RandomProblems.Kind.X, 3, 4, 4, 3), 45);
    Layers layers = Layers.of(problem, 7, () -> false);
    MeetInTheMiddle halves = Objects.requireNonNull(halves(layers, PLENTY, 0, free()));
    Enumeration all = Objects.requireNonNull(Enumeration.of(problem, 7, free()));
    Set<List<Integer>> expected = new HashSet<>();
    BruteForce.acceptable(problem, 7)
        .forEach(options -> expected.add(Arrays.stream(options).boxed().toList()));
    assertTrue(expected.size() > 10, "packages " + expected.size());
    SplittableRandom random = new SplittableRandom(2);
    Set<List<Integer>> fromHalves = new HashSet<>();
    Set<List<Integer>> fromAll = new HashSet<>();
    for (int draw = 0; draw < 40 * expected.size(); draw++) {
      fromHalves.add(Arrays.stream(halves.draw(random)).boxed().toList());
      fromAll.add(Arrays.stream(all.draw(random)).boxed().toList());
    }
    assertEquals(expected, fromHalves);
    assertEquals(expected, fromAll);
  }

  @Test
  void aDiagramNumbersEveryPackageOnce() {
    Problem problem =
        RandomProblems.withBaselines(RandomProblems.of(RandomProblems.Kind.U, 2, 4, 4, 3), 55);
    DecisionDiagram diagram =
        Objects.requireNonNull(
            DecisionDiagram.of(
                Layers.of(problem, 3, () -> false), new long[] {1, 1}, true, PLENTY, free()));
    Set<List<Integer>> numbered = new HashSet<>();
    for (int number = 0; number < diagram.total().intValueExact(); number++) {
      int[] options = diagram.get(BigInteger.valueOf(number));
      numbered.add(Arrays.stream(options).boxed().toList());
    }
    Set<List<Integer>> expected = new HashSet<>();
    BruteForce.acceptable(problem, 3)
        .forEach(options -> expected.add(Arrays.stream(options).boxed().toList()));
    assertEquals(expected, numbered);
    SplittableRandom random = new SplittableRandom(1);
    Set<List<Integer>> drawn = new HashSet<>();
    for (int draw = 0; draw < 30 * expected.size(); draw++) {
      drawn.add(Arrays.stream(diagram.draw(random)).boxed().toList());
    }
    assertEquals(expected, drawn);
  }

  private static void assertCounts(Layers layers, Counts counts, String what) {
    DecisionDiagram diagram =
        Objects.requireNonNull(
            DecisionDiagram.of(layers, grains(layers, 1), true, PLENTY, free()), what);
    assertEquals(diagram.total(), counts.total(), what);
    BigInteger[][] expected = diagram.byOption(free());
    BigInteger[][] counted = counts.byOption(free());
    for (int at = 0; at < expected.length; at++) {
      assertArrayEquals(expected[at], counted[at], what);
    }
  }

  @Test
  void tablesCountBeyondTheWholeNumbersOfTheMachine() {
    for (int points : List.of(28, 40, 52)) {
      Problem problem =
          RandomProblems.withBaselines(
              RandomProblems.of(RandomProblems.Kind.W, 2, points, 5, points), 40);
      assertAgree(Layers.of(problem, problem.everyone(), () -> false), 1, true, points + " points");
    }
    Problem free = RandomProblems.of(RandomProblems.Kind.W, 2, 40, 5, 1);
    DenseTableCount all =
        Objects.requireNonNull(
            DenseTableCount.of(
                Layers.of(free, 3, () -> false), new long[] {1, 1}, true, PLENTY, 2, free()));
    assertEquals(BigInteger.valueOf(5).pow(40), all.total());
  }

  @Test
  void theBoundFromTiltingIsAnUpperBoundAndTheEstimateIsClose() {
    for (long seed = 0; seed < 60; seed++) {
      Problem problem =
          RandomProblems.withBaselines(
              RandomProblems.of(RandomProblems.kind(seed), 2 + (int) (seed % 3), 6, 4, seed), 55);
      long exact = BruteForce.acceptable(problem, problem.everyone()).size();
      ExponentialTilting tilt =
          new ExponentialTilting(Layers.of(problem, problem.everyone(), () -> false), () -> false);
      assertTrue(tilt.atMost().compareTo(BigInteger.valueOf(exact)) >= 0, "seed " + seed);
      CountEstimate estimate = tilt.estimate(seed, 20_000, free());
      assertTrue(estimate.low() <= estimate.count() && estimate.count() <= estimate.high());
      // Twice the half-width of the interval is four standard deviations.
      double room = 2 * (estimate.high() - estimate.low()) + 1e-6 * exact;
      assertEquals((double) exact, estimate.count(), room, "seed " + seed);
    }
  }

  @Test
  void aLargeConstantOnAllWorthsChangesNoBound() {
    Problem problem =
        RandomProblems.withBaselines(RandomProblems.of(RandomProblems.Kind.U, 3, 6, 4, 5), 55);
    Problem shifted =
        problem.withParties(
            problem.parties().stream()
                .map(
                    party ->
                        new Problem.Party(
                            party.id(),
                            party.worths().stream()
                                .map(
                                    row ->
                                        row.stream().map(w -> w + 1_000_000_000_000_000L).toList())
                                .toList(),
                            party.redLines(),
                            party.baseline() == null
                                ? null
                                : party.baseline() + 6_000_000_000_000_000L))
                .toList());
    assertEquals(
        new ExponentialTilting(Layers.of(problem, 7, () -> false), () -> false).atMost(),
        new ExponentialTilting(Layers.of(shifted, 7, () -> false), () -> false).atMost());
  }

  @Test
  void tiltedDrawsAreUniformAlsoWithLinkages() {
    int tested = 0;
    for (long seed = 0; tested < 12; seed++) {
      Problem problem = RandomProblems.small(seed);
      List<int[]> all = BruteForce.acceptable(problem, problem.everyone());
      if (all.size() < 2 || all.size() > 40 || problem.points().size() < 3) {
        continue;
      }
      tested++;
      ExponentialTilting tilt =
          new ExponentialTilting(Layers.of(problem, problem.everyone(), () -> false), () -> false);
      SplittableRandom random = new SplittableRandom(seed);
      Map<List<Integer>, Integer> drawn = new HashMap<>();
      int draws = 400 * all.size();
      for (int draw = 0; draw < draws; draw++) {
        int[] options = tilt.draw(random, free()).orElseThrow();
        drawn.merge(Arrays.stream(options).boxed().toList(), 1, Integer::sum);
      }
      assertEquals(all.size(), drawn.size(), "seed " + seed);
      double chiSquare = 0;
      for (int count : drawn.values()) {
        chiSquare += (count - 400.0) * (count - 400.0) / 400;
      }
      double freedom = all.size() - 1;
      assertTrue(
          chiSquare < freedom + 4.5 * Math.sqrt(2 * freedom) + 5,
          "seed " + seed + ": " + chiSquare + " for " + freedom);
    }
  }
}
