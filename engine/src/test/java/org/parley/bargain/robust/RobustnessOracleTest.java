package org.parley.bargain.robust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.bargain.BruteForce;
import org.parley.bargain.PackageBound;
import org.parley.bargain.Problem;
import org.parley.bargain.RandomProblems;
import org.parley.bargain.worth.WorthRange;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.exact.Meter;
import org.parley.exact.Rational;
import org.parley.exact.StoppedBy;
import org.parley.sweep.Seeds;
import org.parley.sweep.SweepParts;

class RobustnessOracleTest {

  private static final Comparator<RobustPackage> SAFEST_FIRST =
      Comparator.comparing(RobustPackage::standing)
          .thenComparing(robust -> robust.acceptable().hits(), Comparator.reverseOrder())
          .thenComparing(robust -> robust.efficient().hits(), Comparator.reverseOrder());

  private static UncertainProblem drawn(long seed, int width) {
    Problem problem =
        RandomProblems.withBaselines(
            RandomProblems.of(RandomProblems.kind(seed), 3, 4, 3, seed), 50);
    Random random = new Random(seed);
    List<UncertainProblem.Ranges> ranges = new ArrayList<>();
    for (Problem.Party party : problem.parties()) {
      List<List<WorthRange>> rows = new ArrayList<>();
      for (List<Long> row : party.worths()) {
        rows.add(row.stream().map(worth -> around(worth, width, random)).toList());
      }
      @Nullable Long baseline = party.baseline();
      ranges.add(
          new UncertainProblem.Ranges(
              rows, baseline == null ? null : around(baseline, width, random)));
    }
    return new UncertainProblem(problem, ranges);
  }

  private static WorthRange around(long worth, int width, Random random) {
    return new WorthRange(worth - random.nextInt(width + 1), worth + random.nextInt(width + 1));
  }

  private static List<List<Integer>> packages(Problem problem, int count) {
    return BruteForce.acceptable(problem, 0).stream()
        .limit(count)
        .map(each -> Arrays.stream(each).boxed().toList())
        .toList();
  }

  @Test
  void everyDrawIsJudgedAsBruteForceJudgesIt() {
    for (long seed = 0; seed < 30; seed++) {
      UncertainProblem problem = drawn(seed, 30);
      List<List<Integer>> packages = packages(problem.frame(), 81);
      for (long draw = 0; draw < 4; draw++) {
        AcceptanceTally tally =
            Robustness.sweep(problem, packages, new Seeds(draw, 1), new Meter(Budget.unlimited()));
        Problem world = problem.drawn(draw);
        List<int[]> all = BruteForce.acceptable(world, world.everyone());
        var frontier = BruteForce.frontier(world, world.everyone());
        for (int each = 0; each < packages.size(); each++) {
          int[] options = packages.get(each).stream().mapToInt(Integer::intValue).toArray();
          boolean accepted = all.stream().anyMatch(other -> Arrays.equals(other, options));
          boolean efficient =
              accepted
                  && frontier.containsKey(Arrays.stream(world.worths(options)).boxed().toList());
          assertEquals(accepted ? 1 : 0, tally.acceptable().get(each), "seed " + seed);
          assertEquals(efficient ? 1 : 0, tally.efficient().get(each), "seed " + seed);
        }
      }
    }
  }

  @Test
  void everyDrawOfAProblemWithoutDoubtIsThatProblem() {
    for (long seed = 0; seed < 8; seed++) {
      Problem without = RandomProblems.of(RandomProblems.kind(seed), 3, 4, 3, seed);
      for (Problem problem : List.of(without, RandomProblems.withBaselines(without, 50))) {
        UncertainProblem certain = UncertainProblem.certain(problem);
        for (Problem drawn :
            List.of(certain.worst(), certain.middle(), certain.best(), certain.drawn(seed))) {
          assertEquals(problem, drawn, "seed " + seed);
        }
      }
    }
  }

  @Test
  void theChanceIsTheOneThatCountingEveryWorthGives() {
    for (long seed = 0; seed < 8; seed++) {
      UncertainProblem problem = drawn(seed, 12);
      List<List<Integer>> packages = packages(problem.frame(), 8);
      List<RobustPackage> all =
          Robustness.of(problem, packages, new Seeds(seed, 1000), 2, Budget.unlimited())
              .findAnswer()
              .orElseThrow();
      assertEquals(packages, all.stream().map(RobustPackage::options).toList(), "seed " + seed);
      for (RobustPackage robust : all) {
        double exact = exactChance(problem, robust.options()).approximately();
        // Five standard deviations of 1000 draws.
        assertEquals(exact, robust.acceptable().share(), 0.08, "seed " + seed);
        assertEquals(
            exact == 1
                ? RobustPackage.Certainty.SURELY
                : exact == 0 ? RobustPackage.Certainty.NEVER : RobustPackage.Certainty.POSSIBLY,
            robust.standing(),
            "seed " + seed);
        assertTrue(robust.efficient().hits() <= robust.acceptable().hits(), "seed " + seed);
      }
    }
  }

  /// The parties draw apart from each other, so the chances multiply; each one's worth is a sum of
  /// numbers that are evenly spread, whose ways are counted by adding one after the other.
  private static Rational exactChance(UncertainProblem problem, List<Integer> options) {
    Rational chance = Rational.ONE;
    for (UncertainProblem.Ranges party : problem.ranges()) {
      WorthRange baseline = party.baseline();
      if (baseline == null) {
        continue;
      }
      List<WorthRange> terms = new ArrayList<>();
      terms.add(new WorthRange(-baseline.high(), -baseline.low()));
      for (int point = 0; point < options.size(); point++) {
        terms.add(party.worths().get(point).get(options.get(point)));
      }
      double[] ways = {1};
      long least = 0;
      for (WorthRange term : terms) {
        double[] next = new double[ways.length + (int) (term.high() - term.low())];
        for (int sum = 0; sum < ways.length; sum++) {
          for (int add = 0; add <= term.high() - term.low(); add++) {
            next[sum + add] += ways[sum];
          }
        }
        ways = next;
        least += term.low();
      }
      long good = 0;
      long all = 0;
      for (int sum = 0; sum < ways.length; sum++) {
        all += (long) ways[sum];
        good += least + sum >= 0 ? (long) ways[sum] : 0;
      }
      chance = chance.times(Rational.of(good, all));
    }
    return chance;
  }

  @Test
  void theAnswerDoesNotDependOnThreadsOrOnHowSeedsAreCut() {
    UncertainProblem problem = drawn(3, 25);
    List<List<Integer>> packages = packages(problem.frame(), 10);
    Finding<List<RobustPackage>> one =
        Robustness.of(problem, packages, new Seeds(11, 300), 1, Budget.unlimited());
    for (int threads : List.of(2, 7)) {
      assertEquals(
          one, Robustness.of(problem, packages, new Seeds(11, 300), threads, Budget.unlimited()));
    }
    assertEquals(
        one,
        SweepParts.anyhow(
            new AcceptanceSweep(problem, packages, new Seeds(11, 300), Budget.unlimited()),
            new Random(6)));
    Meter meter = new Meter(Budget.unlimited());
    AcceptanceTally whole = Robustness.sweep(problem, packages, new Seeds(11, 300), meter);
    AcceptanceTally parts =
        Robustness.sweep(problem, packages, new Seeds(11, 7), meter)
            .plus(Robustness.sweep(problem, packages, new Seeds(18, 293), meter));
    assertEquals(whole, parts);
  }

  @Test
  void namesAPackageThatIsSurelySafeWhereThereIsOne() {
    int sure = 0;
    for (long seed = 0; seed < 24; seed++) {
      UncertainProblem problem = drawn(seed, 8);
      Problem worst = problem.worst();
      Problem best = problem.best();
      Finding<List<RobustPackage>> finding =
          Robustness.safest(problem, List.of(), new Seeds(seed, 40), 2, Budget.unlimited());
      if (BruteForce.acceptable(best, best.everyone()).isEmpty()) {
        assertTrue(finding instanceof Finding.Impossible, "seed " + seed);
        continue;
      }
      List<RobustPackage> all = finding.findAnswer().orElseThrow();
      assertEquals(all.stream().sorted(SAFEST_FIRST).toList(), all, "seed " + seed);
      RobustPackage first = all.getFirst();
      boolean exists = !BruteForce.acceptable(worst, worst.everyone()).isEmpty();
      sure += exists ? 1 : 0;
      assertEquals(exists, first.standing() == RobustPackage.Certainty.SURELY, "seed " + seed);
      if (exists) {
        assertEquals(1.0, first.acceptable().share(), "seed " + seed);
      }
    }
    assertTrue(sure > 5 && sure < 24, "sure " + sure);
  }

  @Test
  void theSafestIsAboutAsSafeAsTheSafestOfAll() {
    for (long seed = 0; seed < 8; seed++) {
      UncertainProblem problem = drawn(seed, 25);
      Finding<List<RobustPackage>> finding =
          Robustness.safest(problem, List.of(), new Seeds(seed, 150), 2, Budget.unlimited());
      double most = 0;
      for (List<Integer> options : packages(problem.frame(), Integer.MAX_VALUE)) {
        most = Math.max(most, exactChance(problem, options).approximately());
      }
      double found =
          finding
              .findAnswer()
              .map(all -> exactChance(problem, all.getFirst().options()).approximately())
              .orElse(0.0);
      assertTrue(found >= most - 0.15, "seed " + seed + ": " + found + " of " + most);
    }
  }

  @Test
  void withoutDoubtNothingIsDrawn() {
    Problem problem =
        RandomProblems.withBaselines(RandomProblems.of(RandomProblems.Kind.W, 3, 4, 3, 1), 40);
    Finding<List<RobustPackage>> finding =
        Robustness.of(
            UncertainProblem.certain(problem),
            packages(problem, 5),
            new Seeds(0, 100_000_000),
            2,
            Budget.unlimited());
    assertTrue(finding instanceof Finding.Exhausted);
  }

  @Test
  void stopsWithTheSeedsItHasDone() {
    UncertainProblem problem = drawn(5, 20);
    Finding<List<RobustPackage>> finding =
        Robustness.of(
            problem,
            packages(problem.frame(), 5),
            new Seeds(0, 1_000_000),
            2,
            Budget.unlimited().withStop(() -> true));
    assertTrue(finding instanceof Finding.Bounded);
    RobustPackage first = finding.findAnswer().orElseThrow().getFirst();
    assertTrue(first.acceptable().draws() < 1_000_000);
  }

  @Test
  void oneSeedHasOneAnswerHoweverOftenItIsAskedAndOnAnyNumberOfThreads() {
    for (long seed = 0; seed < 5; seed++) {
      UncertainProblem problem = drawn(seed, 25);
      Finding<List<RobustPackage>> one =
          Robustness.safest(problem, List.of(), new Seeds(seed, 200), 1, Budget.unlimited());
      for (int threads : List.of(1, 3)) {
        for (long states : List.of(10_000_000L, Long.MAX_VALUE)) {
          assertEquals(
              one,
              Robustness.safest(
                  problem,
                  List.of(),
                  new Seeds(seed, 200),
                  threads,
                  Budget.unlimited().withStates(states)),
              "seed " + seed);
        }
      }
    }
  }

  /// What a signal ends says how many draws were made, and is the answer of so many draws.
  @Test
  void whatIsStoppedIsTheAnswerOfTheDrawsMadeByThen() {
    int stopped = 0;
    UncertainProblem problem = drawn(3, 25);
    AtomicInteger looks = new AtomicInteger();
    Robustness.safest(
        problem,
        List.of(),
        new Seeds(7, 300),
        1,
        Budget.unlimited().withStop(() -> looks.incrementAndGet() < 0));
    for (int tenth = 1; tenth < 10; tenth++) {
      AtomicInteger left = new AtomicInteger(looks.get() * tenth / 10);
      Finding<List<RobustPackage>> finding =
          Robustness.safest(
              problem,
              List.of(),
              new Seeds(7, 300),
              1,
              Budget.unlimited().withStop(() -> left.decrementAndGet() < 0));
      if (finding
              instanceof
              Finding.Bounded<List<RobustPackage>>(
                  List<RobustPackage> all,
                  PackageBound.ByChance(long draws, long asked),
                  StoppedBy by)
          && draws > 0
          && draws < asked) {
        stopped++;
        assertEquals(StoppedBy.SIGNAL, by);
        assertEquals(300, asked);
        assertEquals(
            Robustness.safest(problem, List.of(), new Seeds(7, draws), 2, Budget.unlimited())
                .findAnswer()
                .orElseThrow(),
            all);
      }
    }
    assertTrue(stopped > 3, "stopped " + stopped);
  }

  @Test
  void stepsEndASweepAtTheSameDrawOnAnyNumberOfThreads() {
    UncertainProblem problem = drawn(3, 25);
    Budget budget = Budget.ofSteps(3_000);
    Finding<List<RobustPackage>> one =
        Robustness.of(problem, packages(problem.frame(), 10), new Seeds(11, 3000), 1, budget);
    assertTrue(
        one
                instanceof
                Finding.Bounded<List<RobustPackage>>(_, PackageBound.ByChance chance, StoppedBy by)
            && by == StoppedBy.STEPS
            && chance.draws() > 0
            && chance.draws() < 3000,
        one::toString);
    for (int threads : List.of(2, 5)) {
      assertEquals(
          one,
          Robustness.of(
              problem, packages(problem.frame(), 10), new Seeds(11, 3000), threads, budget));
    }
  }
}
