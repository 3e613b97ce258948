package org.parley.web.work;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.parley.exact.Budget;
import org.parley.exact.Stage;

/// A background computation with progress that can be stopped. Thread-safe.
public final class Work {

  /// The slice of a wait, so that waiting counts as a request.
  private static final long SLICE_NANOS = 1_000_000_000L;

  /// The time limits of a computation.
  ///
  /// @param longest the longest computing time
  /// @param unasked the longest time without a request
  public record Span(Duration longest, Duration unasked) {

    /// The limit of short tasks; longer ones use the threads for long tasks.
    static final Duration SHORT = Duration.ofMinutes(5);

    Workers.Length length() {
      return longest.compareTo(SHORT) > 0 ? Workers.Length.LONG : Workers.Length.SHORT;
    }

    /// So long, whether or not anybody asks for it.
    public static Span of(Duration longest) {
      return new Span(longest, Duration.ofDays(365));
    }
  }

  /// Why it ended before all was computed.
  public enum Ended {
    /// Somebody stopped it.
    STOPPED,
    /// It took too long.
    TOO_LONG,
    /// There were no more requests for it.
    ABANDONED
  }

  private final Span span;
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch finished = new CountDownLatch(1);
  private final long firstAskedNanos = System.nanoTime();
  private volatile long startNanos = firstAskedNanos;
  private volatile long askedNanos = firstAskedNanos;
  private volatile @Nullable Ended ended;
  private volatile @Nullable Throwable failure;
  private volatile @Nullable Enum<?> stage;
  private volatile @Nullable Stage search;
  private final AtomicInteger step = new AtomicInteger();
  private volatile double part;
  private volatile BooleanSupplier takeBack = () -> false;

  private Work(Span span) {
    this.span = span;
  }

  /// Starts it.
  ///
  /// @param body the computation; it must observe the budget of [#budget()]
  /// @throws RejectedExecutionException if too many tasks are waiting
  /// @param person the owner, for fair scheduling
  public static Work start(Workers workers, String person, Span span, Consumer<Work> body) {
    Work work = new Work(span);
    work.takeBack = workers.execute(person, span.length(), () -> work.run(body));
    return work;
  }

  /// A failure is kept for the reader, so that none is lost.
  private void run(Consumer<Work> body) {
    try {
      if (!mustStop()) {
        startNanos = System.nanoTime();
        begun.countDown();
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
      if (hasBegun() && now - startNanos > span.longest.toNanos()) {
        ended = Ended.TOO_LONG;
      } else if (now - askedNanos > span.unasked.toNanos()) {
        ended = Ended.ABANDONED;
      }
    }
    return ended != null;
  }

  /// The budget of its searches, which also receives progress.
  public Budget budget() {
    return Budget.unlimited()
        .withThreads(Runtime.getRuntime().availableProcessors())
        .withStop(this::mustStop)
        .withProgress(
            (stage, done, total) -> {
              search = stage;
              part = total > 0 ? Math.clamp((double) done / total, 0, 1) : 0;
            });
  }

  /// Enters a stage.
  public void begin(Enum<?> next) {
    stage = next;
    part = 0;
    step.incrementAndGet();
  }

  /// Waits for its end, but no longer than this. Says whether it has ended.
  public boolean await(long millis) {
    return awaitUntil(System.nanoTime() + millis * 1_000_000);
  }

  /// The same, until this long after it was first asked for: those who ask later wait for the rest.
  public boolean awaitSinceFirstAsked(long millis) {
    return awaitUntil(firstAskedNanos + millis * 1_000_000);
  }

  private boolean awaitUntil(long endNanos) {
    try {
      boolean over;
      do {
        askedNanos = System.nanoTime();
        over =
            finished.await(Math.clamp(endNanos - askedNanos, 0, SLICE_NANOS), TimeUnit.NANOSECONDS);
      } while (!over && System.nanoTime() - endNanos < 0);
      return over;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// Stops it with the results so far.
  public void stop() {
    if (!isFinished()) {
      ended = Ended.STOPPED;
      if (takeBack.getAsBoolean()) {
        finished.countDown();
      }
    }
  }

  /// Whether a thread has taken it up.
  public boolean hasBegun() {
    return begun.getCount() == 0;
  }

  public boolean isFinished() {
    return finished.getCount() == 0;
  }

  /// The reason of an early end; null if there was none, or it is running.
  public @Nullable Ended ended() {
    return ended;
  }

  /// The failure; null for none.
  public @Nullable Throwable failure() {
    return failure;
  }

  /// The present stage; null before the start.
  public @Nullable Enum<?> stage() {
    return stage;
  }

  /// The stage of its search; null if unknown.
  public @Nullable Stage search() {
    return search;
  }

  /// The number of the step it is at, from 1.
  public int step() {
    return step.get();
  }

  /// The share of the step done, 0 to 1, if known.
  public double part() {
    return part;
  }
}
