package org.parley.guarantees.fold;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.parley.guarantees.commitment.Commitment;
import org.parley.guarantees.commitment.Escalation;
import org.parley.guarantees.commitment.Period;
import org.parley.guarantees.commitment.Window;
import org.parley.guarantees.log.Fact;
import org.parley.guarantees.log.LoggedFact;
import org.parley.guarantees.log.Moments;

/// The moments at which a commitment can change: split points of intervals.
final class CriticalMoments {

  /// The largest difference in days between two months, plus one.
  private static final int MOST_SHORTER = 4;

  private final Commitment commitment;

  CriticalMoments(Commitment commitment) {
    this.commitment = commitment;
  }

  /// The ends of the recorded times of incidents, their entries, and entries about the term.
  static Set<Long> ends(List<Dossier> incidents, List<LoggedFact> terms) {
    TreeSet<Long> ends = new TreeSet<>();
    for (Dossier each : incidents) {
      ends.add(each.earliest());
      ends.add(each.latest());
      for (LoggedFact entry : each.entries()) {
        if (entry.fact() instanceof Fact.Report) {
          ends.add(entry.reported());
        } else {
          ends.add(entry.earliest());
          ends.add(entry.latest());
        }
      }
    }
    for (LoggedFact entry : terms) {
      ends.add(entry.earliest());
      ends.add(entry.latest());
      if (entry.fact() instanceof Fact.Extension(_, long until)) {
        ends.add(until);
      }
    }
    return ends;
  }

  /// These moments, and those a period of the commitment before or after them. They bound the
  /// intervals of constant state if at most two periods are involved.
  NavigableSet<Long> moved(Collection<Long> ends) {
    List<Period> periods = new ArrayList<>(commitment.windows().map(Window::length).toList());
    Period lasts = commitment.term().lasts();
    if (lasts != null) {
      periods.add(lasts);
    }
    if (commitment.escalation() instanceof Escalation.Automatic(Period after)) {
      periods.add(after);
    }
    periods.removeIf(Period.Endless.class::isInstance);
    TreeSet<Long> moved = new TreeSet<>(ends);
    for (long end : ends) {
      for (Period period : periods) {
        moved.add(period.after(end));
        reaching(period, end, moved);
      }
    }
    return moved;
  }

  /// These moments, and the two adjacent ones of each.
  static NavigableSet<Long> around(Set<Long> moments) {
    TreeSet<Long> around = new TreeSet<>();
    for (long moment : moments) {
      for (int i = -2; i <= 2; i++) {
        around.add(Moments.plus(moment, i));
      }
    }
    return around;
  }

  /// The moments at which the period begins or ceases to reach `end`. A calendar period can have
  /// one on each of several days, since these may lead to the same last day of a shorter month.
  private static void reaching(Period period, long end, Set<Long> into) {
    if (end == Moments.NEVER || end == Moments.ALWAYS) {
      return;
    }
    if (period instanceof Period.Seconds(long seconds)) {
      into.add(Moments.plus(end, -seconds));
      return;
    }
    long first = first(period, end, Moments.plus(end, -period.atMostSeconds() - 1), end);
    into.add(first);
    if (period instanceof Period.Calendar(_, _, ZoneId zone)) {
      LocalDate day = Instant.ofEpochSecond(first).atZone(zone).toLocalDate();
      for (int days = -MOST_SHORTER; days <= MOST_SHORTER; days++) {
        long midnight = midnight(day.plusDays(days), zone);
        long inside = first(period, end, midnight, midnight(day.plusDays(days + 1), zone));
        for (long moment : new long[] {midnight, inside}) {
          if ((period.after(moment - 1) >= end) != (period.after(moment) >= end)) {
            into.add(moment);
          }
        }
      }
    }
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
