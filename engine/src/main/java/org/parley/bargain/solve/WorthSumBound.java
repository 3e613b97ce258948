package org.parley.bargain.solve;

import java.math.BigInteger;
import java.util.Arrays;

/// The largest sum of all worths. In constant-sum problems no multipliers bound more tightly.
final class WorthSumBound {

  private final long[] ones;
  private long most;

  /// Whether the sum of worths is constant.
  private boolean isConstant = true;

  /// @param worth the worth of each step: `[point][step][party]`
  /// @param allowed by point, the steps allowed, one bit each
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

  /// Whether the incumbent is optimal, since a better package would need a larger sum.
  ///
  /// If the sum is the objective, other bounds prove this as well and ties are listed. Listing is
  /// skipped only for constant sums, since it would visit every package.
  boolean rulesOut(Goal goal) {
    long scale = scale(goal);
    long[] weights = scale == 0 ? ones : new long[ones.length];
    return (scale == 0 || (isConstant && Arrays.equals(goal.base(), ones)))
        && goal.beyond(scale, weights).compareTo(BigInteger.valueOf(most)) > 0;
  }

  /// The factor of the goal's base; 1 if only the multipliers count.
  private static long scale(Goal goal) {
    return Arrays.stream(goal.base()).allMatch(each -> each == 0) ? 0 : 1;
  }

  /// The multipliers of this bound.
  SolutionCertificate.Multipliers multipliers(Goal goal) {
    long scale = scale(goal);
    return new SolutionCertificate.Multipliers(
        scale, Arrays.stream(ones).map(each -> each - scale).boxed().toList());
  }
}
