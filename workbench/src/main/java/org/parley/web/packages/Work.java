package org.parley.web.packages;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.parley.exact.Budget;

/// A computation that goes on while pages are shown, says how far it has come, and can be stopped.
///
/// It stops by itself when nobody has asked for it for a while, and after [#LONGEST_NANOS]. Safe to
/// share between threads.
final class Work {

  /// How long it may compute.
  static final long LONGEST_NANOS = 60_000_000_000L;

  /// How long it goes on unasked.
  private static final long ABANDONED_NANOS = 8_000_000_000L;

  /// How long is waited at a time, so that what is waited for counts as asked for.
  private static final long SLICE_NANOS = 1_000_000_000L;

  private static final int THREADS = 2;

  private static final ExecutorService POOL = pool();

  /// Why it ended before all was computed.
  enum Ended {
    /// Somebody stopped it.
    STOPPED,
    /// It took too long.
    TOO_LONG,
    /// Nobody asked for it any more.
    ABANDONED
  }

  private final CountDownLatch finished = new CountDownLatch(1);
  private final long startNanos = System.nanoTime();
  private volatile long askedNanos = startNanos;
  private volatile @Nullable Ended ended;
  private volatile @Nullable Throwable failure;
  private volatile String stage = "";
  private final AtomicInteger step = new AtomicInteger();
  private volatile double part;

  /// Starts it.
  ///
  /// @param body computes; it is to look at the budget it gets from [#budget()]
  static Work start(Consumer<Work> body) {
    Work work = new Work();
    POOL.execute(() -> work.run(body));
    return work;
  }

  private static ExecutorService pool() {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, "packages");
              thread.setDaemon(true);
              return thread;
            });
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  /// What ends a computation is kept for whoever looks at the page, so nothing slips through.
  private void run(Consumer<Work> body) {
    try {
      if (!mustStop()) {
        body.accept(this);
      }
    } catch (Throwable e) {
      failure = e;
    } finally {
      finished.countDown();
    }
  }

  private boolean mustStop() {
    if (ended == null) {
      long now = System.nanoTime();
      if (now - startNanos > LONGEST_NANOS) {
        ended = Ended.TOO_LONG;
      } else if (now - askedNanos > ABANDONED_NANOS) {
        ended = Ended.ABANDONED;
      }
    }
    return ended != null;
  }

  /// What its searches may spend, and where they say how far they have come.
  Budget budget() {
    return Budget.unlimited()
        .withStop(this::mustStop)
        .withProgress(
            (_, done, total) -> part = total > 0 ? Math.clamp((double) done / total, 0, 1) : 0);
  }

  /// Says what comes next.
  void begin(String next) {
    stage = next;
    part = 0;
    step.incrementAndGet();
  }

  /// Waits for its end, but no longer than this. Says whether it has ended.
  boolean await(long millis) {
    long endNanos = System.nanoTime() + millis * 1_000_000;
    try {
      boolean over;
      do {
        askedNanos = System.nanoTime();
        over =
            finished.await(Math.clamp(endNanos - askedNanos, 0, SLICE_NANOS), TimeUnit.NANOSECONDS);
      } while (!over && System.nanoTime() < endNanos);
      return over;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// Ends it with what is known by then.
  void stop() {
    if (!isFinished()) {
      ended = Ended.STOPPED;
    }
  }

  boolean isFinished() {
    return finished.getCount() == 0;
  }

  /// Why it ended early; null where it did not, or has not ended.
  @Nullable Ended ended() {
    return ended;
  }

  /// What went wrong; null where nothing did.
  @Nullable Throwable failure() {
    return failure;
  }

  String stage() {
    return stage;
  }

  /// The number of the step it is at, from 1.
  int step() {
    return step.get();
  }

  /// How much of the step is done, 0 to 1, where that is known.
  double part() {
    return part;
  }
}
