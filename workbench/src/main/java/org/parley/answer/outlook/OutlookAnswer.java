package org.parley.answer.outlook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.answer.outlook.CheckedRates.CheckedRate;
import org.parley.answer.outlook.CheckedRates.RateBasis;
import org.parley.check.Check;
import org.parley.check.Question;
import org.parley.exact.Budget;
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
import org.parley.outlook.ForecastTally;
import org.parley.outlook.Forecasts;
import org.parley.outlook.ScoredWords;
import org.parley.outlook.ScoredWords.SpeakerScore;
import org.parley.outlook.SignedAgreement.Incompatibility;
import org.parley.outlook.SignedAgreement.SettlementScope;
import org.parley.reference.AgreementStage;
import org.parley.wording.OutlookWording;

/// How long other agreements stood, and what that says of this case.
///
/// @param headline the shares after five years, by each definition
/// @param limits the questions that the figures do not answer
/// @param scope the scope of the class; null for all
/// @param issue the issue of the class; null for all
/// @param stage the stage of the class; null for all
/// @param topics the PA-X topic codes that each of the class has; empty for all
/// @param compared who chose the class, and why, in a sentence
/// @param assumed whether nobody has chosen one, so that all agreements are assumed
/// @param edition the collections and their versions
/// @param basis the origin of the figures: with Parley, or computed from the rows of a copy
/// @param checked what the check of the figures saw, in a sentence
/// @param definitions the class by each definition by which its figures are known
/// @param scopes every scope whose figures are known, ended as coded
/// @param forecasts how many dated expectations are due, met and open, in a sentence
/// @param expectations the dated expectations on record
/// @param speakers those who stated them, with scores where enough are due; none if the check of
///   the scores failed
/// @param team the forecasts of the team
/// @param model whether a model says more than the base rate
public record OutlookAnswer(
    String headline,
    String limits,
    @Nullable SettlementScope scope,
    @Nullable Incompatibility issue,
    @Nullable AgreementStage stage,
    List<String> topics,
    String compared,
    boolean assumed,
    String edition,
    RateBasis basis,
    String checked,
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

  /// Where a rate comes from.
  @FunctionalInterface
  public interface RateSource {
    CheckedRate rate(AgreementClass of, Definition definition);
  }

  /// The answer for a class, with the expectations and forecasts known on a day.
  public static OutlookAnswer of(AgreementClass of, RateSource rates, CaseView view, AsOf asOf) {
    return of(of, rates, view, Foretold.of(view, asOf));
  }

  /// The answer for a class, with what was foretold.
  public static OutlookAnswer of(
      AgreementClass of, RateSource rates, CaseView view, Foretold foretold) {
    OutlookWording words = OutlookWording.current();
    List<CheckedRate> found =
        Arrays.stream(Definition.values()).map(each -> rates.rate(of, each)).toList();
    List<BaseRate> byDefinition = found.stream().map(CheckedRate::rate).toList();
    List<CheckedRate> byScope = new ArrayList<>();
    byScope.add(rates.rate(of.withScope(null), Definition.ENDED_AS_CODED));
    for (SettlementScope each : SettlementScope.values()) {
      byScope.add(rates.rate(of.withScope(each), Definition.ENDED_AS_CODED));
    }
    List<RateAnswer> scopes = known(byScope).map(each -> answer(words, each.rate())).toList();
    RateBasis basis = basis(Stream.concat(found.stream(), byScope.stream()).toList());
    ScoredWords scored = foretold.words();
    Forecasts team = foretold.team();
    boolean isTallied =
        Check.verify(
                new Question.Scores(ForecastTally.facts(scored, team)),
                ForecastTally.find(scored, team),
                Budget.unlimited())
            .holds();
    return new OutlookAnswer(
        basis == RateBasis.ABSENT ? words.absent(of) : words.headline(of, byDefinition),
        words.limits(),
        of.scope(),
        of.issue(),
        of.stage(),
        of.topics(),
        words.compared(of, view.info().comparison()),
        isAssumed(of, view),
        words.edition(of),
        basis,
        words.checked(basis.name()),
        known(found).map(each -> answer(words, each.rate())).toList(),
        scopes,
        words.forecasts(scored.events()),
        scored.events().stream().map(each -> expectation(words, view, each)).toList(),
        isTallied
            ? scored.speakers().stream().map(each -> speaker(words, each)).toList()
            : List.of(),
        ForecastsAnswer.of(view, team, isTallied),
        ModelAnswer.shipped());
  }

  /// Those that are stated: a figure that only rows could give is not a figure of none.
  private static Stream<CheckedRate> known(List<CheckedRate> rates) {
    return rates.stream().filter(each -> each.basis() != RateBasis.ABSENT);
  }

  private static boolean isAssumed(AgreementClass of, CaseView view) {
    return view.info().comparison() == null && of.equals(AgreementClass.ALL);
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

  /// That of the least certain of them.
  private static RateBasis basis(List<CheckedRate> rates) {
    return rates.stream().map(CheckedRate::basis).anyMatch(RateBasis.COMPUTING::equals)
        ? RateBasis.COMPUTING
        : rates.getFirst().basis();
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
