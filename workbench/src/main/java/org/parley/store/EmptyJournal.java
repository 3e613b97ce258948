package org.parley.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// The file of a journal without entries, as the migrations make it.
///
/// All of them differ in the time of their migrations alone. So each process migrates one, and its
/// later ones begin as copies: a server of many cases makes one for each case. Memory: the size of
/// the file, some 200 KB.
final class EmptyJournal {

  private static final AtomicReference<@Nullable ByteBuffer> MADE = new AtomicReference<>();

  private EmptyJournal() {}

  /// Writes it, if this process has made one.
  ///
  /// @return whether it was written
  static boolean copyTo(FileChannel target) throws IOException {
    ByteBuffer made = MADE.get();
    if (made == null) {
      return false;
    }
    ByteBuffer all = made.duplicate();
    while (all.hasRemaining()) {
      target.write(all);
    }
    return true;
  }

  /// Has the next one migrated anew. The gaps in a file that is older than some seconds are written
  /// to before the file grows.
  static void forget() {
    MADE.set(null);
  }

  /// Keeps the first one for later.
  ///
  /// @param file where it is, closed
  static void keep(Path file) throws IOException {
    MADE.compareAndSet(null, ByteBuffer.wrap(Files.readAllBytes(file)).asReadOnlyBuffer());
  }
}
