package org.parley.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Vectors, to ask whether one of them is at least another everywhere: a k-d tree (Bentley 1975)
/// whose nodes know their largest entries.
///
/// Cost of a question: the nodes that are not ruled out, at worst all of them.
final class DominanceTree {

  /// The most vectors of a leaf.
  static final int LEAF = 8;

  private final List<long[]> vectors;
  private final long[][] most;

  /// The nodes looked at by the last question.
  private int work;

  DominanceTree(List<long[]> vectors) {
    this.vectors = new ArrayList<>(vectors);
    most = new long[Math.max(1, 4 * vectors.size())][];
    if (!vectors.isEmpty()) {
      build(1, 0, vectors.size(), 0);
    }
  }

  private void build(int node, int from, int to, int lane) {
    long[] largest = vectors.get(from).clone();
    for (long[] each : vectors.subList(from, to)) {
      for (int at = 0; at < largest.length; at++) {
        largest[at] = Math.max(largest[at], each[at]);
      }
    }
    most[node] = largest;
    if (to - from > LEAF) {
      vectors.subList(from, to).sort(Comparator.comparingLong(each -> each[lane]));
      int middle = (from + to) >>> 1;
      int next = (lane + 1) % largest.length;
      build(2 * node, from, middle, next);
      build(2 * node + 1, middle, to, next);
    }
  }

  /// Whether a vector is at least this one in each of its entries.
  boolean covers(long[] asked) {
    work = 1;
    return !vectors.isEmpty() && covers(asked, 1, 0, vectors.size());
  }

  private boolean covers(long[] asked, int node, int from, int to) {
    work++;
    if (!isAtLeast(most[node], asked)) {
      return false;
    }
    if (to - from <= LEAF) {
      return vectors.subList(from, to).stream().anyMatch(each -> isAtLeast(each, asked));
    }
    int middle = (from + to) >>> 1;
    return covers(asked, 2 * node + 1, middle, to) || covers(asked, 2 * node, from, middle);
  }

  private static boolean isAtLeast(long[] one, long[] asked) {
    for (int at = 0; at < asked.length; at++) {
      if (one[at] < asked[at]) {
        return false;
      }
    }
    return true;
  }

  /// The vectors in the order of the tree: a node has those of a range, its children a half each.
  List<long[]> vectors() {
    return vectors;
  }

  /// The largest entries of a node; the root is 1, the children of `n` are `2n` and `2n + 1`.
  long[] most(int node) {
    return most[node];
  }

  int work() {
    return work;
  }
}
