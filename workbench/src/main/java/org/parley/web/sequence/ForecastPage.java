package org.parley.web.sequence;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.answer.sequence.ForecastAnswers;
import org.parley.answer.sequence.ForecastAnswers.Checked;
import org.parley.answer.sequence.ForecastAnswers.PlanForecastAnswer;
import org.parley.exact.Budget;
import org.parley.model.cases.AsOf;
import org.parley.model.step.DemandId;
import org.parley.model.step.StepId;
import org.parley.outlook.plan.PlanForecast;
import org.parley.outlook.plan.PlanForecast.DayBands;
import org.parley.outlook.plan.PlanForecast.StepForecast;
import org.parley.outlook.plan.PlanForecasts;
import org.parley.outlook.plan.StepTime;
import org.parley.sequence.Moment;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.plan.Plan;
import org.parley.web.view.Address;
import org.parley.web.view.Frame;
import org.parley.web.view.Link;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Query;
import org.parley.web.view.RecentCache;
import org.parley.web.view.Say;
import org.parley.wording.PlanForecastWording;

/// How likely the plan of the page of the sequence keeps its dates.
///
/// @param open the case
/// @param plans the page whose plan it is
/// @param answer the forecast in words; null if there is no plan
/// @param asked what is asked within which time, and how many others had it by then
/// @param rows the open steps
/// @param ticks the days along the axis
public record ForecastPage(
    OpenCase open,
    SequencePage plans,
    @Nullable PlanForecastAnswer answer,
    List<String> asked,
    List<Row> rows,
    List<Axis.Tick> ticks) {

  /// A step as two bands on the axis.
  ///
  /// @param id its id
  /// @param title its title
  /// @param when its days in words
  /// @param basis where its time comes from
  /// @param bars the wide and the narrow band; none if it is rarely done
  /// @param half the day of half of the runs; empty if fewer ever have it done
  /// @param latest the latest day that the demands leave; empty if there is none
  public record Row(
      StepId id,
      String title,
      String when,
      String basis,
      List<Bar> bars,
      String half,
      String latest) {}

  /// A band.
  public record Bar(String style, String x, String width) {}

  /// The most times of steps that are drawn, over all runs.
  private static final int MOST_DRAWN = 2_000_000;

  private static final int LEAST_RUNS = 500;
  private static final int KEPT = 4;

  private record PlanAsked(AsOf asOf, Plan plan, List<DemandId> without) {}

  /// The latest simulations of a case.
  private record Simulated(RecentCache<PlanAsked, Checked> plans) {}

  public ForecastPage {
    asked = List.copyOf(asked);
    rows = List.copyOf(rows);
    ticks = List.copyOf(ticks);
  }

  /// The page for the query of the page of the sequence.
  public static ForecastPage of(OpenCase open, Query query) {
    SequencePage plans = SequencePage.of(open, query);
    Plan plan = plans.plan();
    if (plan == null || plans.isEmpty()) {
      return new ForecastPage(open, plans, null, List.of(), List.of(), List.of());
    }
    ForecastAnswers answers =
        new ForecastAnswers(
            open.view(),
            open.acts(plans.moment().asOf()),
            plans.problem(),
            runs(plans.problem()),
            Budget.unlimited());
    Checked checked =
        open.once(Simulated.class, _ -> new Simulated(new RecentCache<>(KEPT)))
            .plans
            .get(
                new PlanAsked(plans.moment().asOf(), plan, plans.without()),
                () -> answers.simulate(plan));
    PlanForecastAnswer answer = answers.answer(checked);
    if (!checked.holds()) {
      return new ForecastPage(open, plans, answer, List.of(), List.of(), List.of());
    }
    PlanForecast forecast = checked.forecast();
    Axis axis = axis(plans, forecast);
    PlanForecastWording words = PlanForecastWording.of(plans.problem());
    List<Row> rows = new ArrayList<>();
    for (StepForecast step : forecast.steps()) {
      StepTime time = checked.plan().times().get(step.step());
      Long half = step.end().half();
      Long latest = plan.get(Moment.end(step.step())).latest();
      rows.add(
          new Row(
              step.step(),
              plans.problem().get(step.step()).title(),
              words.bands(step.end(), time, forecast.runs()),
              words.basis(time),
              bars(axis, step.end()),
              half == null ? "" : axis.x(half),
              latest == null || latest > axis.to() ? "" : axis.x(latest)));
    }
    return new ForecastPage(open, plans, answer, words.asked(forecast), rows, axis.ticks());
  }

  /// Fewer runs for a plan of many steps: a page does not wait for long.
  private static int runs(SequenceProblem problem) {
    int steps = Math.max(1, problem.steps().size());
    return Math.clamp(MOST_DRAWN / steps, LEAST_RUNS, PlanForecasts.RUNS);
  }

  /// From the first to the last day that is drawn; bands without an end run to the edge.
  private static Axis axis(SequencePage plans, PlanForecast forecast) {
    long from = 0;
    long to = 1;
    for (StepForecast step : forecast.steps()) {
      DayBands end = step.end();
      for (Long day :
          new Long[] {
            end.tenth(), end.quarter(), end.half(), end.threeQuarters(), end.nineTenths()
          }) {
        if (day != null) {
          from = Math.min(from, day);
          to = Math.max(to, day);
        }
      }
    }
    long margin = Math.max(1, (to - from) / 25);
    return new Axis(plans.problem().scale(), from - margin, to + margin);
  }

  private static List<Bar> bars(Axis axis, DayBands end) {
    List<Bar> bars = new ArrayList<>();
    Long tenth = end.tenth();
    Long quarter = end.quarter();
    if (tenth != null) {
      bars.add(bar("f-80", axis, tenth, end.nineTenths()));
    }
    if (quarter != null) {
      bars.add(bar("f-50", axis, quarter, end.threeQuarters()));
    }
    return bars;
  }

  private static Bar bar(String style, Axis axis, long from, @Nullable Long to) {
    double begin = axis.share(from);
    double end = to == null ? 100 : axis.share(to);
    return new Bar(style, Axis.percent(begin), Axis.percent(Math.max(0.6, end - begin)));
  }

  public Frame frame() {
    return Frame.of(Say.text("sequence.forecast.title"), open.view().info(), "sequence");
  }

  /// The page of the sequence with the same plan.
  public String back() {
    return plans.file(Address.SEQUENCE);
  }

  /// The address of a step on the page of the sequence.
  public static String stepOf(Row row) {
    return Link.to(Address.SEQUENCE) + "#step-" + row.id().value();
  }
}
