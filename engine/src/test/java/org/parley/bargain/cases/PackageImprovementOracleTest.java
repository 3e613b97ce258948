package org.parley.bargain.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
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
import org.parley.check.Verdict;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.model.Cases;
import org.parley.model.PartyId;
import org.parley.model.Viewer;
import org.parley.model.text.OptionId;
import org.parley.model.text.PointId;

/// Improvements against all packages, and their proofs against the checker.
@NullMarked
class PackageImprovementOracleTest {

  private static final int MOST_PACKAGES = 3_000;

  private int efficient;
  private int better;
  private int undecided;

  @Test
  void whatIsBetterForSomeAndWorseForNoneIsFound() {
    for (long seed = 0; seed < 400; seed++) {
      if (CasePackages.of(Cases.of(seed).viewFor(new Viewer.Mediator()))
              instanceof PreparedProblem.Ready(PackageProblem packages)
          && size(packages.problem()) <= MOST_PACKAGES) {
        for (int i = 0; i < 3; i++) {
          hold("seed " + seed, packages, new Random(seed * 31 + i));
        }
      }
    }
    assertTrue(efficient > 20, efficient + " efficient");
    assertTrue(better > 20, better + " bettered");
    assertTrue(undecided > 0, undecided + " undecided");
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

  private void hold(String at, PackageProblem packages, Random random) {
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
        PackageImprovement.of(packages, parties, chosen, open, Budget.unlimited());
    if (!isAllowed(given, table)) {
      assertEquals(new PackageImprovement.Undecided(), found, at);
      undecided++;
      return;
    }
    List<int[]> allowed = all(given).stream().filter(each -> isAllowed(given, each)).toList();
    boolean isBettered = allowed.stream().anyMatch(each -> improves(given, each, table));
    switch (found) {
      case PackageImprovement.Efficient(Problem problem, Finding<?> finding) -> {
        assertTrue(!isBettered, at);
        holds(at, problem, finding);
        efficient++;
      }
      case PackageImprovement.Better(Problem problem, Finding<?> finding, var options) -> {
        int[] named = new int[table.length];
        for (int point = 0; point < table.length; point++) {
          PackageProblem.Matter matter = packages.matters().get(point);
          OptionId option = options.get(matter.point());
          named[point] = option == null ? -1 : matter.options().indexOf(option);
        }
        assertTrue(improves(given, named, table), at);
        assertTrue(allowed.stream().noneMatch(each -> improves(given, each, named)), at);
        holds(at, problem, finding);
        better++;
      }
      case PackageImprovement.Undecided _ -> throw new AssertionError(at + ": undecided");
    }
    assertEquals(
        new PackageImprovement.Undecided(),
        PackageImprovement.of(
            packages, List.of(new PartyId("nobody")), chosen, open, Budget.unlimited()),
        at);
  }

  private static void holds(String at, Problem problem, Finding<?> finding) {
    assertInstanceOf(Verdict.Holds.class, Check.verify(problem, finding, Budget.unlimited()), at);
  }
}
