package org.parley.web.ledger;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.parley.wording.Language;

/// An axis of days, true to length.
///
/// @param from the first day
/// @param to the last day, or later than `from` where there is only one
/// @param left the place of the first day
/// @param right the place of the last day
public record DayAxis(LocalDate from, LocalDate to, int left, int right) {

  private static final int LABEL = 40;

  /// A date on the axis; the label is empty for lack of space.
  public record Tick(int x, String label) {}

  /// The place of a day; days outside are at the ends.
  int x(LocalDate day) {
    LocalDate inside = day.isBefore(from) ? from : day.isAfter(to) ? to : day;
    return left
        + (int) (ChronoUnit.DAYS.between(from, inside) * (right - left) / Math.max(1, length()));
  }

  long length() {
    return ChronoUnit.DAYS.between(from, to);
  }

  /// At most a dozen days, weeks, months or years, in the language of the page.
  List<Tick> ticks() {
    List<Tick> ticks = new ArrayList<>();
    DateTimeFormatter day = DateTimeFormatter.ofPattern("d MMM", Language.current().locale());
    DateTimeFormatter month = DateTimeFormatter.ofPattern("MMM yyyy", Language.current().locale());
    if (length() <= 70) {
      int step = length() <= 14 ? 1 : 7;
      for (LocalDate at = from; at.isBefore(to); at = at.plusDays(step)) {
        ticks.add(tick(at, day));
      }
      return ticks;
    }
    int months = Math.max(1, (int) (length() / 30 / 11));
    int step = months <= 1 ? 1 : months <= 3 ? 3 : months <= 6 ? 6 : (months + 11) / 12 * 12;
    LocalDate first = from.withDayOfMonth(1).plusMonths(1);
    for (LocalDate at = first; at.isBefore(to); at = at.plusMonths(step)) {
      ticks.add(tick(at, month));
    }
    return ticks;
  }

  private Tick tick(LocalDate day, DateTimeFormatter label) {
    int x = x(day);
    return new Tick(x, x + LABEL > right ? "" : day.format(label));
  }
}
