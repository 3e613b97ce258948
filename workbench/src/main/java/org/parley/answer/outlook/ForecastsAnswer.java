package org.parley.answer.outlook;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.exact.Rational;
import org.parley.model.Id;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.ForecastEvent;
import org.parley.model.claim.ForecastId;
import org.parley.model.claim.Probability;
import org.parley.model.date.Edtf;
import org.parley.outlook.AskedQuestion;
import org.parley.outlook.AskedQuestion.Eligibility;
import org.parley.outlook.AskedQuestion.GivenForecast;
import org.parley.outlook.ExpectedEvent.EventFate;
import org.parley.outlook.ForecastQuestion;
import org.parley.outlook.ForecastScore;
import org.parley.outlook.Forecasts;
import org.parley.wording.ForecastWording;

/// The forecasts of the team by question, and how they came out.
///
/// @param headline how many questions there are, and how many are decided
/// @param questions the questions, by the date by which the event happens
/// @param forecasters those with decided forecasts
/// @param crowd the medians as a forecaster; null if too few are decided
/// @param all all forecasts that count; null if too few are decided
public record ForecastsAnswer(
    String headline,
    List<AskedAnswer> questions,
    List<ForecasterAnswer> forecasters,
    @Nullable ForecastScoreAnswer crowd,
    @Nullable ForecastScoreAnswer all) {

  /// A question.
  ///
  /// @param median the median of the forecasters, exactly; null for fewer than three
  /// @param counted how many forecasters have an open chance that counts
  /// @param sealed how many latest forecasts are sealed
  public record AskedAnswer(
      ForecastEvent event,
      List<Id> about,
      boolean oneIsEnough,
      Edtf until,
      Edtf closes,
      EventFate fate,
      @Nullable LocalDate happened,
      boolean closed,
      @Nullable Rational median,
      int counted,
      int sealed,
      List<TeamForecastAnswer> given,
      String words,
      String fateWords,
      String crowdWords) {}

  /// A forecast on a question.
  ///
  /// @param chance the chance; null while it is sealed
  public record TeamForecastAnswer(
      ForecastId id,
      String forecaster,
      Edtf made,
      @Nullable Probability chance,
      Eligibility standing,
      boolean illustrative,
      String words) {}

  /// A forecaster.
  ///
  /// @param score the score; null if too few forecasts are decided
  public record ForecasterAnswer(
      String forecaster, int due, @Nullable ForecastScoreAnswer score, String words) {}

  /// A score.
  ///
  /// @param brier the mean score of Brier, exactly
  /// @param least the lower end of its interval, in ten-thousandths
  /// @param most the upper end
  /// @param log the mean logarithmic score; null if infinite
  /// @param bins calibration, by fifths of the scale
  public record ForecastScoreAnswer(
      int due,
      int happened,
      Rational brier,
      int least,
      int most,
      @Nullable Double log,
      List<CalibrationAnswer> bins,
      String words) {}

  /// The forecasts in one part of the scale.
  ///
  /// @param from where the part begins, in per cent
  /// @param to where it ends
  /// @param stated the mean chance, exactly
  public record CalibrationAnswer(
      int from, int to, int count, int happened, Rational stated, String words) {}

  /// The answer for the forecasts of a day.
  ///
  /// @param isTallied whether the check of the scores passed; else none is stated
  static ForecastsAnswer of(CaseView view, Forecasts forecasts, boolean isTallied) {
    ForecastWording words = ForecastWording.current();
    return new ForecastsAnswer(
        words.headline(forecasts),
        forecasts.questions().stream().map(each -> question(words, view, each)).toList(),
        isTallied
            ? forecasts.forecasters().stream().map(each -> forecaster(words, each)).toList()
            : List.of(),
        forecasts
            .crowd()
            .filter(_ -> isTallied)
            .map(each -> score(words, words.crowdName(), each))
            .orElse(null),
        forecasts
            .all()
            .filter(_ -> isTallied)
            .map(each -> score(words, words.everyone(), each))
            .orElse(null));
  }

  private static AskedAnswer question(ForecastWording words, CaseView view, AskedQuestion asked) {
    ForecastQuestion question = asked.question();
    return new AskedAnswer(
        question.event(),
        question.about().stream().map(Id.class::cast).toList(),
        question.oneIsEnough(),
        question.until(),
        question.closes(),
        asked.fate(),
        asked.happened(),
        asked.isClosed(),
        asked.median().orElse(null),
        asked.chances().size(),
        asked.sealed(),
        asked.given().stream().map(each -> given(words, asked, each)).toList(),
        words.question(view, question),
        words.fate(asked),
        words.crowd(asked));
  }

  private static TeamForecastAnswer given(
      ForecastWording words, AskedQuestion asked, GivenForecast given) {
    return new TeamForecastAnswer(
        given.forecast().id(),
        given.forecast().forecaster(),
        given.forecast().made(),
        asked.stated(given).orElse(null),
        given.standing(),
        given.forecast().illustrative(),
        words.given(asked, given));
  }

  private static ForecasterAnswer forecaster(ForecastWording words, Forecasts.Forecaster each) {
    ForecastScore score = each.isEnough() ? each.score() : null;
    return new ForecasterAnswer(
        each.name(),
        each.score().due(),
        score == null ? null : score(words, each.name(), score),
        words.forecaster(each.name(), each.score().due(), score));
  }

  private static ForecastScoreAnswer score(
      ForecastWording words, String name, ForecastScore score) {
    return new ForecastScoreAnswer(
        score.due(),
        score.happened(),
        score.brier(),
        score.least(),
        score.most(),
        Double.isInfinite(score.log()) ? null : Double.valueOf(score.log()),
        score.bins().stream().map(each -> bin(words, each)).toList(),
        words.forecaster(name, score.due(), score));
  }

  private static CalibrationAnswer bin(ForecastWording words, ForecastScore.Bin bin) {
    return new CalibrationAnswer(
        bin.from(), bin.to(), bin.count(), bin.happened(), bin.stated(), words.bin(bin));
  }
}
