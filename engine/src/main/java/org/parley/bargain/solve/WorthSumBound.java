package org.parley.bargain.solve;

import java.math.BigInteger;
import java.util.Arrays;

/// The largest sum of all worths. In constant-sum problems no multipliers bound more tightly.
final class WorthSumBound {

  private final long[] ones;
  private long most;

  /// Whether all together get the same, whatever is settled.
  private boolean isConstant = true;

  /// @param worth what a step adds: `[point][step][party]`
  /// @param allowed by point, the steps that may be taken, one bit each
  WorthSumBound(long[][][] worth, long[] allowed, int parties) {
    ones = new long[parties];
    Arrays.fill(ones, 1);
    for (int point = 0; point < worth.length; point++) {
      long top = Long.MIN_VALUE;
      for (long open = allowed[point]; open != 0; open &= open - 1) {
        long sum = Arrays.stream(worth[point][Long.numberOfTrailingZeros(open)]).sum();
        isConstant &= top == Long.MIN_VALUE || sum == top;
        top = Math.max(top, sum);
      }
      most += top == Long.MIN_VALUE ? 0 : top;
    }
  }

  long most() {
    return most;
  }

  /// Whether no package is better than the best, since all together would have to get more.
  ///
  /// Where the sum is what is looked for, other bounds say so as well, and all that ties is looked
  /// for; only where all packages have the same sum that would go through every one.
  boolean rulesOut(Goal goal) {
    long scale = scale(goal);
    long[] weights = scale == 0 ? ones : new long[ones.length];
    return (scale == 0 || (isConstant && Arrays.equals(goal.base(), ones)))
        && goal.beyond(scale, weights).compareTo(BigInteger.valueOf(most)) > 0;
  }

  /// How much the base of a goal counts: where it has none, the weights do.
  private static long scale(Goal goal) {
    return Arrays.stream(goal.base()).allMatch(each -> each == 0) ? 0 : 1;
  }

  /// Its weights.
  SolutionCertificate.Multipliers multipliers(Goal goal) {
    long scale = scale(goal);
    return new SolutionCertificate.Multipliers(
        scale, Arrays.stream(ones).map(each -> each - scale).boxed().toList());
  }
}
