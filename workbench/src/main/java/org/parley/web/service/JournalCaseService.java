package org.parley.web.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.cases.PackageImprovement;
import org.parley.casefile.CaseEdit;
import org.parley.casefile.LoadProgress;
import org.parley.model.Viewer;
import org.parley.model.Visibility;
import org.parley.model.cases.Case;
import org.parley.model.round.RoundId;
import org.parley.round.Waiting;
import org.parley.round.WaitingList;
import org.parley.round.log.RecordedCase;
import org.parley.store.AppendResult;
import org.parley.store.BallotBox;
import org.parley.store.Journal;
import org.parley.store.JournalAwayException;
import org.parley.store.JournalWriteException;
import org.parley.store.RoundJournal;
import org.parley.store.Snapshot;
import org.parley.store.Violation;
import org.parley.store.people.Dismissals;
import org.parley.store.people.ImportMappings;
import org.parley.web.view.FaultView;
import org.parley.web.view.OpenCase;
import org.parley.web.view.RecentCache;
import org.parley.web.view.Say;

/// The service of a journal, for a team: the case is the fold of its entries, and every change
/// appends one.
///
/// Other programs may write to the same journal, as `parley record` does; new entries are looked up
/// at most once a second. Readers do not wait for writers.
public final class JournalCaseService implements CaseService {

  private static final long LOOK_AGAIN_NANOS = 1_000_000_000;
  private static final long LONGEST_STALE_NANOS = 3_000_000_000L;
  private static final long PATIENCE_MILLIS = 2_000;
  private static final Duration LONGEST_REFRESH = Duration.ofSeconds(2);
  private static final Duration AFTER_FAILURE = Duration.ofMillis(100);
  private static final int MOMENTS_KEPT = 4;
  private static final int IMPROVEMENTS_KEPT = 100;
  private static final int ROUNDS_KEPT = 4;

  private final Journal journal;
  private final Clock clock;
  private final ReentrantLock writing = new ReentrantLock();
  private final Snapshots snapshots = new Snapshots();
  private final RecentCache<Long, Then> past = new RecentCache<>(MOMENTS_KEPT);
  private final RecentCache<String, PackageImprovement> improvements =
      new RecentCache<>(IMPROVEMENTS_KEPT);
  private final RecentCache<String, List<RecordedCase>> rounds = new RecentCache<>(ROUNDS_KEPT);
  private volatile Snapshot seen;

  /// The progress of the first reading; null once the case is read.
  private volatile @Nullable LoadProgress beginning;

  /// The faults that prevented the first reading; null for none.
  private volatile @Nullable CaseAccess fault;

  /// When the journal was last looked at, and when it last answered.
  private volatile long triedAt;

  private volatile long lookedAt;

  /// The case in a journal.
  public JournalCaseService(Journal journal, Clock clock) {
    this.journal = journal;
    this.clock = clock;
    this.seen = journal.snapshot();
    this.triedAt = System.nanoTime();
    this.lookedAt = triedAt;
    seen.findCase().ifPresent(snapshots::become);
  }

  private JournalCaseService(Journal journal, Clock clock, LoadProgress beginning) {
    this.journal = journal;
    this.clock = clock;
    this.seen = journal.known();
    this.beginning = beginning;
  }

  /// The case in a journal that is being read. Until [#opened], requests get its progress as a
  /// [CaseLoading].
  ///
  /// @param progress how far it is
  public static JournalCaseService unread(Journal journal, Clock clock, LoadProgress progress) {
    return new JournalCaseService(journal, clock, progress);
  }

  /// The journal has been read: the case is prepared and shown.
  public void opened(FolderCaseService.Preparation preparation) {
    LoadProgress progress = beginning;
    writing.lock();
    try {
      look();
      if (progress != null && seen.findCase().isPresent()) {
        OpenCase open = snapshots.get(new Viewer.Mediator());
        progress.become(LoadProgress.LoadStage.OPENING, open.view().records().size());
        preparation.prepare(open, progress);
      }
      beginning = null;
    } finally {
      writing.unlock();
    }
  }

  /// It could not be read: pages say so instead of how far it is.
  ///
  /// @param place the folder or the journal
  public void failed(String place, String sentence) {
    fault = new CaseAccess.Faulty(place, List.of(new FaultView(place, sentence, "")));
    beginning = null;
  }

  private void mustBeRead() {
    LoadProgress progress = beginning;
    if (progress != null) {
      throw new CaseLoading(progress.state());
    }
  }

  @Override
  public History history() {
    return new History(journal, null);
  }

  @Override
  public List<RecordedCase> recorded(RoundId round) {
    return rounds.get(journal.last() + " " + round, () -> RoundJournal.cases(journal, round));
  }

  @Override
  public Optional<SealedRounds> rounds(Visitor visitor) {
    return Optional.of(
        new SealedRounds(
            BallotBox.of(journal.database()),
            visitor,
            clock,
            moment ->
                readAt(Visitor.mediator(""), moment) instanceof CaseAccess.Opened(OpenCase then)
                    ? Optional.of(then.view())
                    : Optional.empty(),
            improvements));
  }

  @Override
  public List<Waiting> waiting(Visitor visitor) {
    return WaitingItems.without(
        listWaiting(visitor), () -> Dismissals.of(journal.database()).list(visitor.name()));
  }

  private List<Waiting> listWaiting(Visitor visitor) {
    return read(visitor) instanceof CaseAccess.Opened(OpenCase open)
        ? Stream.concat(
                WaitingItems.whose(visitor)
                    .map(
                        whom ->
                            WaitingItems.list(
                                open, whom, rounds(visitor), sealed(open), clock.instant()))
                    .orElse(List.of())
                    .stream(),
                WaitingItems.ofPerson(open, visitor, clock.instant()).stream())
            .toList()
        : List.of();
  }

  /// How many words are sealed; 0 for a case without rounds.
  private long sealed(OpenCase open) {
    return open.view().rounds().isEmpty() ? 0 : BallotBox.of(journal.database()).count();
  }

  /// The digests of the things that a visitor is told of outside the pages.
  public List<String> noticed(Visitor visitor) {
    List<String> own =
        read(visitor) instanceof CaseAccess.Opened(OpenCase open)
            ? WaitingItems.ofPerson(open, visitor, clock.instant()).stream()
                .map(Waiting::key)
                .toList()
            : List.of();
    return Stream.concat(
            WaitingItems.whose(visitor)
                .map(each -> noticed(visitor, each))
                .orElse(List.of())
                .stream(),
            own.stream())
        .toList();
  }

  /// The things that a visitor is told of outside the pages, dismissed or not. To dismiss the
  /// question for an improvement is a secret decision.
  public List<Waiting> told(Visitor visitor) {
    return read(visitor) instanceof CaseAccess.Opened(OpenCase open)
        ? Stream.concat(
                WaitingItems.whose(visitor)
                    .map(each -> WaitingItems.told(open, each, rounds(visitor), clock.instant()))
                    .orElse(List.of())
                    .stream(),
                WaitingItems.ofPerson(open, visitor, clock.instant()).stream())
            .toList()
        : List.of();
  }

  /// The same for everyone at the table, as all delegations see it.
  public List<String> noticedOfTable() {
    return noticed(Visitor.mediator(""), new WaitingList.For.Table());
  }

  private List<String> noticed(Visitor visitor, WaitingList.For whom) {
    return read(visitor) instanceof CaseAccess.Opened(OpenCase open)
        ? WaitingItems.noticed(open, whom, rounds(visitor), sealed(open), clock.instant())
        : List.of();
  }

  @Override
  public boolean dismiss(Visitor visitor, String thing) {
    return waiting(visitor).stream()
            .anyMatch(each -> each.isDismissible() && each.key().equals(thing))
        && Dismissals.of(journal.database()).add(visitor.name(), thing);
  }

  @Override
  public Optional<String> mapping(Visitor visitor, String kind) {
    return ImportMappings.of(journal.database()).find(visitor.name(), kind);
  }

  @Override
  public boolean keepMapping(Visitor visitor, String kind, String mapping) {
    return ImportMappings.of(journal.database()).keep(visitor.name(), kind, mapping);
  }

  @Override
  public boolean answers() {
    return journal.answers();
  }

  @Override
  public boolean isLoaded() {
    return beginning == null && fault == null && seen.findCase().isPresent();
  }

  @Override
  public CaseAccess read(Visitor visitor) {
    mustBeRead();
    CaseAccess failed = fault;
    if (failed != null) {
      return failed;
    }
    lookAgain();
    Snapshot now = seen;
    return now.findCase().isEmpty()
        ? faulty(now)
        : new CaseAccess.Opened(snapshots.get(visitor.viewer()));
  }

  /// Looks at the journal once a second. After a hang nobody is shown a state from before it. Those
  /// who do not look themselves wait a moment, and look if it was a writer that they waited for.
  private void lookAgain() {
    long now = System.nanoTime();
    if (now - triedAt >= LOOK_AGAIN_NANOS && writing.tryLock()) {
      try {
        look();
      } catch (JournalAwayException e) {
        // The last state is shown until the database is back.
      } finally {
        writing.unlock();
      }
    } else if (now - lookedAt >= LONGEST_STALE_NANOS) {
      awaitLook();
    }
  }

  private void awaitLook() {
    try {
      if (writing.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
        try {
          if (System.nanoTime() - triedAt >= LOOK_AGAIN_NANOS) {
            look();
          }
        } finally {
          writing.unlock();
        }
      }
    } catch (JournalAwayException e) {
      // The last state is shown until the database is back.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Tries again while the database rests, since who was told that something is written looks for
  /// it at once.
  @Override
  public boolean refresh() {
    if (beginning != null || fault != null) {
      return false;
    }
    long asked = System.nanoTime();
    long until = asked + LONGEST_REFRESH.toNanos();
    while (System.nanoTime() - until < 0 && !Thread.currentThread().isInterrupted()) {
      if (isRefreshed(asked, until)) {
        return true;
      }
      LockSupport.parkNanos(AFTER_FAILURE.toNanos());
    }
    return false;
  }

  /// Whether the journal was read since a moment; of several who ask at once, one reads it.
  private boolean isRefreshed(long asked, long until) {
    try {
      if (writing.tryLock(until - System.nanoTime(), TimeUnit.NANOSECONDS)) {
        try {
          if (lookedAt - asked < 0) {
            look();
          }
          return true;
        } finally {
          writing.unlock();
        }
      }
    } catch (JournalAwayException e) {
      // The last state is shown until the database is back.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  /// The number of the entry that was read last.
  public long entry() {
    return seen.number();
  }

  @Override
  public Optional<RecordedState> recorded() {
    Snapshot now = seen;
    return now.number() == 0 || beginning != null
        ? Optional.empty()
        : Optional.of(new RecordedState(now.number(), now.hash()));
  }

  @Override
  public CaseAccess readAt(Visitor visitor, Instant moment) {
    mustBeRead();
    long number = journal.numberAt(moment);
    Then then = past.get(number, () -> Then.of(journal.snapshotAfter(number)));
    return then.fault != null ? then.fault : new CaseAccess.Opened(then.seen.get(visitor.viewer()));
  }

  /// The case at an earlier entry.
  ///
  /// @param seen the views
  /// @param fault the reason why it cannot be shown; null if it can
  private record Then(Snapshots seen, @Nullable CaseAccess fault) {
    static Then of(Snapshot snapshot) {
      Snapshots seen = new Snapshots();
      Case contents = snapshot.findCase().orElse(null);
      if (contents == null) {
        return new Then(seen, faulty(snapshot));
      }
      seen.become(contents);
      return new Then(seen, null);
    }
  }

  @Override
  public Watching watch(Visitor visitor, Runnable news) {
    mustBeRead();
    return snapshots.watch(visitor.viewer(), news);
  }

  @Override
  public SaveOutcome change(
      Visitor visitor,
      List<CaseEdit> edits,
      String why,
      Map<String, Version> basedOn,
      Visibility confirmed) {
    mustBeRead();
    writing.lock();
    try {
      return switch (journal.append(
          new ChangeJudge(visitor, edits, basedOn, confirmed),
          visitor.name(),
          why,
          clock.instant())) {
        case AppendResult.Done<SaveOutcome>(_, Snapshot after) -> {
          become(after);
          yield new SaveOutcome.Saved(snapshots.get(visitor.viewer()));
        }
        case AppendResult.Refused<SaveOutcome>(SaveOutcome reason, Snapshot now) -> {
          become(now);
          yield reason;
        }
        case AppendResult.Conflict<SaveOutcome> _, AppendResult.Unsound<SaveOutcome> _ ->
            throw new IllegalStateException("the judge saw another case than the journal");
      };
    } catch (JournalWriteException e) {
      return e.isCertain()
          ? notWritten()
          : SaveOutcome.Later.because(ChangeRefusal.Plain.SAVED_OR_NOT, "");
    } catch (JournalAwayException e) {
      return notWritten();
    } finally {
      writing.unlock();
    }
  }

  private static SaveOutcome notWritten() {
    return SaveOutcome.Later.because(ChangeRefusal.Plain.JOURNAL_NOT_WRITTEN, "");
  }

  /// Folds new entries of others.
  private void look() {
    long tried = System.nanoTime();
    triedAt = tried;
    become(journal.snapshot());
    lookedAt = tried;
  }

  private void become(Snapshot now) {
    if (now != seen) {
      now.findCase().ifPresent(snapshots::become);
      seen = now;
    }
  }

  private static CaseAccess faulty(Snapshot snapshot) {
    return new CaseAccess.Faulty(
        () -> Say.text("problems.journal"), () -> faults(snapshot.violations()));
  }

  private static List<FaultView> faults(List<Violation> violations) {
    List<FaultView> faults = new ArrayList<>();
    for (Violation each : violations) {
      String place = each.record() == null ? Say.text("problems.journal") : each.record();
      String advice = faults.isEmpty() ? Say.text("problems.repair") : "";
      faults.add(new FaultView(place, each.sentence(), advice));
    }
    return faults;
  }
}
