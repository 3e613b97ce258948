package org.parley.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/// A disk in memory for H2 that can run out of space and lose power.
///
/// H2 takes the part of a file name before the first colon as the scheme of a file system. The
/// scheme of this disk is a path, so [#file] names a file on it wherever the path of a journal is
/// expected.
///
/// Power loss: [#afterPowerLoss] keeps what was forced. Of the writes that were not, it keeps any
/// subset of sectors, in any order. A sector is written whole or not at all; one that the file did
/// not have yet may hold noise. Creating, renaming and deleting a file is durable at once, as on a
/// journaling file system. A file that was replaced keeps its bytes for those who have it open.
@NullMarked
public final class SimulatedDisk implements AutoCloseable {

  private static final int SECTOR = 512;

  /// What happened on the disk, in order.
  private sealed interface Event {

    @SuppressWarnings("ArrayRecordComponent")
    record Written(String file, long at, byte[] bytes) implements Event {}

    record Truncated(String file, long size) implements Event {}

    record Forced(String file) implements Event {}

    record Created(String file) implements Event {}

    record Deleted(String file) implements Event {}

    record Moved(String from, String to) implements Event {}

    /// A note of the program that uses the disk.
    record Noted(String note) implements Event {}
  }

  /// The bytes of a file.
  private static final class Content {
    private byte[] bytes;
    private int size;

    Content(byte[] bytes, int size) {
      this.bytes = bytes;
      this.size = size;
    }

    static Content empty() {
      return new Content(new byte[SECTOR], 0);
    }

    Content copy() {
      return new Content(Arrays.copyOf(bytes, Math.max(size, SECTOR)), size);
    }

    void write(long at, byte[] from, int offset, int length) {
      int end = Math.toIntExact(at + length);
      if (end > bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.max(end, 2 * bytes.length));
      }
      System.arraycopy(from, offset, bytes, (int) at, length);
      size = Math.max(size, end);
    }

    void truncate(long to) {
      if (to < size) {
        Arrays.fill(bytes, (int) to, size, (byte) 0);
        size = (int) to;
      }
    }
  }

  private final Map<String, Content> atStart;
  private final Map<String, Content> files = new TreeMap<>();
  private final Map<String, FileLock> locked = new TreeMap<>();
  private final List<Event> events = new ArrayList<>();
  private final Provider provider;
  private boolean records = true;
  private long space = Long.MAX_VALUE;
  private Runnable beforeRefusing = () -> {};

  private SimulatedDisk(String scheme, Map<String, Content> atStart) {
    this.atStart = atStart;
    atStart.forEach((name, content) -> files.put(name, content.copy()));
    this.provider = new Provider(this, scheme);
    FilePath.register(provider);
  }

  /// An empty disk.
  ///
  /// @param folder an absolute path that names the disk; nothing is written there
  public static SimulatedDisk in(Path folder) {
    return new SimulatedDisk(folder.toAbsolutePath().toString(), Map.of());
  }

  /// The path of a file on this disk.
  public Path file(String name) {
    return Path.of(provider.scheme + ":" + name);
  }

  /// Forgets what happened from now on, so that the disk can be used for long.
  public synchronized SimulatedDisk withoutPowerLoss() {
    records = false;
    return this;
  }

  /// No file grows any more.
  public synchronized void fill() {
    space = used();
  }

  /// The same; does something once, while the first write that is refused still waits for its
  /// answer.
  public synchronized void fill(Runnable meanwhile) {
    fill();
    beforeRefusing = meanwhile;
  }

  /// There is room again.
  public synchronized void makeRoom() {
    space = Long.MAX_VALUE;
    beforeRefusing = () -> {};
  }

  private synchronized Runnable beforeRefusing() {
    Runnable first = beforeRefusing;
    beforeRefusing = () -> {};
    return first;
  }

  /// Forces what was written to a file.
  public synchronized void force(String file) {
    happened(new Event.Forced(file));
  }

  /// How many bytes the files have.
  public synchronized long used() {
    return files.values().stream().mapToLong(each -> each.size).sum();
  }

  /// Whether a program holds the lock of a file.
  public synchronized boolean isLocked(String file) {
    return locked.keySet().stream()
        .anyMatch(each -> each.endsWith(":" + file) || each.equals(file));
  }

  /// Notes something among the events.
  public synchronized void note(String note) {
    happened(new Event.Noted(note));
  }

  /// How many events there were.
  public synchronized int countEvents() {
    return events.size();
  }

  /// The notes among the first events.
  public synchronized List<String> notesUntil(int event) {
    return events.subList(0, event).stream()
        .filter(Event.Noted.class::isInstance)
        .map(each -> ((Event.Noted) each).note())
        .toList();
  }

  /// The disk as a power loss leaves it.
  ///
  /// @param event how many events happened before
  /// @param folder names the new disk
  public synchronized SimulatedDisk afterPowerLoss(int event, Path folder, Random random) {
    Map<String, Content> durable = new TreeMap<>();
    atStart.forEach((name, content) -> durable.put(name, content.copy()));
    Map<String, List<Event>> pending = new TreeMap<>();
    for (Event each : events.subList(0, event)) {
      switch (each) {
        case Event.Written written -> of(written.file, pending).add(written);
        case Event.Truncated truncated -> of(truncated.file, pending).add(truncated);
        case Event.Forced forced -> {
          List<Event> reached = of(forced.file, pending);
          reached.forEach(change -> apply(change, durable.get(forced.file)));
          reached.clear();
        }
        case Event.Created(String file) -> durable.put(file, Content.empty());
        case Event.Deleted(String file) -> {
          durable.remove(file);
          pending.remove(file);
        }
        case Event.Moved(String from, String to) -> {
          durable.put(to, durable.remove(from));
          pending.put(to, of(from, pending));
          pending.remove(from);
        }
        case Event.Noted _ -> {}
      }
    }
    pending.forEach((name, changes) -> lose(changes, durable.get(name), random));
    return new SimulatedDisk(folder.toAbsolutePath().toString(), durable);
  }

  private static List<Event> of(String file, Map<String, List<Event>> pending) {
    return pending.computeIfAbsent(file, _ -> new ArrayList<>());
  }

  private static void apply(Event change, @Nullable Content content) {
    if (content == null) {
      throw new IllegalStateException("no file for " + change);
    }
    switch (change) {
      case Event.Written(_, long at, byte[] bytes) -> content.write(at, bytes, 0, bytes.length);
      case Event.Truncated(_, long size) -> content.truncate(size);
      case Event.Forced _, Event.Created _, Event.Deleted _, Event.Moved _, Event.Noted _ ->
          throw new IllegalStateException("no change of bytes: " + change);
    }
  }

  /// Applies any part of what was not forced, in any order.
  private static void lose(List<Event> changes, @Nullable Content content, Random random) {
    List<Event> parts = new ArrayList<>();
    for (Event change : changes) {
      if (change instanceof Event.Written(String file, long at, byte[] bytes)) {
        for (int from = 0; from < bytes.length; ) {
          int length = Math.min(bytes.length - from, SECTOR - (int) ((at + from) % SECTOR));
          byte[] sector = Arrays.copyOfRange(bytes, from, from + length);
          parts.add(new Event.Written(file, at + from, sector));
          from += length;
        }
      } else {
        parts.add(change);
      }
    }
    if (random.nextBoolean()) {
      Collections.shuffle(parts, random);
    }
    int forced = content == null ? 0 : content.size;
    int reached = random.nextInt(5);
    int noisy = random.nextInt(3);
    for (Event part : parts) {
      if (random.nextInt(4) < reached) {
        apply(part, content);
      } else if (part instanceof Event.Written(String file, long at, byte[] bytes)
          && at >= forced
          && random.nextInt(8) < noisy) {
        byte[] noise = new byte[bytes.length];
        random.nextBytes(noise);
        apply(new Event.Written(file, at, noise), content);
      }
    }
  }

  private void happened(Event event) {
    if (records) {
      events.add(event);
    }
  }

  private synchronized boolean exists(String file) {
    return files.containsKey(file);
  }

  private synchronized Content content(String file) {
    return files.computeIfAbsent(
        file,
        _ -> {
          happened(new Event.Created(file));
          return Content.empty();
        });
  }

  private Optional<String> nameOf(Content content) {
    return files.entrySet().stream()
        .filter(each -> each.getValue().equals(content))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private synchronized boolean create(String file) {
    boolean isNew = !exists(file);
    content(file);
    return isNew;
  }

  private synchronized void delete(String file) {
    if (files.remove(file) != null) {
      happened(new Event.Deleted(file));
    }
  }

  private synchronized void move(String from, String to) {
    files.put(to, content(from));
    files.remove(from);
    locked.remove(to);
    happened(new Event.Moved(from, to));
  }

  /// The names of the files.
  public synchronized List<String> list() {
    return List.copyOf(files.keySet());
  }

  /// Takes the disk away.
  @Override
  public void close() {
    FilePath.unregister(provider);
  }

  /// The file system as H2 knows it.
  private static final class Provider extends FilePath {

    private final SimulatedDisk disk;
    private final String scheme;

    Provider(SimulatedDisk disk, String scheme) {
      this.disk = disk;
      this.scheme = scheme;
      this.name = scheme + ":";
    }

    private String file() {
      return name.substring(scheme.length() + 1);
    }

    private boolean isRoot() {
      return file().isEmpty();
    }

    @Override
    public FilePath getPath(String path) {
      Provider result = new Provider(disk, scheme);
      result.name = path;
      return result;
    }

    @Override
    public String getScheme() {
      return scheme;
    }

    @Override
    public long size() {
      synchronized (disk) {
        return disk.content(file()).size;
      }
    }

    @Override
    public void moveTo(FilePath newName, boolean atomicReplace) {
      disk.move(file(), ((Provider) newName).file());
    }

    @Override
    public boolean createFile() {
      return disk.create(file());
    }

    @Override
    public boolean exists() {
      return isRoot() || disk.exists(file());
    }

    @Override
    public void delete() {
      disk.delete(file());
    }

    @Override
    public List<FilePath> newDirectoryStream() {
      // H2 changes the list
      return new ArrayList<>(
          disk.list().stream().map(each -> getPath(scheme + ":" + each)).toList());
    }

    @Override
    public FilePath toRealPath() {
      return this;
    }

    @Override
    public FilePath getParent() {
      return getPath(scheme + ":");
    }

    @Override
    public boolean isDirectory() {
      return isRoot();
    }

    @Override
    public boolean isRegularFile() {
      return !isRoot() && exists();
    }

    @Override
    public boolean isAbsolute() {
      return true;
    }

    @Override
    public long lastModified() {
      return 0;
    }

    @Override
    public boolean canWrite() {
      return true;
    }

    @Override
    public boolean setReadOnly() {
      return false;
    }

    @Override
    public void createDirectory() {
      // there is only the root
    }

    @Override
    public FileChannel open(String mode) {
      return new Channel(disk, file(), disk.content(file()));
    }
  }

  /// An open file; the disk is its lock.
  @SuppressWarnings("UnsynchronizedOverridesSynchronized")
  private static final class Channel extends FileBaseDefault {

    private final SimulatedDisk disk;
    private final String file;

    /// The bytes, under whichever name; under none once another file replaced it.
    private final Content content;

    Channel(SimulatedDisk disk, String file, Content content) {
      this.disk = disk;
      this.file = file;
      this.content = content;
    }

    private void happened(Function<String, Event> event) {
      disk.nameOf(content).ifPresent(name -> disk.happened(event.apply(name)));
    }

    @Override
    public long size() {
      synchronized (disk) {
        return content.size;
      }
    }

    @Override
    public int read(ByteBuffer into, long position) {
      synchronized (disk) {
        int length = (int) Math.min(into.remaining(), content.size - position);
        if (length <= 0) {
          return into.hasRemaining() ? -1 : 0;
        }
        into.put(content.bytes, (int) position, length);
        return length;
      }
    }

    @Override
    public int write(ByteBuffer from, long position) throws IOException {
      if (!hasRoom(position + from.remaining())) {
        disk.beforeRefusing().run();
        throw new IOException("No space left on device");
      }
      synchronized (disk) {
        byte[] bytes = new byte[from.remaining()];
        from.get(bytes);
        content.write(position, bytes, 0, bytes.length);
        happened(name -> new Event.Written(name, position, bytes));
        return bytes.length;
      }
    }

    private boolean hasRoom(long size) {
      synchronized (disk) {
        long grows = size - content.size;
        return grows <= 0 || disk.used() + grows <= disk.space;
      }
    }

    @Override
    protected void implTruncate(long size) {
      synchronized (disk) {
        content.truncate(size);
        happened(name -> new Event.Truncated(name, size));
      }
    }

    @Override
    public void force(boolean metaData) {
      synchronized (disk) {
        happened(Event.Forced::new);
      }
    }

    @Override
    public @Nullable FileLock tryLock(long position, long size, boolean shared) {
      synchronized (disk) {
        if (disk.locked.containsKey(file)) {
          return null;
        }
        FileLock lock =
            new FileLock(this, position, size, shared) {
              @Override
              public boolean isValid() {
                synchronized (disk) {
                  return disk.locked.get(file) == this;
                }
              }

              @Override
              public void release() {
                synchronized (disk) {
                  disk.locked.remove(file, this);
                }
              }
            };
        disk.locked.put(file, lock);
        return lock;
      }
    }

    @Override
    protected void implCloseChannel() {
      // nothing is held
    }
  }
}
