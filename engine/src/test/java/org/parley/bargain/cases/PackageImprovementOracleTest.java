package org.parley.bargain.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.parley.Effort;
import org.parley.bargain.Contingency;
import org.parley.bargain.OptionSet;
import org.parley.bargain.PackageConstraint;
import org.parley.bargain.Problem;
import org.parley.check.Check;
import org.parley.check.Question;
import org.parley.check.Verdict;
import org.parley.exact.Budget;
import org.parley.exact.Rational;
import org.parley.model.Cases;
import org.parley.model.PartyId;
import org.parley.model.Viewer;
import org.parley.model.round.Round;
import org.parley.model.round.TabledPackage.TabledProvision;
import org.parley.model.text.Amount;
import org.parley.model.text.OptionId;

/// Improvements against all packages, and their proofs against the checker.
@NullMarked
class PackageImprovementOracleTest {

  private static final int MOST_PACKAGES = 3_000;

  private int efficient;
  private int better;
  private int undecided;
  private int byNash;
  private int withOpen;
  private int withNumbers;
  private int byLeximin;
  private int withCap;

  @Test
  void whatIsBetterForSomeAndWorseForNoneIsFound() {
    for (long seed = 0; seed < Effort.of(160, 400); seed++) {
      if (CasePackages.of(Cases.of(seed).viewFor(new Viewer.Mediator()))
              instanceof PreparedProblem.Ready(PackageProblem packages)
          && size(packages.problem()) <= MOST_PACKAGES) {
        for (int i = 0; i < 2; i++) {
          for (Round.Improving rule : Round.Improving.values()) {
            hold("seed " + seed + " " + rule, packages, rule, new Random(seed * 31 + i));
          }
        }
      }
    }
    assertTrue(efficient > 20, efficient + " efficient");
    assertTrue(better > 20, better + " bettered");
    assertTrue(undecided > 0, undecided + " undecided");
    assertTrue(withOpen > 5, withOpen + " with open points");
    assertTrue(withNumbers > 5, withNumbers + " with other numbers");
    assertTrue(withCap > 0, withCap + " bettered under a cap");
    assertTrue(byNash > 5 && byLeximin > 2, byNash + " by product, " + byLeximin + " by leximin");
  }

  private static long size(Problem problem) {
    return problem.points().stream()
        .mapToLong(each -> each.options().size())
        .reduce(1, (a, b) -> Math.min(MOST_PACKAGES + 1L, a * b));
  }

  private static List<int[]> all(Problem problem) {
    List<int[]> all = new ArrayList<>(List.of(new int[0]));
    for (Problem.Point point : problem.points()) {
      List<int[]> longer = new ArrayList<>();
      for (int[] each : all) {
        for (int option = 0; option < point.options().size(); option++) {
          int[] next = java.util.Arrays.copyOf(each, each.length + 1);
          next[each.length] = option;
          longer.add(next);
        }
      }
      all = longer;
    }
    return all;
  }

  private static boolean isAllowed(Problem problem, int[] options) {
    return problem.allows(options)
        && problem.parties().stream().allMatch(each -> each.tolerates(options));
  }

  private static boolean improves(Problem problem, int[] options, int[] on) {
    boolean some = false;
    for (int party = 0; party < problem.parties().size(); party++) {
      long gain = problem.worth(party, options) - problem.worth(party, on);
      if (gain < 0) {
        return false;
      }
      some |= gain > 0;
    }
    return some;
  }

  /// A package on the table, with points left open.
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Tabled(int[] options, Set<Integer> left, List<TabledProvision> terms) {}

  private static Tabled table(PackageProblem packages, Random random, boolean whole) {
    int[] options = new int[packages.matters().size()];
    Set<Integer> left = new HashSet<>();
    List<TabledProvision> terms = new ArrayList<>();
    for (int point = 0; point < options.length; point++) {
      PackageProblem.Matter matter = packages.matters().get(point);
      options[point] = random.nextInt(matter.options().size());
      ValueBands bands = matter.bands();
      if (!whole && random.nextInt(3) == 0) {
        left.add(point);
        if (random.nextBoolean()) {
          terms.add(new TabledProvision(matter.point(), null, null, "Open"));
        }
      } else if (bands == null) {
        OptionId option = matter.options().get(options[point]);
        terms.add(new TabledProvision(matter.point(), option, null, null));
      } else {
        // the last value of the band: any of it is worth the same
        Amount value = bands.most(options[point]);
        terms.add(new TabledProvision(matter.point(), null, value, null));
      }
    }
    return new Tabled(options, left, terms);
  }

  private static Set<OptionId> everyOption(PackageProblem packages) {
    Set<OptionId> open = new HashSet<>();
    packages.matters().stream()
        .filter(each -> each.bands() == null)
        .forEach(each -> open.addAll(each.options()));
    return open;
  }

  private void hold(String at, PackageProblem packages, Round.Improving rule, Random random) {
    Problem given = packages.problem();
    Tabled tabled = table(packages, random, random.nextBoolean());
    int[] table = tabled.options;
    List<PartyId> parties = packages.seats().stream().map(PackageProblem.Seat::party).toList();
    PackageImprovement found =
        PackageImprovement.of(
            packages, parties, tabled.terms, everyOption(packages), rule, Budget.unlimited());
    assertEquals(
        new PackageImprovement.Undecided(),
        PackageImprovement.of(
            packages,
            List.of(new PartyId("nobody")),
            tabled.terms,
            everyOption(packages),
            rule,
            Budget.unlimited()),
        at);
    if (!isDecided(packages, tabled)) {
      assertEquals(new PackageImprovement.Undecided(), found, at);
      undecided++;
      return;
    }
    List<int[]> allowed = allowed(given, tabled);
    boolean isBettered = allowed.stream().anyMatch(each -> improves(given, each, table));
    switch (found) {
      case PackageImprovement.Efficient(var proof) -> {
        assertTrue(!isBettered, at);
        holds(at, proof);
        efficient++;
      }
      case PackageImprovement.Better(var proof, var terms) -> {
        int[] named = named(packages, tabled, terms);
        assertTrue(improves(given, named, table), at);
        assertTrue(allowed.stream().noneMatch(each -> improves(given, each, named)), at);
        isBest(at, given, allowed, table, named, rule);
        isBetterWhateverIsLeft(at, given, tabled, named);
        holds(at, proof);
        better++;
        withCap += given.isCapped() ? 1 : 0;
        withOpen += tabled.left.isEmpty() ? 0 : 1;
        withNumbers +=
            terms.stream().anyMatch(each -> each.value() != null && !tabled.terms.contains(each))
                ? 1
                : 0;
      }
      case PackageImprovement.Undecided _ -> throw new AssertionError(at + ": undecided");
    }
  }

  /// The packages that differ from the table on settled points alone, and may be chosen there. The
  /// rest decides nothing, since nothing ties it to the settled points.
  private static List<int[]> allowed(Problem problem, Tabled tabled) {
    return all(problem).stream()
        .filter(each -> tabled.left.stream().allMatch(p -> each[p] == tabled.options[p]))
        .filter(
            each ->
                problem.linkages().stream()
                        .filter(
                            linkage -> points(linkage).stream().noneMatch(tabled.left::contains))
                        .allMatch(linkage -> linkage.allows(each))
                    && problem.parties().stream()
                        .allMatch(party -> tolerates(party, each, tabled.left)))
        .toList();
  }

  private static boolean tolerates(Problem.Party party, int[] options, Set<Integer> left) {
    return party.redLines().stream()
            .noneMatch(
                line -> !left.contains(line.point()) && options[line.point()] == line.option())
        && party.contingencies().stream()
            .noneMatch(each -> !left.contains(each.choice().point()) && each.isCrossedBy(options));
  }

  private static Set<Integer> points(PackageConstraint linkage) {
    Set<Integer> points = new HashSet<>();
    switch (linkage) {
      case PackageConstraint.Forbidden(_, var together) -> points.addAll(pointsOf(together));
      case PackageConstraint.Implication(_, var when, var oneOf) -> {
        points.addAll(pointsOf(when));
        points.addAll(pointsOf(oneOf));
      }
      case PackageConstraint.Budget budget ->
          budget.amounts().forEach(each -> points.add(each.point()));
    }
    return points;
  }

  private static Set<Integer> pointsOf(List<OptionSet> terms) {
    return terms.stream().map(OptionSet::point).collect(Collectors.toCollection(HashSet::new));
  }

  /// Whether every party has said something of a settled point, nothing ties those to the others,
  /// and all would take the package.
  private static boolean isDecided(PackageProblem packages, Tabled tabled) {
    Problem problem = packages.problem();
    Set<Integer> settled = new HashSet<>();
    for (int point = 0; point < tabled.options.length; point++) {
      if (!tabled.left.contains(point)) {
        settled.add(point);
      }
    }
    return !settled.isEmpty()
        && problem.parties().stream().allMatch(each -> isIndifferent(each, problem, tabled.left))
        && tied(problem).stream()
            .allMatch(each -> settled.containsAll(each) || tabled.left.containsAll(each))
        && packages.seats().stream()
            .allMatch(
                seat ->
                    settled.stream()
                        .anyMatch(p -> seat.stakes().get(p).how() != PackageProblem.How.SILENT))
        && allowed(problem, tabled).stream().anyMatch(each -> Arrays.equals(each, tabled.options));
  }

  /// Whether a party has no cap, or gets as much from every choice of the points left open.
  private static boolean isIndifferent(Problem.Party party, Problem problem, Set<Integer> left) {
    return party.cap() == null
        || (left.stream().allMatch(p -> new HashSet<>(party.worths().get(p)).size() == 1)
            && problem.jointWorths().stream()
                .filter(each -> problem.parties().get(each.party()).equals(party))
                .allMatch(each -> pointsOf(each.when()).stream().noneMatch(left::contains)));
  }

  /// The points that each linkage, joint worth and contingency ties together.
  private static List<Set<Integer>> tied(Problem problem) {
    List<Set<Integer>> tied = new ArrayList<>();
    problem.linkages().forEach(each -> tied.add(points(each)));
    problem.jointWorths().forEach(each -> tied.add(pointsOf(each.when())));
    for (Problem.Party party : problem.parties()) {
      for (Contingency each : party.contingencies()) {
        Set<Integer> points = pointsOf(each.allOf());
        points.add(each.choice().point());
        tied.add(points);
      }
    }
    return tied;
  }

  private static int[] named(PackageProblem packages, Tabled tabled, List<TabledProvision> terms) {
    int[] named = tabled.options.clone();
    for (TabledProvision each : terms) {
      int point = packages.indexOf(each.point());
      PackageProblem.Matter matter = packages.matters().get(point);
      ValueBands bands = matter.bands();
      Amount value = each.value();
      OptionId option = each.option();
      named[point] =
          bands != null && value != null
              ? bands.bandOf(value)
              : option == null ? -1 : matter.options().indexOf(option);
      if (named[point] == tabled.options[point]) {
        assertTrue(tabled.terms.contains(each), "an unmoved term stays as it was written");
      }
    }
    return named;
  }

  /// Whatever becomes of the points left open: nobody loses, and what was possible stays possible.
  private static void isBetterWhateverIsLeft(
      String at, Problem problem, Tabled tabled, int[] named) {
    for (int[] each : all(problem)) {
      int[] before = tabled.options.clone();
      int[] after = named.clone();
      for (int point : tabled.left) {
        before[point] = each[point];
        after[point] = each[point];
      }
      assertTrue(improves(problem, after, before), at);
      assertTrue(!isAllowed(problem, before) || isAllowed(problem, after), at);
    }
  }

  /// Whether no package that is worse for nobody is better by the rule, as its definition says.
  private void isBest(
      String at,
      Problem given,
      List<int[]> allowed,
      int[] table,
      int[] named,
      Round.Improving rule) {
    List<long[]> gains =
        allowed.stream()
            .map(each -> gains(given, each, table))
            .filter(each -> Arrays.stream(each).allMatch(gain -> gain >= 0))
            .toList();
    long[] ideal = new long[given.parties().size()];
    gains.forEach(each -> Arrays.setAll(ideal, party -> Math.max(ideal[party], each[party])));
    long[] found = gains(given, named, table);
    boolean byProduct =
        rule == Round.Improving.NASH && gains.stream().anyMatch(each -> product(each).signum() > 0);
    if (byProduct) {
      byNash++;
    } else if (rule == Round.Improving.NASH) {
      byLeximin++;
    }
    for (long[] each : gains) {
      int order =
          byProduct
              ? product(each).compareTo(product(found))
              : rule == Round.Improving.UTILITARIAN
                  ? Long.compare(Arrays.stream(each).sum(), Arrays.stream(found).sum())
                  : leximin(each, found, ideal);
      assertTrue(order <= 0, at + ": " + Arrays.toString(each));
    }
  }

  private static long[] gains(Problem problem, int[] options, int[] table) {
    long[] gains = new long[problem.parties().size()];
    Arrays.setAll(gains, party -> problem.worth(party, options) - problem.worth(party, table));
    return gains;
  }

  private static BigInteger product(long[] gains) {
    return Arrays.stream(gains)
        .mapToObj(BigInteger::valueOf)
        .reduce(BigInteger.ONE, BigInteger::multiply);
  }

  /// Compares the sorted shares of the ideal gains, the least first.
  private static int leximin(long[] one, long[] other, long[] ideal) {
    List<Rational> first = shares(one, ideal);
    List<Rational> second = shares(other, ideal);
    for (int i = 0; i < first.size(); i++) {
      int order = first.get(i).compareTo(second.get(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static List<Rational> shares(long[] gains, long[] ideal) {
    List<Rational> shares = new ArrayList<>();
    for (int party = 0; party < gains.length; party++) {
      if (ideal[party] > 0) {
        shares.add(Rational.of(gains[party], ideal[party]));
      }
    }
    shares.sort(Comparator.naturalOrder());
    return shares;
  }

  private static void holds(String at, PackageImprovement.ProvedImprovement proof) {
    Question question = new Question.Improvement(proof.problem(), proof.table(), proof.rule());
    assertEquals(
        new Verdict.Holds(), Check.verify(question, proof.finding(), Budget.unlimited()), at);
  }
}
