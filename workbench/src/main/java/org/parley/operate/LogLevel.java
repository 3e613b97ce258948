package org.parley.operate;

import java.util.Locale;
import java.util.logging.Level;

/// From which level on lines are written.
public enum LogLevel {
  /// Something is broken.
  ERROR(Level.SEVERE),
  /// Something to look at.
  WARNING(Level.WARNING),
  /// Something to know.
  INFO(Level.INFO);

  private final Level level;

  LogLevel(Level level) {
    this.level = level;
  }

  Level level() {
    return level;
  }

  /// The word of a level: `warning`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
