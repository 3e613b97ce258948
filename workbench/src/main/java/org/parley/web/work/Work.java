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

/// A computation that goes on while other things are answered, says how far it has come, and can be
/// stopped. Safe to share between threads.
public final class Work {

  /// How long is waited at a time, so that what is waited for counts as asked for.
  private static final long SLICE_NANOS = 1_000_000_000L;

  /// How long it may go on.
  ///
  /// @param longest how long it may compute
  /// @param unasked how long it goes on while nobody asks for it
  public record Span(Duration longest, Duration unasked) {

    /// What takes longer leaves a thread to others.
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
    /// Nobody asked for it any more.
    ABANDONED
  }

  private final Span span;
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch finished = new CountDownLatch(1);
  private volatile long startNanos = System.nanoTime();
  private volatile long askedNanos = startNanos;
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
  /// @param body computes; it is to look at the budget it gets from [#budget()]
  /// @throws RejectedExecutionException where too many wait already
  ///
  /// @param person whose turn it takes
  public static Work start(Workers workers, String person, Span span, Consumer<Work> body) {
    Work work = new Work(span);
    work.takeBack = workers.execute(person, span.length(), () -> work.run(body));
    return work;
  }

  /// What ends a computation is kept for whoever looks at it, so nothing slips through.
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

  /// What its searches may spend, and where they say how far they have come.
  public Budget budget() {
    return Budget.unlimited()
        .withStop(this::mustStop)
        .withProgress(
            (stage, done, total) -> {
              search = stage;
              part = total > 0 ? Math.clamp((double) done / total, 0, 1) : 0;
            });
  }

  /// Says what comes next.
  public void begin(Enum<?> next) {
    stage = next;
    part = 0;
    step.incrementAndGet();
  }

  /// Waits for its end, but no longer than this. Says whether it has ended.
  public boolean await(long millis) {
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

  /// Why it ended early; null where it did not, or has not ended.
  public @Nullable Ended ended() {
    return ended;
  }

  /// What went wrong; null where nothing did.
  public @Nullable Throwable failure() {
    return failure;
  }

  /// What it is at; null where it has not begun.
  public @Nullable Enum<?> stage() {
    return stage;
  }

  /// What its search is at; null where it has not said.
  public @Nullable Stage search() {
    return search;
  }

  /// The number of the step it is at, from 1.
  public int step() {
    return step.get();
  }

  /// How much of the step is done, 0 to 1, where that is known.
  public double part() {
    return part;
  }
}
