package org.parley.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The threads of one search: the caller's, and helpers that start when they are first needed.
///
/// A search gives out parts and waits for them ([#run]), many times over. Jobs whose results it
/// needs at the end run beside it, one after the other ([#beside]), on a thread of their own. Used
/// by one caller; parts and jobs do not use it.
public final class SearchThreads implements AutoCloseable {

  private final int threads;

  /// Jobs not yet waited for, in order.
  private final List<Future<?>> jobs = new ArrayList<>();

  private @Nullable ExecutorService helpers;

  /// One thread for jobs: helpers may be at work on parts until the end of the search.
  private @Nullable ExecutorService besides;

  /// @param threads those that work at a time, the caller's among them; a job beside is one more
  public SearchThreads(int threads) {
    this.threads = threads;
  }

  public int count() {
    return threads;
  }

  /// Runs all tasks, in this thread and in helpers.
  ///
  /// @param tasks none writes what another reads
  /// @return their results, in the order of the tasks
  public <A> List<A> run(List<? extends Supplier<A>> tasks) {
    int helping = Math.min(threads, tasks.size()) - 1;
    if (helping < 1) {
      List<A> results = new ArrayList<>();
      tasks.forEach(task -> results.add(task.get()));
      return results;
    }
    List<FutureTask<A>> parts = new ArrayList<>();
    tasks.forEach(task -> parts.add(new FutureTask<>(task::get)));
    AtomicInteger next = new AtomicInteger();
    Runnable work =
        () -> {
          for (int at = next.getAndIncrement(); at < parts.size(); at = next.getAndIncrement()) {
            parts.get(at).run();
          }
        };
    for (int helper = 0; helper < helping; helper++) {
      helpers().execute(work);
    }
    work.run();
    return parts.stream().map(SearchThreads::result).toList();
  }

  private ExecutorService helpers() {
    ExecutorService known = helpers;
    if (known == null) {
      known = Executors.newFixedThreadPool(threads - 1);
      helpers = known;
    }
    return known;
  }

  /// Runs a job after those before: at once, or beside the caller if there are more threads.
  public void beside(Runnable job) {
    if (threads == 1) {
      job.run();
      return;
    }
    ExecutorService known = besides;
    if (known == null) {
      known = Executors.newSingleThreadExecutor();
      besides = known;
    }
    jobs.add(known.submit(job));
  }

  /// Waits for all jobs.
  public void await() {
    jobs.forEach(SearchThreads::result);
    jobs.clear();
  }

  private static <A> A result(Future<A> part) {
    try {
      return part.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("searching on several threads: interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw new IllegalStateException("searching on several threads: one failed", e);
    }
  }

  @Override
  public void close() {
    if (helpers != null) {
      helpers.close();
    }
    if (besides != null) {
      besides.close();
    }
  }
}
