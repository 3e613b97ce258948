package org.parley.web.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.CaseEdit;
import org.parley.casefile.CaseProblem;
import org.parley.casefile.CaseWriter;
import org.parley.casefile.LoadResult;
import org.parley.model.Case;
import org.parley.model.CaseInfo;
import org.parley.model.CaseRecord;
import org.parley.store.Appended;
import org.parley.store.Change;
import org.parley.store.Contents;
import org.parley.store.Journal;
import org.parley.store.JournalAwayException;
import org.parley.store.JournalWriteException;
import org.parley.web.view.Fault;
import org.parley.web.view.Latest;
import org.parley.web.view.OpenCase;

/// A case in a journal, for a team: the case is the fold of its entries, and every change is a
/// further entry.
///
/// Others may write to the same journal, as `parley record` does; whether they have is looked up
/// once a second at most. Who reads does not wait for a change that is being made.
public final class JournalDesk implements Desk {

  private static final long LOOK_AGAIN_NANOS = 1_000_000_000;
  private static final int TRIES = 5;
  private static final int MOMENTS_KEPT = 4;

  private final Journal journal;
  private final Clock clock;
  private final ReentrantLock writing = new ReentrantLock();
  private final Snapshots snapshots = new Snapshots();
  private final Latest<Long, Then> past = new Latest<>(MOMENTS_KEPT);
  private volatile @Nullable Reading fault;
  private volatile long lookedAt;
  private Contents contents;
  private long last;

  /// The case in a journal.
  public JournalDesk(Journal journal, Clock clock) {
    this.journal = journal;
    this.clock = clock;
    this.last = journal.last();
    this.contents = journal.contents();
    this.lookedAt = System.nanoTime();
    fold();
  }

  @Override
  public History history() {
    return new History(journal, null);
  }

  @Override
  public Reading read(Visitor visitor) {
    if (System.nanoTime() - lookedAt >= LOOK_AGAIN_NANOS && writing.tryLock()) {
      try {
        look();
      } catch (JournalAwayException e) {
        // what was read last is shown until the database is back
      } finally {
        writing.unlock();
      }
    }
    Reading faulty = fault;
    return faulty != null ? faulty : new Reading.Opened(snapshots.get(visitor.viewer()));
  }

  @Override
  public Reading readAt(Visitor visitor, Instant moment) {
    long number = journal.numberAt(moment);
    Then then = past.get(number, () -> Then.of(journal.contentsAfter(number).read()));
    return then.fault != null ? then.fault : new Reading.Opened(then.seen.get(visitor.viewer()));
  }

  /// The case as it was recorded at some moment.
  ///
  /// @param seen what each saw of it
  /// @param fault why it cannot be shown; absent where it can
  private record Then(Snapshots seen, @Nullable Reading fault) {
    static Then of(LoadResult read) {
      Snapshots seen = new Snapshots();
      return switch (read) {
        case LoadResult.Loaded loaded -> {
          seen.become(loaded.contents());
          yield new Then(seen, null);
        }
        case LoadResult.Rejected rejected -> new Then(seen, faulty(rejected.problems()));
      };
    }
  }

  @Override
  public Watching watch(Visitor visitor, Runnable news) {
    return snapshots.watch(visitor.viewer(), news);
  }

  @Override
  public Saving change(
      Visitor visitor, List<CaseEdit> edits, String why, Map<String, Version> basedOn) {
    writing.lock();
    try {
      for (int i = 0; i < TRIES; i++) {
        look();
        Case now = snapshots.current();
        if (now == null || fault != null) {
          return Saving.Refused.because(
              null, "the journal does not hold a case", "", "Maybe import one first");
        }
        switch (Clerk.judge(now, visitor, edits, basedOn, true)) {
          case Clerk.Verdict.Unsound(Saving saving) -> {
            return saving;
          }
          case Clerk.Verdict.Sound(Case after) -> {
            List<Change> changes = changes(now, after, edits);
            if (journal.append(changes, visitor.name(), why, clock.instant())
                instanceof Appended.Done) {
              snapshots.become(after);
              try {
                contents = journal.contents();
                last = journal.last();
              } catch (JournalAwayException e) {
                // it is recorded; the next look, finding more than was read, reads it
              }
              return new Saving.Saved(snapshots.get(visitor.viewer()));
            }
            lookedAt = 0;
          }
        }
      }
    } catch (JournalWriteException e) {
      return e.isCertain()
          ? notWritten()
          : Saving.Later.because(
              "the database was lost while this was being saved, and whether it was is not known",
              "Maybe look at the history once the database runs again");
    } catch (JournalAwayException e) {
      return notWritten();
    } finally {
      writing.unlock();
    }
    return Saving.Later.because(
        "others keep changing the same records, so nothing was saved", "Maybe try again");
  }

  private static Saving notWritten() {
    return Saving.Later.because(
        "the journal could not be written, so nothing was saved", "Maybe try again later");
  }

  /// What differs between two cases in the records that edits name.
  private List<Change> changes(Case before, Case after, List<CaseEdit> edits) {
    OpenCase all = snapshots.get(Visitor.mediator("").viewer());
    Set<String> touched = new LinkedHashSet<>();
    Map<String, @Nullable CaseRecord> wanted = new LinkedHashMap<>();
    List<Change> changes = new ArrayList<>();
    for (CaseEdit edit : edits) {
      switch (edit) {
        case CaseEdit.Add(CaseRecord record, _) -> wanted.put(record.id().value(), record);
        case CaseEdit.Change(CaseRecord record) -> wanted.put(record.id().value(), record);
        case CaseEdit.Remove(var id) -> wanted.put(id.value(), null);
        case CaseEdit.Describe(CaseInfo _) -> touched.add(HEADER);
      }
    }
    if (touched.contains(HEADER) && !before.info().equals(after.info())) {
      changes.add(
          new Change(
              Contents.HEADER,
              Contents.HEADER,
              contents.find(Contents.HEADER, Contents.HEADER),
              CaseWriter.text(after.info())));
    }
    wanted.forEach(
        (id, record) -> {
          CaseRecord old = all.view().find(id).filter(is(id)).orElse(null);
          CaseRecord shape = record != null ? record : old;
          if (shape == null || Objects.equals(record, old)) {
            return;
          }
          if (old != null && old.getClass() != shape.getClass()) {
            changes.add(change(old, null));
            changes.add(change(shape, CaseWriter.text(shape)));
          } else {
            changes.add(change(shape, record == null ? null : CaseWriter.text(record)));
          }
        });
    return changes;
  }

  private static java.util.function.Predicate<CaseRecord> is(String id) {
    return each -> each.id().value().equals(id);
  }

  private Change change(CaseRecord record, @Nullable String after) {
    String kind = CaseWriter.keyOf(record);
    String id = record.id().value();
    return new Change(kind, id, contents.find(kind, id), after);
  }

  /// Folds what others have entered since.
  private void look() {
    lookedAt = System.nanoTime();
    long now = journal.last();
    if (now != last) {
      last = now;
      contents = journal.contents();
      fold();
    }
  }

  private void fold() {
    switch (contents.read()) {
      case LoadResult.Loaded loaded -> {
        snapshots.become(loaded.contents());
        fault = null;
      }
      case LoadResult.Rejected rejected -> fault = faulty(rejected.problems());
    }
  }

  private static Reading faulty(List<CaseProblem> problems) {
    return new Reading.Faulty(
        "the journal",
        problems.stream()
            .map(each -> new Fault(each.place().toString(), each.sentence(), ""))
            .toList());
  }
}
