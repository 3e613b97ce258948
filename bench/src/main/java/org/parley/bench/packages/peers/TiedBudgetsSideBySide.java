package org.parley.bench.packages.peers;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.parley.bargain.JointWorth;
import org.parley.bargain.OptionSet;
import org.parley.bargain.PackageConstraint;
import org.parley.bargain.Problem;
import org.parley.bargain.SigningRule;
import org.parley.bargain.frontier.Frontier;
import org.parley.bargain.frontier.Frontiers;
import org.parley.check.Check;
import org.parley.check.Verdict;
import org.parley.exact.Budget;
import org.parley.exact.Finding;

/// Prints the time of the frontier under budgets with both bounds and beside other linkages, two
/// parties, beside HiGHS with the epsilon-constraint method. Both must give the same vectors.
///
/// Amounts are 1,000 to 100,000, so sums are many. Argument: the seconds that HiGHS may take.
public final class TiedBudgetsSideBySide {

  private static final int RUNS = 3;

  private TiedBudgetsSideBySide() {}

  /// @param parties how many; HiGHS is asked for two alone
  /// @param spread how far apart the bounds of a budget are, in hundredths of its range; 100 for an
  ///   upper bound alone
  /// @param ties exclusions, implications and joint worths, as many of each
  private record Shape(int parties, int points, int options, int budgets, int spread, int ties) {}

  public static void main(String[] args) {
    long seconds = args.length > 0 ? Long.parseLong(args[0]) : 60;
    System.out.printf(
        Locale.ROOT,
        "%s, %d processors, load average %.1f; Parley: median (least to most) of %d runs after one;"
            + " HiGHS once; processor seconds of the calling thread%n",
        System.getProperty("java.vm.version"),
        Runtime.getRuntime().availableProcessors(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        RUNS);
    for (Shape each :
        List.of(
            new Shape(2, 30, 2, 1, 10, 0),
            new Shape(2, 30, 2, 1, 1, 0),
            new Shape(2, 30, 2, 2, 100, 0),
            new Shape(2, 30, 2, 2, 10, 0),
            new Shape(2, 30, 2, 1, 100, 3),
            new Shape(2, 40, 2, 1, 100, 6),
            new Shape(2, 30, 2, 1, 10, 3),
            new Shape(2, 40, 2, 1, 10, 0),
            new Shape(3, 30, 2, 1, 10, 0),
            new Shape(3, 30, 2, 1, 100, 3))) {
      compare(each, problem(each, 1), seconds);
    }
  }

  private static Problem problem(Shape shape, long seed) {
    Random random = new Random(seed);
    List<Problem.Point> points = new ArrayList<>();
    for (int point = 0; point < shape.points(); point++) {
      List<String> options = new ArrayList<>();
      for (int option = 0; option < shape.options(); option++) {
        options.add("o" + option);
      }
      points.add(new Problem.Point("p" + point, options));
    }
    List<Problem.Party> parties = new ArrayList<>();
    for (int party = 0; party < shape.parties(); party++) {
      parties.add(new Problem.Party("party " + party, rows(shape, 0, 101, random), Set.of(), null));
    }
    List<PackageConstraint> linkages = new ArrayList<>();
    for (int budget = 0; budget < shape.budgets(); budget++) {
      linkages.add(budget(shape, budget, random));
    }
    List<JointWorth> joint = new ArrayList<>();
    for (int tie = 0; tie < shape.ties(); tie++) {
      linkages.add(new PackageConstraint.Forbidden("exclusion " + tie, terms(shape, 2, random)));
      linkages.add(
          new PackageConstraint.Implication(
              "implication " + tie, terms(shape, 1, random), terms(shape, 2, random)));
      joint.add(
          new JointWorth(tie % shape.parties(), terms(shape, 2, random), random.nextInt(10, 101)));
    }
    return new Problem(parties, points, linkages, joint, SigningRule.all(parties.size()));
  }

  private static List<List<Long>> rows(Shape shape, int from, int to, Random random) {
    List<List<Long>> rows = new ArrayList<>();
    for (int point = 0; point < shape.points(); point++) {
      rows.add(random.longs(shape.options(), from, to).boxed().toList());
    }
    return rows;
  }

  private static PackageConstraint budget(Shape shape, int number, Random random) {
    List<PackageConstraint.PointAmounts> amounts = new ArrayList<>();
    long least = 0;
    long most = 0;
    for (List<Long> row : rows(shape, 1_000, 100_001, random)) {
      PackageConstraint.PointAmounts each = new PackageConstraint.PointAmounts(amounts.size(), row);
      amounts.add(each);
      least += each.least();
      most += each.most();
    }
    long above = least + (most - least) * 45 / 100;
    Long below = above - (most - least) * shape.spread() / 100;
    return new PackageConstraint.Budget(
        "budget " + number, amounts, shape.spread() == 100 ? null : below, above);
  }

  private static List<OptionSet> terms(Shape shape, int count, Random random) {
    return random
        .ints(0, shape.points())
        .distinct()
        .limit(count)
        .mapToObj(point -> OptionSet.of(point, random.nextInt(shape.options())))
        .toList();
  }

  private static void compare(Shape shape, Problem problem, long seconds) {
    var _ = Frontiers.find(problem, Budget.unlimited());
    double[] times = new double[RUNS];
    Finding<Frontier> finding = Frontiers.find(problem, Budget.unlimited());
    for (int run = 0; run < RUNS; run++) {
      double begun = now();
      finding = Frontiers.find(problem, Budget.unlimited());
      times[run] = now() - begun;
    }
    Arrays.sort(times);
    if (!(finding instanceof Finding.Proved<Frontier>)) {
      throw new AssertionError(shape + ": not proved");
    }
    List<List<Long>> own =
        finding
            .findAnswer()
            .orElseThrow()
            .vectors()
            .map(each -> Arrays.stream(each).boxed().toList())
            .toList();
    double begun = now();
    Verdict verdict = Check.verify(problem, finding, Budget.unlimited());
    double checked = now() - begun;
    if (!verdict.equals(new Verdict.Holds())) {
      throw new AssertionError(shape + ": " + verdict);
    }
    System.out.printf(
        Locale.ROOT,
        "%s: %d vectors; Parley %.2f (%.2f to %.2f) s, checked in %.2f s%s%n",
        shape,
        own.size(),
        times[RUNS / 2],
        times[0],
        times[RUNS - 1],
        checked,
        shape.parties() == 2 ? peer(problem, own, seconds, times[RUNS / 2]) : "");
  }

  private static double now() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
  }

  private static String peer(Problem problem, List<List<Long>> own, long seconds, double took) {
    double begun = now();
    Optional<List<List<Long>>> theirs =
        new HighsEpsilon(problem).frontier(System.nanoTime() + seconds * 1_000_000_000L);
    double other = now() - begun;
    if (theirs.isPresent() && !theirs.get().equals(own)) {
      throw new AssertionError(own + " and " + theirs.get());
    }
    return theirs.isPresent()
        ? String.format(Locale.ROOT, "; HiGHS %.2f s, %.1f times as long", other, other / took)
        : "; HiGHS not finished in " + seconds + " s";
  }
}
