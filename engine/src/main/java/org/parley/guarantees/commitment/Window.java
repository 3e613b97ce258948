package org.parley.guarantees.commitment;

import org.parley.guarantees.log.Moments;
import org.parley.model.guarantee.Within.LastInstant;

/// A period from some moment, and whether its last instant is included.
///
/// @param length its length
/// @param lastInstant whether an event at its very end is still in time
public record Window(Period length, LastInstant lastInstant) {

  /// The last included moment, counted from `start`.
  public long last(long start) {
    return Moments.plus(length.after(start), lastInstant == LastInstant.TOO_LATE ? -1 : 0);
  }
}
