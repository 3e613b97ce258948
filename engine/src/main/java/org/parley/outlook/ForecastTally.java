package org.parley.outlook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.exact.Certificate;
import org.parley.exact.Finding;
import org.parley.exact.Rational;
import org.parley.model.cases.AsOf;
import org.parley.model.claim.Probability;
import org.parley.outlook.AskedQuestion.Eligibility;
import org.parley.outlook.AskedQuestion.GivenForecast;
import org.parley.outlook.ExpectedEvent.EventFate;

/// The scores of speakers and forecasters, as a finding.
///
/// The outcome of each question is a premise, read from the acts on record. The forecasts that
/// count and their scores are stated, and can be checked.
public final class ForecastTally {

  private ForecastTally() {}

  /// The outcome of a question.
  ///
  /// @param question its number
  /// @param isDue whether it is decided, or its day has passed
  /// @param isMet whether it happened in time
  public record QuestionOutcome(int question, boolean isDue, boolean isMet) {}

  /// A chance that somebody gave before the question was decided.
  ///
  /// @param id the id of the forecast or claim
  /// @param question the number of the question
  /// @param by the forecaster, or the speaker with its party
  /// @param isSpoken whether it is a dated expectation of a speaker, which counts as sure
  /// @param made the day by which it was made
  /// @param chance the chance; null while it is sealed
  public record GivenChance(
      String id,
      int question,
      String by,
      boolean isSpoken,
      LocalDate made,
      @Nullable Rational chance) {}

  /// The premises: outcomes, and the chances given.
  public record ForecastFacts(List<QuestionOutcome> outcomes, List<GivenChance> given) {
    public ForecastFacts {
      outcomes = List.copyOf(outcomes);
      given = List.copyOf(given);
    }
  }

  /// The score of one speaker or forecaster.
  ///
  /// @param due how many of the chances that count are of questions that are due
  /// @param met of how many of these the event happened in time
  /// @param brier the mean score of Brier over them
  public record TallyLine(String by, boolean isSpoken, int due, int met, Rational brier) {}

  /// States the score of everybody who has one.
  public record Tallied(List<TallyLine> lines) implements Certificate.OfAnswer {
    public Tallied {
      lines = List.copyOf(lines);
    }
  }

  /// The premises of a day. Sealed chances are left out of them while they are sealed.
  public static ForecastFacts facts(ScoredWords words, Forecasts forecasts) {
    List<QuestionOutcome> outcomes = new ArrayList<>();
    List<GivenChance> given = new ArrayList<>();
    for (ExpectedEvent each : words.events()) {
      outcomes.add(
          new QuestionOutcome(outcomes.size(), each.isDue(), each.fate() == EventFate.MET));
      given.add(
          new GivenChance(
              each.claim().id().value(),
              outcomes.size() - 1,
              speaker(each.claim().speaker(), each.claim().party().value()),
              true,
              AsOf.saidBy(each.claim()),
              Rational.ONE));
    }
    for (AskedQuestion asked : forecasts.questions()) {
      outcomes.add(
          new QuestionOutcome(
              outcomes.size(), asked.fate() != EventFate.OPEN, asked.fate() == EventFate.MET));
      for (GivenForecast each : asked.given()) {
        if (each.standing() != Eligibility.TOO_LATE) {
          Probability chance = asked.stated(each).orElse(null);
          given.add(
              new GivenChance(
                  each.forecast().id().value(),
                  outcomes.size() - 1,
                  each.forecast().forecaster(),
                  false,
                  each.forecast().made().latestDay(),
                  chance == null ? null : Rational.of(chance.part(), chance.whole())));
        }
      }
    }
    return new ForecastFacts(outcomes, given);
  }

  private static String speaker(String name, String party) {
    return name + ", " + party;
  }

  /// The scores of a day, as the outlook states them. Cost: linear in the forecasts.
  public static Finding<List<TallyLine>> find(ScoredWords words, Forecasts forecasts) {
    List<TallyLine> lines = new ArrayList<>();
    for (ScoredWords.SpeakerScore each : words.speakers()) {
      if (each.due() > 0) {
        lines.add(
            new TallyLine(
                speaker(each.speaker(), each.party().value()),
                true,
                each.due(),
                each.met(),
                Rational.of(each.due() - each.met(), each.due())));
      }
    }
    for (Forecasts.Forecaster each : forecasts.forecasters()) {
      lines.add(
          new TallyLine(
              each.name(),
              false,
              each.score().due(),
              each.score().happened(),
              each.score().brier()));
    }
    return new Finding.Proved<>(List.copyOf(lines), new Tallied(lines));
  }
}
