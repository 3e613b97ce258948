package org.parley.bargain.frontier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.parley.Effort;
import org.parley.bargain.Choice;
import org.parley.bargain.JointWorth;
import org.parley.bargain.OptionSet;
import org.parley.bargain.PackageBound;
import org.parley.bargain.PackageConstraint;
import org.parley.bargain.Problem;
import org.parley.bargain.SigningRule;
import org.parley.bargain.linked.LinkedForm;
import org.parley.bargain.linked.LinkedFrontier;
import org.parley.bargain.linked.SplitTree;
import org.parley.bargain.solve.ExtremeCertificate;
import org.parley.bargain.solve.Solution;
import org.parley.bargain.solve.Solutions;
import org.parley.check.Check;
import org.parley.check.Verdict;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.exact.Meter;

/// Frontiers of linked and capped problems beside all of their packages.
class LinkedFrontierOracleTest {

  /// A small problem of many joint worths, some of them losses, some with linkages, budgets, red
  /// lines, baselines and caps.
  static Problem problem(Random random, int parties) {
    int size = 3 + random.nextInt(4);
    List<Problem.Point> points = new ArrayList<>();
    for (int point = 0; point < size; point++) {
      points.add(
          new Problem.Point(
              "p" + point,
              IntStream.range(0, 1 + random.nextInt(4)).mapToObj(each -> "o" + each).toList()));
    }
    List<JointWorth> joints = new ArrayList<>();
    int most = random.nextInt(4) == 0 ? 3 : 24;
    for (int joint = 0; joint < most; joint++) {
      long worth = random.nextInt(60) - (random.nextInt(3) == 0 ? 40L : 0L);
      joints.add(new JointWorth(random.nextInt(parties), terms(random, points), worth));
    }
    List<PackageConstraint> linkages = new ArrayList<>();
    for (int linkage = 0; linkage < random.nextInt(3); linkage++) {
      linkages.add(
          random.nextBoolean()
              ? new PackageConstraint.Forbidden("f" + linkage, terms(random, points))
              : new PackageConstraint.Implication(
                  "i" + linkage, terms(random, points), terms(random, points)));
    }
    List<Problem.Party> all = new ArrayList<>();
    for (int party = 0; party < parties; party++) {
      List<List<Long>> worths = new ArrayList<>();
      for (Problem.Point point : points) {
        worths.add(
            point.options().stream()
                .map(_ -> random.nextInt(3) == 0 ? (long) random.nextInt(30) - 5 : 0L)
                .toList());
      }
      Set<Choice> redLines =
          random.nextInt(3) == 0
              ? Set.of(new Choice(0, random.nextInt(points.getFirst().options().size())))
              : Set.of();
      Long baseline = random.nextInt(3) == 0 ? (long) random.nextInt(80) : null;
      Long cap = random.nextBoolean() ? 20L + random.nextInt(120) : null;
      all.add(new Problem.Party("party" + party, worths, redLines, baseline).withCap(cap));
    }
    for (int budget = random.nextInt(4) - 1; budget > 0; budget--) {
      linkages.add(budget("b" + budget, random, points));
    }
    return new Problem(all, points, linkages, joints, SigningRule.all(parties));
  }

  /// At most, at least or exactly so much, over some of the points.
  private static PackageConstraint budget(String id, Random random, List<Problem.Point> points) {
    List<PackageConstraint.PointAmounts> amounts = new ArrayList<>();
    long middle = 0;
    for (int point = 0; point < points.size(); point++) {
      if (amounts.isEmpty() || random.nextInt(4) > 0) {
        List<Long> row =
            points.get(point).options().stream().map(_ -> random.nextLong(-3, 12)).toList();
        middle += row.stream().mapToLong(Long::longValue).sum() / row.size();
        amounts.add(new PackageConstraint.PointAmounts(point, row));
      }
    }
    long least = middle + random.nextLong(-8, 6);
    int kind = random.nextInt(4);
    return new PackageConstraint.Budget(
        id,
        amounts,
        kind == 0 ? null : Long.valueOf(least),
        kind == 1 ? null : Long.valueOf(kind == 2 ? least : least + random.nextInt(7)));
  }

  private static List<OptionSet> terms(Random random, List<Problem.Point> points) {
    List<OptionSet> terms = new ArrayList<>();
    Set<Integer> on = new TreeSet<>();
    for (int term = 0; term < 1 + random.nextInt(3); term++) {
      on.add(random.nextInt(points.size()));
    }
    for (int point : on) {
      Set<Integer> options = new TreeSet<>();
      int size = points.get(point).options().size();
      for (int option = 0; option < size; option++) {
        if (random.nextBoolean()) {
          options.add(option);
        }
      }
      options.add(random.nextInt(size));
      terms.add(new OptionSet(point, options));
    }
    return terms;
  }

  /// The non-dominated vectors of all acceptable packages, in falling order.
  static List<List<Long>> bruteForce(Problem problem) {
    List<long[]> all = new ArrayList<>();
    int[] options = new int[problem.points().size()];
    visit(problem, 0, options, all);
    return all.stream()
        .filter(
            each ->
                all.stream().noneMatch(other -> covers(other, each) && !Arrays.equals(other, each)))
        .map(each -> Arrays.stream(each).boxed().toList())
        .distinct()
        .sorted((one, two) -> Arrays.compare(longs(two), longs(one)))
        .toList();
  }

  private static void visit(Problem problem, int point, int[] options, List<long[]> all) {
    if (point == options.length) {
      if (problem.allows(options)
          && IntStream.range(0, problem.parties().size())
              .allMatch(party -> problem.acceptableTo(party, options))) {
        all.add(problem.worths(options));
      }
      return;
    }
    for (int option = 0; option < problem.points().get(point).options().size(); option++) {
      options[point] = option;
      visit(problem, point + 1, options, all);
    }
  }

  private static boolean covers(long[] one, long[] other) {
    return IntStream.range(0, one.length).allMatch(at -> one[at] >= other[at]);
  }

  private static long[] longs(List<Long> all) {
    return all.stream().mapToLong(Long::longValue).toArray();
  }

  private static void compare(String name, Problem problem) {
    compare(name, problem, Frontiers.find(problem, Budget.unlimited()));
  }

  private static void compare(String name, Problem problem, Finding<Frontier> found) {
    List<List<Long>> expected = bruteForce(problem);
    if (expected.isEmpty()) {
      assertInstanceOf(Finding.Impossible.class, found, name);
    } else {
      Frontier frontier = found.findAnswer().orElseThrow();
      assertEquals(
          expected,
          frontier.vectors().map(each -> Arrays.stream(each).boxed().toList()).toList(),
          name);
    }
    assertTrue(found.findCertificate().isPresent(), name);
    assertEquals(
        new Verdict.Holds(), Check.verify(problem, found, Budget.ofSteps(10_000_000)), name);
  }

  @Test
  void twoPartiesHaveTheFrontierOfAllPackages() {
    int trees = 0;
    for (long seed = 0; seed < Effort.of(200, 600); seed++) {
      Problem problem = problem(new Random(seed), 2);
      compare("seed " + seed, problem);
      Finding<Frontier> found = LinkedFrontiers.ofTwo(problem, 3, Budget.unlimited());
      if (found != null) {
        compare("by splits, seed " + seed, problem, found);
        trees +=
            found.findCertificate().orElse(null) instanceof FrontierCertificate proof
                    && proof.tree() != null
                ? 1
                : 0;
      }
    }
    assertTrue(trees > Effort.of(100, 300), trees + " by trees");
  }

  @Test
  void morePartiesWithCapsHaveTheFrontierOfAllPackages() {
    for (long seed = 0; seed < Effort.of(80, 200); seed++) {
      compare("seed " + seed, problem(new Random(seed), 3));
    }
  }

  /// Certificates with a changed share, a struck step more, a corner or part less, or negative
  /// factors do not hold.
  @Test
  void noChangedTreeHolds() {
    int tried = 0;
    for (long seed = 0; seed < 160; seed++) {
      Problem problem = problem(new Random(seed), 2);
      Finding<Frontier> found = LinkedFrontiers.ofTwo(problem, 3, Budget.unlimited());
      if (found instanceof Finding.Proved<Frontier>(Frontier frontier, FrontierCertificate proof)
          && proof.tree() != null
          && !proof.tree().parts().isEmpty()) {
        for (SplitTree wrong : changed(proof.tree())) {
          FrontierCertificate certificate =
              new FrontierCertificate(frontier, proof.parties(), wrong);
          assertNotEquals(
              new Verdict.Holds(),
              Check.verify(
                  problem, new Finding.Proved<>(frontier, certificate), Budget.unlimited()),
              "seed " + seed + " " + wrong);
          tried++;
        }
      }
    }
    assertTrue(tried > Effort.of(80, 200), tried + " changed");
  }

  /// A frontier without one of its vectors is refused, since a corner beyond it is not empty.
  @Test
  void noFrontierWithoutAVectorHolds() {
    int tried = 0;
    for (long seed = 0; seed < 160; seed++) {
      Problem problem = problem(new Random(seed), 2);
      if (LinkedFrontiers.ofTwo(problem, 3, Budget.unlimited())
              instanceof Finding.Proved<Frontier>(Frontier whole, FrontierCertificate proof)
          && proof.tree() != null) {
        for (int left = 0; whole.size() > 1 && left < whole.size(); left++) {
          int out = left;
          int[] kept = IntStream.range(0, whole.size()).filter(at -> at != out).toArray();
          Frontier fewer =
              new Frontier(
                  whole.parties(),
                  IntStream.of(kept).mapToObj(whole::worths).toArray(long[][]::new),
                  IntStream.of(kept)
                      .mapToObj(at -> IntStream.of(whole.packageOf(at)).boxed().toList())
                      .toList());
          FrontierCertificate certificate =
              new FrontierCertificate(fewer, proof.parties(), proof.tree());
          assertNotEquals(
              new Verdict.Holds(),
              Check.verify(problem, new Finding.Proved<>(fewer, certificate), Budget.unlimited()),
              "seed " + seed + " without " + left);
          tried++;
        }
      }
    }
    assertTrue(tried > 50, tried + " tried");
  }

  private static List<SplitTree> changed(SplitTree tree) {
    List<SplitTree> all = new ArrayList<>();
    SplitTree.Part first = tree.parts().getFirst();
    List<SplitTree.Part> others = tree.parts().subList(1, tree.parts().size());
    all.add(new SplitTree(others));
    all.add(with(new SplitTree.Part(first.factors(), List.of(), first.root()), others));
    all.add(
        with(
            new SplitTree.Part(
                first.factors().stream().map(each -> -each - 1).toList(),
                first.corners(),
                first.root()),
            others));
    if (first.root() instanceof SplitTree.ProofNode.Closed(List<Long> shares)
        && shares.stream().anyMatch(each -> each > 0)) {
      for (List<Long> wrong :
          List.of(
              shares.subList(1, shares.size()),
              shares.stream().map(each -> -each).toList(),
              shares.stream().map(each -> each > 0 ? 1L << 61 : each).toList())) {
        all.add(
            with(
                new SplitTree.Part(
                    first.factors(), first.corners(), new SplitTree.ProofNode.Closed(wrong)),
                others));
      }
    }
    all.add(
        with(
            new SplitTree.Part(
                first.factors(), first.corners(), new SplitTree.ProofNode.Excluded()),
            others));
    return all;
  }

  private static SplitTree with(SplitTree.Part first, List<SplitTree.Part> others) {
    List<SplitTree.Part> parts = new ArrayList<>(List.of(first));
    parts.addAll(others);
    return new SplitTree(parts);
  }

  /// A search that is stopped says how far any package may lie beyond the vectors that it knows.
  @Test
  void aStoppedSearchCoversAllPackages() {
    int covers = 0;
    for (long seed = 0; seed < Effort.of(300, 900); seed++) {
      Problem problem = problem(new Random(seed), 2);
      Finding<Frontier> found = LinkedFrontiers.ofTwo(problem, 3, Budget.ofSteps(1 + seed % 3));
      if (found
          instanceof
          Finding.Bounded<Frontier>(Frontier some, PackageBound.Cover(List<Long> within), var _)) {
        covers++;
        for (List<Long> each : bruteForce(problem)) {
          assertTrue(
              some.vectors()
                  .anyMatch(
                      known ->
                          each.get(0) - known[0] <= within.get(0)
                              && each.get(1) - known[1] <= within.get(1)),
              "seed " + seed + " " + each);
        }
      }
    }
    assertTrue(covers > Effort.of(20, 60), covers + " covers");
  }

  /// What needs more nodes than a budget has steps is left to others.
  @Test
  void aBudgetIsKept() {
    int stopped = 0;
    for (long seed = 0; seed < 60; seed++) {
      Problem problem = problem(new Random(seed), 2);
      Meter meter = new Meter(Budget.ofSteps(1));
      LinkedForm form = LinkedForm.of(problem, 3);
      if (form != null) {
        LinkedFrontier.ProvedVectors found = LinkedFrontier.find(form, meter);
        assertEquals(meter.stopped(), found == null, "seed " + seed);
        stopped += meter.stopped() ? 1 : 0;
      }
    }
    assertTrue(stopped > 10, stopped + " stopped");
  }

  /// Every rule finds the best of all packages, with baselines or without.
  @Test
  void theRulesSelectTheBestOfAllPackages() {
    for (long seed = 0; seed < Effort.of(100, 300); seed++) {
      Problem problem = problem(new Random(seed), 2 + (int) (seed % 2));
      List<List<Long>> efficient = bruteForce(problem);
      FairSolutions fair = new FairSolutions(problem, Budget.unlimited(), Budget.unlimited());
      for (Solution.Kind kind : Solution.Kind.values()) {
        Finding<Solution> found = fair.find(kind);
        String name = "seed " + seed + " " + kind;
        if (efficient.isEmpty()) {
          assertInstanceOf(Finding.Impossible.class, found, name);
          continue;
        }
        long[] floors = floors(problem);
        Solution expected =
            Solutions.among(
                kind,
                floors,
                efficient.stream().map(worths -> new Solution.Outcome(worths, List.of())).toList());
        Solution solution = found.findAnswer().orElseThrow();
        assertEquals(expected.value(), solution.value(), name);
        if (found instanceof Finding.Proved<Solution>) {
          assertEquals(new Verdict.Holds(), Check.verify(problem, found, Budget.unlimited()), name);
        }
      }
    }
  }

  /// The baselines, or the least worths of all packages that cross no red line.
  static long[] floors(Problem problem) {
    List<Problem.Party> free =
        problem.parties().stream().map(each -> each.withBaseline(null)).toList();
    Problem without = problem.withParties(free);
    List<long[]> all = new ArrayList<>();
    visit(without, 0, new int[problem.points().size()], all);
    return IntStream.range(0, problem.parties().size())
        .mapToLong(
            party -> {
              Long baseline = problem.parties().get(party).baseline();
              return baseline != null
                  ? baseline
                  : all.stream().mapToLong(each -> each[party]).min().orElse(0);
            })
        .toArray();
  }

  /// With many joint worths and no baselines: the best and the worst of all packages, proved.
  @Test
  void extremesAreThoseOfAllPackages() {
    int proved = 0;
    for (long seed = 0; seed < Effort.of(60, 150); seed++) {
      Problem problem = wide(problem(new Random(seed), 1 + (int) (seed % 3)));
      List<long[]> all = new ArrayList<>();
      visit(problem, 0, new int[problem.points().size()], all);
      for (int party = 0; party < problem.parties().size(); party++) {
        int one = party;
        for (boolean isBest : List.of(true, false)) {
          Finding<Solution> found =
              isBest
                  ? Solutions.best(problem, party, Budget.unlimited())
                  : Solutions.worst(problem, party, Budget.unlimited());
          String name = "seed " + seed + " party " + party + " best " + isBest;
          LongStream worths = all.stream().mapToLong(each -> each[one]);
          OptionalLong expected = isBest ? worths.max() : worths.min();
          if (expected.isEmpty()) {
            assertInstanceOf(Finding.Impossible.class, found, name);
            continue;
          }
          Solution.Outcome outcome = found.findAnswer().orElseThrow().outcomes().getFirst();
          assertEquals(expected.getAsLong(), outcome.worths().get(party), name);
          assertEquals(new Verdict.Holds(), Check.verify(problem, found, Budget.unlimited()), name);
          proved +=
              found.findCertificate().orElse(null) instanceof ExtremeCertificate proof
                      && proof.tree() != null
                  ? 1
                  : 0;
        }
      }
    }
    assertTrue(proved > Effort.of(80, 200), proved + " by trees");
  }

  /// The problem without caps and baselines, its joint worths three times over.
  private static Problem wide(Problem problem) {
    List<JointWorth> joints = new ArrayList<>();
    for (int times = 0; times < 3; times++) {
      joints.addAll(problem.jointWorths());
    }
    return new Problem(
        problem.parties().stream().map(each -> each.withCap(null).withBaseline(null)).toList(),
        problem.points(),
        problem.linkages(),
        joints,
        problem.signing());
  }
}
