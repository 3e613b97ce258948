package org.parley.bench.sequence;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.parley.bench.GrowthChart;
import org.parley.check.KnotsCheck;
import org.parley.check.Verdict;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.model.PartyId;
import org.parley.model.step.DemandId;
import org.parley.model.step.StepId;
import org.parley.sequence.Clause;
import org.parley.sequence.Moment;
import org.parley.sequence.PlannedStep;
import org.parley.sequence.RandomSequences;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.TimeScale;
import org.parley.sequence.TimedDemand;
import org.parley.sequence.knots.AllKnots;
import org.parley.sequence.knots.Knot;
import org.parley.sequence.knots.Knots;
import org.parley.sequence.knots.KnotsCompleteness;
import org.parley.sequence.plan.Plans;

/// All knots of growing plans with planted ones: exactly the planted sets of demands must be found
/// before any time is printed.
public final class KnotsBench {

  private static final int REACH = 40;
  private static final int RUNS = 5;
  private static final int DRAWN = 12;
  private static final long CHECKED = 10_000_000;
  private static final PartyId PARTY = new PartyId("p");

  private KnotsBench() {}

  /// Runs all sizes and writes the chart.
  ///
  /// @param arguments the file of the chart, or nothing
  public static void main(String[] arguments) throws IOException {
    System.out.println(Timing.machine());
    time(2_500, 100);
    List<GrowthChart.Point> bySteps = new ArrayList<>();
    System.out.println("steps  knots");
    for (int steps : new int[] {1_250, 2_500, 5_000, 10_000, 20_000}) {
      bySteps.add(measured(steps, 100, steps));
    }
    for (int knots : new int[] {25, 50, 200, 400}) {
      measured(10_000, knots, knots);
    }
    System.out.println("steps  knots of " + DRAWN + " sequences with many ways");
    for (int steps : new int[] {20, 30, 40}) {
      manyWays(steps);
    }
    if (arguments.length > 0) {
      new GrowthChart(
              "All knots of a plan with 100 planted ones",
              "steps",
              List.of(new GrowthChart.GrowthLine("Parley", bySteps)))
          .write(Path.of(arguments[0]));
    }
  }

  /// Drawn sequences in which a third of the demands have two or three ways. Knots are proved to be
  /// all, and the proof is checked, before a time is printed.
  private static void manyWays(int steps) {
    double[] knots = new double[DRAWN];
    double[] plans = new double[DRAWN];
    int found = 0;
    for (int seed = 0; seed < DRAWN; seed++) {
      SequenceProblem problem = RandomSequences.withManyWays(new Random(seed), steps);
      double before = Timing.now();
      List<Knot> all = Knots.of(problem, Budget.unlimited()).findAnswer().orElseThrow();
      knots[seed] = Timing.now() - before;
      found += all.size();
      KnotsCompleteness proof =
          AllKnots.of(problem, all, Budget.unlimited()).findAnswer().orElseThrow();
      if (KnotsCheck.verify(proof, problem, Budget.ofSteps(CHECKED)) instanceof Verdict.Fails) {
        throw new IllegalStateException("not all knots of sequence " + seed);
      }
      before = Timing.now();
      Plans.of(problem, Budget.unlimited());
      plans[seed] = Timing.now() - before;
    }
    System.out.println(
        String.format(
            Locale.ROOT,
            "%6d  %4d  knots %s  plans %s",
            steps,
            found,
            Timing.inWords(Timing.of(steps, knots)),
            Timing.inWords(Timing.of(steps, plans))));
  }

  private static GrowthChart.Point measured(int steps, int count, int size) {
    GrowthChart.Point point = Timing.of(size, time(steps, count));
    System.out.println(
        String.format(Locale.ROOT, "%6d  %4d  %s", steps, count, Timing.inWords(point)));
    return point;
  }

  private static double[] time(int steps, int count) {
    Set<Set<DemandId>> planted = new java.util.HashSet<>();
    SequenceProblem problem = plan(steps, count, 7, planted);
    double[] seconds = new double[RUNS];
    for (int run = 0; run < RUNS; run++) {
      double before = Timing.now();
      Finding<List<Knot>> finding = Knots.of(problem, Budget.unlimited());
      seconds[run] = Timing.now() - before;
      Set<Set<DemandId>> found = new java.util.HashSet<>();
      finding.findAnswer().orElseThrow().forEach(knot -> found.add(Set.copyOf(knot.demands())));
      if (!finding.isComplete() || !found.equals(planted)) {
        throw new IllegalStateException("not the planted knots: " + found.size());
      }
    }
    return seconds;
  }

  /// A plan in which each step follows one to three of the forty before it, with deadlines. Planted
  /// sets of demands make one knot each.
  static SequenceProblem plan(int steps, int knots, long seed, Set<Set<DemandId>> planted) {
    var random = new Random(seed);
    List<PlannedStep> planned = new ArrayList<>();
    List<TimedDemand> demands = new ArrayList<>();
    long[] time = new long[steps];
    for (int i = 0; i < steps; i++) {
      planned.add(PlannedStep.milestone(step(i), "step " + i));
      for (int b = Math.min(i, 1 + random.nextInt(3)); b > 0; b--) {
        int before = i - 1 - random.nextInt(Math.min(i, REACH));
        long lag = 1L + random.nextInt(10);
        time[i] = Math.max(time[i], time[before] + lag);
        demand(demands, Clause.atLeast(at(before), at(i), lag));
      }
    }
    long end = Arrays.stream(time).max().orElse(0);
    for (int i = 1; i < steps; i += 7) {
      int before = Math.max(0, i - 1 - random.nextInt(REACH));
      long most = Math.max(1, time[i] - time[before] + random.nextInt(60) + 60L);
      demand(demands, new Clause(at(before), at(i), null, most));
    }
    demand(demands, Clause.notBefore(at(0), 0));
    for (int k = 0; k < knots; k++) {
      int p = steps + 3 * k;
      for (int i = 0; i < 3; i++) {
        planned.add(PlannedStep.milestone(step(p + i), "planted " + k));
      }
      demand(demands, Clause.atLeast(at((int) ((long) k * steps / knots)), at(p), 3));
      Set<DemandId> knot = new TreeSet<>(java.util.Comparator.comparing(DemandId::value));
      knot.add(demand(demands, Clause.atLeast(at(p), at(p + 1), 5)));
      knot.add(demand(demands, Clause.atLeast(at(p + 1), at(p + 2), 5)));
      knot.add(demand(demands, new Clause(at(p), at(p + 2), null, 4L + random.nextInt(6))));
      demand(demands, Clause.notAfter(at(p + 2), end + 2000));
      planted.add(Set.copyOf(knot));
    }
    return new SequenceProblem(
        TimeScale.ofDays(LocalDate.of(2026, 1, 1)), planned, List.of(), demands, List.of(), null);
  }

  private static DemandId demand(List<TimedDemand> demands, Clause clause) {
    var id = new DemandId("d" + demands.size());
    demands.add(TimedDemand.of(id, "demand " + demands.size(), PARTY, clause));
    return id;
  }

  private static StepId step(int i) {
    return new StepId("s" + i);
  }

  private static Moment at(int i) {
    return Moment.start(step(i));
  }
}
