package org.parley.bargain.frontier;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;
import org.parley.exact.Meter;
import org.parley.exact.StoppedBy;

/// The steps of a sweep and the vectors it kept, block by block. Sweeps of several states run at
/// the same time. They are then paid for in the order of states, as if one had followed the other.
final class SweepLog {

  private final AtomicLongArray counts;
  private final int state;
  private final long most;
  private long[] steps = new long[16];

  /// By block, the vectors kept before it.
  private long[] before = new long[16];

  private int blocks;
  private boolean isCut;
  private @Nullable StoppedBy stoppedBy;

  /// @param counts by state, the vectors kept so far, shared by all
  /// @param most those that all may keep
  SweepLog(AtomicLongArray counts, int state, long most) {
    this.counts = counts;
    this.state = state;
    this.most = most;
  }

  /// Notes a block; returns whether this state and those before have kept too many.
  boolean block(long spent, long kept) {
    if (blocks == steps.length) {
      steps = Arrays.copyOf(steps, 2 * blocks);
      before = Arrays.copyOf(before, 2 * blocks);
    }
    steps[blocks] = spent;
    before[blocks++] = kept;
    counts.set(state, kept);
    long all = 0;
    for (int each = 0; each <= state; each++) {
      all += counts.get(each);
    }
    return all > most;
  }

  /// Ends the sweep.
  ///
  /// @param isStopped whether it did not come to its end
  void end(long kept, boolean isStopped, Meter meter) {
    counts.set(state, Math.max(kept, counts.get(state)));
    isCut = isStopped;
    stoppedBy = meter.stopped() ? meter.stoppedBy() : null;
  }

  /// Spends the steps; returns whether the search has to stop, for steps, vectors or a signal.
  boolean spend(Meter meter) {
    long earlier = 0;
    for (int each = 0; each < state; each++) {
      earlier += counts.get(each);
    }
    for (int block = 0; block < blocks; block++) {
      if (earlier + before[block] > most || meter.spend(steps[block])) {
        return true;
      }
    }
    if (stoppedBy == StoppedBy.SIGNAL) {
      meter.stop(StoppedBy.SIGNAL);
    }
    return isCut || earlier + counts.get(state) > most;
  }
}
