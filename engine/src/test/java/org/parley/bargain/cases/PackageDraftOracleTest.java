package org.parley.bargain.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.bargain.Choice;
import org.parley.bargain.Contingency;
import org.parley.bargain.OptionSet;
import org.parley.bargain.PackageConstraint;
import org.parley.bargain.Problem;
import org.parley.bargain.RandomProblems;
import org.parley.bargain.clash.Trades;
import org.parley.exact.Budget;

/// What a package comes to, next to every package there is.
class PackageDraftOracleTest {

  private static final long CASES = 60;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void wholePackagesComeToWhatTryingAllSays(long block) {
    for (long seed = block * 1000; seed < block * 1000 + CASES; seed++) {
      Problem problem = RandomProblems.small(seed);
      int[] options = any(problem, new Random(seed));
      PackageDraft draft = PackageDraft.of(Named.of(problem), boxed(options), Budget.unlimited());
      String where = "seed " + seed;
      boolean allowed = problem.allows(options);
      boolean accepted = true;
      for (int party = 0; party < problem.parties().size(); party++) {
        accepted &= problem.acceptableTo(party, options);
        assertEquals(
            problem.acceptableTo(party, options),
            draft.standings().get(party).accepts(),
            where + ", party " + party);
        assertEquals(problem.worth(party, options), draft.standings().get(party).least(), where);
        assertEquals(problem.worth(party, options), draft.standings().get(party).most(), where);
      }
      assertEquals(allowed, draft.broken().isEmpty(), where);
      assertEquals(allowed && accepted, draft.isAcceptable(), where);
      boolean bettered = all(problem).stream().anyMatch(each -> betters(problem, each, options));
      assertEquals(
          !allowed
              ? PackageDraft.Efficiency.UNKNOWN
              : bettered ? PackageDraft.Efficiency.BETTERED : PackageDraft.Efficiency.EFFICIENT,
          draft.efficiency(),
          where);
      assertEquals(bettered, !draft.trades().isEmpty(), where);
      int changed = 0;
      for (Trades.Trade trade : draft.trades()) {
        int[] to = trade.options().stream().mapToInt(Integer::intValue).toArray();
        assertTrue(betters(problem, to, options), where + ": " + trade);
        assertTrue(trade.changed().size() >= changed, where);
        changed = trade.changed().size();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5})
  void openPointsLeaveWhatTryingAllLeaves(long block) {
    for (long seed = block * 1000; seed < block * 1000 + CASES; seed++) {
      Problem problem = RandomProblems.small(seed);
      Random random = new Random(seed);
      int[] options = any(problem, random);
      options[random.nextInt(options.length)] = PackageDraft.OPEN;
      for (int point = 0; point < options.length; point++) {
        options[point] = random.nextBoolean() ? options[point] : PackageDraft.OPEN;
      }
      PackageDraft draft = PackageDraft.of(Named.of(problem), boxed(options), Budget.unlimited());
      String where = "seed " + seed;
      Set<List<Object>> distinct = new HashSet<>();
      for (int[] each : all(problem)) {
        if (!completes(each, options) || !problem.allows(each)) {
          continue;
        }
        boolean accepted = true;
        for (int party = 0; party < problem.parties().size(); party++) {
          accepted &= problem.acceptableTo(party, each);
          long worth = problem.worth(party, each);
          PackageDraft.PartyEvaluation standing = draft.standings().get(party);
          assertTrue(standing.least() <= worth && worth <= standing.most(), where);
          assertTrue(standing.accepts() || !problem.acceptableTo(party, each), where);
        }
        assertTrue(draft.broken().isEmpty(), where);
        if (accepted) {
          distinct.add(told(problem, each));
        }
      }
      assertEquals(
          BigInteger.valueOf(distinct.size()),
          draft.left().orElseThrow().everyone().atMost(),
          where);
      if (!draft.completed().isEmpty()) {
        int[] to = draft.completed().stream().mapToInt(Integer::intValue).toArray();
        assertTrue(completes(to, options) && problem.allows(to), where);
      }
    }
  }

  /// Everything that a party or a linkage tells a package by. Packages that nothing tells apart
  /// count once.
  private static List<Object> told(Problem problem, int[] options) {
    List<Object> told = new ArrayList<>();
    for (int point = 0; point < options.length; point++) {
      Choice choice = new Choice(point, options[point]);
      for (Problem.Party party : problem.parties()) {
        told.add(party.worths().get(point).get(options[point]));
        told.add(party.redLines().contains(choice));
        party.contingencies().forEach(each -> told.add(each.choice().equals(choice)));
      }
    }
    Stream<OptionSet> terms =
        Stream.concat(
            problem.linkages().stream()
                .flatMap(
                    each ->
                        switch (each) {
                          case PackageConstraint.Forbidden(_, List<OptionSet> all) -> all.stream();
                          case PackageConstraint.Implication(
                                  _,
                                  List<OptionSet> when,
                                  List<OptionSet> oneOf) ->
                              Stream.concat(when.stream(), oneOf.stream());
                          case PackageConstraint.Budget _ -> Stream.of();
                        }),
            problem.jointWorths().stream().flatMap(each -> each.when().stream()));
    terms.forEach(each -> told.add(each.holdsIn(options)));
    for (PackageConstraint linkage : problem.linkages()) {
      if (linkage instanceof PackageConstraint.Budget budget) {
        budget.amounts().forEach(each -> told.add(each.byOption().get(options[each.point()])));
      }
    }
    problem.parties().stream()
        .flatMap(party -> party.contingencies().stream())
        .flatMap(each -> each.allOf().stream())
        .forEach(each -> told.add(each.holdsIn(options)));
    return told;
  }

  private static int[] any(Problem problem, Random random) {
    return problem.points().stream()
        .mapToInt(point -> random.nextInt(point.options().size()))
        .toArray();
  }

  private static List<Integer> boxed(int[] options) {
    return Arrays.stream(options).boxed().toList();
  }

  private static boolean completes(int[] whole, int[] part) {
    for (int point = 0; point < whole.length; point++) {
      if (part[point] != PackageDraft.OPEN && part[point] != whole[point]) {
        return false;
      }
    }
    return true;
  }

  /// Better for someone, worse for nobody, and no red line crossed that was not.
  private static boolean betters(Problem problem, int[] other, int[] options) {
    boolean better = false;
    for (int party = 0; party < problem.parties().size(); party++) {
      long gain = problem.worth(party, other) - problem.worth(party, options);
      if (gain < 0) {
        return false;
      }
      better |= gain > 0;
    }
    for (Problem.Party party : problem.parties()) {
      for (Choice line : party.redLines()) {
        if (other[line.point()] == line.option() && options[line.point()] != line.option()) {
          return false;
        }
      }
    }
    for (Problem.Party party : problem.parties()) {
      for (Contingency each : party.contingencies()) {
        if (each.isCrossedBy(other) && !each.isCrossedBy(options)) {
          return false;
        }
      }
    }
    return better && problem.allows(other);
  }

  private static List<int[]> all(Problem problem) {
    List<int[]> all = new ArrayList<>();
    add(problem, new int[problem.points().size()], 0, all);
    return all;
  }

  private static void add(Problem problem, int[] options, int point, List<int[]> all) {
    if (point == options.length) {
      all.add(options.clone());
      return;
    }
    for (int option = 0; option < problem.points().get(point).options().size(); option++) {
      options[point] = option;
      add(problem, options, point + 1, all);
    }
  }
}
