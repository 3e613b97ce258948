package org.parley.answer.outlook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.model.PartyId;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.ClaimId;
import org.parley.outlook.AgreementClass;
import org.parley.outlook.BaseRate;
import org.parley.outlook.BaseRate.YearShare;
import org.parley.outlook.Definition;
import org.parley.outlook.ExpectedEvent;
import org.parley.outlook.ExpectedEvent.EventFate;
import org.parley.outlook.ScoredWords;
import org.parley.outlook.ScoredWords.SpeakerScore;
import org.parley.outlook.SignedAgreement.Incompatibility;
import org.parley.outlook.SignedAgreement.SettlementScope;
import org.parley.wording.OutlookWording;

/// How long other agreements stood, and what that says of this case.
///
/// @param headline the shares after five years, by each definition
/// @param limits the questions that the figures do not answer
/// @param scope the scope of the class; null for all
/// @param issue the issue of the class; null for all
/// @param edition the collections and their versions
/// @param definitions the class by each definition
/// @param scopes every scope, ended as coded
/// @param forecasts how many dated expectations are due, met and open, in a sentence
/// @param expectations the dated expectations on record
/// @param speakers those who stated them, with scores where enough are due
/// @param team the forecasts of the team
/// @param model whether a model says more than the base rate
public record OutlookAnswer(
    String headline,
    String limits,
    @Nullable SettlementScope scope,
    @Nullable Incompatibility issue,
    String edition,
    List<RateAnswer> definitions,
    List<RateAnswer> scopes,
    String forecasts,
    List<ExpectationAnswer> expectations,
    List<SpeakerAnswer> speakers,
    ForecastsAnswer team,
    ModelAnswer model) {

  /// A dated expectation.
  public record ExpectationAnswer(
      ClaimId claim, String by, EventFate fate, @Nullable LocalDate happened, String words) {}

  /// A speaker, and how expectations came out.
  ///
  /// @param brier the mean score in ten-thousandths; null if too few are due
  public record SpeakerAnswer(
      String speaker, PartyId party, int due, int met, @Nullable Integer brier, String words) {}

  /// A class by a definition.
  ///
  /// @param enough whether its shares are stated
  /// @param years its shares in ten-thousandths; none if the class is too small
  /// @param words the class and its size in words
  public record RateAnswer(
      Definition definition,
      @Nullable SettlementScope scope,
      @Nullable Incompatibility issue,
      int agreements,
      int conflicts,
      int ended,
      int leftOut,
      boolean enough,
      List<YearShare> years,
      String words) {}

  /// The answer for a class, with the expectations and forecasts known on a day.
  public static OutlookAnswer of(AgreementClass of, CaseView view, AsOf asOf) {
    ShippedRates rates = ShippedRates.shipped();
    OutlookWording words = OutlookWording.current();
    List<BaseRate> byDefinition =
        Arrays.stream(Definition.values()).map(each -> rate(rates, of, each)).toList();
    List<RateAnswer> scopes = new ArrayList<>(List.of(answer(words, asCoded(rates, of, null))));
    for (SettlementScope each : SettlementScope.values()) {
      scopes.add(answer(words, asCoded(rates, of, each)));
    }
    ScoredWords scored = ScoredWords.of(view, asOf);
    return new OutlookAnswer(
        words.headline(of, byDefinition),
        words.limits(),
        of.scope(),
        of.issue(),
        words.edition(),
        byDefinition.stream().map(each -> answer(words, each)).toList(),
        scopes,
        words.forecasts(scored.events()),
        scored.events().stream().map(each -> expectation(words, view, each)).toList(),
        scored.speakers().stream().map(each -> speaker(words, each)).toList(),
        ForecastsAnswer.of(view, asOf),
        ModelAnswer.shipped());
  }

  private static ExpectationAnswer expectation(
      OutlookWording words, CaseView view, ExpectedEvent event) {
    return new ExpectationAnswer(
        event.claim().id(),
        event.by().toString(),
        event.fate(),
        event.happened(),
        words.expectation(view, event));
  }

  private static SpeakerAnswer speaker(OutlookWording words, SpeakerScore score) {
    return new SpeakerAnswer(
        score.speaker(),
        score.party(),
        score.due(),
        score.met(),
        score.isEnough() ? Integer.valueOf(score.brier()) : null,
        words.speaker(score));
  }

  private static BaseRate asCoded(
      ShippedRates rates, AgreementClass of, @Nullable SettlementScope scope) {
    return rate(rates, new AgreementClass(scope, of.issue()), Definition.ENDED_AS_CODED);
  }

  private static BaseRate rate(ShippedRates rates, AgreementClass of, Definition definition) {
    return rates
        .find(of, definition)
        .orElseGet(() -> new BaseRate(of, definition, 0, 0, 0, 0, List.of()));
  }

  private static RateAnswer answer(OutlookWording words, BaseRate rate) {
    return new RateAnswer(
        rate.definition(),
        rate.of().scope(),
        rate.of().issue(),
        rate.agreements(),
        rate.conflicts(),
        rate.ended(),
        rate.leftOut(),
        rate.isEnough(),
        rate.isEnough() ? rate.years() : List.of(),
        words.size(rate));
  }
}
