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

  /// So many seconds; a day is 86,400 of them.
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

  /// So many years, months and days, at the same time of day in a zone.
  ///
  /// @param length the length, not negative
  /// @param rounding what one month after the 31st is
  /// @param zone the zone whose calendar is meant
  record Calendar(Length length, Rounding rounding, ZoneId zone) implements Period {

    /// More seconds than clocks are ever set forward or back: Samoa left out a day.
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

    /// Whether clocks change in the stretch or where the period leads from it.
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

  /// No end: no text gives a time.
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

  /// More seconds than any length of time that ends; so few that twice as many can be counted.
  long FOREVER_SECONDS = Long.MAX_VALUE / 4;

  /// The moment that lies this long after `moment`. A moment that is later by four days never gives
  /// an earlier one; one that is less later may, at the end of a month or where clocks change.
  long after(long moment);

  /// No later than the moment that lies this long after any from `from` to `until`; for seconds the
  /// first of these.
  default long firstAfter(long from, long until) {
    return after(from);
  }

  /// No earlier than the moment that lies this long after any from `from` to `until`; for seconds
  /// the last of these.
  default long lastAfter(long from, long until) {
    return after(until);
  }

  /// A number of seconds it never exceeds.
  long atMostSeconds();

  static Period hours(long hours) {
    return new Seconds(Math.multiplyExact(hours, 3_600L));
  }

  static Period days(long days) {
    return new Seconds(Math.multiplyExact(days, 86_400L));
  }
}
