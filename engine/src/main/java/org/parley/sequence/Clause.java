package org.parley.sequence;

import org.jspecify.annotations.Nullable;

/// A bound on the time between two moments: `to` comes at least `atLeast` and at most `atMost`
/// units after `from`.
///
/// "A only after B" is from the end of B to the start of A, at least 0. "Within 60 days of B" is at
/// least 0 and at most 60; "at the same time" is 0 and 0. "Not before" and deadlines count from
/// [Moment#ORIGIN].
///
/// @param from the moment counted from
/// @param to the moment counted to
/// @param atLeast the least lag in units, of either sign; null if there is none
/// @param atMost the most lag in units, of either sign; null if there is none
public record Clause(Moment from, Moment to, @Nullable Long atLeast, @Nullable Long atMost) {

  /// The largest lag and date, of either sign: with it no sum over a million clauses overflows.
  public static final long LARGEST = 1L << 40;

  public Clause {
    check(atLeast, from, to);
    check(atMost, from, to);
  }

  private static void check(@Nullable Long lag, Moment from, Moment to) {
    if (lag != null && (lag > LARGEST || lag < -LARGEST)) {
      throw new IllegalArgumentException(
          "reading the time from "
              + from
              + " to "
              + to
              + ": a lag of "
              + lag
              + " is too large. Maybe it has a digit too many.");
    }
  }

  /// `to` not before `from`.
  public static Clause after(Moment from, Moment to) {
    return new Clause(from, to, 0L, null);
  }

  /// `to` at least `lag` after `from`.
  public static Clause atLeast(Moment from, Moment to, long lag) {
    return new Clause(from, to, lag, null);
  }

  /// `to` at least `least` and at most `most` after `from`.
  public static Clause between(Moment from, Moment to, long least, long most) {
    return new Clause(from, to, least, most);
  }

  /// Simultaneous.
  public static Clause together(Moment from, Moment to) {
    return new Clause(from, to, 0L, 0L);
  }

  public static Clause notBefore(Moment moment, long time) {
    return new Clause(Moment.ORIGIN, moment, time, null);
  }

  public static Clause notAfter(Moment moment, long time) {
    return new Clause(Moment.ORIGIN, moment, null, time);
  }
}
