package org.parley.bench.sequence;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.parley.bench.GrowthChart;
import org.parley.sequence.control.Controllability;
import org.parley.sequence.control.UncertainNetwork;

/// Dynamic controllability on networks of five lanes, by duration and as Morris published it: both
/// must say that each can be controlled.
public final class ControllabilityBench {

  private static final int LANES = 5;
  private static final int RUNS = 5;
  private static final int NETWORKS = 6;
  private static final int[] SIZES = {250, 500, 1000, 1750, 2500};

  private ControllabilityBench() {}

  /// Runs all sizes and writes the chart.
  ///
  /// @param arguments the file of the chart, or nothing
  public static void main(String[] arguments) throws IOException {
    System.out.println(Timing.machine());
    time(networks(250), Controllability.Method.BY_DURATION, RUNS);
    List<GrowthChart.Point> byDuration = new ArrayList<>();
    List<GrowthChart.Point> morris = new ArrayList<>();
    System.out.println("nodes / durations  by duration, Morris 2014");
    for (int nodes : SIZES) {
      List<UncertainNetwork> networks = networks(nodes);
      byDuration.add(Timing.of(nodes, time(networks, Controllability.Method.BY_DURATION, RUNS)));
      morris.add(
          Timing.of(
              nodes, time(networks, Controllability.Method.MORRIS_2014, nodes < 1500 ? RUNS : 1)));
      System.out.println(
          String.format(
              Locale.ROOT,
              "%5d / %3d  %s  %s",
              nodes,
              nodes / 10,
              Timing.inWords(byDuration.getLast()),
              Timing.inWords(morris.getLast())));
    }
    if (arguments.length > 0) {
      new GrowthChart(
              "Can every bound be kept whatever others decide?",
              "moments, a tenth of them decided by others",
              List.of(
                  new GrowthChart.GrowthLine("Parley", byDuration),
                  new GrowthChart.GrowthLine("Morris 2014", morris)))
          .write(Path.of(arguments[0]));
    }
  }

  /// Networks of a size that can be controlled.
  private static List<UncertainNetwork> networks(int nodes) {
    List<UncertainNetwork> networks = new ArrayList<>();
    for (long seed = 0; networks.size() < NETWORKS; seed++) {
      UncertainNetwork network = lanes(nodes, nodes / 10, seed);
      boolean answer = Controllability.holds(network, Controllability.Method.BY_DURATION);
      if (answer) {
        networks.add(network);
      }
      if (seed > 100) {
        throw new IllegalStateException("too few controllable networks of " + nodes);
      }
    }
    return networks;
  }

  private static double[] time(
      List<UncertainNetwork> networks, Controllability.Method method, int runs) {
    double[] seconds = new double[networks.size() * runs];
    int at = 0;
    for (int run = 0; run < runs; run++) {
      for (UncertainNetwork network : networks) {
        double before = Timing.now();
        if (!Controllability.holds(network, method)) {
          throw new IllegalStateException("the two methods differ");
        }
        seconds[at++] = Timing.now() - before;
      }
    }
    return seconds;
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
    List<UncertainNetwork.UpperBound> bounds = new ArrayList<>();
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
        bounds.add(new UncertainNetwork.UpperBound(node - 1, node, most + 200));
        bounds.add(new UncertainNetwork.UpperBound(node, node - 1, -least));
      }
    }
    for (int i = 0; i < nodes * 2 / 5; i++) {
      int one = random.nextInt(nodes);
      int other = random.nextInt(nodes);
      if (one / perLane != other / perLane && !contingent[one] && !contingent[other]) {
        long most = time[other] - time[one] + 100 + random.nextInt(400);
        bounds.add(new UncertainNetwork.UpperBound(one, other, most));
      }
    }
    return new UncertainNetwork(nodes, bounds, contingents);
  }
}
