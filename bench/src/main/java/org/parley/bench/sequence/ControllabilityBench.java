package org.parley.bench.sequence;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.parley.sequence.control.Controllability;
import org.parley.sequence.control.UncertainNetwork;

/// Dynamic controllability on networks of five lanes, by duration and as Morris published it: both
/// must give the same answer before either is timed.
///
/// Prints the median and the spread of the CPU seconds of each.
public final class ControllabilityBench {

  private static final int LANES = 5;
  private static final int RUNS = 7;
  private static final int[] SIZES = {250, 500, 1000, 2000};

  private ControllabilityBench() {}

  /// Runs all sizes.
  public static void main(String[] arguments) {
    for (int nodes : SIZES) {
      List<UncertainNetwork> networks = new ArrayList<>();
      int controllable = 0;
      for (long seed = 0; networks.size() < 3 || seed < 6; seed++) {
        UncertainNetwork network = lanes(nodes, nodes / 10, seed);
        boolean answer = Controllability.holds(network, Controllability.Method.BY_DURATION);
        if (answer != Controllability.holds(network, Controllability.Method.MORRIS_2014)) {
          throw new IllegalStateException("the two methods differ on seed " + seed);
        }
        if (answer) {
          controllable++;
          networks.add(network);
        }
        if (seed > 60) {
          break;
        }
      }
      System.out.println(
          nodes + " nodes, " + nodes / 10 + " durations, controllable " + controllable);
      for (Controllability.Method method : Controllability.Method.values()) {
        time(networks, method);
      }
    }
  }

  private static void time(List<UncertainNetwork> networks, Controllability.Method method) {
    var threads = ManagementFactory.getThreadMXBean();
    double[] seconds = new double[networks.size() * RUNS];
    int at = 0;
    for (int run = 0; run < RUNS; run++) {
      for (UncertainNetwork network : networks) {
        long before = threads.getCurrentThreadCpuTime();
        if (!Controllability.holds(network, method)) {
          throw new IllegalStateException("the answer changed");
        }
        seconds[at++] = (threads.getCurrentThreadCpuTime() - before) / 1e9;
      }
    }
    Arrays.sort(seconds);
    System.out.println(
        String.format(
            Locale.ROOT,
            "  %-12s median %.4f s, from %.4f to %.4f",
            method,
            seconds.length == 0 ? 0 : seconds[seconds.length / 2],
            seconds.length == 0 ? 0 : seconds[0],
            seconds.length == 0 ? 0 : seconds[seconds.length - 1]));
  }

  /// Lanes of steps one after another, some of contingent length, with bounds between lanes that
  /// some schedule with the longest durations keeps.
  static UncertainNetwork lanes(int nodes, int durations, long seed) {
    var random = new Random(seed);
    int perLane = nodes / LANES;
    long[] time = new long[nodes];
    boolean[] contingent = new boolean[nodes];
    for (int placed = 0; placed < durations; ) {
      int node = random.nextInt(nodes);
      boolean free = node % perLane > 1 && !contingent[node] && !contingent[node - 1];
      boolean nextFree = node + 1 >= nodes || !contingent[node + 1];
      if (free && nextFree) {
        contingent[node] = true;
        placed++;
      }
    }
    List<UncertainNetwork.Bound> bounds = new ArrayList<>();
    List<UncertainNetwork.Contingent> contingents = new ArrayList<>();
    for (int node = 1; node < nodes; node++) {
      if (node % perLane == 0) {
        continue;
      }
      long least = 1L + random.nextInt(50);
      long most = least + 1 + random.nextInt(50);
      time[node] = time[node - 1] + most;
      if (contingent[node]) {
        contingents.add(new UncertainNetwork.Contingent(node - 1, node, least, most));
      } else {
        bounds.add(new UncertainNetwork.Bound(node - 1, node, most + 200));
        bounds.add(new UncertainNetwork.Bound(node, node - 1, -least));
      }
    }
    for (int i = 0; i < nodes * 2 / 5; i++) {
      int one = random.nextInt(nodes);
      int other = random.nextInt(nodes);
      if (one / perLane != other / perLane && !contingent[one] && !contingent[other]) {
        long most = time[other] - time[one] + 100 + random.nextInt(400);
        bounds.add(new UncertainNetwork.Bound(one, other, most));
      }
    }
    return new UncertainNetwork(nodes, bounds, contingents);
  }
}
