package org.parley.operate;

import java.lang.System.Logger.Level;
import java.util.ResourceBundle;

/// The log of the program: the one way to write to it. Lines are fields, so nothing that somebody
/// sent can look like another line.
public final class ServerLog {

  /// The id of the request that is being answered; every line of it carries it.
  public static final ScopedValue<String> REQUEST = ScopedValue.newInstance();

  /// The parent of all loggers here.
  static final String ROOT = "org.parley";

  private static final System.Logger SERVER = System.getLogger(ROOT + ".server");
  private static final System.Logger ACCESS = System.getLogger(ROOT + ".access");

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

  private static void log(System.Logger logger, Level level, LogFields line) {
    if (logger.isLoggable(level)) {
      logger.log(level, (ResourceBundle) null, "{0}", line);
    }
  }
}
