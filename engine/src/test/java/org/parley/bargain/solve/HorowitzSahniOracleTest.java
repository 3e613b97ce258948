package org.parley.bargain.solve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.bargain.RandomProblems;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.sweep.SearchThreads;

class HorowitzSahniOracleTest {

  /// A node of a search with the packages below it, all listed.
  private static final class World {
    final Random random;
    final int parties;
    final long[][][] worth;
    final PointNode node;
    final LagrangeBound bound;
    final int[] taken;
    final long[] needs;
    final long slack;

    World(long seed) {
      random = new Random(seed);
      parties = 1 + random.nextInt(10);
      int points = 1 + random.nextInt(6);
      // Narrow worths, and some that do not fit in fifteen bits.
      long top = random.nextInt(3) == 0 ? 10_000_000L : 1 + random.nextInt(60);
      worth = new long[points][][];
      long[] allowed = new long[points];
      for (int point = 0; point < points; point++) {
        worth[point] = new long[1 + random.nextInt(4)][parties];
        for (long[] step : worth[point]) {
          Arrays.setAll(step, _ -> random.nextLong(-top, top + 1));
        }
        allowed[point] = (1L << worth[point].length) - 1;
      }
      MaxMinGoal goal = new MaxMinGoal(new long[parties], ones(parties), false);
      bound = new LagrangeBound(goal, worth, parties);
      double[] state = new double[parties];
      Arrays.setAll(state, _ -> random.nextDouble());
      node = new PointNode(worth, parties, parties);
      node.reset(allowed, state);
      taken = new int[points];
      for (int point = 0; point < points; point++) {
        if (worth[point].length == 1 || random.nextInt(5) == 0) {
          node.settle(point, random.nextInt(worth[point].length), taken);
        }
      }
      bound.weigh(state);
      long most = bound.most(node);
      long spread = Math.abs(most);
      slack = random.nextInt(4) == 0 ? 0 : random.nextLong(spread + 1);
      needs = new long[parties];
      Arrays.setAll(needs, _ -> random.nextLong(-3 * top, top + 1));
    }

    private static long[] ones(int count) {
      long[] ones = new long[count];
      Arrays.fill(ones, 1);
      return ones;
    }

    /// The packages that cost no more than the slack.
    Set<List<Integer>> within(boolean needed) {
      Set<List<Integer>> found = new HashSet<>();
      list(0, taken.clone(), 0, found, needed);
      return found;
    }

    private void list(int point, int[] steps, long cost, Set<List<Integer>> found, boolean needed) {
      if (cost > slack) {
        return;
      }
      if (point == worth.length) {
        boolean reaches = true;
        for (int party = 0; party < parties; party++) {
          long sum = 0;
          for (int each = 0; each < steps.length; each++) {
            sum += worth[each][steps[each]][party];
          }
          reaches &= sum >= needs[party];
        }
        if (reaches || !needed) {
          found.add(Arrays.stream(steps).boxed().toList());
        }
        return;
      }
      if (node.settled[point]) {
        list(point + 1, steps, cost, found, needed);
        return;
      }
      for (int step = 0; step < worth[point].length; step++) {
        steps[point] = step;
        long more = bound.bestValue[point] - bound.value[point][step];
        list(point + 1, steps, cost + more, found, needed);
      }
    }
  }

  @Test
  void whatIsWithinTheSlackAndGivesEachPartyItsNeedIsFoundOnce() {
    int found = 0;
    for (long seed = 0; seed < 20_000; seed++) {
      World world = new World(seed);
      HorowitzSahni halves = new HorowitzSahni(world.worth, world.parties);
      Set<List<Integer>> taken = new HashSet<>();
      boolean joined =
          halves.join(
              world.node,
              world.bound,
              world.slack,
              world.needs,
              world.taken.clone(),
              new HorowitzSahni.Taker() {
                @Override
                public boolean take(int[] steps) {
                  assertTrue(taken.add(Arrays.stream(steps).boxed().toList()));
                  return true;
                }

                @Override
                public boolean stops(long pairs) {
                  return false;
                }
              },
              new SearchThreads(1));
      assertTrue(joined, "seed " + seed);
      Set<List<Integer>> expected = world.within(true);
      found += expected.size();
      assertTrue(taken.containsAll(expected), "seed " + seed);
      assertTrue(world.within(false).containsAll(taken), "seed " + seed);
    }
    assertTrue(found > 20_000, "found " + found);
  }

  @Test
  void noFewerWaysAreCountedThanThereAre() {
    for (long seed = 0; seed < 5_000; seed++) {
      World world = new World(seed);
      HorowitzSahni halves = new HorowitzSahni(world.worth, world.parties);
      double counted = halves.count(world.node, world.bound, world.slack);
      assertTrue(counted >= world.within(false).size(), "seed " + seed);
      assertEquals(1, halves.shareWithin(counted), "seed " + seed);
    }
  }

  /// Takes packages and counts them, up to a number of packages or polls.
  private static final class Counted implements HorowitzSahni.Taker {
    long packages;
    long polls;
    long pairs;
    final long mostPackages;
    final long mostPolls;

    Counted(long mostPackages, long mostPolls) {
      this.mostPackages = mostPackages;
      this.mostPolls = mostPolls;
    }

    @Override
    public boolean take(int[] steps) {
      return ++packages < mostPackages;
    }

    @Override
    public boolean stops(long looked) {
      pairs += looked;
      return ++polls >= mostPolls;
    }
  }

  private static boolean join(World world, HorowitzSahni.Taker taker) {
    return new HorowitzSahni(world.worth, world.parties)
        .join(
            world.node,
            world.bound,
            world.slack,
            world.needs,
            world.taken.clone(),
            taker,
            new SearchThreads(1));
  }

  /// Counted, not timed: a point in the wrong place, a bound that prunes less or a package taken in
  /// vain shows in the sums.
  @Test
  void listsAndTakesNoMoreThanItDid() {
    Counted all = new Counted(Long.MAX_VALUE, Long.MAX_VALUE);
    double counted = 0;
    double shares = 0;
    for (long seed = 0; seed < 20_000; seed++) {
      World world = new World(seed);
      join(world, all);
      HorowitzSahni halves = new HorowitzSahni(world.worth, world.parties);
      counted += halves.count(world.node, world.bound, world.slack);
      shares += halves.shareWithin(3);
    }
    assertEquals(List.of(41_163L, 21_635L, 48_282L), List.of(all.packages, all.polls, all.pairs));
    assertEquals(List.of(117_464.0, 1_674_042.0), List.of(counted, Math.rint(96 * shares)));
  }

  @Test
  void endsWhenNoMoreAreWantedOrItIsStopped() {
    int ended = 0;
    for (long seed = 0; seed < 500; seed++) {
      World world = new World(seed);
      Counted all = new Counted(Long.MAX_VALUE, Long.MAX_VALUE);
      join(world, all);
      if (all.packages > 2) {
        Counted two = new Counted(2, Long.MAX_VALUE);
        assertTrue(join(world, two), "seed " + seed);
        assertEquals(2, two.packages, "seed " + seed);
        ended++;
      }
      for (long polls = 1; polls <= all.polls; polls++) {
        Counted stopped = new Counted(Long.MAX_VALUE, polls);
        assertTrue(join(world, stopped), "seed " + seed);
        assertEquals(polls, stopped.polls, "seed " + seed);
        assertEquals(0, stopped.packages, "seed " + seed);
      }
    }
    assertTrue(ended > 30, "ended " + ended);
  }

  /// Points with two options, of which the second costs one. A slack of one leaves one point at its
  /// second option, so lists stay short, but the numbers of partial packages double each time.
  private static Counted joinedTwins(int points, long slack, boolean isJoined) {
    long[][][] worth = new long[points][][];
    Arrays.setAll(worth, _ -> new long[][] {{1}, {0}});
    long[] allowed = new long[points];
    Arrays.fill(allowed, 0b11);
    MaxMinGoal goal = new MaxMinGoal(new long[1], new long[] {1}, false);
    LagrangeBound bound = new LagrangeBound(goal, worth, 1);
    bound.weigh(new double[] {1});
    PointNode node = new PointNode(worth, 1, 1);
    node.reset(allowed, new double[] {1});
    bound.most(node);
    Counted counted = new Counted(Long.MAX_VALUE, Long.MAX_VALUE);
    assertEquals(
        isJoined,
        new HorowitzSahni(worth, 1)
            .join(
                node,
                bound,
                slack * bound.factors[0],
                new long[] {points - slack},
                new int[points],
                counted,
                new SearchThreads(1)));
    return counted;
  }

  @Test
  void joinsAsLongAsPartialPackagesHaveANumber() {
    assertEquals(1 + 124, joinedTwins(124, 1, true).packages);
    assertEquals(0, joinedTwins(125, 1, false).packages);
  }

  /// Lists of 74,520 partial packages of 37 points: some polls fall into the join.
  @Test
  void isPolledDuringALongJoin() {
    Counted joined = joinedTwins(74, 4, true);
    assertEquals(
        List.of(1_218_226L, 143L, 2_383_597L),
        List.of(joined.packages, joined.polls, joined.pairs));
  }

  @Test
  void joiningHalvesChangesNothing() {
    for (long seed = 0; seed < 60; seed++) {
      var problem =
          RandomProblems.withBaselines(
              RandomProblems.of(
                  RandomProblems.kind(seed), 2 + (int) (seed % 7), 12 - (int) (seed % 7), 4, seed),
              30);
      for (Solution.Kind kind :
          List.of(
              Solution.Kind.NASH,
              Solution.Kind.EQUAL_GAINS,
              Solution.Kind.KALAI_SMORODINSKY,
              Solution.Kind.LEXIMIN)) {
        Solution joined = proved(Solutions.find(problem, kind, Budget.unlimited()));
        Solution apart =
            proved(
                Solutions.find(
                    problem, kind, PointBranchAndBound::pointByPoint, Budget.unlimited()));
        String what = "seed " + seed + " " + kind;
        assertEquals(apart.value(), joined.value(), what);
        if (apart.allTies() && joined.allTies()) {
          assertEquals(vectors(apart), vectors(joined), what);
        }
      }
    }
  }

  private static Solution proved(Finding<Solution> finding) {
    if (finding instanceof Finding.Proved<Solution>(Solution solution, _)) {
      return solution;
    }
    throw new AssertionError(finding);
  }

  private static Set<List<Long>> vectors(Solution solution) {
    Set<List<Long>> vectors = new HashSet<>();
    solution.outcomes().forEach(outcome -> vectors.add(outcome.worths()));
    return vectors;
  }
}
