package org.parley.web.indicators;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.parley.exact.Rational;
import org.parley.outlook.eventstudy.CaseStudy;
import org.parley.outlook.eventstudy.EventStudy;
import org.parley.outlook.eventstudy.EventWindow;
import org.parley.outlook.eventstudy.Reading;

/// A series with the days of events. The most unusual have the means before and after, and the band
/// where other windows would have led.
///
/// @param line the corners of the line, as SVG has them
/// @param events the days of events
/// @param windows the windows that are drawn
/// @param values the places of values on the axis
/// @param dates the places of dates on the axis
public record SeriesChart(
    String line,
    List<EventMark> events,
    List<DrawnWindow> windows,
    List<ValueTick> values,
    List<DateTick> dates) {

  public static final int WIDTH = 760;
  public static final int HEIGHT = 300;
  public static final int LEFT = 76;
  public static final int RIGHT = WIDTH - 16;
  public static final int TOP = 14;
  public static final int BOTTOM = HEIGHT - 34;

  /// Windows overlap, so that only the most unusual are drawn.
  private static final int MOST_WINDOWS = 3;

  /// Values drawn before the first event.
  private static final int BEFORE = 40;

  private static final int MOST_VALUES = 600;
  private static final int TICKS = 4;

  /// A day of events.
  public record EventMark(int at, LocalDate day) {}

  /// A window: means as lines, the band as a rectangle beside the second.
  public record DrawnWindow(
      int left, int middle, int right, int before, int after, int bandTop, int bandBottom) {}

  /// A value on the axis.
  public record ValueTick(int at, String value) {}

  /// A date on the axis.
  public record DateTick(int at, String date) {}

  /// The chart of a study; empty if fewer than two values are known.
  public static Optional<SeriesChart> of(CaseStudy study) {
    List<Reading> all = study.readings();
    if (all.size() < 2) {
      return Optional.empty();
    }
    List<Reading> drawn = drawn(all, study);
    Scale scale = new Scale(drawn, study);
    StringBuilder line = new StringBuilder();
    for (Reading each : drawn) {
      line.append(line.isEmpty() ? "" : " ")
          .append(scale.x(each.last()))
          .append(',')
          .append(scale.y(each.value().doubleValue()));
    }
    List<EventMark> marks =
        study.events().stream()
            .map(each -> each.day())
            .distinct()
            .filter(scale::has)
            .map(each -> new EventMark(scale.x(each), each))
            .toList();
    return Optional.of(
        new SeriesChart(
            line.toString(), marks, windows(study, scale), scale.ticks(), scale.dates()));
  }

  /// The values from somewhat before the first event.
  private static List<Reading> drawn(List<Reading> all, CaseStudy study) {
    int from = Math.max(0, all.size() - MOST_VALUES);
    if (!study.events().isEmpty()) {
      LocalDate first = study.events().getFirst().day();
      int at = 0;
      while (at < all.size() && all.get(at).last().isBefore(first)) {
        at++;
      }
      from = Math.max(from, Math.min(at, all.size() - 2) - BEFORE);
    }
    return all.subList(Math.max(0, from), all.size());
  }

  private static List<DrawnWindow> windows(CaseStudy study, Scale scale) {
    return study.study().map(EventStudy::windows).orElse(List.of()).stream()
        .filter(each -> scale.has(each.from()))
        .sorted(Comparator.comparing(EventWindow::chance).thenComparing(EventWindow::day))
        .limit(MOST_WINDOWS)
        .map(
            each -> {
              double before = each.before().approximately();
              return new DrawnWindow(
                  scale.x(each.from()),
                  scale.x(each.day()),
                  scale.x(each.until()),
                  scale.y(before),
                  scale.y(each.after().approximately()),
                  scale.y(before + each.high().approximately()),
                  scale.y(before + each.low().approximately()));
            })
        .toList();
  }

  /// Places on the paper; a picture needs no exact numbers.
  private static final class Scale {

    private final LocalDate first;
    private final LocalDate last;
    private final double least;
    private final double most;

    Scale(List<Reading> drawn, CaseStudy study) {
      first = drawn.getFirst().first();
      last = drawn.getLast().last();
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      for (Reading each : drawn) {
        low = Math.min(low, each.value().doubleValue());
        high = Math.max(high, each.value().doubleValue());
      }
      for (EventWindow each :
          study.study().map(EventStudy::windows).orElse(List.<EventWindow>of()).stream()
              .filter(this::isDrawn)
              .sorted(Comparator.comparing(EventWindow::chance).thenComparing(EventWindow::day))
              .limit(MOST_WINDOWS)
              .toList()) {
        low = Math.min(low, edge(each, each.low()));
        high = Math.max(high, edge(each, each.high()));
      }
      double room = high > low ? (high - low) / 20 : 1;
      least = low - room;
      most = high + room;
    }

    private boolean isDrawn(EventWindow window) {
      return has(window.from());
    }

    private static double edge(EventWindow window, Rational change) {
      return window.before().approximately() + change.approximately();
    }

    boolean has(LocalDate day) {
      return !day.isBefore(first) && !day.isAfter(last);
    }

    int x(LocalDate day) {
      long all = Math.max(1, ChronoUnit.DAYS.between(first, last));
      return (int) (LEFT + (RIGHT - LEFT) * ChronoUnit.DAYS.between(first, day) / all);
    }

    int y(double value) {
      return (int) Math.round(BOTTOM - (BOTTOM - TOP) * (value - least) / (most - least));
    }

    List<ValueTick> ticks() {
      List<ValueTick> ticks = new ArrayList<>();
      BigDecimal step = step((most - least) / TICKS);
      BigDecimal at = BigDecimal.valueOf(Math.ceil(least / step.doubleValue())).multiply(step);
      for (; at.doubleValue() <= most; at = at.add(step)) {
        BigDecimal plain = at.signum() == 0 ? BigDecimal.ZERO : at.stripTrailingZeros();
        ticks.add(new ValueTick(y(at.doubleValue()), plain.toPlainString()));
      }
      return ticks;
    }

    /// 1, 2 or 5 times a power of ten, no less than a distance.
    private static BigDecimal step(double distance) {
      int power = (int) Math.floor(Math.log10(distance));
      for (int each : new int[] {1, 2, 5}) {
        if (each * Math.pow(10, power) >= distance) {
          return BigDecimal.valueOf(each).scaleByPowerOfTen(power);
        }
      }
      return BigDecimal.ONE.scaleByPowerOfTen(power + 1);
    }

    List<DateTick> dates() {
      long months = ChronoUnit.MONTHS.between(first, last) + 1;
      long step = Math.max(1, months / 6);
      List<DateTick> ticks = new ArrayList<>();
      for (LocalDate at = first.withDayOfMonth(1).plusMonths(first.getDayOfMonth() == 1 ? 0 : 1);
          !at.isAfter(last);
          at = at.plusMonths(step)) {
        ticks.add(new DateTick(x(at), at.toString().substring(0, 7)));
      }
      return ticks;
    }
  }
}
