package org.parley.model.guarantee;

/// A stretch of time, and whether its last instant belongs to it.
///
/// @param length how long
/// @param lastInstant whether what happens at its very end is in time
public record Within(TimeSpan length, LastInstant lastInstant) {

  /// Whether what happens at the very end of a stretch is in time.
  public enum LastInstant {
    IN_TIME,
    TOO_LATE
  }
}
