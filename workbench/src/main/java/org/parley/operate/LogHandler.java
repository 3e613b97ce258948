package org.parley.operate;

import java.io.PrintStream;
import java.util.Locale;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// Prints the lines of [ServerLog] until it is closed.
public final class LogHandler extends Handler {

  /// The parent is kept here: loggers that nobody holds are collected with their handlers.
  private static final Logger PARENT = Logger.getLogger(ServerLog.ROOT);

  private final LogFormat format;
  private final PrintStream out;

  private LogHandler(LogFormat format, PrintStream out) {
    this.format = format;
    this.out = out;
  }

  /// Has all lines from a level on printed here, and nowhere else.
  public static LogHandler begin(LogFormat format, LogLevel least, PrintStream out) {
    LogHandler handler = new LogHandler(format, out);
    handler.setLevel(least.level());
    PARENT.setLevel(Level.ALL);
    PARENT.setUseParentHandlers(false);
    PARENT.addHandler(handler);
    return handler;
  }

  @Override
  public void publish(LogRecord line) {
    if (isLoggable(line)
        && line.getParameters() != null
        && line.getParameters().length == 1
        && line.getParameters()[0] instanceof LogFields fields) {
      String request = ServerLog.REQUEST.isBound() ? ServerLog.REQUEST.get() : null;
      String logger = line.getLoggerName().substring(ServerLog.ROOT.length() + 1);
      out.println(format.line(line.getInstant(), level(line), logger, request, fields));
    }
  }

  private static String level(LogRecord line) {
    return line.getLevel() == Level.SEVERE
        ? LogLevel.ERROR.word()
        : line.getLevel().getName().toLowerCase(Locale.ROOT);
  }

  @Override
  public void flush() {
    out.flush();
  }

  @Override
  public void close() {
    PARENT.removeHandler(this);
    if (PARENT.getHandlers().length == 0) {
      PARENT.setUseParentHandlers(true);
      PARENT.setLevel(null);
    }
    flush();
  }
}
