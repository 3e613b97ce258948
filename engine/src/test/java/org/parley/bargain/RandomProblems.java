package org.parley.bargain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// Problems of the classes U, X, W and C, with linkages, red lines and baselines on request; a
/// function of the seed.
public final class RandomProblems {

  private RandomProblems() {}

  /// How worths are drawn.
  public enum Kind {
    /// Uniform, 0 to 100.
    U,
    /// A weight of 20 to 100 a point and party, monotone over the options.
    X,
    /// 100 points a party, spread over the points, monotone over the options.
    W,
    /// Constant sum: what one gains others lose.
    C
  }

  /// One kind after the other.
  public static Kind kind(long seed) {
    return switch ((int) (seed % 4)) {
      case 0 -> Kind.U;
      case 1 -> Kind.X;
      case 2 -> Kind.W;
      default -> Kind.C;
    };
  }

  /// A problem of one class without baselines: name C-4-20-5 is `of(Kind.C, 4, 20, 5, seed)`.
  public static Problem of(Kind kind, int parties, int points, int options, long seed) {
    Random random = new Random(seed);
    long[][][] worths = new long[parties][points][options];
    for (int point = 0; point < points; point++) {
      if (kind == Kind.C) {
        constantSum(worths, point, random);
      }
    }
    for (int party = 0; party < parties; party++) {
      switch (kind) {
        case U -> {
          for (long[] row : worths[party]) {
            for (int option = 0; option < options; option++) {
              row[option] = random.nextInt(101);
            }
          }
        }
        case X -> {
          for (long[] row : worths[party]) {
            scale(row, random.nextLong(20, 101), random);
          }
        }
        case W -> {
          int[] shares = new int[points];
          for (int hundredth = 0; hundredth < 100; hundredth++) {
            shares[random.nextInt(points)]++;
          }
          for (int point = 0; point < points; point++) {
            scale(worths[party][point], shares[point], random);
          }
        }
        case C -> {}
      }
    }
    return problem(worths, new Long[parties], List.of(), List.of());
  }

  private static void scale(long[] row, long top, Random random) {
    boolean rising = random.nextBoolean();
    long[] inner = random.longs(row.length, 0, top + 1).sorted().toArray();
    inner[0] = 0;
    inner[row.length - 1] = top;
    for (int option = 0; option < row.length; option++) {
      row[option] = inner[rising ? option : row.length - 1 - option];
    }
  }

  private static void constantSum(long[][][] worths, int point, Random random) {
    int parties = worths.length;
    for (int option = 0; option < worths[0][point].length; option++) {
      int left = 50 * parties;
      while (left > 0) {
        int party = random.nextInt(parties);
        long room = Math.min(left, 100 - worths[party][point][option]);
        if (room > 0) {
          long adds = random.nextLong(1, Math.min(room, 10) + 1);
          worths[party][point][option] += adds;
          left -= (int) adds;
        }
      }
    }
  }

  /// The same problem with each baseline at so many hundredths of what the party could get at best.
  public static Problem withBaselines(Problem problem, int hundredths) {
    List<Problem.Party> parties = new ArrayList<>();
    for (Problem.Party party : problem.parties()) {
      long best = 0;
      for (List<Long> row : party.worths()) {
        best += row.stream().mapToLong(Long::longValue).max().orElseThrow();
      }
      parties.add(party.withBaseline(Math.floorDiv(best * hundredths, 100)));
    }
    return problem.withParties(parties);
  }

  /// A small problem of any kind, with everything a problem can have.
  public static Problem small(long seed) {
    Random random = new Random(seed);
    int parties = 1 + random.nextInt(6);
    int points = 1 + random.nextInt(5);
    Problem plain = of(kind(random.nextInt(4)), parties, points, 2 + random.nextInt(3), seed);
    if (random.nextInt(4) == 0) {
      plain = widened(plain, random.nextBoolean() ? 1_000_000_007L : -3);
    }
    List<PackageConstraint> linkages = new ArrayList<>();
    List<JointWorth> joints = new ArrayList<>();
    for (int count = random.nextInt(4); count > 0 && points > 1; count--) {
      if (random.nextBoolean()) {
        linkages.add(new PackageConstraint.Forbidden("f" + count, terms(plain, random)));
      } else {
        linkages.add(
            new PackageConstraint.Implication(
                "i" + count, terms(plain, random), terms(plain, random)));
      }
    }
    for (int count = random.nextInt(4); count > 0 && points > 1; count--) {
      joints.add(
          new JointWorth(random.nextInt(parties), terms(plain, random), random.nextInt(81) - 40L));
    }
    linkages.addAll(budgets(plain, seed));
    List<Problem.Party> drawn = new ArrayList<>();
    Problem based = random.nextBoolean() ? withBaselines(plain, random.nextInt(90)) : plain;
    boolean some = random.nextInt(3) == 0;
    for (Problem.Party each : based.parties()) {
      Problem.Party party = some && random.nextBoolean() ? each.withBaseline(null) : each;
      Set<Choice> lines = new HashSet<>();
      for (int count = random.nextInt(5) - 2; count > 0; count--) {
        lines.add(new Choice(random.nextInt(points), random.nextInt(2)));
      }
      drawn.add(
          party.withRedLines(lines).withContingencies(contingencies(plain, seed, drawn.size())));
    }
    return new Problem(drawn, ordered(plain, seed), linkages, joints, signing(parties, random));
  }

  /// The points, of which every other is a quantity in one problem of five.
  private static List<Problem.Point> ordered(Problem problem, long seed) {
    List<Problem.Point> points = new ArrayList<>();
    for (Problem.Point each : problem.points()) {
      boolean isOrdered = seed % 5 == 2 && points.size() % 2 == 0;
      points.add(new Problem.Point(each.id(), each.options(), isOrdered));
    }
    return points;
  }

  /// A linkage of a problem in which a point has one more option: it takes of a budget what is
  /// hardest to fit.
  public static PackageConstraint withOption(PackageConstraint linkage, int point) {
    if (!(linkage instanceof PackageConstraint.Budget budget)) {
      return linkage;
    }
    List<PackageConstraint.PointAmounts> amounts = new ArrayList<>();
    for (PackageConstraint.PointAmounts each : budget.amounts()) {
      List<Long> row = new ArrayList<>(each.byOption());
      if (each.point() == point) {
        row.add(row.stream().sorted().toList().get(budget.most() == null ? 0 : row.size() - 1));
      }
      amounts.add(new PackageConstraint.PointAmounts(each.point(), row));
    }
    return new PackageConstraint.Budget(budget.id(), amounts, budget.least(), budget.most());
  }

  /// The same problem without budgets.
  public static Problem withoutBudgets(Problem problem) {
    return problem.withLinkages(
        problem.linkages().stream()
            .filter(each -> !(each instanceof PackageConstraint.Budget))
            .toList());
  }

  /// Budgets in one problem of four, some of which nothing keeps or nothing breaks.
  private static List<PackageConstraint> budgets(Problem problem, long seed) {
    if (seed % 4 != 3) {
      return List.of();
    }
    Random random = new Random(~(37 * seed));
    List<PackageConstraint> budgets = new ArrayList<>();
    for (int count = 1 + random.nextInt(2); count > 0; count--) {
      List<PackageConstraint.PointAmounts> amounts = new ArrayList<>();
      long middle = 0;
      for (int point = 0; point < problem.points().size(); point++) {
        if (amounts.isEmpty() || random.nextInt(4) > 0) {
          List<Long> row = new ArrayList<>();
          int options = problem.points().get(point).options().size();
          for (int option = 0; option < options; option++) {
            row.add(random.nextLong(-2, 10));
          }
          middle += row.stream().mapToLong(Long::longValue).sum() / options;
          amounts.add(new PackageConstraint.PointAmounts(point, row));
        }
      }
      long least = middle + random.nextLong(-6, 4);
      boolean isBelow = random.nextBoolean();
      boolean isAbove = !isBelow || random.nextBoolean();
      budgets.add(
          new PackageConstraint.Budget(
              "b" + count,
              amounts,
              isAbove ? Long.valueOf(least) : null,
              isBelow ? Long.valueOf(least + random.nextInt(6)) : null));
    }
    return budgets;
  }

  /// Contingencies in one problem of three.
  private static List<Contingency> contingencies(Problem problem, long seed, int party) {
    if (seed % 3 != 1) {
      return List.of();
    }
    Random random = new Random(~(31 * seed + party));
    List<Contingency> all = new ArrayList<>();
    for (int count = random.nextInt(6) - 3; count > 0; count--) {
      int point = random.nextInt(problem.points().size());
      int option = random.nextInt(problem.points().get(point).options().size());
      all.add(new Contingency(new Choice(point, option), terms(problem, random)));
    }
    return all;
  }

  /// All in most cases; else so many, some of them always.
  private static SigningRule signing(int parties, Random random) {
    if (random.nextInt(3) > 0) {
      return SigningRule.all(parties);
    }
    Set<Integer> always = new HashSet<>();
    for (int party = 0; party < parties; party++) {
      if (random.nextInt(3) == 0) {
        always.add(party);
      }
    }
    int least = Math.max(1, always.size());
    return new SigningRule(least + random.nextInt(parties - least + 1), always);
  }

  private static Problem widened(Problem problem, long factor) {
    return problem.withParties(
        problem.parties().stream()
            .map(
                party ->
                    party.withWorths(
                        party.worths().stream()
                            .map(row -> row.stream().map(worth -> worth * factor + 5).toList())
                            .toList()))
            .toList());
  }

  private static List<OptionSet> terms(Problem problem, Random random) {
    List<OptionSet> terms = new ArrayList<>();
    int count = 1 + random.nextInt(3);
    for (int each = 0; each < count; each++) {
      int point = random.nextInt(problem.points().size());
      int options = problem.points().get(point).options().size();
      Set<Integer> set = new HashSet<>(Set.of(random.nextInt(options)));
      if (random.nextBoolean()) {
        set.add(random.nextInt(options));
      }
      terms.add(new OptionSet(point, set));
    }
    return terms;
  }

  /// A problem from plain arrays: worth by party, point and option; baselines may be null.
  public static Problem problem(
      long[][][] worths,
      @Nullable Long[] baselines,
      List<PackageConstraint> linkages,
      List<JointWorth> joints) {
    List<Problem.Party> parties = new ArrayList<>();
    for (int party = 0; party < worths.length; party++) {
      List<List<Long>> rows = new ArrayList<>();
      for (long[] row : worths[party]) {
        rows.add(Arrays.stream(row).boxed().toList());
      }
      parties.add(new Problem.Party("party" + party, rows, Set.of(), baselines[party]));
    }
    List<Problem.Point> points = new ArrayList<>();
    for (int point = 0; point < worths[0].length; point++) {
      List<String> options = new ArrayList<>();
      for (int option = 0; option < worths[0][point].length; option++) {
        options.add("option" + option);
      }
      points.add(new Problem.Point("point" + point, options));
    }
    return new Problem(parties, points, linkages, joints, SigningRule.all(worths.length));
  }

  /// Two parties, points of two to five options, and twice as many joint worths of two to four
  /// points.
  ///
  /// @param budgets how many budgets over all points, each with one bound
  /// @param losses whether a third of the joint worths are losses
  public static Problem linked(Random random, int points, int budgets, boolean losses) {
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
      long worth = random.nextLong(1, 101);
      boolean isLoss = losses && random.nextInt(3) == 0;
      joints.add(new JointWorth(random.nextInt(2), terms, isLoss ? -worth : worth));
    }
    List<PackageConstraint> linkages = new ArrayList<>();
    for (int budget = 0; budget < budgets; budget++) {
      linkages.add(oneSided("b" + budget, random, sizes));
    }
    return problem(worths, new Long[2], linkages, joints);
  }

  /// At most nine tenths of the middle, or at least eleven.
  private static PackageConstraint oneSided(String id, Random random, int[] sizes) {
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
}
