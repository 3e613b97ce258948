package org.parley.model.guarantee;

/// A period, and whether its last instant is included.
///
/// @param length its length
/// @param lastInstant whether an event at its very end is in time
public record Within(TimeSpan length, LastInstant lastInstant) {

  /// Whether the last instant of a period is included.
  public enum LastInstant {
    IN_TIME,
    TOO_LATE
  }
}
