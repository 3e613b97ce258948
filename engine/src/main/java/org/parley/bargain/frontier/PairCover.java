package org.parley.bargain.frontier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.Problem;
import org.parley.bargain.graph.Layers;
import org.parley.bargain.graph.Packing;
import org.parley.exact.Budget;
import org.parley.exact.Meter;
import org.parley.exact.StoppedBy;
import org.parley.sweep.ParallelTasks;

/// Epsilon-covers of the frontier of many parties, from the exact frontiers of two halves of the
/// points: meet in the middle.
///
/// Every package is dominated by a pair of vectors, one of each half. Pairs are taken by falling
/// sum of shares of the parties' ranges, best first over pairs of boxes of two trees. A pair is
/// kept if none kept before is as good up to the loss. Boxes whose upper corner is so matched are
/// left out with all their pairs. The loss is used once, while a cover made point by point divides
/// it.
///
/// Not for few parties, whose frontier is found as fast, nor for linkages. Cost: a dominance test
/// for each pair of boxes looked at, which is a step. A state is a pair that waits.
final class PairCover {

  /// The first loss, as a fraction of each party's range; later ones are smaller.
  private static final double FIRST = 0.2;

  private static final double SMALLER = 0.5;

  /// The most vectors that the search of a half may hold.
  private static final long MOST_HELD = 1 << 22;

  /// The unit in which shares are added up.
  private static final double UNIT = 1L << 40;

  private final Problem problem;
  private final Layers layers;
  private final Packing packing;
  private final HalfFrontier one;
  private final HalfFrontier other;
  private final Tree ones;
  private final Tree others;
  private final long[] weights;

  private double share = FIRST;
  private @Nullable PairedVectors best;

  /// A cover.
  ///
  /// @param loss by party
  /// @param share the same as a fraction of each party's range
  /// @param vectors the worths, in order
  record PairedVectors(
      List<Long> loss, double share, List<List<Long>> vectors, List<List<Integer>> packages) {}

  private PairCover(
      Problem problem, Layers layers, Packing packing, HalfFrontier one, HalfFrontier other) {
    this.problem = problem;
    this.layers = layers;
    this.packing = packing;
    this.one = one;
    this.other = other;
    weights = new long[packing.parties()];
    for (int party = 0; party < weights.length; party++) {
      weights[party] = (long) (UNIT / Math.max(1, packing.range[party]));
    }
    ones = new Tree(one.frontier(), least(one.points()));
    others = new Tree(other.frontier(), least(other.points()));
  }

  /// Finds the frontiers of both halves.
  ///
  /// @return null if the budget ended, they are too large, or the problem does not suit
  static @Nullable PairCover of(
      Problem problem, int parties, Layers layers, Packing packing, Budget budget) {
    if (!layers.isAdditive() || layers.isLoose() || problem.points().size() < 2) {
      return null;
    }
    int middle = middle(problem);
    int size = problem.points().size();
    List<Integer> all = IntStream.range(0, size).boxed().toList();
    List<Supplier<Optional<HalfFrontier>>> halves =
        List.of(
            () -> half(problem, parties, all.subList(0, middle), budget),
            () -> half(problem, parties, all.subList(middle, size), budget));
    List<HalfFrontier> found =
        ParallelTasks.run(halves, budget.threads()).stream().flatMap(Optional::stream).toList();
    return found.size() < halves.size()
        ? null
        : new PairCover(problem, layers, packing, found.getFirst(), found.getLast());
  }

  /// Where the points are divided: about as many packages on either side.
  private static int middle(Problem problem) {
    double all = 0;
    for (Problem.Point point : problem.points()) {
      all += StrictMath.log(point.options().size());
    }
    double half = 0;
    int middle = 0;
    while (middle < problem.points().size() - 1 && (middle == 0 || 2 * half < all)) {
      half += StrictMath.log(problem.points().get(middle++).options().size());
    }
    return middle;
  }

  private static Optional<HalfFrontier> half(
      Problem problem, int parties, List<Integer> points, Budget budget) {
    Frontier frontier =
        Frontiers.exact(
            HalfFrontier.half(problem, points),
            parties,
            budget
                .withStates(Math.min(budget.states(), MOST_HELD))
                .withThreads(Math.max(1, budget.threads() / 2)));
    return frontier == null || frontier.size() == 0
        ? Optional.empty()
        : Optional.of(new HalfFrontier(points, frontier));
  }

  /// The least worth of some points to each party.
  private long[] least(List<Integer> points) {
    long[] least = new long[packing.parties()];
    for (int at = 0; at < layers.size(); at++) {
      Layers.Layer layer = layers.layers.get(at);
      if (points.contains(layer.point())) {
        for (int party = 0; party < least.length; party++) {
          least[party] += packing.offset[at + 1][party] - packing.offset[at][party];
        }
      }
    }
    return least;
  }

  /// Vectors in a balanced tree of boxes, split along the lane of the largest share.
  private final class Tree {
    private final long[][] vectors;

    /// By node, the largest of each lane, packed.
    private final long[] top;

    /// By node, the largest sum of shares of a vector.
    private final long[] sum;

    /// By node, the largest spread of a lane as a share.
    private final long[] spread;

    private final int[] from;
    private final int[] to;

    /// The places of the vectors in their frontier.
    private final Integer[] entries;

    Tree(FrontierLayers frontier, long[] least) {
      vectors = new long[frontier.size()][];
      entries = new Integer[vectors.length];
      for (int entry = 0; entry < vectors.length; entry++) {
        vectors[entry] = frontier.worths(entry);
        entries[entry] = entry;
        for (int party = 0; party < least.length; party++) {
          vectors[entry][party] -= least[party];
        }
      }
      int leaves = Integer.highestOneBit(Math.max(1, vectors.length - 1)) * 2;
      int nodes = 2 * Math.max(2, leaves);
      top = new long[nodes * packing.words];
      sum = new long[nodes];
      spread = new long[nodes];
      from = new int[nodes];
      to = new int[nodes];
      build(1, 0, vectors.length);
    }

    private void build(int node, int low, int high) {
      from[node] = low;
      to[node] = high;
      long[] most = new long[weights.length];
      long[] least = new long[weights.length];
      Arrays.fill(least, Long.MAX_VALUE);
      for (int at = low; at < high; at++) {
        long[] each = vectors[entries[at]];
        sum[node] = Math.max(sum[node], shares(each));
        for (int party = 0; party < each.length; party++) {
          most[party] = Math.max(most[party], each[party]);
          least[party] = Math.min(least[party], each[party]);
        }
      }
      System.arraycopy(packing.pack(most), 0, top, node * packing.words, packing.words);
      int widest = 0;
      for (int party = 0; party < most.length; party++) {
        long share = (most[party] - least[party]) * weights[party];
        if (share > spread[node]) {
          spread[node] = share;
          widest = party;
        }
      }
      if (high - low > 1) {
        int lane = widest;
        Arrays.sort(entries, low, high, Comparator.comparingLong(entry -> vectors[entry][lane]));
        int middle = (low + high) >>> 1;
        build(2 * node, low, middle);
        build(2 * node + 1, middle, high);
      }
    }

    boolean isSingle(int node) {
      return to[node] - from[node] == 1;
    }
  }

  private long shares(long[] lanes) {
    long sum = 0;
    for (int party = 0; party < lanes.length; party++) {
      sum += lanes[party] * weights[party];
    }
    return sum;
  }

  /// Makes finer covers while the budget lasts.
  ///
  /// @param until the share that is fine enough
  /// @return the finest with a vector; null if none was completed
  @Nullable PairedVectors improve(double until, Budget budget) {
    Meter meter = new Meter(budget.withProgress((_, _, _) -> {}));
    while (!meter.stopped() && isFineEnough(share, until)) {
      List<Double> shares =
          Stream.iterate(share, each -> each * SMALLER)
              .limit(share < FIRST ? Math.min(2, budget.threads()) : 1)
              .filter(each -> isFineEnough(each, until))
              .toList();
      List<Attempt> attempts =
          ParallelTasks.run(
              shares.stream()
                  .<Supplier<Attempt>>map(each -> () -> attempt(each, meter.part(), budget))
                  .toList(),
              budget.threads());
      for (Attempt each : attempts) {
        meter.add(each.meter);
        // a cover that is there when a signal comes is kept; a limit on steps ends where it would
        // have ended on one thread
        if (each.pairs == null || (meter.stopped() && meter.stoppedBy() != StoppedBy.SIGNAL)) {
          return best;
        }
        PairedVectors next = kept(each);
        best = next.vectors().isEmpty() ? best : next;
        share *= SMALLER;
      }
    }
    return best;
  }

  private boolean isFineEnough(double share, double until) {
    return share >= until && share * least(packing.range) >= 1;
  }

  private static long least(long[] range) {
    return Arrays.stream(range).min().orElse(0);
  }

  /// Pairs of nodes by falling sum, those of one thousandth of the largest sum last in, first out.
  private static final class Queue {
    private static final int BUCKETS = 1 << 10;

    private final long[][] pairs = new long[BUCKETS][0];
    private final int[] sizes = new int[BUCKETS];
    private final long width;
    private int highest = BUCKETS - 1;
    private long size;

    Queue(long largest) {
      width = largest / BUCKETS + 1;
    }

    /// @param sum no larger than that of the pair taken last
    void add(long sum, int one, int other) {
      int bucket = (int) (sum / width);
      if (sizes[bucket] == pairs[bucket].length) {
        pairs[bucket] = Arrays.copyOf(pairs[bucket], Math.max(16, 2 * sizes[bucket]));
      }
      pairs[bucket][sizes[bucket]++] = ((long) one << Integer.SIZE) | other;
      size++;
    }

    boolean isEmpty() {
      return size == 0;
    }

    long take() {
      while (sizes[highest] == 0) {
        pairs[highest--] = new long[0];
      }
      size--;
      return pairs[highest][--sizes[highest]];
    }
  }

  /// A cover that was searched.
  ///
  /// @param pairs the entries of both halves that were kept; null if the budget ended
  private record Attempt(double share, List<Long> loss, @Nullable List<Pair> pairs, Meter meter) {}

  /// An entry of each half.
  private record Pair(int one, int other) {}

  private Attempt attempt(double share, Meter meter, Budget budget) {
    int parties = packing.parties();
    long[] loss = new long[parties];
    long[] needed = new long[parties];
    boolean isOutOfReach = false;
    for (int party = 0; party < parties; party++) {
      loss[party] = (long) (share * packing.range[party]);
      long baseline = layers.baseline(party);
      long least = packing.offset[layers.size()][party];
      needed[party] = baseline == Long.MIN_VALUE ? 0 : Math.max(0, baseline + loss[party] - least);
      isOutOfReach |= needed[party] > packing.range[party];
    }
    List<Pair> pairs = isOutOfReach ? List.of() : pairs(loss, needed, meter, budget.states());
    return new Attempt(share, Arrays.stream(loss).boxed().toList(), pairs, meter);
  }

  /// The pairs that cover all others within the loss; null if the budget ended.
  ///
  /// @param most the most pairs held
  private @Nullable List<Pair> pairs(long[] loss, long[] needed, Meter meter, long most) {
    long[] need = packing.pack(needed);
    BoxTree matched = BoxTree.ofAllLanes(packing);
    List<Pair> kept = new ArrayList<>();
    Queue queue = new Queue(ones.sum[1] + others.sum[1]);
    queue.add(ones.sum[1] + others.sum[1], 1, 1);
    int words = packing.words;
    long[] corner = new long[words];
    while (!queue.isEmpty()) {
      if (meter.spend(1 + matched.work()) || queue.size > most) {
        return null;
      }
      long pair = queue.take();
      int a = (int) (pair >>> Integer.SIZE);
      int b = (int) pair;
      for (int word = 0; word < words; word++) {
        corner[word] = ones.top[a * words + word] + others.top[b * words + word];
      }
      if (!packing.covers(corner, 0, need, 0) || matched.covers(corner, 0)) {
        continue;
      }
      if (ones.isSingle(a) && others.isSingle(b)) {
        matched.add(raised(corner, loss), 0);
        kept.add(new Pair(ones.entries[ones.from[a]], others.entries[others.from[b]]));
      } else if (others.isSingle(b) || (!ones.isSingle(a) && ones.spread[a] >= others.spread[b])) {
        queue.add(ones.sum[2 * a] + others.sum[b], 2 * a, b);
        queue.add(ones.sum[2 * a + 1] + others.sum[b], 2 * a + 1, b);
      } else {
        queue.add(ones.sum[a] + others.sum[2 * b], a, 2 * b);
        queue.add(ones.sum[a] + others.sum[2 * b + 1], a, 2 * b + 1);
      }
    }
    return kept;
  }

  /// The largest vector that a kept one matches: the loss more.
  private long[] raised(long[] vector, long[] loss) {
    long[] lanes = new long[loss.length];
    for (int party = 0; party < lanes.length; party++) {
      lanes[party] = Math.min(packing.range[party], packing.lane(vector, 0, party) + loss[party]);
    }
    return packing.pack(lanes);
  }

  /// The pairs that no other dominates, by falling worths.
  private PairedVectors kept(Attempt attempt) {
    List<Pair> pairs = attempt.pairs == null ? List.of() : attempt.pairs;
    List<long[]> all = new ArrayList<>();
    for (Pair pair : pairs) {
      long[] worths = one.frontier().worths(pair.one);
      long[] more = other.frontier().worths(pair.other);
      for (int party = 0; party < worths.length; party++) {
        worths[party] += more[party];
      }
      all.add(worths);
    }
    List<Integer> falling =
        IntStream.range(0, all.size())
            .boxed()
            .sorted((left, right) -> Arrays.compare(all.get(right), all.get(left)))
            .toList();
    BoxTree cover = BoxTree.ofSweptLanes(packing);
    List<List<Long>> vectors = new ArrayList<>();
    List<List<Integer>> packages = new ArrayList<>();
    for (int at : falling) {
      long[] lanes = all.get(at).clone();
      for (int party = 0; party < lanes.length; party++) {
        lanes[party] -= packing.offset[layers.size()][party];
      }
      if (cover.add(packing.pack(lanes), 0)) {
        vectors.add(Arrays.stream(all.get(at)).boxed().toList());
        packages.add(packageOf(pairs.get(at)));
      }
    }
    return new PairedVectors(attempt.loss, attempt.share, vectors, packages);
  }

  private List<Integer> packageOf(Pair pair) {
    Integer[] options = new Integer[problem.points().size()];
    set(options, one, pair.one);
    set(options, other, pair.other);
    return List.of(options);
  }

  private static void set(Integer[] options, HalfFrontier half, int entry) {
    int[] chosen = half.frontier().packageOf(entry);
    for (int at = 0; at < chosen.length; at++) {
      options[half.points().get(at)] = chosen[at];
    }
  }

  /// The halves, which certify every cover.
  List<HalfFrontier> halves() {
    return List.of(one, other);
  }
}
