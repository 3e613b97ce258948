package org.parley.web.service;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.CaseEdit;
import org.parley.casefile.CaseProblem;
import org.parley.casefile.EditResult;
import org.parley.casefile.LoadProgress;
import org.parley.casefile.LoadResult;
import org.parley.casefile.folder.CaseFolder;
import org.parley.casefile.folder.SetAsideFolder;
import org.parley.casefile.start.NewCase;
import org.parley.casefile.start.StartFault;
import org.parley.job.JobReports;
import org.parley.model.Viewer;
import org.parley.model.Visibility;
import org.parley.model.cases.AsOf;
import org.parley.round.Waiting;
import org.parley.round.WaitingList;
import org.parley.store.FolderJournal;
import org.parley.web.view.FaultView;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Say;
import org.parley.wording.Language;

/// The service of a case folder, reloaded when a file changes.
///
/// File sizes and times are checked at most twice a second; before a change, the texts. Readers do
/// not wait for writers.
public final class FolderCaseService implements CaseService {

  /// Prepares what takes long in a large case, before it is shown.
  @FunctionalInterface
  public interface Preparation {

    /// Returns once it is prepared.
    ///
    /// @param progress receives the number of records
    void prepare(OpenCase open, LoadProgress progress);
  }

  private static final long LOOK_AGAIN_NANOS = 500_000_000;
  private static final int TRIES = 3;

  private final Path folder;
  private final @Nullable FolderJournal journal;
  private final ReentrantLock writing = new ReentrantLock();
  private final Snapshots snapshots = new Snapshots();
  private volatile @Nullable CaseAccess fault;
  private volatile SetAsideFolder.Read aside = SetAsideFolder.Read.NOTHING;
  private volatile boolean isRead;
  private volatile long lookedAt;

  /// The progress of the first load, if it runs in the background.
  private volatile @Nullable LoadProgress beginning;

  private Preparation preparation = (_, _) -> {};

  private Map<String, String> stamps = Map.of();
  private LoadResult.@Nullable Loaded loaded;

  /// The case in `folder`; its changes are recorded in `journal`, if there is one.
  public FolderCaseService(Path folder, @Nullable FolderJournal journal) {
    this.folder = folder;
    this.journal = journal;
  }

  /// The first load of the case, to run in the background. Until it is done, requests get its
  /// progress as a [CaseLoading].
  public Runnable reading() {
    return reading(new LoadProgress(), (_, _) -> {});
  }

  /// The same.
  ///
  /// @param progress receives the progress
  /// @param preparation prepares the case of the first page
  public Runnable reading(LoadProgress progress, Preparation preparation) {
    beginning = progress;
    this.preparation = preparation;
    return () -> {
      writing.lock();
      try {
        look(progress);
      } finally {
        beginning = null;
        writing.unlock();
      }
    };
  }

  private void mustBeRead() {
    LoadProgress progress = beginning;
    if (progress != null && !isRead) {
      throw new CaseLoading(progress.state());
    }
  }

  @Override
  public History history() {
    return journal == null
        ? CaseService.super.history()
        : new History(journal.find(), journal.trouble(), journal.recording().orElse(null));
  }

  @Override
  public List<JobReports.JobReport> jobs() {
    return JobReports.list(folder);
  }

  @Override
  public SetAsideFolder.Read setAside() {
    return aside;
  }

  @Override
  public List<Waiting> waiting(Visitor visitor) {
    WaitingList.For whom = WaitingItems.whose(visitor).orElse(null);
    return whom != null && read(visitor) instanceof CaseAccess.Opened(OpenCase open)
        ? Stream.concat(
                WaitingItems.list(open, whom, Optional.empty(), 0, InstantSource.system().instant())
                    .stream(),
                WaitingItems.ofPerson(open, visitor, InstantSource.system().instant()).stream())
            .toList()
        : List.of();
  }

  @Override
  public CaseAccess read(Visitor visitor) {
    mustBeRead();
    if (!isRead) {
      writing.lock();
      try {
        look();
      } finally {
        writing.unlock();
      }
    } else if (System.nanoTime() - lookedAt >= LOOK_AGAIN_NANOS && writing.tryLock()) {
      try {
        look();
      } finally {
        writing.unlock();
      }
    }
    CaseAccess faulty = fault;
    return faulty != null ? faulty : new CaseAccess.Opened(snapshots.get(visitor.viewer()));
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
      for (int i = 0; i < TRIES; i++) {
        // what is known of the files is tried first: they are compared before they are written
        boolean isKnown = i == 0 && loaded != null && isUnchanged();
        if (!isKnown) {
          load(new LoadProgress());
        }
        LoadResult.Loaded from = loaded;
        if (from == null) {
          return SaveOutcome.Refused.because(null, ChangeRefusal.Plain.FAULTY_FILES);
        }
        SaveOutcome refusal =
            new ChangeJudge(visitor, edits, basedOn, confirmed)
                .refusal(from.contents())
                .orElse(null);
        if (refusal != null && isKnown) {
          continue;
        }
        if (refusal != null) {
          return refusal;
        }
        EditResult result = CaseFolder.of(folder).edit(from, edits);
        if (result instanceof EditResult.Saved(LoadResult.Loaded after, List<String> files)) {
          return saved(visitor, why, after, files);
        }
        if (result instanceof EditResult.Refused(List<CaseProblem> problems)
            && !isKnown
            && (i == TRIES - 1 || isUnchanged())) {
          return new SaveOutcome.Refused(
              problems.stream().map(FolderCaseService::trouble).toList());
        }
      }
    } catch (IOException e) {
      return SaveOutcome.Later.because(ChangeRefusal.Plain.WRITING_FAILED, e.toString());
    } finally {
      writing.unlock();
    }
    return SaveOutcome.Later.because(ChangeRefusal.Plain.FILES_KEEP_CHANGING, "");
  }

  @Override
  public SaveOutcome begin(Visitor visitor, NewCase first) {
    mustBeRead();
    writing.lock();
    try {
      if (!CaseFolder.of(folder).begin(first.files())) {
        load(new LoadProgress());
        return SaveOutcome.Refused.because(null, StartFault.Plain.FOLDER_HOLDS_A_CASE);
      }
      if (CaseFolder.of(folder).load() instanceof LoadResult.Loaded begun) {
        fault = null;
        stamps = stamps(folder);
        return saved(visitor, "", begun, List.of());
      }
      return SaveOutcome.Refused.because(null, ChangeRefusal.Plain.FAULTY_FILES);
    } catch (IOException e) {
      return SaveOutcome.Later.because(ChangeRefusal.Plain.WRITING_FAILED, e.toString());
    } finally {
      writing.unlock();
    }
  }

  private SaveOutcome saved(
      Visitor visitor, String why, LoadResult.Loaded after, List<String> files) throws IOException {
    FolderJournal record = journal;
    if (record != null) {
      record.record(after.contents(), visitor.name(), why);
    }
    loaded = after;
    stamps = stampsAfter(after, files);
    aside = SetAsideFolder.of(folder).read(after.contents());
    snapshots.become(after.contents());
    return new SaveOutcome.Saved(snapshots.get(visitor.viewer()));
  }

  /// The previous stamps, updated for written files only if their content is unchanged since. So no
  /// manual edit is missed.
  private Map<String, String> stampsAfter(LoadResult.Loaded after, List<String> files)
      throws IOException {
    Map<String, String> now = stamps(folder);
    Map<String, String> result = new TreeMap<>(stamps);
    for (String each : files) {
      Path file = folder.resolve(each);
      if (after.isIn(each, Files.readString(file))) {
        result.put(file.toString(), now.getOrDefault(file.toString(), ""));
      }
    }
    return result;
  }

  private boolean isUnchanged() throws IOException {
    return stamps(folder).equals(stamps);
  }

  private static SaveOutcome.Trouble trouble(CaseProblem problem) {
    return new SaveOutcome.Trouble(null, List.of(), problem.complaint());
  }

  /// Reloads the folder if its files changed.
  private void look() {
    look(new LoadProgress());
  }

  private void look(LoadProgress progress) {
    lookedAt = System.nanoTime();
    FolderJournal record = journal;
    if (record != null) {
      record.tryAgain();
    }
    try {
      if (!isRead || !isUnchanged()) {
        load(progress);
      }
    } catch (IOException e) {
      unreadable(e);
    }
    isRead = true;
  }

  private void load(LoadProgress progress) throws IOException {
    Map<String, String> found = stamps(folder);
    switch (CaseFolder.of(folder).load(progress)) {
      case LoadResult.Loaded fresh -> {
        LoadResult.Loaded before = loaded;
        loaded = fresh;
        stamps = found;
        aside = SetAsideFolder.of(folder).read(fresh.contents());
        if (before == null || !before.contents().equals(fresh.contents())) {
          snapshots.become(fresh.contents());
          if (!isRead) {
            prepare(progress);
          }
          if (journal != null) {
            journal.record(fresh.contents());
          }
        }
        fault = null;
      }
      case LoadResult.Rejected rejected -> {
        loaded = null;
        stamps = found;
        String name =
            folder.getFileName() == null ? folder.toString() : folder.getFileName().toString();
        fault =
            CaseFolder.of(folder).isFree()
                ? new CaseAccess.Empty(name, Language.inEnglish(() -> faults(rejected.problems())))
                : new CaseAccess.Faulty(() -> name, () -> faults(rejected.problems()));
      }
    }
  }

  private static List<FaultView> faults(List<CaseProblem> problems) {
    return problems.stream()
        .map(problem -> new FaultView(problem.place().toString(), problem.sentence(), ""))
        .toList();
  }

  /// Prepares the first page before the journal needs time.
  private void prepare(LoadProgress progress) {
    OpenCase open = snapshots.get(new Viewer.Mediator());
    progress.become(LoadProgress.LoadStage.OPENING, open.view().records().size());
    Thread board =
        Thread.ofPlatform().name("board").start(() -> open.board(AsOf.of(open.lastDay())));
    preparation.prepare(open, progress);
    try {
      board.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void unreadable(IOException e) {
    loaded = null;
    stamps = Map.of();
    fault =
        new CaseAccess.Faulty(
            folder::toString,
            () ->
                List.of(
                    new FaultView(
                        folder.toString(),
                        Say.text("problems.unreadable", "why", e.toString()),
                        Say.text("problems.unreadable.advice"))));
  }

  /// The size and time of every file that may belong to the case.
  private static Map<String, String> stamps(Path folder) throws IOException {
    Map<String, String> stamps = new TreeMap<>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes) {
            boolean apart = !each.equals(folder) && each.getFileName().toString().startsWith(".");
            return apart ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            stamps.put(
                file.toString(),
                attributes.size() + " " + attributes.lastModifiedTime().toMillis());
            return FileVisitResult.CONTINUE;
          }
        });
    return stamps;
  }
}
