package org.parley.sweep;

import java.util.List;
import java.util.function.Supplier;

/// Runs independent tasks on several threads; their results stand in the order of the tasks.
public final class ParallelTasks {

  private ParallelTasks() {}

  /// Runs all tasks.
  ///
  /// @param tasks none writes what another reads
  /// @param threads changes the time alone
  public static <A> List<A> run(List<? extends Supplier<A>> tasks, int threads) {
    try (SearchThreads several = new SearchThreads(threads)) {
      return several.run(tasks);
    }
  }
}
