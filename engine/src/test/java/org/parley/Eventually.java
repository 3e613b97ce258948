package org.parley;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.NullMarked;

/// Waits for a condition, with a bound: the one place where tests pause.
///
/// A test that sleeps for a fixed time is slow on a fast machine and wrong on a slow one. The bound
/// is generous, since it is reached by a failing test alone.
@NullMarked
public final class Eventually {

  private static final Duration BOUND = Duration.ofSeconds(60);
  private static final long FIRST_PAUSE_NANOS = 2_000_000;
  private static final long LONGEST_PAUSE_NANOS = 100_000_000;

  /// A condition that may fail by an exception, which ends the wait.
  @FunctionalInterface
  public interface Condition {
    boolean holds() throws Exception;
  }

  private Eventually() {}

  /// Waits until the condition holds.
  ///
  /// @param what the condition in words, for the message of a failure
  /// @throws AssertionError if it does not hold within 60 s
  public static void holds(String what, Condition condition) throws Exception {
    get(what, () -> condition.holds() ? Optional.of(true) : Optional.empty());
  }

  /// Waits until there is a value.
  ///
  /// @param what the value in words, for the message of a failure
  /// @throws AssertionError if there is none within 60 s
  public static <T> T get(String what, Callable<Optional<T>> source) throws Exception {
    long end = System.nanoTime() + BOUND.toNanos();
    long pause = FIRST_PAUSE_NANOS;
    while (true) {
      Optional<T> found = source.call();
      if (found.isPresent()) {
        return found.get();
      }
      if (System.nanoTime() > end) {
        throw new AssertionError("within " + BOUND.toSeconds() + " s there was no " + what);
      }
      pause(Duration.ofNanos(pause));
      pause = Math.min(2 * pause, LONGEST_PAUSE_NANOS);
    }
  }

  /// Pauses for a time that the other side asked for, such as `Retry-After`.
  ///
  /// @throws InterruptedException if the thread is interrupted, as by the timeout of a test
  public static void pause(Duration time) throws InterruptedException {
    LockSupport.parkNanos(time.toNanos());
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }
}
