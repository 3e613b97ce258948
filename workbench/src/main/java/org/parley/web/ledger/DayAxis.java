package org.parley.web.ledger;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.parley.web.view.BrokenAxis;
import org.parley.wording.Language;

/// An axis of days, true to length but for marked breaks.
///
/// @param from the first day
/// @param to the last day, or later than `from` where there is only one
/// @param left the place of the first day
/// @param right the place of the last day
/// @param line the days as an axis
public record DayAxis(LocalDate from, LocalDate to, int left, int right, BrokenAxis line) {

  private static final int LABEL = 40;
  private static final int APART = 62;

  /// Shares are doubles: a whole place is not to fall below itself.
  private static final double ROUNDING = 1e-6;

  /// An axis without breaks.
  DayAxis(LocalDate from, LocalDate to, int left, int right) {
    this(from, to, left, right, BrokenAxis.whole(from.toEpochDay(), to.toEpochDay()));
  }

  /// An axis that is broken where long nothing happens.
  DayAxis(LocalDate from, LocalDate to, int left, int right, Collection<LocalDate> days) {
    this(
        from,
        to,
        left,
        right,
        BrokenAxis.of(
            from.toEpochDay(), to.toEpochDay(), days.stream().map(LocalDate::toEpochDay).toList()));
  }

  /// A date on the axis; the label is empty for lack of space.
  public record Tick(int x, String label) {}

  /// The place of a day; days outside are at the ends.
  int x(LocalDate day) {
    return left + (int) (line.share(inside(day).toEpochDay()) * (right - left) / 100 + ROUNDING);
  }

  /// The day, or the end of the axis that is next to it.
  LocalDate inside(LocalDate day) {
    return day.isBefore(from) ? from : day.isAfter(to) ? to : day;
  }

  /// The days that are drawn true to length.
  long length() {
    return line.drawn();
  }

  /// The places of the breaks.
  List<Integer> breaks() {
    return line.middles().stream().map(each -> left + (int) (each * (right - left) / 100)).toList();
  }

  /// At most a dozen days, weeks, months or years, in the language of the page.
  List<Tick> ticks() {
    List<Tick> ticks = new ArrayList<>();
    DateTimeFormatter day = DateTimeFormatter.ofPattern("d MMM", Language.current().locale());
    DateTimeFormatter month = DateTimeFormatter.ofPattern("MMM yyyy", Language.current().locale());
    if (length() <= 70) {
      int step = length() <= 14 ? 1 : 7;
      for (LocalDate at = from; at.isBefore(to); at = at.plusDays(step)) {
        add(ticks, at, day);
      }
      return ticks;
    }
    int months = Math.max(1, (int) (length() / 30 / 11));
    int step = months <= 1 ? 1 : months <= 3 ? 3 : months <= 6 ? 6 : (months + 11) / 12 * 12;
    LocalDate first = from.withDayOfMonth(1).plusMonths(1);
    for (LocalDate at = first; at.isBefore(to); at = at.plusMonths(step)) {
      add(ticks, at, month);
    }
    return ticks;
  }

  /// Nothing is written within a break, nor over the label before.
  private void add(List<Tick> ticks, LocalDate day, DateTimeFormatter label) {
    int x = x(day);
    boolean isFree = line.breaks().isEmpty() || ticks.isEmpty() || x - ticks.getLast().x() >= APART;
    boolean isClear = breaks().stream().allMatch(each -> each + LABEL / 4 < x || x + APART < each);
    if (isFree && isClear && !line.isCut(day.toEpochDay())) {
      ticks.add(tick(day, label));
    }
  }

  private Tick tick(LocalDate day, DateTimeFormatter label) {
    int x = x(day);
    return new Tick(x, x + LABEL > right ? "" : day.format(label));
  }
}
