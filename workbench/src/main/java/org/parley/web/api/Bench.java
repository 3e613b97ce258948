package org.parley.web.api;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.parley.exact.Budget;
import org.parley.web.api.line.Asked;
import org.parley.web.api.line.Parameter;

/// Where what takes long is computed: by a few threads of its own, so that pages do not wait for
/// it, each within its deadline. What is not finished by then is answered as far as it is known.
final class Bench {

  /// How long an answer may take.
  static final Parameter DEADLINE =
      Parameter.number(
          "deadline",
          1,
          60_000,
          "After so many milliseconds, what is known by then. Default: 10000.");

  private static final int USUAL_MILLIS = 10_000;
  private static final int THREADS = 2;
  private static final int WAITING = 64;

  /// So many bytes of the heap are there for each state of a search, on each thread.
  private static final long BYTES_A_STATE = 256;

  private static final ThreadPoolExecutor POOL = pool();

  private Bench() {}

  private static ThreadPoolExecutor pool() {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(WAITING),
            task -> {
              Thread thread = new Thread(task, "answers");
              thread.setDaemon(true);
              return thread;
            });
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  /// Computes an answer within the deadline of the question, which counts from when it is begun.
  static <T> T compute(Asked asked, Function<Budget, T> answer) {
    long millis = asked.query().number("deadline", 1, 60_000, USUAL_MILLIS);
    try {
      Future<T> result = POOL.submit(() -> answer.apply(budget(Duration.ofMillis(millis))));
      return result.get();
    } catch (RejectedExecutionException e) {
      throw new Unanswered(
          503,
          "Too much is being computed",
          WAITING + " questions wait already.",
          "Maybe ask again in a minute.");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unanswered(503, "The server is stopping", "Nothing was computed.", "Maybe later.");
    }
  }

  private static Budget budget(Duration time) {
    long endNanos = System.nanoTime() + time.toNanos();
    return Budget.unlimited()
        .withStates(Runtime.getRuntime().maxMemory() / BYTES_A_STATE)
        .withStop(() -> System.nanoTime() - endNanos > 0);
  }
}
