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
import org.parley.casefile.CaseFolder;
import org.parley.casefile.LoadResult;
import org.parley.model.Viewer;
import org.parley.web.view.Fault;
import org.parley.web.view.OpenCase;

/// A case folder, read anew when one of its files has changed, come or gone.
///
/// Whether it has is looked up at most twice a second, by the size and time of each file.
public final class FolderDesk implements Desk {

  private static final long LOOK_AGAIN_NANOS = 500_000_000;

  private final Path folder;
  private final Viewer viewer;
  private @Nullable Reading reading;
  private Map<String, String> stamps = Map.of();
  private long lookedAt;

  /// The case in `folder`, as `viewer` may see it.
  public FolderDesk(Path folder, Viewer viewer) {
    this.folder = folder;
    this.viewer = viewer;
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
      case LoadResult.Loaded loaded ->
          new Reading.Opened(new OpenCase(loaded.contents().viewFor(viewer)));
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
