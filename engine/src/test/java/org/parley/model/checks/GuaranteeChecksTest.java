package org.parley.model.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.model.CaseRecord;
import org.parley.model.Cases;
import org.parley.model.LocalizedText;
import org.parley.model.PartyId;
import org.parley.model.Rewrite;
import org.parley.model.cases.Case;
import org.parley.model.date.Edtf;
import org.parley.model.guarantee.Contribution;
import org.parley.model.guarantee.CoverageQuestion;
import org.parley.model.guarantee.Determination;
import org.parley.model.guarantee.Guarantee;
import org.parley.model.guarantee.Guarantee.Tie;
import org.parley.model.guarantee.Guarantee.Trigger;
import org.parley.model.guarantee.Incident;
import org.parley.model.guarantee.IncidentPattern;
import org.parley.model.guarantee.LogEntry;
import org.parley.model.guarantee.LogEntryId;
import org.parley.model.guarantee.Need;
import org.parley.model.guarantee.PledgedSum;
import org.parley.model.guarantee.TimeSpan;
import org.parley.model.guarantee.Within;
import org.parley.model.place.Place;
import org.parley.model.place.PlaceId;
import org.parley.model.source.SourceId;
import org.parley.model.step.Step;
import org.parley.model.text.Point;
import org.parley.model.text.PointId;

/// What keeps guarantees, what stands behind them and their log from making sense, by one change to
/// a case that does.
class GuaranteeChecksTest {

  private static final Within DAY =
      new Within(new TimeSpan("24 hours"), Within.LastInstant.IN_TIME);

  private final Case sound =
      LongStream.range(0, 100)
          .mapToObj(Cases::of)
          .filter(each -> each.records().stream().anyMatch(one -> one instanceof Guarantee))
          .findFirst()
          .orElseThrow();
  private final Guarantee first = named("g-1", Guarantee.class);
  private final PartyId owes = first.obligors().getFirst();

  private <R> R named(String id, Class<R> kind) {
    return sound.records().stream()
        .filter(each -> each.id().value().equals(id))
        .map(kind::cast)
        .findFirst()
        .orElseThrow();
  }

  private <R extends Record & CaseRecord> void check(
      R record, String component, @Nullable Object value, String... expected) {
    List<CaseRecord> records = new ArrayList<>(sound.records());
    records.replaceAll(each -> each.equals(record) ? Rewrite.with(record, component, value) : each);
    assertEquals(
        List.of(expected),
        CaseChecks.problems(sound.info(), records).stream().map(Told::of).toList());
  }

  @Test
  void theCaseIsSound() {
    assertEquals(List.of(), CaseChecks.problems(sound.info(), List.copyOf(sound.records())));
  }

  @Test
  void aGuaranteeRestsOnWhatWasSaid() {
    check(first, "points", List.of(), "claims: guarantee-rests-on-nothing [g-1]");
    check(first, "title", " ", "title: blank(title) [ ]");
    check(first, "obligors", List.of(owes, owes), "obligors.1: named-twice [" + owes + "]");
  }

  @Test
  void placesAreNamedOnce() {
    Place place = named("place-0", Place.class);
    check(place, "title", " ", "title: blank(title) [ ]");
    SourceId source = new SourceId("s0");
    check(place, "source", List.of(source, source), "source.1: named-twice [s0]");
    List<PlaceId> twice = List.of(place.id(), place.id());
    Point point = any(Point.class);
    check(point, "places", twice, "places.1: named-twice [place-0]");
    check(named("step-0", Step.class), "places", twice, "places.1: named-twice [place-0]");
    check(named("n-1", Incident.class), "places", twice, "places.1: named-twice [place-0]");
  }

  private <R extends CaseRecord> R any(Class<R> kind) {
    return sound.records().stream()
        .filter(each -> kind.isInstance(each) && each.visibility().equals(first.visibility()))
        .map(kind::cast)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void sumsOfMoneyCanBeAddedUp() {
    Contribution money = named("k-1", Contribution.class);
    PointId point = money.points().getFirst();
    check(money, "points", List.of(point, point), "points.1: named-twice [" + point + "]");
    sums(money, new PledgedSum(2026, "EUR", 1, 1L));
    sums(money, new PledgedSum(2026, "EURO", 1, null), "sums.0.currency: not-a-currency [EURO]");
    sums(money, new PledgedSum(26, "EUR", 1, null), "sums.0.year: not-a-year [26]");
    sums(money, new PledgedSum(2026, "EUR", -1, null), "sums.0.least: negative-amount [-1]");
    sums(money, new PledgedSum(2026, "EUR", 2, 1L), "sums.0.most: range-reversed [1]");
    long much = 1_000_000_000_000_001L;
    sums(
        money,
        new PledgedSum(2026, "EUR", 2, much),
        "sums.0: sum-too-large(1000000000000000) [" + much + "]");
    PledgedSum dated = new PledgedSum(2026, "EUR", 1, null);
    check(money, "sums", List.of(dated, new PledgedSum(2026, "USD", 1, null)));
    for (Integer year : new Integer[] {2026, null}) {
      check(
          money,
          "sums",
          List.of(dated, new PledgedSum(year, "EUR", 1, null)),
          "sums.1: sum-twice [EUR]");
    }
  }

  private void sums(Contribution money, PledgedSum sum, String... expected) {
    check(money, "sums", List.of(sum), expected);
  }

  @Test
  void everyTieHasItsPlaceOnce() {
    check(
        first,
        "ties",
        List.of(Tie.FULFILMENT, Tie.VOIDING, Tie.RELEASE, Tie.SUSPENSION),
        "ties: ties-not-ordered [deadline, end]");
    List<Tie> twice = new ArrayList<>(List.of(Tie.values()));
    twice.add(Tie.END);
    check(first, "ties", twice, "ties.6: named-twice [END]");
  }

  @Test
  void whatIsAssumedIsAKeyWithAReason() {
    check(
        first,
        "assumed",
        Map.of("liabilty", "not said"),
        "assumed.liabilty: unknown-key-assumed(guarantee g-1) [liabilty] ~ liability");
    check(
        first,
        "assumed",
        Map.of("liability", ""),
        "assumed.liability: assumed-without-reason [liability]");
  }

  @Test
  void daysAreCountedOnACalendar() {
    check(first, "calendar", null, "calendar: no-calendar [1 month]");
    check(
        first,
        "calendar",
        new Guarantee.Calendar("Mars/Olympus", Guarantee.Calendar.MonthEnd.LAST_DAY),
        "calendar.zone: no-such-time-zone [Mars/Olympus]");
  }

  /// Wherever a length of time can stand, one of months is asked for its calendar.
  @Test
  void everyMonthNeedsACalendar() {
    Within month = new Within(new TimeSpan("1 month"), Within.LastInstant.TOO_LATE);
    IncidentPattern incident = ((Trigger.Happens) first.trigger()).incident();
    Trigger often = new Trigger.Repeated(incident, 2, month, Trigger.Fires.AT_EACH);
    Guarantee.InForce inForce = first.inForce();
    Guarantee plain = first;
    for (Map.Entry<String, Object> each :
        Map.<String, Object>of(
                "ladder",
                List.of(response(null, DAY)),
                "escalation",
                new Guarantee.Escalation.None(),
                "inForce",
                new Guarantee.InForce(inForce.once(), inForce.approvals(), null, false, List.of()))
            .entrySet()) {
      plain = Rewrite.with(plain, each.getKey(), each.getValue());
    }
    plain = Rewrite.with(Rewrite.with(plain, "grace", null), "calendar", null);
    assertEquals(0, withoutCalendar(plain));
    assertEquals(1, withoutCalendar(Rewrite.with(plain, "trigger", often)));
    assertEquals(
        1,
        withoutCalendar(
            Rewrite.with(plain, "trigger", new Trigger.Combined(List.of(incident), month))));
    assertEquals(
        1,
        withoutCalendar(
            Rewrite.with(
                plain,
                "trigger",
                new Trigger.Either(List.of(new Trigger.Happens(incident), often)))));
    assertEquals(1, withoutCalendar(Rewrite.with(plain, "ladder", List.of(response(null, month)))));
    assertEquals(
        1,
        withoutCalendar(
            Rewrite.with(
                plain,
                "ladder",
                List.of(response(new Guarantee.Continued(incident, month), DAY)))));
    assertEquals(
        1,
        withoutCalendar(
            Rewrite.with(
                plain,
                "inForce",
                new Guarantee.InForce(
                    inForce.once(), inForce.approvals(), month.length(), false, List.of()))));
    assertEquals(1, withoutCalendar(Rewrite.with(plain, "grace", month.length())));
    assertEquals(
        1,
        withoutCalendar(
            Rewrite.with(plain, "escalation", new Guarantee.Escalation.Automatic(month.length()))));
    assertEquals(
        1,
        withoutCalendar(
            Rewrite.with(
                plain,
                "escalation",
                new Guarantee.Escalation.Snapback(
                    month, new Determination.Council(owes, "stop", List.of(owes), 1, List.of())))));
  }

  private static Guarantee.Response response(Guarantee.@Nullable Continued more, Within within) {
    return new Guarantee.Response(
        "help", "help", more, Guarantee.ClockFrom.DETERMINATION, within, List.of());
  }

  private long withoutCalendar(Guarantee guarantee) {
    List<CaseRecord> records = new ArrayList<>(sound.records());
    records.replaceAll(each -> each.id().equals(guarantee.id()) ? guarantee : each);
    return CaseChecks.problems(sound.info(), records).stream()
        .filter(each -> each.rule() == Rule.Plain.NO_CALENDAR)
        .count();
  }

  @Test
  void aTriggerAsksForSomething() {
    Trigger.Happens happens = (Trigger.Happens) first.trigger();
    check(
        first,
        "trigger",
        new Trigger.Repeated(happens.incident(), 0, DAY, Trigger.Fires.AT_EACH),
        "trigger: count-below-one [0]");
    check(
        first,
        "trigger",
        new Trigger.Either(List.of(happens, new Trigger.Combined(List.of(), DAY))),
        "trigger: empty-combination []");
  }

  @Test
  void aRuleOfDeterminationCanBeSatisfied() {
    check(
        first,
        "determination",
        new Determination.IndependentReports(0, List.of()),
        "determination: sources-below-one [0]");
    check(
        first,
        "determination",
        new Determination.AllOf(
            List.of(new Determination.Council(owes, "breach", List.of(owes, owes), 2, List.of()))),
        "determination: too-many-votes(2) [2]");
    PartyId owed = new PartyId(String.valueOf(first.beneficiary()));
    if (!owed.equals(owes)) {
      check(
          first,
          "escalation",
          new Guarantee.Escalation.Snapback(
              DAY, new Determination.Council(owes, "stop", List.of(owes), 1, List.of(owed))),
          "escalation.stop: veto-of-non-member [" + owed + "]");
    }
  }

  @Test
  void whatVoidsAGuaranteeCanBeFoundAndSoCanOneOfSeveralRules() {
    var none = new Determination.IndependentReports(0, List.of());
    Guarantee.Voiding voiding = first.voiding().getFirst();
    check(
        first,
        "voiding",
        List.of(Rewrite.with(voiding, "determination", none)),
        "voiding.0.determination: sources-below-one [0]");
    check(
        first,
        "determination",
        new Determination.AnyOf(List.of(new Determination.SelfEvident(), none)),
        "determination: sources-below-one [0]");
    check(
        first,
        "determination",
        new Determination.Council(owes, "breach", List.of(owes), 0, List.of()),
        "determination: too-many-votes(1) [0]");
  }

  @Test
  void everythingHasWords() {
    check(named("k-1", Contribution.class), "what", " ", "what: blank(what) [ ]");
    check(named("need-1", Need.class), "title", "", "title: blank(title) []");
    check(named("need-1", Need.class), "unit", "", "unit: blank(unit) []");
    check(named("q-1", CoverageQuestion.class), "title", "", "title: blank(title) []");
    check(named("n-1", Incident.class), "title", "", "title: blank(title) []");
  }

  @Test
  void aClockRunsFromWhatIsWaitedFor() {
    List<Guarantee.Response> ladder = new ArrayList<>(first.ladder());
    ladder.set(
        0,
        new Guarantee.Response(
            "warning", "warning", null, Guarantee.ClockFrom.CONTINUATION, DAY, List.of()));
    check(first, "ladder", ladder, "ladder.0.clockFrom: continuation-not-awaited [warning]");
    ladder.set(0, first.ladder().get(0));
    ladder.add(first.ladder().get(0));
    check(first, "ladder", ladder, "ladder.2: named-twice [warning]");
  }

  @Test
  void nobodyBringsOrNeedsLessThanNothing() {
    check(named("k-1", Contribution.class), "amount", -1L, "amount: negative-amount [-1]");
    check(named("k-1", Contribution.class), "unit", "", "unit: blank(unit) []");
    check(named("need-1", Need.class), "amount", -1L, "amount: negative-amount [-1]");
  }

  @Test
  void anEntryHasASourceAndCorrectsAnEarlierOneAboutTheSame() {
    check(named("e-2", LogEntry.class), "source", List.of(), "source: entry-without-source [e-2]");
    check(named("e-13", LogEntry.class), "corrects", null, "corrects: nothing-taken-back [e-13]");
    check(
        named("e-13", LogEntry.class),
        "recorded",
        Edtf.of("2026-01-01"),
        "corrects: corrects-later-entry [e-4]");
    check(
        named("e-7", LogEntry.class),
        "corrects",
        new LogEntryId("e-2"),
        "corrects: corrects-other-incident [e-2]");
  }

  @Test
  void anIncidentIsBetweenTwoOrBySomebody() {
    LogEntry entry = named("e-14", LogEntry.class);
    LogEntry.Fact.Report report = (LogEntry.Fact.Report) entry.says();
    PartyId one = report.between().getFirst();
    check(
        entry,
        "says",
        Rewrite.with(report, "by", one),
        "says.report.between: between-and-by [n-1]");
    check(
        entry,
        "says",
        Rewrite.with(report, "between", List.of(one)),
        "says.report.between: not-two-parties [" + one + "]");
    check(
        entry,
        "says",
        Rewrite.with(report, "between", List.of(one, one)),
        "says.report.between: not-two-parties [" + one + ", " + one + "]");
  }

  @Test
  void aQuestionNamesAThreatAndATime() {
    CoverageQuestion question = named("q-1", CoverageQuestion.class);
    check(question, "threats", List.of(), "threats: no-threat [q-1]");
    CoverageQuestion.Threat threat = question.threats().getFirst();
    LocalizedText title = LocalizedText.of(Map.of("_", "An attack"));
    check(
        question,
        "threats",
        List.of(Rewrite.with(threat, "title", title)),
        "threats.0.title._: not-a-language-tag [_]");
    check(
        question,
        "until",
        Edtf.of("2025-01-01"),
        "until: question-ends-before-it-begins [2025-01-01]");
  }
}
