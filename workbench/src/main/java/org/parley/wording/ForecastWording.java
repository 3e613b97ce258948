package org.parley.wording;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.zone.WilsonEstimate;
import org.parley.exact.Rational;
import org.parley.model.ForecastSubject;
import org.parley.model.Id;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.Forecast;
import org.parley.model.claim.Probability;
import org.parley.model.step.StepId;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.PointId;
import org.parley.outlook.AskedQuestion;
import org.parley.outlook.AskedQuestion.GivenForecast;
import org.parley.outlook.ExpectedEvent.EventFate;
import org.parley.outlook.ForecastQuestion;
import org.parley.outlook.ForecastScore;
import org.parley.outlook.Forecasts;

/// Forecasts, questions and scores, in one language.
public final class ForecastWording {

  private final Messages messages;

  public ForecastWording(Messages messages) {
    this.messages = messages;
  }

  /// In the current language.
  public static ForecastWording current() {
    return new ForecastWording(Messages.current());
  }

  /// A forecast in one line, with its chance as on record: "A. Analyst, 12 December 2025: signed by
  /// June 2026, 35 %".
  public String title(CaseView view, Forecast forecast) {
    Probability chance = forecast.chance();
    return messages.text(
        "forecasts.record",
        "forecaster",
        forecast.forecaster(),
        "made",
        forecast.made(),
        "event",
        event(view, forecast),
        "chance",
        chance == null ? messages.text("forecasts.sealed") : chance(chance));
  }

  private String event(CaseView view, Forecast forecast) {
    return messages.text(
        "forecasts.question",
        "subjects",
        forecast.about().isEmpty()
            ? messages.text("forecasts.every-text")
            : messages.all(
                forecast.about().stream()
                    .filter(each -> view.find((Id) each).isPresent())
                    .map(each -> subject(view, each))
                    .toList()),
        "one",
        forecast.oneIsEnough(),
        "event",
        messages.text("forecasts.event", "event", forecast.event()),
        "until",
        forecast.until());
  }

  private Phrase subject(CaseView view, ForecastSubject subject) {
    CaseNames names = new CaseNames(messages, view);
    return switch (subject) {
      case InstrumentId id -> names.subject(id);
      case PointId id -> names.subject(id);
      case StepId id -> Phrase.link(id, view.get(id).title().text());
    };
  }

  /// A question: "Framework agreement: signed by June 2026".
  public String question(CaseView view, ForecastQuestion question) {
    return messages.text(
        "forecasts.question",
        "subjects",
        question.isWhole() && question.about().size() > 1
            ? messages.text("forecasts.every-text")
            : messages.all(question.about().stream().map(each -> subject(view, each)).toList()),
        "one",
        question.oneIsEnough(),
        "event",
        messages.text("forecasts.event", "event", question.event()),
        "until",
        question.until());
  }

  /// How many questions there are, decided, closed and open.
  public String headline(Forecasts forecasts) {
    List<AskedQuestion> asked = forecasts.questions();
    long decided = asked.stream().filter(each -> each.fate() != EventFate.OPEN).count();
    return messages.text("forecasts.headline", "questions", asked.size(), "decided", decided);
  }

  /// The crowd on a question: its median and how many forecasters, or why there is none.
  public String crowd(AskedQuestion asked) {
    Optional<Rational> median = asked.median();
    return messages.text(
        "forecasts.crowd",
        "known",
        median.isPresent(),
        "median",
        median.map(this::percent).orElse(""),
        "count",
        asked.chances().size(),
        "sealed",
        asked.sealed(),
        "illustrations",
        asked.illustrations(),
        "least",
        AskedQuestion.LEAST_CROWD);
  }

  /// The fate of a question, or when it closes.
  public String fate(AskedQuestion asked) {
    LocalDate happened = asked.happened();
    return messages.text(
        "forecasts.fate",
        "fate",
        asked.fate(),
        "late",
        happened != null,
        "day",
        happened == null ? "" : happened,
        "closed",
        asked.isClosed(),
        "closes",
        asked.question().closes());
  }

  /// A forecast on a question: forecaster, day, chance, and whether it counts.
  public String given(AskedQuestion asked, GivenForecast given) {
    Forecast forecast = given.forecast();
    String because = forecast.because();
    return messages.text(
        "forecasts.given",
        "forecaster",
        forecast.forecaster(),
        "made",
        forecast.made(),
        "chance",
        asked.stated(given).map(this::chance).orElseGet(() -> messages.text("forecasts.sealed")),
        "standing",
        given.standing(),
        "closed",
        asked.isClosed(),
        "illustrative",
        forecast.illustrative(),
        "reasoned",
        because != null,
        "because",
        because == null ? "" : because);
  }

  /// A forecaster's score, or why there is none.
  public String forecaster(String name, int due, @Nullable ForecastScore score) {
    return score == null
        ? messages.text("forecasts.too-few", "name", name, "due", due)
        : messages.text(
            "forecasts.score",
            "name",
            name,
            "due",
            due,
            "happened",
            score.happened(),
            "brier",
            decimal(score.brier()),
            "least",
            BigDecimal.valueOf(score.least(), 4),
            "most",
            BigDecimal.valueOf(score.most(), 4),
            "finite",
            !Double.isInfinite(score.log()),
            "log",
            Double.isInfinite(score.log())
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(score.log()).setScale(3, RoundingMode.HALF_UP));
  }

  /// The medians as a forecaster.
  public String crowdName() {
    return messages.text("forecasts.crowd-name");
  }

  /// All forecasts as one forecaster.
  public String everyone() {
    return messages.text("forecasts.everyone");
  }

  /// One part of the scale: stated, happened, with its interval.
  public String bin(ForecastScore.Bin bin) {
    return messages.text(
        "forecasts.bin",
        "from",
        bin.from(),
        "to",
        bin.to(),
        "stated",
        percent(bin.stated()),
        "happened",
        bin.happened(),
        "count",
        bin.count(),
        "interval",
        interval(bin.happened(), bin.count()));
  }

  /// The Wilson interval of a share that happened, rounded outwards: "3 to 56 %".
  public String interval(int happened, int count) {
    WilsonEstimate share = WilsonEstimate.of(happened, count);
    return messages.text(
        "outlook.interval",
        "least",
        Math.floor(100 * share.low()),
        "most",
        Math.ceil(100 * share.high()));
  }

  /// A chance as the language writes it; a fraction as it is.
  public String chance(Probability chance) {
    return chance.said().endsWith("%")
        ? percent(Rational.of(chance.part(), chance.whole()))
        : chance.said();
  }

  /// A fraction of one in per cent, to two decimals at most.
  public String percent(Rational share) {
    BigInteger hundredths = share.times(Rational.of(10_000)).rounded();
    BigDecimal percent = new BigDecimal(hundredths, 2).stripTrailingZeros();
    return messages.text(
        "share.percent", "percent", percent.scale() < 0 ? percent.setScale(0) : percent);
  }

  private static BigDecimal decimal(Rational number) {
    return new BigDecimal(number.times(Rational.of(10_000)).rounded(), 4);
  }
}
