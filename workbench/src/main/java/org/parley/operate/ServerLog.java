package org.parley.operate;

import java.lang.System.Logger.Level;

/// The log of the program: the one way to write to it. Lines are fields, so nothing that somebody
/// sent can look like another line.
public final class ServerLog {

  /// The id of the request that is being answered; every line of it carries it.
  public static final ScopedValue<String> REQUEST = ScopedValue.newInstance();

  private static final String SERVER = "server";
  private static final String ACCESS = "access";

  private ServerLog() {}

  /// Something to know.
  public static void info(LogFields line) {
    log(SERVER, Level.INFO, line);
  }

  /// Something to look at.
  public static void warn(LogFields line) {
    log(SERVER, Level.WARNING, line);
  }

  /// Something is broken.
  public static void error(LogFields line) {
    log(SERVER, Level.ERROR, line);
  }

  /// A request was answered.
  static void access(LogFields line) {
    log(ACCESS, Level.INFO, line);
  }

  /// Without a printer, as on a laptop, the JDK prints it.
  private static void log(String logger, Level level, LogFields line) {
    if (!LogPrinter.print(level, logger, line)) {
      System.getLogger("org.parley." + logger).log(level, line);
    }
  }
}
