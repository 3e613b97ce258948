package org.parley.bargain.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.parley.bargain.BruteForce;
import org.parley.bargain.Choice;
import org.parley.bargain.Problem;
import org.parley.bargain.RandomProblems;
import org.parley.bargain.SigningRule;
import org.parley.bargain.clash.Bridges;
import org.parley.bargain.clash.PartyDemand;
import org.parley.bargain.solve.Solution;
import org.parley.bargain.solve.Solutions;
import org.parley.exact.Budget;
import org.parley.exact.Rational;

/// What a first look says, next to every package there is.
class FirstLookOracleTest {

  private static final int CASES = 120;

  /// Larger sets first; of two of a size, the one with the first party that the other lacks.
  private static final Comparator<Integer> READING_ORDER =
      Comparator.comparingInt((Integer set) -> -Integer.bitCount(set))
          .thenComparing(
              (one, other) ->
                  ((one ^ other) == 0)
                      ? 0
                      : (one & Integer.lowestOneBit(one ^ other)) != 0 ? -1 : 1);

  @Test
  void theTableIsThatOfTryingAll() {
    int ruledOut = 0;
    int signable = 0;
    for (long seed = 1; seed <= CASES; seed++) {
      Problem problem = DistinctOutcomes.of(RandomProblems.small(seed));
      String where = "seed " + seed;
      ZoneTable table = ZoneTable.of(problem, Budget.unlimited());
      assertEquals(BigInteger.valueOf(accepted(problem, 0).size()), table.all(), where);
      assertEquals(
          sets(problem), table.rows().stream().map(ZoneTable.Row::parties).toList(), where);
      for (ZoneTable.Row row : table.rows()) {
        BigInteger count = BigInteger.valueOf(accepted(problem, row.parties()).size());
        assertEquals(count, row.atLeast(), where);
        assertEquals(count, row.atMost(), where);
        assertTrue(row.isExact(), where);
        assertEquals(problem.signing().allows(row.parties()), row.canSign(), where);
        assertEquals(accepted(bare(problem), row.parties()).isEmpty(), row.ruledOut(), where);
        ruledOut += row.ruledOut() ? 1 : 0;
      }
      assertTrue(table.isExact(), where);
      assertEquals(best(problem, table), table.best(), where);
      signable += signable(problem, table, where);
    }
    assertTrue(ruledOut > 20 && signable > 10, ruledOut + " " + signable);
  }

  /// All sets of two and more of up to five parties; of more, all, each but one, and pairs; one
  /// alone where it may sign.
  private static List<Integer> sets(Problem problem) {
    int parties = problem.parties().size();
    return IntStream.rangeClosed(1, problem.everyone())
        .filter(
            set ->
                switch (Integer.bitCount(set)) {
                  case 1 -> parties == 1 || (parties <= 5 && problem.signing().allows(set));
                  case 2 -> true;
                  default -> parties <= 5 || Integer.bitCount(set) >= parties - 1;
                })
        .boxed()
        .sorted(READING_ORDER)
        .toList();
  }

  private static ZoneTable.Row best(Problem problem, ZoneTable table) {
    List<ZoneTable.Row> some = new ArrayList<>();
    for (ZoneTable.Row row : table.rows()) {
      if (!accepted(problem, row.parties()).isEmpty()) {
        some.add(row);
      }
    }
    for (ZoneTable.Row row : some) {
      if (row.canSign()) {
        return row;
      }
    }
    return some.isEmpty() ? table.rows().getFirst() : some.getFirst();
  }

  private static int signable(Problem problem, ZoneTable table, String where) {
    boolean allHaveTo = IntStream.range(1, problem.everyone()).noneMatch(problem.signing()::allows);
    assertEquals(allHaveTo, table.signable().isEmpty(), where);
    if (allHaveTo) {
      return 0;
    }
    long count =
        accepted(problem, 0).stream()
            .filter(
                options ->
                    problem
                        .signing()
                        .allows(
                            IntStream.range(0, problem.parties().size())
                                .filter(party -> problem.acceptableTo(party, options))
                                .map(party -> 1 << party)
                                .sum()))
            .count();
    assertEquals(BigInteger.valueOf(count), table.signable().orElseThrow().atMost(), where);
    return 1;
  }

  private static List<int[]> accepted(Problem problem, int parties) {
    return BruteForce.acceptable(problem, parties);
  }

  /// The same without baselines: what is left is up to red lines and ties.
  private static Problem bare(Problem problem) {
    return problem.withParties(
        problem.parties().stream().map(party -> party.withBaseline(null)).toList());
  }

  @Test
  void everySetOfManyWhoMaySignIsNotCountedTogether() {
    Problem seven = RandomProblems.of(RandomProblems.Kind.U, 7, 2, 2, 1);
    Problem any =
        new Problem(
            seven.parties(), seven.points(), List.of(), List.of(), new SigningRule(1, Set.of()));
    ZoneTable table = ZoneTable.of(any, Budget.unlimited());
    assertTrue(table.signable().isEmpty());
    assertEquals(1 + 7 + 21, table.rows().size());
  }

  @Test
  void theRestIsAmongThoseWhoAcceptSomethingTogether() {
    int empty = 0;
    for (long seed = 1; seed <= CASES; seed++) {
      Problem problem = DistinctOutcomes.of(RandomProblems.small(seed));
      String where = "seed " + seed;
      PackageProblem packages = Named.of(problem);
      Overview look = Overview.of(packages, Budget.unlimited());
      ZoneTable.Row best = best(problem, look.table());
      assertEquals(best.parties(), look.parties(), where);
      assertTrue(look.isProved(), where);
      boolean none = accepted(problem, problem.everyone()).isEmpty();
      empty += none ? 1 : 0;
      assertEquals(
          none && PartyDemand.of(problem).size() <= Bridges.MOST_DEMANDS,
          look.clashes().isPresent(),
          where);
      List<int[]> packagesLeft = accepted(problem, best.parties());
      assertEquals(packagesLeft.isEmpty(), look.solutions().isEmpty(), where);
      assertEquals(packagesLeft.isEmpty(), look.shares().isEmpty(), where);
      look.shares().ifPresent(shares -> shares(packagesLeft, shares, where));
      Obstacles crossing = Obstacles.of(packages, null, KnotConcessions.NONE, Budget.unlimited());
      assertEquals(none, crossing.relaxations().isPresent(), where);
      assertEquals(look.clashes().isPresent(), crossing.clashes().isPresent(), where);
      assertTrue(none || crossing.leastWays().isEmpty(), where);
      assertTrue(crossing.trades().isEmpty() && crossing.crossed().isEmpty(), where);
    }
    assertTrue(empty > 10 && empty < CASES - 10, "empty " + empty);
  }

  private static void shares(List<int[]> left, List<List<Rational>> shares, String where) {
    for (int point = 0; point < shares.size(); point++) {
      for (int option = 0; option < shares.get(point).size(); option++) {
        int at = point;
        int with = option;
        long count = left.stream().filter(each -> each[at] == with).count();
        assertEquals(Rational.of(count, left.size()), shares.get(point).get(option), where);
      }
    }
  }

  @Test
  void whatIsNotCountedIsNotProved() {
    Problem wide =
        RandomProblems.withBaselines(RandomProblems.of(RandomProblems.Kind.U, 6, 20, 5, 1), 60);
    Budget stopped = Budget.unlimited().withStop(() -> true);
    Overview look = Overview.of(Named.of(wide), stopped);
    assertFalse(look.isProved());
    assertFalse(ZoneTable.of(wide, stopped).isExact());
  }

  /// What is settled is kept, and the rest is what Nash's rule takes among those who accept most.
  @Test
  void aDraftIsCompletedByNash() {
    int completed = 0;
    for (long seed = 1; seed <= CASES; seed++) {
      Problem problem = DistinctOutcomes.of(RandomProblems.small(seed));
      List<Integer> options =
          IntStream.range(0, problem.points().size())
              .mapToObj(point -> point == 0 ? 0 : PackageDraft.OPEN)
              .toList();
      if (options.size() < 2) {
        continue;
      }
      String where = "seed " + seed;
      PackageDraft draft = PackageDraft.of(Named.of(problem), options, Budget.unlimited());
      Problem settled = problem.withSettled(new Choice(0, 0));
      int parties = best(settled, draft.left().orElseThrow()).parties();
      boolean any = !accepted(settled, parties).isEmpty();
      assertEquals(any, !draft.completed().isEmpty(), where);
      if (any) {
        Problem among = Named.of(problem).among(parties).problem();
        Optional<Solution> nash =
            Solutions.find(
                    among.withSettled(new Choice(0, 0)), Solution.Kind.NASH, Budget.unlimited())
                .findAnswer();
        assertEquals(nash.orElseThrow().outcomes().getFirst().options(), draft.completed(), where);
        completed++;
      }
      assertFalse(draft.isWhole(), where);
      assertEquals(1, draft.settled(), where);
    }
    assertTrue(completed > 30, "completed " + completed);
  }

  @Test
  void aWordOnAnythingMovedIsNotNothing() {
    assertTrue(WhatIf.NOTHING.isEmpty());
    TreeMap<Integer, Long> baseline = new TreeMap<>(Map.of(0, 1L));
    assertFalse(new WhatIf(baseline, new TreeMap<>(), new TreeMap<>()).isEmpty());
    assertFalse(
        new WhatIf(new TreeMap<>(), new TreeMap<>(Map.of(0, baseline)), new TreeMap<>()).isEmpty());
    assertFalse(
        new WhatIf(
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(Map.of(0, new TreeMap<>(Map.of(new Choice(0, 0), true)))))
            .isEmpty());
  }
}
