package org.parley.bargain.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The elimination order of points in the layered graph.
///
/// Greedy minimum width: linked points first, each time the one that leaves the fewest conditions
/// open; then free points, those with few options first. Cost: linked points squared times the
/// conditions on one of them.
public final class PointOrder {

  /// The most linked points that are moved to improve an order.
  private static final int MOST_MOVED = 100;

  private final BitSet[] allowed;
  private final List<Condition> conditions;

  /// By point, the conditions with a term on it.
  private final List<List<Integer>> on = new ArrayList<>();

  /// By condition, the number of its points already placed.
  private final int[] placed;

  private PointOrder(BitSet[] allowed, List<Condition> conditions) {
    this.allowed = allowed;
    this.conditions = conditions;
    placed = new int[conditions.size()];
    for (int point = 0; point < allowed.length; point++) {
      on.add(new ArrayList<>());
    }
    for (int index = 0; index < conditions.size(); index++) {
      for (int point : conditions.get(index).terms().keySet()) {
        on.get(point).add(index);
      }
    }
  }

  /// The order.
  ///
  /// @param allowed by point, the options that remain
  /// @return by layer, the point
  public static int[] of(BitSet[] allowed, List<Condition> conditions) {
    return new PointOrder(allowed, conditions).order();
  }

  /// An order for diagrams of each party alone: it leaves few conditions of one party open.
  ///
  /// Local search from [#of] by moving single points. The measure is the sum of 2 to the number of
  /// open conditions, over layers and parties. Cost: points squared times conditions for each
  /// round; above [#MOST_MOVED] linked points the first order stays.
  public static int[] byParty(BitSet[] allowed, List<Condition> conditions) {
    PointOrder search = new PointOrder(allowed, conditions);
    int[] order = search.order();
    int linked =
        (int) Arrays.stream(order).filter(point -> !search.on.get(point).isEmpty()).count();
    double least = linked > MOST_MOVED ? 0 : search.open(order);
    boolean moves = linked <= MOST_MOVED;
    while (moves) {
      moves = false;
      for (int from = 0; from < linked; from++) {
        for (int to = 0; to < linked; to++) {
          int[] moved = moved(order, from, to);
          double open = search.open(moved);
          if (open < least) {
            order = moved;
            least = open;
            moves = true;
          }
        }
      }
    }
    return order;
  }

  private static int[] moved(int[] order, int from, int to) {
    int[] moved = order.clone();
    System.arraycopy(order, from + 1, moved, from, order.length - from - 1);
    System.arraycopy(moved, to, moved, to + 1, order.length - to - 1);
    moved[to] = order[from];
    return moved;
  }

  /// Over layers and parties, the sum of 2 to the number of open conditions. Linkages count for
  /// every party.
  private double open(int[] order) {
    int[] positions = new int[order.length];
    for (int at = 0; at < order.length; at++) {
      positions[order[at]] = at;
    }
    Map<Integer, int[]> byParty = new TreeMap<>();
    int[] shared = new int[order.length + 1];
    for (Condition each : conditions) {
      int[] changes =
          each.forbids()
              ? shared
              : byParty.computeIfAbsent(each.party(), _ -> new int[order.length + 1]);
      changes[each.terms().keySet().stream().mapToInt(at -> positions[at]).min().orElse(0)]++;
      changes[each.lastPoint(positions)]--;
    }
    double sum = 0;
    for (int[] changes : byParty.values()) {
      int open = 0;
      for (int at = 0; at < order.length; at++) {
        open += changes[at] + shared[at];
        sum += StrictMath.scalb(1.0, open);
      }
    }
    return sum;
  }

  private int[] order() {
    int[] order = new int[allowed.length];
    int count = 0;
    BitSet linked = new BitSet();
    for (int point = 0; point < allowed.length; point++) {
      linked.set(point, !on.get(point).isEmpty());
    }
    while (!linked.isEmpty()) {
      int next = -1;
      int least = Integer.MAX_VALUE;
      for (int point = linked.nextSetBit(0); point >= 0; point = linked.nextSetBit(point + 1)) {
        int opens = opens(point);
        if (opens < least
            || (opens == least && allowed[point].cardinality() < allowed[next].cardinality())) {
          next = point;
          least = opens;
        }
      }
      linked.clear(next);
      on.get(next).forEach(index -> placed[index]++);
      order[count++] = next;
    }
    for (int point : byOptions(allowed)) {
      if (on.get(point).isEmpty()) {
        order[count++] = point;
      }
    }
    return order;
  }

  /// The conditions opened by this point, less those it finishes.
  private int opens(int point) {
    int opens = 0;
    for (int index : on.get(point)) {
      boolean begun = placed[index] > 0;
      boolean finished = placed[index] + 1 == conditions.get(index).terms().size();
      opens += begun ? (finished ? -1 : 0) : finished ? 0 : 1;
    }
    return opens;
  }

  /// The points in ascending order of their options.
  static int[] byOptions(BitSet[] allowed) {
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
}
