package org.parley.web;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.LoadResult;
import org.parley.casefile.folder.CaseFolder;
import org.parley.model.Viewer;
import org.parley.store.FolderJournal;
import org.parley.web.view.Fault;
import org.parley.web.view.OpenCase;

/// A case folder, read anew when one of its files has changed, come or gone.
///
/// Whether it has is looked up at most twice a second, by the size and time of each file.
public final class FolderDesk implements Desk {

  private static final long LOOK_AGAIN_NANOS = 500_000_000;

  private final Path folder;
  private final Viewer viewer;
  private final @Nullable FolderJournal journal;
  private @Nullable Reading reading;
  private Map<String, String> stamps = Map.of();
  private long lookedAt;

  /// The case in `folder`, as `viewer` may see it; what changes in it goes into `journal`, where
  /// there is one.
  public FolderDesk(Path folder, Viewer viewer, @Nullable FolderJournal journal) {
    this.folder = folder;
    this.viewer = viewer;
    this.journal = journal;
  }

  @Override
  public History history() {
    return journal == null ? Desk.super.history() : new History(journal.find(), journal.trouble());
  }

  @Override
  public synchronized Reading read() {
    long now = System.nanoTime();
    Reading last = reading;
    if (last != null && now - lookedAt < LOOK_AGAIN_NANOS) {
      return last;
    }
    lookedAt = now;
    try {
      Map<String, String> found = stamps(folder);
      if (last != null && found.equals(stamps)) {
        return last;
      }
      Reading fresh = load();
      stamps = found;
      reading = fresh;
      return fresh;
    } catch (IOException e) {
      reading = null;
      return new Reading.Faulty(
          folder.toString(),
          java.util.List.of(
              new Fault(
                  folder.toString(),
                  "Reading the folder: " + e + ".",
                  "Maybe it was moved; put it back, or start Parley on the new one.")));
    }
  }

  private Reading load() throws IOException {
    return switch (CaseFolder.of(folder).load()) {
      case LoadResult.Loaded loaded -> {
        if (journal != null) {
          journal.record(loaded.contents());
        }
        yield new Reading.Opened(new OpenCase(loaded.contents().viewFor(viewer)));
      }
      case LoadResult.Rejected rejected ->
          new Reading.Faulty(
              folder.getFileName() == null ? folder.toString() : folder.getFileName().toString(),
              rejected.problems().stream()
                  .map(problem -> new Fault(problem.place().toString(), problem.sentence(), ""))
                  .toList());
    };
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
