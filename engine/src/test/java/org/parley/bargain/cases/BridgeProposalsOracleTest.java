package org.parley.bargain.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.parley.bargain.BruteForce;
import org.parley.bargain.Choice;
import org.parley.bargain.Problem;
import org.parley.bargain.RandomProblems;
import org.parley.bargain.clash.Bridges;
import org.parley.bargain.clash.Clashes;
import org.parley.bargain.clash.PartyDemand;
import org.parley.exact.Budget;
import org.parley.model.LocalizedText;
import org.parley.model.PartyId;
import org.parley.model.step.DemandId;
import org.parley.model.step.StepId;
import org.parley.model.text.Amount;
import org.parley.model.text.Quantity;

/// Proposals against trying every package of every changed problem.
class BridgeProposalsOracleTest {

  /// Knots that each party could be helped out of by another.
  private static final List<KnotConcession> KNOTS =
      List.of(knot("d1", "P0", "P1"), knot("d2", "P1", "P0"), knot("d3", "P1", "P2"));

  private static KnotConcession knot(String demand, String by, String frees) {
    return new KnotConcession(
        List.of(new DemandId(demand)),
        List.of("Demand " + demand),
        Set.of(new PartyId(by)),
        List.of(by),
        Set.of(new PartyId(frees)));
  }

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
        parties,
        points,
        problem.linkages().stream().map(each -> RandomProblems.withOption(each, point)).toList(),
        problem.jointWorths(),
        problem.signing());
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
      case BridgeProposal.BridgeMove.Await(List<BridgeProposal.Awaited> awaited) -> {
        List<PartyDemand> kept = new ArrayList<>(PartyDemand.of(problem));
        for (BridgeProposal.Awaited each : awaited) {
          assertTrue(kept.remove(each.demand()));
          assertEquals(List.of(each.conceded()), each.demand().refused());
        }
        yield PartyDemand.keeping(problem, kept);
      }
      case BridgeProposal.BridgeMove.Link(List<BridgeProposal.Linked> linked) -> {
        List<PartyDemand> kept = new ArrayList<>(PartyDemand.of(problem));
        for (BridgeProposal.Linked each : linked) {
          assertTrue(kept.remove(each.demand()));
          assertEquals(List.of(each.conceded()), each.demand().refused());
        }
        yield PartyDemand.keeping(problem, kept);
      }
      case BridgeProposal.BridgeMove.Split(List<BridgeProposal.SplitValue> values) ->
          met(problem, values);
    };
  }

  /// The first party asks for the most of the first number, and the last for the least.
  private static Problem torn(Problem problem) {
    int size = problem.points().getFirst().options().size();
    if (!problem.points().getFirst().isOrdered() || problem.parties().size() < 2) {
      return problem;
    }
    List<Problem.Party> parties = new ArrayList<>(problem.parties());
    for (int option = 0; option < size - 1; option++) {
      parties.set(0, refusing(parties.getFirst(), option));
      parties.set(parties.size() - 1, refusing(parties.getLast(), size - 1 - option));
    }
    return problem.withParties(parties);
  }

  private static Problem.Party refusing(Problem.Party party, int option) {
    Set<Choice> lines = new HashSet<>(party.redLines());
    lines.add(new Choice(0, option));
    return party.withRedLines(lines);
  }

  /// Each party accepts all from what it accepts up to the middle.
  private static Problem met(Problem problem, List<BridgeProposal.SplitValue> values) {
    List<Problem.Party> parties = new ArrayList<>();
    for (Problem.Party party : problem.parties()) {
      Set<Choice> lines = new HashSet<>(party.redLines());
      for (BridgeProposal.SplitValue value : values) {
        int size = problem.points().get(value.point()).options().size();
        TreeSet<Integer> accepted = new TreeSet<>();
        for (int option = 0; option < size; option++) {
          if (!party.redLines().contains(new Choice(value.point(), option))) {
            accepted.add(option);
          }
        }
        int least = accepted.isEmpty() ? 0 : accepted.getFirst();
        int most = accepted.isEmpty() ? size - 1 : accepted.getLast();
        lines.removeIf(
            line ->
                line.point() == value.point()
                    && (accepted.isEmpty()
                        || (line.option() < least && line.option() >= value.band())
                        || (line.option() > most && line.option() <= value.band())));
      }
      parties.add(party.withRedLines(lines));
    }
    return problem.withParties(parties);
  }

  /// Numbers for ordered points, and acts that most parties could wait for.
  private static PackageProblem named(Problem problem) {
    PackageProblem plain = Named.of(problem);
    List<PackageProblem.Matter> matters = new ArrayList<>();
    for (int point = 0; point < problem.points().size(); point++) {
      PackageProblem.Matter matter = plain.matters().get(point);
      int size = problem.points().get(point).options().size();
      ValueBands bands =
          problem.points().get(point).isOrdered()
              ? new ValueBands(
                  new Quantity(
                      LocalizedText.of("ships"), Amount.of(0), Amount.of(size - 1), Amount.of(1)),
                  LongStream.range(0, size).boxed().toList())
              : null;
      matters.add(
          new PackageProblem.Matter(
              matter.point(),
              matter.number(),
              matter.title(),
              matter.options(),
              matter.titles(),
              bands));
    }
    List<PackageProblem.Seat> seats = new ArrayList<>();
    for (PackageProblem.Seat seat : plain.seats()) {
      List<WantedAct> wanted = new ArrayList<>();
      for (int act = 0; act < (seats.size() + 1) % 3; act++) {
        wanted.add(new WantedAct(new StepId("s" + act), "Step " + act));
      }
      seats.add(
          new PackageProblem.Seat(
              seat.party(), seat.label(), seat.stakes(), seat.contingent(), seat.floor(), wanted));
    }
    return new PackageProblem(
        problem, seats, matters, plain.linkages(), List.of(), ApprovalChain.NONE, List.of());
  }

  @Test
  void eachProposalOpensWhatTryingAllSays() {
    int[] seen = new int[6];
    for (long seed = 0; seed < 400; seed++) {
      Problem problem = torn(RandomProblems.small(seed));
      Clashes clashes = Bridges.find(problem, Budget.unlimited()).findAnswer().orElse(null);
      if (clashes == null || clashes.clashes().isEmpty()) {
        continue;
      }
      ProposedBridges all =
          BridgeProposals.of(named(problem), clashes, _ -> KNOTS, Budget.unlimited());
      assertTrue(all.isWhole(), "seed " + seed);
      List<BridgeProposal> proposals = all.proposals();
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
          case BridgeProposal.BridgeMove.Await(List<BridgeProposal.Awaited> awaited) -> {
            seen[3]++;
            awaited.forEach(one -> assertTrue((one.demand().party() + 1) % 3 > 0));
          }
          case BridgeProposal.BridgeMove.Split _ -> seen[4]++;
          case BridgeProposal.BridgeMove.Link(List<BridgeProposal.Linked> linked) -> {
            seen[5]++;
            for (BridgeProposal.Linked one : linked) {
              PartyId party = new PartyId("P" + one.demand().party());
              assertFalse(one.way().by().contains(party), "seed " + seed);
              assertTrue(one.way().frees().contains(party), "seed " + seed);
              assertEquals(linked.getFirst().way(), one.way(), "seed " + seed);
            }
          }
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

  /// A search that was cut short says so, and how far it came.
  @Test
  void aSearchThatIsCutShortSaysSo() {
    List<Problem.Point> points = new ArrayList<>();
    List<List<Long>> worths = new ArrayList<>();
    Set<Choice> lines = new HashSet<>();
    for (int point = 0; point < 12; point++) {
      points.add(new Problem.Point("p" + point, List.of("a", "b")));
      worths.add(List.of(1L, 0L));
      lines.add(new Choice(point, 0));
      lines.add(new Choice(point, 1));
    }
    Problem.Party refuses = new Problem.Party("R", worths, lines, null);
    Problem problem = Problem.of(List.of(refuses), points);
    Clashes clashes = Bridges.find(problem, Budget.unlimited()).findAnswer().orElseThrow();
    ProposedBridges all =
        BridgeProposals.of(Named.of(problem), clashes, KnotConcessions.NONE, Budget.unlimited());
    assertFalse(all.isWhole());
    assertEquals(BridgeProposals.MOST_CANDIDATES, all.tried());
    ProposedBridges none =
        BridgeProposals.of(
            Named.of(problem),
            clashes,
            KnotConcessions.NONE,
            Budget.unlimited().withStop(() -> true));
    assertFalse(none.isWhole());
    assertEquals(0, none.tried());
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
