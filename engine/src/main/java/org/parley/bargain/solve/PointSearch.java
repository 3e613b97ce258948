package org.parley.bargain.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.parley.bargain.graph.Layers;
import org.parley.exact.Meter;

/// Finds the packages a goal wants where no linkages are at work: depth first, points in any order.
///
/// At each node the weights of a Lagrange bound are moved for what is still open there, starting
/// from those of the node above. The bound rules the node out, or leaves a slack; an option that
/// costs more than the slack is struck out for good (elimination by reduced costs), and a point
/// with one option left is settled. By Shapley and Folkman the gap is due to about as many points
/// as there are parties, so few nodes are left in most cases; the worst case is every package. A
/// step of the budget is a node.
final class PointSearch implements Search {

  /// Options are struck out in a word.
  private static final int MOST_OPTIONS = 64;

  private static final int MOST_ROOT_MOVES = 300;
  private static final int FIRST_MOVES = 24;
  private static final int NODE_MOVES = 12;
  private static final int MOST_STARTS = 200;

  /// So many nodes are looked at before much is done for a good package to start from: often they
  /// are all there are.
  private static final long FIRST_NODES = 40;

  /// So many nodes more are looked at for ties once nothing is better.
  private static final long TIE_NODES = 2_000;

  private final Layers layers;
  private final Goal goal;
  private final Meter meter;
  private final int points;
  private final int parties;

  /// What a step adds: `[point][step][party]`.
  private final long[][][] worth;

  private final long largest;
  private final long[] base;
  private final long[][] value;
  private final int[] arg;
  private final long[] bestValue;
  private final long[] factors;
  private final long[] weights;
  private final long[] worths;
  private final int[] taken;
  private final List<SolutionCertificate.Multipliers> multipliers = new ArrayList<>();

  /// By point, the steps that may be taken.
  private final long[] allowed;

  private final OpenTies ties;
  private long scale;
  private long[] needs;

  private final PlainSum plainSum;

  /// Whether the plain sum has ruled out whatever is better; then only ties are looked for, and not
  /// for long.
  private boolean isClosed;

  private long tiesUntil = Long.MAX_VALUE;

  /// Where the search pauses to look for a good package first, and whether it did.
  private long pauseAt;

  private boolean isPaused;

  PointSearch(Layers layers, Goal goal, Meter meter) {
    this(layers, goal, meter, new long[layers.size()]);
  }

  /// @param closed by layer, the steps that may not be taken, one bit each
  PointSearch(Layers layers, Goal goal, Meter meter, long[] closed) {
    this.layers = layers;
    this.goal = goal;
    this.meter = meter;
    points = layers.size();
    parties = layers.parties();
    worth = new long[points][][];
    value = new long[points][];
    allowed = new long[points];
    long sum = 1;
    for (int point = 0; point < points; point++) {
      worth[point] = layers.layers.get(point).worth();
      value[point] = new long[worth[point].length];
      allowed[point] = -1L >>> (MOST_OPTIONS - worth[point].length) & ~closed[point];
      long top = 0;
      for (long[] each : worth[point]) {
        top = Math.max(top, Arrays.stream(each).map(Math::abs).sum());
      }
      sum += top;
    }
    largest = Math.clamp((1L << 60) / sum, 1, 1 << 20);
    base = goal.base();
    arg = new int[points];
    bestValue = new long[points];
    factors = new long[parties];
    weights = new long[parties];
    worths = new long[parties];
    taken = new int[points];
    needs = goal.needs();
    ties = new OpenTies(layers);
    plainSum = new PlainSum(worth, allowed, parties);
  }

  /// Looks whether the plain sum of all worths rules out whatever is better.
  private void closeByPlainSum() {
    if (!isClosed && plainSum.rulesOut(goal)) {
      isClosed = true;
      multipliers.add(plainSum.multipliers());
      tiesUntil = goal.isListing() ? meter.steps() + TIE_NODES : 0;
    }
  }

  private boolean isDone() {
    boolean isEnough = isClosed && meter.steps() >= tiesUntil;
    if (isEnough) {
      goal.leaveTiesOpen();
    }
    return isEnough || goal.isEnded();
  }

  /// Whether this search can be used.
  static boolean suits(Layers layers) {
    return layers.isAdditive()
        && layers.layers.stream().allMatch(layer -> layer.steps() <= MOST_OPTIONS);
  }

  /// What is open below a node.
  private final class Node {
    final long[] prefix = new long[parties];
    final long[] open = new long[points];
    final boolean[] settled = new boolean[points];
    final double[] state = new double[goal.start().length];
    int free = points;

    void take(Node above) {
      System.arraycopy(above.prefix, 0, prefix, 0, parties);
      System.arraycopy(above.open, 0, open, 0, points);
      System.arraycopy(above.settled, 0, settled, 0, points);
      System.arraycopy(above.state, 0, state, 0, state.length);
      free = above.free;
    }

    void settle(int point, int step) {
      settled[point] = true;
      open[point] = 1L << step;
      taken[point] = step;
      free--;
      for (int party = 0; party < parties; party++) {
        prefix[party] += worth[point][step][party];
      }
    }
  }

  private Node root() {
    Node root = new Node();
    System.arraycopy(allowed, 0, root.open, 0, points);
    System.arraycopy(goal.start(), 0, root.state, 0, root.state.length);
    return root;
  }

  private Node[] nodes = new Node[0];

  @Override
  public void findBest() {
    nodes = new Node[points + 1];
    for (int depth = 0; depth <= points; depth++) {
      nodes[depth] = new Node();
    }
    for (long open : allowed) {
      if (open == 0) {
        return;
      }
    }
    // What cannot be reached at all mostly shows at once, before anything is proposed.
    nodes[0].take(root());
    closeByPlainSum();
    if (isDone() || isRuledOut(nodes[0], FIRST_MOVES, true)) {
      return;
    }
    int moves = Math.min(MOST_ROOT_MOVES, 20 + 10 * points);
    pauseAt = meter.steps() + FIRST_NODES;
    explore(0, moves);
    if (isPaused && !isDone() && !meter.look()) {
      pauseAt = Long.MAX_VALUE;
      propose();
      nodes[0].take(root());
      explore(0, moves);
    }
  }

  @Override
  public List<SolutionCertificate.Multipliers> multipliers() {
    return multipliers;
  }

  /// Sets the whole-number weights that stand for a state.
  private void weigh(double[] state) {
    double[] wanted = goal.weights(state);
    boolean hasBase = false;
    double top = 0;
    for (int party = 0; party < parties; party++) {
      hasBase |= base[party] != 0;
      top = Math.max(top, wanted[party] + Math.abs((double) base[party]));
    }
    double stretch = top == 0 ? 0 : (double) largest / top;
    scale = hasBase ? Math.max(1, (long) stretch) : 0;
    for (int party = 0; party < parties; party++) {
      weights[party] = (long) (wanted[party] * stretch);
      factors[party] = scale * base[party] + weights[party];
    }
  }

  /// The largest weighted sum below a node; sets the steps that reach it and what they are worth.
  private long bound(Node node) {
    long sum = 0;
    for (int party = 0; party < parties; party++) {
      sum += factors[party] * node.prefix[party];
      worths[party] = node.prefix[party];
    }
    for (int point = 0; point < points; point++) {
      if (node.settled[point]) {
        continue;
      }
      long most = Long.MIN_VALUE;
      int chosen = 0;
      for (long open = node.open[point]; open != 0; open &= open - 1) {
        int step = Long.numberOfTrailingZeros(open);
        long[] adds = worth[point][step];
        long each = 0;
        for (int party = 0; party < parties; party++) {
          each += factors[party] * adds[party];
        }
        value[point][step] = each;
        if (each > most) {
          most = each;
          chosen = step;
        }
      }
      bestValue[point] = most;
      arg[point] = chosen;
      sum += most;
      for (int party = 0; party < parties; party++) {
        worths[party] += worth[point][chosen][party];
      }
    }
    return sum;
  }

  private boolean isWanted(long[] worths) {
    for (int party = 0; party < parties; party++) {
      if (worths[party] < needs[party]) {
        return false;
      }
    }
    return true;
  }

  private void offer(long[] worths, int[] steps) {
    if (isWanted(worths)) {
      int[] options = new int[points];
      for (int point = 0; point < points; point++) {
        options[point] = layers.layers.get(point).option()[steps[point]];
      }
      int[] taken = layers.packageOf(options);
      long[] own = layers.worthsOf(taken, worths);
      if (own != null && goal.offer(own, taken)) {
        needs = goal.needs();
        closeByPlainSum();
      }
    }
  }

  private void explore(int depth, int moves) {
    isPaused |= meter.steps() >= pauseAt;
    if (meter.spend(1) || meter.look() || isDone() || meter.steps() > pauseAt) {
      return;
    }
    Node node = nodes[depth];
    if (isRuledOut(node, moves, depth == 0)) {
      return;
    }
    if (node.free == 0) {
      offer(node.prefix, taken);
      return;
    }
    int branch = branch(node);
    int[] steps = byValue(node, branch);
    Node below = nodes[depth + 1];
    for (int step : steps) {
      if (((node.open[branch] >>> step) & 1) == 1) {
        below.take(node);
        below.settle(branch, step);
        explore(depth + 1, NODE_MOVES);
      }
    }
  }

  /// The open point that is least decided: the one whose second best option costs least.
  private int branch(Node node) {
    int branch = -1;
    long least = Long.MAX_VALUE;
    for (int point = 0; point < points; point++) {
      if (node.settled[point]) {
        continue;
      }
      long second = Long.MIN_VALUE;
      for (long open = node.open[point]; open != 0; open &= open - 1) {
        int step = Long.numberOfTrailingZeros(open);
        if (step != arg[point]) {
          second = Math.max(second, value[point][step]);
        }
      }
      long cost = bestValue[point] - second;
      if (branch < 0 || cost < least) {
        branch = point;
        least = cost;
      }
    }
    return branch;
  }

  private int[] byValue(Node node, int point) {
    int[] steps = new int[Long.bitCount(node.open[point])];
    int count = 0;
    for (long open = node.open[point]; open != 0; open &= open - 1) {
      int step = Long.numberOfTrailingZeros(open);
      int at = count++;
      while (at > 0 && value[point][steps[at - 1]] < value[point][step]) {
        steps[at] = steps[at - 1];
        at--;
      }
      steps[at] = step;
    }
    return steps;
  }

  /// Moves the weights for what is open at a node, striking out options on the way.
  private boolean isRuledOut(Node node, int moves, boolean isRoot) {
    if (!ties.strikeOut(node.open)) {
      return true;
    }
    settleSingles(node);
    double[] state = node.state.clone();
    double least = Double.POSITIVE_INFINITY;
    for (int move = 0; move < moves && (move == 0 || !meter.look()); move++) {
      weigh(state);
      long sum = bound(node);
      offerHere(node);
      long slack = sum - goal.thresholdOf(scale, weights);
      if (isRoot && (move % 8 == 0 || slack < 0)) {
        keep();
      }
      if (slack < 0) {
        return true;
      }
      strikeOut(node, slack);
      double relative = slack / size();
      if (relative < least) {
        least = relative;
        System.arraycopy(state, 0, node.state, 0, state.length);
      }
      if (node.free == 0 || isDone()) {
        break;
      }
      goal.move(state, worths, isRoot ? 1 / (1 + 0.25 * move) : 0.4 / (1 + move));
    }
    weigh(node.state);
    long sum = bound(node);
    return sum < goal.thresholdOf(scale, weights);
  }

  private void offerHere(Node node) {
    if (isWanted(worths)) {
      int[] steps = taken.clone();
      for (int point = 0; point < points; point++) {
        if (!node.settled[point]) {
          steps[point] = arg[point];
        }
      }
      offer(worths, steps);
    }
  }

  private double size() {
    double size = 1;
    for (long factor : factors) {
      size += Math.abs((double) factor);
    }
    return size;
  }

  private void strikeOut(Node node, long slack) {
    for (int point = 0; point < points; point++) {
      if (!node.settled[point]) {
        long left = node.open[point];
        for (long open = left; open != 0; open &= open - 1) {
          int step = Long.numberOfTrailingZeros(open);
          if (bestValue[point] - value[point][step] > slack) {
            left &= ~(1L << step);
          }
        }
        node.open[point] = left;
      }
    }
    settleSingles(node);
  }

  /// Settles each point that has one option left.
  private void settleSingles(Node node) {
    for (int point = 0; point < points; point++) {
      long left = node.open[point];
      if (!node.settled[point] && (left & (left - 1)) == 0) {
        node.settle(point, Long.numberOfTrailingZeros(left));
      }
    }
  }

  private void keep() {
    multipliers.add(
        new SolutionCertificate.Multipliers(scale, Arrays.stream(weights).boxed().toList()));
  }

  /// Looks for a good package first: under many weights, then by changing one point or two at a
  /// time.
  private void propose() {
    SplittableRandom random = new SplittableRandom(1);
    Node root = root();
    double[] state = goal.start();
    int starts = Math.min(MOST_STARTS, points * parties);
    for (int start = 0; start < starts && !isDone() && !meter.look(); start++) {
      weigh(state);
      bound(root);
      offerHere(root);
      long[] reached = worths.clone();
      int[] steps = arg.clone();
      climb(reached, steps, start % 10 == 9);
      System.arraycopy(reached, 0, worths, 0, parties);
      goal.move(state, worths, 1 / (1 + 0.1 * start) * random.nextDouble(0.5, 1.5));
    }
  }

  /// Changes one point at a time, or two, as long as the merit grows.
  private void climb(long[] reached, int[] steps, boolean pairs) {
    double merit = goal.merit(reached);
    long[] changed = new long[parties];
    boolean better = true;
    while (better) {
      better = false;
      for (int point = 0; point < points && !meter.look(); point++) {
        for (long open = allowed[point]; open != 0; open &= open - 1) {
          int step = Long.numberOfTrailingZeros(open);
          change(reached, point, steps[point], step, changed);
          double then = goal.merit(changed);
          if (then > merit + 1e-12) {
            merit = then;
            System.arraycopy(changed, 0, reached, 0, parties);
            steps[point] = step;
            better = true;
          }
        }
      }
      if (!better && pairs) {
        better = climbByPairs(reached, steps, merit);
        merit = goal.merit(reached);
      }
    }
    offer(reached, steps);
  }

  private void change(long[] from, int point, int before, int after, long[] into) {
    for (int party = 0; party < parties; party++) {
      into[party] = from[party] + worth[point][after][party] - worth[point][before][party];
    }
  }

  private boolean climbByPairs(long[] reached, int[] steps, double merit) {
    long[] one = new long[parties];
    long[] both = new long[parties];
    for (int point = 0; point < points && !meter.look(); point++) {
      for (long open = allowed[point]; open != 0; open &= open - 1) {
        int step = Long.numberOfTrailingZeros(open);
        change(reached, point, steps[point], step, one);
        for (int other = point + 1; other < points; other++) {
          for (long ways = allowed[other]; ways != 0; ways &= ways - 1) {
            int way = Long.numberOfTrailingZeros(ways);
            change(one, other, steps[other], way, both);
            if (goal.merit(both) > merit + 1e-12) {
              System.arraycopy(both, 0, reached, 0, parties);
              steps[point] = step;
              steps[other] = way;
              return true;
            }
          }
        }
      }
    }
    return false;
  }
}
