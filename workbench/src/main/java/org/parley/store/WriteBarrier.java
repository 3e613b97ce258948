package org.parley.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.jspecify.annotations.Nullable;

/// A file system for H2 in which a power loss leaves each write whole or without effect.
///
/// H2 takes a chunk of its file for complete if the first and the last bytes are there. A disk may
/// keep those and lose what is between, as long as nothing was forced. So the first sector of every
/// write goes last, after the rest was forced. A sector is written whole or not at all.
///
/// The header of the file stands there twice, and H2 writes both copies in one write. One copy is
/// forced before the other is touched, so even a sector that is torn leaves one of them.
public final class WriteBarrier extends FilePathWrapper {

  /// What comes before the path.
  static final String SCHEME = "barrier";

  private static final int SECTOR = 512;

  /// How long each copy of the header is.
  private static final int HEADER = 4096;

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
    return new Ordered(getBase().open(mode));
  }

  /// The file below is safe for use by several threads: reading does not wait for a flush.
  @SuppressWarnings("UnsynchronizedOverridesSynchronized")
  private static final class Ordered extends FileBaseDefault {

    private final FileChannel file;

    Ordered(FileChannel file) {
      this.file = file;
    }

    @Override
    public int write(ByteBuffer from, long position) throws IOException {
      int length = from.remaining();
      int last = Math.min(length, position == 0 ? HEADER : SECTOR);
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
      return length;
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
      file.truncate(size);
    }

    @Override
    public void force(boolean metaData) throws IOException {
      file.force(metaData);
    }

    @Override
    public @Nullable FileLock tryLock(long position, long size, boolean shared) throws IOException {
      return file.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
      file.close();
    }
  }
}
