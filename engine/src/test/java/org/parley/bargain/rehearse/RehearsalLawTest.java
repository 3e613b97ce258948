package org.parley.bargain.rehearse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.parley.bargain.Choice;
import org.parley.bargain.Problem;
import org.parley.exact.Budget;
import org.parley.sweep.SweepParts;

/// Laws of rehearsals, and plays whose end follows from the strategies.
@NullMarked
class RehearsalLawTest {

  private static final List<BargainingStrategy> ALL = List.of(BargainingStrategy.values());

  /// Two parties that want the opposite on two points, each more on another one.
  private static Problem trade() {
    List<Problem.Point> points =
        List.of(
            new Problem.Point("p", List.of("p0", "p1", "p2")),
            new Problem.Point("q", List.of("q0", "q1", "q2")));
    return Problem.of(
        List.of(
            new Problem.Party(
                "A", List.of(List.of(90L, 50L, 0L), List.of(0L, 10L, 20L)), Set.of(), null),
            new Problem.Party(
                "B", List.of(List.of(0L, 10L, 20L), List.of(90L, 50L, 0L)), Set.of(), null)),
        points);
  }

  private static List<List<Integer>> packages() {
    List<List<Integer>> all = new ArrayList<>();
    for (int one = 0; one < 3; one++) {
      for (int other = 0; other < 3; other++) {
        all.add(List.of(one, other));
      }
    }
    return all;
  }

  @Test
  void threadsChangeNothing() {
    RehearsalPlan plan = new RehearsalPlan(ALL, 20, 500, 7);
    Rehearsal one = Rehearsals.of(trade(), packages(), plan, 1);
    assertEquals(one, Rehearsals.of(trade(), packages(), plan, 3));
    assertEquals(500, one.plays());
    assertEquals(one.deals(), one.outcomes().stream().mapToLong(Rehearsal.DealCount::count).sum());
    assertEquals(1000, one.records().stream().mapToLong(Rehearsal.StrategyRecord::uses).sum());
  }

  /// Parts may be computed anywhere, in any order and twice.
  @Test
  void partsMayBeComputedAnywhere() {
    RehearsalPlan plan = new RehearsalPlan(ALL, 20, 500, 7);
    assertEquals(
        Rehearsals.of(trade(), packages(), plan, 1),
        SweepParts.anyhow(RehearsalSweep.of(trade(), packages(), plan, null), new Random(3)));
    assertEquals(
        Rehearsals.of(trade(), packages(), plan, AgendaOrder.REVERSED, 2, Budget.unlimited()),
        SweepParts.anyhow(
            RehearsalSweep.of(trade(), packages(), plan, AgendaOrder.REVERSED), new Random(4)));
  }

  /// Two Boulware parties give everything up in the last round, so they always agree.
  @Test
  void timeDependentPartiesAgreeByTheDeadline() {
    for (BargainingStrategy each :
        List.of(BargainingStrategy.BOULWARE, BargainingStrategy.CONCEDER)) {
      Rehearsal played =
          Rehearsals.of(trade(), packages(), new RehearsalPlan(List.of(each), 12, 200, 1), 2);
      assertEquals(200, played.deals(), each.name());
    }
  }

  /// A conceder gets less from one who holds out.
  @Test
  void whoHoldsOutGetsMoreOfADeal() {
    Rehearsal played =
        Rehearsals.of(
            trade(),
            packages(),
            new RehearsalPlan(
                List.of(BargainingStrategy.BOULWARE, BargainingStrategy.CONCEDER), 30, 2000, 3),
            2);
    Rehearsal.StrategyRecord hard = played.records().get(0);
    Rehearsal.StrategyRecord soft = played.records().get(1);
    assertTrue(hard.shares() * soft.deals() > soft.shares() * hard.deals(), played::toString);
  }

  /// MiCRO against itself in a domain where both rank the same package high finds the trade.
  @Test
  void microFindsTheTrade() {
    Rehearsal played =
        Rehearsals.of(
            trade(),
            packages(),
            new RehearsalPlan(List.of(BargainingStrategy.MICRO), 30, 50, 1),
            1);
    assertEquals(50, played.deals());
    assertEquals(List.of(0, 0), played.outcomes().getFirst().options());
    assertEquals(50, played.efficient());
  }

  @Test
  void nobodySignsAgainstARedLine() {
    Problem problem = trade();
    List<Problem.Party> parties =
        List.of(
            problem.parties().get(0).withRedLines(Set.of(new Choice(0, 2))),
            problem.parties().get(1).withRedLines(Set.of(new Choice(0, 0), new Choice(1, 2))));
    Rehearsal played =
        Rehearsals.of(
            problem.withParties(parties), packages(), new RehearsalPlan(ALL, 20, 300, 5), 2);
    assertTrue(played.deals() > 0);
    for (Rehearsal.DealCount each : played.outcomes()) {
      assertEquals(1, each.options().get(0));
      assertTrue(each.options().get(1) != 2);
    }
    List<Problem.Party> closed =
        List.of(problem.parties().get(0).withBaseline(200L), problem.parties().get(1));
    assertEquals(
        0,
        Rehearsals.of(problem.withParties(closed), packages(), new RehearsalPlan(ALL, 5, 20, 5), 1)
            .deals());
  }

  /// An efficient deal leaves nothing that all could gain; machines leave some of it on the table.
  @Test
  void gapsAreZeroOnTheFrontierAlone() {
    Rehearsal played = Rehearsals.of(trade(), packages(), new RehearsalPlan(ALL, 20, 1000, 11), 2);
    for (Rehearsal.DealCount each : played.outcomes()) {
      assertTrue(!each.isEfficient() || each.gap() == 0, each::toString);
    }
    assertTrue(played.efficient() < played.deals(), "some deals can be bettered");
  }

  private static Rehearsal inOrder(Problem problem, AgendaOrder order, int threads) {
    return Rehearsals.of(
        problem,
        packages(),
        new RehearsalPlan(ALL, 40, 600, 3),
        order,
        threads,
        Budget.unlimited());
  }

  @Test
  void threadsChangeNoPlayPointByPoint() {
    for (AgendaOrder each : AgendaOrder.values()) {
      assertEquals(inOrder(trade(), each, 1), inOrder(trade(), each, 3), each.name());
    }
  }

  /// With one point there is no order: the plays are those about whole packages.
  @Test
  void onePointIsSettledAsAWhole() {
    Problem problem =
        Problem.of(
            List.of(
                new Problem.Party("A", List.of(List.of(9L, 5L, 0L)), Set.of(), null),
                new Problem.Party("B", List.of(List.of(0L, 7L, 9L)), Set.of(), null)),
            List.of(new Problem.Point("p", List.of("p0", "p1", "p2"))));
    List<List<Integer>> all = List.of(List.of(0), List.of(1), List.of(2));
    RehearsalPlan plan = new RehearsalPlan(ALL, 12, 400, 1);
    assertEquals(
        Rehearsals.of(problem, all, plan, 1),
        Rehearsals.of(problem, all, plan, AgendaOrder.HARDEST_FIRST, 2, Budget.unlimited()));
  }

  /// Who bargains point by point splits each point, and misses the trade between them.
  @Test
  void pointByPointMissesTrades() {
    RehearsalPlan plan = new RehearsalPlan(List.of(BargainingStrategy.BOULWARE), 40, 600, 3);
    Rehearsal whole = Rehearsals.of(trade(), packages(), plan, 2);
    Rehearsal parts =
        Rehearsals.of(trade(), packages(), plan, AgendaOrder.TEXT, 2, Budget.unlimited());
    assertTrue(parts.deals() > 0);
    assertTrue(
        parts.efficient() * whole.deals() < whole.efficient() * parts.deals(),
        () -> parts + " and " + whole);
  }

  /// Both points of a trade are as hard; a point that both want alike is easy.
  @Test
  void easyIsWhatNobodyLosesMuchOn() {
    Problem problem =
        Problem.of(
            List.of(
                new Problem.Party("A", List.of(List.of(90L, 0L), List.of(0L, 10L)), Set.of(), null),
                new Problem.Party(
                    "B", List.of(List.of(0L, 90L), List.of(0L, 10L)), Set.of(), null)),
            List.of(
                new Problem.Point("p", List.of("p0", "p1")),
                new Problem.Point("q", List.of("q0", "q1"))));
    assertEquals(List.of(1, 0), Rehearsals.points(problem, AgendaOrder.EASIEST_FIRST));
    assertEquals(List.of(0, 1), Rehearsals.points(problem, AgendaOrder.HARDEST_FIRST));
    assertEquals(List.of(1, 0), Rehearsals.points(problem, AgendaOrder.REVERSED));
  }

  @Test
  void nobodySignsAgainstARedLinePointByPoint() {
    Problem problem = trade();
    List<Problem.Party> parties =
        List.of(
            problem.parties().get(0).withRedLines(Set.of(new Choice(0, 2))),
            problem.parties().get(1).withRedLines(Set.of(new Choice(0, 0), new Choice(1, 2))));
    for (AgendaOrder each : AgendaOrder.values()) {
      Rehearsal played = inOrder(problem.withParties(parties), each, 2);
      assertTrue(played.deals() > 0);
      played.outcomes().forEach(deal -> assertEquals(1, deal.options().get(0)));
    }
  }

  @Test
  void aStoppedRehearsalCountsWhatWasPlayed() {
    Rehearsal none =
        Rehearsals.of(
            trade(),
            packages(),
            new RehearsalPlan(ALL, 20, 500, 7),
            2,
            Budget.unlimited().withStop(() -> true));
    assertEquals(0, none.plays());
    assertEquals(0, none.deals());
  }
}
