package org.parley.bargain.solve;

import org.parley.exact.Meter;

/// Local search: improves a package by changing one or two points while the merit grows.
final class HillClimbing {

  private static final double LEAST_GAIN = 1e-12;

  private final Goal goal;
  private final Meter meter;

  /// The worth of each step: `[point][step][party]`.
  private final long[][][] worth;

  /// By point, the steps allowed, one bit each.
  private final long[] allowed;

  private final int parties;

  HillClimbing(Goal goal, Meter meter, long[][][] worth, long[] allowed, int parties) {
    this.goal = goal;
    this.meter = meter;
    this.worth = worth;
    this.allowed = allowed;
    this.parties = parties;
  }

  /// @param reached the worths of the package, by party; modified
  /// @param steps its steps, by point; modified
  /// @param pairs whether to change two points at once if one is not enough
  void climb(long[] reached, int[] steps, boolean pairs) {
    double merit = goal.merit(reached);
    long[] changed = new long[parties];
    boolean better = true;
    while (better) {
      better = false;
      for (int point = 0; point < worth.length && !meter.look(); point++) {
        for (long open = allowed[point]; open != 0; open &= open - 1) {
          int step = Long.numberOfTrailingZeros(open);
          change(reached, point, steps[point], step, changed);
          double then = goal.merit(changed);
          if (then > merit + LEAST_GAIN) {
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
  }

  private void change(long[] from, int point, int before, int after, long[] into) {
    for (int party = 0; party < parties; party++) {
      into[party] = from[party] + worth[point][after][party] - worth[point][before][party];
    }
  }

  private boolean climbByPairs(long[] reached, int[] steps, double merit) {
    long[] one = new long[parties];
    long[] both = new long[parties];
    for (int point = 0; point < worth.length && !meter.look(); point++) {
      for (long open = allowed[point]; open != 0; open &= open - 1) {
        int step = Long.numberOfTrailingZeros(open);
        change(reached, point, steps[point], step, one);
        for (int other = point + 1; other < worth.length; other++) {
          for (long ways = allowed[other]; ways != 0; ways &= ways - 1) {
            int way = Long.numberOfTrailingZeros(ways);
            change(one, other, steps[other], way, both);
            if (goal.merit(both) > merit + LEAST_GAIN) {
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
