package org.parley.outlook.ways;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.acts.Acts;
import org.parley.board.Board;
import org.parley.exact.Budget;
import org.parley.exact.Rational;
import org.parley.model.CaseInfo;
import org.parley.model.CaseRecord;
import org.parley.model.Cases;
import org.parley.model.LocalizedText;
import org.parley.model.Rewrite;
import org.parley.model.Viewer;
import org.parley.model.Visibility;
import org.parley.model.act.Act;
import org.parley.model.act.ActId;
import org.parley.model.act.ActKind;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.Case;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.Forecast;
import org.parley.model.claim.ForecastId;
import org.parley.model.claim.Probability;
import org.parley.model.date.Edtf;
import org.parley.model.source.SourceId;
import org.parley.model.text.Instrument;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.InstrumentKind;
import org.parley.model.text.PackageRule;
import org.parley.outlook.AskedQuestion;
import org.parley.outlook.AskedQuestion.Eligibility;
import org.parley.outlook.ExpectedEvent.EventFate;
import org.parley.outlook.Forecasts;
import org.parley.outlook.TreatyTalks;
import org.parley.sense.Doubt;
import org.parley.sense.DoubtReason;
import org.parley.sense.SenseChecks;
import org.parley.sequence.SequenceProblem;

/// Forecasts of the ways that the talks about a treaty and an annex go, until the end of June.
@NullMarked
class WayForecastsTest {

  private static final Visibility OPEN = new Visibility.Public();
  private static final InstrumentId TREATY = new InstrumentId("treaty");
  private static final InstrumentId ANNEX = new InstrumentId("annex");
  private static final SourceId NEWS = TreatyTalks.NEWS;
  private static final String UNTIL = "2026-06-30";

  private final List<CaseRecord> records = TreatyTalks.records(TREATY, ANNEX);

  private void act(ActKind kind, InstrumentId of, String day) {
    records.add(
        Act.of(
            new ActId("act-" + records.size()),
            kind,
            Edtf.of(day),
            null,
            List.of(),
            List.of(of),
            List.of(NEWS),
            OPEN));
  }

  private void says(String who, Way way, String made, String chance) {
    records.add(
        new Forecast(
            new ForecastId("f-" + records.size()),
            who,
            way.event(),
            List.of(),
            false,
            Edtf.of(UNTIL),
            Edtf.of(made),
            null,
            new Probability(chance),
            null,
            null,
            null,
            List.of(),
            false,
            OPEN));
  }

  private CaseView view() {
    return Case.of(new CaseInfo("World", null, List.of()), records).viewFor(new Viewer.Mediator());
  }

  private @Nullable AskedQuestion asked(Way way, String day) {
    return Forecasts.of(view(), AsOf.of(LocalDate.parse(day))).questions().stream()
        .filter(each -> each.question().event() == way.event())
        .findFirst()
        .orElse(null);
  }

  private EventFate fate(Way way, String day) {
    AskedQuestion asked = asked(way, day);
    return asked == null ? EventFate.OPEN : asked.fate();
  }

  private void everyWay() {
    for (Way each : Way.values()) {
      says("Ann", each, "2026-01-02", "25 %");
    }
  }

  private List<Way> met(String day) {
    return Stream.of(Way.values()).filter(each -> fate(each, day) == EventFate.MET).toList();
  }

  @Test
  void theRecordDecidesAfterTheLastDay() {
    everyWay();
    assertEquals(List.of(), met("2026-06-30"), "its last day is not over");
    assertEquals(List.of(Way.PROLONGED), met("2026-07-01"));
    act(ActKind.SIGNED, ANNEX, "2026-03-01");
    assertEquals(EventFate.MISSED, fate(Way.PROLONGED, "2026-03-01"));
    assertEquals(EventFate.OPEN, fate(Way.SIGNED_IN_PART, "2026-03-01"), "the other may follow");
    assertEquals(List.of(Way.SIGNED_IN_PART), met("2026-07-01"));
    act(ActKind.SIGNED, TREATY, "2026-05-01");
    assertEquals(EventFate.MISSED, fate(Way.SIGNED_IN_PART, "2026-05-01"));
    assertEquals(List.of(Way.SIGNED_AS_IS), met("2026-07-01"));
  }

  @Test
  void aRefusalWithoutASignatureIsACollapse() {
    everyWay();
    act(ActKind.REJECTED, TREATY, "2026-03-01");
    assertEquals(EventFate.OPEN, fate(Way.COLLAPSED, "2026-04-01"), "the annex may be signed");
    assertEquals(List.of(Way.COLLAPSED), met("2026-07-01"));
    act(ActKind.SIGNED, ANNEX, "2026-07-02");
    assertEquals(List.of(Way.COLLAPSED), met("2026-07-03"), "signed after the day");
  }

  @Test
  void aForecastOfWhatIsRuledOutCountsForNothing() {
    says("Ann", Way.PROLONGED, "2026-01-02", "60 %");
    says("Ann", Way.PROLONGED, "2026-03-02", "0 %");
    records.replaceAll(
        each ->
            each instanceof Forecast forecast
                ? Rewrite.with(forecast, "about", List.of(ANNEX, TREATY))
                : each);
    act(ActKind.SIGNED, ANNEX, "2026-03-01");
    AskedQuestion asked = asked(Way.PROLONGED, "2026-03-02");
    assertTrue(asked != null && asked.isClosed());
    assertEquals(
        List.of(Eligibility.COUNTS, Eligibility.TOO_LATE),
        asked.given().stream().map(AskedQuestion.GivenForecast::standing).toList());
  }

  @Test
  void everyTextMeansTheOpenOnes() {
    act(ActKind.SIGNED, ANNEX, "2025-12-01");
    everyWay();
    records.add(TreatyTalks.text(new InstrumentId("protocol")));
    AskedQuestion asked = asked(Way.PROLONGED, "2026-01-03");
    assertEquals(
        List.of(new InstrumentId("protocol"), TREATY),
        asked == null ? List.of() : asked.question().about());
    assertEquals(List.of(Way.PROLONGED), met("2026-07-01"));
  }

  @Test
  void mediansAreGatheredByDate() {
    for (String who : List.of("Ann", "Bob", "Cid")) {
      says(who, Way.PROLONGED, "2026-01-02", "60 %");
      says(who, Way.COLLAPSED, "2026-01-02", "10 %");
    }
    CaseView view = view();
    AsOf day = AsOf.of(LocalDate.parse("2026-01-03"));
    Talks talks =
        CaseTalks.of(
                Board.of(view, day),
                null,
                SequenceProblem.of(view, Acts.of(view).at(day), true),
                Budget.unlimited())
            .talks();
    WayChances chances = WayChances.of(Forecasts.of(view, day), talks);
    assertEquals(1, chances.horizons().size());
    WayChances.Horizon horizon = chances.horizons().getFirst();
    assertEquals(
        Rational.of(3, 5), horizon.of(Way.PROLONGED).getFirst().median().orElse(Rational.ZERO));
    assertEquals(List.of(), horizon.of(Way.SIGNED_AS_IS));
    assertTrue(horizon.sum().isEmpty(), "two ways have no median");
  }

  @Test
  void theWaysOfOneForecasterAddUpToOneAtMost() {
    says("Ann", Way.PROLONGED, "2026-01-02", "60 %");
    says("Ann", Way.COLLAPSED, "2026-01-03", "40 %");
    says("Bob", Way.COLLAPSED, "2026-01-03", "70 %");
    assertEquals(List.of(), doubts());
    says("Ann", Way.SIGNED_IN_PART, "2026-01-04", "1/8");
    assertEquals(List.of(new DoubtReason.WaysAboveOne(113)), doubts(), "112.5 per cent");
    says("Ann", Way.PROLONGED, "2026-01-05", "40 %");
    assertEquals(List.of(), doubts(), "the latest of each way counts");
  }

  private List<DoubtReason> doubts() {
    return SenseChecks.of(view()).stream().map(Doubt::why).toList();
  }

  /// Of any texts, whatever was done to them, exactly one way holds on a day that is over.
  @Test
  void exactlyOneWayHolds() {
    for (long seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      records.removeIf(each -> each instanceof Act || each instanceof Forecast);
      everyWay();
      for (int act = 0; act < random.nextInt(4); act++) {
        act(
            random.nextInt(3) > 0 ? ActKind.SIGNED : ActKind.REJECTED,
            random.nextBoolean() ? TREATY : ANNEX,
            LocalDate.parse("2026-02-01").plusDays(random.nextInt(250)).toString());
      }
      assertEquals(1, met("2027-01-01").size(), "seed " + seed + ": " + met("2027-01-01"));
    }
  }

  /// A text that is signed and in no talks changes nothing in the talks of generated cases.
  @Test
  void aSignedTextOutsideTheTalksChangesNothing() {
    int open = 0;
    for (long seed = 0; seed < 60; seed++) {
      Case all = Cases.of(seed);
      CaseView view = all.viewFor(new Viewer.Mediator());
      AsOf day = AsOf.of(Board.lastDay(view, Acts.of(view), LocalDate.of(2026, 1, 1)));
      Talks talks = talks(view, day);
      open += talks.texts().isEmpty() ? 0 : 1;
      if (view.parties().size() < 2) {
        continue;
      }
      List<CaseRecord> more = new ArrayList<>(all.records());
      InstrumentId id = new InstrumentId("outside");
      more.add(
          new Instrument(
              id,
              LocalizedText.of("Outside"),
              null,
              InstrumentKind.TREATY,
              null,
              List.of(),
              null,
              PackageRule.SINGLE_UNDERTAKING,
              List.of(),
              List.of(),
              List.of(),
              OPEN));
      assertEquals(
          talks,
          talks(Case.of(all.info(), more).viewFor(new Viewer.Mediator()), day),
          "seed " + seed);
    }
    assertFalse(open < 20, "open " + open);
  }

  private static Talks talks(CaseView view, AsOf day) {
    return CaseTalks.of(
            Board.of(view, day),
            null,
            SequenceProblem.of(view, Acts.of(view).at(day), true),
            Budget.ofSteps(20_000))
        .talks();
  }
}
