package org.parley.web.brief;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.answer.sequence.ForecastAnswers.ForecastDays;
import org.parley.answer.sequence.ForecastAnswers.PlanForecastAnswer;
import org.parley.answer.sequence.ForecastAnswers.StepDays;
import org.parley.model.cases.CaseView;
import org.parley.wording.ForeignText;

/// The open steps of a plan whose times are known, each with the days of 80 and 50 of 100 runs.
///
/// @param rows the steps
/// @param ticks the years along the axis
public record PlanBands(List<BandRow> rows, List<YearTick> ticks) {

  public static final int WIDTH = 540;
  public static final int ROW = 26;
  private static final int LEFT = 256;
  private static final int RIGHT = WIDTH - 10;
  private static final int MOST_ROWS = 10;
  private static final int MOST_YEARS = 40;
  private static final int TICKS = 6;

  /// A step.
  ///
  /// @param wideFrom where the band of 80 begins
  /// @param narrowFrom where the band of 50 begins; it ends at `narrowTo`
  /// @param half the day of half of the runs; null if fewer ever have it done
  /// @param y the top of the row
  public record BandRow(
      String title,
      int wideFrom,
      int wideTo,
      int narrowFrom,
      int narrowTo,
      @Nullable Integer half,
      int y) {}

  /// A year along the axis.
  public record YearTick(int x, int year) {}

  private static final int LONGEST = 36;

  public PlanBands {
    rows = List.copyOf(rows);
    ticks = List.copyOf(ticks);
  }

  /// The height of the drawing.
  public int height() {
    return 22 + ROW * rows.size();
  }

  /// The bands of a forecast; empty if the time of no step is known.
  public static Optional<PlanBands> of(CaseView view, PlanForecastAnswer plan) {
    List<StepDays> known =
        plan.steps().stream()
            .filter(each -> !each.basis().equals("untold") && each.end().tenth() != null)
            .limit(MOST_ROWS)
            .toList();
    LocalDate first = null;
    LocalDate last = null;
    for (StepDays each : known) {
      for (String written : days(each.end())) {
        LocalDate day = day(written);
        if (day != null) {
          first = first == null || day.isBefore(first) ? day : first;
          last = last == null || day.isAfter(last) ? day : last;
        }
      }
    }
    if (first == null || last == null) {
      return Optional.empty();
    }
    LocalDate from = first;
    LocalDate to = last.isAfter(first) ? last : first.plusDays(1);
    if (ChronoUnit.YEARS.between(from, to) > MOST_YEARS) {
      to = from.plusYears(MOST_YEARS);
    }
    Scale scale = new Scale(from, to);
    List<BandRow> rows = new ArrayList<>();
    for (StepDays each : known) {
      ForecastDays end = each.end();
      rows.add(
          new BandRow(
              ForeignText.shortened(view.get(each.step()).title().text(), LONGEST),
              scale.x(end.tenth(), LEFT),
              scale.x(end.nineTenths(), RIGHT),
              scale.x(end.quarter(), RIGHT),
              scale.x(end.threeQuarters(), RIGHT),
              end.half() == null ? null : Integer.valueOf(scale.x(end.half(), RIGHT)),
              22 + ROW * rows.size()));
    }
    return Optional.of(new PlanBands(rows, scale.ticks()));
  }

  private static List<String> days(ForecastDays end) {
    List<String> days = new ArrayList<>();
    for (String each :
        new @Nullable String[] {
          end.tenth(), end.quarter(), end.half(), end.threeQuarters(), end.nineTenths()
        }) {
      if (each != null) {
        days.add(each);
      }
    }
    return days;
  }

  /// The day of a moment as it is written.
  private static @Nullable LocalDate day(@Nullable String written) {
    return written == null ? null : LocalDate.parse(written.substring(0, "2026-01-01".length()));
  }

  /// Places of days.
  private record Scale(LocalDate from, LocalDate to) {

    int x(@Nullable String written, int otherwise) {
      LocalDate day = day(written);
      return day == null ? otherwise : x(day);
    }

    int x(LocalDate day) {
      long all = ChronoUnit.DAYS.between(from, to);
      long at = Math.clamp(ChronoUnit.DAYS.between(from, day), 0, all);
      return (int) (LEFT + (RIGHT - LEFT) * at / all);
    }

    List<YearTick> ticks() {
      List<YearTick> ticks = new ArrayList<>();
      int years = to.getYear() - from.getYear();
      int step = Math.max(1, (years + TICKS - 1) / TICKS);
      for (int year = from.getYear() + 1; year <= to.getYear(); year += step) {
        ticks.add(new YearTick(x(LocalDate.of(year, 1, 1)), year));
      }
      return ticks;
    }
  }
}
