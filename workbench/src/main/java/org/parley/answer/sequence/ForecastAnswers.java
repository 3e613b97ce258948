package org.parley.answer.sequence;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.acts.ActLedger;
import org.parley.check.Check;
import org.parley.check.Question;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.exchange.reference.ShippedFigures;
import org.parley.model.cases.CaseView;
import org.parley.model.step.DemandId;
import org.parley.model.step.StepId;
import org.parley.outlook.plan.PlanForecast;
import org.parley.outlook.plan.PlanForecast.AskedShare;
import org.parley.outlook.plan.PlanForecast.DayBands;
import org.parley.outlook.plan.PlanForecasts;
import org.parley.outlook.plan.PlanTimes;
import org.parley.outlook.plan.StepTime;
import org.parley.outlook.plan.TimedPlan;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.plan.Plan;
import org.parley.wording.BoundWording;
import org.parley.wording.PlanForecastWording;
import org.parley.wording.SequenceWording;

/// How likely a plan keeps its dates, by stated durations and by how long others took.
///
/// @param acts the acts of the first day of the plan
public record ForecastAnswers(
    CaseView view, ActLedger acts, SequenceProblem problem, int runs, Budget budget) {

  /// The forecast of one plan. Nothing is stated unless the check of its runs holds.
  ///
  /// @param promise what is promised of a simulation that was stopped; absent for others
  public record PlanForecastAnswer(
      String headline,
      String method,
      @Nullable String promise,
      int runs,
      long seed,
      int contradicted,
      boolean checked,
      @Nullable ForecastDays whole,
      List<StepDays> steps,
      List<DeadlineShare> deadlines,
      List<EndDriver> drivers) {}

  /// Days by which 10, 25, 50, 75 and 90 of 100 runs have it done; absent where fewer ever have.
  public record ForecastDays(
      @Nullable String tenth,
      @Nullable String quarter,
      @Nullable String half,
      @Nullable String threeQuarters,
      @Nullable String nineTenths,
      int never) {}

  /// An open step.
  ///
  /// @param basis where its time comes from: `case`, `assumed`, `others` or `untold`
  /// @param accords how many other accords that is; absent for others
  public record StepDays(
      StepId step,
      String basis,
      @Nullable Integer accords,
      ForecastDays end,
      @Nullable AskedShare asked,
      String words) {}

  /// A deadline.
  ///
  /// @param kept absent where nothing is known of the time of its step
  /// @param undue in how many runs it never begins; absent likewise
  public record DeadlineShare(
      DemandId demand, int clause, @Nullable Integer kept, @Nullable Integer undue, String words) {}

  /// A step whose time moves the end.
  public record EndDriver(StepId step, int correlation, String words) {}

  /// A forecast with its plan, and whether its check holds.
  public record Checked(TimedPlan plan, Finding<PlanForecast> finding, boolean holds) {

    /// The forecast.
    public PlanForecast forecast() {
      return finding.findAnswer().orElseThrow();
    }
  }

  /// Simulates a plan and checks every run again.
  public Checked simulate(Plan plan) {
    TimedPlan timed = PlanTimes.of(view, acts, problem, plan, ShippedFigures.get());
    Finding<PlanForecast> finding = PlanForecasts.find(timed, runs, PlanForecasts.SEED, budget);
    PlanForecast forecast = finding.findAnswer().orElseThrow();
    boolean holds =
        Check.verify(
                new Question.Forecast(timed),
                new Finding.Proved<>(forecast, new PlanForecasts.Simulated(forecast)),
                Budget.unlimited())
            .holds();
    return new Checked(timed, finding, holds);
  }

  /// The forecast of a plan.
  public SequenceAnswer forecast(Plan plan) {
    PlanForecastAnswer answer = answer(simulate(plan));
    List<String> lines = new ArrayList<>(List.of(answer.headline, answer.method));
    if (answer.promise != null) {
      lines.add(answer.promise);
    }
    lines.add("");
    answer.steps.forEach(each -> lines.add(each.words));
    if (!answer.deadlines.isEmpty()) {
      lines.add("");
      answer.deadlines.forEach(each -> lines.add(each.words));
    }
    if (!answer.drivers.isEmpty()) {
      lines.add("");
      answer.drivers.forEach(each -> lines.add(each.words));
    }
    return new SequenceAnswer(SequenceAnswer.text(lines), answer, answer.checked);
  }

  /// The forecast in words.
  public PlanForecastAnswer answer(Checked checked) {
    PlanForecast forecast = checked.forecast();
    PlanForecastWording words = PlanForecastWording.of(problem);
    String promise =
        checked.finding instanceof Finding.Bounded<PlanForecast>(_, var bound, _)
            ? BoundWording.text(bound)
            : null;
    if (!checked.holds) {
      return new PlanForecastAnswer(
          words.unchecked(),
          words.method(checked.plan, forecast),
          promise,
          forecast.runs(),
          forecast.seed(),
          0,
          false,
          null,
          List.of(),
          List.of(),
          List.of());
    }
    List<StepDays> steps = new ArrayList<>();
    for (PlanForecast.StepForecast each : forecast.steps()) {
      StepTime time = checked.plan.times().get(each.step());
      steps.add(
          new StepDays(
              each.step(),
              basis(time),
              time instanceof StepTime.OfOthers others ? others.counts().accords() : null,
              days(each.end()),
              each.asked(),
              step(words, each, time, forecast.runs())));
    }
    return new PlanForecastAnswer(
        words.headline(checked.plan, forecast),
        words.method(checked.plan, forecast),
        promise,
        forecast.runs(),
        forecast.seed(),
        forecast.contradicted(),
        true,
        days(forecast.whole()),
        steps,
        forecast.deadlines().stream().map(each -> deadline(words, checked, each)).toList(),
        forecast.drivers().stream()
            .map(each -> new EndDriver(each.step(), each.correlation(), words.driver(each)))
            .toList());
  }

  private static DeadlineShare deadline(
      PlanForecastWording words, Checked checked, PlanForecast.DeadlineChance chance) {
    boolean isTold = words.untold(checked.plan, chance) == null;
    return new DeadlineShare(
        chance.demand(),
        chance.clause(),
        isTold ? Integer.valueOf(chance.kept()) : null,
        isTold ? Integer.valueOf(chance.undue()) : null,
        words.deadline(checked.plan, chance, checked.forecast().runs()));
  }

  private String step(
      PlanForecastWording words,
      PlanForecast.StepForecast step,
      @Nullable StepTime time,
      int runs) {
    AskedShare asked = step.asked();
    return problem.get(step.step()).title()
        + ": "
        + words.bands(step.end(), time, runs)
        + " "
        + words.basis(time)
        + (asked == null ? "" : " " + words.asked(step.step(), asked));
  }

  private static String basis(@Nullable StepTime time) {
    return switch (time) {
      case null -> "untold";
      case StepTime.OfCase(boolean isAssumed) -> isAssumed ? "assumed" : "case";
      case StepTime.OfOthers _ -> "others";
      case StepTime.Untold _ -> "untold";
    };
  }

  private ForecastDays days(DayBands bands) {
    return new ForecastDays(
        day(bands.tenth()),
        day(bands.quarter()),
        day(bands.half()),
        day(bands.threeQuarters()),
        day(bands.nineTenths()),
        bands.never());
  }

  private @Nullable String day(@Nullable Long time) {
    return time == null ? null : SequenceWording.of(problem).iso(time);
  }
}
