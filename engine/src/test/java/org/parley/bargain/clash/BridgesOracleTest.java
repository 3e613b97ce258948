package org.parley.bargain.clash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.parley.bargain.BruteForce;
import org.parley.bargain.Choice;
import org.parley.bargain.Contingency;
import org.parley.bargain.InvalidProblem;
import org.parley.bargain.InvalidProblemException;
import org.parley.bargain.OptionSet;
import org.parley.bargain.PackageBound;
import org.parley.bargain.Problem;
import org.parley.bargain.RandomProblems;
import org.parley.exact.Bound;
import org.parley.exact.Budget;
import org.parley.exact.Finding;

class BridgesOracleTest {

  @Test
  void findsEveryClashAndEveryWayOut() {
    int clashing = 0;
    for (long seed = 0; seed < 250; seed++) {
      Problem problem = RandomProblems.withBaselines(RandomProblems.small(seed), 70);
      List<PartyDemand> demands = PartyDemand.of(problem);
      if (demands.size() > 9) {
        continue;
      }
      String what = "seed " + seed;
      List<int[]> all =
          BruteForce.acceptable(PartyDemand.keeping(problem, List.of()), problem.everyone());
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
      Set<Set<PartyDemand>> minimal = new HashSet<>();
      Set<Set<PartyDemand>> ways = new HashSet<>();
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
    assertTrue(clashing > 30, "clashing " + clashing);
  }

  private static int set(List<PartyDemand> demands, Predicate<PartyDemand> isIn) {
    int set = 0;
    for (int demand = 0; demand < demands.size(); demand++) {
      set |= isIn.test(demands.get(demand)) ? 1 << demand : 0;
    }
    return set;
  }

  private static boolean isCrossed(Problem problem, PartyDemand demand, int[] options) {
    return switch (demand) {
      case PartyDemand.RedLine(_, Choice(int point, int option)) -> options[point] == option;
      case PartyDemand.Limit(_, OptionSet(int point, Set<Integer> refused), _) ->
          refused.contains(options[point]);
      case PartyDemand.OnlyIf(_, Contingency contingency) -> !isKept(contingency, options);
      case PartyDemand.Baseline(int party, long worth) -> problem.worth(party, options) < worth;
    };
  }

  private static List<PartyDemand> subset(List<PartyDemand> demands, int set) {
    List<PartyDemand> some = new ArrayList<>();
    for (int demand = 0; demand < demands.size(); demand++) {
      if (((set >> demand) & 1) == 1) {
        some.add(demands.get(demand));
      }
    }
    return some;
  }

  private static Set<Set<PartyDemand>> sets(List<List<PartyDemand>> lists) {
    Set<Set<PartyDemand>> sets = new HashSet<>();
    lists.forEach(each -> sets.add(new HashSet<>(each)));
    return sets;
  }

  /// The red lines of a party on a point; neighbouring values of a quantity are one limit.
  private static Set<PartyDemand> refusals(Problem problem, int party, int point) {
    Set<Choice> lines = problem.parties().get(party).redLines();
    Problem.Point at = problem.points().get(point);
    Set<PartyDemand> expected = new HashSet<>();
    Set<Integer> run = new TreeSet<>();
    for (int option = 0; option <= at.options().size(); option++) {
      boolean isLine = lines.contains(new Choice(point, option));
      if (isLine && !at.isOrdered()) {
        expected.add(new PartyDemand.RedLine(party, new Choice(point, option)));
      } else if (isLine) {
        run.add(option);
      } else if (!run.isEmpty()) {
        boolean isLeast = run.contains(0) && option < at.options().size();
        expected.add(new PartyDemand.Limit(party, new OptionSet(point, run), isLeast));
        run.clear();
      }
    }
    return expected;
  }

  /// Every red line or limit is a demand, every contingency, and every baseline.
  @Test
  void demandsAreRedLinesContingenciesAndBaselines() {
    for (long seed = 0; seed < 100; seed++) {
      Problem problem = RandomProblems.small(seed);
      Set<PartyDemand> expected = new HashSet<>();
      for (int index = 0; index < problem.parties().size(); index++) {
        int party = index;
        Problem.Party each = problem.parties().get(index);
        for (int point = 0; point < problem.points().size(); point++) {
          expected.addAll(refusals(problem, party, point));
        }
        each.contingencies()
            .forEach(contingency -> expected.add(new PartyDemand.OnlyIf(party, contingency)));
        if (each.baseline() != null) {
          expected.add(new PartyDemand.Baseline(party, each.baseline()));
        }
      }
      List<PartyDemand> demands = PartyDemand.of(problem);
      assertEquals(expected, new HashSet<>(demands), "seed " + seed);
      assertEquals(expected.size(), demands.size(), "seed " + seed);
    }
  }

  /// What is found within a budget is right, the smallest first, and says so if it may not be all.
  @Test
  void whatABudgetLeavesIsRightAndInOrder() {
    int bounded = 0;
    for (long seed = 0; seed < 120; seed++) {
      Problem problem = RandomProblems.withBaselines(RandomProblems.small(seed), 75);
      if (Bridges.find(problem, Budget.unlimited()).findAnswer().isEmpty()) {
        continue;
      }
      Clashes all = Bridges.find(problem, Budget.unlimited()).findAnswer().orElseThrow();
      assertInOrder(all.clashes().stream().map(List::size).toList());
      assertInOrder(all.ways().stream().map(way -> way.giveUp().size()).toList());
      Set<Set<PartyDemand>> ways = sets(all.ways().stream().map(Clashes.Way::giveUp).toList());
      for (long steps : new long[] {1, 10, 40, 100}) {
        Finding<Clashes> finding = Bridges.find(problem, Budget.ofSteps(steps));
        Clashes some = finding.findAnswer().orElseThrow();
        assertTrue(sets(all.clashes()).containsAll(sets(some.clashes())), "seed " + seed);
        assertTrue(
            ways.containsAll(sets(some.ways().stream().map(Clashes.Way::giveUp).toList())),
            "seed " + seed);
        if (finding instanceof Finding.Bounded<Clashes>(_, Bound bound, _)) {
          bounded++;
          assertEquals(
              new PackageBound.SomeClashes(some.clashes().size(), some.ways().size()), bound);
        } else {
          assertEquals(all.clashes(), some.clashes(), "seed " + seed);
          assertEquals(all.ways().size(), some.ways().size(), "seed " + seed);
        }
        for (Clashes.Way way : some.ways()) {
          BigInteger opens =
              all.ways().stream()
                  .filter(each -> sets(List.of(each.giveUp())).equals(sets(List.of(way.giveUp()))))
                  .findFirst()
                  .orElseThrow()
                  .opensAtMost();
          assertTrue(way.opensAtLeast().compareTo(opens) <= 0, "seed " + seed);
          assertTrue(way.opensAtMost().compareTo(opens) >= 0, "seed " + seed);
        }
      }
    }
    assertTrue(bounded > 50, "bounded " + bounded);
  }

  private static void assertInOrder(List<? extends Comparable<?>> sizes) {
    assertEquals(sizes.stream().sorted().toList(), sizes);
  }

  @Test
  void tellsApartSoManyDemandsAndNoMore() {
    Problem plain = RandomProblems.of(RandomProblems.Kind.U, 1, 1, Bridges.MOST_DEMANDS + 1, 1);
    List<PartyDemand> lines = new ArrayList<>();
    for (int option = 0; option < Bridges.MOST_DEMANDS; option++) {
      lines.add(new PartyDemand.RedLine(0, new Choice(0, option)));
    }
    Problem most = PartyDemand.keeping(plain, lines);
    assertEquals(
        List.of(new Clashes.Way(List.of(), BigInteger.ONE, BigInteger.ONE)),
        Bridges.find(most, Budget.unlimited()).findAnswer().orElseThrow().ways());
    lines.add(new PartyDemand.Baseline(0, 0));
    Problem more = PartyDemand.keeping(plain, lines);
    var refused =
        assertThrows(InvalidProblemException.class, () -> Bridges.find(more, Budget.unlimited()));
    assertEquals(List.of(new InvalidProblem.TooManyDemands(63, 62)), refused.complaints());
  }

  private static final long[][][] WORTHS = {{{1, 2}, {3, 4}}, {{1, 2}, {3, 4}}};

  /// The trades there are, by how many points they change.
  private static Map<List<Integer>, Long> trades(Problem problem, int[] table) {
    Map<List<Integer>, Long> all = new HashMap<>();
    for (int[] options : BruteForce.acceptable(problem, 0)) {
      boolean crosses =
          IntStream.range(0, options.length)
              .filter(point -> options[point] != table[point])
              .mapToObj(point -> new Choice(point, options[point]))
              .anyMatch(
                  choice ->
                      problem.parties().stream()
                          .anyMatch(party -> party.redLines().contains(choice)));
      boolean keeps =
          problem.parties().stream()
              .flatMap(party -> party.contingencies().stream())
              .allMatch(each -> isKept(each, options) || !isKept(each, table));
      if (!crosses
          && keeps
          && BruteForce.dominates(boxed(problem.worths(options)), boxed(problem.worths(table)))) {
        all.put(
            Arrays.stream(options).boxed().toList(),
            IntStream.range(0, options.length).filter(i -> options[i] != table[i]).count());
      }
    }
    return all;
  }

  private static boolean isKept(Contingency contingency, int[] options) {
    return options[contingency.choice().point()] != contingency.choice().option()
        || contingency.allOf().stream()
            .allMatch(term -> term.options().contains(options[term.point()]));
  }

  @Test
  void listsEveryTradeFewestChangesFirst() {
    int some = 0;
    for (long seed = 0; seed < 300; seed++) {
      Problem problem = RandomProblems.small(seed);
      int[] table = table(problem, seed);
      Map<List<Integer>, Long> expected = trades(problem, table);
      some += expected.isEmpty() ? 0 : 1;
      Finding<List<Trades.Trade>> finding =
          Trades.find(problem, table, Integer.MAX_VALUE, Budget.unlimited());
      List<Trades.Trade> trades = finding.findAnswer().orElse(List.of());
      assertTrue(finding instanceof Finding.Exhausted, "seed " + seed);
      assertEquals(
          expected.keySet(),
          new HashSet<>(trades.stream().map(Trades.Trade::options).toList()),
          "seed " + seed);
      for (Trades.Trade trade : trades) {
        int[] options = trade.options().stream().mapToInt(Integer::intValue).toArray();
        for (int party = 0; party < problem.parties().size(); party++) {
          assertEquals(
              problem.worth(party, options) - problem.worth(party, table),
              trade.gains().get(party),
              "seed " + seed);
        }
        assertEquals(expected.get(trade.options()), (long) trade.changed().size());
      }
      assertInOrder(trades.stream().map(trade -> trade.changed().size()).toList());
      if (trades.size() > 1) {
        int most = trades.size() / 2;
        assertEquals(
            trades.subList(0, most),
            Trades.find(problem, table, most, Budget.unlimited()).findAnswer().orElseThrow(),
            "seed " + seed);
      }
    }
    assertTrue(some > 50, "some " + some);
  }

  private static int[] table(Problem problem, long seed) {
    return problem.points().stream()
        .mapToInt(point -> (int) (seed % point.options().size()))
        .toArray();
  }

  /// Where the budget ends first, everything that changes fewer points than it says is there.
  @Test
  void listsEveryTradeBelowItsBound() {
    int bounded = 0;
    for (long seed = 0; seed < 100; seed++) {
      Problem problem = RandomProblems.small(seed);
      int[] table = table(problem, seed);
      Map<List<Integer>, Long> expected = trades(problem, table);
      for (long steps : new long[] {0, 3, 10, 30}) {
        if (Trades.find(problem, table, Integer.MAX_VALUE, Budget.ofSteps(steps))
            instanceof Finding.Bounded<List<Trades.Trade>>(var found, Bound bound, _)) {
          bounded++;
          List<List<Integer>> told = found.stream().map(Trades.Trade::options).toList();
          assertTrue(expected.keySet().containsAll(told), "seed " + seed);
          int below = ((PackageBound.CompleteBelow) bound).changedPoints();
          expected.forEach(
              (options, changed) ->
                  assertTrue(changed >= below || told.contains(options), "at " + steps));
        }
      }
    }
    assertTrue(bounded > 100, "bounded " + bounded);
  }

  @Test
  void triesFewChangesOnlyWhereThatIsEnough() {
    Problem problem = RandomProblems.problem(WORTHS, new Long[2], List.of(), List.of());
    assertTrue(
        Trades.find(problem, new int[2], 1, Budget.unlimited())
                instanceof Finding.Exhausted<List<Trades.Trade>>(var one)
            && one.size() == 1);
    assertTrue(
        Trades.find(problem, new int[2], 9, Budget.unlimited())
                instanceof Finding.Exhausted<List<Trades.Trade>>(var all)
            && all.size() == 3);
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
      Choice never = new Choice((int) (seed % 4), (int) (seed % 3));
      List<Problem.Party> parties = new ArrayList<>(problem.parties());
      parties.set(0, parties.getFirst().withRedLines(Set.of(never)));
      parties.set(1, parties.get(1).withBaseline(null));
      problem = problem.withParties(parties);
      Set<List<Long>> missing = new HashSet<>();
      for (int[] options : BruteForce.acceptable(problem, 0)) {
        if (options[never.point()] == never.option()) {
          continue;
        }
        List<Long> each = new ArrayList<>();
        for (int party = 0; party < 3; party++) {
          Long baseline = parties.get(party).baseline();
          each.add(baseline == null ? 0 : -Math.max(0, baseline - problem.worth(party, options)));
        }
        missing.add(each);
      }
      Set<List<Long>> expected = new HashSet<>();
      for (List<Long> one : missing) {
        if (missing.stream().noneMatch(other -> BruteForce.dominates(other, one))) {
          expected.add(one.stream().map(value -> -value).toList());
        }
      }
      List<Bridges.Relaxation> found =
          Bridges.relaxations(problem, Budget.unlimited()).findAnswer().orElseThrow();
      assertEquals(
          expected,
          new HashSet<>(found.stream().map(Bridges.Relaxation::lowerBy).toList()),
          "seed " + seed);
      List<Long> totals = new ArrayList<>();
      for (Bridges.Relaxation each : found) {
        totals.add(each.lowerBy().stream().mapToLong(Long::longValue).sum());
        assertEquals(totals.getLast(), each.total());
      }
      assertInOrder(totals);
    }
  }
}
