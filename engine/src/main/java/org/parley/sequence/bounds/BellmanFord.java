package org.parley.sequence.bounds;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.parley.exact.Meter;

/// Feasible potentials of difference constraints by queue-based Bellman-Ford, or a negative cycle.
///
/// Constraints may be removed during the search; the current potentials remain a valid start. Cost:
/// nodes times arcs in the worst case.
public final class BellmanFord {

  private static final int NONE = -1;

  private final DifferenceBounds bounds;
  private final DifferenceBounds.Incidence leaving;
  private final boolean[] removed;
  private final long[] time;
  private final int[] because;
  private final ArrayDeque<Integer> queue = new ArrayDeque<>();
  private final boolean[] queued;
  private long sinceLook;

  /// Starts with all times 0.
  public BellmanFord(DifferenceBounds bounds) {
    this.bounds = bounds;
    leaving = bounds.leaving();
    removed = new boolean[bounds.arcs()];
    time = new long[bounds.nodes()];
    because = new int[bounds.nodes()];
    Arrays.fill(because, NONE);
    queued = new boolean[bounds.nodes()];
    for (int node = 0; node < bounds.nodes(); node++) {
      enqueue(node);
    }
  }

  /// Lowers times until all bounds hold, or a negative cycle is found.
  ///
  /// @return node-disjoint negative cycles, each a list of arcs in order. Empty once all bounds
  ///   hold, or if the meter stopped: then the times are meaningless
  public List<int[]> run(Meter meter) {
    while (!queue.isEmpty() && !meter.heed(1)) {
      int node = queue.poll();
      queued[node] = false;
      for (int i = leaving.start()[node]; i < leaving.start()[node + 1]; i++) {
        int arc = leaving.arcs()[i];
        int to = bounds.to()[arc];
        if (removed[arc]) {
          continue;
        }
        long bound = Math.addExact(time[node], bounds.atMost()[arc]);
        if (bound < time[to]) {
          time[to] = bound;
          because[to] = arc;
          enqueue(to);
          if (to == node || ++sinceLook >= bounds.nodes()) {
            sinceLook = 0;
            meter.heed(bounds.nodes());
            List<int[]> cycles = cycles();
            if (!cycles.isEmpty()) {
              enqueue(node);
              return cycles;
            }
          }
        }
      }
    }
    return List.of();
  }

  private void enqueue(int node) {
    if (!queued[node]) {
      queued[node] = true;
      queue.add(node);
    }
  }

  /// Removes a bound.
  public void remove(int arc) {
    removed[arc] = true;
    int to = bounds.to()[arc];
    if (because[to] == arc) {
      because[to] = NONE;
    }
  }

  public boolean isRemoved(int arc) {
    return removed[arc];
  }

  /// The times; all remaining bounds hold once `run` found no cycle.
  public long[] times() {
    return time;
  }

  /// Cycles in the predecessor graph: each is negative.
  private List<int[]> cycles() {
    List<int[]> cycles = new ArrayList<>();
    int[] seenFrom = new int[bounds.nodes()];
    Arrays.fill(seenFrom, NONE);
    for (int start = 0; start < bounds.nodes(); start++) {
      int node = start;
      while (seenFrom[node] == NONE) {
        seenFrom[node] = start;
        if (because[node] == NONE) {
          break;
        }
        node = bounds.from()[because[node]];
      }
      if (seenFrom[node] == start && because[node] != NONE && closes(node)) {
        cycles.add(cycleThrough(node));
      }
    }
    return cycles;
  }

  private boolean closes(int node) {
    int at = bounds.from()[because[node]];
    for (int steps = 0; at != node && steps <= bounds.nodes(); steps++) {
      if (because[at] == NONE) {
        return false;
      }
      at = bounds.from()[because[at]];
    }
    return at == node;
  }

  private int[] cycleThrough(int node) {
    List<Integer> arcs = new ArrayList<>();
    int at = node;
    do {
      arcs.add(because[at]);
      at = bounds.from()[because[at]];
    } while (at != node);
    int[] inOrder = new int[arcs.size()];
    for (int i = 0; i < inOrder.length; i++) {
      inOrder[i] = arcs.get(inOrder.length - 1 - i);
    }
    return inOrder;
  }
}
