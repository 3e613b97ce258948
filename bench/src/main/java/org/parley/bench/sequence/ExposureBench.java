package org.parley.bench.sequence;

import com.google.ortools.Loader;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.parley.bench.GrowthChart;
import org.parley.check.ExposureCheck;
import org.parley.check.Verdict;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.model.PartyId;
import org.parley.model.step.DemandId;
import org.parley.model.step.StepId;
import org.parley.sequence.Clause;
import org.parley.sequence.Moment;
import org.parley.sequence.PlannedStep;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.TimeScale;
import org.parley.sequence.TimedDemand;
import org.parley.sequence.exposure.ExchangeOrder;
import org.parley.sequence.exposure.UnavoidableExposure;
import org.parley.sequence.plan.Plan;
import org.parley.sequence.plan.Plans;

/// Benchmark of the order of irreversible steps with the smallest largest exposure: Parley beside
/// CP-SAT, each proving its optimum.
///
/// Both must give the same exposure, and the proof must be accepted, before any time is printed.
/// CP-SAT gets one worker and a limit in seconds.
public final class ExposureBench {

  private static final List<PartyId> PARTIES =
      List.of(new PartyId("one"), new PartyId("other"), new PartyId("third"));
  private static final int SEEDS = 5;
  private static final int RUNS = 3;
  private static final double LIMIT = 20;

  /// The kind of problems.
  private enum Kind {
    /// Two parties; worths given and received do not balance.
    UNEVEN(2),
    /// Three parties; in the end each has received as much as it gave, give or take a point.
    EVEN(3);

    private final int parties;

    Kind(int parties) {
      this.parties = parties;
    }
  }

  private ExposureBench() {}

  /// Runs all sizes and writes the chart.
  ///
  /// @param arguments the file of the chart, or nothing
  public static void main(String[] arguments) throws IOException {
    Loader.loadNativeLibraries();
    System.out.println(Timing.machine());
    for (int seed = 0; seed < SEEDS; seed++) {
      ordered(random(seed, 15, Kind.EVEN));
    }
    List<GrowthChart.GrowthLine> series = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      List<GrowthChart.Point> own = new ArrayList<>();
      List<GrowthChart.Point> others = new ArrayList<>();
      System.out.println(kind + "\nsteps  Parley, CP-SAT");
      for (int size : new int[] {10, 15, 20, 25, 30, 40}) {
        compare(kind, size, own, size <= 25 ? others : null);
      }
      series.add(new GrowthChart.GrowthLine("Parley, " + name(kind), own));
      series.add(new GrowthChart.GrowthLine("CP-SAT, " + name(kind), others));
    }
    if (arguments.length > 0) {
      new GrowthChart(
              "The order with the least largest exposure, proved",
              "irreversible steps",
              List.of(series.get(0), series.get(1), series.get(2), series.get(3)))
          .write(Path.of(arguments[0]));
    }
  }

  private static String name(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static void compare(
      Kind kind, int size, List<GrowthChart.Point> own, @Nullable List<GrowthChart.Point> others) {
    double[] parley = new double[SEEDS * RUNS];
    double[] solver = new double[SEEDS];
    int unproved = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      SequenceProblem problem = random(seed, size, kind);
      long largest = -1;
      for (int run = 0; run < RUNS; run++) {
        double before = Timing.now();
        Ordered ordered = ordered(problem);
        parley[seed * RUNS + run] = Timing.now() - before - ordered.checking;
        largest = ordered.order.largest();
      }
      if (others != null) {
        double before = Timing.now();
        long other = solve(problem, LIMIT);
        solver[seed] = Timing.now() - before;
        unproved += other < 0 ? 1 : 0;
        if (other >= 0 && other != largest) {
          throw new IllegalStateException(
              kind + " " + size + " " + seed + ": " + largest + ", but CP-SAT proves " + other);
        }
      }
    }
    own.add(Timing.of(size, parley));
    String said = "";
    if (others != null) {
      others.add(Timing.of(size, solver));
      said = Timing.inWords(others.getLast());
    }
    System.out.println(
        String.format(
            Locale.ROOT,
            "%5d  %s  %s%s",
            size,
            Timing.inWords(own.getLast()),
            said,
            unproved == 0
                ? ""
                : String.format(Locale.ROOT, ", %d not in %.0f s", unproved, LIMIT)));
  }

  /// @param checking the seconds the check of the proof took
  private record Ordered(ExchangeOrder.Order order, double checking) {}

  private static Ordered ordered(SequenceProblem problem) {
    SequenceProblem anchored = problem.anchored();
    double start = Timing.now();
    Plan plan = Plans.of(anchored, Budget.unlimited()).findAnswer().orElseThrow().getFirst();
    double planning = Timing.now() - start;
    if (!(ExchangeOrder.best(anchored, plan, Budget.unlimited())
        instanceof
        Finding.Proved<ExchangeOrder.Order>(
            ExchangeOrder.Order order,
            ExchangeOrder.Least(_, _, UnavoidableExposure proof)))) {
      throw new IllegalStateException("not proved");
    }
    double before = Timing.now();
    Verdict verdict = ExposureCheck.verify(order, proof, plan, anchored, Budget.unlimited());
    if (!verdict.holds()) {
      throw new IllegalStateException(verdict.toString());
    }
    return new Ordered(order, Timing.now() - before + planning);
  }

  /// The smallest largest exposure by CP-SAT: a place for each step, the balance after each place.
  ///
  /// @return -1 if it was not proved in time
  private static long solve(SequenceProblem problem, double seconds) {
    var model = new CpModel();
    List<PlannedStep> steps = problem.steps();
    int count = steps.size();
    Literal[][] at = new Literal[count][count];
    IntVar[] place = new IntVar[count];
    for (int i = 0; i < count; i++) {
      LinearExprBuilder sum = LinearExpr.newBuilder();
      for (int p = 0; p < count; p++) {
        at[i][p] = model.newBoolVar("at" + i + "_" + p);
        sum.addTerm(at[i][p], p);
      }
      model.addExactlyOne(at[i]);
      place[i] = model.newIntVar(0, count - 1L, "place" + i);
      model.addEquality(place[i], sum);
    }
    for (int p = 0; p < count; p++) {
      Literal[] column = new Literal[count];
      for (int i = 0; i < count; i++) {
        column[i] = at[i][p];
      }
      model.addExactlyOne(column);
    }
    for (TimedDemand demand : problem.demands()) {
      Clause clause = demand.anyOf().getFirst().allOf().getFirst();
      int from = index(steps, clause.from());
      int to = index(steps, clause.to());
      model.addLessThan(place[from], place[to]);
    }
    IntVar largest = model.newIntVar(0, 1_000_000, "largest");
    for (PartyId party : PARTIES) {
      LinearExprBuilder balance = LinearExpr.newBuilder();
      for (int p = 0; p < count; p++) {
        for (int i = 0; i < count; i++) {
          balance.addTerm(at[i][p], steps.get(i).worth().getOrDefault(party, 0L));
        }
        model.addGreaterOrEqual(
            LinearExpr.newBuilder().add(balance).add(largest).build(), LinearExpr.constant(0));
      }
    }
    model.minimize(largest);
    var solver = new CpSolver();
    solver.getParameters().setNumWorkers(1);
    solver.getParameters().setMaxTimeInSeconds(seconds);
    return solver.solve(model) == CpSolverStatus.OPTIMAL ? Math.round(solver.objectiveValue()) : -1;
  }

  private static int index(List<PlannedStep> steps, Moment moment) {
    for (int i = 0; i < steps.size(); i++) {
      if (moment instanceof Moment.At(StepId step, _) && steps.get(i).id().equals(step)) {
        return i;
      }
    }
    throw new IllegalStateException("no step " + moment);
  }

  /// Steps that one party gives and another receives, some of which must follow others.
  private static SequenceProblem random(long seed, int count, Kind kind) {
    var random = new Random(seed);
    long[][] worth = new long[count][kind.parties];
    long[] total = new long[kind.parties];
    List<TimedDemand> demands = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int giver = random.nextInt(kind.parties);
      int receiver = (giver + 1 + random.nextInt(kind.parties - 1)) % kind.parties;
      worth[i][giver] = -1L - random.nextInt(30);
      worth[i][receiver] = 1L + random.nextInt(30);
      total[giver] += worth[i][giver];
      total[receiver] += worth[i][receiver];
      if (i > 0 && random.nextInt(3) == 0) {
        demands.add(
            TimedDemand.of(
                new DemandId("d" + i),
                "demand " + i,
                PARTIES.getFirst(),
                Clause.atLeast(Moment.end(step(random.nextInt(i))), Moment.start(step(i)), 1)));
      }
    }
    for (int tries = 0; kind == Kind.EVEN && tries < 100_000; tries++) {
      int i = random.nextInt(count);
      int party = random.nextInt(kind.parties);
      long moved = worth[i][party] - Long.signum(total[party]);
      if (worth[i][party] != 0 && moved != 0 && Math.abs(moved) <= 30) {
        total[party] -= Long.signum(total[party]);
        worth[i][party] = moved;
      }
    }
    List<PlannedStep> steps = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Map<PartyId, Long> each = new HashMap<>();
      for (int party = 0; party < kind.parties; party++) {
        each.put(PARTIES.get(party), worth[i][party]);
      }
      steps.add(
          new PlannedStep(step(i), "step " + i, List.of(), PlannedStep.Duration.NONE, false, each));
    }
    return new SequenceProblem(
        TimeScale.ofDays(LocalDate.of(2026, 1, 1)), steps, List.of(), demands, List.of(), null);
  }

  private static StepId step(int i) {
    return new StepId("s" + i);
  }
}
