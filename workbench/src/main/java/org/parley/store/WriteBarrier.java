package org.parley.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.h2.message.DbException;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.folder.FolderSync;

/// A file system for H2 with atomic writes under power loss, and fencing after a failed write.
///
/// H2 considers a chunk complete if its first and last bytes are there. A disk may keep those and
/// lose the bytes between, until a flush. So the first sector of every write goes last, after the
/// rest was flushed. A sector write is atomic.
///
/// The header is stored twice, and H2 writes both copies in one write. One copy is flushed before
/// the other is touched, so even a torn sector leaves one of them. In an encrypted file it follows
/// the header of the encryption, which is as long as a copy.
///
/// Fencing: after a failed write, H2 still runs the waiting commits, and marks the file when it
/// closes it. Such a chunk refers to a missing one, and H2 may then fall back by many chunks. So
/// the first error of a store makes it read-only.
///
/// There is one descriptor per file and process. POSIX drops all locks of a process on a file with
/// the first descriptor that it closes. The lock lasts as long as a [Hold], also while H2 reopens
/// the file, and while another file replaces it. A lock counts only if the name still refers to the
/// locked file.
public final class WriteBarrier extends FilePathWrapper {

  /// The scheme prefix of the path.
  static final String SCHEME = "barrier";

  private static final int SECTOR = 512;

  /// The length of each copy of the header.
  private static final int HEADER = 4096;

  private static final Map<String, Shared> FILES = new HashMap<>();

  /// Called by H2 for each path.
  public WriteBarrier() {}

  /// Registers the scheme with H2.
  static void register() {
    FilePath.register(new WriteBarrier());
  }

  @Override
  public String getScheme() {
    return SCHEME;
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    FilePath base = getBase();
    synchronized (FILES) {
      Shared shared = shared(base);
      try {
        return new Store(shared, shared.open(base, mode));
      } catch (IOException | RuntimeException e) {
        shared.leave();
        throw e;
      }
    }
  }

  /// The same file as H2 opens it.
  ///
  /// @param file as H2 names it, without the scheme
  static FilePath path(String file) {
    register();
    return FilePath.get(SCHEME + ":" + file);
  }

  /// Atomically replaces a file that this process holds. The lock on the old file lasts until the
  /// new one is locked.
  ///
  /// @param file as H2 names it, without the scheme
  static void replace(String file, FilePath by) throws IOException {
    synchronized (FILES) {
      FilePath base = FilePath.get(file).toRealPath();
      try {
        by.moveTo(base, true);
      } catch (DbException e) {
        throw new IOException("putting " + by + " in the place of " + base, e);
      }
      Shared shared = FILES.get(base.toString());
      if (shared != null) {
        shared.isReplaced();
      }
    }
    Path folder = Path.of(file).getParent();
    if (folder != null) {
      FolderSync.force(folder);
    }
  }

  /// Holds the lock on a file from its first opening by H2 until it is closed.
  ///
  /// @param file as H2 names it, without the scheme
  static Hold hold(String file) {
    synchronized (FILES) {
      return new Hold(shared(FilePath.get(file)));
    }
  }

  /// @param base the path of the file below
  private static Shared shared(FilePath base) {
    Shared shared = FILES.computeIfAbsent(base.toRealPath().toString(), Shared::new);
    shared.users++;
    return shared;
  }

  /// Keeps the lock on a file.
  static final class Hold implements AutoCloseable {

    /// A hold on no file.
    static final Hold NONE = new Hold(null);

    private @Nullable Shared shared;

    private Hold(@Nullable Shared shared) {
      this.shared = shared;
    }

    @Override
    public void close() {
      synchronized (FILES) {
        Shared held = shared;
        shared = null;
        if (held != null) {
          try {
            held.leave();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        }
      }
    }
  }

  /// A file of which this process has one descriptor; guarded by [#FILES].
  private static final class Shared {

    private final String name;
    private int users;
    private @Nullable FileChannel file;
    private @Nullable FileLock lock;

    /// The file key when it was opened; null if the system has none.
    private @Nullable Object key;

    /// The replaced file, with its lock.
    private @Nullable FileChannel replaced;

    /// The store that owns the file; others may not write.
    private @Nullable Store owner;

    Shared(String name) {
      this.name = name;
    }

    FileChannel open(FilePath base, String mode) throws IOException {
      FileChannel open = file;
      if (open == null || !open.isOpen()) {
        // An interrupt closes the channel, and its lock is lost then.
        key = keyNow();
        open = base.open(mode);
        file = open;
        lock = null;
      }
      return open;
    }

    /// Whether a store now owns the file.
    boolean lock(Store store, long position, long size, boolean isShared) throws IOException {
      synchronized (FILES) {
        Store before = owner;
        if (before != null && !before.isFenced()) {
          return false;
        }
        if (lock == null) {
          lock = store.file.tryLock(position, size, isShared);
          if (lock != null && key != null && !key.equals(keyNow())) {
            // Another program replaced the file meanwhile: writes would be lost.
            lock.release();
            lock = null;
          }
        }
        if (lock == null) {
          return false;
        }
        owner = store;
        closeReplaced();
        return true;
      }
    }

    private @Nullable Object keyNow() {
      try {
        return Files.readAttributes(Path.of(name), BasicFileAttributes.class).fileKey();
      } catch (IOException e) {
        return null;
      }
    }

    void isReplaced() throws IOException {
      closeReplaced();
      replaced = file;
      file = null;
      lock = null;
    }

    private void closeReplaced() throws IOException {
      FileChannel old = replaced;
      replaced = null;
      if (old != null) {
        old.close();
      }
    }

    void release(Store store) {
      synchronized (FILES) {
        if (owner == store) {
          owner = null;
        }
      }
    }

    void leave() throws IOException {
      if (--users == 0) {
        FILES.remove(name);
        closeReplaced();
        FileChannel open = file;
        if (open != null) {
          // The lock is released with it.
          try (open) {
            FileLock held = lock;
            if (held != null) {
              held.release();
            }
          }
        }
      }
    }
  }

  /// The channel for H2. The file below is thread-safe: reads do not wait for a flush.
  @SuppressWarnings("UnsynchronizedOverridesSynchronized")
  private static final class Store extends FileBaseDefault {

    private final Shared shared;
    private final FileChannel file;

    /// Held during writes, so that fencing waits for them.
    private final ReentrantLock changing = new ReentrantLock();

    private volatile boolean fenced;

    Store(Shared shared, FileChannel file) {
      this.shared = shared;
      this.file = file;
    }

    /// A change of the file.
    @FunctionalInterface
    private interface Action {
      void run() throws IOException;
    }

    private void change(Action action) throws IOException {
      changing.lock();
      try {
        if (fenced) {
          throw new IOException("nothing more is written here after an error");
        }
        action.run();
      } catch (IOException | RuntimeException e) {
        fenced = true;
        throw e;
      } finally {
        changing.unlock();
      }
    }

    /// Waits for the current write and forbids further ones.
    private void fence() {
      changing.lock();
      try {
        fenced = true;
      } finally {
        changing.unlock();
      }
    }

    /// Whether writes are forbidden.
    boolean isFenced() {
      if (fenced) {
        fence();
      }
      return fenced;
    }

    @Override
    public int write(ByteBuffer from, long position) throws IOException {
      int length = from.remaining();
      change(() -> writeInOrder(from, position));
      return length;
    }

    private void writeInOrder(ByteBuffer from, long position) throws IOException {
      // In a plain file, no write begins at the second copy.
      boolean isHeader = position == 0 || position == HEADER;
      int last = Math.min(from.remaining(), isHeader ? HEADER : SECTOR);
      ByteBuffer first = from.slice(from.position(), last);
      from.position(from.position() + last);
      if (from.hasRemaining()) {
        writeFully(from, position + last);
        file.force(false);
      }
      writeFully(first, position);
      if (isHeader) {
        file.force(false);
      }
    }

    private void writeFully(ByteBuffer from, long position) throws IOException {
      long at = position;
      while (from.hasRemaining()) {
        at += file.write(from, at);
      }
    }

    @Override
    public long size() throws IOException {
      return file.size();
    }

    @Override
    public int read(ByteBuffer into, long position) throws IOException {
      return file.read(into, position);
    }

    @Override
    protected void implTruncate(long size) throws IOException {
      change(() -> file.truncate(size));
    }

    @Override
    public void force(boolean metaData) throws IOException {
      change(() -> file.force(metaData));
    }

    @Override
    public @Nullable FileLock tryLock(long position, long size, boolean isShared)
        throws IOException {
      return shared.lock(this, position, size, isShared)
          ? new Lease(this, position, size, isShared)
          : null;
    }

    @Override
    protected void implCloseChannel() throws IOException {
      fence();
      synchronized (FILES) {
        shared.release(this);
        shared.leave();
      }
    }
  }

  /// The lock of one store. It ends with the store; that of the process stays.
  private static final class Lease extends FileLock {

    private final Store store;

    Lease(Store store, long position, long size, boolean isShared) {
      super(store, position, size, isShared);
      this.store = store;
    }

    @Override
    public boolean isValid() {
      return store.isOpen() && !store.fenced;
    }

    @Override
    public void release() {
      // Released when the store is closed, which follows.
    }
  }
}
