package org.parley.sequence.control;

import java.util.Arrays;
import org.parley.sequence.bounds.NodeQueue;
import org.parley.sequence.bounds.ShortestDistances;

/// The nodes reached by a shortest-path search, in reusable arrays: a reset costs what the last
/// search touched.
final class ReachedNodes {

  private static final int NONE = -1;

  private final long[] distance;
  private final int[] via;
  private final boolean[] settled;
  private final NodeQueue queue;
  private final int[] touched;
  private int count;

  ReachedNodes(int nodes) {
    distance = new long[nodes];
    Arrays.fill(distance, ShortestDistances.FAR);
    via = new int[nodes];
    settled = new boolean[nodes];
    queue = new NodeQueue(nodes);
    touched = new int[nodes];
  }

  void begin(int source) {
    begin(source, 0, NONE);
  }

  /// Resets to a source node.
  void begin(int source, long at, int arc) {
    for (int i = 0; i < count; i++) {
      distance[touched[i]] = ShortestDistances.FAR;
      settled[touched[i]] = false;
    }
    count = 0;
    queue.clear();
    lower(source, at, arc, 0);
  }

  boolean isDone() {
    return queue.isEmpty();
  }

  /// The node with the least key; its distance is final.
  int settle() {
    int node = queue.poll();
    settled[node] = true;
    return node;
  }

  /// Relaxes an arc. `potential` makes reduced distances non-negative.
  void lower(int node, long to, int arc, long potential) {
    if (settled[node] || to >= distance[node]) {
      return;
    }
    if (distance[node] == ShortestDistances.FAR) {
      touched[count++] = node;
    }
    distance[node] = to;
    via[node] = arc;
    queue.lower(node, to + potential);
  }

  /// The distance of a node; FAR if not reached.
  long distance(int node) {
    return distance[node];
  }

  int via(int node) {
    return via[node];
  }

  /// The nodes reached, by number.
  int[] nodes() {
    int[] nodes = Arrays.copyOf(touched, count);
    Arrays.sort(nodes);
    return nodes;
  }

  /// A copy of the predecessor arcs.
  Arcs arcs() {
    int[] nodes = nodes();
    return new Arcs(nodes, Arrays.stream(nodes).map(node -> via[node]).toArray());
  }

  /// The predecessor arc of some nodes, in ascending order.
  @SuppressWarnings("ArrayRecordComponent") // Internal arrays, never compared.
  record Arcs(int[] nodes, int[] via) {
    int of(int node) {
      return via[Arrays.binarySearch(nodes, node)];
    }
  }
}
