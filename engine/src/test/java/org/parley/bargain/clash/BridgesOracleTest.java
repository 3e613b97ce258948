package org.parley.bargain.clash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.parley.bargain.BruteForce;
import org.parley.bargain.Choice;
import org.parley.bargain.Problem;
import org.parley.bargain.RandomProblems;
import org.parley.exact.Budget;
import org.parley.exact.Finding;

class BridgesOracleTest {

  @Test
  void findsEveryClashAndEveryWayOut() {
    int clashing = 0;
    for (long seed = 0; seed < 400; seed++) {
      Problem problem = RandomProblems.withBaselines(RandomProblems.small(seed), 70);
      List<Demand> demands = Bridges.demandsOf(problem);
      if (demands.size() > 9) {
        continue;
      }
      String what = "seed " + seed;
      List<int[]> all =
          BruteForce.acceptable(Bridges.withDemands(problem, List.of()), problem.everyone());
      long[] packages = new long[1 << demands.size()];
      for (int[] options : all) {
        packages[set(demands, demand -> !isCrossed(problem, demand, options))]++;
      }
      // from how many packages meet just these demands to how many meet these at least
      for (int bit = 1; bit < packages.length; bit <<= 1) {
        for (int set = 0; set < packages.length; set++) {
          packages[set] += (set & bit) == 0 ? packages[set | bit] : 0;
        }
      }
      boolean[] met = new boolean[packages.length];
      for (int set = 0; set < met.length; set++) {
        met[set] = packages[set] > 0;
      }
      Finding<Clashes> finding = Bridges.find(problem, Budget.unlimited());
      if (all.isEmpty()) {
        assertTrue(finding instanceof Finding.Impossible, what);
        continue;
      }
      Clashes clashes = finding.findAnswer().orElseThrow();
      Set<Set<Demand>> minimal = new HashSet<>();
      Set<Set<Demand>> ways = new HashSet<>();
      for (int set = 0; set < met.length; set++) {
        boolean isClash = !met[set];
        boolean isMost = met[set];
        for (int demand = 0; demand < demands.size(); demand++) {
          int bit = 1 << demand;
          isClash &= (set & bit) == 0 || met[set & ~bit];
          isMost &= (set & bit) != 0 || !met[set | bit];
        }
        if (isClash) {
          minimal.add(new HashSet<>(subset(demands, set)));
        }
        if (isMost) {
          ways.add(new HashSet<>(subset(demands, ~set)));
        }
      }
      clashing += minimal.isEmpty() ? 0 : 1;
      assertEquals(minimal, sets(clashes.clashes()), what);
      assertEquals(ways, sets(clashes.ways().stream().map(Clashes.Way::giveUp).toList()), what);
      for (Clashes.Way way : clashes.ways()) {
        int kept = set(demands, demand -> !way.giveUp().contains(demand));
        assertEquals(BigInteger.valueOf(packages[kept]), way.opensAtMost(), what);
        assertEquals(way.opensAtMost(), way.opensAtLeast(), what);
      }
    }
    assertTrue(clashing > 50, "clashing " + clashing);
  }

  private static int set(List<Demand> demands, Predicate<Demand> isIn) {
    int set = 0;
    for (int demand = 0; demand < demands.size(); demand++) {
      set |= isIn.test(demands.get(demand)) ? 1 << demand : 0;
    }
    return set;
  }

  private static boolean isCrossed(Problem problem, Demand demand, int[] options) {
    return switch (demand) {
      case Demand.RedLine(_, Choice(int point, int option)) -> options[point] == option;
      case Demand.Baseline(int party, long worth) -> problem.worth(party, options) < worth;
    };
  }

  private static List<Demand> subset(List<Demand> demands, int set) {
    List<Demand> some = new ArrayList<>();
    for (int demand = 0; demand < demands.size(); demand++) {
      if (((set >> demand) & 1) == 1) {
        some.add(demands.get(demand));
      }
    }
    return some;
  }

  private static Set<Set<Demand>> sets(List<List<Demand>> lists) {
    Set<Set<Demand>> sets = new HashSet<>();
    lists.forEach(each -> sets.add(new HashSet<>(each)));
    return sets;
  }

  @Test
  void listsEveryTradeFewestChangesFirst() {
    for (long seed = 0; seed < 300; seed++) {
      Problem problem = Bridges.withDemands(RandomProblems.small(seed), List.of());
      int[] table = new int[problem.points().size()];
      long[] now = problem.worths(table);
      List<List<Integer>> expected = new ArrayList<>();
      for (int[] options : BruteForce.acceptable(problem, 0)) {
        if (BruteForce.dominates(boxed(problem.worths(options)), boxed(now))) {
          expected.add(Arrays.stream(options).boxed().toList());
        }
      }
      List<Trades.Trade> trades =
          Trades.find(problem, table, Integer.MAX_VALUE, Budget.unlimited())
              .findAnswer()
              .orElse(List.of());
      assertEquals(
          new HashSet<>(expected),
          new HashSet<>(trades.stream().map(Trades.Trade::options).toList()),
          "seed " + seed);
      List<Integer> changes = trades.stream().map(trade -> trade.changed().size()).toList();
      assertEquals(changes.stream().sorted().toList(), changes, "seed " + seed);
    }
  }

  private static List<Long> boxed(long[] worths) {
    return Arrays.stream(worths).boxed().toList();
  }

  @Test
  void lowersBaselinesAsLittleAsPossible() {
    for (long seed = 0; seed < 200; seed++) {
      Problem problem =
          RandomProblems.withBaselines(
              RandomProblems.of(RandomProblems.kind(seed), 3, 4, 3, seed), 85);
      Set<List<Long>> missing = new HashSet<>();
      for (int[] options : BruteForce.acceptable(problem, 0)) {
        List<Long> each = new ArrayList<>();
        for (int party = 0; party < 3; party++) {
          long baseline = Objects.requireNonNull(problem.parties().get(party).baseline());
          each.add(-Math.max(0, baseline - problem.worth(party, options)));
        }
        missing.add(each);
      }
      Set<List<Long>> expected = new HashSet<>();
      for (List<Long> one : missing) {
        if (missing.stream().noneMatch(other -> BruteForce.dominates(other, one))) {
          expected.add(one.stream().map(value -> -value).toList());
        }
      }
      assertEquals(
          expected,
          new HashSet<>(
              Bridges.relaxations(problem, Budget.unlimited()).findAnswer().orElseThrow().stream()
                  .map(Bridges.Relaxation::lowerBy)
                  .toList()),
          "seed " + seed);
    }
  }
}
