package org.parley.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.LoadProgress;
import org.parley.casefile.LoadResult;
import org.parley.casefile.folder.CaseFolder;
import org.parley.model.CaseRecord;
import org.parley.model.cases.Case;
import org.parley.store.cipher.JournalKey;

/// Maintains the journal beside a case folder while the folder is open: changes of the files are
/// recorded as soon as they are read. Opening and recording run in the background, so that no
/// reader waits for a database.
///
/// When the journal is opened, journal and files may both have changed since: they are merged, as
/// by `parley record`. From then on this program is the only writer.
public final class FolderJournal implements AutoCloseable {

  private static final int MOST_OWED = 200;

  /// The reason recorded for a change of the files.
  public static final String BY_HAND = "Changed in the files of the folder.";

  /// From so many on, changes are recorded with the case that they make, which is not parsed again.
  private static final int MANY = 1_000;

  /// A pending change of the folder.
  ///
  /// @param made the case with its texts after many changes; null after few
  private record Owed(
      List<Change> changes, @Nullable Made made, String by, String why, Instant at) {}

  /// A case with its texts.
  private record Made(Case contents, Contents texts) {}

  /// The case that the folder held when it was opened.
  private record First(Case contents, Contents texts, String by, String why, Instant at) {}

  private final Path folder;
  private final @Nullable JournalKey key;
  private final String who;
  private final Clock clock;

  // The fields below are confined to the background thread.

  /// The pending changes, earliest first.
  private final Deque<Owed> owed = new ArrayDeque<>();

  /// The first state of the folder; null once it is recorded.
  private @Nullable First first;

  /// The last reported state of the folder; null before the first.
  private @Nullable Made lastReported;

  /// Whether folder and journal agree, except for pending changes.
  private boolean merged;

  private final ExecutorService work =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("journal").factory());

  private final LoadProgress progress = new LoadProgress();
  private volatile @Nullable Journal journal;
  private volatile @Nullable String trouble;
  private volatile boolean recording;

  /// Whether recording waits for a user's decision.
  private volatile boolean undecided;

  /// The journal of a folder; opened with the first case to record.
  ///
  /// @param who the author of these changes
  public FolderJournal(Path folder, String who, Clock clock) {
    this(folder, null, who, clock);
  }

  /// The same with the key of the journal; null if it is not encrypted.
  public FolderJournal(Path folder, @Nullable JournalKey key, String who, Clock clock) {
    this.folder = folder;
    this.key = key;
    this.who = who;
    this.clock = clock;
  }

  /// Records changes of the files since the last call, asynchronously.
  public void record(Case contents) {
    Instant at = clock.instant();
    work.execute(() -> recordNow(contents, who, BY_HAND, at));
  }

  /// Records a change by a user, synchronously. If that fails, [#trouble()] gives the reason, and
  /// the change stays pending and is recorded first later.
  public void record(Case contents, String by, String why) {
    Instant at = clock.instant();
    try {
      work.submit(() -> recordNow(contents, by, why, at)).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      trouble = "recording a change: " + e.getMessage();
    }
  }

  /// Retries pending changes, asynchronously.
  public void tryAgain() {
    if (trouble != null && !undecided) {
      work.execute(this::recordOwed);
    }
  }

  private void recordNow(Case contents, String by, String why, Instant at) {
    Made before = lastReported;
    if (before == null) {
      Contents texts = Contents.of(contents);
      lastReported = new Made(contents, texts);
      first = new First(contents, texts, by, why, at);
    } else {
      List<Change> changes = before.texts.changesTo(before.contents, contents);
      Made made = new Made(contents, before.texts.after(changes));
      lastReported = made;
      owe(new Owed(changes, changes.size() < MANY ? null : made, by, why, at));
    }
    recordOwed();
  }

  private void owe(Owed change) {
    if (change.changes.isEmpty()) {
      return;
    }
    if (owed.size() == MOST_OWED) {
      // The change is recorded when the files are merged.
      owed.removeFirst();
      merged = false;
    }
    owed.addLast(change);
  }

  private void recordOwed() {
    recording = true;
    try {
      Journal open = journal;
      if (open == null) {
        open = Journal.at(DatabaseAddress.ofFile(Journal.besideFolder(folder)).withKey(key));
        journal = open;
      }
      FolderRecord record = FolderRecord.beside(folder, open).telling(progress);
      First begun = first;
      if (begun != null) {
        merged = isRecorded(open, record, begun);
        Made now = lastReported;
        if (merged && now != null && open.contents().isSame(now.texts)) {
          // of texts that are the same, one is held
          lastReported = new Made(now.contents, open.contents());
        }
        first = null;
      }
      while (!owed.isEmpty()) {
        recordAsTheirs(open, record, owed.getFirst());
        owed.removeFirst();
      }
      if (!merged) {
        merge(record);
      }
      if (!undecided) {
        trouble = null;
      }
    } catch (JournalUnavailableException e) {
      trouble = e.getMessage();
    } catch (IOException | RuntimeException e) {
      trouble = "recording a change: " + e.getMessage();
    } finally {
      recording = false;
    }
  }

  /// Records the first state of the folder; returns false if the journal holds another case by
  /// then.
  private static boolean isRecorded(Journal open, FolderRecord record, First begun)
      throws IOException {
    if (isLaterThan(open, begun.at)) {
      return false;
    }
    Optional<Snapshot> after =
        record.recordOnly(begun.contents, begun.texts, begun.by, begun.why, begun.at);
    if (after.isPresent()) {
      record.remember(after.get());
    }
    return after.isPresent();
  }

  /// Records a change under its author. If another program recorded it already from the files,
  /// there is no change left; any other conflict is merged.
  private void recordAsTheirs(Journal open, FolderRecord record, Owed change) throws IOException {
    if (isLaterThan(open, change.at)) {
      merged = false;
      return;
    }
    Judge<CaseMerge> judge =
        now ->
            CaseMerge.of(
                    change.changes,
                    now.contents(),
                    CaseMerge.Choice.NONE,
                    now.findCase()
                        .<List<CaseRecord>>map(each -> List.copyOf(each.records()))
                        .orElse(List.of()))
                .ruling();
    Made made = change.made;
    AppendResult<CaseMerge> result =
        made == null
            ? open.append(judge, change.by, change.why, change.at)
            : open.append(
                judge, made.contents, made.texts, change.by, change.why, change.at, progress);
    if (result instanceof AppendResult.Done<CaseMerge>(_, Snapshot after)) {
      if (merged) {
        record.remember(after);
      }
    } else {
      merged = false;
    }
  }

  private static boolean isLaterThan(Journal open, Instant at) {
    return open.list(Long.MAX_VALUE, 1).stream().anyMatch(each -> each.at().isAfter(at));
  }

  private void merge(FolderRecord record) throws IOException {
    if (!(CaseFolder.of(folder).load() instanceof LoadResult.Loaded loaded)) {
      return; // The violations are shown on every page; merged once they are corrected.
    }
    if (lastReported != null
        && !lastReported.texts.changesTo(lastReported.contents, loaded.contents()).isEmpty()) {
      return; // An edit is in progress and will name its author.
    }
    undecided = false;
    switch (record.record(loaded, who, BY_HAND, clock.instant())) {
      case FolderRecord.Outcome.Done _ -> merged = true;
      case FolderRecord.Outcome.Behind(_, List<String> why) -> undecided(why);
      case FolderRecord.Outcome.Refused(List<String> why, _) -> undecided(why);
    }
  }

  private void undecided(List<String> why) {
    undecided = true;
    trouble =
        "the journal has changes that the files lack. "
            + String.join(" ", why)
            + " Maybe stop Parley, and see parley record";
  }

  /// Waits until all is recorded that was reported so far, or the time is over.
  ///
  /// @return whether it was, or failed
  public boolean hasRecordedWithin(Duration time) throws InterruptedException {
    try {
      work.submit(() -> {}).get(time.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /// How many entries of the present recording are written; empty while nothing is recorded.
  public Optional<LoadProgress.State> recording() {
    LoadProgress.State now = progress.state();
    return recording && now.stage() == LoadProgress.LoadStage.RECORDING && now.done() < now.all()
        ? Optional.of(now)
        : Optional.empty();
  }

  /// The journal; null while it is not open.
  public @Nullable Journal find() {
    return journal;
  }

  /// The reason why recording is suspended, in words; null if it is not.
  public @Nullable String trouble() {
    return trouble;
  }

  /// Records pending changes, and closes the journal.
  @Override
  public void close() {
    work.close();
    Journal open = journal;
    if (open != null) {
      open.close();
    }
  }
}
