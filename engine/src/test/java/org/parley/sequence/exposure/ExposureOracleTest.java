package org.parley.sequence.exposure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.model.party.PartyId;
import org.parley.model.step.StepId;
import org.parley.sequence.BigPlan;
import org.parley.sequence.Clause;
import org.parley.sequence.Moment;
import org.parley.sequence.PlannedStep;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.TimeScale;
import org.parley.sequence.TimedDemand;
import org.parley.sequence.Worlds;
import org.parley.sequence.plan.Plan;

class ExposureOracleTest {

  private static final PartyId A = new PartyId("a");
  private static final PartyId B = new PartyId("b");

  static SequenceProblem random(long seed, int steps, int orders) {
    var random = new Random(seed);
    List<PlannedStep> planned = new ArrayList<>();
    for (int i = 0; i < steps; i++) {
      boolean first = random.nextBoolean();
      long cost = 1L + random.nextInt(20);
      long gain = 1L + random.nextInt(20);
      planned.add(
          new PlannedStep(
              BigPlan.step(i),
              "step " + i,
              List.of(),
              PlannedStep.Duration.NONE,
              false,
              Map.of(first ? A : B, -cost, first ? B : A, gain)));
    }
    List<TimedDemand> demands = new ArrayList<>();
    for (int i = 0; i < orders; i++) {
      int before = random.nextInt(steps);
      int after = random.nextInt(steps);
      if (before < after) {
        demands.add(
            BigPlan.demand(
                demands.size(), Clause.atLeast(BigPlan.at(before), BigPlan.at(after), 1)));
      }
    }
    return new SequenceProblem(
        TimeScale.ofDays(LocalDate.of(2026, 1, 1)), planned, List.of(), demands, List.of(), null);
  }

  @Test
  void findsTheBestOrderOfAll() {
    for (long seed = 0; seed < 60; seed++) {
      SequenceProblem problem = random(seed, 6, 5);
      ExchangeOrder.Order order = best(problem);
      assertEquals(bruteForce(problem, new ArrayList<>(), 0), order.largest(), "seed " + seed);
      assertEquals(order.largest(), exposed(problem, order.steps()), "seed " + seed);
    }
  }

  static ExchangeOrder.Order best(SequenceProblem problem) {
    if (ExchangeOrder.best(problem, Worlds.plan(problem), Budget.unlimited())
        instanceof Finding.Proved<ExchangeOrder.Order>(ExchangeOrder.Order order, _)) {
      return order;
    }
    throw new AssertionError("not proved");
  }

  private static long exposed(SequenceProblem problem, List<List<StepId>> order) {
    Map<Moment.At, Long> times = new HashMap<>();
    for (int i = 0; i < order.size(); i++) {
      for (StepId step : order.get(i)) {
        times.put(Moment.end(step), (long) i);
      }
    }
    return Exposure.of(problem, times).stream().mapToLong(Exposure.Curve::largest).max().orElse(0);
  }

  private static long bruteForce(SequenceProblem problem, List<StepId> order, long done) {
    int count = problem.steps().size();
    if (order.size() == count) {
      return exposed(problem, order.stream().map(List::of).toList());
    }
    long best = Long.MAX_VALUE;
    for (int i = 0; i < count; i++) {
      StepId step = BigPlan.step(i);
      boolean allowed =
          (done >> i & 1) == 0
              && problem.demands().stream()
                  .map(demand -> demand.anyOf().getFirst().allOf().getFirst())
                  .allMatch(
                      clause ->
                          !clause.to().equals(Moment.start(step))
                              || order.contains(((Moment.At) clause.from()).step()));
      if (allowed) {
        order.add(step);
        best = Math.min(best, bruteForce(problem, order, done | 1L << i));
        order.removeLast();
      }
    }
    return best;
  }

  @Test
  void namesThePairWhoseExchangeAtOneTimeHelpsMost() {
    SequenceProblem problem =
        new SequenceProblem(
            TimeScale.ofDays(LocalDate.of(2026, 1, 1)),
            List.of(
                step("withdraws", Map.of(A, -10L, B, 9L)),
                step("releases", Map.of(A, 12L, B, -8L)),
                step("pays", Map.of(A, 1L, B, -1L))),
            List.of(),
            List.of(),
            List.of(),
            null);
    Plan plan = Worlds.plan(problem);
    assertEquals(8, best(problem).largest());
    if (ExchangeOrder.simultaneous(problem, plan, Budget.unlimited())
        instanceof Finding.Proved<List<ExchangeOrder.Pair>>(List<ExchangeOrder.Pair> pairs, _)) {
      assertEquals(List.of(new StepId("withdraws")), pairs.getFirst().one());
      assertEquals(List.of(new StepId("releases")), pairs.getFirst().other());
      assertEquals(0, pairs.getFirst().largest());
      return;
    }
    throw new AssertionError("not proved");
  }

  private static PlannedStep step(String id, Map<PartyId, Long> worth) {
    return new PlannedStep(new StepId(id), id, List.of(), PlannedStep.Duration.NONE, false, worth);
  }

  @Test
  void ordersTwentyFiveSteps() {
    assertTrue(best(random(5, 25, 30)).largest() > 0);
  }

  @Test
  void tellsWhatWasGivenAndReceivedOverTime() {
    SequenceProblem problem =
        new SequenceProblem(
            TimeScale.ofDays(LocalDate.of(2026, 1, 1)),
            List.of(
                step("withdraws", Map.of(A, -10L, B, 9L)),
                step("releases", Map.of(A, 12L, B, -8L))),
            List.of(),
            List.of(),
            List.of(),
            null);
    List<Exposure.Curve> curves =
        Exposure.of(
            problem,
            Map.of(
                Moment.end(new StepId("withdraws")), 3L, Moment.end(new StepId("releases")), 8L));
    assertEquals(
        List.of(new Exposure.Balance(3, 10, 0), new Exposure.Balance(8, 10, 12)),
        curves.getFirst().balances());
    assertEquals(A, Exposure.mostExposed(curves).orElseThrow().party());
  }
}
