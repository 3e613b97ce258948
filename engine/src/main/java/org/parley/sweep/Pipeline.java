package org.parley.sweep;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Items that pass through stages, on several threads.
///
/// Each stage takes one item at a time, in order, once the stage before is done with it. So a stage
/// needs no lock for what it remembers, and the number of threads changes nothing. The last stage
/// is the caller's own. At the speed of its slowest stage at best.
public final class Pipeline {

  private final List<IntPredicate> stages;
  private final int ahead;
  private final Thread owner = Thread.currentThread();

  /// By stage, how many items it has taken, and whether it is taking one.
  private final int[] done;

  private final boolean[] isBusy;
  private int total = Integer.MAX_VALUE;
  private boolean isStopped;

  private Pipeline(List<IntPredicate> stages, int ahead) {
    this.stages = stages;
    this.ahead = ahead;
    done = new int[stages.size()];
    isBusy = new boolean[stages.size()];
  }

  /// Takes all items through all stages.
  ///
  /// @param stages take an item by its number; the first returns whether there was such an item,
  ///   the others whether to go on
  /// @param ahead the most items between the first stage and the end of the last
  /// @return whether all were taken
  public static boolean run(List<IntPredicate> stages, int ahead, SearchThreads threads) {
    Pipeline pipeline = new Pipeline(stages, ahead);
    Supplier<Boolean> work = pipeline::work;
    threads.run(Stream.generate(() -> work).limit(threads.count()).toList());
    return !pipeline.isStopped;
  }

  private boolean work() {
    int stage = next(-1, true);
    while (stage >= 0) {
      stage = next(stage, take(stage));
    }
    return true;
  }

  private boolean take(int stage) {
    boolean isTaken = false;
    try {
      boolean goesOn = stages.get(stage).test(done[stage]);
      isTaken = true;
      return goesOn;
    } finally {
      if (!isTaken) {
        stop();
      }
    }
  }

  private synchronized void stop() {
    isStopped = true;
    notifyAll();
  }

  /// Ends an item in one stage, and waits for a stage with an item; -1 at the end.
  private synchronized int next(int ended, boolean goesOn) {
    if (ended >= 0) {
      isBusy[ended] = false;
      if (goesOn) {
        done[ended]++;
      } else if (ended == 0) {
        total = done[0];
      } else {
        isStopped = true;
      }
      notifyAll();
    }
    int last = done.length - 1;
    while (!isStopped && done[last] < total) {
      for (int stage = last; stage >= 0; stage--) {
        if (isReady(stage) && (stage < last || Thread.currentThread().equals(owner))) {
          isBusy[stage] = true;
          return stage;
        }
      }
      try {
        wait();
      } catch (InterruptedException e) {
        stop();
        Thread.currentThread().interrupt();
        throw new IllegalStateException("searching in stages: interrupted", e);
      }
    }
    return -1;
  }

  private boolean isReady(int stage) {
    return !isBusy[stage]
        && (stage == 0
            ? total == Integer.MAX_VALUE && done[0] < done[done.length - 1] + ahead
            : done[stage] < done[stage - 1]);
  }
}
