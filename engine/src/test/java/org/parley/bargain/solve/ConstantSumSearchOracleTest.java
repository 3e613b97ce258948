package org.parley.bargain.solve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.parley.bargain.Problem;
import org.parley.bargain.RandomProblems;
import org.parley.sweep.SearchThreads;

class ConstantSumSearchOracleTest {

  /// A problem in which the sum of worths never changes, with a search for a goal.
  private static final class World implements ConstantSumSearch.Host {
    final int parties;
    final long[][][] worth;
    final long[] allowed;
    final long[] floor;
    final WorthSumBound plainSum;
    Goal goal;
    long pairs;
    long polls;
    long mostPairs = Long.MAX_VALUE;
    int offers;

    World(int parties, int points, int options, long seed) {
      this.parties = parties;
      Problem problem =
          RandomProblems.withBaselines(
              RandomProblems.of(RandomProblems.Kind.C, parties, points, options, seed), 30);
      worth = new long[points][options][parties];
      allowed = new long[points];
      floor = new long[parties];
      for (int point = 0; point < points; point++) {
        allowed[point] = (1L << options) - 1;
        for (int option = 0; option < options; option++) {
          int[] at = {point, option};
          Arrays.setAll(
              worth[point][option],
              party -> problem.parties().get(party).worths().get(at[0]).get(at[1]));
        }
      }
      Arrays.setAll(floor, party -> problem.parties().get(party).baseline());
      plainSum = new WorthSumBound(worth, allowed, parties);
      goal = leastGain();
    }

    MaxMinGoal leastGain() {
      MaxMinGoal least = new MaxMinGoal(floor, ones(), false);
      least.listTies();
      return least;
    }

    /// The largest product, with a package of the largest least gain to begin with.
    NashGoal product() {
      NashGoal product = new NashGoal(floor, floor, plainSum.most());
      product.listTies();
      goal.best()
          .forEach(
              each ->
                  product.offer(
                      each.worths().stream().mapToLong(worth -> worth).toArray(),
                      each.options().stream().mapToInt(option -> option).toArray()));
      return product;
    }

    private long[] ones() {
      long[] ones = new long[parties];
      Arrays.fill(ones, 1);
      return ones;
    }

    ConstantSumSearch search() {
      return new ConstantSumSearch(
          goal, worth, allowed, parties, plainSum.most(), this, new SearchThreads(1));
    }

    Set<List<Long>> vectors() {
      Set<List<Long>> all =
          new HashSet<>(Set.of(IntStream.range(0, parties).mapToObj(_ -> 0L).toList()));
      for (long[][] steps : worth) {
        Set<List<Long>> next = new HashSet<>();
        for (List<Long> each : all) {
          for (long[] step : steps) {
            next.add(IntStream.range(0, parties).mapToObj(p -> each.get(p) + step[p]).toList());
          }
        }
        all = next;
      }
      return all;
    }

    @Override
    public void offer(long[] worths, int[] steps) {
      offers++;
      goal.offer(worths, steps);
    }

    @Override
    public boolean isDone() {
      return goal.isEnded();
    }

    @Override
    public boolean isClosed() {
      return plainSum.rulesOut(goal);
    }

    @Override
    public boolean stops(long looked) {
      pairs += looked;
      polls++;
      return pairs > mostPairs;
    }
  }

  /// The acceptable vectors that no other beats.
  private static Set<List<Long>> best(World world) {
    List<long[]> acceptable =
        world.vectors().stream()
            .map(each -> each.stream().mapToLong(Long::longValue).toArray())
            .filter(
                each -> IntStream.range(0, each.length).allMatch(p -> each[p] >= world.floor[p]))
            .toList();
    Set<List<Long>> best = new HashSet<>();
    if (!acceptable.isEmpty()) {
      long[] most = acceptable.stream().max(world.goal::compare).orElseThrow();
      acceptable.stream()
          .filter(each -> world.goal.compare(each, most) == 0)
          .forEach(each -> best.add(Arrays.stream(each).boxed().toList()));
    }
    return best;
  }

  private static Set<List<Long>> found(World world) {
    Set<List<Long>> found = new HashSet<>();
    world.goal.best().forEach(each -> found.add(each.worths()));
    return found;
  }

  @Test
  void findsTheBestVectorsAndAllThatTie() {
    long pairs = 0;
    long polls = 0;
    long offers = 0;
    int ended = 0;
    int tied = 0;
    for (long seed = 0; seed < 400; seed++) {
      World world = new World(2 + (int) (seed % 4), 5, 4, seed);
      for (int rule = 0; rule < 2; rule++) {
        String what = "seed " + seed + " rule " + rule;
        Set<List<Long>> best = best(world);
        if (world.search().search()) {
          assertEquals(best, found(world), what);
          ended++;
          tied += best.size() > 1 ? 1 : 0;
        }
        if (world.goal.best().isEmpty()) {
          break;
        }
        world.goal = world.product();
      }
      pairs += world.pairs;
      polls += world.polls;
      offers += world.offers;
    }
    assertTrue(ended > 200, "ended " + ended);
    assertTrue(tied > 20, "tied " + tied);
    assertEquals(
        List.of(6_443_078L, 245_516L, 1_024L),
        List.of(pairs, polls, offers),
        "pairs, polls and packages");
  }

  /// More packages than can be listed: most points are fixed at random near the even split.
  @Test
  void findsTheEvenSplitOfManyPoints() {
    List<Long> effort = new ArrayList<>();
    for (String size : List.of("3 24", "4 24", "4 30", "5 26", "6 26", "5 36")) {
      int parties = Integer.parseInt(size.substring(0, 1));
      World world = new World(parties, Integer.parseInt(size.substring(2)), 5, 1);
      assertTrue(world.search().suits());
      assertTrue(world.search().search(), size);
      assertTrue(world.isClosed(), size);
      effort.add(world.pairs);
      effort.add((long) world.offers);
    }
    assertEquals(
        List.of(
            12_319L, 6L, 83_234L, 24L, 21_683L, 9L, 255_850L, 42L, 2_048L, 1L, 1_944_796L, 327L),
        effort,
        "pairs and packages");
  }

  @Test
  void endsWhenItIsStopped() {
    World world = new World(6, 26, 5, 1);
    world.mostPairs = 0;
    assertTrue(world.search().search());
    assertTrue(world.pairs < 1 << 20, "pairs " + world.pairs);
  }

  /// Ten points with four options each are just more than a million packages.
  @Test
  void suitsManyPackagesOfAConstantSum() {
    assertTrue(new World(3, 10, 4, 1).search().suits());
    assertFalse(new World(3, 9, 4, 1).search().suits(), "too few packages");
    assertFalse(new World(10, 10, 4, 1).search().suits(), "too many parties");
    World uneven = new World(3, 10, 4, 1);
    uneven.worth[7][2][1]++;
    assertFalse(uneven.search().suits(), "no constant sum");
    uneven.allowed[7] = 0b1011;
    assertFalse(uneven.search().suits(), "786,432 packages");
    World closed = new World(3, 12, 4, 1);
    closed.worth[7][2][1]++;
    closed.allowed[7] = 0b1011;
    assertTrue(closed.search().suits(), "a constant sum of what is allowed");
  }
}
