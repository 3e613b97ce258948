package org.parley.bargain.solve;

import java.math.BigInteger;
import java.util.Arrays;

/// The most that all parties together can get. Where what one gains others lose, no weights rule
/// out as much as these.
final class PlainSum {

  private final long[] ones;
  private long most;

  /// @param worth what a step adds: `[point][step][party]`
  /// @param allowed by point, the steps that may be taken, one bit each
  PlainSum(long[][][] worth, long[] allowed, int parties) {
    ones = new long[parties];
    Arrays.fill(ones, 1);
    for (int point = 0; point < worth.length; point++) {
      long top = Long.MIN_VALUE;
      for (long open = allowed[point]; open != 0; open &= open - 1) {
        top = Math.max(top, Arrays.stream(worth[point][Long.numberOfTrailingZeros(open)]).sum());
      }
      most += top == Long.MIN_VALUE ? 0 : top;
    }
  }

  long most() {
    return most;
  }

  /// Whether no package is better than the best, since all together would have to get more.
  boolean rulesOut(Goal goal) {
    return Arrays.stream(goal.base()).allMatch(each -> each == 0)
        && goal.beyond(0, ones).compareTo(BigInteger.valueOf(most)) > 0;
  }

  /// Its weights.
  SolutionCertificate.Multipliers multipliers() {
    return new SolutionCertificate.Multipliers(0, Arrays.stream(ones).boxed().toList());
  }
}
