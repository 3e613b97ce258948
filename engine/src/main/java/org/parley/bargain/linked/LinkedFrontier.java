package org.parley.bargain.linked;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.parley.exact.Meter;
import org.parley.sweep.SearchThreads;

/// The frontier of two parties, by branch and bound under [WorthSplit].
/// 1. Hill climbing finds most of the vectors.
/// 2. Weighted sums along the edges of their hull, and some others, are bounded at the root. Each
///    corner between vectors is given to the sum that comes closest to ruling it out (two phases,
///    Ulungu and Teghem 1995).
/// 3. For each sum a tree is searched. Steps whose loss against the best is too large are struck
///    out, and the point in most dispute is branched on. New vectors split the corners.
///
/// Sums are bounded at the same time, and the trees of some sums searched at the same time, each
/// with the vectors known before.
///
/// A search that is stopped has a cover: the bounds at the root say how far a package may lie
/// beyond the vectors known.
///
/// Worst case: every package. A step of the budget is a bound of one node. Memory: the proof, two
/// numbers for each point of a box and node.
public final class LinkedFrontier {

  private static final int DIRECTIONS = 15;
  private static final int STARTS = 60;
  private static final int ROOT_PASSES = 400;
  private static final int NODE_PASSES = 15;

  /// How far multipliers of single parties lean towards the other.
  private static final int[] LEANINGS = {0, 20, 10, 6};

  /// The nodes that a proof keeps.
  private static final int MOST_KEPT = 20_000;

  /// The trees that are searched at the same time, on any number of threads.
  private static final int WAVE = 4;

  /// The bounds of nodes under ceilings, after which sums are better laid out one by one.
  private static final long MOST_UNDER_CEILINGS = 40_000;

  /// The sum of weighted worths beside prices, which may be far above them.
  private static final double PRICED = 0x1p52;

  private static final SplitTree.ProofNode NOT_KEPT = new SplitTree.ProofNode.Excluded();

  /// The share that a bonus counts for if none of its points is in dispute.
  private static final double SETTLED = 0.05;

  /// The share that the span of the prices of a point's steps counts for.
  private static final double PRICE_DISPUTED = 0.3;

  private final LinkedForm form;
  private final Meter meter;
  private final Corners corners;
  private final HillClimb climb;
  private final List<WorthSplit> splits;

  /// By direction, the bound on the weighted sum of all packages.
  private final List<Long> bounds = new ArrayList<>();

  private int kept;

  private LinkedFrontier(LinkedForm form, Meter meter, Corners corners, List<WorthSplit> splits) {
    this.form = form;
    this.meter = meter;
    this.corners = corners;
    this.splits = splits;
    climb = new HillClimb(form, corners);
  }

  /// Vectors of two parties, whole or in part.
  public sealed interface LinkedVectors {

    /// By falling worth of the first party.
    List<List<Long>> vectors();

    /// The options of one package for each vector.
    List<List<Integer>> packages();
  }

  /// The vectors known when the search stopped, at least one.
  ///
  /// @param within by party, how far a package not known may be beyond one of them
  public record CoveringVectors(
      List<List<Long>> vectors, List<List<Integer>> packages, List<Long> within)
      implements LinkedVectors {
    public CoveringVectors {
      vectors = List.copyOf(vectors);
      packages = List.copyOf(packages);
      within = List.copyOf(within);
    }
  }

  /// A frontier.
  ///
  /// @param vectors by falling worth of the first party
  /// @param packages the options of one package for each
  /// @param proof null if it has too many nodes to be kept
  public record ProvedVectors(
      List<List<Long>> vectors, List<List<Integer>> packages, @Nullable SplitTree proof)
      implements LinkedVectors {
    public ProvedVectors {
      vectors = List.copyOf(vectors);
      packages = List.copyOf(packages);
    }
  }

  /// Finds the frontier of a form with two parties.
  ///
  /// @return null if the meter stopped the search
  public static @Nullable ProvedVectors find(LinkedForm form, Meter meter) {
    return findOrCover(form, meter) instanceof ProvedVectors proved ? proved : null;
  }

  /// Finds the frontier, or the vectors known when the meter stopped the search. Under ceilings the
  /// search stops the meter after some nodes.
  ///
  /// @return null if no package was known by then
  public static @Nullable LinkedVectors findOrCover(LinkedForm form, Meter meter) {
    Meter own = form.ceilings().isEmpty() ? meter : meter.part(MOST_UNDER_CEILINGS);
    LinkedVectors found = search(form, own);
    if (own != meter) {
      meter.add(own);
    }
    return found;
  }

  private static @Nullable LinkedVectors search(LinkedForm form, Meter meter) {
    try (SearchThreads threads = new SearchThreads(meter.threads())) {
      LinkedFrontier search = new LinkedFrontier(form, meter, new Corners(form), new ArrayList<>());
      List<SplitTree.Part> parts = search.search(threads);
      if (meter.stopped()) {
        return search.cover();
      }
      return new ProvedVectors(
          search.vectors(),
          search.packages(),
          search.kept > MOST_KEPT ? null : new SplitTree(parts));
    }
  }

  private List<List<Long>> vectors() {
    return corners.front().stream().map(each -> List.of(each.first(), each.second())).toList();
  }

  private List<List<Integer>> packages() {
    return corners.front().stream()
        .map(
            each ->
                IntStream.of(
                        form.packageOf(each.steps().stream().mapToInt(Integer::intValue).toArray()))
                    .boxed()
                    .toList())
        .toList();
  }

  /// How far packages in the corners may be beyond the nearest known vector, by the bounds on all
  /// packages.
  private @Nullable CoveringVectors cover() {
    List<List<Long>> vectors = vectors();
    if (vectors.isEmpty() || bounds.isEmpty()) {
      return null;
    }
    long first = 0;
    long second = 0;
    for (SplitTree.Corner corner : corners.all()) {
      long most = reach(0, corner.second());
      long other = reach(1, corner.first());
      if (corner.holds(most, other)) {
        List<Long> near = nearest(vectors, most, other);
        first = Math.max(first, most - near.get(0));
        second = Math.max(second, other - near.get(1));
      }
    }
    return new CoveringVectors(vectors, packages(), List.of(first, second));
  }

  /// The most that a package is worth to a signer which gives the other so much.
  private long reach(int signer, long given) {
    long most = Math.min(form.cap(signer), form.most(signer, form.domains()));
    for (int direction = 0; direction < bounds.size(); direction++) {
      long[] factors = splits.get(direction).factors();
      if (factors[signer] > 0) {
        long rest = bounds.get(direction) - factors[1 - signer] * given;
        most = Math.min(most, Math.floorDiv(rest, factors[signer]));
      }
    }
    return most;
  }

  /// The vector that a package worth so much would be the least beyond.
  private List<Long> nearest(List<List<Long>> vectors, long most, long other) {
    List<Long> nearest = vectors.getLast();
    double least = Double.POSITIVE_INFINITY;
    for (List<Long> each : vectors) {
      double beyond =
          Math.max(
              (double) (most - each.get(0)) / (double) form.span(0),
              (double) (other - each.get(1)) / (double) form.span(1));
      if (beyond < least) {
        least = beyond;
        nearest = each;
      }
    }
    return nearest;
  }

  private List<SplitTree.Part> search(SearchThreads threads) {
    for (int at = 0; at < DIRECTIONS && !meter.look(); at++) {
      climb.climb(scaled(angle(at, DIRECTIONS)), STARTS);
    }
    if (corners.areNone()) {
      return List.of();
    }
    List<long[]> shares = new ArrayList<>();
    long[] domains = form.domains();
    boolean any = form.narrow(domains);
    List<double[]> directions = directions();
    List<Supplier<Long>> tasks = new ArrayList<>();
    for (double[] weights : directions) {
      WorthSplit split = new WorthSplit(form, factors(weights));
      long[] own = split.shares();
      splits.add(split);
      shares.add(own);
      tasks.add(() -> any ? split.bound(domains, own, ROOT_PASSES, Long.MIN_VALUE / 2) : 0L);
    }
    bounds.addAll(threads.run(tasks));
    for (int direction = 0; any && direction < directions.size(); direction++) {
      climb.climb(directions.get(direction), splits.get(direction).best(domains));
    }
    assign();
    List<SplitTree.Part> parts = new ArrayList<>();
    for (int direction = 0; direction < splits.size() && !meter.stopped(); ) {
      List<Supplier<Tree>> wave = new ArrayList<>();
      for (; direction < splits.size() && wave.size() < WAVE; direction++) {
        if (corners.areOpen(direction)) {
          wave.add(tree(direction, shares.get(direction).clone()));
        }
      }
      for (Tree each : threads.run(wave)) {
        meter.add(each.search.meter);
        kept += each.search.kept;
        corners.close(each.direction);
        each.search
            .corners
            .front()
            .forEach(
                entry ->
                    corners.offer(entry.steps().stream().mapToInt(Integer::intValue).toArray()));
        parts.add(
            new SplitTree.Part(
                SplitTree.listOf(splits.get(each.direction).factors()),
                each.search.corners.close(each.direction),
                each.root));
      }
    }
    return parts;
  }

  /// The tree of a direction, and the search that found it.
  private record Tree(int direction, LinkedFrontier search, SplitTree.ProofNode root) {}

  /// Searches a tree with the vectors known now.
  private Supplier<Tree> tree(int direction, long[] shares) {
    LinkedFrontier own = new LinkedFrontier(form, meter.part(), corners.of(direction), splits);
    return () ->
        new Tree(direction, own, own.explore(direction, form.domains(), shares, ROOT_PASSES));
  }

  private static double[] angle(int at, int of) {
    double angle = Math.PI / 2 * (at + 0.5) / of;
    return new double[] {StrictMath.sin(angle), StrictMath.cos(angle)};
  }

  /// Weights of shares of the spans as weights of worths.
  private double[] scaled(double[] weights) {
    return new double[] {weights[0] / form.span(0), weights[1] / form.span(1)};
  }

  /// Single parties, edges of the hull, and some between.
  private List<double[]> directions() {
    for (int signer = 0; signer < form.size(); signer++) {
      if (form.isSame(signer)) {
        // a sum that counts the other party alone; one of this party bounds nothing
        return List.of(new double[] {signer, 1 - signer});
      }
    }
    List<double[]> all = new ArrayList<>();
    for (int leaning : LEANINGS) {
      double other = leaning == 0 ? 0 : 1.0 / leaning;
      all.add(scaled(new double[] {1, other}));
      all.add(scaled(new double[] {other, 1}));
    }
    for (int at = 0; at < LEANINGS.length; at++) {
      all.add(scaled(angle(at, LEANINGS.length)));
    }
    List<Corners.Entry> hull = new ArrayList<>();
    for (Corners.Entry each : corners.front()) {
      while (hull.size() > 1 && isInside(hull.get(hull.size() - 2), hull.getLast(), each)) {
        hull.removeLast();
      }
      hull.add(each);
    }
    for (int edge = 1; edge < hull.size(); edge++) {
      Corners.Entry one = hull.get(edge - 1);
      Corners.Entry other = hull.get(edge);
      all.add(
          new double[] {
            (double) (other.second() - one.second()), (double) (one.first() - other.first())
          });
    }
    return all;
  }

  /// Whether the second of three vectors lies on or below the line of the others.
  private static boolean isInside(Corners.Entry one, Corners.Entry two, Corners.Entry three) {
    double across =
        (double) (one.first() - two.first()) * (double) (three.second() - one.second())
            - (double) (one.first() - three.first()) * (double) (two.second() - one.second());
    return across >= 0;
  }

  /// Whole multipliers, as large as sums have room for.
  private long[] factors(double[] weights) {
    double most = weights[0] * (double) form.span(0) + weights[1] * (double) form.span(1);
    double stretch = (form.ceilings().isEmpty() ? 0x1p58 : PRICED) / most;
    return new long[] {(long) (weights[0] * stretch), (long) (weights[1] * stretch)};
  }

  private void assign() {
    List<Corners.Open> open = new ArrayList<>();
    for (SplitTree.Corner corner : corners.all()) {
      int best = 0;
      double least = Double.POSITIVE_INFINITY;
      for (int direction = 0; direction < splits.size(); direction++) {
        long[] factors = splits.get(direction).factors();
        double size =
            (double) factors[0] * (double) form.span(0)
                + (double) factors[1] * (double) form.span(1);
        double missing = ((double) bounds.get(direction) - (double) sum(factors, corner)) / size;
        if (missing < least) {
          least = missing;
          best = direction;
        }
      }
      open.add(new Corners.Open(corner, best));
    }
    corners.open(open);
  }

  private static long sum(long[] factors, SplitTree.Corner corner) {
    return factors[0] * corner.first() + factors[1] * corner.second();
  }

  private SplitTree.ProofNode explore(int direction, long[] domains, long[] shares, int passes) {
    if (meter.spend(1) || meter.look() || !form.narrow(domains)) {
      return new SplitTree.ProofNode.Excluded();
    }
    WorthSplit split = splits.get(direction);
    long target = target(direction, split.factors(), domains);
    long bound = split.bound(domains, shares, passes, target);
    if (bound <= target) {
      return keep(new SplitTree.ProofNode.Closed(SplitTree.listOf(shares)));
    }
    int version = corners.version();
    int[] best = split.best(domains);
    corners.offer(best);
    if (corners.version() != version) {
      climb.climb(new double[] {(double) split.factors()[0], (double) split.factors()[1]}, best);
      return explore(direction, domains, shares, NODE_PASSES);
    }
    List<SplitTree.SplitStep> struck = strike(split, domains, bound, target);
    if (!struck.isEmpty()) {
      List<Long> then = SplitTree.listOf(shares.clone());
      return keep(
          new SplitTree.ProofNode.Struck(
              then, struck, explore(direction, domains, shares, NODE_PASSES)));
    }
    return branch(direction, split, domains, shares, best);
  }

  private SplitTree.ProofNode keep(SplitTree.ProofNode node) {
    return ++kept > MOST_KEPT ? NOT_KEPT : node;
  }

  /// The largest bound that rules out every corner within reach.
  private long target(int direction, long[] factors, long[] domains) {
    long first = form.most(0, domains);
    long second = form.most(1, domains);
    long least = Long.MAX_VALUE;
    for (Corners.Open each : corners.open()) {
      if (each.direction() == direction && each.corner().holds(first, second)) {
        least = Math.min(least, sum(factors, each.corner()));
      }
    }
    return least == Long.MAX_VALUE ? least : least - 1;
  }

  /// Strikes out the steps with which the bound is low enough.
  private List<SplitTree.SplitStep> strike(
      WorthSplit split, long[] domains, long bound, long target) {
    List<SplitTree.SplitStep> struck = new ArrayList<>();
    for (int point = 0; point < domains.length; point++) {
      long most = split.most(point, domains[point]);
      for (long open = domains[point]; open != 0; open &= open - 1) {
        int step = Long.numberOfTrailingZeros(open);
        if (bound - (most - split.value[point][step]) <= target) {
          domains[point] &= ~(1L << step);
          struck.add(new SplitTree.SplitStep(point, step));
        }
      }
    }
    return struck;
  }

  private SplitTree.ProofNode branch(
      int direction, WorthSplit split, long[] domains, long[] shares, int[] best) {
    int point = mostDisputed(split, domains, best);
    long[] values = split.value[point].clone();
    List<Integer> steps = new ArrayList<>();
    for (long open = domains[point]; open != 0; open &= open - 1) {
      steps.add(Long.numberOfTrailingZeros(open));
    }
    SplitTree.ProofNode[] nodes = new SplitTree.ProofNode[steps.size()];
    List<Integer> order = new ArrayList<>(IntStream.range(0, nodes.length).boxed().toList());
    order.sort(Comparator.comparingLong(at -> -values[steps.get(at)]));
    for (int at : order) {
      long[] narrowed = domains.clone();
      narrowed[point] = 1L << steps.get(at);
      nodes[at] = explore(direction, narrowed, shares.clone(), NODE_PASSES);
    }
    return kept > MOST_KEPT ? NOT_KEPT : new SplitTree.ProofNode.Branched(point, List.of(nodes));
  }

  /// The open point with the largest bonuses of which some points agree and others do not.
  private int mostDisputed(WorthSplit split, long[] domains, int[] best) {
    double[] score = new double[domains.length];
    List<LinkedForm.Bonus> bonuses = form.bonuses();
    for (int index = 0; index < bonuses.size(); index++) {
      LinkedForm.JointBox box = bonuses.get(index).box();
      if (!box.isOpen(domains)) {
        continue;
      }
      int missed = 0;
      for (int at = 0; at < box.size(); at++) {
        missed += (box.mask(at) >>> best[box.point(at)] & 1) == 0 ? 1 : 0;
      }
      boolean isDisputed =
          split.weight(index) < 0 ? missed != 1 : missed > 0 && missed < box.size();
      for (int at = 0; at < box.size(); at++) {
        int point = box.point(at);
        if (!box.isInside(at, domains)) {
          score[point] += (isDisputed ? 1 : SETTLED) * Math.abs((double) split.weight(index));
        }
      }
    }
    for (int point = 0; point < domains.length; point++) {
      score[point] += PRICE_DISPUTED * (double) split.priced(point, domains[point]);
    }
    int most = -1;
    for (int point = 0; point < domains.length; point++) {
      if (Long.bitCount(domains[point]) > 1 && (most < 0 || score[point] > score[most])) {
        most = point;
      }
    }
    return most;
  }
}
