package org.parley.bargain.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
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
import org.parley.model.text.OptionId;
import org.parley.model.text.PointId;

/// Improvements against all packages, and their proofs against the checker.
@NullMarked
class PackageImprovementOracleTest {

  private static final int MOST_PACKAGES = 3_000;

  private int efficient;
  private int better;
  private int undecided;
  private int byNash;
  private int byLeximin;

  @Test
  void whatIsBetterForSomeAndWorseForNoneIsFound() {
    for (long seed = 0; seed < 400; seed++) {
      if (CasePackages.of(Cases.of(seed).viewFor(new Viewer.Mediator()))
              instanceof PreparedProblem.Ready(PackageProblem packages)
          && size(packages.problem()) <= MOST_PACKAGES) {
        for (int i = 0; i < 3; i++) {
          for (Round.Improving rule : Round.Improving.values()) {
            hold("seed " + seed + " " + rule, packages, rule, new Random(seed * 31 + i));
          }
        }
      }
    }
    assertTrue(efficient > 20, efficient + " efficient");
    assertTrue(better > 20, better + " bettered");
    assertTrue(undecided > 0, undecided + " undecided");
    assertTrue(byNash > 5 && byLeximin > 5, byNash + " by product, " + byLeximin + " by leximin");
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

  private void hold(String at, PackageProblem packages, Round.Improving rule, Random random) {
    Problem given = packages.problem();
    int[] table = new int[given.points().size()];
    Map<PointId, OptionId> chosen = new LinkedHashMap<>();
    Set<OptionId> open = new HashSet<>();
    for (int point = 0; point < table.length; point++) {
      PackageProblem.Matter matter = packages.matters().get(point);
      table[point] = random.nextInt(matter.options().size());
      chosen.put(matter.point(), matter.options().get(table[point]));
      open.addAll(matter.options());
    }
    List<PartyId> parties = packages.seats().stream().map(PackageProblem.Seat::party).toList();
    PackageImprovement found =
        PackageImprovement.of(packages, parties, chosen, open, rule, Budget.unlimited());
    if (!isAllowed(given, table)) {
      assertEquals(new PackageImprovement.Undecided(), found, at);
      undecided++;
      return;
    }
    List<int[]> allowed = all(given).stream().filter(each -> isAllowed(given, each)).toList();
    boolean isBettered = allowed.stream().anyMatch(each -> improves(given, each, table));
    switch (found) {
      case PackageImprovement.Efficient(var proof) -> {
        assertTrue(!isBettered, at);
        holds(at, proof);
        efficient++;
      }
      case PackageImprovement.Better(var proof, var options) -> {
        int[] named = new int[table.length];
        for (int point = 0; point < table.length; point++) {
          PackageProblem.Matter matter = packages.matters().get(point);
          OptionId option = options.get(matter.point());
          named[point] = option == null ? -1 : matter.options().indexOf(option);
        }
        assertTrue(improves(given, named, table), at);
        assertTrue(allowed.stream().noneMatch(each -> improves(given, each, named)), at);
        isBest(at, given, allowed, table, named, rule);
        holds(at, proof);
        better++;
      }
      case PackageImprovement.Undecided _ -> throw new AssertionError(at + ": undecided");
    }
    assertEquals(
        new PackageImprovement.Undecided(),
        PackageImprovement.of(
            packages, List.of(new PartyId("nobody")), chosen, open, rule, Budget.unlimited()),
        at);
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
