package org.parley.bargain.solve;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.parley.sweep.SearchThreads;

/// Finds the optimum of a [Goal] in a constant-sum problem, where no multipliers bound more tightly
/// than the plain sum.
/// 1. The best split by the rule is requested first, then the next best.
/// 2. Packages with that split are looked up by [SchroeppelShamir] (Schroeppel and Shamir 1981).
/// 3. If half the points have too many partial packages, the others are fixed at random near the
///    even split, repeatedly. The plain sum alone then proves optimality.
final class ConstantSumSearch {

  /// The search that receives the packages found.
  interface Host {
    /// Offers a package, which may change the requirement.
    void offer(long[] worths, int[] steps);

    boolean isDone();

    /// Whether the plain sum proves the incumbent optimal.
    boolean isClosed();

    /// Polled now and then; returns whether to stop.
    ///
    /// @param pairs the pairs processed since the last call
    boolean stops(long pairs);
  }

  /// Below this many packages, other searches are faster.
  private static final double FEW_WAYS = 1e6;

  /// The most partial packages of half the points in a complete search.
  private static final double MOST_HALF = 5e7;

  /// The same if some points are fixed at random.
  private static final double MOST_FREE_HALF = 3e8;

  /// The largest slack enumerated beyond the requirement.
  private static final long MOST_SLACK = 40;

  /// The target number of hits expected if some points are fixed at random.
  private static final double WANTED_HITS = 30;

  /// The first limit of pairs for one level; later ones are larger.
  private static final long FIRST_PAIRS = 1L << 26;

  /// A hit costs as much as this many pairs.
  private static final long PAIRS_A_PACKAGE = 1 << 11;

  private static final int MOST_ROUNDS = 4;
  private static final int MORE_PAIRS = 4;
  private static final int SWEEPS = 4;

  private final Goal goal;
  private final long[][][] worth;
  private final long[] allowed;
  private final int parties;
  private final long most;
  private final long[] ones;
  private final Host host;
  private final SearchThreads threads;
  private @Nullable SchroeppelShamir lists;
  private boolean isWide;
  private final SplittableRandom random = new SplittableRandom(1);

  ConstantSumSearch(
      Goal goal,
      long[][][] worth,
      long[] allowed,
      int parties,
      long most,
      Host host,
      SearchThreads threads) {
    this.goal = goal;
    this.worth = worth;
    this.allowed = allowed;
    this.parties = parties;
    this.most = most;
    this.host = host;
    this.threads = threads;
    ones = new long[parties];
    Arrays.fill(ones, 1);
  }

  /// Whether this search fits: many packages, a constant sum, few parties.
  boolean suits() {
    double ways = 1;
    for (int point = 0; point < worth.length; point++) {
      ways *= Long.bitCount(allowed[point]);
      long sum = sum(worth[point][Long.numberOfTrailingZeros(allowed[point])]);
      for (long open = allowed[point]; open != 0; open &= open - 1) {
        if (sum(worth[point][Long.numberOfTrailingZeros(open)]) != sum) {
          return false;
        }
      }
    }
    return ways > FEW_WAYS && SchroeppelShamir.suits(worth, allowed, parties);
  }

  private static long sum(long[] worths) {
    return Arrays.stream(worths).sum();
  }

  /// Lowers the requirement step by step.
  ///
  /// @return whether the search is over; if not, too many packages are left, or none was found
  boolean search() {
    boolean all = half(IntStream.range(0, worth.length)) <= MOST_HALF;
    long pairs = FIRST_PAIRS;
    for (int round = 0; round < MOST_ROUNDS; round++, pairs *= MORE_PAIRS) {
      if (askLessAndLess(all, pairs)) {
        return true;
      }
      if (isWide) {
        break;
      }
    }
    goal.withdraw();
    return false;
  }

  private boolean askLessAndLess(boolean all, long pairs) {
    boolean asks = goal.ask(ones, most);
    boolean isNextBest = true;
    while (true) {
      long slack = SchroeppelShamir.slack(most, goal.asked());
      isWide = slack > MOST_SLACK;
      if (isWide) {
        return false;
      }
      boolean isOver = slack < 0;
      if (slack >= 0) {
        Seen seen = new Seen(all ? Long.MAX_VALUE : pairs, asks, isNextBest);
        isOver = all ? inAll(seen) : inSome(seen, slack);
      }
      if (isComplete() || host.isDone() || host.stops(0)) {
        return true;
      }
      isNextBest &= isOver || goal.isAskedMet();
      if (!asks || goal.isAskedMet()) {
        if (!all) {
          goal.leaveTiesOpen();
        }
        return all || (asks && isNextBest);
      }
      asks = goal.askLess(isNextBest);
      if (!asks && (!goal.isListing() || !isNextBest)) {
        return isNextBest;
      }
    }
  }

  /// Whether every split that ties with the best is listed.
  private boolean isComplete() {
    return host.isClosed() && goal.isListing() && goal.best().size() >= goal.mostTies(most);
  }

  /// Enumerates all packages; returns whether it completed.
  private boolean inAll(Seen seen) {
    if (lists == null) {
      lists = new SchroeppelShamir(worth, allowed, parties);
    }
    return lists.search(seen, threads);
  }

  /// Enumerates packages with most points fixed at random; never complete.
  private boolean inSome(Seen seen, long slack) {
    int free = free(slack);
    long[] target = new long[parties];
    while (!seen.isOver()) {
      Arrays.setAll(target, party -> goal.asked()[party] + slack / parties);
      new SchroeppelShamir(worth, settled(free, target), parties).search(seen, threads);
    }
    return false;
  }

  /// The number of points to leave free: enough for the expected hits, as far as half of them have
  /// few partial packages.
  private int free(long slack) {
    double[] variance = new double[parties];
    double logWays = 0;
    for (int point = 0; point < worth.length; point++) {
      logWays += StrictMath.log(Long.bitCount(allowed[point]));
      for (int party = 0; party < parties; party++) {
        variance[party] += variance(point, party);
      }
    }
    Arrays.sort(variance);
    int free = 0;
    double log = 0;
    while (log <= 0 && free < worth.length) {
      double share = (free + 1.0) / worth.length;
      if (share * logWays / 2 > StrictMath.log(MOST_FREE_HALF)) {
        break;
      }
      free++;
      log = share * logWays + StrictMath.log(Goal.splits(slack, parties) / WANTED_HITS);
      for (int party = 1; party < parties; party++) {
        log -= StrictMath.log(Math.max(1, Math.sqrt(2 * Math.PI * share * variance[party])));
      }
    }
    return free;
  }

  private double mean(int point, int party) {
    double sum = 0;
    for (long open = allowed[point]; open != 0; open &= open - 1) {
      sum += (double) worth[point][Long.numberOfTrailingZeros(open)][party];
    }
    return sum / Long.bitCount(allowed[point]);
  }

  private double variance(int point, int party) {
    double mean = mean(point, party);
    double sum = 0;
    for (long open = allowed[point]; open != 0; open &= open - 1) {
      double off = (double) worth[point][Long.numberOfTrailingZeros(open)][party] - mean;
      sum += off * off;
    }
    return sum / Long.bitCount(allowed[point]);
  }

  /// Fixes all points but the free ones, so that average choices on the others meet the target.
  private long[] settled(int free, long[] target) {
    int[] points = IntStream.range(0, worth.length).toArray();
    for (int at = points.length - 1; at > 0; at--) {
      int other = random.nextInt(at + 1);
      int point = points[at];
      points[at] = points[other];
      points[other] = point;
    }
    long[] open = allowed.clone();
    double[] off = new double[parties];
    for (int party = 0; party < parties; party++) {
      off[party] = -(double) target[party];
      for (int at = 0; at < free; at++) {
        off[party] += mean(points[at], party);
      }
    }
    for (int at = free; at < points.length; at++) {
      int skip = random.nextInt(Long.bitCount(allowed[points[at]]));
      long left = allowed[points[at]];
      for (; skip > 0; skip--) {
        left &= left - 1;
      }
      settle(points[at], Long.numberOfTrailingZeros(left), open, off, 1);
    }
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      for (int at = free; at < points.length; at++) {
        settle(points[at], Long.numberOfTrailingZeros(open[points[at]]), open, off, -1);
        settle(points[at], nearest(points[at], off), open, off, 1);
      }
    }
    return open;
  }

  private void settle(int point, int step, long[] open, double[] off, int sign) {
    open[point] = 1L << step;
    for (int party = 0; party < parties; party++) {
      off[party] += sign * (double) worth[point][step][party];
    }
  }

  private int nearest(int point, double[] off) {
    int nearest = 0;
    double least = Double.POSITIVE_INFINITY;
    for (long open = allowed[point]; open != 0; open &= open - 1) {
      int step = Long.numberOfTrailingZeros(open);
      double sum = 0;
      for (int party = 0; party < parties; party++) {
        double then = off[party] + (double) worth[point][step][party];
        sum += then * then;
      }
      if (sum < least) {
        least = sum;
        nearest = step;
      }
    }
    return nearest;
  }

  private double half(IntStream points) {
    return points
        .mapToDouble(point -> Math.sqrt(Long.bitCount(allowed[point])))
        .reduce(1, (a, b) -> a * b);
  }

  /// Passes packages on, within a limit of pairs.
  private final class Seen implements SchroeppelShamir.Wanted {

    private final boolean asks;
    private final boolean isNextBest;
    private final long[] sums = new long[parties];
    private long left;

    /// @param isNextBest whether no package exceeds the requirement
    Seen(long pairs, boolean asks, boolean isNextBest) {
      left = pairs;
      this.asks = asks;
      this.isNextBest = isNextBest;
    }

    boolean isOver() {
      return left <= 0 || isComplete() || isEnough() || host.isDone() || host.stops(0);
    }

    /// Whether the request is met and ties are not being listed.
    private boolean isEnough() {
      return asks && goal.isAskedMet() && !(goal.isListing() && isNextBest);
    }

    @Override
    public long[] least() {
      return goal.asked();
    }

    @Override
    public long[] most() {
      return goal.mostWanted();
    }

    @Override
    public boolean take(int[] steps) {
      Arrays.fill(sums, 0);
      for (int point = 0; point < worth.length; point++) {
        for (int party = 0; party < parties; party++) {
          sums[party] += worth[point][steps[point]][party];
        }
      }
      host.offer(sums, steps);
      return !stops(PAIRS_A_PACKAGE);
    }

    @Override
    public boolean stops(long pairs) {
      left -= pairs;
      return host.stops(pairs) || isOver();
    }
  }
}
