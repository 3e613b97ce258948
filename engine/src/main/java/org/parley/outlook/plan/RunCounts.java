package org.parley.outlook.plan;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.parley.outlook.BaseRates;
import org.parley.outlook.plan.PlanForecast.AskedShare;
import org.parley.outlook.plan.PlanForecast.DayBands;
import org.parley.outlook.plan.PlanForecast.DeadlineChance;
import org.parley.outlook.plan.PlanForecast.StepForecast;
import org.parley.outlook.plan.PlanForecast.TimeDriver;
import org.parley.reference.AccordYear;
import org.parley.sequence.Moment;
import org.parley.sequence.PlannedStep;
import org.parley.sequence.plan.Separation;

/// Counts runs of a plan.
final class RunCounts {

  private final TimedPlan plan;
  private final SimulatedNetwork network;
  private final SimulatedNetwork.Run[] runs;

  RunCounts(TimedPlan plan, SimulatedNetwork network, List<SimulatedNetwork.Run> runs) {
    this.plan = plan;
    this.network = network;
    this.runs = runs.toArray(SimulatedNetwork.Run[]::new);
  }

  PlanForecast of(long seed) {
    long[] whole = new long[runs.length];
    int contradicted = 0;
    for (int run = 0; run < runs.length; run++) {
      whole[run] = Arrays.stream(runs[run].ends()).max().orElse(0);
      contradicted += runs[run].isContradicted() ? 1 : 0;
    }
    List<StepForecast> steps =
        IntStream.range(0, network.open().size()).parallel().mapToObj(this::step).toList();
    return new PlanForecast(
        seed,
        runs.length,
        contradicted,
        bands(whole),
        steps,
        network.deadlines().stream().map(this::chance).toList(),
        drivers(whole));
  }

  private StepForecast step(int index) {
    PlannedStep step = network.open().get(index);
    return new StepForecast(
        step.id(),
        bands(Arrays.stream(runs).mapToLong(run -> run.ends()[index]).toArray()),
        asked(step));
  }

  private @Nullable AskedShare asked(PlannedStep step) {
    if (!(plan.times().get(step.id())
        instanceof StepTime.OfOthers(_, var counts, StepTime.AccordDay accord))) {
      return null;
    }
    var signing = accord.signing();
    Moment from = signing == null ? Moment.ORIGIN : Moment.end(signing);
    Long most =
        Separation.most(plan.problem(), plan.readings(), plan.ways(), from, Moment.end(step.id()))
            .map(days -> days + (signing == null ? accord.elapsedDays() : 0))
            .orElse(null);
    if (most == null || most > BaseRates.days(AccordYear.LAST)) {
      return null;
    }
    int years = 1;
    while (BaseRates.days(years) < most) {
      years++;
    }
    return new AskedShare(years, counts.doneBy(years), counts.knownBy(years));
  }

  private DeadlineChance chance(SimulatedNetwork.Deadline deadline) {
    int kept = 0;
    int undue = 0;
    for (SimulatedNetwork.Run run : runs) {
      long from = run.nodes()[deadline.from()];
      long to = run.nodes()[deadline.to()];
      if (run.isContradicted()) {
        continue;
      }
      if (from >= SimulatedNetwork.NEVER) {
        undue++;
      } else if (to < SimulatedNetwork.NEVER && to - from <= deadline.atMost()) {
        kept++;
      }
    }
    return new DeadlineChance(deadline.demand(), deadline.way(), deadline.clause(), kept, undue);
  }

  private List<TimeDriver> drivers(long[] whole) {
    long[] ranks = ranks(whole);
    return IntStream.range(0, network.open().size())
        .parallel()
        .filter(network::isDrawn)
        .mapToObj(
            index ->
                new TimeDriver(
                    network.open().get(index).id(),
                    correlation(
                        ranks(Arrays.stream(runs).mapToLong(run -> run.drawn()[index]).toArray()),
                        ranks)))
        .sorted(
            Comparator.comparingInt(TimeDriver::correlation)
                .reversed()
                .thenComparing(TimeDriver::step))
        .toList();
  }

  /// The days of the nearest ranks.
  private static DayBands bands(long[] ends) {
    long[] sorted = ends.clone();
    Arrays.sort(sorted);
    int never = (int) Arrays.stream(sorted).filter(end -> end >= SimulatedNetwork.NEVER).count();
    return new DayBands(
        rank(sorted, 10),
        rank(sorted, 25),
        rank(sorted, 50),
        rank(sorted, 75),
        rank(sorted, 90),
        never);
  }

  private static @Nullable Long rank(long[] sorted, int percent) {
    long end = sorted[(int) (((long) sorted.length * percent + 99) / 100) - 1];
    return end >= SimulatedNetwork.NEVER ? null : Long.valueOf(end);
  }

  /// Twice the rank of each number; equal ones share the mean of their ranks.
  private static long[] ranks(long[] numbers) {
    long[] sorted = numbers.clone();
    Arrays.sort(sorted);
    long[] ranks = new long[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      ranks[i] = first(sorted, numbers[i]) + first(sorted, numbers[i] + 1) + 1L;
    }
    return ranks;
  }

  /// How many are less.
  private static int first(long[] sorted, long number) {
    int from = 0;
    int to = sorted.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (sorted[middle] < number) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  /// The correlation of doubled ranks in hundredths; 0 if either is constant.
  private static int correlation(long[] one, long[] other) {
    long mean = one.length + 1L;
    long both = 0;
    long ofOne = 0;
    long ofOther = 0;
    for (int i = 0; i < one.length; i++) {
      both = Math.addExact(both, (one[i] - mean) * (other[i] - mean));
      ofOne = Math.addExact(ofOne, (one[i] - mean) * (one[i] - mean));
      ofOther = Math.addExact(ofOther, (other[i] - mean) * (other[i] - mean));
    }
    return ofOne == 0 || ofOther == 0
        ? 0
        : (int)
            StrictMath.rint(
                100.0
                    * (double) both
                    / (StrictMath.sqrt((double) ofOne) * StrictMath.sqrt((double) ofOther)));
  }
}
