package org.parley.store;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
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

  /// Keeps the first one for later.
  ///
  /// @param file the file, which H2 has closed
  static void keep(FileChannel file) throws IOException {
    ByteBuffer all = ByteBuffer.allocate(Math.toIntExact(file.size()));
    while (all.hasRemaining()) {
      if (file.read(all, all.position()) < 0) {
        throw new EOFException("the file of a new journal ended early");
      }
    }
    MADE.compareAndSet(null, all.flip().asReadOnlyBuffer());
  }
}
