package org.parley.bargain.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.parley.bargain.BruteForce;
import org.parley.bargain.Choice;
import org.parley.bargain.Problem;
import org.parley.bargain.RandomProblems;
import org.parley.bargain.clash.Bridges;
import org.parley.bargain.clash.Clashes;
import org.parley.bargain.clash.PartyDemand;
import org.parley.exact.Budget;

/// Proposals against trying every package of every changed problem.
class BridgeProposalsOracleTest {

  /// By party, the worth of the new option of a point, and whether it is refused.
  private static Problem with(Problem problem, int point, List<Long> worths) {
    List<Problem.Point> points = new ArrayList<>(problem.points());
    List<String> options = new ArrayList<>(points.get(point).options());
    options.add("new");
    points.set(point, new Problem.Point(points.get(point).id(), options));
    List<Problem.Party> parties = new ArrayList<>();
    for (Problem.Party party : problem.parties()) {
      List<List<Long>> rows = new ArrayList<>(party.worths());
      List<Long> row = new ArrayList<>(rows.get(point));
      row.add(worths.get(parties.size()));
      rows.set(point, row);
      parties.add(party.withWorths(rows));
    }
    return new Problem(
        parties, points, problem.linkages(), problem.jointWorths(), problem.signing());
  }

  private static Problem deferred(Problem problem, Set<Integer> points) {
    Problem changed = problem;
    for (int point : points) {
      changed =
          with(
              changed,
              point,
              problem.parties().stream()
                  .map(party -> party.worths().get(point).stream().sorted().findFirst().get())
                  .toList());
    }
    return changed;
  }

  private static boolean opens(Problem problem) {
    return !BruteForce.acceptable(problem, problem.everyone()).isEmpty();
  }

  private static Problem changed(Problem problem, BridgeProposal.BridgeMove move) {
    return switch (move) {
      case BridgeProposal.BridgeMove.Defer(Set<Integer> points) -> deferred(problem, points);
      case BridgeProposal.BridgeMove.Phase(int point, int first, int then) -> {
        for (Problem.Party party : problem.parties()) {
          assertTrue(!party.redLines().contains(new Choice(point, first)));
          assertTrue(!party.redLines().contains(new Choice(point, then)));
        }
        yield with(
            problem,
            point,
            problem.parties().stream()
                .map(party -> party.worths().get(point))
                .map(row -> Math.floorDiv(row.get(first) + row.get(then), 2L))
                .toList());
      }
      case BridgeProposal.BridgeMove.Reciprocate(List<PartyDemand> giveUp, var conditions) -> {
        List<PartyDemand> kept = new ArrayList<>(PartyDemand.of(problem));
        kept.removeAll(giveUp);
        kept.addAll(conditions);
        yield PartyDemand.keeping(problem, kept);
      }
    };
  }

  @Test
  void eachProposalOpensWhatTryingAllSays() {
    int[] seen = new int[3];
    for (long seed = 0; seed < 400; seed++) {
      Problem problem = RandomProblems.small(seed);
      Clashes clashes = Bridges.find(problem, Budget.unlimited()).findAnswer().orElse(null);
      if (clashes == null || clashes.clashes().isEmpty()) {
        continue;
      }
      List<BridgeProposal> proposals = BridgeProposals.of(problem, clashes, Budget.unlimited());
      Set<Set<Integer>> listed = new HashSet<>();
      for (BridgeProposal each : proposals) {
        Problem changed = changed(problem, each.move());
        assertTrue(opens(changed), "seed " + seed + ": " + each);
        Problem distinct = DistinctOutcomes.of(changed);
        BigInteger count =
            BigInteger.valueOf(BruteForce.acceptable(distinct, distinct.everyone()).size());
        assertEquals(count, each.opensAtLeast(), "seed " + seed);
        assertEquals(count, each.opensAtMost(), "seed " + seed);
        switch (each.move()) {
          case BridgeProposal.BridgeMove.Defer(Set<Integer> points) -> {
            seen[0]++;
            listed.add(points);
          }
          case BridgeProposal.BridgeMove.Phase _ -> seen[1]++;
          case BridgeProposal.BridgeMove.Reciprocate _ -> seen[2]++;
        }
        for (BridgeProposal.ConcessionCost cost : each.costs()) {
          List<Long> row = problem.parties().get(cost.party()).worths().get(cost.point());
          assertEquals(row.stream().max(Long::compare).get(), cost.most(), "seed " + seed);
          assertTrue(cost.loss() > 0, "seed " + seed);
        }
      }
      assertEquals(minimal(problem), listed, "seed " + seed);
    }
    for (int kind = 0; kind < seen.length; kind++) {
      assertTrue(seen[kind] > 5, "kind " + kind + ": " + seen[kind]);
    }
  }

  /// The minimal sets of at most three points whose deferral opens a package.
  private static Set<Set<Integer>> minimal(Problem problem) {
    Set<Set<Integer>> minimal = new HashSet<>();
    int points = problem.points().size();
    for (int size = 1; size <= 3; size++) {
      for (int bits = 1; bits < 1 << points; bits++) {
        Set<Integer> set = new TreeSet<>(BruteForce.bits(bits));
        if (set.size() == size
            && set.stream().noneMatch(point -> problem.points().get(point).isOrdered())
            && minimal.stream().noneMatch(set::containsAll)
            && opens(deferred(problem, set))) {
          minimal.add(set);
        }
      }
    }
    return minimal;
  }
}
