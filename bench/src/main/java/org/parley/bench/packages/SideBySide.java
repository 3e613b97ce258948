package org.parley.bench.packages;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.parley.bargain.Problem;
import org.parley.bargain.RandomProblems;

/// Prints the time each peer needs for the whole frontier of the same problems, after checking that
/// all that finish give the same vectors.
public final class SideBySide {

  private static final Peer PARLEY = Peer.parley();
  private static final int RUNS = 3;
  private static final long QUICK_NANOS = 100_000_000L;
  private static final long WARM_NANOS = 1_000_000_000L;
  private static final long SMALL_WARM_NANOS = 200_000_000L;
  private static final int SMALL_RUNS = 60;
  private static final int SMALL_CALLS = 1_000;

  private SideBySide() {}

  /// Runs all peers.
  ///
  /// @param args problems such as `U-3-12-4`, then `seconds=60` for the deadline of each. `small`
  ///   to time Parley and issue merging alone, in many runs, on problems of microseconds
  public static void main(String[] args) {
    long seconds = 60;
    boolean small = false;
    List<String> names = new ArrayList<>();
    for (String arg : args) {
      if (arg.startsWith("seconds=")) {
        seconds = Long.parseLong(arg.substring("seconds=".length()));
      } else if (arg.equals("small")) {
        small = true;
      } else {
        names.add(arg);
      }
    }
    if (small) {
      small(names.isEmpty() ? SMALL : names);
      return;
    }
    if (names.isEmpty()) {
      names.addAll(NAMES);
    }
    System.out.printf(
        Locale.ROOT,
        "%s, %d processors, load average %.1f; processor time of one thread, least and median of"
            + " %d runs in one process; a peer may take %d s%n",
        System.getProperty("java.vm.version"),
        Runtime.getRuntime().availableProcessors(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        RUNS,
        seconds);
    for (String name : names) {
      compare(name, seconds);
    }
  }

  /// Some take the best of the others less than a tenth of a second, some more.
  private static final List<String> NAMES =
      List.of(
          "U-2-10-4",
          "W-3-10-4",
          "U-3-12-4",
          "X-4-10-4",
          "U-3-20-5",
          "X-3-20-5",
          "U-4-12-4",
          "W-4-15-5",
          "C-3-8-4");

  private static final List<String> SMALL =
      List.of(
          "U-2-2-2",
          "U-2-3-3",
          "U-3-3-3",
          "U-2-4-4",
          "W-3-4-4",
          "U-3-4-4",
          "X-3-5-3",
          "C-3-3-3",
          "U-4-4-4",
          "C-4-4-4",
          "X-5-4-4",
          "U-2-10-4",
          "U-3-6-4",
          "W-4-8-3",
          "U-6-4-3");

  /// Many runs, interleaved, so that background load affects both.
  private static void small(List<String> names) {
    System.out.printf(
        Locale.ROOT,
        "load average %.1f; microseconds, least and median of %d runs of %d calls each%n",
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        SMALL_RUNS,
        SMALL_CALLS);
    List<Peer> peers = List.of(Peer.parley(), new IssueMerging());
    // Two warm-up rounds, then the measured one.
    for (int round = 0; round < 3; round++) {
      for (String name : names) {
        small(name, peers, round == 2);
      }
    }
  }

  private static void small(String name, List<Peer> peers, boolean isPrinted) {
    Problem problem = named(name);
    double[][] micros = new double[2][SMALL_RUNS];
    warm(problem, peers);
    for (int run = 0; run < SMALL_RUNS; run++) {
      for (int peer = 0; peer < 2; peer++) {
        long began = cpuNanos();
        int found = 0;
        for (int call = 0; call < SMALL_CALLS; call++) {
          found += peers.get(peer).frontier(problem, () -> false).orElseThrow().size();
        }
        micros[peer][run] = (double) (cpuNanos() - began) / 1000 / SMALL_CALLS;
        if (found == 0) {
          throw new AssertionError(name + ": nothing was found");
        }
      }
    }
    Set<List<Long>> ours = boxed(peers.getFirst().frontier(problem, () -> false).orElseThrow());
    if (!ours.equals(boxed(peers.getLast().frontier(problem, () -> false).orElseThrow()))) {
      throw new AssertionError(name + ": the frontiers differ");
    }
    Arrays.sort(micros[0]);
    Arrays.sort(micros[1]);
    if (isPrinted) {
      System.out.printf(
          Locale.ROOT,
          "| %s | %d | %.2f, %.2f | %.2f, %.2f |%n",
          name,
          ours.size(),
          micros[0][0],
          micros[0][SMALL_RUNS / 2],
          micros[1][0],
          micros[1][SMALL_RUNS / 2]);
    }
  }

  /// The two in turn for a while, for the compiler.
  private static void warm(Problem problem, List<Peer> peers) {
    long end = cpuNanos() + SMALL_WARM_NANOS;
    boolean found = true;
    while (found && cpuNanos() < end) {
      for (Peer peer : peers) {
        for (int call = 0; call < SMALL_CALLS; call++) {
          found &= peer.frontier(problem, () -> false).isPresent();
        }
      }
    }
  }

  private static Set<List<Long>> boxed(List<long[]> vectors) {
    Set<List<Long>> all = new HashSet<>();
    vectors.forEach(each -> all.add(Arrays.stream(each).boxed().toList()));
    return all;
  }

  /// The problem of a name such as `U-3-12-4`: class, parties, points, options.
  static Problem named(String name) {
    return named(name, 1);
  }

  static Problem named(String name, long seed) {
    String[] parts = name.split("-", -1);
    return RandomProblems.of(
        RandomProblems.Kind.valueOf(parts[0]),
        Integer.parseInt(parts[1]),
        Integer.parseInt(parts[2]),
        Integer.parseInt(parts[3]),
        seed);
  }

  private static void compare(String name, long seconds) {
    Problem problem = named(name);
    Set<List<Long>> known = Set.of();
    double own = 1;
    double best = Double.POSITIVE_INFINITY;
    for (Peer peer :
        List.of(
            PARLEY, new IssueMerging(), new Exhaustive(), new ChocoPareto(), new CpSatEpsilon())) {
      long[] micros = new long[RUNS];
      boolean finished = true;
      warm(peer, problem, seconds);
      for (int run = 0; run < RUNS && finished; run++) {
        long began = cpuNanos();
        long end = began + seconds * 1_000_000_000L;
        Optional<List<long[]>> found = peer.frontier(problem, () -> cpuNanos() > end);
        micros[run] = (cpuNanos() - began) / 1000;
        finished = found.isPresent();
        if (finished && known.isEmpty()) {
          known = boxed(found.get());
        } else if (finished && !known.equals(boxed(found.get()))) {
          throw new AssertionError(name + ": " + peer.name() + " finds another frontier");
        }
        if (micros[run] > 5_000_000) {
          Arrays.fill(micros, run + 1, RUNS, micros[run]);
          break;
        }
      }
      Arrays.sort(micros);
      if (peer.equals(PARLEY)) {
        own = Math.max(1, micros[0]);
      } else if (finished) {
        best = Math.min(best, (double) micros[0]);
      }
      System.out.printf(
          Locale.ROOT,
          "%-10s %-28s %8s %12s %12s%n",
          name,
          peer.name(),
          finished ? known.size() : "-",
          finished ? String.format(Locale.ROOT, "%.2f ms", micros[0] / 1000.0) : "not finished",
          finished ? String.format(Locale.ROOT, "%.2f ms", micros[RUNS / 2] / 1000.0) : "");
    }
    String times =
        best < Double.POSITIVE_INFINITY
            ? String.format(Locale.ROOT, "the best takes %.1f times as long", best / own)
            : "none finished";
    System.out.printf(Locale.ROOT, "%-10s of the others, %s%n", name, times);
  }

  /// Runs a fast one for a second first, for the compiler.
  private static void warm(Peer peer, Problem problem, long seconds) {
    long began = cpuNanos();
    long end = began + seconds * 1_000_000_000L;
    long last = began;
    do {
      began = last;
      peer.frontier(problem, () -> cpuNanos() > end);
      last = cpuNanos();
    } while (last - began < QUICK_NANOS && last < end - seconds * 1_000_000_000L + WARM_NANOS);
  }

  static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
