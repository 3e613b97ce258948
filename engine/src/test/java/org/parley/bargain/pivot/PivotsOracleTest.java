package org.parley.bargain.pivot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.parley.bargain.BruteForce;
import org.parley.bargain.Choice;
import org.parley.bargain.Problem;
import org.parley.bargain.RandomProblems;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.exact.Rational;
import org.parley.exact.Stage;

class PivotsOracleTest {

  @Test
  void saysWhatBruteForceSays() {
    int open = 0;
    for (long seed = 0; seed < 100; seed++) {
      Problem problem = RandomProblems.small(seed);
      String what = "seed " + seed;
      List<int[]> all = BruteForce.acceptable(problem, problem.everyone());
      Finding<List<Pivot>> finding = Pivots.find(problem, true, Budget.unlimited());
      if (all.isEmpty()) {
        assertTrue(finding instanceof Finding.Impossible, what);
        continue;
      }
      open++;
      assertTrue(finding instanceof Finding.Exhausted, what);
      Set<List<Long>> frontier =
          new HashSet<>(BruteForce.frontier(problem, problem.everyone()).keySet());
      for (Pivot pivot : finding.findAnswer().orElseThrow()) {
        long most = 0;
        long least = all.size();
        for (Pivot.Way way : pivot.ways()) {
          List<int[]> left =
              all.stream().filter(each -> each[pivot.point()] == way.option()).toList();
          assertEquals(BigInteger.valueOf(left.size()), way.leftAtLeast(), what);
          assertEquals(BigInteger.valueOf(left.size()), way.leftAtMost(), what);
          most = Math.max(most, left.size());
          least = left.isEmpty() ? least : Math.min(least, left.size());
          reaches(problem, left, way, what);
          Map<List<Long>, Integer> settled =
              BruteForce.frontier(
                  problem.withSettled(new Choice(pivot.point(), way.option())), problem.everyone());
          int kept = (int) settled.keySet().stream().filter(frontier::contains).count();
          assertEquals(
              new Pivot.FrontierLeft(kept, settled.size()), way.frontier().orElseThrow(), what);
        }
        assertEquals(Rational.of(most - least, all.size()), pivot.zoneSwing(), what);
        assertEquals(worthSwing(problem, all, pivot), pivot.worthSwing(), what);
      }
    }
    assertTrue(open > 40, "open " + open);
  }

  /// By definition: of all parties, the largest fall of the best or rise of the worst, as a share
  /// of what lies between the best and the worst.
  private static Rational worthSwing(Problem problem, List<int[]> all, Pivot pivot) {
    Rational swing = Rational.ZERO;
    for (int party = 0; party < problem.parties().size(); party++) {
      int one = party;
      Map<Integer, LongSummaryStatistics> byOption =
          all.stream()
              .collect(
                  Collectors.groupingBy(
                      each -> each[pivot.point()],
                      Collectors.summarizingLong(each -> problem.worth(one, each))));
      LongSummaryStatistics range =
          all.stream().mapToLong(each -> problem.worth(one, each)).summaryStatistics();
      LongSummaryStatistics bests =
          byOption.values().stream().mapToLong(LongSummaryStatistics::getMax).summaryStatistics();
      LongSummaryStatistics worsts =
          byOption.values().stream().mapToLong(LongSummaryStatistics::getMin).summaryStatistics();
      if (range.getMax() > range.getMin()) {
        long moved = Math.max(bests.getMax() - bests.getMin(), worsts.getMax() - worsts.getMin());
        Rational share = Rational.of(moved, range.getMax() - range.getMin());
        swing = share.compareTo(swing) > 0 ? share : swing;
      }
    }
    return swing;
  }

  private static void reaches(Problem problem, List<int[]> left, Pivot.Way way, String what) {
    assertEquals(left.isEmpty(), way.closes(), what);
    assertEquals(left.isEmpty(), way.reaches().isEmpty(), what);
    for (int party = 0; party < way.reaches().size(); party++) {
      int one = party;
      long[] worths = left.stream().mapToLong(each -> problem.worth(one, each)).sorted().toArray();
      assertEquals(
          new Pivot.Reach(worths[0], worths[worths.length - 1]), way.reaches().get(party), what);
    }
  }

  @Test
  void eachPointIsReportedAndOnlyThoseWithAChoiceAreAsked() {
    Problem problem =
        Problem.of(
            List.of(
                new Problem.Party(
                    "P", List.of(List.of(1L, 5L), List.of(3L), List.of(0L, 1L)), Set.of(), null)),
            List.of(
                new Problem.Point("a", List.of("a0", "a1")),
                new Problem.Point("b", List.of("b0")),
                new Problem.Point("c", List.of("c0", "c1"))));
    List<Long> reported = new ArrayList<>();
    Budget budget =
        Budget.unlimited()
            .withProgress(
                (phase, done, of) -> {
                  if (phase == Stage.PIVOTS) {
                    assertEquals(3, of);
                    reported.add(done);
                  }
                });
    List<Pivot> pivots = Pivots.find(problem, false, budget).findAnswer().orElseThrow();
    assertEquals(List.of(0L, 1L, 2L), reported);
    assertEquals(List.of(0, 2), pivots.stream().map(Pivot::point).toList());
    assertTrue(
        Pivots.find(problem, false, Budget.unlimited())
                instanceof Finding.Exhausted<List<Pivot>>(var all)
            && all.size() == 2);
  }

  @Test
  void theMostImportantPointComesFirst() {
    for (long seed = 0; seed < 100; seed++) {
      Problem problem = RandomProblems.small(seed);
      List<Rational> swings =
          Pivots.find(problem, false, Budget.unlimited()).findAnswer().orElse(List.of()).stream()
              .map(Pivot::worthSwing)
              .toList();
      assertEquals(
          swings.stream().sorted((one, other) -> other.compareTo(one)).toList(),
          swings,
          "seed " + seed);
    }
  }

  /// An option that some party never accepts, and a point to which all are indifferent, change no
  /// rank and no swing.
  @Test
  void deadOptionsAndIndifferentPointsChangeNoRanking() {
    int asked = 0;
    for (long seed = 0; seed < 100; seed++) {
      Problem problem = RandomProblems.small(seed);
      List<Pivot> before =
          Pivots.find(problem, false, Budget.unlimited()).findAnswer().orElse(List.of());
      List<Pivot> after =
          Pivots.find(widened(problem, new Random(seed)), false, Budget.unlimited())
              .findAnswer()
              .orElse(List.of());
      asked += before.isEmpty() ? 0 : 1;
      assertEquals(
          before.stream().map(PivotsOracleTest::rank).toList(),
          after.stream()
              .filter(each -> each.point() < problem.points().size())
              .map(PivotsOracleTest::rank)
              .toList(),
          "seed " + seed);
      for (Pivot each : after) {
        assertTrue(
            each.point() < problem.points().size() || each.worthSwing().signum() == 0,
            "seed " + seed);
      }
    }
    assertTrue(asked > 40, "asked " + asked);
  }

  private static String rank(Pivot pivot) {
    return pivot.point() + " " + pivot.worthSwing() + " " + pivot.zoneSwing();
  }

  private static Problem widened(Problem problem, Random random) {
    int point = random.nextInt(problem.points().size());
    int dead = problem.points().get(point).options().size();
    List<Problem.Point> points = new ArrayList<>(problem.points());
    List<String> options = new ArrayList<>(points.get(point).options());
    options.add("dead");
    points.set(point, new Problem.Point(points.get(point).id(), options));
    points.add(new Problem.Point("indifferent", List.of("one", "other")));
    int refuses = random.nextInt(problem.parties().size());
    List<Problem.Party> parties = new ArrayList<>();
    for (Problem.Party party : problem.parties()) {
      List<List<Long>> worths = new ArrayList<>(party.worths());
      List<Long> row = new ArrayList<>(worths.get(point));
      row.add(random.nextLong(100));
      worths.set(point, row);
      worths.add(List.of(0L, 0L));
      Set<Choice> lines = new HashSet<>(party.redLines());
      if (parties.size() == refuses) {
        lines.add(new Choice(point, dead));
      }
      parties.add(party.withWorths(worths).withRedLines(lines));
    }
    return new Problem(
        parties,
        points,
        problem.linkages().stream().map(each -> RandomProblems.withOption(each, point)).toList(),
        problem.jointWorths(),
        problem.signing());
  }

  @Test
  void boundsWhatItCannotCountAndStopsWhenTold() {
    int bounded = 0;
    for (long seed = 0; seed < 10; seed++) {
      Problem problem =
          RandomProblems.withBaselines(
              RandomProblems.of(RandomProblems.kind(seed), 3, 6, 4, seed), 45);
      List<int[]> all = BruteForce.acceptable(problem, problem.everyone());
      Finding<List<Pivot>> finding = Pivots.find(problem, false, Budget.unlimited().withStates(60));
      if (finding instanceof Finding.Bounded<List<Pivot>>(List<Pivot> pivots, _, _)) {
        bounded++;
        for (Pivot pivot : pivots) {
          for (Pivot.Way way : pivot.ways()) {
            long left = all.stream().filter(each -> each[pivot.point()] == way.option()).count();
            assertTrue(way.leftAtLeast().longValueExact() <= left, "seed " + seed);
            assertTrue(way.leftAtMost().longValueExact() >= left, "seed " + seed);
            assertEquals(left == 0, way.closes(), "seed " + seed);
          }
        }
      }
    }
    assertTrue(bounded > 3, "bounded " + bounded);
    Problem large = RandomProblems.of(RandomProblems.Kind.C, 6, 20, 5, 1);
    assertTrue(
        Pivots.find(large, true, Budget.unlimited().withStop(() -> true))
            instanceof Finding.Bounded);
  }
}
