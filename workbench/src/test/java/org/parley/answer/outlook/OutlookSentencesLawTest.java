package org.parley.answer.outlook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.parley.answer.CaseDay;
import org.parley.casefile.LoadResult;
import org.parley.casefile.folder.CaseFolder;
import org.parley.check.Check;
import org.parley.check.Question;
import org.parley.check.Verdict;
import org.parley.exact.Budget;
import org.parley.model.Viewer;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.CaseView;
import org.parley.outlook.AgreementClass;
import org.parley.outlook.Definition;
import org.parley.outlook.ForecastTally;
import org.parley.outlook.Forecasts;
import org.parley.outlook.ScoredWords;
import org.parley.outlook.SignedAgreement.Incompatibility;
import org.parley.outlook.SignedAgreement.SettlementScope;

/// No sentence of the outlook without a finding whose check passes.
///
/// Every text that the answers have is in the table with what backs it, so a new one fails here. A
/// text is exempt if it restates records, or says nothing that could be wrong of a case.
@NullMarked
class OutlookSentencesLawTest {

  /// The kind of backing of a text.
  private enum Backing {
    /// Shares of a class: a finding of base rates.
    RATES,
    /// Scores: the tally of forecasts.
    TALLY,
    /// The tree of ways.
    WAYS,
    /// Exempt: names, days and chances as records have them, and how many there are.
    RECORDS,
    /// Exempt: says what is not said, how it is computed, or whence figures come.
    ABOUT,
    /// Exempt: resampled or binned from the chances of the tally. `ForecastsLawTest` computes them
    /// a second time; no certificate states resamples.
    RESAMPLED,
    /// Exempt: the published skill of one model, computed from the rows by tests where they are.
    PUBLISHED
  }

  private static final Map<String, Backing> TEXTS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("OutlookAnswer.headline", Backing.RATES),
              Map.entry("OutlookAnswer.limits", Backing.ABOUT),
              Map.entry("OutlookAnswer.compared", Backing.RECORDS),
              Map.entry("OutlookAnswer.edition", Backing.ABOUT),
              Map.entry("OutlookAnswer.checked", Backing.ABOUT),
              Map.entry("OutlookAnswer.forecasts", Backing.RECORDS),
              Map.entry("RateAnswer.words", Backing.RATES),
              Map.entry("ExpectationAnswer.by", Backing.RECORDS),
              Map.entry("ExpectationAnswer.words", Backing.RECORDS),
              Map.entry("SpeakerAnswer.speaker", Backing.RECORDS),
              Map.entry("SpeakerAnswer.words", Backing.TALLY),
              Map.entry("ForecastsAnswer.headline", Backing.RECORDS),
              Map.entry("AskedAnswer.words", Backing.RECORDS),
              Map.entry("AskedAnswer.fateWords", Backing.RECORDS),
              Map.entry("AskedAnswer.crowdWords", Backing.RECORDS),
              Map.entry("TeamForecastAnswer.forecaster", Backing.RECORDS),
              Map.entry("TeamForecastAnswer.words", Backing.RECORDS),
              Map.entry("ForecasterAnswer.forecaster", Backing.RECORDS),
              Map.entry("ForecasterAnswer.words", Backing.TALLY),
              Map.entry("ForecastScoreAnswer.words", Backing.TALLY),
              Map.entry("CalibrationAnswer.words", Backing.RESAMPLED),
              Map.entry("ModelAnswer.headline", Backing.PUBLISHED),
              Map.entry("SkillAnswer.words", Backing.PUBLISHED),
              Map.entry("WaysAnswer.headline", Backing.WAYS),
              Map.entry("WaysAnswer.method", Backing.ABOUT),
              Map.entry("WaysAnswer.left", Backing.ABOUT),
              Map.entry("WayAnswer.title", Backing.ABOUT),
              Map.entry("WayAnswer.rule", Backing.ABOUT),
              Map.entry("WayAnswer.needs", Backing.WAYS),
              Map.entry("WayAnswer.noRate", Backing.ABOUT),
              Map.entry("WayAnswer.nobody", Backing.ABOUT),
              Map.entry("MoverAnswer.named", Backing.WAYS),
              Map.entry("MoverAnswer.words", Backing.WAYS),
              Map.entry("TextAnswer.words", Backing.WAYS),
              Map.entry("HeldAnswer.words", Backing.RATES),
              Map.entry("WayChanceAnswer.percent", Backing.RECORDS),
              Map.entry("WayChanceAnswer.words", Backing.RECORDS),
              Map.entry("IssueAnswer.kind", Backing.RECORDS),
              Map.entry("IssueAnswer.record", Backing.RECORDS),
              Map.entry("IssueAnswer.issue", Backing.RECORDS),
              Map.entry("IssueAnswer.words", Backing.WAYS),
              Map.entry("ConsentAnswer.words", Backing.RECORDS)));

  private static void texts(Type type, Set<Type> seen, Set<String> into) {
    if (!seen.add(type)) {
      return;
    }
    if (type instanceof ParameterizedType generic) {
      for (Type each : generic.getActualTypeArguments()) {
        texts(each, seen, into);
      }
    } else if (type instanceof Class<?> plain
        && plain.isRecord()
        && plain.getPackageName().equals(OutlookAnswer.class.getPackageName())) {
      for (RecordComponent each : plain.getRecordComponents()) {
        if (each.getType() == String.class) {
          into.add(plain.getSimpleName() + "." + each.getName());
        }
        texts(each.getGenericType(), seen, into);
      }
    }
  }

  private static List<CaseView> examples() throws IOException {
    try (Stream<Path> folders = Files.list(Path.of("../examples"))) {
      return folders
          .filter(Files::isDirectory)
          .sorted()
          .map(
              each -> {
                try {
                  return ((LoadResult.Loaded) CaseFolder.of(each).load()).contents();
                } catch (IOException e) {
                  throw new java.io.UncheckedIOException(e);
                }
              })
          .map(each -> each.viewFor(new Viewer.Mediator()))
          .toList();
    }
  }

  @Test
  void everyTextIsBackedOrExempt() {
    Set<String> found = new TreeSet<>();
    Set<Type> seen = new LinkedHashSet<>();
    texts(OutlookAnswer.class, seen, found);
    texts(WaysAnswer.class, seen, found);
    assertEquals(TEXTS.keySet(), found);
  }

  @Test
  void everyShareThatMayBeStatedPassesItsCheck() {
    ShippedRates shipped = ShippedRates.shipped();
    int stated = 0;
    for (Definition definition : Definition.values()) {
      for (SettlementScope scope : SettlementScope.values()) {
        for (Incompatibility issue : Incompatibility.values()) {
          for (AgreementClass each :
              List.of(
                  AgreementClass.ALL,
                  new AgreementClass(scope, null),
                  new AgreementClass(null, issue),
                  new AgreementClass(scope, issue))) {
            var finding = shipped.finding(each, definition);
            assertEquals(
                new Verdict.Holds(),
                Check.verify(shipped.question(), finding, Budget.unlimited()),
                each + ", " + definition);
            stated += finding.findAnswer().isPresent() ? 1 : 0;
          }
        }
      }
    }
    assertTrue(stated > 20, "only " + stated);
  }

  @Test
  void scoresAreStatedIfTheirCheckPassesAlone() throws IOException {
    int questions = 0;
    for (CaseView view : examples()) {
      AsOf day = AsOf.of(CaseDay.shown(view).plusYears(2));
      ScoredWords words = ScoredWords.of(view, day);
      Forecasts team = Forecasts.of(view, day);
      assertEquals(
          new Verdict.Holds(),
          Check.verify(
              new Question.Scores(ForecastTally.facts(words, team)),
              ForecastTally.find(words, team),
              Budget.unlimited()),
          view.info().title().text());
      ForecastsAnswer unchecked = ForecastsAnswer.of(view, team, false);
      assertEquals(List.of(), unchecked.forecasters());
      assertNull(unchecked.all());
      assertNull(unchecked.crowd());
      questions += team.questions().size() + words.events().size();
    }
    assertTrue(questions > 3, "only " + questions);
  }
}
