package org.parley.bargain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.parley.Effort;
import org.parley.bargain.clash.Bridges;
import org.parley.bargain.frontier.Frontier;
import org.parley.bargain.frontier.FrontierCertificate;
import org.parley.bargain.frontier.Frontiers;
import org.parley.bargain.pivot.Pivots;
import org.parley.bargain.robust.Robustness;
import org.parley.bargain.robust.UncertainProblem;
import org.parley.bargain.solve.Solution;
import org.parley.bargain.solve.Solutions;
import org.parley.bargain.worth.WorthRange;
import org.parley.bargain.zone.Zone;
import org.parley.bargain.zone.Zones;
import org.parley.exact.Budget;
import org.parley.exact.Certificate;
import org.parley.exact.Finding;
import org.parley.exact.Rational;
import org.parley.sweep.Seeds;

/// The number of threads changes no answer, its order, or where a limit on steps or states ends a
/// search.
class ThreadsLawTest {

  private static final List<Integer> MORE = Effort.isLong() ? List.of(2, 3, 4) : List.of(2, 3);

  private static Problem problem(
      RandomProblems.Kind kind, int parties, int points, int options, int baseline) {
    Problem plain = RandomProblems.of(kind, parties, points, options, parties + points);
    return baseline == 0 ? plain : RandomProblems.withBaselines(plain, baseline);
  }

  /// Compares the answers on several threads with that on one.
  private static void same(
      String what,
      Budget budget,
      Function<Budget, Finding<?>> question,
      Function<Finding<?>, ?> as) {
    Object one = as.apply(question.apply(budget));
    for (int threads : MORE) {
      assertEquals(
          one,
          as.apply(question.apply(budget.withThreads(threads))),
          () ->
              what + ", " + budget.steps() + " steps, " + budget.states() + " states, " + threads);
    }
  }

  private static void same(String what, Budget budget, Function<Budget, Finding<?>> question) {
    same(what, budget, question, finding -> finding);
  }

  /// A limit that ends about half of the searches.
  private static long limit(Random random, double most) {
    return random.nextBoolean() ? Long.MAX_VALUE / 2 : (long) Math.pow(most, random.nextDouble());
  }

  /// Sums of tables, bit sets, pairs of halves, and too many packages for each.
  @Test
  void zonesAreTheSame() {
    for (Problem problem :
        List.of(
            problem(RandomProblems.Kind.W, 4, 14, 4, 50),
            problem(RandomProblems.Kind.U, 5, 10, 4, 50),
            problem(RandomProblems.Kind.U, 3, 14, 4, 60),
            problem(RandomProblems.Kind.X, 5, 20, 4, 50))) {
      for (long steps : List.of(1_000_000L, 5_000L)) {
        String what = problem.points().size() + " points";
        Budget budget = Budget.ofSteps(steps).withStates(100_000);
        same(
            what,
            budget,
            some -> Zones.find(problem, problem.everyone(), some),
            ThreadsLawTest::bounds);
      }
    }
  }

  private static List<?> bounds(Finding<?> finding) {
    Zone zone = (Zone) finding.findAnswer().orElseThrow();
    return List.of(finding.getClass(), zone.atLeast(), zone.atMost());
  }

  @Test
  void sharesOfAZoneAreTheSame() {
    Problem problem = problem(RandomProblems.Kind.U, 4, 11, 4, 50);
    Budget budget = Budget.unlimited().withStates(400_000);
    Zone zone = Zones.find(problem, problem.everyone(), budget).findAnswer().orElseThrow();
    Rational[][] one = zone.shares(budget).orElseThrow();
    for (int threads : MORE) {
      Budget more = budget.withThreads(threads);
      Zone same = Zones.find(problem, problem.everyone(), more).findAnswer().orElseThrow();
      assertTrue(Arrays.deepEquals(one, same.shares(more).orElseThrow()), threads + " threads");
    }
  }

  @Test
  void pivotsAreTheSame() {
    for (int parties = 2; parties <= 4; parties++) {
      Problem problem = problem(RandomProblems.Kind.U, parties, 5, 3, 50);
      for (long steps : List.of(Long.MAX_VALUE, 30L)) {
        same(parties + " parties", Budget.ofSteps(steps), some -> Pivots.find(problem, true, some));
      }
    }
  }

  /// Lists and tables, slabs, many states, and bit tables.
  @Test
  void frontiersAreTheSame() {
    for (long seed = 0; seed < Effort.of(24, 400); seed++) {
      Random random = new Random(seed);
      int parties = 2 + random.nextInt(5);
      int points = List.of(18, 16, 13, 11, 9).get(parties - 2) + random.nextInt(3);
      Problem plain =
          problem(RandomProblems.kind(seed), parties, points, 4, 30 * random.nextInt(3));
      Problem problem =
          random.nextBoolean() ? plain : withJointWorths(plain, 1 + random.nextInt(3), random);
      Budget budget = Budget.ofSteps(limit(random, 200_000)).withStates(limit(random, 40_000));
      same(
          "seed " + seed,
          budget.withSteps(Math.min(budget.steps(), 900_000)),
          some -> Frontiers.find(problem, some),
          ThreadsLawTest::vectors);
    }
  }

  /// Exclusions, implications, budgets and caps.
  @Test
  void smallFrontiersAreTheSame() {
    for (long seed = 0; seed < Effort.of(60, 1_000); seed++) {
      Problem problem = RandomProblems.small(seed);
      Budget budget = Budget.ofSteps(limit(new Random(seed), 2_000));
      same("seed " + seed, budget, some -> Frontiers.find(problem, some), ThreadsLawTest::vectors);
    }
  }

  /// Two parties with boxes of joint worths, losses among them, by trees with their proofs.
  @Test
  void treesOfLinkedFrontiersAreTheSame() {
    for (long seed = 0; seed < Effort.of(6, 60); seed++) {
      Random random = new Random(seed);
      Problem problem = withBoxes(problem(RandomProblems.kind(seed), 2, 11, 4, 0), random);
      Budget budget = Budget.ofSteps(limit(random, 300)).withStates(1_000);
      same(
          "seed " + seed,
          budget,
          some -> Frontiers.find(problem, some),
          finding ->
              List.of(vectors(finding), finding.findCertificate().map(ThreadsLawTest::tree)));
    }
  }

  private static Object tree(Certificate certificate) {
    return certificate instanceof FrontierCertificate proof && proof.tree() != null
        ? proof.tree()
        : certificate.getClass();
  }

  /// More candidates than a cover of two halves waits for.
  @Test
  void coversOfTwoHalvesAreTheSame() {
    Problem problem = problem(RandomProblems.Kind.U, 6, 12, 3, 0);
    same(
        "two halves",
        Budget.ofSteps(1_200_000).withStates(20_000),
        some -> Frontiers.find(problem, some),
        ThreadsLawTest::vectors);
  }

  /// The vectors in order, a package of each, and how the search ended.
  private static List<Object> vectors(Finding<?> finding) {
    List<Object> all = new ArrayList<>();
    all.add(finding.getClass());
    if (finding instanceof Finding.Bounded<?>(_, var bound, var by)) {
      all.add(bound);
      all.add(by);
    }
    if (finding.findAnswer().orElse(null) instanceof Frontier frontier) {
      IntStream.range(0, frontier.size())
          .mapToObj(
              at -> Arrays.hashCode(frontier.worths(at)) + Arrays.toString(frontier.packageOf(at)))
          .forEach(all::add);
    }
    return all;
  }

  /// Joint worths of each point with the next ones.
  private static Problem withJointWorths(Problem problem, int next, Random random) {
    List<JointWorth> all = new ArrayList<>();
    int points = problem.points().size();
    for (int point = 0; point < points; point++) {
      for (int other = point + 1; other < Math.min(points, point + 1 + next); other++) {
        all.add(
            new JointWorth(
                random.nextInt(problem.parties().size()),
                List.of(
                    OptionSet.of(point, random.nextInt(4)), OptionSet.of(other, random.nextInt(4))),
                random.nextInt(101) - 50L));
      }
    }
    return new Problem(problem.parties(), problem.points(), List.of(), all, problem.signing());
  }

  /// Joint worths of options of three points.
  private static Problem withBoxes(Problem problem, Random random) {
    List<JointWorth> all = new ArrayList<>();
    for (int box = 0; box < 30; box++) {
      List<OptionSet> when =
          random
              .ints(0, problem.points().size())
              .distinct()
              .limit(3)
              .mapToObj(point -> OptionSet.of(point, random.nextInt(2), 2 + random.nextInt(2)))
              .toList();
      all.add(new JointWorth(random.nextInt(2), when, random.nextInt(301) - 100L));
    }
    return new Problem(problem.parties(), problem.points(), List.of(), all, problem.signing());
  }

  /// Halves and four lists, with their certificates.
  @Test
  void solutionsAreTheSame() {
    for (long seed = 0; seed < Effort.of(6, 60); seed++) {
      Random random = new Random(seed);
      RandomProblems.Kind kind = RandomProblems.kind(seed);
      Problem problem =
          kind == RandomProblems.Kind.C
              ? problem(kind, 4 + random.nextInt(2), 11, 4, 30)
              : problem(kind, 6 + random.nextInt(3), 24, 4, 30);
      for (Solution.Kind rule : Solution.Kind.values()) {
        same(
            "seed " + seed + ", " + rule,
            Budget.ofSteps(limit(random, 3_000)),
            some -> Solutions.find(problem, rule, some));
      }
    }
  }

  @Test
  void clashesAreTheSame() {
    for (long seed = 0; seed < Effort.of(8, 80); seed++) {
      Random random = new Random(seed);
      Problem problem =
          problem(RandomProblems.kind(seed), 3 + random.nextInt(3), 7, 3, 72 + random.nextInt(12));
      same("seed " + seed, Budget.ofSteps(limit(random, 200)), some -> Bridges.find(problem, some));
    }
  }

  @Test
  void robustPackagesAreTheSame() {
    for (long seed = 0; seed < Effort.of(4, 40); seed++) {
      Random random = new Random(seed);
      Problem problem = problem(RandomProblems.kind(seed), 3, 6, 3, 50 + random.nextInt(10));
      UncertainProblem ranged = ranged(problem);
      Seeds seeds = new Seeds(seed, 40 + random.nextInt(40));
      same(
          "seed " + seed,
          Budget.ofSteps(limit(random, 5_000)),
          some -> Robustness.safest(ranged, List.of(), seeds, some.threads(), some));
    }
  }

  private static UncertainProblem ranged(Problem problem) {
    return new UncertainProblem(
        problem,
        problem.parties().stream()
            .map(
                party ->
                    new UncertainProblem.Ranges(
                        party.worths().stream()
                            .map(
                                row ->
                                    row.stream()
                                        .map(each -> new WorthRange(each - 8, each + 8))
                                        .toList())
                            .toList(),
                        party.baseline() == null ? null : WorthRange.of(party.baseline())))
            .toList());
  }
}
