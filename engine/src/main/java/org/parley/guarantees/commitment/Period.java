package org.parley.guarantees.commitment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import org.parley.exact.CalendarArithmetic;
import org.parley.exact.CalendarArithmetic.Length;
import org.parley.exact.CalendarArithmetic.Rounding;
import org.parley.guarantees.log.Moments;

/// A length of time as stated: in seconds, or in years, months and days of a calendar.
public sealed interface Period {

  /// A number of seconds; a day is 86,400 of them.
  record Seconds(long seconds) implements Period {

    public Seconds {
      if (seconds < 0) {
        throw new IllegalArgumentException(
            "a period of " + seconds + " seconds. Maybe swap its two ends");
      }
    }

    @Override
    public long after(long moment) {
      return Moments.plus(moment, seconds);
    }

    @Override
    public long atMostSeconds() {
      return seconds;
    }
  }

  /// Years, months and days, at the same time of day in a zone.
  ///
  /// @param length the length, not negative
  /// @param rounding the rounding of a month after the 31st
  /// @param zone the zone whose calendar is meant
  record Calendar(Length length, Rounding rounding, ZoneId zone) implements Period {

    /// More seconds than any clock change: Samoa skipped a day.
    private static final long CHANGE = 2 * 86_400L;

    public Calendar {
      if (length.years() < 0 || length.months() < 0 || length.days() < 0) {
        throw new IllegalArgumentException("a period of " + length + ". Maybe swap its two ends");
      }
    }

    @Override
    public long after(long moment) {
      if (moment == Moments.NEVER || moment == Moments.ALWAYS) {
        return moment;
      }
      ZonedDateTime from = Instant.ofEpochSecond(moment).atZone(zone);
      return from.with(CalendarArithmetic.plus(from.toLocalDate(), length, rounding))
          .toEpochSecond();
    }

    @Override
    public long firstAfter(long from, long until) {
      if (from == until || from == Moments.ALWAYS || from == Moments.NEVER) {
        return after(from);
      }
      LocalDate next = day(from).plusDays(1);
      long midnight = next.atStartOfDay(zone).toEpochSecond();
      long first = after(from);
      if (midnight <= until) {
        first = Math.min(first, after(midnight));
      }
      return hasChange(from, until) ? first - CHANGE : first;
    }

    @Override
    public long lastAfter(long from, long until) {
      if (from == until || until == Moments.ALWAYS || until == Moments.NEVER) {
        return after(until);
      }
      long midnight = day(until).atStartOfDay(zone).toEpochSecond();
      long last = after(until);
      if (midnight - 1 >= from) {
        last = Math.max(last, after(midnight - 1));
      }
      return hasChange(from, until) ? last + CHANGE : last;
    }

    private LocalDate day(long moment) {
      return Instant.ofEpochSecond(moment).atZone(zone).toLocalDate();
    }

    /// Whether clocks change within the interval or between a moment of it and the end of the
    /// period.
    private boolean hasChange(long from, long until) {
      return !zone.getRules().isFixedOffset()
          && (hasChangeIn(from, until) || hasChangeIn(after(from), after(until)));
    }

    private boolean hasChangeIn(long from, long until) {
      if (from == Moments.ALWAYS) {
        return true;
      }
      ZoneOffsetTransition next =
          zone.getRules().nextTransition(Instant.ofEpochSecond(Moments.plus(from, -CHANGE)));
      return next != null && next.toEpochSecond() <= Moments.plus(until, CHANGE);
    }

    @Override
    public long atMostSeconds() {
      long days = 366L * length.years() + 31L * length.months() + length.days() + 3L;
      return days * 86_400L;
    }
  }

  /// Endless: the text states no time.
  record Endless() implements Period {

    @Override
    public long after(long moment) {
      return Moments.NEVER;
    }

    @Override
    public long atMostSeconds() {
      return FOREVER_SECONDS;
    }
  }

  /// More seconds than any finite period; doubling it does not overflow.
  long FOREVER_SECONDS = Long.MAX_VALUE / 4;

  /// The moment this long after `moment`. A moment later by four days never gives an earlier one.
  /// One that is less later may, at the end of a month or a clock change.
  long after(long moment);

  /// A lower bound on the moments this long after any from `from` to `until`; exact for seconds.
  default long firstAfter(long from, long until) {
    return after(from);
  }

  /// An upper bound on the moments this long after any from `from` to `until`; exact for seconds.
  default long lastAfter(long from, long until) {
    return after(until);
  }

  /// An upper bound in seconds.
  long atMostSeconds();

  static Period hours(long hours) {
    return new Seconds(Math.multiplyExact(hours, 3_600L));
  }

  static Period days(long days) {
    return new Seconds(Math.multiplyExact(days, 86_400L));
  }
}
