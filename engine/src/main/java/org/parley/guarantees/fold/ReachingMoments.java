package org.parley.guarantees.fold;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.parley.guarantees.commitment.Period;
import org.parley.guarantees.log.Moments;

/// The moments at which periods begin or cease to reach an end. The latest are kept, as each new
/// entry of a log asks for those of the entries before it. Not thread-safe.
final class ReachingMoments {

  /// The largest difference in days between two months, plus one.
  private static final int MOST_SHORTER = 4;

  private static final int KEPT = 4_096;

  private record Asked(Period period, long end) {}

  private final Map<Asked, Set<Long>> latest =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, Set<Long>> eldest) {
          return size() > KEPT;
        }
      };

  /// The moments at which the period begins or ceases to reach `end`. A calendar period can have
  /// one on each of several days, since these may lead to the same last day of a shorter month.
  Set<Long> of(Period period, long end) {
    if (end == Moments.NEVER || end == Moments.ALWAYS) {
      return Set.of();
    }
    return period instanceof Period.Seconds(long seconds)
        ? Set.of(Moments.plus(end, -seconds))
        : latest.computeIfAbsent(new Asked(period, end), _ -> found(period, end));
  }

  private static Set<Long> found(Period period, long end) {
    Set<Long> found = new TreeSet<>();
    long first = first(period, end, Moments.plus(end, -period.atMostSeconds() - 1), end);
    found.add(first);
    if (period instanceof Period.Calendar(_, _, ZoneId zone)) {
      LocalDate day = Instant.ofEpochSecond(first).atZone(zone).toLocalDate();
      for (int days = -MOST_SHORTER; days <= MOST_SHORTER; days++) {
        long midnight = midnight(day.plusDays(days), zone);
        long inside = first(period, end, midnight, midnight(day.plusDays(days + 1), zone));
        for (long moment : new long[] {midnight, inside}) {
          if ((period.after(moment - 1) >= end) != (period.after(moment) >= end)) {
            found.add(moment);
          }
        }
      }
    }
    return found;
  }

  private static long midnight(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toEpochSecond();
  }

  /// The first moment from `low` to `high` from which the period reaches `end`, by bisection.
  private static long first(Period period, long end, long low, long high) {
    long from = low;
    long to = high;
    while (from < to) {
      long middle = from + (to - from) / 2;
      if (period.after(middle) >= end) {
        to = middle;
      } else {
        from = middle + 1;
      }
    }
    return from;
  }
}
