package org.parley.sequence.exposure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.check.ExposureCheck;
import org.parley.check.PlanCheck;
import org.parley.check.Verdict;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.model.PartyId;
import org.parley.model.step.StepId;
import org.parley.sequence.BigPlan;
import org.parley.sequence.Clause;
import org.parley.sequence.Loop;
import org.parley.sequence.Moment;
import org.parley.sequence.PlannedStep;
import org.parley.sequence.SequenceBound;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.TimeScale;
import org.parley.sequence.TimedDemand;
import org.parley.sequence.Worlds;
import org.parley.sequence.plan.Plan;
import org.parley.sequence.plan.Plans;

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
    for (long seed = 0; seed < 400; seed++) {
      SequenceProblem problem = random(seed, 3 + (int) (seed % 4), 5);
      ExchangeOrder.Order order = best(problem);
      assertEquals(bruteForce(problem), order.largest(), "seed " + seed);
    }
  }

  @Test
  void findsTheBestOrderThatHasDates() {
    int undated = 0;
    for (long seed = 0; seed < 600; seed++) {
      SequenceProblem problem = lagged(seed);
      if (Plans.of(problem, Budget.unlimited()) instanceof Finding.Impossible) {
        continue;
      }
      Plan plan = Worlds.plan(problem);
      Finding<ExchangeOrder.Order> finding = ExchangeOrder.best(problem, plan, Budget.unlimited());
      ExchangeOrder.Order order = finding.findAnswer().orElseThrow();
      assertEquals(bruteForce(problem), order.largest(), "seed " + seed);
      assertEquals(
          List.of(), PlanCheck.broken(order.times(), Map.of(), problem.anchored()), "seed " + seed);
      if (finding instanceof Finding.Bounded<ExchangeOrder.Order>(_, var bound, _)) {
        undated++;
        assertEquals(new SequenceBound.NotBelow(order.largest()), bound, "seed " + seed);
      }
    }
    assertTrue(undated > 0, "no problem in which the order exposing least has no dates");
  }

  @Test
  @Tag("long")
  void findsTheBestOrderOfThousands() {
    for (long seed = 0; seed < 20_000; seed++) {
      SequenceProblem problem = random(seed, 6 + (int) (seed % 2), (int) (seed % 9));
      assertEquals(bruteForce(problem), best(problem).largest(), "seed " + seed);
    }
  }

  @Test
  void everyMethodFindsTheSame() {
    for (long seed = 0; seed < 40; seed++) {
      SequenceProblem problem = random(seed, 12, (int) (seed % 15));
      Plan plan = Worlds.plan(problem);
      for (ExchangeOrder.Method method :
          List.of(
              new ExchangeOrder.Method(true, false, false),
              new ExchangeOrder.Method(true, false, true),
              new ExchangeOrder.Method(false, true, false),
              new ExchangeOrder.Method(false, true, true))) {
        if (ExchangeOrder.best(problem, plan, Budget.unlimited(), method)
            instanceof
            Finding.Proved<ExchangeOrder.Order>(
                ExchangeOrder.Order order,
                ExchangeOrder.Least(_, _, UnavoidableExposure proof))) {
          assertEquals(best(problem).largest(), order.largest(), "seed " + seed + " " + method);
          assertEquals(
              new Verdict.Holds(),
              ExposureCheck.verify(order, proof, plan, problem.anchored(), Budget.unlimited()),
              "seed " + seed + " " + method);
        } else {
          throw new AssertionError("not proved: seed " + seed);
        }
      }
    }
  }

  @Test
  void theCheckSeesWhatIsNotProved() {
    SequenceProblem problem = random(1, 8, 4);
    Plan plan = Worlds.plan(problem);
    SequenceProblem anchored = problem.anchored();
    if (ExchangeOrder.best(problem, plan, Budget.unlimited())
        instanceof
        Finding.Proved<ExchangeOrder.Order>(
            var order,
            ExchangeOrder.Least(_, _, UnavoidableExposure proof))) {
      var reversed =
          new ExchangeOrder.Order(order.steps().reversed(), order.largest(), order.times());
      assertTrue(
          !ExposureCheck.verify(reversed, proof, plan, anchored, Budget.unlimited()).holds());
      var cheaper = new ExchangeOrder.Order(order.steps(), order.largest() - 1, order.times());
      assertTrue(!ExposureCheck.verify(cheaper, proof, plan, anchored, Budget.unlimited()).holds());
      var more =
          new UnavoidableExposure(
              proof.atLeast() + 1, proof.fromTheEnd(), proof.groups(), proof.sets());
      assertTrue(!ExposureCheck.verify(order, more, plan, anchored, Budget.unlimited()).holds());
      return;
    }
    throw new AssertionError("not proved");
  }

  static ExchangeOrder.Order best(SequenceProblem problem) {
    Plan plan = Worlds.plan(problem);
    if (ExchangeOrder.best(problem, plan, Budget.unlimited())
        instanceof
        Finding.Proved<ExchangeOrder.Order>(
            ExchangeOrder.Order order,
            ExchangeOrder.Least(_, _, UnavoidableExposure proof))) {
      assertEquals(
          new Verdict.Holds(),
          ExposureCheck.verify(order, proof, plan, problem.anchored(), Budget.unlimited()));
      return order;
    }
    throw new AssertionError("not proved");
  }

  /// Steps that must or may follow others within so many days, so that an order may have no dates.
  private static SequenceProblem lagged(long seed) {
    SequenceProblem plain = random(seed, 5, 0);
    var random = new Random(seed);
    List<TimedDemand> demands = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      int from = random.nextInt(5);
      int to = (from + 1 + random.nextInt(4)) % 5;
      long least = random.nextInt(25) - 12L;
      demands.add(
          BigPlan.demand(
              i,
              Clause.between(BigPlan.at(from), BigPlan.at(to), least, least + random.nextInt(20))));
    }
    return plain.withDemands(demands);
  }

  /// The least largest exposure over all orders that keep the clauses: the bounds of an order hold
  /// together when no path from a step back to itself adds up to less than 0.
  static long bruteForce(SequenceProblem problem) {
    int count = problem.steps().size();
    long[][] atMost = new long[count][count];
    for (long[] row : atMost) {
      Arrays.fill(row, FAR);
    }
    for (TimedDemand demand : problem.demands()) {
      Clause clause = demand.anyOf().getFirst().allOf().getFirst();
      int from = index(clause.from());
      int to = index(clause.to());
      Long most = clause.atMost();
      Long least = clause.atLeast();
      atMost[from][to] = Math.min(atMost[from][to], most == null ? FAR : most);
      atMost[to][from] = Math.min(atMost[to][from], least == null ? FAR : -least);
    }
    return extend(problem, atMost, new ArrayList<>());
  }

  private static final long FAR = 1_000_000;

  private static int index(Moment moment) {
    return Integer.parseInt(((Moment.At) moment).step().value().substring(1));
  }

  private static long extend(SequenceProblem problem, long[][] atMost, List<Integer> order) {
    int count = problem.steps().size();
    if (order.size() == count) {
      return canHold(atMost, order) ? exposed(problem, atMost, order) : Long.MAX_VALUE;
    }
    long best = Long.MAX_VALUE;
    for (int i = 0; i < count; i++) {
      if (!order.contains(i)) {
        order.add(i);
        best = Math.min(best, extend(problem, atMost, order));
        order.removeLast();
      }
    }
    return best;
  }

  /// Whether dates keep the clauses and the order, which lists what cannot come later than another
  /// before it, and what must end together side by side.
  private static boolean canHold(long[][] atMost, List<Integer> order) {
    long[][] forced = paths(atMost, List.of());
    int count = order.size();
    for (int i = 0; i < count; i++) {
      for (int j = i + 1; j < count; j++) {
        boolean laterFirst = forced[order.get(i)][order.get(j)] <= 0;
        boolean together = laterFirst && forced[order.get(j)][order.get(i)] <= 0;
        boolean sideBySide = forced[order.get(j - 1)][order.get(j)] <= 0;
        if (together ? !sideBySide : laterFirst) {
          return false;
        }
      }
    }
    long[][] path = paths(atMost, order);
    return IntStream.range(0, count).noneMatch(i -> path[i][i] < 0);
  }

  /// The shortest paths over the clauses and the order.
  private static long[][] paths(long[][] atMost, List<Integer> order) {
    int count = atMost.length;
    long[][] path = new long[count][];
    for (int i = 0; i < count; i++) {
      path[i] = atMost[i].clone();
      path[i][i] = Math.min(0, path[i][i]);
    }
    for (int i = 1; i < order.size(); i++) {
      int later = order.get(i);
      int earlier = order.get(i - 1);
      path[later][earlier] = Math.min(0, path[later][earlier]);
    }
    for (int k = 0; k < count; k++) {
      for (int i = 0; i < count; i++) {
        for (int j = 0; j < count; j++) {
          path[i][j] = Math.min(path[i][j], path[i][k] + path[k][j]);
        }
      }
    }
    return path;
  }

  private static long exposed(SequenceProblem problem, long[][] atMost, List<Integer> order) {
    long[][] forced = paths(atMost, List.of());
    Map<PartyId, Long> balances = new HashMap<>();
    long largest = 0;
    for (int i = 0; i < order.size(); i++) {
      problem
          .steps()
          .get(order.get(i))
          .worth()
          .forEach((party, worth) -> balances.merge(party, worth, Long::sum));
      boolean together =
          i + 1 < order.size()
              && forced[order.get(i)][order.get(i + 1)] <= 0
              && forced[order.get(i + 1)][order.get(i)] <= 0;
      if (!together) {
        largest = Math.max(largest, -Collections.min(balances.values()));
      }
    }
    return largest;
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
        instanceof Finding.Exhausted<List<ExchangeOrder.Pair>>(List<ExchangeOrder.Pair> pairs)) {
      assertEquals(List.of(new StepId("withdraws")), pairs.getFirst().one());
      assertEquals(List.of(new StepId("releases")), pairs.getFirst().other());
      assertEquals(0, pairs.getFirst().largest());
      assertEquals(List.of(), pairs.getFirst().against());
      return;
    }
    throw new AssertionError("not proved");
  }

  /// Every pair in every case: made one, over all orders that the clauses between other steps
  /// allow.
  @Test
  void namesEveryPairThatHelpsAndNoOther() {
    int helping = 0;
    int useless = 0;
    for (long seed = 0; seed < 90; seed++) {
      SequenceProblem problem = random(seed, 5, 5);
      long best = bruteForce(problem);
      Map<Set<StepId>, Long> expected = new HashMap<>();
      for (int one = 0; one < 5; one++) {
        for (int other = one + 1; other < 5; other++) {
          Set<StepId> pair = Set.of(BigPlan.step(one), BigPlan.step(other));
          List<Set<StepId>> groups = new ArrayList<>();
          problem.steps().stream()
              .map(PlannedStep::id)
              .filter(each -> !pair.contains(each))
              .forEach(each -> groups.add(Set.of(each)));
          groups.add(pair);
          long least = leastOf(problem, groups, new ArrayList<>());
          if (least < best) {
            expected.put(pair, least);
          } else {
            useless++;
          }
        }
      }
      Map<Set<StepId>, Long> named = new HashMap<>();
      ExchangeOrder.simultaneous(problem, Worlds.plan(problem), Budget.unlimited())
          .findAnswer()
          .orElseThrow()
          .forEach(
              pair ->
                  named.put(
                      Set.of(pair.one().getFirst(), pair.other().getFirst()), pair.largest()));
      helping += expected.size();
      assertEquals(expected, named, "seed " + seed);
    }
    assertTrue(helping > 50 && useless > 50, helping + " help, " + useless + " do not");
  }

  /// The least exposure over all orders of these groups that keep the clauses between them; no
  /// order is worth more than any.
  private static long leastOf(
      SequenceProblem problem, List<Set<StepId>> left, List<Set<StepId>> done) {
    if (left.isEmpty()) {
      return exposed(problem, done);
    }
    long least = Long.MAX_VALUE;
    for (Set<StepId> next : left) {
      boolean allowed =
          problem.demands().stream()
              .map(demand -> demand.anyOf().getFirst().allOf().getFirst())
              .noneMatch(
                  clause ->
                      next.contains(stepOf(clause.to()))
                          && !next.contains(stepOf(clause.from()))
                          && done.stream().noneMatch(each -> each.contains(stepOf(clause.from()))));
      if (allowed) {
        List<Set<StepId>> rest = new ArrayList<>(left);
        rest.remove(next);
        List<Set<StepId>> then = new ArrayList<>(done);
        then.add(next);
        least = Math.min(least, leastOf(problem, rest, then));
      }
    }
    return least;
  }

  private static StepId stepOf(Moment moment) {
    return ((Moment.At) moment).step();
  }

  private static long exposed(SequenceProblem problem, List<Set<StepId>> order) {
    Map<PartyId, Long> balances = new HashMap<>();
    long largest = 0;
    for (Set<StepId> group : order) {
      for (StepId step : group) {
        problem.get(step).worth().forEach((who, worth) -> balances.merge(who, worth, Long::sum));
      }
      largest = Math.max(largest, -Collections.min(balances.values()));
    }
    return largest;
  }

  @Test
  void namesTheClauseThatKeepsAPairApart() {
    TimedDemand order =
        Worlds.demand(
            "release-after-withdrawal",
            Clause.atLeast(
                Moment.end(new StepId("withdraws")), Moment.start(new StepId("releases")), 1));
    SequenceProblem problem =
        new SequenceProblem(
            TimeScale.ofDays(LocalDate.of(2026, 1, 1)),
            List.of(
                step("withdraws", Map.of(A, -10L, B, 9L)),
                step("releases", Map.of(A, 12L, B, -8L))),
            List.of(),
            List.of(order),
            List.of(),
            null);
    List<ExchangeOrder.Pair> pairs =
        ExchangeOrder.simultaneous(problem, Worlds.plan(problem), Budget.unlimited())
            .findAnswer()
            .orElseThrow();
    assertEquals(0, pairs.getFirst().largest());
    assertEquals(
        List.of(new Loop.Reason.Demanded(order.id(), 0, 0, Map.of())),
        pairs.getFirst().against().stream().map(Loop.Link::reason).toList());
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
    assertEquals(A, Exposure.mostExposed(curves).getFirst().party());
  }

  @Test
  void tellsWhoGivesFirstAndHowLongItMayWait() {
    List<PlannedStep> steps =
        List.of(
            step("withdraws", Map.of(A, -10L, B, 9L)), step("releases", Map.of(A, 12L, B, -8L)));
    TimedDemand order =
        Worlds.demand(
            "release-after-withdrawal",
            Clause.between(
                Moment.end(new StepId("withdraws")), Moment.start(new StepId("releases")), 5, 30));
    var problem =
        new SequenceProblem(
            TimeScale.ofDays(LocalDate.of(2026, 1, 1)),
            steps,
            List.of(),
            List.of(order),
            List.of(),
            null);
    assertEquals(
        List.of(
            new FirstMover(
                A,
                List.of(new StepId("withdraws")),
                0,
                10,
                5L,
                List.of(new StepId("releases")),
                30L)),
        FirstMover.of(problem, Worlds.plan(problem)));
    SequenceProblem unbounded =
        problem.withDemands(
            List.of(
                Worlds.demand(
                    "release-after-withdrawal",
                    Clause.atLeast(
                        Moment.end(new StepId("withdraws")),
                        Moment.start(new StepId("releases")),
                        5))));
    assertNull(FirstMover.of(unbounded, Worlds.plan(unbounded)).getFirst().atMost());
  }
}
