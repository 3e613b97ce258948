package org.parley.bench.sequence;

import com.google.ortools.Loader;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.model.party.PartyId;
import org.parley.model.step.DemandId;
import org.parley.model.step.StepId;
import org.parley.sequence.Clause;
import org.parley.sequence.Moment;
import org.parley.sequence.PlannedStep;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.TimeScale;
import org.parley.sequence.TimedDemand;
import org.parley.sequence.exposure.ExchangeOrder;
import org.parley.sequence.plan.Plan;
import org.parley.sequence.plan.Plans;

/// The order of irreversible steps in which the largest exposure is smallest: Parley's walk over
/// sets of steps beside CP-SAT, each proving its optimum; both must name the same exposure before
/// any time is printed. CP-SAT gets one worker and a limit in seconds.
public final class ExposureBench {

  private static final PartyId ONE = new PartyId("one");
  private static final PartyId OTHER = new PartyId("other");
  private static final int SEEDS = 3;

  private ExposureBench() {}

  /// Runs the sizes named, or 10, 15, 20 and 25 steps.
  public static void main(String[] arguments) {
    Loader.loadNativeLibraries();
    int[] sizes =
        arguments.length == 0
            ? new int[] {10, 15, 20, 25}
            : Arrays.stream(arguments).mapToInt(Integer::parseInt).toArray();
    System.out.println("steps  seed  exposure  parley s  cp-sat s");
    for (int size : sizes) {
      for (long seed = 0; seed < SEEDS; seed++) {
        compare(size, seed);
      }
    }
  }

  private static void compare(int size, long seed) {
    SequenceProblem problem = random(seed, size);
    Plan plan = Plans.of(problem, Budget.unlimited()).findAnswer().orElseThrow().getFirst();
    long before = System.nanoTime();
    Finding<ExchangeOrder.Order> finding = ExchangeOrder.best(problem, plan, Budget.unlimited());
    double parley = (System.nanoTime() - before) / 1e9;
    if (!(finding instanceof Finding.Proved<ExchangeOrder.Order>(ExchangeOrder.Order order, _))) {
      throw new IllegalStateException("not proved: " + finding);
    }
    before = System.nanoTime();
    long other = solve(problem, 120);
    double solver = (System.nanoTime() - before) / 1e9;
    if (other >= 0 && other != order.largest()) {
      throw new IllegalStateException(
          "seed " + seed + ": " + order.largest() + ", but CP-SAT proves " + other);
    }
    System.out.println(
        String.format(
            Locale.ROOT,
            "%5d  %4d  %8d  %8.3f  %s",
            size,
            seed,
            order.largest(),
            parley,
            other < 0
                ? String.format(Locale.ROOT, "not in %.0f", solver)
                : String.format(Locale.ROOT, "%8.3f", solver)));
  }

  /// The least largest exposure by CP-SAT: a place for each step, the balance after each place.
  ///
  /// @return -1 where it was not proved in time
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
    for (PartyId party : List.of(ONE, OTHER)) {
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

  /// Steps that each side gives and receives, some of which must follow others.
  static SequenceProblem random(long seed, int count) {
    var random = new Random(seed);
    List<PlannedStep> steps = new ArrayList<>();
    List<TimedDemand> demands = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean first = random.nextBoolean();
      long given = 1L + random.nextInt(30);
      long received = 1L + random.nextInt(30);
      steps.add(
          new PlannedStep(
              step(i),
              "step " + i,
              List.of(),
              PlannedStep.Duration.NONE,
              false,
              Map.of(first ? ONE : OTHER, -given, first ? OTHER : ONE, received)));
      if (i > 0 && random.nextInt(3) == 0) {
        demands.add(
            TimedDemand.of(
                new DemandId("d" + i),
                "demand " + i,
                ONE,
                Clause.atLeast(Moment.end(step(random.nextInt(i))), Moment.start(step(i)), 1)));
      }
    }
    return new SequenceProblem(
        TimeScale.ofDays(LocalDate.of(2026, 1, 1)), steps, List.of(), demands, List.of(), null);
  }

  private static StepId step(int i) {
    return new StepId("s" + i);
  }
}
