package org.parley.publication;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Writes a publication beside its folder, and moves it there once it is whole.
///
/// A folder that holds an earlier publication, and nothing else, is replaced. Any other is refused.
/// Files may be added from several threads.
public final class PublicationFolder implements AutoCloseable {

  private final Path folder;
  private final Path beside;
  private final @Nullable Manifest before;
  private final Map<String, String> digests = new ConcurrentSkipListMap<>();

  private PublicationFolder(Path folder, Path beside, @Nullable Manifest before) {
    this.folder = folder;
    this.beside = beside;
    this.before = before;
  }

  /// Begins a publication.
  ///
  /// @throws PublicationException if the folder holds something else
  public static PublicationFolder begin(Path folder) throws IOException {
    Path whole = folder.toAbsolutePath().normalize();
    Manifest before = before(whole);
    Path parent = whole.getParent();
    if (parent == null) {
      throw holdsOther(whole.toString());
    }
    Files.createDirectories(parent);
    Path beside = Files.createTempDirectory(parent, "." + whole.getFileName() + "-");
    return new PublicationFolder(whole, beside, before);
  }

  private static @Nullable Manifest before(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return null;
    }
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      throw holdsOther(folder.toString());
    }
    try (Stream<Path> files = Files.list(folder)) {
      if (files.findAny().isEmpty()) {
        return null;
      }
    }
    return earlier(folder);
  }

  private static Manifest earlier(Path folder) throws IOException {
    Manifest manifest;
    try {
      manifest = Manifest.in(folder);
    } catch (PublicationException e) {
      throw holdsOther(folder.toString());
    }
    for (String each : PublicationCheck.list(folder)) {
      if (!each.equals(Manifest.FILE) && !manifest.files().containsKey(each)) {
        throw holdsOther(folder.resolve(each).toString());
      }
    }
    return manifest;
  }

  private static PublicationException holdsOther(String what) {
    return new PublicationException(PublicationFault.FOLDER_HOLDS_SOMETHING_ELSE, what);
  }

  /// The files of the publication that this one replaces.
  public Set<String> filesBefore() {
    return before == null ? Set.of() : before.files().keySet();
  }

  /// Whether a file was added.
  public boolean has(String path) {
    return digests.containsKey(path);
  }

  /// Adds a file.
  ///
  /// @param path relative, with slashes
  public void add(String path, byte[] content) throws IOException {
    if (!Manifest.isPath(path) || path.equals(Manifest.FILE)) {
      throw new PublicationException(PublicationFault.PAGE_NOT_PUBLISHED, path);
    }
    Path file = beside.resolve(path);
    Files.createDirectories(Optional.ofNullable(file.getParent()).orElse(beside));
    try {
      Files.write(file, content, StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      // two ids that differ in capitals alone, where files do not tell them apart
      throw new PublicationException(PublicationFault.PAGE_NOT_PUBLISHED, path);
    }
    digests.put(path, Digest.of(content));
  }

  /// How many files were added.
  public int size() {
    return digests.size();
  }

  /// Writes the manifest, and moves all into the folder.
  ///
  /// @param manifest without files
  /// @return the digest of the manifest
  public String finish(Manifest manifest) throws IOException {
    Manifest whole =
        new Manifest(
            manifest.title(),
            manifest.address(),
            manifest.language(),
            manifest.published(),
            manifest.state(),
            new java.util.TreeMap<>(digests));
    Path file = beside.resolve(Manifest.FILE);
    Files.writeString(file, whole.text());
    String digest = Digest.of(file);
    readable(beside);
    move();
    return digest;
  }

  /// A temporary folder is its owner's alone; servers have to read this one.
  private static void readable(Path folder) throws IOException {
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  private void move() throws IOException {
    if (before == null) {
      Files.deleteIfExists(folder);
      Files.move(beside, folder, StandardCopyOption.ATOMIC_MOVE);
      return;
    }
    // what came into the folder meanwhile is not deleted
    earlier(folder);
    Path old = beside.resolveSibling(beside.getFileName() + "-before");
    Files.move(folder, old, StandardCopyOption.ATOMIC_MOVE);
    try {
      Files.move(beside, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      Files.move(old, folder, StandardCopyOption.ATOMIC_MOVE);
      throw e;
    }
    delete(old);
  }

  /// Deletes what was written, if it was not moved.
  @Override
  public void close() throws IOException {
    if (Files.exists(beside)) {
      delete(beside);
    }
  }

  private static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path each, @Nullable IOException e)
              throws IOException {
            if (e != null) {
              throw e;
            }
            Files.delete(each);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
