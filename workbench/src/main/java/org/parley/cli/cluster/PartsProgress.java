package org.parley.cli.cluster;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Optional;
import org.parley.job.SweepBackend;
import org.parley.wording.Messages;

/// Shows finished parts on one line of a terminal, and clears it at the end; nothing elsewhere.
final class PartsProgress implements SweepBackend.PartListener, AutoCloseable {

  private final PrintWriter err;
  private final boolean shown =
      Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
  private final Messages messages = Messages.current();
  private int most;
  private int width;

  PartsProgress(PrintWriter err) {
    this.err = err;
  }

  @Override
  public synchronized void at(int done, int of) {
    // tasks of a cluster end in any order
    if (!shown || done <= most) {
      return;
    }
    most = done;
    String line = messages.text("jobs.progress", "done", done, "of", of);
    err.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
    err.flush();
    width = line.length();
  }

  @Override
  public synchronized void close() {
    if (width > 0) {
      err.print("\r" + " ".repeat(width) + "\r");
      err.flush();
    }
  }
}
