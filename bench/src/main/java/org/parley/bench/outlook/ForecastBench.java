package org.parley.bench.outlook;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.parley.acts.Acts;
import org.parley.answer.CaseDay;
import org.parley.casefile.LoadResult;
import org.parley.casefile.folder.CaseFolder;
import org.parley.exact.Budget;
import org.parley.exchange.reference.ShippedFigures;
import org.parley.model.Viewer;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.Case;
import org.parley.model.cases.CaseView;
import org.parley.outlook.plan.PlanForecast;
import org.parley.outlook.plan.PlanForecasts;
import org.parley.outlook.plan.PlanSweep;
import org.parley.outlook.plan.PlanTimes;
import org.parley.outlook.plan.TimedPlan;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.plan.Plan;
import org.parley.sequence.plan.Plans;
import org.parley.sweep.Seeds;

/// Prints how long the runs of an example's first plan take on all processors, beside the same runs
/// on one thread. Both must count the same before a time is printed.
///
/// Usage: `ForecastBench [CASE [RUNS]]`; defaults `examples/ukraine-2025` and 100,000. The first
/// time is that of a fresh process, compiling included.
public final class ForecastBench {

  private static final long STEPS = 2_000_000;
  private static final int TIMES = 7;

  private ForecastBench() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments.length > 0 ? arguments[0] : "examples/ukraine-2025");
    int runs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100_000;
    TimedPlan plan = plan(folder);
    double first = seconds(() -> all(plan, runs));
    if (!all(plan, runs).equals(one(plan, runs))) {
      throw new IllegalStateException("one thread counts otherwise");
    }
    double[] all = new double[TIMES];
    double[] one = new double[TIMES];
    for (int i = 0; i < TIMES; i++) {
      all[i] = seconds(() -> all(plan, runs));
      one[i] = seconds(() -> one(plan, runs));
    }
    System.out.printf(
        Locale.ROOT,
        "Java %s, %d processors, load %.1f%n%s, %,d steps, %,d runs%n",
        Runtime.version(),
        Runtime.getRuntime().availableProcessors(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        folder,
        plan.problem().steps().size(),
        runs);
    System.out.printf(Locale.ROOT, "first, all threads  %.2f s%n", first);
    print("all threads", all);
    print("one thread", one);
  }

  private static PlanForecast all(TimedPlan plan, int runs) {
    return PlanForecasts.find(plan, runs, PlanForecasts.SEED, Budget.unlimited())
        .findAnswer()
        .orElseThrow();
  }

  private static PlanForecast one(TimedPlan plan, int runs) {
    Seeds seeds = new Seeds(PlanForecasts.SEED, runs);
    PlanSweep sweep = new PlanSweep(plan, seeds);
    return sweep.answer(sweep.part(seeds, Budget.unlimited()));
  }

  private static TimedPlan plan(Path folder) throws IOException {
    CaseView view = load(folder).viewFor(new Viewer.Mediator());
    LocalDate origin = CaseDay.planned(view);
    SequenceProblem problem = SequenceProblem.of(view, origin, LocalDate.MAX, true);
    List<Plan> plans = Plans.of(problem, Budget.ofSteps(STEPS)).findAnswer().orElse(List.of());
    return PlanTimes.of(
        view,
        Acts.of(view).at(new AsOf(origin, LocalDate.MAX)),
        problem,
        plans.getFirst(),
        ShippedFigures.get());
  }

  private static Case load(Path folder) throws IOException {
    return switch (CaseFolder.of(folder).load()) {
      case LoadResult.Loaded loaded -> loaded.contents();
      case LoadResult.Rejected rejected -> throw new AssertionError(rejected.problems());
    };
  }

  private static double seconds(Runnable work) {
    long begun = System.nanoTime();
    work.run();
    return (System.nanoTime() - begun) / 1e9;
  }

  private static void print(String label, double[] times) {
    Arrays.sort(times);
    System.out.printf(
        Locale.ROOT,
        "%-18s  %.2f s (%.2f to %.2f)%n",
        label,
        times[times.length / 2],
        times[0],
        times[times.length - 1]);
  }
}
