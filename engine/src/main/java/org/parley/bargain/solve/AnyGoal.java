package org.parley.bargain.solve;

import java.util.Arrays;

/// Any package that reaches the floor: the search ends with the first.
final class AnyGoal extends MaxMinGoal {

  AnyGoal(long[] floor) {
    super(floor, ones(floor.length), false);
  }

  private static long[] ones(int count) {
    long[] ones = new long[count];
    Arrays.fill(ones, 1);
    return ones;
  }

  @Override
  boolean offer(long[] worths, int[] options) {
    boolean found = super.offer(worths, options);
    if (found) {
      leaveIncomplete();
    }
    return found;
  }
}
