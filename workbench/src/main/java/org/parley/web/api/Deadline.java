package org.parley.web.api;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.parley.exact.Budget;
import org.parley.web.api.line.Asked;
import org.parley.web.api.line.Line;
import org.parley.web.api.line.Parameter;
import org.parley.web.view.ProblemCode;
import org.parley.web.work.Work;
import org.parley.web.work.Workers;
import org.parley.wording.Language;

/// Computes long answers within a deadline: unfinished ones are partial.
final class Deadline {

  /// The name of the parameter.
  static final String NAME = "deadline";

  /// How long an answer may take.
  static final Parameter PARAMETER =
      Parameter.number(
          NAME, 1, 60_000, "After so many milliseconds, what is known by then. Default: 10000.");

  /// The name of the parameter that bounds the work of questions without a deadline.
  static final String DRAWS = "draws";

  private static final int USUAL_MILLIS = 10_000;
  private static final Workers.Quota QUOTA = new Workers.Quota(2, 2, 64, 16);

  /// So many bytes of the heap are there for each state of a search, on each thread.
  private static final long BYTES_A_STATE = 256;

  private static final Workers WORKERS = new Workers("answers", QUOTA);

  private Deadline() {}

  /// A trial of a question reached the point where computing would begin.
  static final class Reached extends RuntimeException {
    private Reached() {
      super("nothing is computed", null, false, false);
    }
  }

  /// Whether a question may take long, so that a job can compute its answer.
  static boolean takesLong(Line line) {
    return line.has(NAME) || line.has(DRAWS);
  }

  /// Computes an answer within the deadline of the request, counted from the start of computing. A
  /// job may take as long as its role allows.
  static <T> T compute(Asked asked, Function<Budget, T> answer) {
    long millis = asked.query().number(NAME, 1, 60_000, USUAL_MILLIS);
    return compute(asked, () -> budget(Duration.ofMillis(millis), asked), answer);
  }

  /// Computes an answer whose own measure bounds the work, not a clock: the same question has the
  /// same answer on any machine.
  static <T> T count(Asked asked, Function<Budget, T> answer) {
    return compute(asked, Budget::unlimited, answer);
  }

  private static <T> T compute(Asked asked, Supplier<Budget> budget, Function<Budget, T> answer) {
    if (asked.isTrial()) {
      throw new Reached();
    }
    Work work = asked.work();
    if (work != null) {
      return answer.apply(roomy(work.budget()));
    }
    try {
      // a scoped value does not follow into the threads of an executor
      Language language = Language.current();
      Future<T> result =
          WORKERS.submit(
              asked.asker(),
              () ->
                  ScopedValue.where(Language.CURRENT, language)
                      .call(() -> answer.apply(budget.get())));
      return result.get();
    } catch (RejectedExecutionException e) {
      throw new Unanswered(
          ProblemCode.TOO_MANY_QUESTIONS,
          "Too much is being computed",
          "As many questions wait as may: "
              + QUOTA.waitingEach()
              + " of one person, "
              + QUOTA.waiting()
              + " of all.",
          "Maybe ask again in a minute.");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unanswered(
          ProblemCode.STOPPING, "The server is stopping", "Nothing was computed.", "Maybe later.");
    }
  }

  private static Budget budget(Duration time, Asked asked) {
    long endNanos = System.nanoTime() + time.toNanos();
    return roomy(Budget.unlimited().withStop(() -> isOver(endNanos, asked)));
  }

  private static boolean isOver(long endNanos, Asked asked) {
    boolean isOver = System.nanoTime() - endNanos > 0;
    if (isOver) {
      asked.cutOff();
    }
    return isOver;
  }

  private static Budget roomy(Budget budget) {
    Runtime machine = Runtime.getRuntime();
    return budget
        .withStates(machine.maxMemory() / BYTES_A_STATE)
        .withThreads(machine.availableProcessors());
  }
}
