package org.parley.web.incidents;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.parley.exchange.incidents.facts.UnusableRecordException;
import org.parley.web.service.SaveOutcome;
import org.parley.web.work.Work;
import org.parley.web.work.Workers;
import org.parley.wording.Complaint;
import org.parley.wording.Language;

/// A file of incidents that somebody sent: read, shown, or saved. Thread-safe.
public final class IncidentUpload {

  /// How far it is.
  public sealed interface State {

    /// It is being read or saved.
    ///
    /// @param percent the share of the step done; -1 if unknown
    record Working(IncidentReading.ReadingStep step, int percent) implements State {}

    /// It cannot be read.
    record Unusable(Complaint why) implements State {}

    /// Somebody stopped it, or it took too long.
    record Stopped() implements State {}

    /// It was read.
    ///
    /// @param troubles why it was not saved; empty before that was tried
    record Shown(IncidentPreview preview, List<SaveOutcome.Trouble> troubles) implements State {
      public Shown {
        troubles = List.copyOf(troubles);
      }
    }

    /// It is on record.
    record Saved(int incidents, int entries) implements State {}
  }

  /// Saves what was shown.
  @FunctionalInterface
  public interface Saving {
    SaveOutcome save(IncidentPreview shown);
  }

  private static final Duration LONGEST = Duration.ofMinutes(30);

  private final String key;
  private final SentFile file;
  private final Workers workers;
  private final String person;
  private volatile State state = new State.Working(IncidentReading.ReadingStep.READING, 0);
  private volatile @Nullable Work work;

  IncidentUpload(String key, SentFile file, Workers workers, String person) {
    this.key = key;
    this.file = file;
    this.workers = workers;
    this.person = person;
  }

  /// Reads it by these choices, in the background.
  ///
  /// @throws java.util.concurrent.RejectedExecutionException if too many wait
  void read(ImportChoices choices, IncidentReading.Target target) {
    begin(
        IncidentReading.ReadingStep.READING,
        progress -> {
          try {
            return new State.Shown(IncidentReading.of(file, choices, target, progress), List.of());
          } catch (UnusableRecordException e) {
            return new State.Unusable(e.why());
          } catch (IOException e) {
            throw new IllegalStateException("reading what is in memory", e);
          }
        });
  }

  /// Saves what was shown, in the background.
  ///
  /// @throws java.util.concurrent.RejectedExecutionException if too many wait
  void save(IncidentPreview shown, Saving saving) {
    begin(IncidentReading.ReadingStep.SAVING, _ -> saved(shown, saving.save(shown)));
  }

  private static State saved(IncidentPreview shown, SaveOutcome outcome) {
    return switch (outcome) {
      case SaveOutcome.Saved _ ->
          new State.Saved(shown.added().incidents().size(), shown.added().entries().size());
      case SaveOutcome.Later(SaveOutcome.Trouble why) -> new State.Shown(shown, List.of(why));
      case SaveOutcome.Refused(List<SaveOutcome.Trouble> troubles) ->
          new State.Shown(shown, troubles);
      case SaveOutcome.Conflict _, SaveOutcome.Widens _ ->
          throw new IllegalStateException("nothing that is on record is changed");
    };
  }

  private synchronized void begin(
      IncidentReading.ReadingStep step, Function<IncidentReading.ReadingProgress, State> body) {
    Work before = work;
    if (before != null && !before.isFinished()) {
      return;
    }
    state = new State.Working(step, step == IncidentReading.ReadingStep.READING ? 0 : -1);
    // a scoped value does not follow into the threads of an executor
    Language language = Language.current();
    work =
        Work.start(
            workers,
            person,
            Work.Span.of(LONGEST),
            self ->
                state =
                    ScopedValue.where(Language.CURRENT, language)
                        .call(() -> ended(body, new ProgressOfWork(self))));
  }

  private static State ended(
      Function<IncidentReading.ReadingProgress, State> body, ProgressOfWork progress) {
    try {
      return body.apply(progress);
    } catch (CancellationException e) {
      return new State.Stopped();
    }
  }

  /// Tells the page how far the work is.
  private final class ProgressOfWork implements IncidentReading.ReadingProgress {
    private final Work work;

    ProgressOfWork(Work work) {
      this.work = work;
    }

    @Override
    public void at(IncidentReading.ReadingStep step, int percent) {
      state = new State.Working(step, percent);
    }

    @Override
    public boolean mustStop() {
      return work.budget().stop().getAsBoolean();
    }
  }

  /// Stops reading it. Saving cannot be stopped: it is one change, made or not.
  void stop() {
    Work current = work;
    if (current != null
        && state instanceof State.Working(IncidentReading.ReadingStep step, _)
        && step != IncidentReading.ReadingStep.SAVING) {
      current.stop();
    }
  }

  /// Waits for its end, but no longer than this.
  public void await(long millis) {
    Work current = work;
    if (current != null) {
      current.await(millis);
    }
  }

  public String key() {
    return key;
  }

  public SentFile file() {
    return file;
  }

  /// How far it is.
  ///
  /// @throws IllegalStateException if reading or saving it failed
  public State state() {
    Work current = work;
    if (current != null && current.isFinished() && state instanceof State.Working) {
      Throwable failure = current.failure();
      if (failure instanceof RuntimeException refused) {
        throw refused;
      }
      if (failure != null) {
        throw new IllegalStateException("a file of incidents", failure);
      }
      return new State.Stopped();
    }
    return state;
  }
}
