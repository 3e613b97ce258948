package org.parley.guarantees.fold;

import org.jspecify.annotations.Nullable;
import org.parley.guarantees.log.Moments;

/// A moment in a closed interval, or perhaps never.
///
/// A moment at a fixed offset from another one in a [WorldBox] keeps that base. Two ranges with the
/// same base compare by their offsets, whatever their width.
///
/// @param low the earliest moment; [Moments#NEVER] if it never comes
/// @param high the latest moment, if it comes
/// @param mayFail whether it may never come
/// @param base the element of the box it is counted from; null if none
/// @param offset the seconds after the base
record TimeRange(long low, long high, boolean mayFail, @Nullable Object base, long offset) {

  static final TimeRange NEVER = exactly(Moments.NEVER);

  static final TimeRange ALWAYS = exactly(Moments.ALWAYS);

  static TimeRange exactly(long moment) {
    return between(moment, moment);
  }

  static TimeRange between(long low, long high) {
    return new TimeRange(low, high, false, null, 0);
  }

  /// The moment of an element; no base if unbounded.
  static TimeRange of(Object thing, long low, long high) {
    boolean isCounted = low > Moments.ALWAYS / 4 && high < Moments.NEVER / 4;
    return new TimeRange(low, high, false, isCounted ? thing : null, 0);
  }

  boolean isNever() {
    return low == Moments.NEVER;
  }

  /// The range, moved by some seconds.
  TimeRange plus(long seconds) {
    long moved = Moments.plus(offset, seconds);
    boolean isCounted = moved > Moments.ALWAYS / 4 && moved < Moments.NEVER / 4;
    return new TimeRange(
        Moments.plus(low, seconds),
        Moments.plus(high, seconds),
        mayFail,
        isCounted ? base : null,
        moved);
  }

  /// The range with other ends and no base.
  TimeRange moved(long newLow, long newHigh) {
    return newLow == low && newHigh == high
        ? this
        : new TimeRange(newLow, newHigh, mayFail, null, 0);
  }

  /// The part up to `moment`, without never; must not be empty.
  TimeRange upTo(long moment) {
    return !mayFail && high <= moment
        ? this
        : new TimeRange(low, Math.min(high, moment), false, base, offset);
  }

  /// The part from `moment` on; must not be empty.
  TimeRange from(long moment) {
    return low >= moment ? this : new TimeRange(moment, high, mayFail, base, offset);
  }

  /// The part without never.
  TimeRange coming() {
    return mayFail ? new TimeRange(low, high, false, base, offset) : this;
  }

  /// The range, or never.
  TimeRange orNever() {
    return mayFail || isNever() ? this : new TimeRange(low, high, true, base, offset);
  }
}
