package org.parley.outlook.plan;

import java.util.ArrayList;
import java.util.List;
import org.parley.exact.Budget;
import org.parley.exact.Certificate;
import org.parley.exact.Finding;
import org.parley.exact.Meter;
import org.parley.exact.Stage;
import org.parley.sweep.Seeds;

/// Simulates a plan: draws the time of every step many times, and counts (Monte Carlo over a
/// network of activities; Van Slyke 1963).
///
/// Run number r has the seed `seed + r`, and its counts do not depend on the number of threads.
/// Plans with the same steps share their draws (common random numbers), so that their difference is
/// that of the plans. Cost: runs times clauses; memory: 16 bytes for each run and step.
public final class PlanForecasts {

  /// Enough runs that a chance is off by less than a hundredth, nineteen times of twenty.
  public static final int RUNS = 10_000;

  /// The seed of the first run.
  public static final long SEED = 1;

  /// The runs between two polls of the stop signal.
  private static final int BLOCK = 2_048;

  private PlanForecasts() {}

  /// States the counts, which the runs give again.
  public record Simulated(PlanForecast forecast) implements Certificate.OfAnswer {}

  /// Simulates a plan. If the budget ends first, the counts are of the runs until then.
  ///
  /// @param runs how many runs, 1 or more
  /// @param seed of the first run
  /// @param budget its stop signal is polled, and its listener is told of the runs; a step is a run
  public static Finding<PlanForecast> find(TimedPlan plan, int runs, long seed, Budget budget) {
    if (runs < 1) {
      throw new IllegalArgumentException(
          "simulating a plan: " + runs + " runs. Maybe at least one is wanted.");
    }
    PlanSweep sweep = new PlanSweep(plan, new Seeds(seed, runs));
    Meter meter = new Meter(budget);
    List<SimulatedNetwork.Run> all = new ArrayList<>(runs);
    while (all.size() < runs && !(!all.isEmpty() && meter.look())) {
      int count = Math.min(runs - all.size(), BLOCK);
      if (meter.spend(count) && !all.isEmpty()) {
        break;
      }
      new Seeds(seed + all.size(), count)
          .parts(sweep.partSize()).parallelStream()
              .map(part -> sweep.part(part, Budget.unlimited()))
              .forEachOrdered(part -> all.addAll(part.runs()));
      meter.report(Stage.RUNS, all.size(), runs);
    }
    PlanForecast forecast = sweep.answer(new PlanRuns(all));
    int done = all.size();
    return done < runs
        ? new Finding.Bounded<>(forecast, new FewerRuns(done, runs), meter.stoppedBy())
        : new Finding.Proved<>(forecast, new Simulated(forecast));
  }
}
