package org.parley.casefile.folder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Replaces files atomically: readers see either the old or the new contents, after a crash too.
final class FileSwap {

  /// A file to be replaced.
  ///
  /// @param before its contents; null for a new file
  record Swap(Path file, @Nullable ByteBuffer before, ByteBuffer after) {}

  private FileSwap() {}

  /// Replaces the files, or none if one of them has changed since: then that file is returned.
  static Optional<Path> write(List<Swap> swaps) throws IOException {
    List<Path> written = new ArrayList<>();
    try {
      for (Swap swap : swaps) {
        written.add(besides(swap));
      }
      for (Swap swap : swaps) {
        boolean there = Files.exists(swap.file, LinkOption.NOFOLLOW_LINKS);
        boolean same =
            swap.before == null
                ? !there
                : there && swap.before.equals(ByteBuffer.wrap(Files.readAllBytes(swap.file)));
        if (!same) {
          return Optional.of(swap.file);
        }
      }
      for (int i = 0; i < swaps.size(); i++) {
        Path file = swaps.get(i).file;
        Files.move(
            written.get(i),
            file,
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
        FolderSync.force(folder(file));
      }
      return Optional.empty();
    } finally {
      for (Path left : written) {
        Files.deleteIfExists(left);
      }
    }
  }

  private static Path folder(Path file) {
    Path folder = file.getParent();
    if (folder == null) {
      throw new IllegalArgumentException("a file without a folder: " + file);
    }
    return folder;
  }

  /// Writes the new contents to a hidden file beside the old one.
  private static Path besides(Swap swap) throws IOException {
    Path folder = folder(swap.file);
    Files.createDirectories(folder);
    Path beside = Files.createTempFile(folder, ".parley-", ".tmp");
    try (FileChannel out = FileChannel.open(beside, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = swap.after.duplicate();
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      PosixFileAttributeView own = Files.getFileAttributeView(beside, PosixFileAttributeView.class);
      Path like = swap.before == null ? null : swap.file;
      if (own != null && like != null) {
        own.setPermissions(Files.getPosixFilePermissions(like));
      }
      out.force(true);
      return beside;
    } catch (IOException e) {
      Files.deleteIfExists(beside);
      throw e;
    }
  }
}
