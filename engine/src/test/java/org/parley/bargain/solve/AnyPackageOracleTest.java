package org.parley.bargain.solve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.bargain.BruteForce;
import org.parley.bargain.Choice;
import org.parley.bargain.Problem;
import org.parley.bargain.RandomProblems;
import org.parley.exact.Budget;
import org.parley.exact.Meter;

class AnyPackageOracleTest {

  private static Meter free() {
    return new Meter(Budget.unlimited());
  }

  /// A problem without red lines and baselines.
  private static Problem bare(Problem problem) {
    return problem.withParties(
        problem.parties().stream()
            .map(party -> party.withRedLines(Set.of()).withBaseline(null))
            .toList());
  }

  private static boolean isWanted(
      Problem problem, int[] options, Set<Choice> closed, @Nullable Long[] baselines) {
    for (int point = 0; point < options.length; point++) {
      if (closed.contains(new Choice(point, options[point]))) {
        return false;
      }
    }
    long[] worths = problem.worths(options);
    for (int party = 0; party < worths.length; party++) {
      Long baseline = baselines[party];
      if (baseline != null && worths[party] < baseline) {
        return false;
      }
    }
    return true;
  }

  /// Asked again and again, under changing red lines and baselines, so that what earlier calls
  /// ruled out is used.
  @Test
  void findsAPackageIffThereIsOne() {
    int found = 0;
    int none = 0;
    for (long seed = 0; seed < 400; seed++) {
      Problem problem = bare(RandomProblems.small(seed));
      Random random = new Random(seed);
      List<int[]> all = BruteForce.acceptable(problem, problem.everyone());
      AnyPackage any = AnyPackage.in(problem, free());
      for (int call = 0; call < 12; call++) {
        String what = "seed " + seed + " call " + call;
        Set<Choice> closed = new HashSet<>();
        for (int count = random.nextInt(6) - 3; count > 0; count--) {
          int point = random.nextInt(problem.points().size());
          closed.add(
              new Choice(point, random.nextInt(problem.points().get(point).options().size())));
        }
        @Nullable Long[] baselines = new Long[problem.parties().size()];
        if (!all.isEmpty()) {
          for (int party = 0; party < baselines.length; party++) {
            long[] near = problem.worths(all.get(random.nextInt(all.size())));
            baselines[party] = random.nextInt(4) == 0 ? null : near[party] + random.nextInt(2);
          }
        }
        Optional<int[]> options = any.find(closed, baselines, free());
        boolean isThere = all.stream().anyMatch(each -> isWanted(problem, each, closed, baselines));
        assertEquals(isThere, options.isPresent(), what);
        if (isThere) {
          assertTrue(isWanted(problem, options.orElseThrow(), closed, baselines), what);
          assertTrue(problem.allows(options.orElseThrow()), what);
        }
        found += isThere ? 1 : 0;
        none += isThere ? 0 : 1;
      }
    }
    assertTrue(found > 1_000, "found " + found);
    assertTrue(none > 1_000, "none " + none);
  }

  /// Three points that share out ten each, between two parties: together they have thirty.
  private static final Problem TENS =
      RandomProblems.problem(
          new long[][][] {
            {{0, 4, 10}, {0, 5, 10}, {0, 6, 10}}, {{10, 6, 0}, {10, 5, 0}, {10, 4, 0}}
          },
          new Long[2],
          List.of(),
          List.of());

  private static void finds(
      AnyPackage any, Set<Choice> closed, boolean isThere, @Nullable Long... baselines) {
    assertEquals(isThere, any.find(closed, baselines, free()).isPresent());
  }

  /// The first party measures in units three times as large, so no plain sum rules claims out.
  private static final Problem UNEVEN =
      RandomProblems.problem(
          new long[][][] {
            {{0, 4, 10}, {0, 5, 10}, {0, 6, 10}}, {{30, 18, 0}, {30, 15, 0}, {30, 12, 0}}
          },
          new Long[2],
          List.of(),
          List.of());

  /// What rules out one claim rules out each larger one, without a search: the meter is not polled.
  @Test
  void remembersWhatRuledEverythingOut() {
    AnyPackage any = AnyPackage.in(UNEVEN, free());
    assertTrue(polls(any, false, 16L, 48L) > 0);
    assertEquals(0, polls(any, false, 16L, 48L));
    assertEquals(0, polls(any, false, 18L, 48L));
    assertEquals(0, polls(any, false, 16L, 50L));
    assertTrue(polls(any, true, 14L, 48L) > 0);
    assertTrue(polls(any, true, 16L, 40L) > 0);
    polls(any, true, null, 48L);
    assertEquals(0, polls(any, false, 16L, 48L));
  }

  private static int polls(AnyPackage any, boolean isThere, @Nullable Long... baselines) {
    int[] polls = new int[1];
    Meter meter = new Meter(Budget.unlimited().withStop(() -> polls[0]++ < 0));
    assertEquals(isThere, any.find(Set.of(), baselines, meter).isPresent());
    return polls[0];
  }

  @Test
  void aPartyWithoutABaselineAcceptsEverything() {
    AnyPackage any = AnyPackage.in(TENS, free());
    finds(any, Set.of(), false, 16L, 16L);
    finds(any, Set.of(), true, null, 16L);
    finds(any, Set.of(), true, 30L, null);
    finds(any, Set.of(), false, 31L, null);
    finds(any, Set.of(), true, null, null);
  }

  @Test
  void aPointWithoutAnOptionLeavesNothing() {
    AnyPackage any = AnyPackage.in(TENS, free());
    Set<Choice> closed = Set.of(new Choice(1, 0), new Choice(1, 1), new Choice(1, 2));
    finds(any, closed, false, null, null);
    finds(any, Set.of(), false, 16L, 16L);
    finds(any, closed, false, 0L, 0L);
    finds(any, Set.of(), true, 0L, 0L);
  }

  /// The sums of nodes over all calls: a bound or a target that is lost shows.
  @Test
  void visitsNoMoreNodesThanItDid() {
    List<Long> steps = new ArrayList<>();
    for (int size = 0; size < 3; size++) {
      Meter meter = free();
      for (long seed = 0; seed < 40; seed++) {
        Problem problem =
            RandomProblems.of(RandomProblems.kind(seed), 3 + size, 14 - size, 4, seed);
        for (int hundredths = 70; hundredths >= 50; hundredths -= 2) {
          Problem based = RandomProblems.withBaselines(problem, hundredths);
          AnyPackage.find(based, based.everyone(), meter);
        }
      }
      steps.add(meter.steps());
    }
    assertEquals(List.of(89L, 95L, 52L), steps);
  }

  @Test
  void endsWithItsMeter() {
    Meter stopped = new Meter(Budget.unlimited().withStop(() -> true));
    Problem based = RandomProblems.withBaselines(TENS, 53);
    AnyPackage.find(based, based.everyone(), stopped);
    assertTrue(stopped.stopped());
    assertFalse(
        AnyPackage.in(TENS, free()).find(Set.of(), new Long[] {16L, 16L}, stopped).isPresent());
  }
}
