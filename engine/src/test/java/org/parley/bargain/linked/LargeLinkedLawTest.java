package org.parley.bargain.linked;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.parley.Effort;
import org.parley.bargain.JointWorth;
import org.parley.bargain.OptionSet;
import org.parley.bargain.PackageConstraint;
import org.parley.bargain.Problem;
import org.parley.bargain.RandomProblems;
import org.parley.bargain.frontier.FairSolutions;
import org.parley.bargain.frontier.Frontier;
import org.parley.bargain.frontier.Frontiers;
import org.parley.bargain.solve.Solution;
import org.parley.check.Check;
import org.parley.check.Verdict;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.exact.Meter;

/// Linked problems of two parties that are far too large to enumerate: each is proved within some
/// nodes, and the proof holds.
class LargeLinkedLawTest {

  /// Bounds of nodes; a search that goes astray needs as many as there are packages.
  private static final long NODES = 60_000;

  /// Points of two to five options, with twice as many boxes of two to four points.
  private static Problem problem(Random random, int points, int budgets, boolean losses) {
    int[] sizes = IntStream.range(0, points).map(_ -> 2 + random.nextInt(4)).toArray();
    long[][][] worths = new long[2][points][];
    for (int party = 0; party < 2; party++) {
      for (int point = 0; point < points; point++) {
        worths[party][point] = random.longs(sizes[point], 0, 101).toArray();
      }
    }
    List<JointWorth> joints = new ArrayList<>();
    for (int joint = 0; joint < 2 * points; joint++) {
      Set<Integer> on = new TreeSet<>();
      int width = 2 + random.nextInt(3);
      while (on.size() < width) {
        on.add(random.nextInt(points));
      }
      List<OptionSet> terms = new ArrayList<>();
      for (int point : on) {
        Set<Integer> options = new TreeSet<>();
        int count = 1 + random.nextInt(sizes[point] - 1);
        while (options.size() < count) {
          options.add(random.nextInt(sizes[point]));
        }
        terms.add(new OptionSet(point, options));
      }
      long worth = 1 + random.nextInt(100);
      boolean isLoss = losses && random.nextInt(3) == 0;
      joints.add(new JointWorth(random.nextInt(2), terms, isLoss ? -worth : worth));
    }
    List<PackageConstraint> linkages = new ArrayList<>();
    for (int budget = 0; budget < budgets; budget++) {
      linkages.add(budget("b" + budget, random, sizes));
    }
    return RandomProblems.problem(worths, new Long[2], linkages, joints);
  }

  /// At most nine tenths of the middle, or at least eleven.
  private static PackageConstraint budget(String id, Random random, int[] sizes) {
    List<PackageConstraint.PointAmounts> amounts = new ArrayList<>();
    long middle = 0;
    for (int point = 0; point < sizes.length; point++) {
      long[] row = random.longs(sizes[point], 0, 1001).toArray();
      middle += LongStream.of(row).sum() / row.length;
      amounts.add(new PackageConstraint.PointAmounts(point, LongStream.of(row).boxed().toList()));
    }
    return random.nextBoolean()
        ? new PackageConstraint.Budget(id, amounts, null, middle * 9 / 10)
        : new PackageConstraint.Budget(id, amounts, middle * 11 / 10, null);
  }

  @Test
  void extremesOfAPartyNeedFewNodes() {
    for (long seed = 0; seed < Effort.of(6, 40); seed++) {
      Problem problem = problem(new Random(seed), 50, (int) (seed % 3), seed % 2 == 1);
      for (int party = 0; party < 2; party++) {
        for (boolean isMost : List.of(true, false)) {
          Meter meter = new Meter(Budget.ofSteps(NODES));
          assertNotNull(
              LinkedExtreme.find(problem, party, isMost, meter),
              "seed " + seed + " party " + party + " most " + isMost);
        }
      }
    }
  }

  @Test
  void frontiersUnderBudgetsAreProved() {
    int vectors = 0;
    for (long seed = 0; seed < Effort.of(4, 20); seed++) {
      Problem problem = problem(new Random(seed), 24, (int) (seed % 3), seed % 2 == 1);
      Finding<Frontier> found = Frontiers.find(problem, Budget.ofSteps(NODES));
      assertInstanceOf(Finding.Proved.class, found, "seed " + seed);
      assertEquals(
          new Verdict.Holds(), Check.verify(problem, found, Budget.unlimited()), "seed " + seed);
      vectors += found.findAnswer().orElseThrow().size();
    }
    assertTrue(vectors > 40, vectors + " vectors");
  }

  /// Whatever the search has steps for, each rule answers, and a proved answer does not change.
  @Test
  void everyRuleAnswersWithinAnySteps() {
    Problem problem = problem(new Random(3), 50, 0, true);
    Solution.Kind[] kinds = Solution.Kind.values();
    for (int at = 0; at < Effort.of(2, kinds.length); at++) {
      Solution.Kind kind = kinds[at];
      for (long steps = 1; steps < Effort.of(200, 20_000); steps *= 100) {
        Finding<Solution> found = FairSolutions.find(problem, kind, Budget.ofSteps(steps));
        assertTrue(found.isComplete() || found instanceof Finding.Bounded, kind + " in " + steps);
      }
    }
  }
}
