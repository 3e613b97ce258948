package org.parley.web.work;

import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// A few threads for what takes long, which end when there is nothing to do. Safe to share.
public final class Workers {

  private static final int THREADS = 2;
  private static final int IDLE_SECONDS = 10;

  private final ThreadPoolExecutor pool;
  private final int waiting;

  /// @param name what their threads are called
  /// @param waiting how many tasks may wait for them
  public Workers(String name, int waiting) {
    this.waiting = waiting;
    pool =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(waiting),
            task -> {
              Thread thread = new Thread(task, name);
              thread.setDaemon(true);
              return thread;
            });
    pool.allowCoreThreadTimeOut(true);
  }

  /// How many tasks may wait.
  public int waiting() {
    return waiting;
  }

  /// Begins a task as soon as one of them is free.
  ///
  /// @throws RejectedExecutionException where too many wait already
  public void execute(Runnable task) {
    pool.execute(task);
  }

  /// The same, for a task with a result.
  ///
  /// @throws RejectedExecutionException where too many wait already
  public <T> Future<T> submit(Callable<T> task) {
    return pool.submit(task);
  }
}
