package org.parley.outlook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.parley.Effort;
import org.parley.exact.Rational;
import org.parley.model.CaseRecord;
import org.parley.model.Cases;
import org.parley.model.Rewrite;
import org.parley.model.Viewer;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.Case;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.Forecast;
import org.parley.model.claim.Probability;
import org.parley.model.claim.Seal;
import org.parley.model.comment.Comment;
import org.parley.model.task.Task;
import org.parley.outlook.AskedQuestion.Eligibility;
import org.parley.outlook.AskedQuestion.GivenForecast;
import org.parley.outlook.ExpectedEvent.EventFate;
import org.parley.outlook.ForecastScore.ScoredChance;

/// Laws of forecasts over generated cases.
@NullMarked
class ForecastsLawTest {

  private static final int CASES = Effort.of(50, 150);

  private static CaseView view(Case all) {
    return all.viewFor(new Viewer.Mediator());
  }

  /// Forecasts as anyone may read them: a chance only where it is stated.
  private static List<String> readable(Forecasts forecasts) {
    List<String> lines = new ArrayList<>();
    for (AskedQuestion each : forecasts.questions()) {
      lines.add(each.question() + " " + each.fate() + " " + each.median() + " " + each.sealed());
      for (GivenForecast given : each.given()) {
        lines.add(
            given.forecast().id()
                + " "
                + given.standing()
                + " "
                + each.stated(given)
                + " "
                + given.chance());
      }
    }
    forecasts.forecasters().forEach(each -> lines.add(each.toString()));
    lines.add(forecasts.all() + " " + forecasts.crowd());
    return lines;
  }

  /// Another chance under the same seal's place, opened or not, changes nothing before closing.
  @Test
  void nothingDependsOnASealedChanceBeforeItsQuestionIsClosed() {
    int sealed = 0;
    for (long seed = 0; seed < CASES; seed++) {
      Case all = Cases.of(seed);
      for (CaseRecord record : all.records()) {
        if (!(record instanceof Forecast forecast) || forecast.seal() == null) {
          continue;
        }
        AsOf before = AsOf.of(forecast.made().latestDay());
        Optional<AskedQuestion> asked = question(view(all), before, forecast);
        if (asked.isEmpty() || asked.get().isClosed()) {
          continue;
        }
        sealed++;
        Probability other = new Probability("77 %");
        Forecast opened = forecast;
        opened = Rewrite.with(opened, "seal", Seal.of(forecast.forecaster(), other, "k"));
        opened = Rewrite.with(opened, "key", "k");
        opened = Rewrite.with(opened, "chance", other);
        List<CaseRecord> records = new ArrayList<>(all.records());
        records.set(records.indexOf(record), opened);
        assertEquals(
            readable(Forecasts.of(view(all), before)),
            readable(Forecasts.of(view(Case.of(all.info(), records)), before)),
            "seed " + seed);
      }
    }
    assertTrue(sealed > Effort.of(13, 40), "sealed " + sealed);
  }

  private static Optional<AskedQuestion> question(CaseView view, AsOf asOf, Forecast forecast) {
    return Forecasts.of(view, asOf).questions().stream()
        .filter(each -> each.given().stream().anyMatch(g -> g.forecast().equals(forecast)))
        .findFirst();
  }

  /// What is known on a day depends on nothing made later.
  @Test
  void aLaterForecastChangesNothingBefore() {
    for (long seed = 0; seed < CASES; seed++) {
      Case all = Cases.of(seed);
      LocalDate day = LocalDate.of(2024, 6, 1);
      List<CaseRecord> earlier =
          all.records().stream()
              .filter(each -> !(each instanceof Forecast f) || f.made().isBy(day))
              // which may be about forecasts
              .filter(each -> !(each instanceof Comment) && !(each instanceof Task))
              .toList();
      assertEquals(
          Forecasts.of(view(all), AsOf.of(day)),
          Forecasts.of(view(Case.of(all.info(), earlier)), AsOf.of(day)),
          "seed " + seed);
    }
  }

  /// The median and the means, computed again from the forecasts that count.
  @Test
  void scoresAreThoseOfASecondComputation() {
    int scored = 0;
    for (long seed = 0; seed < CASES; seed++) {
      Forecasts forecasts = Forecasts.of(view(Cases.of(seed)), AsOf.LATEST);
      Map<String, List<Rational>> briers = new HashMap<>();
      for (AskedQuestion each : forecasts.questions()) {
        List<Rational> chances = new ArrayList<>();
        for (GivenForecast given : each.given()) {
          Probability chance = given.forecast().chance();
          if (given.standing() == Eligibility.COUNTS && chance != null) {
            Rational exact = Rational.of(chance.part(), chance.whole());
            chances.add(exact);
            if (each.fate() != EventFate.OPEN) {
              Rational off =
                  exact.minus(each.fate() == EventFate.MET ? Rational.ONE : Rational.ZERO);
              briers
                  .computeIfAbsent(given.forecast().forecaster(), _ -> new ArrayList<>())
                  .add(off.times(off));
            }
          }
        }
        each.median().ifPresent(median -> assertMiddle(chances, median));
        assertEquals(chances.size() >= 3, each.median().isPresent());
      }
      assertEquals(briers.size(), forecasts.forecasters().size());
      for (Forecasts.Forecaster each : forecasts.forecasters()) {
        List<Rational> own = briers.getOrDefault(each.name(), List.of());
        assertEquals(own.size(), each.score().due());
        Rational sum = own.stream().reduce(Rational.ZERO, Rational::plus);
        assertEquals(sum, each.score().brier().times(Rational.of(own.size())));
        scored++;
      }
    }
    assertTrue(scored > Effort.of(33, 100), "scored " + scored);
  }

  /// As many lie on either side.
  private static void assertMiddle(List<Rational> chances, Rational median) {
    long below = chances.stream().filter(each -> each.compareTo(median) < 0).count();
    long above = chances.stream().filter(each -> each.compareTo(median) > 0).count();
    assertTrue(2 * below <= chances.size() && 2 * above <= chances.size(), chances.toString());
  }

  @Test
  void theOrderOfForecastsDoesNotMatter() {
    Random random = new Random(3);
    List<ScoredChance> some = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      some.add(new ScoredChance(Rational.of(random.nextInt(11), 10), random.nextBoolean()));
    }
    ForecastScore score = ForecastScore.of(some);
    Collections.shuffle(some, random);
    assertEquals(score, ForecastScore.of(some));
    assertEquals(40, score.bins().stream().mapToInt(ForecastScore.Bin::count).sum());
  }
}
