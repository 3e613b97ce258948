package org.parley.casefile.folder;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Serialises edits of a case folder, within this program and across programs.
///
/// Between comparing files and replacing them, no other edit replaces them. The lock is on
/// `.parley/lock`. If the file system has no locks, only edits within this program are serialised.
/// Manual edits take no lock.
final class FolderLock implements AutoCloseable {

  private static final long WAIT_MILLIS = 10_000;
  private static final long LOOK_AGAIN_MILLIS = 20;
  private static final Map<Path, ReentrantLock> HERE = new ConcurrentHashMap<>();

  private final ReentrantLock here;
  private final @Nullable FileChannel file;

  private FolderLock(ReentrantLock here, @Nullable FileChannel file) {
    this.here = here;
    this.file = file;
  }

  /// Waits for the lock of a folder.
  ///
  /// @param root the folder, by its real path
  /// @throws IOException if another program holds it for long
  static FolderLock of(Path root) throws IOException {
    ReentrantLock here = HERE.computeIfAbsent(root, _ -> new ReentrantLock());
    try {
      if (!here.tryLock(WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
        throw busy(root);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for " + root, e);
    }
    FileChannel file = null;
    try {
      file = open(root);
      if (file != null && !lock(file)) {
        throw busy(root);
      }
      return new FolderLock(here, file);
    } catch (IOException | RuntimeException e) {
      if (file != null) {
        file.close();
      }
      here.unlock();
      throw e;
    }
  }

  private static IOException busy(Path root) {
    return new IOException("another program has been changing " + root + " for long");
  }

  private static @Nullable FileChannel open(Path root) {
    Path lock = root.resolve(".parley").resolve("lock");
    try {
      PrivateFiles.make(lock);
      return FileChannel.open(lock, StandardOpenOption.WRITE);
    } catch (IOException e) {
      return null;
    }
  }

  private static boolean lock(FileChannel file) throws IOException {
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(WAIT_MILLIS);
    while (true) {
      FileLock lock;
      try {
        lock = file.tryLock();
      } catch (OverlappingFileLockException e) {
        lock = null;
      } catch (IOException e) {
        return true; // The file system has no locks.
      }
      if (lock != null || System.nanoTime() - until >= 0) {
        return lock != null;
      }
      try {
        Thread.sleep(LOOK_AGAIN_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted while waiting for a lock", e);
      }
    }
  }

  @Override
  public void close() throws IOException {
    try {
      if (file != null) {
        file.close();
      }
    } finally {
      here.unlock();
    }
  }
}
