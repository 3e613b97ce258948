package org.parley.sequence.bounds;

import java.util.Arrays;

/// Difference constraints: arc `e` requires time of `to[e]` minus time of `from[e]` at most
/// `atMost[e]`. Satisfiable exactly if no cycle is negative.
///
/// @param nodes the number of nodes
/// @param from the node each arc leaves
/// @param to the node each arc enters
/// @param atMost the bound of each arc
@SuppressWarnings("ArrayRecordComponent") // Internal arrays, never compared.
public record DifferenceBounds(int nodes, int[] from, int[] to, long[] atMost) {

  public int arcs() {
    return from.length;
  }

  /// These bounds, with no node later than `end` after node 0; further arcs come last.
  public DifferenceBounds endingBy(long end) {
    int arcs = arcs();
    int[] longerFrom = Arrays.copyOf(from, arcs + nodes - 1);
    int[] longerTo = Arrays.copyOf(to, arcs + nodes - 1);
    long[] longerAtMost = Arrays.copyOf(atMost, arcs + nodes - 1);
    for (int node = 1; node < nodes; node++) {
      longerTo[arcs + node - 1] = node;
      longerAtMost[arcs + node - 1] = end;
    }
    return new DifferenceBounds(nodes, longerFrom, longerTo, longerAtMost);
  }

  /// Arcs grouped by one of their ends: those of node `n` are `arcs[start[n]]` to `arcs[start[n +
  /// 1] - 1]`.
  public record Incidence(int[] start, int[] arcs) {}

  public Incidence leaving() {
    return incidence(from);
  }

  public Incidence entering() {
    return incidence(to);
  }

  private Incidence incidence(int[] end) {
    int[] start = new int[nodes + 1];
    for (int node : end) {
      start[node + 1]++;
    }
    for (int node = 0; node < nodes; node++) {
      start[node + 1] += start[node];
    }
    int[] next = Arrays.copyOf(start, nodes);
    int[] arcs = new int[end.length];
    for (int arc = 0; arc < end.length; arc++) {
      arcs[next[end[arc]]++] = arc;
    }
    return new Incidence(start, arcs);
  }
}
