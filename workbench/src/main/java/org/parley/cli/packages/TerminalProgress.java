package org.parley.cli.packages;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Optional;
import org.parley.exact.ProgressListener;
import org.parley.exact.Stage;

/// Shows the progress of a long search on one line of a terminal, and clears it at the end.
///
/// Nothing is shown in the first half second, or if the output is not a terminal.
final class TerminalProgress implements ProgressListener, AutoCloseable {

  private static final long QUIET_NANOS = 500_000_000;
  private static final long BETWEEN_NANOS = 100_000_000;
  private static final int BAR = 24;

  private final PrintWriter err;
  private final boolean shown;
  private long nextNanos = System.nanoTime() + QUIET_NANOS;
  private int width;

  TerminalProgress(PrintWriter err, boolean wanted) {
    this.err = err;
    shown = wanted && Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
  }

  @Override
  public void at(Stage stage, long done, long total) {
    if (!shown || System.nanoTime() < nextNanos) {
      return;
    }
    nextNanos = System.nanoTime() + BETWEEN_NANOS;
    String line =
        PackagesText.say("stage", "stage", stage)
            + " "
            + (total > 0 ? bar(done, total) : Long.toString(done));
    err.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
    err.flush();
    width = line.length();
  }

  private static String bar(long done, long total) {
    int full = (int) Math.min(BAR, done * BAR / total);
    return "["
        + "#".repeat(full)
        + ".".repeat(BAR - full)
        + "] "
        + PackagesText.say("done-of", "done", done, "total", total);
  }

  /// Wipes the line.
  @Override
  public void close() {
    if (width > 0) {
      err.print("\r" + " ".repeat(width) + "\r");
      err.flush();
    }
  }
}
