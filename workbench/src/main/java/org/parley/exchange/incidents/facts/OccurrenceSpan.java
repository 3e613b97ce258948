package org.parley.exchange.incidents.facts;

import org.parley.guarantees.log.Moments;

/// The time of an occurrence, with its precision.
///
/// @param earliest the first possible second
/// @param latest the last possible second
/// @param precision the precision of the source, which may be finer than the interval
public record OccurrenceSpan(long earliest, long latest, Precision precision) {

  /// How precisely a date is known.
  public enum Precision {
    /// To the second.
    MOMENT,
    /// To the day.
    DAY,
    /// Within two to six days.
    DAYS,
    /// Within a week.
    WEEK,
    /// Within a month.
    MONTH,
    /// Within more than a month.
    LONGER
  }

  private static final long DAY = 86_400;

  public OccurrenceSpan {
    if (earliest > latest) {
      throw new IllegalArgumentException(
          "it ends on "
              + Moments.text(latest)
              + ", before it begins on "
              + Moments.text(earliest)
              + ". Maybe swap the two");
    }
  }

  /// A stretch whose precision is its length.
  public static OccurrenceSpan of(long earliest, long latest) {
    long seconds = Math.subtractExact(latest, earliest);
    Precision precision =
        seconds < 60
            ? Precision.MOMENT
            : seconds <= DAY
                ? Precision.DAY
                : seconds <= 6 * DAY
                    ? Precision.DAYS
                    : seconds <= 7 * DAY
                        ? Precision.WEEK
                        : seconds <= 31 * DAY ? Precision.MONTH : Precision.LONGER;
    return new OccurrenceSpan(earliest, latest, precision);
  }

  /// Whether the two may be of one moment.
  public boolean meets(OccurrenceSpan other) {
    return earliest <= other.latest && other.earliest <= latest;
  }
}
