package org.parley.operate;

import java.io.PrintStream;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Prints the lines of [ServerLog] until it is closed. Logging of the JDK is not used meanwhile: it
/// ends with the first hook of a shutdown, before a server has stopped.
public final class LogPrinter implements AutoCloseable {

  private static final List<LogPrinter> ALL = new CopyOnWriteArrayList<>();

  private final LogFormat format;
  private final LogLevel least;
  private final PrintStream out;
  private final InstantSource clock;

  private LogPrinter(LogFormat format, LogLevel least, PrintStream out, InstantSource clock) {
    this.clock = clock;
    this.format = format;
    this.least = least;
    this.out = out;
  }

  /// Has all lines from a level on printed.
  public static LogPrinter begin(
      LogFormat format, LogLevel least, PrintStream out, InstantSource clock) {
    LogPrinter printer = new LogPrinter(format, least, out, clock);
    ALL.add(printer);
    return printer;
  }

  /// Prints a line wherever lines are printed.
  ///
  /// @return whether there is a printer
  static boolean print(Level level, String logger, LogFields line) {
    ALL.forEach(each -> each.write(level, logger, line));
    return !ALL.isEmpty();
  }

  private void write(Level level, String logger, LogFields line) {
    if (level.getSeverity() >= least.severity()) {
      String request = ServerLog.REQUEST.isBound() ? ServerLog.REQUEST.get() : null;
      out.println(format.line(clock.instant(), LogLevel.of(level).word(), logger, request, line));
    }
  }

  @Override
  public void close() {
    ALL.remove(this);
    out.flush();
  }
}
