package org.parley.web.sequence;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.parley.sequence.TimeScale;
import org.parley.web.view.BrokenAxis;
import org.parley.wording.Language;

/// The days a plan is drawn over, as shares of the width.
///
/// @param scale how numbers become days
/// @param line the units drawn, broken where nothing happens for long
public record Axis(TimeScale scale, BrokenAxis line) {

  /// An axis without breaks.
  Axis(TimeScale scale, long from, long to) {
    this(scale, BrokenAxis.whole(from, to));
  }

  /// A day along the axis.
  ///
  /// @param x its position, in percent of the width
  public record Tick(String x, String label) {

    /// The class of its label, which stays within the picture.
    public String edge() {
      double share = position();
      return share < EDGE ? "first" : share > FULL - EDGE ? "last" : "";
    }

    private double position() {
      return Double.parseDouble(x.replace("%", ""));
    }
  }

  private static final int FULL = 100;
  private static final int EDGE = 5;
  private static final int APART = 9;
  private static final int MOST_TICKS = 7;
  private static final int DAYS_OF_A_WEEK = 7;

  /// Where a unit lies, in percent of the width; inside it whatever the unit.
  double share(long time) {
    return line.share(time);
  }

  /// The first unit drawn.
  long from() {
    return line.from();
  }

  /// The last unit drawn, after the first.
  long to() {
    return line.to();
  }

  /// The places of breaks.
  List<String> breaks() {
    return line.middles().stream().map(Axis::percent).toList();
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
    LocalDate first = scale.dayOf(from());
    LocalDate last = scale.dayOf(to());
    long days =
        (last.toEpochDay() - first.toEpochDay()) * line.drawn() / Math.max(1, to() - from());
    if (days <= (long) MOST_TICKS * DAYS_OF_A_WEEK) {
      long step = Math.max(1, (days + MOST_TICKS - 1) / MOST_TICKS);
      DateTimeFormatter day = formatter("d MMM");
      for (LocalDate at = first; !at.isAfter(last); at = at.plusDays(step)) {
        add(ticks, at, day);
      }
      return ticks;
    }
    long months = days / 30 + 1;
    long step = Math.max(1, (months + MOST_TICKS - 1) / MOST_TICKS);
    DateTimeFormatter month = formatter("MMM yyyy");
    for (LocalDate at = first.withDayOfMonth(1).plusMonths(1);
        !at.isAfter(last);
        at = at.plusMonths(step)) {
      add(ticks, at, month);
    }
    return ticks;
  }

  /// Nothing is written within a break, nor over the label before.
  private void add(List<Tick> ticks, LocalDate day, DateTimeFormatter label) {
    long time = scale.at(day);
    if (!line.isCut(time) && (line.breaks().isEmpty() || isFree(ticks, time))) {
      ticks.add(new Tick(x(time), day.format(label)));
    }
  }

  private boolean isFree(List<Tick> ticks, long time) {
    double at = share(time);
    return line.middles().stream().allMatch(each -> Math.abs(each - at) > APART / 2.0)
        && (ticks.isEmpty() || at - ticks.getLast().position() > APART);
  }
}
