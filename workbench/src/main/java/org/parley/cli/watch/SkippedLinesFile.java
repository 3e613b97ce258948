package org.parley.cli.watch;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.parley.exchange.incidents.SkippedLines;

/// Reports and counts skipped lines, and writes them to a file if one is named. Each follows a
/// comment with its origin and the reason.
final class SkippedLinesFile implements Closeable {

  private final Report report;
  private final @Nullable Writer file;
  private long count;

  SkippedLinesFile(@Nullable Path file, Report report) throws IOException {
    this.report = report;
    this.file = file == null ? null : Files.newBufferedWriter(file);
  }

  void add(SkippedLines aside) {
    count++;
    report.aside(aside);
    if (file != null) {
      try {
        file.write(
            "# " + aside.origin() + ": " + WatchContext.plain(aside.why().sentence()) + "\n");
        file.write(aside.text() + "\n");
        file.flush();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  long count() {
    return count;
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }
}
