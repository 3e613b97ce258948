package org.parley.app.history;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.disk.FilePathDisk;
import org.jspecify.annotations.Nullable;
import org.parley.app.Parley;

/// The program on a disk that fills up or hangs when it is told so: a line `FULL`, `HUNG` or `WELL`
/// on its input.
///
/// H2 takes the part of a file name before the first colon as the scheme of a file system. The file
/// of the journal has a colon in its name, and this disk takes what stands before it as its scheme,
/// so that all others find the file under the same name.
final class FlakyDisk extends FilePathDisk {

  private enum State {
    WELL,
    FULL,
    HUNG
  }

  private static State state = State.WELL;

  private final String scheme;

  private FlakyDisk(String scheme) {
    this.scheme = scheme;
  }

  /// The path of a journal that lies on this disk.
  static Path journalIn(Path folder) {
    return folder.toAbsolutePath().resolve("flaky:journal");
  }

  /// Runs a command of the program on this disk.
  ///
  /// @param arguments those of the program, the path of the journal the last
  public static void main(String[] arguments) {
    String journal = arguments[arguments.length - 1];
    FilePath.register(new FlakyDisk(journal.substring(0, journal.indexOf(':'))));
    Thread.ofPlatform().daemon().start(FlakyDisk::listen);
    Parley.main(arguments);
  }

  private static void listen() {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        become(State.valueOf(line));
      }
    } catch (IOException e) {
      // the one who told it is gone
    }
  }

  private static synchronized void become(State next) {
    state = next;
    FlakyDisk.class.notifyAll();
  }

  /// Waits while it hangs; fails where it is full and something is to grow.
  private static void admit(boolean grows) throws IOException {
    synchronized (FlakyDisk.class) {
      while (state == State.HUNG) {
        try {
          FlakyDisk.class.wait();
        } catch (InterruptedException e) {
          // a process that waits for a disk cannot be interrupted
          Thread.currentThread().interrupt();
          throw new IOException("interrupted", e);
        }
      }
      if (grows && state == State.FULL) {
        throw new IOException("No space left on device");
      }
    }
  }

  @Override
  public FlakyDisk getPath(String path) {
    FlakyDisk result = new FlakyDisk(scheme);
    result.name = path;
    return result;
  }

  @Override
  public String getScheme() {
    return scheme;
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    return new Channel(super.open(mode));
  }

  /// An open file.
  private static final class Channel extends FileBaseDefault {

    private final FileChannel base;

    Channel(FileChannel base) {
      this.base = base;
    }

    @Override
    public long size() throws IOException {
      return base.size();
    }

    @Override
    public synchronized int read(ByteBuffer into, long position) throws IOException {
      return base.read(into, position);
    }

    @Override
    public synchronized int write(ByteBuffer from, long position) throws IOException {
      admit(position + from.remaining() > base.size());
      return base.write(from, position);
    }

    @Override
    protected void implTruncate(long size) throws IOException {
      admit(false);
      base.truncate(size);
    }

    @Override
    public void force(boolean metaData) throws IOException {
      admit(false);
      base.force(metaData);
    }

    @Override
    public @Nullable FileLock tryLock(long position, long size, boolean shared) throws IOException {
      return base.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
      base.close();
    }
  }
}
