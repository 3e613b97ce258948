package org.parley.bench.packages;

import java.lang.management.ManagementFactory;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.parley.bargain.Problem;
import org.parley.bargain.RandomProblems;
import org.parley.bargain.zone.Zone;
import org.parley.bargain.zone.Zones;
import org.parley.exact.Budget;
import org.parley.exact.Finding;

/// Prints the time to count the packages acceptable to all, beside enumeration with and without
/// pruning, after comparing the three counts.
public final class CountSideBySide {

  private static final int RUNS = 7;
  private static final long WARM_NANOS = 500_000_000L;
  private static final long RUN_NANOS = 20_000_000L;

  /// Class, parties, points, options, baselines in hundredths of each party's maximum.
  private static final List<String> NAMES =
      List.of(
          "U-2-2-3-50",
          "U-3-4-3-50",
          "U-4-5-4-50",
          "X-8-5-4-50",
          "U-4-7-4-50",
          "U-4-7-4-80",
          "W-3-8-5-50",
          "U-8-8-5-50",
          "U-4-9-5-50",
          "U-4-9-5-75",
          "X-2-10-5-50",
          "X-4-10-5-60",
          "U-8-10-5-50",
          "W-4-11-5-50",
          "U-4-11-5-50",
          "U-4-11-5-75",
          "X-8-11-5-60");

  private CountSideBySide() {}

  /// Runs all three.
  ///
  /// @param args problems such as `U-4-9-5-50`; none for the usual ones
  public static void main(String[] args) {
    System.out.printf(
        Locale.ROOT,
        "%s, %d processors, load average %.1f; processor time of one thread in ms, least and median"
            + " of %d runs%n",
        System.getProperty("java.vm.version"),
        Runtime.getRuntime().availableProcessors(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        RUNS);
    System.out.println(
        "| problem | packages | acceptable | Parley | with pruning | every package |");
    System.out.println("|---|---|---|---|---|---|");
    for (String name : args.length == 0 ? NAMES : List.of(args)) {
      compare(name);
    }
  }

  private static void compare(String name) {
    int last = name.lastIndexOf('-');
    Problem problem =
        RandomProblems.withBaselines(
            SideBySide.named(name.substring(0, last)), Integer.parseInt(name.substring(last + 1)));
    BigInteger packages = BigInteger.ONE;
    for (Problem.Point point : problem.points()) {
      packages = packages.multiply(BigInteger.valueOf(point.options().size()));
    }
    BigInteger every = BigInteger.valueOf(new Enumeration(problem, false).count());
    BigInteger pruned = BigInteger.valueOf(new Enumeration(problem, true).count());
    BigInteger own = parley(problem);
    if (!own.equals(every) || !own.equals(pruned)) {
      throw new AssertionError(name + ": " + own + ", " + pruned + " and " + every + " counted");
    }
    System.out.printf(
        Locale.ROOT,
        "| %s | %,d | %,d | %s | %s | %s |%n",
        name,
        packages,
        own,
        millis(() -> parley(problem)),
        millis(() -> new Enumeration(problem, true).count()),
        millis(() -> new Enumeration(problem, false).count()));
  }

  private static BigInteger parley(Problem problem) {
    if (Zones.find(problem, problem.everyone(), Budget.unlimited())
        instanceof Finding.Proved<Zone>(Zone zone, _)) {
      return zone.atMost();
    }
    throw new AssertionError("not counted exactly");
  }

  /// Least and median; short ones are repeated within a run, long ones are run once.
  private static String millis(Supplier<?> count) {
    long began = SideBySide.cpuNanos();
    long calls = 0;
    do {
      var _ = count.get();
      calls++;
    } while (SideBySide.cpuNanos() - began < WARM_NANOS);
    long each = Math.max(1, (SideBySide.cpuNanos() - began) / calls);
    long repeats = Math.max(1, RUN_NANOS / each);
    double[] millis = new double[RUNS];
    for (int run = 0; run < RUNS; run++) {
      long start = SideBySide.cpuNanos();
      for (long call = 0; call < repeats; call++) {
        var _ = count.get();
      }
      millis[run] = (double) (SideBySide.cpuNanos() - start) / 1e6 / repeats;
    }
    Arrays.sort(millis);
    return String.format(Locale.ROOT, "%.3f, %.3f", millis[0], millis[RUNS / 2]);
  }

  /// Goes through the packages with running sums, point by point.
  private static final class Enumeration {
    private final boolean prunes;
    private final long[][][] worths;

    /// By point, the largest worth of each party from there on.
    private final long[][] best;

    private final long[][] sums;
    private final long[] baselines;

    Enumeration(Problem problem, boolean prunes) {
      this.prunes = prunes;
      int points = problem.points().size();
      int parties = problem.parties().size();
      worths = new long[points][][];
      best = new long[points + 1][parties];
      sums = new long[points + 1][parties];
      baselines = new long[parties];
      for (int point = points - 1; point >= 0; point--) {
        int options = problem.points().get(point).options().size();
        worths[point] = new long[options][parties];
        for (int party = 0; party < parties; party++) {
          long most = Long.MIN_VALUE;
          for (int option = 0; option < options; option++) {
            long worth = problem.parties().get(party).worths().get(point).get(option);
            worths[point][option][party] = worth;
            most = Math.max(most, worth);
          }
          best[point][party] = best[point + 1][party] + most;
        }
      }
      for (int party = 0; party < parties; party++) {
        Long baseline = problem.parties().get(party).baseline();
        baselines[party] = baseline == null ? Long.MIN_VALUE / 2 : baseline;
      }
    }

    long count() {
      return count(0);
    }

    private long count(int point) {
      if (point == worths.length) {
        return reaches(point) ? 1 : 0;
      }
      long count = 0;
      for (long[] option : worths[point]) {
        long[] here = sums[point];
        long[] next = sums[point + 1];
        for (int party = 0; party < next.length; party++) {
          next[party] = here[party] + option[party];
        }
        if (!prunes || reaches(point + 1)) {
          count += count(point + 1);
        }
      }
      return count;
    }

    /// Whether the baselines are within reach after this many points.
    private boolean reaches(int point) {
      for (int party = 0; party < baselines.length; party++) {
        if (sums[point][party] + best[point][party] < baselines[party]) {
          return false;
        }
      }
      return true;
    }
  }
}
