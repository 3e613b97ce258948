package org.parley.bargain.solve;

import java.util.Arrays;

/// The settled and open points at a node of a [PointBranchAndBound].
final class PointNode {

  private final long[][][] worth;

  /// The worth of the settled points, by party.
  final long[] prefix;

  /// By point, the steps allowed, one bit each.
  final long[] open;

  final boolean[] settled;

  /// The multipliers of the bound, as the goal moves them.
  final double[] state;

  /// The number of open points.
  int free;

  /// @param worth the worth of each step: `[point][step][party]`
  PointNode(long[][][] worth, int parties, int state) {
    this.worth = worth;
    prefix = new long[parties];
    open = new long[worth.length];
    settled = new boolean[worth.length];
    this.state = new double[state];
    free = worth.length;
  }

  void take(PointNode above) {
    System.arraycopy(above.prefix, 0, prefix, 0, prefix.length);
    System.arraycopy(above.open, 0, open, 0, open.length);
    System.arraycopy(above.settled, 0, settled, 0, settled.length);
    System.arraycopy(above.state, 0, state, 0, state.length);
    free = above.free;
  }

  /// Resets to no settled point.
  void reset(long[] open, double[] state) {
    Arrays.fill(prefix, 0);
    Arrays.fill(settled, false);
    System.arraycopy(open, 0, this.open, 0, open.length);
    System.arraycopy(state, 0, this.state, 0, state.length);
    free = open.length;
  }

  /// Settles a point.
  ///
  /// @param taken by point, the step taken; modified
  void settle(int point, int step, int[] taken) {
    settled[point] = true;
    open[point] = 1L << step;
    taken[point] = step;
    free--;
    for (int party = 0; party < prefix.length; party++) {
      prefix[party] += worth[point][step][party];
    }
  }
}
