package org.parley.bargain.solve;

import java.util.Arrays;

/// The Lagrangian bound of a [PointBranchAndBound]: integer multipliers of the parties' worths, and
/// for each open point the step with the largest weighted sum.
///
/// The reduced cost of a step is its loss against the best of its point. A package that costs more
/// than the slack, the bound less the requirement, is pruned.
final class LagrangeBound {

  private final Goal goal;

  /// The worth of each step: `[point][step][party]`.
  private final long[][][] worth;

  private final int parties;
  private final long largest;
  private final long[] base;

  /// The factors of the parties' worths: scale times the base of the goal, plus multipliers.
  final long[] factors;

  final long[] weights;

  /// The factor of the goal's base.
  long scale;

  /// By open point and step, the weighted sum; by point, the largest and its step.
  final long[][] value;

  final long[] bestValue;
  final int[] arg;

  /// The total worth of the steps with the largest sums, by party.
  final long[] worths;

  LagrangeBound(Goal goal, long[][][] worth, int parties) {
    this.goal = goal;
    this.worth = worth;
    this.parties = parties;
    value = new long[worth.length][];
    long sum = 1;
    for (int point = 0; point < worth.length; point++) {
      value[point] = new long[worth[point].length];
      long top = 0;
      for (long[] each : worth[point]) {
        top = Math.max(top, Arrays.stream(each).map(Math::abs).sum());
      }
      sum += top;
    }
    // Keeps every weighted sum far from overflow.
    largest = Math.clamp((1L << 60) / sum, 1, 1 << 20);
    base = goal.base();
    factors = new long[parties];
    weights = new long[parties];
    bestValue = new long[worth.length];
    arg = new int[worth.length];
    worths = new long[parties];
  }

  /// Rounds the multipliers of a state to integers.
  void weigh(double[] state) {
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

  /// The largest weighted sum below a node; sets the steps that attain it and their worths.
  long most(PointNode node) {
    long sum = 0;
    for (int party = 0; party < parties; party++) {
      sum += factors[party] * node.prefix[party];
      worths[party] = node.prefix[party];
    }
    for (int point = 0; point < worth.length; point++) {
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

  /// The least decided open point: its second-best option costs least.
  int leastDecided(PointNode node) {
    int branch = -1;
    long least = Long.MAX_VALUE;
    for (int point = 0; point < worth.length; point++) {
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

  /// The open steps of a point, in descending order of weighted sum.
  int[] byValue(PointNode node, int point) {
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

  /// The magnitude of the multipliers, to compare slacks under different ones.
  double size() {
    double size = 1;
    for (long factor : factors) {
      size += Math.abs((double) factor);
    }
    return size;
  }

  /// Reduced-cost fixing: eliminates steps that cost more than the slack.
  void strikeOut(PointNode node, long slack) {
    for (int point = 0; point < worth.length; point++) {
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
  }
}
