package org.parley.outlook.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.parley.check.Check;
import org.parley.check.Question;
import org.parley.check.Verdict;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.model.PartyId;
import org.parley.model.step.StepId;
import org.parley.outlook.plan.PlanForecast.DayBands;
import org.parley.outlook.plan.PlanForecast.DeadlineChance;
import org.parley.outlook.plan.PlanForecast.StepForecast;
import org.parley.outlook.plan.PlanForecast.TimeDriver;
import org.parley.reference.DoneTimes;
import org.parley.reference.Provision;
import org.parley.sequence.PlannedStep;
import org.parley.sequence.RandomSequences;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.TimedDemand;
import org.parley.sequence.plan.Plan;
import org.parley.sequence.plan.Plans;
import org.parley.sweep.Seeds;
import org.parley.sweep.SweepParts;

class PlanForecastsLawTest {

  private static final int RUNS = 300;

  /// Plans of random sequences, with every way to draw a time.
  static List<TimedPlan> plans(Random random, int count) {
    List<TimedPlan> plans = new ArrayList<>();
    while (plans.size() < count) {
      SequenceProblem problem = RandomSequences.next(random);
      for (Plan plan : Plans.of(problem, Budget.ofSteps(50_000)).findAnswer().orElse(List.of())) {
        Map<StepId, StepTime> times = new TreeMap<>();
        for (PlannedStep step : problem.steps()) {
          times.put(step.id(), time(step, problem, random));
        }
        plans.add(new TimedPlan(problem, plan.readings(), plan.ways(), times));
      }
    }
    return plans;
  }

  private static StepTime time(PlannedStep step, SequenceProblem problem, Random random) {
    if (step.duration().most() > 0 && random.nextBoolean()) {
      return new StepTime.OfCase();
    }
    if (random.nextInt(4) == 0) {
      return new StepTime.Untold(StepTime.UntoldReason.NO_TOPIC);
    }
    StepId signing = problem.steps().get(random.nextInt(problem.steps().size())).id();
    boolean isSigned = random.nextBoolean() || signing.equals(step.id());
    return new StepTime.OfOthers(
        List.of(Provision.CEASEFIRE),
        counts(random),
        new StepTime.AccordDay(
            isSigned ? null : signing, isSigned ? random.nextInt(3) * 200L : 0, true));
  }

  /// Some are left undone to the end, so that something is known after any time.
  private static DoneTimes counts(Random random) {
    List<Integer> done = new ArrayList<>();
    List<Integer> left = new ArrayList<>();
    for (int year = 1; year <= 10; year++) {
      done.add(random.nextInt(4));
      left.add(year == 10 ? 1 + random.nextInt(3) : random.nextInt(8) / 7);
    }
    return new DoneTimes(done, left, 0);
  }

  private static Finding<PlanForecast> simulate(TimedPlan plan) {
    return PlanForecasts.find(plan, RUNS, 7, Budget.unlimited());
  }

  private static Verdict verify(TimedPlan plan, Finding<?> finding) {
    return Check.verify(new Question.Forecast(plan), finding, Budget.unlimited());
  }

  /// The check raises moments clause by clause, in maps; the simulation does neither.
  @Test
  void everyForecastHolds() {
    int never = 0;
    int contradicted = 0;
    int kept = 0;
    int asked = 0;
    int moving = 0;
    for (TimedPlan plan : plans(new Random(1), 250)) {
      Finding<PlanForecast> finding = simulate(plan);
      assertEquals(new Verdict.Holds(), verify(plan, finding), plan.toString());
      PlanForecast forecast = finding.findAnswer().orElseThrow();
      never += forecast.whole().never() > 0 ? 1 : 0;
      contradicted += forecast.contradicted() > 0 ? 1 : 0;
      kept += (int) forecast.deadlines().stream().filter(each -> each.kept() > 0).count();
      asked += (int) forecast.steps().stream().filter(each -> each.asked() != null).count();
      moving += (int) forecast.drivers().stream().filter(each -> each.correlation() > 50).count();
    }
    assertTrue(
        never > 100 && contradicted > 3 && kept > 50 && asked > 20 && moving > 50,
        List.of(never, contradicted, kept, asked, moving).toString());
  }

  @Test
  void partsOfRunsMayBeComputedAnywhere() {
    Random random = new Random(5);
    for (TimedPlan plan : plans(random, 40)) {
      assertEquals(
          simulate(plan).findAnswer().orElseThrow(),
          SweepParts.anyhow(new PlanSweep(plan, new Seeds(7, RUNS)), random));
    }
  }

  @Test
  void noAlteredForecastHolds() {
    int altered = 0;
    for (TimedPlan plan : plans(new Random(2), 25)) {
      for (PlanForecast each : altered(simulate(plan).findAnswer().orElseThrow())) {
        assertFalse(
            verify(plan, new Finding.Proved<>(each, new PlanForecasts.Simulated(each))).holds(),
            each.toString());
        altered++;
      }
    }
    assertTrue(altered > 200, altered + " altered");
  }

  private static List<PlanForecast> altered(PlanForecast right) {
    List<PlanForecast> altered = new ArrayList<>();
    for (int i = 0; i < right.steps().size(); i++) {
      StepForecast one = right.steps().get(i);
      List<StepForecast> steps = new ArrayList<>(right.steps());
      steps.set(i, new StepForecast(one.step(), moved(one.end()), one.asked()));
      altered.add(with(right, right.whole(), steps, right.deadlines(), right.drivers()));
      steps.set(
          i,
          new StepForecast(
              one.step(),
              one.end(),
              one.asked() == null ? new PlanForecast.AskedShare(1, 0, 9) : null));
      altered.add(with(right, right.whole(), steps, right.deadlines(), right.drivers()));
    }
    for (int i = 0; i < right.deadlines().size(); i++) {
      DeadlineChance one = right.deadlines().get(i);
      List<DeadlineChance> deadlines = new ArrayList<>(right.deadlines());
      deadlines.set(
          i,
          new DeadlineChance(
              one.demand(), one.way(), one.clause(), one.kept() + i % 2, one.undue() + 1 - i % 2));
      altered.add(with(right, right.whole(), right.steps(), deadlines, right.drivers()));
    }
    for (int i = 0; i < right.drivers().size(); i++) {
      TimeDriver one = right.drivers().get(i);
      List<TimeDriver> drivers = new ArrayList<>(right.drivers());
      drivers.set(i, new TimeDriver(one.step(), one.correlation() + 1));
      altered.add(with(right, right.whole(), right.steps(), right.deadlines(), drivers));
    }
    altered.add(
        with(right, moved(right.whole()), right.steps(), right.deadlines(), right.drivers()));
    return altered;
  }

  private static DayBands moved(DayBands right) {
    return new DayBands(
        right.tenth(),
        right.quarter(),
        right.half(),
        right.threeQuarters(),
        right.nineTenths(),
        right.never() + 1);
  }

  private static PlanForecast with(
      PlanForecast right,
      DayBands whole,
      List<StepForecast> steps,
      List<DeadlineChance> deadlines,
      List<TimeDriver> drivers) {
    return new PlanForecast(
        right.seed(), right.runs(), right.contradicted(), whole, steps, deadlines, drivers);
  }

  @Test
  void oneThreadAndManyGiveTheSame() throws Exception {
    List<TimedPlan> plans = plans(new Random(3), 20);
    List<Finding<PlanForecast>> alone;
    try (ForkJoinPool one = new ForkJoinPool(1)) {
      alone = one.submit(() -> plans.stream().map(PlanForecastsLawTest::simulate).toList()).get();
    }
    try (ForkJoinPool many = new ForkJoinPool(7)) {
      assertEquals(
          alone,
          many.submit(() -> plans.stream().map(PlanForecastsLawTest::simulate).toList()).get());
    }
  }

  @Test
  void renamingPartiesChangesNothing() {
    for (TimedPlan plan : plans(new Random(4), 20)) {
      SequenceProblem problem = plan.problem();
      List<PlannedStep> steps =
          problem.steps().stream()
              .map(
                  each ->
                      new PlannedStep(
                          each.id(),
                          each.title(),
                          List.of(new PartyId("renamed")),
                          each.duration(),
                          each.reversible(),
                          Map.of()))
              .toList();
      List<TimedDemand> demands =
          problem.demands().stream()
              .map(
                  each ->
                      new TimedDemand(
                          each.id(),
                          each.text(),
                          List.of(new PartyId("renamed")),
                          each.said(),
                          each.claims(),
                          each.anyOf(),
                          each.open(),
                          each.inferred()))
              .toList();
      SequenceProblem renamed =
          new SequenceProblem(
              problem.scale(),
              steps,
              problem.terms(),
              demands,
              problem.fixed(),
              problem.recesses(),
              problem.notBefore());
      assertEquals(
          simulate(plan),
          simulate(new TimedPlan(renamed, plan.readings(), plan.ways(), plan.times())));
    }
  }

  /// The first runs of many are the few: a stopped simulation is a short one.
  @Test
  void aStoppedSimulationIsAShorterOne() {
    TimedPlan plan = plans(new Random(5), 1).getFirst();
    AtomicInteger looks = new AtomicInteger();
    List<Long> seen = new ArrayList<>();
    Finding<PlanForecast> stopped =
        PlanForecasts.find(
            plan,
            100_000,
            7,
            Budget.unlimited()
                .withStop(() -> looks.incrementAndGet() > 2)
                .withProgress((_, done, _) -> seen.add(done)));
    PlanForecast found = stopped.findAnswer().orElseThrow();
    Finding.Bounded<?> bounded = assertInstanceOf(Finding.Bounded.class, stopped);
    int runs = found.runs();
    assertEquals(new FewerRuns(runs, 100_000), bounded.bound());
    assertEquals((long) runs, seen.getLast());
    assertTrue(runs > 0 && runs < 100_000, runs + " runs");
    assertEquals(
        PlanForecasts.find(plan, runs, 7, Budget.unlimited()).findAnswer().orElseThrow(), found);
  }

  /// Of one step, the chance of a year is the share of others that had done it by then.
  @Test
  void aSingleStepIsAsLateAsOthersWere() {
    DoneTimes counts =
        new DoneTimes(
            List.of(4, 4, 1, 0, 0, 0, 0, 0, 0, 0), List.of(0, 1, 0, 0, 0, 0, 1, 0, 0, 3), 0);
    StepId step = new StepId("withdrawal");
    TimedPlan plan =
        new TimedPlan(
            PlanForecastStoryTest.problem(List.of(PlannedStep.milestone(step, "withdrawal"))),
            Map.of(),
            Map.of(),
            Map.of(
                step,
                new StepTime.OfOthers(
                    List.of(Provision.WITHDRAWAL), counts, new StepTime.AccordDay(null, 0, true))));
    int runs = 50_000;
    PlanForecast forecast =
        PlanForecasts.find(plan, runs, 1, Budget.unlimited()).findAnswer().orElseThrow();
    // 1 - 8/14 - 6/14 / 5, give or take four standard errors
    assertEquals(runs * 12.0 / 35, forecast.whole().never(), 430);
    Long quarter = forecast.whole().quarter();
    assertEquals(365.0 * 0.25 * 14 / 4, quarter == null ? -1.0 : (double) quarter, 7);
    assertEquals(
        IntStream.of(1).mapToObj(_ -> new TimeDriver(step, 100)).toList(), forecast.drivers());
  }
}
