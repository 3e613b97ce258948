package org.parley.bargain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.parley.bargain.frontier.Frontiers;
import org.parley.bargain.zone.Zone;
import org.parley.bargain.zone.Zones;
import org.parley.exact.Budget;
import org.parley.exact.Meter;

class PackagesLawTest {

  private static final Budget FREE = Budget.unlimited();

  private static Problem drawn(long seed) {
    return RandomProblems.withBaselines(
        RandomProblems.of(RandomProblems.kind(seed), 3, 8, 4, seed), 45);
  }

  private static Set<List<Long>> frontier(Problem problem) {
    Set<List<Long>> vectors = new HashSet<>();
    Frontiers.find(problem, FREE)
        .findAnswer()
        .ifPresent(
            frontier ->
                frontier.vectors().forEach(v -> vectors.add(Arrays.stream(v).boxed().toList())));
    return vectors;
  }

  private static BigInteger count(Problem problem) {
    return Zones.find(problem, problem.everyone(), FREE).findAnswer().orElseThrow().atMost();
  }

  @Test
  void reorderingPartiesAndPointsOnlyReordersTheAnswer() {
    for (long seed = 0; seed < 60; seed++) {
      Problem problem = drawn(seed);
      List<Problem.Party> turned = new ArrayList<>();
      for (Problem.Party party : problem.parties().reversed()) {
        turned.add(
            new Problem.Party(party.id(), party.worths().reversed(), Set.of(), party.baseline()));
      }
      Problem other = Problem.of(turned, problem.points().reversed());
      Set<List<Long>> expected = new HashSet<>();
      frontier(problem).forEach(vector -> expected.add(List.copyOf(vector.reversed())));
      assertEquals(expected, frontier(other), "seed " + seed);
      assertEquals(count(problem), count(other), "seed " + seed);
    }
  }

  @Test
  void aConstantAddedToAPartysWorthsMovesNothing() {
    for (long seed = 0; seed < 60; seed++) {
      Problem problem = drawn(seed);
      List<Problem.Party> parties = new ArrayList<>(problem.parties());
      Problem.Party first = parties.getFirst();
      List<List<Long>> rows = new ArrayList<>(first.worths());
      rows.set(0, rows.getFirst().stream().map(worth -> worth + 1000).toList());
      long baseline = Objects.requireNonNull(first.baseline());
      parties.set(0, new Problem.Party(first.id(), rows, Set.of(), baseline + 1000));
      Set<List<Long>> expected = new HashSet<>();
      for (List<Long> vector : frontier(problem)) {
        List<Long> moved = new ArrayList<>(vector);
        moved.set(0, moved.getFirst() + 1000);
        expected.add(moved);
      }
      assertEquals(expected, frontier(problem.withParties(parties)), "seed " + seed);
      assertEquals(count(problem), count(problem.withParties(parties)), "seed " + seed);
    }
  }

  @Test
  void relaxingABaselineNeverLosesAPackage() {
    for (long seed = 0; seed < 60; seed++) {
      Problem problem = drawn(seed);
      List<Problem.Party> parties = new ArrayList<>(problem.parties());
      long baseline = Objects.requireNonNull(parties.getFirst().baseline());
      parties.set(0, parties.getFirst().withBaseline(baseline - 20));
      Problem relaxed = problem.withParties(parties);
      assertTrue(count(relaxed).compareTo(count(problem)) >= 0, "seed " + seed);
      assertTrue(frontier(relaxed).containsAll(frontier(problem)), "seed " + seed);
    }
  }

  @Test
  void droppingRedLinesOrLinkagesNeverLosesAPackage() {
    for (long seed = 0; seed < 120; seed++) {
      Problem problem = RandomProblems.small(seed);
      Problem without =
          problem.withParties(
              problem.parties().stream().map(party -> party.withRedLines(Set.of())).toList());
      assertTrue(least(without).compareTo(least(problem)) >= 0, "seed " + seed);
      assertTrue(
          least(problem.withLinkages(List.of())).compareTo(least(problem)) >= 0, "seed " + seed);
    }
  }

  private static BigInteger least(Problem problem) {
    return Zones.find(problem, problem.everyone(), FREE)
        .findAnswer()
        .map(Zone::atLeast)
        .orElse(BigInteger.ZERO);
  }

  @Test
  void splittingAnOptionInTwoDoublesItsCountAndMovesNoVector() {
    for (long seed = 0; seed < 60; seed++) {
      Problem problem = drawn(seed);
      List<Problem.Point> points = new ArrayList<>(problem.points());
      List<String> options = new ArrayList<>(points.getFirst().options());
      options.add("twin");
      points.set(0, new Problem.Point(points.getFirst().id(), options));
      List<Problem.Party> parties = new ArrayList<>();
      for (Problem.Party party : problem.parties()) {
        List<List<Long>> rows = new ArrayList<>(party.worths());
        List<Long> row = new ArrayList<>(rows.getFirst());
        row.add(row.getFirst());
        rows.set(0, row);
        parties.add(new Problem.Party(party.id(), rows, Set.of(), party.baseline()));
      }
      Problem split = Problem.of(parties, points);
      assertEquals(frontier(problem), frontier(split), "seed " + seed);
      BigInteger withFirst = count(problem.withSettled(new Choice(0, 0)));
      assertEquals(count(problem).add(withFirst), count(split), "seed " + seed);
    }
  }

  @Test
  void settlingAPointEveryWayCountsEveryPackageOnce() {
    for (long seed = 0; seed < 40; seed++) {
      Problem problem = drawn(seed);
      BigInteger sum = BigInteger.ZERO;
      for (int option = 0; option < 4; option++) {
        sum = sum.add(count(problem.withSettled(new Choice(2, option))));
      }
      assertEquals(count(problem), sum, "seed " + seed);
    }
  }

  @Test
  void reorderingOptionsOnlyReordersTheAnswer() {
    for (long seed = 0; seed < 40; seed++) {
      Problem problem = drawn(seed);
      List<Problem.Party> turned = new ArrayList<>();
      for (Problem.Party party : problem.parties()) {
        turned.add(
            new Problem.Party(
                party.id(),
                party.worths().stream().map(List::reversed).toList(),
                Set.of(),
                party.baseline()));
      }
      Problem other = problem.withParties(turned);
      assertEquals(frontier(problem), frontier(other), "seed " + seed);
      assertEquals(count(problem), count(other), "seed " + seed);
    }
  }

  @Test
  void asManyPackagesAreCountedAsAFullEnumerationStreams() {
    for (long seed = 0; seed < 40; seed++) {
      Problem problem = drawn(seed);
      assertEquals(
          BigInteger.valueOf(BruteForce.acceptable(problem, problem.everyone()).size()),
          count(problem),
          "seed " + seed);
    }
  }

  @Test
  void theSameSeedDrawsTheSamePackages() {
    Problem problem = drawn(4);
    Zone zone = Zones.find(problem, problem.everyone(), FREE).findAnswer().orElseThrow();
    List<String> once = new ArrayList<>(Collections.nCopies(5, ""));
    List<String> again = new ArrayList<>(once);
    for (List<String> list : List.of(once, again)) {
      var random = new SplittableRandom(9);
      list.replaceAll(_ -> Arrays.toString(zone.draw(random, new Meter(FREE)).orElseThrow()));
    }
    assertEquals(once, again);
  }
}
