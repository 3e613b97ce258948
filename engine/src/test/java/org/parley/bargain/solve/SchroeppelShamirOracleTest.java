package org.parley.bargain.solve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.bargain.Problem;
import org.parley.bargain.RandomProblems;
import org.parley.check.SolutionCheck;
import org.parley.check.Verdict;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.sweep.SearchThreads;

class SchroeppelShamirOracleTest {

  /// Ways to settle some points, and a range of worths for each party.
  private static class World implements SchroeppelShamir.Wanted {
    final int parties;
    final long[][][] worth;
    final long[] open;
    final long[] least;
    final long[] most;
    final List<List<Integer>> taken = new ArrayList<>();
    final Set<List<Integer>> expected = new HashSet<>();

    World(long seed) {
      Random random = new Random(seed);
      parties = 1 + random.nextInt(SchroeppelShamir.MOST_PARTIES);
      int points = 1 + random.nextInt(6);
      long top = random.nextInt(10) == 0 ? 2_000 : 1 + random.nextInt(30);
      worth = new long[points][][];
      open = new long[points];
      for (int point = 0; point < points; point++) {
        worth[point] = new long[1 + random.nextInt(4)][parties];
        for (long[] step : worth[point]) {
          Arrays.setAll(step, _ -> random.nextLong(-top, top + 1));
        }
        open[point] = 1 + random.nextLong((1L << worth[point].length) - 1);
      }
      least = new long[parties];
      most = new long[parties];
      for (int point = 0; point < points; point++) {
        long[] any = worth[point][random.nextInt(worth[point].length)];
        Arrays.setAll(least, party -> least[party] + any[party]);
      }
      Arrays.setAll(least, party -> least[party] - random.nextLong(10));
      Arrays.setAll(most, party -> least[party] + random.nextLong(20));
      list(0, new Integer[points]);
    }

    private void list(int point, Integer[] steps) {
      if (point < worth.length) {
        for (int step = 0; step < worth[point].length; step++) {
          if (((open[point] >>> step) & 1) == 1) {
            steps[point] = step;
            list(point + 1, steps);
          }
        }
        return;
      }
      boolean fits = true;
      for (int party = 0; party < parties; party++) {
        long sum = 0;
        for (int each = 0; each < steps.length; each++) {
          sum += worth[each][steps[each]][party];
        }
        fits &= least[party] <= sum && sum <= most[party];
      }
      if (fits) {
        expected.add(List.of(steps.clone()));
      }
    }

    /// What some packages give.
    Set<List<Long>> sums(Collection<List<Integer>> packages) {
      Set<List<Long>> sums = new HashSet<>();
      for (List<Integer> steps : packages) {
        long[] sum = new long[parties];
        for (int point = 0; point < worth.length; point++) {
          for (int party = 0; party < parties; party++) {
            sum[party] += worth[point][steps.get(point)][party];
          }
        }
        sums.add(Arrays.stream(sum).boxed().toList());
      }
      return sums;
    }

    @Override
    public long[] least() {
      return least;
    }

    @Override
    public long[] most() {
      return most;
    }

    @Override
    public boolean take(int[] steps) {
      taken.add(Arrays.stream(steps).boxed().toList());
      return true;
    }

    @Override
    public boolean stops(long pairs) {
      return false;
    }
  }

  @Test
  void whatLiesInTheRangesIsFound() {
    int found = 0;
    for (long seed = 0; seed < 3_000; seed++) {
      World world = new World(seed);
      assertTrue(SchroeppelShamir.suits(world.worth, world.open, world.parties), "seed " + seed);
      SchroeppelShamir lists = new SchroeppelShamir(world.worth, world.open, world.parties);
      assertTrue(lists.search(world, new SearchThreads(1)), "seed " + seed);
      assertTrue(world.expected.containsAll(world.taken), "seed " + seed);
      assertEquals(new HashSet<>(world.taken).size(), world.taken.size(), "seed " + seed);
      assertEquals(world.sums(world.expected), world.sums(world.taken), "seed " + seed);
      found += world.taken.size();
    }
    assertTrue(found > 900, "found " + found);
  }

  /// Pairs are counted, not timed: a partner that is looked up in vain, a list dealt unevenly or a
  /// party packed in a worse place shows in the sum.
  @Test
  void looksAtNoMorePairsThanItDid() {
    long[] pairs = new long[2];
    for (long seed = 0; seed < 3_000; seed++) {
      World world =
          new World(seed) {
            @Override
            public boolean stops(long looked) {
              pairs[0] += looked;
              pairs[1]++;
              return false;
            }
          };
      new SchroeppelShamir(world.worth, world.open, world.parties)
          .search(world, new SearchThreads(1));
    }
    assertEquals(List.of(15_250L, 70_627L), List.of(pairs[0], pairs[1]));
  }

  /// Twelve points with four options each: lists long enough to be polled on the way.
  private static long[][][] large() {
    Random random = new Random(1);
    long[][][] worth = new long[12][4][3];
    for (long[][] point : worth) {
      for (long[] step : point) {
        Arrays.setAll(step, _ -> random.nextLong(100));
      }
    }
    return worth;
  }

  /// Everything that gives each party at least a worth, up to a number of packages or polls.
  private static final class Until implements SchroeppelShamir.Wanted {
    final long[] least;
    final long[] most = {10_000, 10_000, 10_000};
    final List<long[]> taken = new ArrayList<>();
    long packages = Long.MAX_VALUE;
    long polls = Long.MAX_VALUE;
    long pairs;
    boolean rises;

    Until(long... least) {
      this.least = least;
    }

    @Override
    public long[] least() {
      return least;
    }

    @Override
    public long[] most() {
      return most;
    }

    @Override
    public boolean take(int[] steps) {
      long[] sum = new long[3];
      for (int point = 0; point < steps.length; point++) {
        for (int party = 0; party < 3; party++) {
          sum[party] += LARGE[point][steps[point]][party];
        }
      }
      taken.add(sum);
      if (rises) {
        least[2] = Math.max(least[2], sum[2] + 1);
      }
      return --packages > 0;
    }

    @Override
    public boolean stops(long looked) {
      pairs += looked;
      return --polls <= 0;
    }
  }

  private static final long[][][] LARGE = large();

  private static boolean search(Until wanted) {
    long[] open = new long[LARGE.length];
    Arrays.fill(open, 0b1111);
    return new SchroeppelShamir(LARGE, open, 3).search(wanted, new SearchThreads(1));
  }

  @Test
  void endsWhenNoMoreAreWanted() {
    Until all = new Until(720, 700, 700);
    assertTrue(search(all));
    assertTrue(all.taken.size() > 200, "taken " + all.taken.size());
    Until some = new Until(720, 700, 700);
    some.packages = 7;
    assertFalse(search(some));
    assertEquals(7, some.taken.size());
  }

  @Test
  void endsWhenItIsStopped() {
    for (long polls : new long[] {1, 2, 100}) {
      Until some = new Until(720, 700, 700);
      some.polls = polls;
      assertFalse(search(some));
      assertEquals(0, some.polls, "polls " + polls);
    }
  }

  @Test
  void isPolledAlsoWithinOneWorthOfTheFirstParty() {
    Until all = new Until(500, 500, 500);
    all.packages = 200_000;
    assertFalse(search(all));
    assertEquals(List.of(8_135_877L, 91L), List.of(all.pairs, Long.MAX_VALUE - all.polls));
  }

  /// The requirement may become narrower: here each package found has to be beaten.
  @Test
  void followsARisingRequirement() {
    Until all = new Until(720, 700, 700);
    assertTrue(search(all));
    long most = all.taken.stream().mapToLong(sum -> sum[2]).max().orElseThrow();
    Until rising = new Until(720, 700, 700);
    rising.rises = true;
    assertTrue(search(rising));
    assertEquals(most + 1, rising.least[2]);
    assertTrue(rising.taken.size() < all.taken.size() / 4, "taken " + rising.taken.size());
  }

  @Test
  void looksAtNothingIfMoreIsNeededThanThereIs() {
    for (int party = 0; party < 3; party++) {
      Until none = new Until(0, 0, 0);
      none.least[party] = 1_100;
      assertTrue(search(none));
      assertEquals(0, none.pairs);
      assertEquals(List.of(), none.taken);
    }
    assertEquals(4, SchroeppelShamir.slack(10, new long[] {1, 2, 3}));
  }

  /// Two points, the first of which gives the party this much, or nothing, or more if that is open.
  private static boolean suits(int parties, long gain, long open) {
    long[][][] worth = new long[2][3][parties];
    worth[0][1][parties - 1] = gain;
    worth[0][2][parties - 1] = 1L << 40;
    worth[1][1][0] = -5;
    return SchroeppelShamir.suits(worth, new long[] {open, 0b011}, parties);
  }

  @Test
  void suitsNinePartiesWithGainsOfFifteenBits() {
    assertTrue(suits(9, 32_767, 0b011));
    assertFalse(suits(9, 32_768, 0b011));
    assertFalse(suits(10, 1, 0b011));
    assertTrue(suits(1, 32_762, 0b011));
    assertFalse(suits(1, 32_763, 0b011), "with the five of the other point");
    assertFalse(suits(9, 1, 0b111));
  }

  /// Gains that fill all of their bits, for nine parties: no field may reach into the next.
  @Test
  void fullFieldsStayApart() {
    for (int party = 0; party < 9; party++) {
      long[][][] worth = new long[2][2][9];
      for (int other = 0; other < 9; other++) {
        worth[0][1][other] = other == party ? 16_384 : 16_383;
        worth[1][1][other] = other == party ? 16_383 : 16_382;
      }
      long[] least = new long[9];
      least[party] = 32_767;
      List<List<Integer>> taken = new ArrayList<>();
      SchroeppelShamir.Wanted wanted =
          new SchroeppelShamir.Wanted() {
            @Override
            public long[] least() {
              return least;
            }

            @Override
            public long[] most() {
              return new long[] {
                32_767, 32_767, 32_767, 32_767, 32_767, 32_767, 32_767, 32_767, 32_767
              };
            }

            @Override
            public boolean take(int[] steps) {
              taken.add(Arrays.stream(steps).boxed().toList());
              return true;
            }

            @Override
            public boolean stops(long pairs) {
              return false;
            }
          };
      assertTrue(
          new SchroeppelShamir(worth, new long[] {0b11, 0b11}, 9)
              .search(wanted, new SearchThreads(1)));
      assertEquals(List.of(List.of(1, 1)), taken, "party " + party);
    }
  }

  /// So many packages that most points are settled at random; the plain sum proves what is found.
  @Test
  void sumsThatNeverChangeAreSplitAsTheRulesSay() {
    for (String size : List.of("4 60", "6 40", "5 36")) {
      int parties = Integer.parseInt(size.substring(0, 1));
      int points = Integer.parseInt(size.substring(2));
      Problem problem =
          RandomProblems.withBaselines(
              RandomProblems.of(RandomProblems.Kind.C, parties, points, 5, points), 30);
      for (Solution.Kind kind :
          List.of(Solution.Kind.NASH, Solution.Kind.KALAI_SMORODINSKY, Solution.Kind.EQUAL_GAINS)) {
        if (Solutions.find(problem, kind, Budget.unlimited())
            instanceof
            Finding.Proved<Solution>(Solution solution, SolutionCertificate certificate)) {
          assertEquals(
              Verdict.Outcome.HOLDS,
              SolutionCheck.solution(problem, solution, certificate, Budget.ofSteps(1_000_000))
                  .outcome(),
              size + " " + kind);
        } else {
          fail(size + " " + kind);
        }
      }
    }
  }

  /// Each point gives one unit to somebody, and the baselines take all of them or all but two: few
  /// vectors, each of more packages than can be gone through.
  @Test
  void fewVectorsOfVeryManyPackagesAreTold() {
    long[][][] worths = new long[4][17][8];
    for (int point = 0; point < 17; point++) {
      for (int option = 0; option < 8; option++) {
        worths[(point + option) % 4][point][option] = 1;
      }
    }
    for (long left : new long[] {0, 2}) {
      Problem problem =
          RandomProblems.problem(worths, new Long[] {5L, 4L, 4L, 4L - left}, List.of(), List.of());
      for (Solution.Kind kind : Solution.Kind.values()) {
        if (Solutions.find(problem, kind, Budget.ofSteps(50_000))
            instanceof
            Finding.Proved<Solution>(Solution solution, SolutionCertificate certificate)) {
          if (left == 2 && kind == Solution.Kind.NASH) {
            // somebody gains nothing, so all ten ways to share the two have the product zero
            assertTrue(solution.allTies());
            assertEquals(10, solution.outcomes().size());
          }
          // a multiplier says nothing of all shares in order
          if (left == 0 || kind != Solution.Kind.LEXIMIN) {
            assertEquals(
                Verdict.Outcome.HOLDS,
                SolutionCheck.solution(problem, solution, certificate, Budget.ofSteps(1_000_000))
                    .outcome(),
                left + " " + kind);
          }
        } else {
          fail(left + " " + kind);
        }
      }
    }
  }
}
