package org.parley.exact;

import java.util.function.BooleanSupplier;

/// The resources of a search, and its stop signal.
///
/// @param steps the most steps; each search documents its step
/// @param states the most states held in memory at a time
/// @param stop polled by the search: a deadline or a cancellation
/// @param progress receives the progress of the search
/// @param threads how many threads the search may use; changes the time alone
public record Budget(
    long steps, long states, BooleanSupplier stop, ProgressListener progress, int threads) {

  public Budget {
    if (steps < 0 || states < 0) {
      throw new IllegalArgumentException(
          "setting a budget: steps "
              + steps
              + " and states "
              + states
              + " must not be negative. "
              + "Maybe use Budget.unlimited().");
    }
    if (threads < 1) {
      throw new IllegalArgumentException(
          "setting a budget: threads " + threads + " must be positive. Maybe 1.");
    }
  }

  /// No limit but the memory of the machine; one thread.
  public static Budget unlimited() {
    return new Budget(Long.MAX_VALUE, Long.MAX_VALUE, () -> false, (_, _, _) -> {}, 1);
  }

  public static Budget ofSteps(long steps) {
    return unlimited().withSteps(steps);
  }

  public Budget withSteps(long most) {
    return new Budget(most, states, stop, progress, threads);
  }

  public Budget withStates(long most) {
    return new Budget(steps, most, stop, progress, threads);
  }

  public Budget withStop(BooleanSupplier signal) {
    return new Budget(steps, states, signal, progress, threads);
  }

  public Budget withProgress(ProgressListener listener) {
    return new Budget(steps, states, stop, listener, threads);
  }

  public Budget withThreads(int count) {
    return new Budget(steps, states, stop, progress, count);
  }
}
