package org.parley.store;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.parley.model.Case;

/// Keeps the journal beside a case folder while the folder is open: what has changed in the files
/// is recorded as soon as it is read. Opening and recording happen behind the back of whoever reads
/// the case, so that nobody waits for a database.
public final class FolderJournal implements AutoCloseable {

  private static final int MOST_OWED = 200;

  /// A change with the case it led to.
  private record Owed(Case contents, String by, String why, Instant at) {}

  private final Path folder;
  private final String who;
  private final Clock clock;

  /// What is not recorded yet, the earliest first; touched by the one who works alone.
  private final Deque<Owed> owed = new ArrayDeque<>();

  private final ExecutorService work =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("journal").factory());

  private volatile @Nullable Journal journal;
  private volatile @Nullable String trouble;

  /// The journal of a folder; opened with the first case to record.
  ///
  /// @param who whose changes these are
  public FolderJournal(Path folder, String who, Clock clock) {
    this.folder = folder;
    this.who = who;
    this.clock = clock;
  }

  /// Records what has changed in the files since the last time, some time soon.
  public void record(Case contents) {
    Owed change = new Owed(contents, who, "Changed in the files of the folder.", clock.instant());
    work.execute(() -> recordNow(change));
  }

  /// Records what somebody has changed; when this returns it is on disk, or [#trouble()] says why
  /// not: then it is kept, and recorded as theirs before anything else once that is possible.
  public void record(Case contents, String by, String why) {
    Owed change = new Owed(contents, by, why, clock.instant());
    try {
      work.submit(() -> recordNow(change)).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      trouble = "recording a change: " + e.getMessage();
    }
  }

  /// Tries again to record what could not be recorded, where there is any; does not wait for it.
  public void tryAgain() {
    if (trouble != null) {
      work.execute(this::recordOwed);
    }
  }

  private void recordNow(Owed change) {
    if (owed.size() == MOST_OWED) {
      // what it changed is recorded with the next, as one change
      owed.removeFirst();
    }
    owed.addLast(change);
    recordOwed();
  }

  private void recordOwed() {
    try {
      Journal open = journal;
      if (open == null) {
        open = Journal.inFile(Journal.besideFolder(folder));
        journal = open;
      }
      while (!owed.isEmpty()) {
        Owed first = owed.getFirst();
        open.record(first.contents, first.by, first.why, first.at);
        owed.removeFirst();
      }
      trouble = null;
    } catch (JournalUnavailableException e) {
      trouble = e.getMessage();
    } catch (RuntimeException e) {
      trouble = "recording a change: " + e.getMessage();
    }
  }

  /// The journal; absent while it is not open.
  public @Nullable Journal find() {
    return journal;
  }

  /// Why nothing is recorded, in words; absent where all is well.
  public @Nullable String trouble() {
    return trouble;
  }

  /// Finishes what is to be recorded, and closes the journal.
  @Override
  public void close() {
    work.close();
    Journal open = journal;
    if (open != null) {
      open.close();
    }
  }
}
