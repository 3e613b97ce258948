package org.parley.web.packages;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.parley.exact.Budget;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Query;
import org.parley.web.view.Visit;
import org.parley.web.work.Work;
import org.parley.web.work.Workers;

/// Answers that take long, each computed once in the background for one state of a case.
///
/// @param <T> the type of the answers
public final class LongAnswers<T> {

  private static final int KEPT = 24;
  private static final Duration UNASKED = Duration.ofSeconds(8);
  private static final long PATIENCE_MILLIS = 700;
  private static final long LONG_PATIENCE_MILLIS = 60_000;

  private static final Workers WORKERS =
      new Workers("questions", new Workers.Quota(2, 2, 1_000, 100));

  /// The only stage.
  private enum Stage {
    ALL
  }

  private record Key(OpenCase open, String question) {}

  /// An answer that is computed, or was.
  private static final class Going<T> {
    private volatile @Nullable T answer;
    private volatile @Nullable Work work;
  }

  /// How far an answer is.
  ///
  /// @param answer the answer; null while it is computed
  /// @param percent the share done
  /// @param isCut whether it was stopped
  public record Progress<T>(@Nullable T answer, int percent, boolean isCut) {}

  private final Map<Key, Going<T>> all =
      new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Going<T>> eldest) {
          return size() > KEPT;
        }
      };

  /// The answer so far. The query stops it (`stop`), begins it again (`again`) or waits (`wait`).
  ///
  /// @param question what is asked of this state of the case
  public Progress<T> of(OpenCase open, String question, Query query, Function<Budget, T> answer) {
    Going<T> going = find(new Key(open, question), query.text("again") != null, answer);
    Work work = going.work;
    if (work == null) {
      throw new IllegalStateException("a long answer that has not begun");
    }
    if (query.text("stop") != null) {
      work.stop();
    }
    work.await(query.text("wait") == null ? PATIENCE_MILLIS : LONG_PATIENCE_MILLIS);
    Throwable failure = work.failure();
    if (failure instanceof RuntimeException refused) {
      throw refused;
    }
    if (failure != null) {
      throw new IllegalStateException("computing " + question, failure);
    }
    return new Progress<>(
        work.isFinished() && work.ended() == null ? going.answer : null,
        (int) Math.round(100 * work.part()),
        work.ended() != null);
  }

  private Going<T> find(Key key, boolean again, Function<Budget, T> answer) {
    synchronized (all) {
      Going<T> known = all.get(key);
      Work work = known == null ? null : known.work;
      if (known != null
          && work != null
          && work.ended() != Work.Ended.ABANDONED
          && (!again || work.ended() == null)) {
        return known;
      }
      Going<T> begun = new Going<>();
      String person = Visit.CURRENT.isBound() ? Visit.CURRENT.get().name() : "";
      begun.work =
          Work.start(
              WORKERS,
              person,
              new Work.Span(Study.LONGEST, UNASKED),
              each -> {
                each.begin(Stage.ALL);
                begun.answer = answer.apply(each.budget());
              });
      all.put(key, begun);
      return begun;
    }
  }
}
