package org.parley.store.anchor;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.folder.PrivateFiles;

/// A file of anchors: JSON Lines, which are only ever appended.
final class AnchorFile {

  /// The longest line; one with a time stamp and its certificates has some 8,000 characters.
  private static final int LONGEST_LINE = 64 << 10;

  /// A lock of a file is one of the whole program, so threads take turns before. Each file has its
  /// own: an authority that hangs holds up no other.
  private static final Map<Path, ReentrantLock> WRITING = new ConcurrentHashMap<>();

  private AnchorFile() {}

  /// Makes the next anchor from the last.
  @FunctionalInterface
  interface Maker<T> {

    /// The next anchor with what is told of it; null for none.
    @Nullable NextAnchor<T> after(@Nullable SignedAnchor last)
        throws IOException, AnchorRefused, InterruptedException;
  }

  /// An anchor, with what is told of it.
  record NextAnchor<T>(SignedAnchor anchor, T told) {}

  /// Takes the lines of a file.
  @FunctionalInterface
  interface Reader {

    /// Takes a line.
    ///
    /// @param text null for one that is too long
    void take(int line, @Nullable String text);
  }

  /// Appends an anchor, on disk when it returns. Programs take turns.
  ///
  /// @return what is told of it; null if none was made
  static <T> @Nullable T append(Path file, Maker<T> maker)
      throws IOException, AnchorRefused, InterruptedException {
    ReentrantLock writing =
        WRITING.computeIfAbsent(file.toAbsolutePath().normalize(), _ -> new ReentrantLock());
    writing.lock();
    try {
      PrivateFiles.make(file);
      try (FileChannel open =
              FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
          var _ = open.lock()) {
        String end = end(open);
        NextAnchor<T> made = maker.after(last(end));
        if (made == null) {
          return null;
        }
        // a line that was cut short stays a line of its own
        String before = end.isEmpty() || end.endsWith("\n") ? "" : "\n";
        write(open, before + made.anchor.line() + "\n");
        return made.told;
      }
    } finally {
      writing.unlock();
    }
  }

  private static String end(FileChannel open) throws IOException {
    long size = open.size();
    ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(size, 2L * LONGEST_LINE));
    long from = size - buffer.capacity();
    while (buffer.hasRemaining() && open.read(buffer, from + buffer.position()) >= 0) {
      // until all is read
    }
    return new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8);
  }

  /// The last line that is an anchor.
  private static @Nullable SignedAnchor last(String end) throws AnchorRefused {
    List<String> lines = end.lines().filter(each -> !each.isBlank()).toList();
    for (String each : lines.reversed()) {
      try {
        return SignedAnchor.of(each);
      } catch (AnchorRefused e) {
        // perhaps cut short by a power failure: the one before it counts
      }
    }
    if (!lines.isEmpty()) {
      throw new AnchorRefused(
          "the file has no anchor at its end. Maybe name another file for anchors");
    }
    return null;
  }

  private static void write(FileChannel open, String text) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    long at = open.size();
    while (bytes.hasRemaining()) {
      at += open.write(bytes, at);
    }
    open.force(true);
  }

  /// Reads every line that is not blank, in order.
  static void read(Path file, Reader reader) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      int number = 1;
      boolean isTooLong = false;
      for (int next = in.read(); next >= 0; next = in.read()) {
        if (next == '\n') {
          give(reader, number++, line, isTooLong);
          isTooLong = false;
        } else if (line.size() < LONGEST_LINE) {
          line.write(next);
        } else {
          isTooLong = true;
        }
      }
      give(reader, number, line, isTooLong);
    }
  }

  private static void give(
      Reader reader, int number, ByteArrayOutputStream line, boolean isTooLong) {
    String text = line.toString(StandardCharsets.UTF_8);
    line.reset();
    if (!text.isBlank()) {
      reader.take(number, isTooLong ? null : text);
    }
  }
}
