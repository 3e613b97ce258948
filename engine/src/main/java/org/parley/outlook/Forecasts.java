package org.parley.outlook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.parley.board.Boards;
import org.parley.model.ForecastSubject;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.Forecast;
import org.parley.model.text.Instrument;
import org.parley.model.text.InstrumentId;
import org.parley.outlook.AskedQuestion.Eligibility;
import org.parley.outlook.AskedQuestion.GivenForecast;
import org.parley.outlook.ExpectedEvent.EventFate;
import org.parley.outlook.ForecastScore.ScoredChance;

/// The forecasts on record, gathered by question and scored once it is decided.
///
/// Of each forecaster the latest forecast on a question counts; earlier ones stay readable. A
/// forecast made after the event does not count. The chance of a sealed forecast counts once the
/// question is closed and its forecaster has opened it. Nothing before depends on it.
///
/// Cost: as for [ScoredWords], and [ForecastScore#DRAWS] times the forecasts of each forecaster.
///
/// @param questions the questions, by the date by which the event happens
/// @param forecasters those who have forecasts that count on decided questions, by name
/// @param crowd the medians of decided questions
/// @param all every forecast that counts on a decided question
public record Forecasts(
    List<AskedQuestion> questions,
    List<Forecaster> forecasters,
    Optional<ForecastScore> crowd,
    Optional<ForecastScore> all) {

  /// A forecaster.
  ///
  /// @param score the score so far; it is not stated below [ForecastScore#LEAST_DUE]
  public record Forecaster(String name, ForecastScore score) {

    /// Whether there are enough to state a score.
    public boolean isEnough() {
      return score.due() >= ForecastScore.LEAST_DUE;
    }
  }

  public Forecasts {
    questions = List.copyOf(questions);
    forecasters = List.copyOf(forecasters);
  }

  /// The forecasts made and known by a day, as they stand on it.
  public static Forecasts of(CaseView view, AsOf asOf) {
    return of(view, asOf, () -> Boards.of(view));
  }

  /// The same with the boards of the view, which are asked for if a forecast is about a point.
  public static Forecasts of(CaseView view, AsOf asOf, Supplier<Boards> boards) {
    EventDays days = new EventDays(view, asOf, boards);
    Map<ForecastQuestion, List<Forecast>> byQuestion = new TreeMap<>();
    for (Forecast each : view.forecasts()) {
      if (each.made().isBy(asOf.date()) && each.made().isBy(asOf.knownAt())) {
        question(view, days, asOf, each)
            .ifPresent(
                asked -> byQuestion.computeIfAbsent(asked, _ -> new ArrayList<>()).add(each));
      }
    }
    List<AskedQuestion> questions = new ArrayList<>();
    byQuestion.forEach((question, given) -> questions.add(asked(days, asOf, question, given)));
    return scored(questions);
  }

  /// The same knowledge on the later of a day and the last forecast, so that a forecast made after
  /// everything else is shown.
  public static AsOf shown(CaseView view, AsOf lastOnRecord) {
    LocalDate last = lastOnRecord.date();
    for (Forecast each : view.forecasts()) {
      LocalDate made = each.made().latestDay();
      last = made.isAfter(last) && made.isBefore(LocalDate.MAX) ? made : last;
    }
    return new AsOf(last, lastOnRecord.knownAt());
  }

  private static Forecasts scored(List<AskedQuestion> questions) {
    Map<String, List<ScoredChance>> byForecaster = new TreeMap<>();
    List<ScoredChance> all = new ArrayList<>();
    List<ScoredChance> medians = new ArrayList<>();
    for (AskedQuestion each : questions) {
      if (each.fate() == EventFate.OPEN) {
        continue;
      }
      boolean happened = each.fate() == EventFate.MET;
      for (GivenForecast given : each.given()) {
        given
            .chance()
            .ifPresent(
                chance -> {
                  ScoredChance scored = new ScoredChance(chance, happened);
                  all.add(scored);
                  byForecaster
                      .computeIfAbsent(given.forecast().forecaster(), _ -> new ArrayList<>())
                      .add(scored);
                });
      }
      each.median().ifPresent(median -> medians.add(new ScoredChance(median, happened)));
    }
    List<Forecaster> forecasters = new ArrayList<>();
    byForecaster.forEach(
        (name, scores) -> forecasters.add(new Forecaster(name, ForecastScore.of(scores))));
    return new Forecasts(questions, forecasters, score(medians), score(all));
  }

  private static Optional<ForecastScore> score(List<ScoredChance> scored) {
    return scored.size() < ForecastScore.LEAST_DUE
        ? Optional.empty()
        : Optional.of(ForecastScore.of(scored));
  }

  /// The question of a forecast; empty if it is about texts in a case without any. A way is about
  /// the texts that were open when it was made.
  private static Optional<ForecastQuestion> question(
      CaseView view, EventDays days, AsOf asOf, Forecast forecast) {
    List<? extends ForecastSubject> every =
        forecast.event().isWay()
            ? days.open(madeBy(forecast, asOf))
            : view.instruments().stream().map(Instrument::id).sorted().toList();
    List<ForecastSubject> about =
        forecast.about().isEmpty()
            ? List.copyOf(every)
            : forecast.about().stream()
                .sorted(Comparator.comparing(ForecastSubject::value))
                .toList();
    return about.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ForecastQuestion(
                forecast.event(),
                about,
                about.equals(every),
                forecast.oneIsEnough() && about.size() > 1,
                forecast.until(),
                forecast.closesOrUntil()));
  }

  /// The day of a forecast; that of the question where it is not known.
  private static LocalDate madeBy(Forecast forecast, AsOf asOf) {
    LocalDate made = forecast.made().latestDay();
    return made.isAfter(asOf.date()) ? asOf.date() : made;
  }

  private static AskedQuestion asked(
      EventDays days, AsOf asOf, ForecastQuestion question, List<Forecast> forecasts) {
    EventFate fate;
    Optional<LocalDate> happened;
    Optional<LocalDate> decided;
    if (question.event().isWay()) {
      EventDays.WayOutcome outcome =
          days.outcome(texts(question), question.event(), question.until());
      fate = outcome.fate();
      decided = outcome.decided();
      happened = decided.filter(_ -> outcome.fate() == EventFate.MET);
    } else {
      happened = days.happened(question);
      decided = happened;
      fate = EventDays.fate(happened, question.until(), asOf);
    }
    boolean isClosed =
        decided.isPresent()
            || (question.closes().isBy(asOf.date().minusDays(1))
                && question.closes().isBy(asOf.knownAt().minusDays(1)));
    List<Forecast> inOrder = new ArrayList<>(forecasts);
    inOrder.sort(
        Comparator.comparing((Forecast each) -> each.made().latestDay())
            .thenComparing(Forecast::id));
    Map<String, Forecast> latest = new HashMap<>();
    for (Forecast each : inOrder) {
      if (!isTooLate(each, decided)) {
        latest.put(each.forecaster(), each);
      }
    }
    List<GivenForecast> given = new ArrayList<>();
    for (Forecast each : inOrder) {
      given.add(new GivenForecast(each, standing(each, latest, decided, isClosed)));
    }
    return new AskedQuestion(question, fate, happened.orElse(null), isClosed, given);
  }

  private static List<InstrumentId> texts(ForecastQuestion question) {
    return question.about().stream()
        .filter(InstrumentId.class::isInstance)
        .map(InstrumentId.class::cast)
        .toList();
  }

  private static Eligibility standing(
      Forecast forecast,
      Map<String, Forecast> latest,
      Optional<LocalDate> decided,
      boolean isClosed) {
    if (isTooLate(forecast, decided)) {
      return Eligibility.TOO_LATE;
    }
    if (!forecast.equals(latest.get(forecast.forecaster()))) {
      return Eligibility.REPLACED;
    }
    boolean isSealed = forecast.seal() != null && (!isClosed || forecast.chance() == null);
    return isSealed ? Eligibility.SEALED : Eligibility.COUNTS;
  }

  private static boolean isTooLate(Forecast forecast, Optional<LocalDate> decided) {
    return decided.isPresent() && !forecast.made().latestDay().isBefore(decided.get());
  }
}
