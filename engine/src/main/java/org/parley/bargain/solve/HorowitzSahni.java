package org.parley.bargain.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.parley.sweep.SearchThreads;

/// Meet in the middle below a search node (Horowitz and Sahni 1974, under a Lagrangian bound).
/// 1. The open points are split into two halves.
/// 2. The partial packages of each are listed while their cost fits the slack; other multipliers
///    prune more.
/// 3. The two lists are joined row by row in order of cost, and pairs within the slack are compared
///    with each party's need.
///
/// The cost of a partial package is its loss of weighted sum. Time and memory: as many steps as
/// pairs within the slack, at most [#count]. Not for nodes with more.
final class HorowitzSahni {

  /// Receives the packages that may be wanted.
  interface Taker {
    /// Takes one package.
    ///
    /// @param steps by point; reused by the caller
    /// @return whether to go on
    boolean take(int[] steps);

    /// Polled now and then; returns whether to stop.
    ///
    /// @param pairs the pairs processed since the last call
    boolean stops(long pairs);
  }

  private static final int BINS = 96;

  /// The number of alternative multipliers, each party's between this share and all of its own.
  private static final int TILTS = 8;

  private static final double LEAST_TILT = 0.5;
  private static final int LOOK_EVERY = 1 << 14;

  /// From this many completions on, several threads share a join.
  private static final double MANY = 1 << 20;

  /// The pairs of a block of rows, about a millisecond, and the blocks of a thread at a time.
  private static final long PAIRS_A_BLOCK = 1 << 21;

  private static final int BLOCKS = 4;

  private final long[][][] worth;
  private final int parties;
  private final double[][] tilts;
  private final double[] bins = new double[BINS];
  private final HorowitzSahniList[] halves = new HorowitzSahniList[2];
  private final int[] shifts = new int[Long.SIZE];

  /// The last count.
  private double completions;

  /// @param worth the worth of each step: `[point][step][party]`
  HorowitzSahni(long[][][] worth, int parties) {
    this.worth = worth;
    this.parties = parties;
    tilts = new double[TILTS][parties];
    SplittableRandom random = new SplittableRandom(1);
    for (double[] tilt : tilts) {
      Arrays.setAll(tilt, _ -> random.nextDouble(LEAST_TILT, 1));
    }
  }

  /// Counts the completions that cost at most the slack; the count may be somewhat too high.
  double count(PointNode node, LagrangeBound bound, long slack) {
    Arrays.fill(bins, 0);
    bins[0] = 1;
    double scale = BINS / ((double) slack + 1);
    for (int point = 0; point < worth.length; point++) {
      if (!node.settled[point]) {
        spread(node.open[point], bound.value[point], bound.bestValue[point], scale);
      }
    }
    completions = Arrays.stream(bins).sum();
    return completions;
  }

  private void spread(long ways, long[] value, long best, double scale) {
    int count = 0;
    for (long open = ways; open != 0; open &= open - 1) {
      double cost = (best - value[Long.numberOfTrailingZeros(open)]) * scale;
      if (cost < BINS) {
        shifts[count++] = (int) cost;
      }
    }
    for (int bin = BINS - 1; bin >= 0; bin--) {
      double sum = 0;
      for (int way = 0; way < count; way++) {
        sum += shifts[way] <= bin ? bins[bin - shifts[way]] : 0;
      }
      bins[bin] = sum;
    }
  }

  /// The share of the last slack that holds at most this many partial packages.
  double shareWithin(double ways) {
    double count = 0;
    int bin = 0;
    while (bin < BINS && count + bins[bin] <= ways) {
      count += bins[bin++];
    }
    return (double) bin / BINS;
  }

  /// Enumerates the packages below a node that cost at most the slack and may meet each party's
  /// need; each still has to be verified.
  ///
  /// @param taken by point, the steps of settled points; modified
  /// @param threads change the time alone
  /// @return false if there are too many partial packages to number, so that none was enumerated
  boolean join(
      PointNode node,
      LagrangeBound bound,
      long slack,
      long[] needs,
      int[] taken,
      Taker taker,
      SearchThreads threads) {
    Open[] open = open(node, bound, slack);
    long[] room = new long[PackedLosses.aside(parties) + TILTS];
    if (!tilt(node, bound, needs, open, room)) {
      return true;
    }
    for (int party = 0; party < parties; party++) {
      room[party] = node.prefix[party] - needs[party];
      for (Open each : open) {
        room[party] += each.most[party];
      }
      if (room[party] < 0) {
        return true;
      }
    }
    PackedLosses losses = new PackedLosses(room, parties);
    for (int half = 0; half < 2; half++) {
      if (halves[half] == null) {
        halves[half] = new HorowitzSahniList(losses, worth.length / 2 + 1);
      }
      halves[half].reset(losses);
    }
    if (threads.count() > 1 && completions >= MANY) {
      List<List<Integer>> sizes =
          threads.run(List.of(() -> list(0, open, slack), () -> list(1, open, slack)));
      for (int at = 0; at < open.length; at++) {
        int size = sizes.get(at % 2).get(at / 2);
        if (size < 0) {
          return false;
        }
        if (size == 0 || taker.stops(size)) {
          return true;
        }
      }
      pairAtOnce(halves[0], halves[1], losses, slack, taken, taker, threads);
      return true;
    }
    for (int at = 0; at < open.length; at++) {
      HorowitzSahniList half = halves[at % 2];
      if (!half.add(open[at].point, open[at].steps, open[at].cost, open[at].loss, slack)) {
        return false;
      }
      if (half.size() == 0 || taker.stops(half.size())) {
        return true;
      }
    }
    halves[0].sort(slack);
    halves[1].sort(slack);
    pair(halves[0], halves[1], losses, slack, taken, taker);
    return true;
  }

  /// Lists one half; returns its size after each point, -1 once it cannot be numbered.
  private List<Integer> list(int which, Open[] open, long slack) {
    HorowitzSahniList half = halves[which];
    List<Integer> sizes = new ArrayList<>();
    for (int at = which; at < open.length; at += 2) {
      sizes.add(
          half.add(open[at].point, open[at].steps, open[at].cost, open[at].loss, slack)
              ? half.size()
              : -1);
      if (sizes.getLast() <= 0) {
        return sizes;
      }
    }
    half.sort(slack);
    return sizes;
  }

  /// Adds the cost of the partial packages under alternative multipliers, with its limit: these
  /// rule out packages that take too much from some parties.
  ///
  /// @return false if such multipliers rule out every package
  private boolean tilt(
      PointNode node, LagrangeBound bound, long[] needs, Open[] open, long[] room) {
    long[] weights = new long[parties];
    for (int tilt = 0; tilt < TILTS; tilt++) {
      int at = PackedLosses.aside(parties) + tilt;
      for (int party = 0; party < parties; party++) {
        weights[party] = (long) (bound.factors[party] * tilts[tilt][party]);
        room[at] += weights[party] * (node.prefix[party] - needs[party]);
      }
      for (Open each : open) {
        room[at] += each.weigh(weights, at);
      }
      if (room[at] < 0) {
        return false;
      }
    }
    return true;
  }

  /// An open point: its steps within the slack, their cost, and each party's loss against its best.
  private final class Open {

    final int point;
    final int[] steps;
    final long[] cost;
    final long[][] loss;
    final long[] most = new long[parties];

    /// The cost of the second-best step.
    final long second;

    Open(int point, long ways, LagrangeBound bound, long slack) {
      this.point = point;
      long[] value = bound.value[point];
      long best = bound.bestValue[point];
      long left = ways;
      for (long rest = ways; rest != 0; rest &= rest - 1) {
        int step = Long.numberOfTrailingZeros(rest);
        left &= best - value[step] > slack ? ~(1L << step) : -1;
      }
      steps = new int[Long.bitCount(left)];
      cost = new long[steps.length];
      loss = new long[steps.length][PackedLosses.aside(parties) + TILTS];
      Arrays.fill(most, Long.MIN_VALUE);
      int count = 0;
      long least = Long.MAX_VALUE;
      long next = Long.MAX_VALUE;
      for (long rest = left; rest != 0; rest &= rest - 1) {
        int step = Long.numberOfTrailingZeros(rest);
        steps[count] = step;
        cost[count] = best - value[step];
        next = Math.min(next, Math.max(least, cost[count]));
        least = Math.min(least, cost[count++]);
        for (int party = 0; party < parties; party++) {
          most[party] = Math.max(most[party], worth[point][step][party]);
        }
      }
      for (int at = 0; at < count; at++) {
        for (int party = 0; party < parties; party++) {
          loss[at][party] = most[party] - worth[point][steps[at]][party];
        }
      }
      second = next;
    }

    /// Sets the costs of the steps under some multipliers; returns the largest weighted sum.
    long weigh(long[] weights, int at) {
      long top = Long.MIN_VALUE;
      for (int step = 0; step < steps.length; step++) {
        long sum = 0;
        for (int party = 0; party < parties; party++) {
          sum += weights[party] * worth[point][steps[step]][party];
        }
        loss[step][at] = sum;
        top = Math.max(top, sum);
      }
      for (long[] each : loss) {
        each[at] = top - each[at];
      }
      return top;
    }
  }

  /// The open points, nearly decided ones first, so that lists stay short for long; the halves grow
  /// alike.
  private Open[] open(PointNode node, LagrangeBound bound, long slack) {
    Open[] open = new Open[node.free];
    int free = 0;
    for (int point = 0; point < worth.length; point++) {
      if (!node.settled[point]) {
        open[free++] = new Open(point, node.open[point], bound, slack);
      }
    }
    Arrays.sort(open, (one, other) -> Long.compare(other.second, one.second));
    return open;
  }

  private static void pair(
      HorowitzSahniList one,
      HorowitzSahniList other,
      PackedLosses losses,
      long slack,
      int[] taken,
      Taker taker) {
    long looked = 0;
    long rounded = slack >> HorowitzSahniList.shift(slack);
    int end = other.size();
    long[] left = new long[losses.words];
    for (int way = 0; way < one.size(); way++) {
      while (end > 0 && other.roundedCost(end - 1) + one.roundedCost(way) > rounded) {
        end--;
      }
      losses.subtract(one.packed(), way, left);
      int with = losses.first(other.packed(), left, end);
      while (with < end) {
        if (one.cost(way) + other.cost(with) <= slack) {
          one.settle(way, taken);
          other.settle(with, taken);
          if (!taker.take(taken)) {
            return;
          }
        }
        with = losses.next(other.packed(), left, with + 1, end);
      }
      looked += end;
      if (looked > LOOK_EVERY) {
        if (taker.stops(looked)) {
          return;
        }
        looked = 0;
      }
    }
  }

  /// As [#pair], with blocks of rows looked through in advance by several threads.
  private static void pairAtOnce(
      HorowitzSahniList one,
      HorowitzSahniList other,
      PackedLosses losses,
      long slack,
      int[] taken,
      Taker taker,
      SearchThreads threads) {
    long rounded = slack >> HorowitzSahniList.shift(slack);
    long looked = 0;
    int end = other.size();
    int from = 0;
    while (from < one.size()) {
      List<Supplier<long[]>> blocks = new ArrayList<>();
      int until = from;
      int most = end;
      for (int block = 0; block < BLOCKS * threads.count() && until < one.size(); block++) {
        int first = until;
        int last = (int) Math.min(one.size(), first + 1 + PAIRS_A_BLOCK / Math.max(1, most));
        int begin = most;
        blocks.add(() -> pairs(one, other, losses, slack, first, last, begin));
        until = last;
        most = end(one, other, rounded, last, begin);
      }
      long[] hits = threads.run(blocks).stream().flatMapToLong(Arrays::stream).toArray();
      int hit = 0;
      for (int way = from; way < until; way++) {
        end = end(one, other, rounded, way, end);
        for (; hit < hits.length && hits[hit] >>> Integer.SIZE == way; hit++) {
          one.settle(way, taken);
          other.settle((int) hits[hit], taken);
          if (!taker.take(taken)) {
            return;
          }
        }
        looked += end;
        if (looked > LOOK_EVERY) {
          if (taker.stops(looked)) {
            return;
          }
          looked = 0;
        }
      }
      from = until;
    }
  }

  /// The end of the partial packages that a row is paired with: no larger than that of an earlier
  /// row.
  private static int end(
      HorowitzSahniList one, HorowitzSahniList other, long rounded, int way, int before) {
    int end = before;
    while (way < one.size()
        && end > 0
        && other.roundedCost(end - 1) + one.roundedCost(way) > rounded) {
      end--;
    }
    return end;
  }

  /// The pairs of some rows, a row in the upper half of each word and its partner in the lower.
  private static long[] pairs(
      HorowitzSahniList one,
      HorowitzSahniList other,
      PackedLosses losses,
      long slack,
      int from,
      int until,
      int before) {
    long rounded = slack >> HorowitzSahniList.shift(slack);
    long[] left = new long[losses.words];
    LongStream.Builder found = LongStream.builder();
    int end = before;
    for (int way = from; way < until; way++) {
      end = end(one, other, rounded, way, end);
      losses.subtract(one.packed(), way, left);
      int with = losses.first(other.packed(), left, end);
      while (with < end) {
        if (one.cost(way) + other.cost(with) <= slack) {
          found.add((long) way << Integer.SIZE | with);
        }
        with = losses.next(other.packed(), left, with + 1, end);
      }
    }
    return found.build().toArray();
  }
}
