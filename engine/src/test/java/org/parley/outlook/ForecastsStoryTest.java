package org.parley.outlook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.exact.Rational;
import org.parley.model.CaseInfo;
import org.parley.model.CaseRecord;
import org.parley.model.Rewrite;
import org.parley.model.Viewer;
import org.parley.model.Visibility;
import org.parley.model.act.Act;
import org.parley.model.act.ActId;
import org.parley.model.act.ActKind;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.Case;
import org.parley.model.claim.Forecast;
import org.parley.model.claim.ForecastEvent;
import org.parley.model.claim.ForecastId;
import org.parley.model.claim.Probability;
import org.parley.model.claim.Seal;
import org.parley.model.date.Edtf;
import org.parley.model.source.SourceId;
import org.parley.model.text.InstrumentId;
import org.parley.outlook.AskedQuestion.Eligibility;
import org.parley.outlook.ExpectedEvent.EventFate;

/// A treaty and an annex, signed on days of their own; four analysts who say how likely that is.
@NullMarked
class ForecastsStoryTest {

  private static final Visibility OPEN = new Visibility.Public();
  private static final InstrumentId TREATY = new InstrumentId("treaty");
  private static final InstrumentId ANNEX = new InstrumentId("annex");
  private static final SourceId NEWS = TreatyTalks.NEWS;

  private final List<CaseRecord> records = TreatyTalks.records(TREATY, ANNEX);

  private ForecastsStoryTest acts(ActKind kind, InstrumentId of, String day) {
    records.add(
        Act.of(
            new ActId(of + "-" + kind.name().toLowerCase(java.util.Locale.ROOT)),
            kind,
            Edtf.of(day),
            null,
            List.of(),
            List.of(of),
            List.of(NEWS),
            OPEN));
    return this;
  }

  private static Forecast forecast(String id, String who, String made, @Nullable String chance) {
    return new Forecast(
        new ForecastId(id),
        who,
        ForecastEvent.SIGNED,
        List.of(TREATY),
        false,
        Edtf.of("2026-06"),
        Edtf.of(made),
        Edtf.of("2026-03-31"),
        chance == null ? null : new Probability(chance),
        null,
        null,
        null,
        List.of(),
        false,
        OPEN);
  }

  private ForecastsStoryTest given(Forecast... forecasts) {
    records.addAll(List.of(forecasts));
    return this;
  }

  private Forecasts on(String day) {
    return Forecasts.of(
        Case.of(new CaseInfo("World", null, List.of()), records).viewFor(new Viewer.Mediator()),
        AsOf.of(LocalDate.parse(day)));
  }

  private AskedQuestion only(String day) {
    Forecasts all = on(day);
    assertEquals(1, all.questions().size());
    return all.questions().getFirst();
  }

  private static List<Eligibility> standings(AskedQuestion asked) {
    return asked.given().stream().map(AskedQuestion.GivenForecast::standing).toList();
  }

  @Test
  void theLatestOfEachForecasterCountsAndTheOthersStayReadable() {
    given(
        forecast("f1", "Ann", "2026-01-01", "10 %"),
        forecast("f2", "Bob", "2026-01-02", "40 %"),
        forecast("f3", "Ann", "2026-02-01", "30 %"),
        forecast("f4", "Cid", "2026-02-02", "1/2"));
    assertEquals(Optional.empty(), only("2026-02-01").median(), "of two forecasters");
    AskedQuestion asked = only("2026-02-02");
    assertEquals(
        List.of(Eligibility.REPLACED, Eligibility.COUNTS, Eligibility.COUNTS, Eligibility.COUNTS),
        standings(asked));
    assertEquals(Optional.of(Rational.of(2, 5)), asked.median());
    given(forecast("f5", "Dee", "2026-02-03", "80 %"));
    assertEquals(Optional.of(Rational.of(9, 20)), only("2026-02-03").median(), "the middle two");
  }

  @Test
  void aForecastCountsFromItsDayOn() {
    given(forecast("f1", "Ann", "2026-01-01", "10 %"));
    assertEquals(List.of(), on("2025-12-31").questions());
    assertEquals(1, only("2026-01-01").chances().size());
  }

  @Test
  void aSealedForecastCountsOnceItIsOpenedAndTheQuestionClosed() {
    Probability chance = new Probability("90 %");
    Forecast sealed =
        Rewrite.with(
            forecast("f1", "Ann", "2026-01-01", null), "seal", Seal.of("Ann", chance, "key"));
    given(sealed);
    assertEquals(1, only("2026-01-01").sealed());
    assertEquals(List.of(Eligibility.SEALED), standings(only("2026-05-01")), "nobody opened it");
    records.remove(sealed);
    given(Rewrite.with(Rewrite.with(sealed, "chance", chance), "key", "key"));
    AskedQuestion open = only("2026-03-31");
    assertEquals(List.of(Eligibility.SEALED), standings(open), "its last day is not over");
    assertEquals(List.of(), open.chances());
    assertEquals(Optional.empty(), open.stated(open.given().getFirst()));
    AskedQuestion closed = only("2026-04-01");
    assertEquals(List.of(Rational.of(9, 10)), closed.chances());
    assertEquals(Optional.of(chance), closed.stated(closed.given().getFirst()));
  }

  @Test
  void whatIsForecastWhenItHasHappenedDoesNotCount() {
    acts(ActKind.SIGNED, TREATY, "2026-02-10");
    given(
        forecast("f1", "Ann", "2026-02-09", "70 %"),
        forecast("f2", "Bob", "2026-02-10", "100 %"),
        forecast("f3", "Ann", "2026-02-11", "100 %"));
    AskedQuestion asked = only("2026-02-11");
    assertEquals(EventFate.MET, asked.fate());
    assertTrue(asked.isClosed());
    assertEquals(
        List.of(Eligibility.COUNTS, Eligibility.TOO_LATE, Eligibility.TOO_LATE), standings(asked));
    assertEquals(List.of(Rational.of(7, 10)), asked.chances());
  }

  @Test
  void oneOfSeveralIsEnoughIfItSaysSo() {
    acts(ActKind.SIGNED, TREATY, "2026-02-10");
    Forecast all =
        Rewrite.with(forecast("f1", "Ann", "2026-01-01", "70 %"), "about", List.of(ANNEX, TREATY));
    given(all);
    assertEquals(EventFate.OPEN, only("2026-03-01").fate());
    records.remove(all);
    given(Rewrite.with(all, "oneIsEnough", true));
    AskedQuestion one = only("2026-03-01");
    assertEquals(EventFate.MET, one.fate());
    assertEquals(LocalDate.parse("2026-02-10"), one.happened());
  }

  @Test
  void allInstrumentsByNameAreTheWholeCase() {
    given(
        Rewrite.with(forecast("f1", "Ann", "2026-01-01", "70 %"), "about", List.of()),
        Rewrite.with(forecast("f2", "Bob", "2026-01-01", "60 %"), "about", List.of(TREATY, ANNEX)));
    assertTrue(only("2026-01-02").question().isWhole());
  }

  @Test
  void aTextThatIsRefusedIsAbandoned() {
    acts(ActKind.REJECTED, TREATY, "2026-02-10");
    given(
        Rewrite.with(forecast("f1", "Ann", "2026-01-01", "5 %"), "event", ForecastEvent.ABANDONED));
    assertEquals(EventFate.MET, only("2026-03-01").fate());
  }

  /// Ten questions, one for each month; three of ten happen. Ann always says 30 per cent.
  @Test
  void scoresBeginAtTen() {
    acts(ActKind.SIGNED, TREATY, "2026-11-15");
    List<String> ends =
        List.of(
            "2026-02",
            "2026-03",
            "2026-04",
            "2026-05",
            "2026-06",
            "2026-07",
            "2026-08",
            "2026-11-20",
            "2026-11-25",
            "2026-12");
    for (String end : ends) {
      Forecast one = forecast("f-" + end, "Ann", "2026-01-01", "30 %");
      given(Rewrite.with(Rewrite.with(one, "closes", null), "until", Edtf.of(end)));
    }
    Forecasts few = on("2026-08-31");
    assertEquals(6, few.forecasters().getFirst().score().due());
    assertFalse(few.forecasters().getFirst().isEnough());
    assertEquals(Optional.empty(), few.all());
    Forecasts ten = on("2027-01-01");
    ForecastScore score = ten.all().orElseThrow();
    assertTrue(ten.forecasters().getFirst().isEnough());
    assertEquals(10, score.due());
    assertEquals(3, score.happened());
    assertEquals(Rational.of(21, 100), score.brier(), "0.7 times 0.09, and 0.3 times 0.49");
    assertEquals(List.of(new ForecastScore.Bin(20, 40, 10, 3, Rational.of(3, 10))), score.bins());
    assertTrue(score.least() < 2_100 && score.most() > 2_100, score.toString());
  }
}
