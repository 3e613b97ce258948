package org.parley.exact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.parley.bargain.Problem;
import org.parley.bargain.RandomProblems;
import org.parley.bargain.clash.Bridges;
import org.parley.bargain.clash.Trades;
import org.parley.bargain.frontier.Frontiers;
import org.parley.bargain.pivot.Pivots;
import org.parley.bargain.solve.Solution;
import org.parley.bargain.solve.Solutions;
import org.parley.bargain.zone.Zones;
import org.parley.check.ClosureCheck;
import org.parley.check.KnotsCheck;
import org.parley.model.PartyId;
import org.parley.model.step.DemandId;
import org.parley.model.step.StepId;
import org.parley.sequence.BigPlan;
import org.parley.sequence.Clause;
import org.parley.sequence.Moment;
import org.parley.sequence.PlannedStep;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.TimeScale;
import org.parley.sequence.TimedDemand;
import org.parley.sequence.control.Closure;
import org.parley.sequence.control.Closures;
import org.parley.sequence.control.Controllability;
import org.parley.sequence.control.ControlledPlan;
import org.parley.sequence.control.ControlledPlans;
import org.parley.sequence.control.Strategy;
import org.parley.sequence.control.UncertainNetwork;
import org.parley.sequence.exposure.ExchangeOrder;
import org.parley.sequence.knots.AllKnots;
import org.parley.sequence.knots.Knot;
import org.parley.sequence.knots.Knots;
import org.parley.sequence.knots.KnotsCompleteness;
import org.parley.sequence.knots.WayOut;
import org.parley.sequence.knots.WaysOut;
import org.parley.sequence.knots.Weakening;
import org.parley.sequence.plan.Plan;
import org.parley.sequence.plan.Plans;

/// Searches on inputs that keep them busy, by name. Loaded anew with [Counting] code, so that what
/// they do is counted.
public final class StoppableSearches {

  /// How often a search may look before it is told to stop.
  private static final int LOOKS = 20;

  private StoppableSearches() {}

  /// A search that is given a budget.
  private static final Map<String, Supplier<Consumer<Budget>>> SEARCHES = new LinkedHashMap<>();

  static {
    sequences();
    packages();
  }

  private static void sequences() {
    SEARCHES.put(
        "control",
        () -> {
          var net = inARow(3_000, 0);
          return budget -> Controllability.of(net, budget);
        });
    SEARCHES.put(
        "control of many bounds",
        () -> {
          var net = bounds(20_000, 400_000);
          return budget -> Controllability.of(net, budget);
        });
    SEARCHES.put(
        "control that cannot be kept",
        () -> {
          var net = inARow(3_000, -1);
          return budget -> Controllability.of(net, budget);
        });
    SEARCHES.put(
        "control, closed",
        () -> {
          var net = inARow(1_500, 0);
          return budget -> Closures.of(net, budget);
        });
    SEARCHES.put(
        "control, first thing to do",
        () -> {
          var net = inARow(1_000, 0);
          return budget -> new Strategy(net).next(0, Map.of(0, 0L), budget);
        });
    SEARCHES.put("control, what each demand gives", StoppableSearches::give);
    SEARCHES.put(
        "closure, checked",
        () -> {
          var net = inARow(300, 0);
          Closure proof = Closures.of(net, Budget.unlimited()).findAnswer().orElseThrow();
          return budget -> ClosureCheck.verify(proof, net, budget);
        });
    SEARCHES.put(
        "knots",
        () -> {
          var problem = BigPlan.of(3_000, 20, 1).problem();
          return budget -> Knots.of(problem, budget);
        });
    SEARCHES.put(
        "knots that overlap",
        () -> {
          var problem = tangled(40);
          return budget -> Knots.of(problem, budget);
        });
    SEARCHES.put(
        "plan",
        () -> {
          var problem = BigPlan.of(3_000, 0, 1).problem();
          return budget -> Plans.of(problem, budget);
        });
    SEARCHES.put(
        "plan of many ways",
        () -> {
          var problem = manyWays(3_000);
          return budget -> Plans.of(problem, budget);
        });
    SEARCHES.put(
        "ways out",
        () -> {
          var problem = pairs(18);
          List<Knot> knots =
              joined(Knots.of(problem, Budget.unlimited()).findAnswer().orElseThrow());
          return budget -> WaysOut.of(problem, knots, budget);
        });
    SEARCHES.put(
        "weakening",
        () -> {
          var problem = weakened(2_000, 12);
          var way = new WayOut(Map.of(), List.of(new DemandId("deadline")), Set.of());
          return budget -> Weakening.of(problem, way, budget);
        });
    SEARCHES.put(
        "all knots, proved",
        () -> {
          var problem = pairs(18);
          List<Knot> knots = Knots.of(problem, Budget.unlimited()).findAnswer().orElseThrow();
          return budget -> AllKnots.of(problem, knots, budget);
        });
    SEARCHES.put(
        "all knots, checked",
        () -> {
          var problem = pairs(11);
          List<Knot> knots = Knots.of(problem, Budget.unlimited()).findAnswer().orElseThrow();
          KnotsCompleteness proof =
              AllKnots.of(problem, knots, Budget.unlimited()).findAnswer().orElseThrow();
          return budget -> KnotsCheck.verify(proof, problem, budget);
        });
    SEARCHES.put(
        "exchange",
        () -> {
          var problem = exchange(40);
          Plan plan = Plans.of(problem, Budget.unlimited()).findAnswer().orElseThrow().getFirst();
          return budget -> ExchangeOrder.best(problem, plan, budget);
        });
    SEARCHES.put(
        "exchange, simultaneous",
        () -> {
          var problem = exchange(40);
          Plan plan = Plans.of(problem, Budget.unlimited()).findAnswer().orElseThrow().getFirst();
          return budget -> ExchangeOrder.simultaneous(problem, plan, budget);
        });
  }

  private static void packages() {
    for (RandomProblems.Kind kind : RandomProblems.Kind.values()) {
      Supplier<Problem> large =
          () -> RandomProblems.withBaselines(RandomProblems.of(kind, 5, 40, 5, 1), 50);
      SEARCHES.put(
          "zone " + kind,
          () -> {
            var problem = large.get();
            return budget -> Zones.find(problem, problem.everyone(), budget);
          });
      SEARCHES.put(
          "zone by signers " + kind,
          () -> {
            var problem = large.get();
            return budget -> Zones.bySigners(problem, budget);
          });
      SEARCHES.put(
          "frontier " + kind,
          () -> {
            var problem = large.get();
            return budget -> Frontiers.find(problem, budget);
          });
      for (Solution.Kind rule : Solution.Kind.values()) {
        SEARCHES.put(
            "solution " + rule + " " + kind,
            () -> {
              var problem = large.get();
              return budget -> Solutions.find(problem, rule, budget);
            });
      }
      SEARCHES.put(
          "pivots " + kind,
          () -> {
            var problem = large.get();
            return budget -> Pivots.find(problem, true, budget);
          });
      SEARCHES.put(
          "trades " + kind,
          () -> {
            var problem = large.get();
            return budget -> Trades.find(problem, new int[40], 3, budget);
          });
      Supplier<Problem> tight =
          () -> RandomProblems.withBaselines(RandomProblems.of(kind, 6, 25, 4, 1), 85);
      SEARCHES.put(
          "clashes " + kind,
          () -> {
            var problem = tight.get();
            return budget -> Bridges.find(problem, budget);
          });
      SEARCHES.put(
          "relaxations " + kind,
          () -> {
            var problem = tight.get();
            return budget -> Bridges.relaxations(problem, budget);
          });
    }
  }

  public static List<String> names() {
    return List.copyOf(SEARCHES.keySet());
  }

  /// Runs a search that is told to stop after some looks; says the most ticks without a look.
  public static Callable<Long> of(String name) {
    return () -> {
      Consumer<Budget> search = Objects.requireNonNull(SEARCHES.get(name)).get();
      Ticks.forget();
      int[] looks = {0};
      search.accept(
          Budget.unlimited()
              .withStates(1_000_000)
              .withStop(
                  () -> {
                    Ticks.reset();
                    return ++looks[0] > LOOKS;
                  }));
      return Ticks.most();
    };
  }

  /// Durations that follow one another, each known only when it ends, all within a time that is
  /// `more` longer than they take at the most.
  public static UncertainNetwork inARow(int durations, long more) {
    List<UncertainNetwork.Contingent> contingents = new ArrayList<>();
    for (int i = 0; i < durations; i++) {
      contingents.add(new UncertainNetwork.Contingent(i, i + 1, 1, 5));
    }
    return new UncertainNetwork(
        durations + 1,
        List.of(new UncertainNetwork.UpperBound(0, durations, 5L * durations + more)),
        contingents);
  }

  private static UncertainNetwork bounds(int nodes, int count) {
    var random = new Random(1);
    List<UncertainNetwork.UpperBound> bounds = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int from = random.nextInt(nodes - 1);
      int to = from + 1 + random.nextInt(Math.min(40, nodes - 1 - from));
      bounds.add(new UncertainNetwork.UpperBound(to, from, -random.nextInt(9)));
    }
    return new UncertainNetwork(
        nodes, bounds, List.of(new UncertainNetwork.Contingent(0, 1, 10, 50)));
  }

  private static Moment.At at(int step) {
    return Moment.end(new StepId("s" + step));
  }

  private static SequenceProblem problem(List<PlannedStep> steps, List<TimedDemand> demands) {
    return new SequenceProblem(
        TimeScale.ofDays(LocalDate.of(2026, 1, 1)), steps, List.of(), demands, List.of(), 0L);
  }

  private static TimedDemand demand(String id, Clause clause) {
    return TimedDemand.of(new DemandId(id), id, new PartyId("p"), clause);
  }

  private static List<PlannedStep> milestones(int count) {
    List<PlannedStep> steps = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      steps.add(PlannedStep.milestone(new StepId("s" + i), "step " + i));
    }
    return steps;
  }

  /// Steps that others do one after another, each demanded to follow the last, and all by a day
  /// that is too early.
  private static Consumer<Budget> give() {
    int count = 400;
    List<PlannedStep> steps = new ArrayList<>();
    List<TimedDemand> demands = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      steps.add(
          new PlannedStep(
              new StepId("s" + i),
              "step " + i,
              List.of(),
              PlannedStep.Duration.contingent(1, 5),
              true,
              Map.of()));
      if (i > 0) {
        demands.add(
            demand("d" + i, new Clause(at(i - 1), Moment.start(new StepId("s" + i)), 0L, 3L)));
      }
    }
    demands.add(demand("deadline", Clause.notAfter(at(count - 1), 5L * count - 1)));
    var problem = problem(steps, demands);
    Plan plan = Plans.of(problem, Budget.unlimited()).findAnswer().orElseThrow().getFirst();
    var controlled = ControlledPlans.of(problem, plan);
    return ControlledPlans.strategy(controlled, Budget.unlimited())
            instanceof Finding.Impossible<Strategy>(ControlledPlan.Uncontrollable why)
        ? budget -> ControlledPlans.give(why, budget)
        : budget -> {
          throw new AssertionError("controllable");
        };
  }

  /// Pairs of demands that cannot both hold, each pair on steps of its own.
  private static SequenceProblem pairs(int count) {
    List<TimedDemand> demands = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      demands.add(demand("a" + i, Clause.atLeast(at(2 * i), at(2 * i + 1), 1)));
      demands.add(demand("b" + i, Clause.atLeast(at(2 * i + 1), at(2 * i), 1)));
    }
    return problem(milestones(2 * count), demands);
  }

  /// The same knots, tied together by one that has a demand of each.
  private static List<Knot> joined(List<Knot> knots) {
    List<Knot> all = new ArrayList<>(knots);
    List<DemandId> one = knots.stream().map(knot -> knot.demands().getFirst()).toList();
    all.add(new Knot(one, Map.of(), List.of(), List.of()));
    return all;
  }

  /// Every two of some steps are demanded in both orders.
  private static SequenceProblem tangled(int count) {
    List<TimedDemand> demands = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < count; j++) {
        if (i != j) {
          demands.add(demand("d" + i + "-" + j, Clause.atLeast(at(i), at(j), 1 + (i + j) % 3)));
        }
      }
    }
    return problem(milestones(count), demands);
  }

  /// Demands in a row that can each be met in two ways.
  private static SequenceProblem manyWays(int count) {
    List<TimedDemand> demands = new ArrayList<>();
    for (int i = 1; i < count; i++) {
      demands.add(
          new TimedDemand(
              new DemandId("d" + i),
              "demand " + i,
              List.of(new PartyId("p")),
              null,
              List.of(),
              List.of(
                  TimedDemand.Way.of(Clause.atLeast(at(i - 1), at(i), 1)),
                  TimedDemand.Way.of(Clause.atLeast(at(i - 1), at(i), 2))),
              null,
              false));
    }
    return problem(milestones(count), demands);
  }

  /// A row of steps and a deadline too early for them; some of the demands can be met in two ways.
  private static SequenceProblem weakened(int count, int choices) {
    List<TimedDemand> demands = new ArrayList<>(manyWays(choices + 1).demands());
    for (int i = choices + 1; i < count; i++) {
      demands.add(demand("d" + i, Clause.atLeast(at(i - 1), at(i), 1)));
    }
    demands.add(demand("deadline", Clause.notAfter(at(count - 1), count / 2)));
    return problem(milestones(count), demands);
  }

  /// Irreversible steps of two parties, of many worths.
  private static SequenceProblem exchange(int count) {
    var random = new Random(5);
    List<PlannedStep> steps = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      steps.add(
          new PlannedStep(
              new StepId("s" + i),
              "step " + i,
              List.of(),
              PlannedStep.Duration.NONE,
              false,
              Map.of(
                  new PartyId("a"),
                  random.nextInt(200) - 100L,
                  new PartyId("b"),
                  random.nextInt(200) - 100L)));
    }
    return problem(steps, List.of());
  }
}
