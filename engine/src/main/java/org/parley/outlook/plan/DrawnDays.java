package org.parley.outlook.plan;

import org.jspecify.annotations.Nullable;
import org.parley.sequence.PlannedStep;

/// Draws whole days from the duration of a step, exactly.
///
/// A triangle over the days from least to most. A day counts by its distance from just beyond the
/// nearer end, so that the likely day counts most. Kotz and van Dorp (2004) give the triangle as
/// the choice when nothing else is stated. Cost: logarithmic in the days.
final class DrawnDays {

  private final long least;
  private final long most;

  /// The days up to the likely one, and from it on; both count it. 0 if none is stated.
  private final long up;

  private final long down;
  private final long weight;

  private DrawnDays(PlannedStep.Duration duration) {
    least = duration.least();
    most = duration.most();
    @Nullable Long likely = duration.likely();
    up = likely == null ? 0 : likely - least + 1;
    down = likely == null ? 0 : most - likely + 1;
    weight =
        likely == null
            ? most - least + 1
            : Math.multiplyExact(Math.multiplyExact(up, down), up + down) / 2;
  }

  /// @throws ArithmeticException if it is far longer than ten thousand years
  static DrawnDays of(PlannedStep.Duration duration) {
    return new DrawnDays(duration);
  }

  /// @param draw from 0 to below [org.parley.outlook.TimeToDone#DRAWS]
  long day(long draw) {
    // draw * weight / 2^31, in 128 bits
    long high = Math.multiplyHigh(draw, weight);
    long target = (high << 33) | ((draw * weight) >>> 31);
    if (up == 0) {
      return least + target;
    }
    long from = least;
    long to = most;
    while (from < to) {
      long middle = from + (to - from) / 2;
      if (until(middle) > target) {
        to = middle;
      } else {
        from = middle + 1;
      }
    }
    return from;
  }

  /// The weight of the days up to one.
  private long until(long day) {
    long days = day - least + 1;
    long left = most - day;
    return days <= up ? down * (days * (days + 1) / 2) : weight - up * (left * (left + 1) / 2);
  }
}
