package org.parley.operate;

import java.lang.System.Logger.Level;
import java.util.Locale;

/// From which level on lines are written.
public enum LogLevel {
  /// Something is broken.
  ERROR(Level.ERROR),
  /// Something to look at.
  WARNING(Level.WARNING),
  /// Something to know.
  INFO(Level.INFO);

  private final Level level;

  LogLevel(Level level) {
    this.level = level;
  }

  static LogLevel of(Level level) {
    return level.getSeverity() >= Level.ERROR.getSeverity()
        ? ERROR
        : level == Level.WARNING ? WARNING : INFO;
  }

  int severity() {
    return level.getSeverity();
  }

  /// The word of a level: `warning`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
