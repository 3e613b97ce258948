package org.parley.guarantees.commitment;

import org.parley.guarantees.log.Moments;
import org.parley.model.guarantee.Within.LastInstant;

/// A period from some moment, and whether its last instant belongs to it.
///
/// @param length how long it is
/// @param lastInstant whether what happens at its very end is still in time
public record Window(Period length, LastInstant lastInstant) {

  /// The last moment in time, counted from `start`.
  public long last(long start) {
    return Moments.plus(length.after(start), lastInstant == LastInstant.TOO_LATE ? -1 : 0);
  }
}
