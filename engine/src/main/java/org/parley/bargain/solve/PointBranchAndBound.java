package org.parley.bargain.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.parley.bargain.graph.Layers;
import org.parley.exact.Meter;
import org.parley.sweep.SearchThreads;

/// Branch and bound without linkages: depth first, points in any order.
/// 1. At each node the Lagrange multipliers are improved from those of its parent.
/// 2. The bound prunes the node or leaves a slack. An option that costs more is eliminated
///    (reduced-cost fixing), and a point with one option left is settled.
/// 3. If the needs of the parties define the goal, small nodes are enumerated by meet in the middle
///    ([HorowitzSahni]).
/// 4. Then a target near the bound is tried first and lowered until something is found, so the
///    search never visits worse packages.
///
/// By Shapley and Folkman, the duality gap is due to about as many points as there are parties. So
/// few nodes remain in most cases. Worst case: every package. A step of the budget is a node. With
/// linkages use [DualBranchAndBound].
final class PointBranchAndBound implements SolutionSearch {

  /// The options of a point are bits of a word.
  private static final int MOST_OPTIONS = 64;

  private static final int MOST_ROOT_MOVES = 300;
  private static final int FIRST_MOVES = 24;
  private static final int NODE_MOVES = 12;
  private static final int MOST_STARTS = 200;

  /// The nodes visited before a good first package is sought: often they are all there are.
  private static final long FIRST_NODES = 40;

  /// The further nodes visited for ties once the optimum is proved.
  private static final long TIE_NODES = 2_000;

  /// The most partial packages enumerated below a node at once, about a millisecond.
  private static final double MOST_WAYS = 1 << 24;

  /// The growth of the enumeration each time the target is lowered.
  private static final double MORE_WAYS = 8;

  /// Beyond this many packages, a good package is sought as well.
  private static final double HARD_WAYS = 1e12;

  /// The slack is resolved more finely if the allowed packages lie within this share of it.
  private static final double ENOUGH_SHARE = 0.1;

  private static final int FINER = 8;
  private static final int MOST_FINER = 5;

  private static final long PAIRS_A_STEP = 1 << 13;
  private static final long SPLITS_A_STEP = 1 << 16;

  private final Layers layers;
  private final Goal goal;
  private final Meter meter;
  private final int points;
  private final int parties;

  /// The worth of each step: `[point][step][party]`.
  private final long[][][] worth;

  private final LagrangeBound bound;
  private final int[] taken;
  private final List<SolutionCertificate.Multipliers> multipliers = new ArrayList<>();

  /// By point, the steps allowed.
  private final long[] allowed;

  private final OpenConstraints ties;
  private long[] needs;

  private final WorthSumBound plainSum;

  private final HorowitzSahni halves;

  private final long[] closed;
  private final boolean mayJoin;

  /// Whether small nodes are enumerated: from the start if the needs of the parties define the
  /// goal, else once there is a good incumbent.
  private boolean joins;

  /// Whether the plain sum proves the incumbent optimal; then only ties are sought, and not for
  /// long.
  private boolean isClosed;

  private long tiesUntil = Long.MAX_VALUE;

  /// The node at which the search pauses to look for a good package, and whether it did.
  private long pauseAt = Long.MAX_VALUE;

  private boolean isPaused;

  private SearchThreads threads = new SearchThreads(1);

  PointBranchAndBound(Layers layers, Goal goal, Meter meter) {
    this(layers, goal, meter, new long[layers.size()]);
  }

  /// The search without meet in the middle.
  static PointBranchAndBound pointByPoint(Layers layers, Goal goal, Meter meter) {
    return new PointBranchAndBound(layers, goal, meter, new long[layers.size()], false);
  }

  /// @param closed by layer, the forbidden steps, one bit each
  PointBranchAndBound(Layers layers, Goal goal, Meter meter, long[] closed) {
    this(layers, goal, meter, closed, true);
  }

  private PointBranchAndBound(
      Layers layers, Goal goal, Meter meter, long[] closed, boolean mayJoin) {
    this.layers = layers;
    this.goal = goal;
    this.meter = meter;
    points = layers.size();
    parties = layers.parties();
    worth = new long[points][][];
    allowed = new long[points];
    for (int point = 0; point < points; point++) {
      worth[point] = layers.layers.get(point).worth();
      allowed[point] = -1L >>> (MOST_OPTIONS - worth[point].length) & ~closed[point];
    }
    bound = new LagrangeBound(goal, worth, parties);
    taken = new int[points];
    needs = goal.needs();
    ties = new OpenConstraints(layers);
    plainSum = new WorthSumBound(worth, allowed, parties);
    halves = new HorowitzSahni(worth, parties);
    this.closed = closed;
    // Meet in the middle needs a graph without dropped linkages.
    this.mayJoin = mayJoin && !layers.isLoose();
    joins = this.mayJoin && goal.isByNeeds();
  }

  /// Tests whether the plain sum of all worths proves the incumbent optimal.
  private void closeByPlainSum() {
    if (!isClosed && plainSum.rulesOut(goal)) {
      isClosed = true;
      multipliers.add(plainSum.multipliers(goal));
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

  /// Whether this search applies.
  static boolean suits(Layers layers) {
    return layers.isAdditive()
        && layers.layers.stream().allMatch(layer -> layer.steps() <= MOST_OPTIONS);
  }

  private PointNode node() {
    return new PointNode(worth, parties, goal.start().length);
  }

  private PointNode[] nodes = new PointNode[0];

  @Override
  public void findBest() {
    try (SearchThreads several = new SearchThreads(meter.threads())) {
      threads = several;
      search();
    }
  }

  private void search() {
    nodes = new PointNode[points + 1];
    for (int depth = 0; depth <= points; depth++) {
      nodes[depth] = node();
    }
    for (long open : allowed) {
      if (open == 0) {
        return;
      }
    }
    // Unreachable goals mostly show at once, before any package is proposed.
    nodes[0].reset(allowed, goal.start());
    closeByPlainSum();
    if (isDone() || isRuledOut(nodes[0], FIRST_MOVES, true)) {
      return;
    }
    if (splitsEvenly()) {
      return;
    }
    int moves = Math.min(MOST_ROOT_MOVES, 20 + 10 * points);
    if (joins && narrowDown(moves)) {
      return;
    }
    pauseAt = meter.steps() + FIRST_NODES;
    nodes[0].reset(allowed, goal.start());
    explore(0, moves);
    if (isPaused && !isDone() && !meter.look()) {
      pauseAt = Long.MAX_VALUE;
      propose();
      findFirst();
      nodes[0].reset(allowed, goal.start());
      explore(0, moves);
    }
  }

  /// In a constant-sum problem, looks for a package with the best split.
  ///
  /// @return whether the search is over
  private boolean splitsEvenly() {
    if (!mayJoin) {
      return false;
    }
    ConstantSumSearch split =
        new ConstantSumSearch(
            goal, worth, allowed, parties, plainSum.most(), new EvenSplitHost(), threads);
    if (!split.suits()) {
      return false;
    }
    if (!joins) {
      findFirst();
    }
    return isDone() || meter.look() || (joins && split.search());
  }

  private final class EvenSplitHost implements ConstantSumSearch.Host {
    @Override
    public void offer(long[] worths, int[] steps) {
      PointBranchAndBound.this.offer(worths, steps);
    }

    @Override
    public boolean isDone() {
      return PointBranchAndBound.this.isDone();
    }

    @Override
    public boolean isClosed() {
      return isClosed;
    }

    @Override
    public boolean stops(long pairs) {
      return meter.spend(pairs / SPLITS_A_STEP) || meter.look();
    }
  }

  /// Searches for the first target, if any; then the needs of the parties are known.
  private void findFirst() {
    Goal first = goal.first();
    if (first != null && mayJoin && !isDone()) {
      new PointBranchAndBound(layers, first, meter, closed).findBest();
      for (Goal.Outcome outcome : first.best()) {
        if (goal.offer(
            outcome.worths().stream().mapToLong(Long::longValue).toArray(),
            outcome.options().stream().mapToInt(Integer::intValue).toArray())) {
          needs = goal.needs();
          closeByPlainSum();
        }
      }
      joins = true;
    }
  }

  /// Sets a target near the bound and lowers it until a package is found: a high target leaves few
  /// packages, and needs no incumbent.
  ///
  /// @return whether the search is over; if not, too many packages are left for any target to help
  private boolean narrowDown(int moves) {
    nodes[0].reset(allowed, goal.start());
    if (isRuledOut(nodes[0], moves, true) || isDone() || meter.look()) {
      return true;
    }
    PointNode root = node();
    root.take(nodes[0]);
    for (double ways = MOST_WAYS; ; ways *= MORE_WAYS) {
      if (ways > HARD_WAYS && ways <= HARD_WAYS * MORE_WAYS) {
        propose();
      }
      nodes[0].take(root);
      long slack = slackOf(root);
      long part = partWithin(root, slack, ways);
      if (part == 0 && slack > 0) {
        return false;
      }
      boolean asks = part < slack && goal.ask(bound.weights, bound.most(root) - part);
      explore(0, 1);
      if (!asks || goal.isAskedMet() || meter.stopped() || isDone()) {
        return true;
      }
      goal.ruleOutAsked();
    }
  }

  /// The part of the slack that leaves at most this many packages.
  private long partWithin(PointNode root, long slack, double ways) {
    long within = slack;
    for (int finer = 0; finer < MOST_FINER; finer++) {
      halves.count(root, bound, within);
      double share = halves.shareWithin(ways);
      if (share >= ENOUGH_SHARE) {
        return share >= 1 ? within : (long) (share * (double) within);
      }
      within /= FINER;
    }
    return 0;
  }

  /// The slack of a node under its own multipliers: its bound less the requirement.
  private long slackOf(PointNode node) {
    bound.weigh(node.state);
    return bound.most(node) - goal.thresholdOf(bound.scale, bound.weights);
  }

  /// Enumerates the packages below a node, if they are few.
  private boolean join(PointNode node) {
    long slack = slackOf(node);
    boolean joined = halves.count(node, bound, slack) <= MOST_WAYS;
    Joined packages = new Joined();
    while (joined && packages.isChanged && !isDone()) {
      packages.isChanged = false;
      joined = halves.join(node, bound, slack, goal.asked(), taken.clone(), packages, threads);
    }
    return joined;
  }

  private final class Joined implements HorowitzSahni.Taker {

    private final long[] sums = new long[parties];

    /// Whether the requirement changed since a package was found.
    private boolean isChanged = true;

    @Override
    public boolean take(int[] steps) {
      Arrays.fill(sums, 0);
      for (int point = 0; point < points; point++) {
        for (int party = 0; party < parties; party++) {
          sums[party] += worth[point][steps[point]][party];
        }
      }
      isChanged = offer(sums, steps);
      return !isChanged && !isDone();
    }

    @Override
    public boolean stops(long pairs) {
      return meter.spend(pairs / PAIRS_A_STEP) || meter.look();
    }
  }

  @Override
  public List<SolutionCertificate.Multipliers> multipliers() {
    return multipliers;
  }

  private boolean isWanted(long[] worths) {
    for (int party = 0; party < parties; party++) {
      if (worths[party] < needs[party]) {
        return false;
      }
    }
    return true;
  }

  /// Offers a package; returns whether the requirement changed.
  private boolean offer(long[] worths, int[] steps) {
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
        return true;
      }
    }
    return false;
  }

  private void explore(int depth, int moves) {
    isPaused |= meter.steps() >= pauseAt;
    if (meter.spend(1) || meter.look() || isDone() || meter.steps() > pauseAt) {
      return;
    }
    PointNode node = nodes[depth];
    if (isRuledOut(node, moves, depth == 0)) {
      return;
    }
    if (node.free == 0) {
      offer(node.prefix, taken);
      return;
    }
    if (joins && join(node)) {
      return;
    }
    int branch = bound.leastDecided(node);
    int[] steps = bound.byValue(node, branch);
    PointNode below = nodes[depth + 1];
    for (int step : steps) {
      if (((node.open[branch] >>> step) & 1) == 1) {
        below.take(node);
        below.settle(branch, step, taken);
        explore(depth + 1, NODE_MOVES);
      }
    }
  }

  /// Moves the multipliers for the open points of a node, eliminating options on the way.
  private boolean isRuledOut(PointNode node, int moves, boolean isRoot) {
    if (!ties.strikeOut(node.open)) {
      return true;
    }
    settleSingles(node);
    double[] state = node.state.clone();
    double least = Double.POSITIVE_INFINITY;
    for (int move = 0; move < moves && (move == 0 || !meter.look()); move++) {
      bound.weigh(state);
      long sum = bound.most(node);
      offerHere(node);
      long slack = sum - goal.thresholdOf(bound.scale, bound.weights);
      if (isRoot && (move % 8 == 0 || slack < 0)) {
        keep();
      }
      if (slack < 0) {
        return true;
      }
      bound.strikeOut(node, slack);
      settleSingles(node);
      double relative = slack / bound.size();
      if (relative < least) {
        least = relative;
        System.arraycopy(state, 0, node.state, 0, state.length);
      }
      if (node.free == 0 || isDone()) {
        break;
      }
      goal.move(state, bound.worths, isRoot ? 1 / (1 + 0.25 * move) : 0.4 / (1 + move));
    }
    bound.weigh(node.state);
    long sum = bound.most(node);
    return sum < goal.thresholdOf(bound.scale, bound.weights);
  }

  private void offerHere(PointNode node) {
    if (isWanted(bound.worths)) {
      int[] steps = taken.clone();
      for (int point = 0; point < points; point++) {
        if (!node.settled[point]) {
          steps[point] = bound.arg[point];
        }
      }
      offer(bound.worths, steps);
    }
  }

  /// Settles each point with one option left.
  private void settleSingles(PointNode node) {
    for (int point = 0; point < points; point++) {
      long left = node.open[point];
      if (!node.settled[point] && (left & (left - 1)) == 0) {
        node.settle(point, Long.numberOfTrailingZeros(left), taken);
      }
    }
  }

  private void keep() {
    multipliers.add(
        new SolutionCertificate.Multipliers(
            bound.scale, Arrays.stream(bound.weights).boxed().toList()));
  }

  /// Looks for a good package: under many multipliers, then by local search.
  private void propose() {
    SplittableRandom random = new SplittableRandom(1);
    HillClimbing climb = new HillClimbing(goal, meter, worth, allowed, parties);
    PointNode root = node();
    root.reset(allowed, goal.start());
    double[] state = goal.start();
    int starts = Math.min(MOST_STARTS, points * parties);
    for (int start = 0; start < starts && !isDone() && !meter.look(); start++) {
      bound.weigh(state);
      bound.most(root);
      offerHere(root);
      long[] reached = bound.worths.clone();
      int[] steps = bound.arg.clone();
      climb.climb(reached, steps, start % 10 == 9);
      offer(reached, steps);
      goal.move(state, reached, 1 / (1 + 0.1 * start) * random.nextDouble(0.5, 1.5));
    }
  }
}
