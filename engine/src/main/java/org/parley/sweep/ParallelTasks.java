package org.parley.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/// Runs independent tasks on several threads; their results stand in the order of the tasks.
public final class ParallelTasks {

  private ParallelTasks() {}

  /// Runs all tasks.
  ///
  /// @param tasks none writes what another reads
  /// @param threads changes the time alone
  public static <A> List<A> run(List<? extends Supplier<A>> tasks, int threads) {
    List<A> results = new ArrayList<>();
    if (threads == 1 || tasks.size() < 2) {
      tasks.forEach(task -> results.add(task.get()));
      return results;
    }
    try (ExecutorService pool = Executors.newFixedThreadPool(Math.min(threads, tasks.size()))) {
      List<Future<A>> running = new ArrayList<>();
      tasks.forEach(task -> running.add(pool.submit(task::get)));
      for (Future<A> each : running) {
        results.add(each.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("running tasks on several threads: interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException("running tasks on several threads: one failed", e);
    }
  }
}
