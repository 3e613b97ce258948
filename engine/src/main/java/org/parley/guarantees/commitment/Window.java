package org.parley.guarantees.commitment;

import org.parley.guarantees.log.Moments;

/// A period from some moment, and whether its last instant belongs to it.
///
/// @param length how long it is
/// @param end whether what happens at its very end is still in time
public record Window(Period length, Edge end) {

  /// Whether the last instant of a window belongs to it.
  public enum Edge {
    CLOSED,
    OPEN
  }

  /// The last moment in time, counted from `start`.
  public long last(long start) {
    return Moments.plus(length.after(start), end == Edge.OPEN ? -1 : 0);
  }
}
