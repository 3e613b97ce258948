package org.parley.reading;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.jspecify.annotations.NullMarked;

/// How the cost of a work grows with its size. It is told by processor time, as quadratic loops may
/// count and allocate nothing. It says nothing of speed.
@NullMarked
public final class Growth {

  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

  /// How often a ratio is taken that is too high: other work and the compiler disturb some.
  private static final int TRIES = 3;

  private Growth() {}

  /// How many times the larger work costs the smaller, the least of some tries.
  ///
  /// @param most ends the tries if it is not reached
  public static double ratio(Runnable smaller, Runnable larger, double most) {
    cost(smaller);
    double least = Double.MAX_VALUE;
    for (int i = 0; i < TRIES && least >= most; i++) {
      long small = cost(smaller);
      least = Math.min(least, (double) cost(larger) / Math.max(1, small));
    }
    return least;
  }

  private static long cost(Runnable work) {
    long start = CLOCK.getCurrentThreadCpuTime();
    work.run();
    return CLOCK.getCurrentThreadCpuTime() - start;
  }
}
