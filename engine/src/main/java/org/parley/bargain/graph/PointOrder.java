package org.parley.bargain.graph;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// In which order points are settled in the layered graph.
///
/// Linked points come first, while little else is decided, each time the one that leaves the fewest
/// conditions open (a greedy min-width order); then the free points, those with few options first.
final class PointOrder {

  private PointOrder() {}

  static int[] of(BitSet[] allowed, List<Condition> conditions) {
    if (conditions.isEmpty()) {
      return byOptions(allowed);
    }
    int points = allowed.length;
    BitSet placed = new BitSet(points);
    int[] order = new int[points];
    for (int at = 0; at < points; at++) {
      int next =
          IntStream.range(0, points)
              .filter(point -> !placed.get(point))
              .boxed()
              .min(
                  Comparator.<Integer>comparingInt(point -> cost(point, placed, conditions))
                      .thenComparingInt(point -> allowed[point].cardinality())
                      .thenComparingInt(point -> point))
              .orElseThrow();
      placed.set(next);
      order[at] = next;
    }
    return order;
  }

  private static int[] byOptions(BitSet[] allowed) {
    int[] order = new int[allowed.length];
    for (int point = 0; point < order.length; point++) {
      int place = point;
      while (place > 0 && allowed[order[place - 1]].cardinality() > allowed[point].cardinality()) {
        order[place] = order[place - 1];
        place--;
      }
      order[place] = point;
    }
    return order;
  }

  /// How many conditions would be open after this point; a free point costs more than any linked.
  private static int cost(int point, BitSet placed, List<Condition> conditions) {
    int open = 0;
    boolean free = true;
    for (Condition condition : conditions) {
      boolean begun = false;
      boolean finished = true;
      for (int each : condition.terms().keySet()) {
        boolean settled = each == point || placed.get(each);
        begun |= settled;
        finished &= settled;
      }
      free &= !condition.terms().containsKey(point);
      open += begun && !finished ? 1 : 0;
    }
    return free ? Integer.MAX_VALUE : open;
  }
}
