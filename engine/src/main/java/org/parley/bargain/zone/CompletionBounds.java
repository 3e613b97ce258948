package org.parley.bargain.zone;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.Problem;
import org.parley.bargain.graph.VectorTable;
import org.parley.exact.Meter;

/// Bounds a count from both sides by what each party accepts alone.
///
/// One party alone needs few nodes, so its diagram is exact and reduced: nodes with the same
/// completions are one (Bryant 1986). The diagrams are intersected layer by layer. A node of the
/// intersection has no more completions than any of its parts. It has no fewer than are left when
/// those that each part refuses are taken out (Bonferroni). Where both numbers agree, it is
/// finished. If all others are too many to follow, those with the narrowest gaps end with both
/// numbers.
///
/// Exact if every node can be followed. Cost: for each party, nodes times options; then the nodes
/// followed, times options and parties. A step of the meter is a node.
final class CompletionBounds {

  /// A node that leads nowhere.
  private static final int NOWHERE = -1;

  private final WidthLimitedDiagram diagram;

  /// The packages that keep the linkages, then those that each party accepts.
  private final List<Alone> parts = new ArrayList<>();

  private BigInteger atLeast = BigInteger.ZERO;
  private BigInteger atMost = BigInteger.ZERO;

  private CompletionBounds(WidthLimitedDiagram diagram) {
    this.diagram = diagram;
  }

  /// Bounds the number of packages.
  ///
  /// @param alone the most nodes of one party, in all layers
  /// @param followed the most nodes of all parties in a layer
  /// @return null if a party alone needs more, if there are budgets, or if the meter stopped before
  ///   there were bounds
  static @Nullable CompletionBounds of(
      Problem problem, int parties, int alone, int followed, Meter meter) {
    if (!WidthLimitedDiagram.takes(problem)) {
      return null;
    }
    CompletionBounds bounds =
        new CompletionBounds(new WidthLimitedDiagram(problem, parties, alone, true));
    for (int party = WidthLimitedDiagram.NOBODY; party < bounds.diagram.signers(); party++) {
      Alone each = bounds.alone(party, alone, meter);
      if (each == null) {
        return null;
      }
      bounds.parts.add(each);
    }
    bounds.intersect(followed, meter);
    return bounds;
  }

  BigInteger atLeast() {
    return atLeast;
  }

  BigInteger atMost() {
    return atMost;
  }

  /// A reduced diagram: nodes with the same completions are one.
  private static final class Alone {
    private final int root;

    /// By layer, the nodes: for each step the next node.
    private final VectorTable[] nodes;

    /// By layer and node, the number of completions.
    private final List<List<BigInteger>> completions;

    Alone(int root, VectorTable[] nodes, List<List<BigInteger>> completions) {
      this.root = root;
      this.nodes = nodes;
      this.completions = completions;
    }

    int next(int at, long node, int steps, int step) {
      return (int) nodes[at].vectors()[(int) node * steps + step];
    }
  }

  /// The diagram of one party; null if it is too large, or the meter stopped.
  private @Nullable Alone alone(int party, int most, Meter meter) {
    int size = diagram.size();
    int held = 0;
    int[][] edges = new int[size][];
    long[] state = diagram.start(party);
    long[] after = new long[state == null ? 0 : state.length];
    VectorTable here = new VectorTable(after.length);
    if (state != null) {
      here.number(state);
    }
    for (int at = 0; at < size; at++) {
      List<WidthLimitedDiagram.Step> steps = diagram.steps(at);
      VectorTable next = new VectorTable(after.length);
      edges[at] = new int[here.size() * steps.size()];
      for (int node = 0; node < here.size(); node++) {
        if (meter.spend(1) || held + next.size() > most) {
          return null;
        }
        for (int step = 0; step < steps.size(); step++) {
          boolean leads =
              diagram.leads(steps.get(step), here.vectors(), node * after.length, after, at);
          edges[at][node * steps.size() + step] = leads ? next.number(after) : NOWHERE;
        }
      }
      held += next.size();
      here = next;
    }
    return reduced(edges, here.size(), meter);
  }

  private @Nullable Alone reduced(int[][] edges, int accepted, Meter meter) {
    int size = diagram.size();
    VectorTable[] nodes = new VectorTable[size];
    List<List<BigInteger>> completions = new ArrayList<>();
    for (int at = 0; at <= size; at++) {
      completions.add(new ArrayList<>(at == size ? List.of(BigInteger.ONE) : List.of()));
    }
    // Every node after the last layer is accepted.
    int[] numbers = new int[accepted];
    for (int at = size - 1; at >= 0; at--) {
      List<WidthLimitedDiagram.Step> steps = diagram.steps(at);
      nodes[at] = new VectorTable(steps.size());
      int[] before = new int[steps.isEmpty() ? 0 : edges[at].length / steps.size()];
      long[] after = new long[steps.size()];
      for (int node = 0; node < before.length; node++) {
        if (meter.heed(after.length)) {
          return null;
        }
        BigInteger count = BigInteger.ZERO;
        for (int step = 0; step < after.length; step++) {
          int to = edges[at][node * after.length + step];
          after[step] = to == NOWHERE ? NOWHERE : numbers[to];
        }
        if (Arrays.stream(after).allMatch(to -> to == NOWHERE)) {
          before[node] = NOWHERE;
          continue;
        }
        before[node] = nodes[at].number(after);
        if (before[node] == completions.get(at).size()) {
          for (int step = 0; step < after.length; step++) {
            if (after[step] != NOWHERE) {
              BigInteger each = completions.get(at + 1).get((int) after[step]);
              count = count.add(each.multiply(BigInteger.valueOf(steps.get(step).times())));
            }
          }
          completions.get(at).add(count);
        }
      }
      numbers = before;
    }
    return new Alone(numbers.length == 0 ? NOWHERE : numbers[0], nodes, completions);
  }

  /// Nodes of the intersection, and the packages that lead to each.
  private static final class Joint {
    private final VectorTable table;
    private final List<BigInteger> counts = new ArrayList<>();

    Joint(int parts) {
      table = new VectorTable(parts);
    }

    void add(long[] node, BigInteger count) {
      int number = table.number(node);
      if (number == counts.size()) {
        counts.add(count);
      } else {
        counts.set(number, counts.get(number).add(count));
      }
    }
  }

  private void intersect(int width, Meter meter) {
    Joint here = new Joint(parts.size());
    long[] root = parts.stream().mapToLong(part -> part.root).toArray();
    if (Arrays.stream(root).noneMatch(node -> node == NOWHERE)) {
      here.add(root, BigInteger.ONE);
    }
    here = left(0, here, width);
    for (int at = 0; at < diagram.size(); at++) {
      Joint next = follow(at, here, meter);
      if (next == null) {
        left(at, here, 0);
        return;
      }
      here = left(at + 1, next, width);
    }
  }

  /// The nodes after a layer; null if the meter stopped.
  private @Nullable Joint follow(int at, Joint here, Meter meter) {
    List<WidthLimitedDiagram.Step> steps = diagram.steps(at);
    Joint next = new Joint(parts.size());
    long[] after = new long[parts.size()];
    for (int node = 0; node < here.counts.size(); node++) {
      if (meter.spend(1)) {
        return null;
      }
      for (int step = 0; step < steps.size(); step++) {
        boolean leads = true;
        for (int part = 0; part < after.length && leads; part++) {
          long from = here.table.vectors()[node * after.length + part];
          after[part] = parts.get(part).next(at, from, steps.size(), step);
          leads = after[part] != NOWHERE;
        }
        if (leads) {
          BigInteger times = BigInteger.valueOf(steps.get(step).times());
          next.add(after, here.counts.get(node).multiply(times));
        }
      }
    }
    return next;
  }

  /// Adds the bounds of all nodes but those still to be followed, the ones with the widest gaps.
  private Joint left(int at, Joint nodes, int most) {
    int size = nodes.counts.size();
    BigInteger[] low = new BigInteger[size];
    BigInteger[] high = new BigInteger[size];
    double[] gaps = new double[size];
    for (int node = 0; node < size; node++) {
      BigInteger all = completions(at, nodes, node, 0);
      BigInteger fewest = all;
      BigInteger accepted = all;
      for (int part = 1; part < parts.size(); part++) {
        BigInteger each = completions(at, nodes, node, part);
        fewest = fewest.min(each);
        accepted = accepted.add(each).subtract(all);
      }
      BigInteger count = nodes.counts.get(node);
      high[node] = fewest.multiply(count);
      low[node] = accepted.max(BigInteger.ZERO).multiply(count);
      gaps[node] = high[node].subtract(low[node]).doubleValue();
    }
    int[] widest =
        IntStream.range(0, size)
            .filter(node -> gaps[node] > 0)
            .boxed()
            .sorted(Comparator.comparingDouble(node -> -gaps[node]))
            .mapToInt(Integer::intValue)
            .limit(most)
            .toArray();
    Joint left = new Joint(parts.size());
    boolean[] isLeft = new boolean[size];
    for (int node : widest) {
      isLeft[node] = true;
      int words = parts.size();
      long[] each = Arrays.copyOfRange(nodes.table.vectors(), node * words, node * words + words);
      left.add(each, nodes.counts.get(node));
    }
    for (int node = 0; node < size; node++) {
      if (!isLeft[node]) {
        atLeast = atLeast.add(low[node]);
        atMost = atMost.add(high[node]);
      }
    }
    return left;
  }

  private BigInteger completions(int at, Joint nodes, int node, int part) {
    long number = nodes.table.vectors()[node * parts.size() + part];
    return parts.get(part).completions.get(at).get((int) number);
  }
}
