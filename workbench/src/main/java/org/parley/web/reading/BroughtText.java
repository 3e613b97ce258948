package org.parley.web.reading;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.parley.intake.Intake;
import org.parley.intake.UnreadLanguage;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.Claim;
import org.parley.model.source.Source;
import org.parley.model.source.SourceId;
import org.parley.operate.LogFields;
import org.parley.operate.ServerLog;
import org.parley.reading.Article;
import org.parley.reading.ArticleReading;
import org.parley.reading.ForeignTextException;
import org.parley.reading.Reader;
import org.parley.reading.ReaderUnavailableException;
import org.parley.reading.cases.CaseReading;
import org.parley.reading.cases.KnownNames;
import org.parley.web.view.Say;
import org.parley.wording.Complaint;

/// A submitted text: pending, read, or failed; with the decision on each proposal. Thread-safe.
public final class BroughtText {

  /// Gets the article; may take long.
  @FunctionalInterface
  public interface TextOrigin {
    Article get() throws IOException;
  }

  /// How far it is.
  public sealed interface State {

    /// It is being fetched or read.
    record Working(TextStage stage) implements State {

      /// The stages, in their order.
      public enum TextStage {
        WAITING,
        FETCHING,
        READING
      }

      /// The stage in words.
      public String said() {
        return Say.text("read.stage", "stage", stage);
      }
    }

    /// It cannot be had or read.
    ///
    /// @param field the field of the form it has to do with
    record Failed(String field, Complaint complaint) implements State {}

    /// It was read.
    record Read(ArticleReading reading) implements State {}
  }

  /// The decision on a proposal.
  public sealed interface Decision {

    /// The record that it is part of; empty if it was dismissed.
    default Optional<String> record() {
      return switch (this) {
        case Accepted(String id) -> Optional.of(id);
        case Confirmed(String id, _) -> Optional.of(id);
        case Dismissed _ -> Optional.empty();
      };
    }

    /// It is on record.
    record Accepted(String id) implements Decision {}

    /// Its source was added to a claim on record.
    ///
    /// @param id the claim
    record Confirmed(String id, SourceId source) implements Decision {}

    /// Dismissed.
    ///
    /// @param item the item that records the reason; null if none was given
    record Dismissed(@Nullable String item) implements Decision {}
  }

  private final String key;
  private final ReadRequest given;
  private final long waitingSize;
  private final CountDownLatch finished = new CountDownLatch(1);
  private final Map<Integer, Decision> decisions = new ConcurrentHashMap<>();
  private volatile State state = new State.Working(State.Working.TextStage.WAITING);
  private volatile @Nullable SourceId source;
  private final AtomicInteger changes = new AtomicInteger();

  /// @param waitingSize the characters or bytes it has before it is read
  BroughtText(String key, ReadRequest given, long waitingSize) {
    this.key = key;
    this.given = given;
    this.waitingSize = waitingSize;
  }

  /// The characters or bytes it holds.
  long size() {
    return state instanceof State.Read(ArticleReading reading)
        ? given.text().length() + reading.article().text().length()
        : waitingSize + given.text().length();
  }

  /// A number that is another after every decision and every new state.
  public int changes() {
    return changes.get();
  }

  /// Reads the text. A failure is kept for the page.
  void read(TextOrigin origin, Reader reader) {
    try {
      state =
          new State.Working(
              given.text().isBlank()
                  ? State.Working.TextStage.FETCHING
                  : State.Working.TextStage.READING);
      Article article = given.details().over(origin.get());
      if (article.text().isBlank()) {
        state = failed(ReadingRefusal.Plain.NO_WORDS_IN_IT);
        return;
      }
      state = new State.Working(State.Working.TextStage.READING);
      state = new State.Read(ArticleReading.of(article, reader));
    } catch (ForeignTextException e) {
      state = new State.Failed(field(), new Complaint(new UnreadLanguage(e.language())));
    } catch (ReaderUnavailableException | IOException | IllegalArgumentException e) {
      String reason = Intake.reason(e);
      state =
          failed(
              reason.isEmpty()
                  ? ReadingRefusal.Plain.UNREADABLE_TEXT
                  : new ReadingRefusal.NotRead(reason));
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      ServerLog.error(LogFields.of("reading-failed").with(e));
      state = failed(ReadingRefusal.Plain.READING_FAILED);
    } finally {
      changes.incrementAndGet();
      finished.countDown();
    }
  }

  private State.Failed failed(ReadingRefusal why) {
    return new State.Failed(field(), new Complaint(why));
  }

  private String field() {
    return given.text().isBlank() && !given.address().isEmpty() ? "address" : "text";
  }

  /// Waits for its end, but no longer than this.
  public void await(long millis) {
    try {
      finished.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  public String key() {
    return key;
  }

  public ReadRequest given() {
    return given;
  }

  public State state() {
    return state;
  }

  /// Whether it is read, or cannot be.
  public boolean isFinished() {
    return finished.getCount() == 0;
  }

  /// Its candidates for the present case. The source written from it is recognised by its record,
  /// also after corrections.
  public CaseReading in(CaseView view, ArticleReading reading) {
    return in(view, new KnownNames(view), reading);
  }

  /// The same with the names of the case, for one of many texts.
  public CaseReading in(CaseView view, KnownNames names, ArticleReading reading) {
    SourceId id = source;
    if (id == null || !(view.find(id).orElse(null) instanceof Source written)) {
      return CaseReading.of(names, reading);
    }
    Article article = reading.article();
    Article named =
        new Article(
            article.text(),
            article.published(),
            written.title().text(),
            written.publisher(),
            written.address(),
            article.language());
    return CaseReading.of(
        names,
        new ArticleReading(named, reading.proposals(), reading.dropped(), reading.isInPart()));
  }

  /// Remembers under which id its source was written.
  public void sourceIs(SourceId id) {
    source = id;
    changes.incrementAndGet();
  }

  /// Under which id its source was written; null if it was not.
  public @Nullable SourceId writtenSource() {
    return source;
  }

  /// Remembers what was decided on a proposal.
  public void decide(int number, Decision decision) {
    decisions.put(number, decision);
    changes.incrementAndGet();
  }

  /// Reopens a proposal.
  public void reopen(int number) {
    decisions.remove(number);
    changes.incrementAndGet();
  }

  /// The present decision on a proposal: an undone one is open again.
  public @Nullable Decision decision(int number, CaseView view) {
    Decision decision = decisions.get(number);
    return switch (decision) {
      case null -> null;
      case Decision.Accepted(String id) -> view.find(id).isEmpty() ? null : decision;
      case Decision.Confirmed(String id, SourceId from) ->
          view.find(id).orElse(null) instanceof Claim claim && claim.source().contains(from)
              ? decision
              : null;
      case Decision.Dismissed _ -> decision;
    };
  }

  int decided(CaseView view) {
    return (int)
        decisions.keySet().stream().filter(n -> n > 0 && decision(n, view) != null).count();
  }
}
