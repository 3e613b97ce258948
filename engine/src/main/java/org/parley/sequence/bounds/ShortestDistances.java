package org.parley.sequence.bounds;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Shortest distances from one node over satisfiable constraints, with the predecessor arc of each.
public final class ShortestDistances {

  public static final long FAR = Long.MAX_VALUE;
  private static final int NONE = -1;

  private final DifferenceBounds bounds;
  private final boolean backwards;
  private final long[] distance;
  private final int[] because;

  private ShortestDistances(DifferenceBounds bounds, int source, boolean backwards) {
    this.bounds = bounds;
    this.backwards = backwards;
    distance = new long[bounds.nodes()];
    because = new int[bounds.nodes()];
    Arrays.fill(distance, FAR);
    Arrays.fill(because, NONE);
    run(source);
  }

  /// From `source` to all others.
  public static ShortestDistances from(DifferenceBounds bounds, int source) {
    return new ShortestDistances(bounds, source, false);
  }

  /// From all others to `target`.
  public static ShortestDistances to(DifferenceBounds bounds, int target) {
    return new ShortestDistances(bounds, target, true);
  }

  private void run(int source) {
    DifferenceBounds.Incidence incidence = backwards ? bounds.entering() : bounds.leaving();
    int[] next = backwards ? bounds.from() : bounds.to();
    boolean[] queued = new boolean[bounds.nodes()];
    var queue = new ArrayDeque<Integer>();
    distance[source] = 0;
    queue.add(source);
    while (!queue.isEmpty()) {
      int node = queue.poll();
      queued[node] = false;
      for (int i = incidence.start()[node]; i < incidence.start()[node + 1]; i++) {
        int arc = incidence.arcs()[i];
        long reached = Math.addExact(distance[node], bounds.atMost()[arc]);
        if (reached < distance[next[arc]]) {
          distance[next[arc]] = reached;
          because[next[arc]] = arc;
          if (!queued[next[arc]]) {
            queued[next[arc]] = true;
            queue.add(next[arc]);
          }
        }
      }
    }
  }

  /// The distance of a node; FAR if there is no path.
  public long of(int node) {
    return distance[node];
  }

  /// The arcs of a shortest path, in the order of the path.
  public int[] path(int node) {
    List<Integer> arcs = new ArrayList<>();
    int at = node;
    while (because[at] != NONE) {
      arcs.add(because[at]);
      at = backwards ? bounds.to()[because[at]] : bounds.from()[because[at]];
    }
    List<Integer> inOrder = backwards ? arcs : arcs.reversed();
    return inOrder.stream().mapToInt(Integer::intValue).toArray();
  }
}
