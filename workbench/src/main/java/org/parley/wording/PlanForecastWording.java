package org.parley.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.parley.model.step.StepId;
import org.parley.outlook.plan.PlanForecast;
import org.parley.outlook.plan.PlanForecast.AskedShare;
import org.parley.outlook.plan.PlanForecast.DayBands;
import org.parley.outlook.plan.PlanForecast.DeadlineChance;
import org.parley.outlook.plan.PlanForecast.TimeDriver;
import org.parley.outlook.plan.StepTime;
import org.parley.outlook.plan.TimedPlan;
import org.parley.reference.Edition;
import org.parley.sequence.Moment;
import org.parley.sequence.SequenceProblem;

/// The wording of a forecast of a plan, in one language.
public final class PlanForecastWording {

  private static final int HUNDRED = 100;

  private final SequenceWording words;
  private final Messages messages;

  private PlanForecastWording(SequenceWording words) {
    this.words = words;
    this.messages = words.messages();
  }

  /// In the current language.
  public static PlanForecastWording of(SequenceProblem problem) {
    return new PlanForecastWording(SequenceWording.of(problem));
  }

  /// When all is done in half of the runs; that too little is known if the time of most steps is
  /// not.
  public String headline(TimedPlan plan, PlanForecast forecast) {
    return text("sequence.forecast.headline", plan, forecast);
  }

  /// How it was computed, and on what it rests.
  public String method(TimedPlan plan, PlanForecast forecast) {
    return text("sequence.forecast.rest", plan, forecast)
        + messages.text(
            "sequence.forecast.method",
            "runs",
            forecast.runs(),
            "edition",
            Edition.PAM_1_5.version(),
            "contradicted",
            percent(forecast.contradicted(), forecast.runs()));
  }

  private String text(String key, TimedPlan plan, PlanForecast forecast) {
    DayBands whole = forecast.whole();
    Long half = whole.half();
    long untold = plan.times().values().stream().filter(PlanForecastWording::isUntold).count();
    return messages.text(
        key,
        "little",
        2 * untold > forecast.steps().size(),
        "known",
        half != null,
        "day",
        half == null ? "" : words.dated(half),
        "never",
        percent(whole.never(), forecast.runs()),
        "open",
        forecast.steps().size(),
        "untold",
        untold);
  }

  /// Why no sentence is stated: the check failed or could not finish.
  public String unchecked() {
    return messages.text("sequence.forecast.unchecked");
  }

  /// From which day to which 80 and 50 of 100 runs have it done.
  ///
  /// @param time how its time is drawn; null for the whole
  public String bands(DayBands bands, @Nullable StepTime time, int runs) {
    Long tenth = bands.tenth();
    if (tenth == null) {
      return messages.text("sequence.forecast.rarely", "never", percent(bands.never(), runs));
    }
    Long half = bands.half();
    Long nineTenths = bands.nineTenths();
    return messages.text(
        "sequence.forecast.bands",
        "untold",
        isUntold(time),
        "same",
        tenth.equals(nineTenths),
        "from",
        words.dated(tenth),
        "middle",
        half != null,
        "half",
        half == null ? "" : words.dated(half),
        "ends",
        nineTenths != null,
        "to",
        nineTenths == null ? "" : words.dated(nineTenths),
        "never",
        percent(bands.never(), runs));
  }

  /// Where the time of a step comes from.
  public String basis(@Nullable StepTime time) {
    return switch (time) {
      case null -> "";
      case StepTime.OfCase(boolean isAssumed) ->
          messages.text("sequence.forecast.of-case", "assumed", isAssumed);
      case StepTime.OfOthers(var provisions, var counts, StepTime.AccordDay accord) ->
          messages.text(
              "sequence.forecast.of-others",
              "accords",
              counts.accords(),
              "several",
              provisions.size() > 1,
              "clock",
              new Messages.Select(clock(accord)),
              "elapsed",
              accord.elapsedDays());
      case StepTime.Untold(var reason) ->
          messages.text(
              "sequence.forecast.untold",
              "reason",
              new Messages.Select(reason.name().toLowerCase(Locale.ROOT).replace('_', '-')));
    };
  }

  private static String clock(StepTime.AccordDay accord) {
    if (accord.signing() != null) {
      return "signing";
    }
    return accord.onRecord() ? "signed" : "today";
  }

  /// The plan asks within a year for what so many others had within a year.
  public String asked(StepId step, AskedShare asked) {
    return messages.text(
        "sequence.forecast.asked",
        "step",
        words.quoted(words.problem().get(step).title()),
        "years",
        asked.years(),
        "done",
        asked.done(),
        "of",
        asked.of());
  }

  /// The sentences on the time that is asked for.
  public List<String> asked(PlanForecast forecast) {
    List<String> sentences = new ArrayList<>();
    forecast
        .steps()
        .forEach(
            each -> {
              AskedShare asked = each.asked();
              if (asked != null) {
                sentences.add(asked(each.step(), asked));
              }
            });
    return sentences;
  }

  private static boolean isUntold(@Nullable StepTime time) {
    return time instanceof StepTime.Untold;
  }

  /// The step that a deadline is about, if nothing is known of its time; null if it is.
  public @Nullable StepId untold(TimedPlan plan, DeadlineChance chance) {
    Moment to =
        words
            .problem()
            .get(chance.demand())
            .anyOf()
            .get(chance.way())
            .allOf()
            .get(chance.clause())
            .to();
    Moment read =
        to instanceof Moment.Read(var term)
            ? words.problem().get(term).reading(plan.readings().getOrDefault(term, "")).moment()
            : to;
    return read instanceof Moment.At(StepId step, _) && isUntold(plan.times().get(step))
        ? step
        : null;
  }

  /// The chance of a deadline.
  public String deadline(TimedPlan plan, DeadlineChance chance, int runs) {
    StepId untold = untold(plan, chance);
    return messages.text(
        "sequence.forecast.deadline",
        "demand",
        words.problem().get(chance.demand()).text(),
        "told",
        untold == null,
        "step",
        untold == null ? "" : words.quoted(words.problem().get(untold).title()),
        "kept",
        percent(chance.kept(), runs),
        "undue",
        percent(chance.undue(), runs));
  }

  /// How far the time of a step moves the end.
  public String driver(TimeDriver driver) {
    return messages.text(
        "sequence.forecast.driver",
        "step",
        words.quoted(words.problem().get(driver.step()).title()),
        "correlation",
        driver.correlation());
  }

  /// So many of a hundred runs, rounded; neither 0 nor 100 unless it is exactly that.
  public int percent(int count, int runs) {
    if (count == 0 || count == runs) {
      return count == 0 ? 0 : HUNDRED;
    }
    return Math.clamp(Math.round((double) HUNDRED * count / runs), 1, HUNDRED - 1);
  }
}
