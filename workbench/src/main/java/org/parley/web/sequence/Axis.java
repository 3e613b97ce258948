package org.parley.web.sequence;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.parley.sequence.TimeScale;
import org.parley.wording.Language;

/// The days a plan is drawn over, as shares of the width.
///
/// @param scale how numbers become days
/// @param from the first unit drawn
/// @param to the last unit drawn, after the first
public record Axis(TimeScale scale, long from, long to) {

  /// A day along the axis.
  ///
  /// @param x its position, in percent of the width
  public record Tick(String x, String label) {}

  private static final int MOST_TICKS = 7;
  private static final int DAYS_OF_A_WEEK = 7;

  /// Where a unit lies, in percent of the width; inside it whatever the unit.
  double share(long time) {
    long inside = Math.max(from, Math.min(to, time));
    return 100.0 * (inside - from) / (to - from);
  }

  String x(long time) {
    return percent(share(time));
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f%%", share);
  }

  private static DateTimeFormatter formatter(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Language.current().locale());
  }

  List<Tick> ticks() {
    List<Tick> ticks = new ArrayList<>();
    LocalDate first = scale.dayOf(from);
    LocalDate last = scale.dayOf(to);
    long days = last.toEpochDay() - first.toEpochDay();
    if (days <= (long) MOST_TICKS * DAYS_OF_A_WEEK) {
      long step = Math.max(1, (days + MOST_TICKS - 1) / MOST_TICKS);
      DateTimeFormatter day = formatter("d MMM");
      for (LocalDate at = first; !at.isAfter(last); at = at.plusDays(step)) {
        ticks.add(new Tick(x(scale.at(at)), at.format(day)));
      }
      return ticks;
    }
    long months = days / 30 + 1;
    long step = Math.max(1, (months + MOST_TICKS - 1) / MOST_TICKS);
    DateTimeFormatter month = formatter("MMM yyyy");
    for (LocalDate at = first.withDayOfMonth(1).plusMonths(1);
        !at.isAfter(last);
        at = at.plusMonths(step)) {
      ticks.add(new Tick(x(scale.at(at)), at.format(month)));
    }
    return ticks;
  }
}
