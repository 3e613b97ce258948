package org.parley.bargain.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.parley.bargain.graph.Layers;
import org.parley.exact.Meter;

/// Branch and bound over the layered graph, depth first, under Lagrangian bounds.
/// 1. For any multipliers the best package of the graph is a longest path.
/// 2. Multipliers are improved by subgradient steps at the root and, without linkages, at each
///    node.
/// 3. By Shapley and Folkman, the duality gap is due to about as many points as there are parties.
///    So few nodes remain in most cases.
///
/// Worst case: every package. A step of the budget is a node. Without linkages
/// [PointBranchAndBound] is faster.
final class DualBranchAndBound implements SolutionSearch {

  private static final int ROOT_MOVES = 240;
  private static final int NODE_MOVES = 8;

  private final Layers layers;
  private final Goal goal;
  private final Meter meter;
  private final long[][][] most;
  private final List<LagrangeWeights> cuts = new ArrayList<>();
  private final boolean additive;
  private final long largest;
  private final int[] options;
  private long[] needs;

  DualBranchAndBound(Layers layers, Goal goal, Meter meter) {
    this.layers = layers;
    this.goal = goal;
    this.meter = meter;
    most = layers.most();
    additive = layers.isAdditive();
    options = new int[layers.size()];
    needs = goal.needs();
    largest = largestWeight();
  }

  /// The largest multiplier that keeps every weighted sum far from overflow.
  private long largestWeight() {
    long sum = 1;
    for (Layers.Layer layer : layers.layers) {
      long top = 0;
      for (long[] worth : layer.worth()) {
        top = Math.max(top, Arrays.stream(worth).map(Math::abs).sum());
      }
      sum += top;
    }
    return Math.clamp((1L << 60) / sum, 1, 1 << 20);
  }

  @Override
  public void findBest() {
    openCuts();
    explore(0, 0, new long[layers.parties()]);
  }

  @Override
  public List<SolutionCertificate.Multipliers> multipliers() {
    return cuts.stream()
        .map(
            cut ->
                new SolutionCertificate.Multipliers(
                    cut.scale, Arrays.stream(cut.weights).boxed().toList()))
        .toList();
  }

  private void openCuts() {
    double[] state = goal.start();
    for (int move = 0; move < ROOT_MOVES && (move == 0 || !meter.look()); move++) {
      LagrangeWeights cut = new LagrangeWeights(layers, goal, state, largest);
      cut.complete();
      long[] worths = new long[layers.parties()];
      int[] path = new int[layers.size()];
      cut.follow(0, 0, worths, path);
      if (move % 6 == 5 || move == 0) {
        cut.update(goal);
        cuts.add(cut);
      }
      offer(worths, path);
      if (additive && move % 4 == 0) {
        climb(worths, path);
      }
      cut.update(goal);
      if (goal.isEnded() || cut.slack(0, 0, new long[worths.length]) < 0) {
        cuts.add(cut);
        break;
      }
      goal.move(state, worths, 1 / (1 + 0.25 * move));
    }
    refresh();
  }

  private void offer(long[] along, int[] path) {
    int[] options = layers.packageOf(path);
    long[] worths = layers.worthsOf(options, along);
    if (worths != null && goal.offer(worths, options)) {
      refresh();
    }
  }

  private void refresh() {
    needs = goal.needs();
    cuts.forEach(cut -> cut.update(goal));
  }

  /// Hill climbing: changes one point at a time while the merit grows.
  private void climb(long[] from, int[] path) {
    long[] worths = from.clone();
    int[] steps = new int[path.length];
    for (int at = 0; at < steps.length; at++) {
      Layers.Layer layer = layers.layers.get(at);
      while (layer.option()[steps[at]] != path[at]) {
        steps[at]++;
      }
    }
    double merit = goal.merit(worths);
    boolean better = true;
    while (better) {
      better = false;
      for (int at = 0; at < steps.length && !meter.look(); at++) {
        long[][] adds = layers.layers.get(at).worth();
        for (int step = 0; step < adds.length; step++) {
          long[] changed = worths.clone();
          for (int signer = 0; signer < changed.length; signer++) {
            changed[signer] += adds[step][signer] - adds[steps[at]][signer];
          }
          double then = goal.merit(changed);
          if (then > merit + 1e-12) {
            merit = then;
            worths = changed;
            steps[at] = step;
            better = true;
          }
        }
      }
    }
    int[] taken = new int[steps.length];
    for (int at = 0; at < steps.length; at++) {
      taken[at] = layers.layers.get(at).option()[steps[at]];
    }
    offer(worths, taken);
  }

  private void explore(int at, int state, long[] prefix) {
    if (meter.spend(1) || meter.look() || goal.isEnded()) {
      return;
    }
    for (int signer = 0; signer < prefix.length; signer++) {
      if (prefix[signer] + most[at][state][signer] < needs[signer]) {
        return;
      }
    }
    int tightest = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int index = 0; index < cuts.size(); index++) {
      LagrangeWeights cut = cuts.get(index);
      long slack = cut.slack(at, state, prefix);
      if (slack < 0) {
        if (index > 0) {
          cuts.set(index, cuts.get(index - 1));
          cuts.set(index - 1, cut);
        }
        return;
      }
      if (slack / cut.size < least) {
        least = slack / cut.size;
        tightest = index;
      }
    }
    if (at == layers.size()) {
      offer(prefix, options);
      return;
    }
    LagrangeWeights guide = cuts.get(tightest);
    if (additive && layers.size() - at > 2 && isRuledOut(at, prefix, guide)) {
      return;
    }
    Layers.Layer layer = layers.layers.get(at);
    int[] steps =
        IntStream.range(layer.first()[state], layer.first()[state + 1])
            .boxed()
            .sorted(Comparator.comparingLong(step -> -guide.after(at, step)))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int step : steps) {
      long[] next = prefix.clone();
      for (int signer = 0; signer < next.length; signer++) {
        next[signer] += layer.worth()[step][signer];
      }
      options[at] = layer.option()[step];
      explore(at + 1, layer.to()[step], next);
    }
  }

  /// Moves the multipliers for this node alone.
  private boolean isRuledOut(int at, long[] prefix, LagrangeWeights guide) {
    double[] state = guide.state.clone();
    int[] path = options.clone();
    long[] worths = prefix.clone();
    guide.follow(at, 0, worths, path);
    for (int move = 0; move < NODE_MOVES; move++) {
      goal.move(state, worths, 0.4 / (1 + move));
      LagrangeWeights cut = new LagrangeWeights(layers, goal, state, largest);
      cut.update(goal);
      worths = prefix.clone();
      if (cut.followFree(at, worths, path) < 0) {
        return true;
      }
      offer(worths, path);
    }
    return false;
  }
}
