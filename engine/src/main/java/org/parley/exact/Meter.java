package org.parley.exact;

import org.jspecify.annotations.Nullable;

/// The resources that one search has used of its [Budget]; created by the search, used by one
/// thread.
public final class Meter {

  /// The steps between two polls of the stop signal.
  private static final int LOOK_EVERY = 1024;

  /// The uncounted work between two polls.
  private static final int HEED_EVERY = 16_384;

  private final Budget budget;
  private long steps;
  private long lookAt = LOOK_EVERY;
  private long unheeded;
  private @Nullable StoppedBy stoppedBy;

  public Meter(Budget budget) {
    this.budget = budget;
  }

  /// Spends steps. Returns whether the search must stop; once true, always true.
  public boolean spend(long count) {
    steps += count;
    if (stoppedBy == null) {
      if (steps > budget.steps()) {
        stoppedBy = StoppedBy.STEPS;
      } else if (steps >= lookAt) {
        lookAt = steps + LOOK_EVERY;
        if (budget.stop().getAsBoolean()) {
          stoppedBy = StoppedBy.SIGNAL;
        }
      }
    }
    return stoppedBy != null;
  }

  /// Polls the stop signal from time to time in work that counts as no step, such as preparation.
  /// Returns whether to stop.
  ///
  /// @param work the passes of the innermost loop since the last call
  public boolean heed(long work) {
    unheeded += work;
    if (unheeded >= HEED_EVERY) {
      unheeded = 0;
      return look();
    }
    return stoppedBy != null;
  }

  /// Polls the stop signal at once, for searches with long steps. Returns whether to stop.
  public boolean look() {
    if (stoppedBy == null && budget.stop().getAsBoolean()) {
      stoppedBy = StoppedBy.SIGNAL;
    }
    return stoppedBy != null;
  }

  /// Returns whether this many states exceed the budget; the search must then stop.
  public boolean holds(long states) {
    if (stoppedBy == null && states > budget.states()) {
      stoppedBy = StoppedBy.STATES;
    }
    return stoppedBy != null;
  }

  /// A meter for a part of the search that runs on another thread: it has all steps that are left,
  /// and one thread.
  public Meter part() {
    return new Meter(budget.withSteps(Math.max(0, budget.steps() - steps)).withThreads(1));
  }

  /// A meter for a first try of the search, on as many threads: it has so many steps at most.
  public Meter part(long most) {
    return new Meter(budget.withSteps(Math.min(most, Math.max(0, budget.steps() - steps))));
  }

  /// How many threads the search may use.
  public int threads() {
    return budget.threads();
  }

  /// Spends the steps of a part; stops if it was stopped.
  public void add(Meter part) {
    spend(part.steps);
    if (part.stoppedBy != null) {
      stop(part.stoppedBy);
    }
  }

  /// Stops the search for a reason of its own, unless it has stopped already.
  public void stop(StoppedBy why) {
    if (stoppedBy == null) {
      stoppedBy = why;
    }
  }

  public void report(Stage stage, long done, long total) {
    budget.progress().at(stage, done, total);
  }

  /// The steps spent so far.
  public long steps() {
    return steps;
  }

  public boolean stopped() {
    return stoppedBy != null;
  }

  /// The reason why the search stopped.
  ///
  /// @throws IllegalStateException if it has not stopped
  public StoppedBy stoppedBy() {
    if (stoppedBy == null) {
      throw new IllegalStateException(
          "asking what stopped a search that was not stopped. Maybe ask stopped() first.");
    }
    return stoppedBy;
  }
}
