package org.parley.bargain.solve;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.parley.check.PackageCheck;
import org.parley.check.Verdict;
import org.parley.exact.Budget;
import org.parley.exact.Finding;

class SchroeppelShamirOracleTest {

  /// Ways to settle some points, and a range of worths for each party.
  private static final class World implements SchroeppelShamir.Wanted {
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
      assertTrue(lists.search(world), "seed " + seed);
      assertTrue(world.expected.containsAll(world.taken), "seed " + seed);
      assertEquals(new HashSet<>(world.taken).size(), world.taken.size(), "seed " + seed);
      assertEquals(world.sums(world.expected), world.sums(world.taken), "seed " + seed);
      found += world.taken.size();
    }
    assertTrue(found > 900, "found " + found);
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
              PackageCheck.solution(problem, solution, certificate, Budget.ofSteps(1_000_000))
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
          // a multiplier says nothing of all shares in order
          if (left == 0 || kind != Solution.Kind.LEXIMIN) {
            assertEquals(
                Verdict.Outcome.HOLDS,
                PackageCheck.solution(problem, solution, certificate, Budget.ofSteps(1_000_000))
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
