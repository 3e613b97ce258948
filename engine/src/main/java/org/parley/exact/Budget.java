package org.parley.exact;

import java.util.function.BooleanSupplier;

/// The resources of a search, and its stop signal.
///
/// @param steps the most steps it may take; what a step is, each search says
/// @param states the most states it may hold in memory at a time
/// @param stop says whether to stop now: how a caller sets a deadline or cancels
/// @param progress told how far the search has come
public record Budget(long steps, long states, BooleanSupplier stop, ProgressListener progress) {

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
  }

  /// No limit but the memory of the machine.
  public static Budget unlimited() {
    return new Budget(Long.MAX_VALUE, Long.MAX_VALUE, () -> false, (_, _, _) -> {});
  }

  public static Budget ofSteps(long steps) {
    return unlimited().withSteps(steps);
  }

  public Budget withSteps(long most) {
    return new Budget(most, states, stop, progress);
  }

  public Budget withStates(long most) {
    return new Budget(steps, most, stop, progress);
  }

  public Budget withStop(BooleanSupplier signal) {
    return new Budget(steps, states, signal, progress);
  }

  public Budget withProgress(ProgressListener listener) {
    return new Budget(steps, states, stop, listener);
  }
}
