package org.parley.sequence.control;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.parley.sequence.bounds.NodeQueue;
import org.parley.sequence.bounds.ShortestDistances;

/// Decides dynamic controllability as published by Morris (2014), "Dynamic controllability and
/// dispatchability relationships".
///
/// From every node with an incoming negative arc, distances are propagated backwards over
/// non-negative arcs; each that becomes non-negative is a new arc. A node that waits for itself
/// shows that no strategy exists. Cost: nodes cubed. Kept as the reference for [WaitPropagation];
/// gives no proof.
final class Morris2014 {

  private static final int NONE = -1;

  private enum Status {
    OPEN,
    UNDER_WAY,
    DONE
  }

  private final List<List<Integer>> entering = new ArrayList<>();
  private int[] from = new int[16];
  private long[] length = new long[16];
  private int[] least = new int[16];
  private int[] most = new int[16];
  private int arcs;
  private final boolean[] negative;
  private final Status[] status;

  private Morris2014(UncertainNetwork network) {
    int uncertain = 0;
    for (UncertainNetwork.Contingent each : network.contingents()) {
      uncertain += each.isCertain() ? 0 : 1;
    }
    int nodes = network.nodes() + uncertain;
    for (int node = 0; node < nodes; node++) {
      entering.add(new ArrayList<>());
    }
    for (UncertainNetwork.UpperBound bound : network.bounds()) {
      add(bound.from(), bound.to(), bound.atMost(), NONE, NONE);
    }
    int sure = network.nodes();
    for (int i = 0; i < network.contingents().size(); i++) {
      UncertainNetwork.Contingent each = network.contingents().get(i);
      int begin = each.from();
      if (!each.isCertain()) {
        // Normal form: the certain part first, so that the rest has least length 0.
        add(begin, sure, each.least(), NONE, NONE);
        add(sure, begin, -each.least(), NONE, NONE);
        add(sure, each.to(), 0, i, NONE);
        add(each.to(), sure, each.least() - each.most(), NONE, i);
        sure++;
      } else {
        add(begin, each.to(), each.most(), NONE, NONE);
        add(each.to(), begin, -each.least(), NONE, NONE);
      }
    }
    negative = new boolean[nodes];
    for (int node = 0; node < nodes; node++) {
      for (int arc : entering.get(node)) {
        negative[node] |= length[arc] < 0;
      }
    }
    status = new Status[nodes];
    Arrays.fill(status, Status.OPEN);
  }

  private void add(int tail, int head, long atMost, int leastOf, int mostOf) {
    if (arcs == from.length) {
      from = Arrays.copyOf(from, 2 * arcs);
      length = Arrays.copyOf(length, 2 * arcs);
      least = Arrays.copyOf(least, 2 * arcs);
      most = Arrays.copyOf(most, 2 * arcs);
    }
    from[arcs] = tail;
    length[arcs] = atMost;
    least[arcs] = leastOf;
    most[arcs] = mostOf;
    entering.get(head).add(arcs++);
  }

  static boolean isControllable(UncertainNetwork network) {
    var search = new Morris2014(network);
    for (int node = 0; node < search.negative.length; node++) {
      if (search.negative[node] && !search.propagate(node)) {
        return false;
      }
    }
    return true;
  }

  private boolean propagate(int source) {
    if (status[source] != Status.OPEN) {
      return status[source] == Status.DONE;
    }
    status[source] = Status.UNDER_WAY;
    long[] distance = new long[negative.length];
    Arrays.fill(distance, ShortestDistances.FAR);
    var queue = new NodeQueue(negative.length);
    int waitsFor = NONE;
    for (int arc : entering.get(source)) {
      if (length[arc] < 0 && length[arc] < distance[from[arc]]) {
        distance[from[arc]] = length[arc];
        queue.lower(from[arc], length[arc]);
        waitsFor = Math.max(waitsFor, most[arc]);
      }
    }
    while (!queue.isEmpty()) {
      int node = queue.poll();
      if (distance[node] >= 0) {
        add(node, source, distance[node], NONE, NONE);
        continue;
      }
      if (negative[node] && !propagate(node)) {
        return false;
      }
      for (int i = 0; i < entering.get(node).size(); i++) {
        int arc = entering.get(node).get(i);
        long reached = Math.addExact(distance[node], length[arc]);
        boolean own = least[arc] != NONE && least[arc] == waitsFor;
        if (length[arc] >= 0 && !own && reached < distance[from[arc]]) {
          distance[from[arc]] = reached;
          queue.lower(from[arc], reached);
        }
      }
    }
    status[source] = Status.DONE;
    return true;
  }
}
