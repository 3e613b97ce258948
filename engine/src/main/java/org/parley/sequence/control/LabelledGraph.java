package org.parley.sequence.control;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.parley.exact.Meter;
import org.parley.sequence.bounds.BellmanFord;
import org.parley.sequence.bounds.DifferenceBounds;
import org.parley.sequence.control.Derivation.Part;

/// The plain and least-duration arcs of a network, which grow as bounds are derived, with times
/// that satisfy them all.
final class LabelledGraph {

  private static final int NONE = -1;

  private final List<List<Integer>> entering = new ArrayList<>();
  private final List<List<Integer>> leaving = new ArrayList<>();
  private int[] from = new int[16];
  private int[] to = new int[16];
  private long[] atMost = new long[16];
  private int arcs;
  private final List<Part> parts = new ArrayList<>();
  private long[] times = {};

  /// The changes of times in the current search.
  private ReachedNodes moved = new ReachedNodes(0);

  LabelledGraph(UncertainNetwork network) {
    for (int node = 0; node < network.nodes(); node++) {
      entering.add(new ArrayList<>());
      leaving.add(new ArrayList<>());
    }
    for (int i = 0; i < network.bounds().size(); i++) {
      UncertainNetwork.UpperBound bound = network.bounds().get(i);
      add(bound.from(), bound.to(), bound.atMost(), new Part.Given(i));
    }
    for (int i = 0; i < network.contingents().size(); i++) {
      UncertainNetwork.Contingent each = network.contingents().get(i);
      add(each.from(), each.to(), each.most(), new Part.NoLater(i));
      add(each.to(), each.from(), -each.least(), new Part.NoEarlier(i));
      if (!each.isCertain()) {
        add(each.from(), each.to(), each.least(), new Part.AtItsLeast(i));
      }
    }
  }

  int add(int tail, int head, long length, Part part) {
    if (arcs == from.length) {
      from = Arrays.copyOf(from, 2 * arcs);
      to = Arrays.copyOf(to, 2 * arcs);
      atMost = Arrays.copyOf(atMost, 2 * arcs);
    }
    from[arcs] = tail;
    to[arcs] = head;
    atMost[arcs] = length;
    leaving.get(tail).add(arcs);
    entering.get(head).add(arcs);
    parts.add(part);
    return arcs++;
  }

  /// Finds times for all arcs.
  ///
  /// @return a negative cycle of arcs if there are none; else empty, also if the meter stopped
  int[] settle(Meter meter) {
    var bounds =
        new DifferenceBounds(
            leaving.size(),
            Arrays.copyOf(from, arcs),
            Arrays.copyOf(to, arcs),
            Arrays.copyOf(atMost, arcs));
    var potentials = new BellmanFord(bounds);
    List<int[]> cycles = potentials.run(meter);
    times = potentials.times();
    moved = new ReachedNodes(leaving.size());
    return cycles.isEmpty() ? new int[0] : cycles.getFirst();
  }

  /// Updates times after arcs into `node` were added (Cotton and Maler 2006).
  ///
  /// @return a negative cycle of arcs if there are none; else empty, also if the meter stopped
  int[] resettle(int node, Meter meter) {
    long time = times[node];
    int because = NONE;
    for (int arc : entering.get(node)) {
      long bound = Math.addExact(times[from[arc]], atMost[arc]);
      if (bound < time) {
        time = bound;
        because = arc;
      }
    }
    if (because == NONE) {
      return new int[0];
    }
    moved.begin(node, Math.subtractExact(time, times[node]), because);
    while (!moved.isDone()) {
      int at = moved.settle();
      long reached = Math.addExact(times[at], moved.distance(at));
      for (int arc : leaving.get(at)) {
        int next = to[arc];
        long by = Math.addExact(reached, atMost[arc]) - times[next];
        if (meter.heed(1)) {
          return new int[0];
        }
        if (next == node && by < moved.distance(node)) {
          return cycle(arc, node);
        }
        if (by < 0) {
          moved.lower(next, by, arc, 0);
        }
      }
    }
    for (int each : moved.nodes()) {
      times[each] += moved.distance(each);
    }
    return new int[0];
  }

  private int[] cycle(int last, int node) {
    List<Integer> cycle = new ArrayList<>();
    cycle.add(last);
    for (int at = from[last]; at != node; at = from[moved.via(at)]) {
      cycle.add(moved.via(at));
    }
    return cycle.reversed().stream().mapToInt(Integer::intValue).toArray();
  }

  List<Integer> entering(int node) {
    return entering.get(node);
  }

  List<Integer> leaving(int node) {
    return leaving.get(node);
  }

  int nodes() {
    return entering.size();
  }

  int from(int arc) {
    return from[arc];
  }

  int to(int arc) {
    return to[arc];
  }

  long atMost(int arc) {
    return atMost[arc];
  }

  Part part(int arc) {
    return parts.get(arc);
  }

  long time(int node) {
    return times[node];
  }
}
