package org.parley.sequence.bounds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.parley.exact.Meter;
import org.parley.exact.Stage;

/// Enumerates every minimal set of labels whose arcs, with the unlabelled ones, contain a negative
/// cycle.
/// 1. Some labelled arcs are set aside so that the rest is satisfiable; every negative cycle then
///    uses one of them.
/// 2. With potentials of the rest, only these arcs gain and all others cost. A search from each,
///    allowed the later ones, stops when the way back exceeds the remaining gain.
/// 3. A state is a node, its labels and its cost; one with more labels at no less cost is
///    dominated.
///
/// Labels of one group exclude each other. Complete unless the meter stops it. Cost: proportional
/// to the states, exponential in the worst case, as the number of minimal sets may be.
@SuppressWarnings("ArrayRecordComponent") // Internal arrays, never compared.
public final class MinimalCycles {

  /// Bounds with labels.
  ///
  /// @param bounds the bounds
  /// @param labels the labels of each arc, ascending
  /// @param group the group of each label; -1 for none
  public record LabelledBounds(DifferenceBounds bounds, int[][] labels, int[] group) {}

  /// A minimal set of labels and a simple cycle of arcs with them.
  public record Found(int[] labels, int[] arcs) {}

  private record State(
      int node, long cost, long left, int[] labels, @Nullable State before, int arc) {}

  private static final long FAR = Long.MAX_VALUE / 4;

  private final LabelledBounds problem;
  private final DifferenceBounds bounds;
  private final DifferenceBounds.Incidence leaving;
  private final DifferenceBounds.Incidence entering;
  private final Meter meter;
  private final List<Found> found = new ArrayList<>();
  private final Map<Integer, List<int[]>> foundWith = new HashMap<>();
  private long[] times = {};
  private final boolean[] usable;
  private boolean[] isAside = {};

  private MinimalCycles(LabelledBounds problem, Meter meter) {
    this.problem = problem;
    this.meter = meter;
    bounds = problem.bounds;
    leaving = bounds.leaving();
    entering = bounds.entering();
    usable = new boolean[bounds.arcs()];
    Arrays.fill(usable, true);
  }

  /// All of them, or those found before the meter stopped.
  public static List<Found> of(LabelledBounds problem, Meter meter) {
    return new MinimalCycles(problem, meter).run();
  }

  private List<Found> run() {
    int[] aside = setAside();
    if (aside.length == 0) {
      return found;
    }
    for (int arc : aside) {
      usable[arc] = false;
    }
    for (int i = aside.length - 1; i >= 0 && !meter.stopped(); i--) {
      usable[aside[i]] = true;
      meter.report(Stage.KNOTS, aside.length - 1 - i, aside.length);
      searchFrom(aside[i], Arrays.copyOfRange(aside, i + 1, aside.length));
    }
    return minimal();
  }

  /// Chooses arcs to set aside so that all others hold; sets `times`. If the unlabelled arcs alone
  /// are inconsistent, they are the result.
  private int[] setAside() {
    var potentials = new BellmanFord(bounds);
    for (List<int[]> cycles = potentials.run(meter);
        !cycles.isEmpty();
        cycles = potentials.run(meter)) {
      for (int[] cycle : cycles) {
        int arc =
            Arrays.stream(cycle).filter(each -> problem.labels[each].length > 0).max().orElse(-1);
        if (arc < 0) {
          found.add(new Found(LabelSet.EMPTY, cycle));
          return new int[0];
        }
        potentials.remove(arc);
      }
    }
    if (meter.stopped()) {
      return new int[0];
    }
    times = potentials.times();
    isAside = new boolean[bounds.arcs()];
    for (int arc = 0; arc < bounds.arcs(); arc++) {
      isAside[arc] = potentials.isRemoved(arc) && cost(arc) < 0;
    }
    return IntStream.range(0, bounds.arcs()).filter(arc -> isAside[arc]).toArray();
  }

  /// The reduced cost of an arc: 0 or more unless it was set aside.
  private long cost(int arc) {
    return Math.subtractExact(
        Math.addExact(bounds.atMost()[arc], times[bounds.from()[arc]]), times[bounds.to()[arc]]);
  }

  private void searchFrom(int leader, int[] later) {
    int head = bounds.to()[leader];
    int tail = bounds.from()[leader];
    long gain = -cost(leader);
    long left = 0;
    for (int arc : later) {
      left = Math.subtractExact(left, cost(arc));
    }
    long[] there = distances(head, leaving, bounds.to(), Math.addExact(gain, left));
    long[] back = distances(tail, entering, bounds.from(), Math.addExact(gain, left));
    boolean[] useful = new boolean[bounds.arcs()];
    for (int arc : later) {
      useful[arc] = true;
    }
    boolean shrinks = true;
    while (shrinks && !meter.heed(later.length)) {
      shrinks = false;
      for (int arc : later) {
        long detour = there[bounds.from()[arc]] + back[bounds.to()[arc]];
        if (useful[arc] && detour >= gain + left) {
          useful[arc] = false;
          left += cost(arc);
          shrinks = true;
        }
      }
    }
    explore(leader, useful, left, back);
  }

  /// Shortest distances between one node and all others, with arcs set aside at cost 0; FAR beyond
  /// `most`.
  private long[] distances(int node, DifferenceBounds.Incidence incidence, int[] next, long most) {
    long[] distance = new long[bounds.nodes()];
    Arrays.fill(distance, FAR);
    distance[node] = 0;
    record Reached(int node, long distance) {}
    var queue = new PriorityQueue<Reached>(Comparator.comparingLong(Reached::distance));
    queue.add(new Reached(node, 0));
    while (!queue.isEmpty() && !meter.heed(1)) {
      Reached at = queue.poll();
      if (at.distance > distance[at.node]) {
        continue;
      }
      for (int i = incidence.start()[at.node]; i < incidence.start()[at.node + 1]; i++) {
        int arc = incidence.arcs()[i];
        long to = at.distance + Math.max(0, cost(arc));
        if (usable[arc] && to <= most && to < distance[next[arc]]) {
          distance[next[arc]] = to;
          queue.add(new Reached(next[arc], to));
        }
      }
    }
    return distance;
  }

  private void explore(int leader, boolean[] useful, long left, long[] back) {
    int tail = bounds.from()[leader];
    Map<Integer, List<State>> kept = new HashMap<>();
    var queue =
        new PriorityQueue<State>(
            Comparator.<State>comparingInt(state -> state.labels.length)
                .thenComparingLong(State::cost));
    int[] labels = problem.labels[leader];
    if (!holdsFound(labels, labels)) {
      queue.add(new State(bounds.to()[leader], cost(leader), left, labels, null, leader));
    }
    long states = 1;
    while (!queue.isEmpty()) {
      State state = queue.poll();
      if (meter.spend(1) || meter.holds(states)) {
        return;
      }
      if (holdsFound(state.labels, state.labels)) {
        continue;
      }
      if (state.node == tail) {
        if (state.cost < 0) {
          record(state);
        }
        continue;
      }
      for (int i = leaving.start()[state.node]; i < leaving.start()[state.node + 1]; i++) {
        int arc = leaving.arcs()[i];
        State next = usable[arc] ? step(state, arc, leader, useful) : null;
        if (next != null
            && next.cost + back[next.node] - next.left < 0
            && keep(next, kept.computeIfAbsent(next.node, _ -> new ArrayList<>()))) {
          queue.add(next);
          states++;
        }
      }
    }
  }

  private @Nullable State step(State state, int arc, int leader, boolean[] useful) {
    long left = state.left;
    if (isAside[arc]) {
      if (arc == leader || !useful[arc] || uses(state, arc)) {
        return null;
      }
      left += cost(arc);
    }
    int[] added = problem.labels[arc];
    int[] labels = LabelSet.union(state.labels, added);
    if (labels.length > state.labels.length && (excluded(labels) || holdsFound(labels, added))) {
      return null;
    }
    return new State(bounds.to()[arc], state.cost + cost(arc), left, labels, state, arc);
  }

  private static boolean uses(State state, int arc) {
    for (State at = state; at != null; at = at.before) {
      if (at.arc == arc) {
        return true;
      }
    }
    return false;
  }

  private boolean excluded(int[] labels) {
    for (int i = 0; i < labels.length; i++) {
      int group = problem.group[labels[i]];
      for (int j = 0; group >= 0 && j < i; j++) {
        if (problem.group[labels[j]] == group) {
          return true;
        }
      }
    }
    return false;
  }

  /// Whether `labels` contain a set found before, one with some label of `among`.
  private boolean holdsFound(int[] labels, int[] among) {
    for (int label : among) {
      for (int[] set : foundWith.getOrDefault(label, List.of())) {
        meter.heed(labels.length);
        if (LabelSet.isSubset(set, labels)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean keep(State state, List<State> others) {
    meter.heed((long) others.size() * (1 + state.labels.length));
    for (State other : others) {
      if (other.cost <= state.cost && LabelSet.isSubset(other.labels, state.labels)) {
        return false;
      }
    }
    others.removeIf(
        other -> state.cost <= other.cost && LabelSet.isSubset(state.labels, other.labels));
    others.add(state);
    return true;
  }

  private void record(State last) {
    List<Integer> walk = new ArrayList<>();
    for (State at = last; at != null; at = at.before) {
      walk.addFirst(at.arc);
    }
    int[] cycle = simpleCycle(walk);
    int[] labels = LabelSet.EMPTY;
    for (int arc : cycle) {
      labels = LabelSet.union(labels, problem.labels[arc]);
    }
    found.add(new Found(labels, cycle));
    for (int label : labels) {
      foundWith.computeIfAbsent(label, _ -> new ArrayList<>()).add(labels);
    }
  }

  /// A simple negative cycle within a closed negative walk.
  private int[] simpleCycle(List<Integer> walk) {
    List<Integer> open = new ArrayList<>();
    Map<Integer, Integer> openedAt = new HashMap<>();
    openedAt.put(bounds.from()[walk.getFirst()], 0);
    for (int arc : walk) {
      open.add(arc);
      Integer since = openedAt.get(bounds.to()[arc]);
      if (since == null) {
        openedAt.put(bounds.to()[arc], open.size());
        continue;
      }
      List<Integer> cycle = open.subList(since, open.size());
      if (cycle.stream().mapToLong(each -> bounds.atMost()[each]).sum() < 0) {
        return cycle.stream().mapToInt(Integer::intValue).toArray();
      }
      for (int closed : cycle) {
        if (bounds.to()[closed] != bounds.to()[arc]) {
          openedAt.remove(bounds.to()[closed]);
        }
      }
      cycle.clear();
    }
    throw new IllegalStateException("a closed walk below 0 without a simple cycle below 0");
  }

  private List<Found> minimal() {
    List<Found> sorted = new ArrayList<>(found);
    sorted.sort(
        Comparator.<Found>comparingInt(each -> each.labels.length)
            .thenComparing(Found::labels, Arrays::compare));
    return LabelSet.minimal(sorted, Found::labels, meter);
  }
}
