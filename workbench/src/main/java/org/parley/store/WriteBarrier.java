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

/// A file system for H2 in which a power loss leaves each write whole or without effect, and a
/// store whose write failed writes nothing more.
///
/// H2 takes a chunk of its file for complete if the first and the last bytes are there. A disk may
/// keep those and lose what is between, as long as nothing was forced. So the first sector of every
/// write goes last, after the rest was forced. A sector is written whole or not at all.
///
/// The header of the file stands there twice, and H2 writes both copies in one write. One copy is
/// forced before the other is touched, so even a sector that is torn leaves one of them.
///
/// Fencing: after a failed write H2 still runs the commits that waited behind it, and marks the
/// file when it closes it. Such a chunk refers to one that is missing. When the file is opened
/// again, H2 may then fall back by many chunks. So the first error of a store fences it: it only
/// reads from then on.
///
/// This process has one descriptor for each file. POSIX drops all locks of a process on a file with
/// the first descriptor that it closes. The lock is held as long as a [Hold], also while H2 opens
/// the file anew, and while another file takes its place. A lock counts only if the name still
/// stands for the file that was locked.
public final class WriteBarrier extends FilePathWrapper {

  /// What comes before the path.
  static final String SCHEME = "barrier";

  private static final int SECTOR = 512;

  /// How long each copy of the header is.
  private static final int HEADER = 4096;

  private static final Map<String, Shared> FILES = new HashMap<>();

  /// For H2, which makes an instance for each path.
  public WriteBarrier() {}

  /// Makes the scheme known to H2.
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

  /// Puts one file in the place of another that this process holds, at once. The lock on the one
  /// that was replaced lasts until the new one is locked.
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

  /// Keeps the lock on a file from when H2 first opens it until the end of the hold.
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

    /// Where there is no file.
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

    /// Which file the name stood for when it was opened; absent where the system does not say.
    private @Nullable Object key;

    /// What was replaced, with the lock on it.
    private @Nullable FileChannel replaced;

    /// The store that holds the file; the others may not write.
    private @Nullable Store owner;

    Shared(String name) {
      this.name = name;
    }

    FileChannel open(FilePath base, String mode) throws IOException {
      FileChannel open = file;
      if (open == null || !open.isOpen()) {
        // an interrupt closes it, and its lock is gone then
        key = keyNow();
        open = base.open(mode);
        file = open;
        lock = null;
      }
      return open;
    }

    /// Whether a store holds the file from now on.
    boolean lock(Store store, long position, long size, boolean isShared) throws IOException {
      synchronized (FILES) {
        Store before = owner;
        if (before != null && !before.isFenced()) {
          return false;
        }
        if (lock == null) {
          lock = store.file.tryLock(position, size, isShared);
          if (lock != null && key != null && !key.equals(keyNow())) {
            // another program replaced it meanwhile: what is written here would be lost
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
          // and the lock with it
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

  /// What H2 writes and reads through. The file below is safe for use by several threads: reading
  /// does not wait for a flush.
  @SuppressWarnings("UnsynchronizedOverridesSynchronized")
  private static final class Store extends FileBaseDefault {

    private final Shared shared;
    private final FileChannel file;

    /// Held while the file is changed, so that whoever fences this store waits for the end of it.
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

    /// Lets what is being written end, and nothing more.
    private void fence() {
      changing.lock();
      try {
        fenced = true;
      } finally {
        changing.unlock();
      }
    }

    /// Whether it will write nothing more.
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
      int last = Math.min(from.remaining(), position == 0 ? HEADER : SECTOR);
      ByteBuffer first = from.slice(from.position(), last);
      from.position(from.position() + last);
      if (from.hasRemaining()) {
        writeFully(from, position + last);
        file.force(false);
      }
      writeFully(first, position);
      if (position == 0) {
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
      // when the store is closed, which follows
    }
  }
}
