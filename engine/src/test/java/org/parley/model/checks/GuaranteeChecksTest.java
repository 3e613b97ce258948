package org.parley.model.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.model.Case;
import org.parley.model.CaseRecord;
import org.parley.model.Cases;
import org.parley.model.Rewrite;
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
import org.parley.model.guarantee.TimeSpan;
import org.parley.model.guarantee.Within;
import org.parley.model.party.PartyId;

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
        CaseChecks.problems(sound.info(), records).stream()
            .map(
                each ->
                    String.join(".", each.path())
                        + ": "
                        + each.message()
                        + " ["
                        + each.value()
                        + "] "
                        + each.advice())
            .toList());
  }

  @Test
  void theCaseIsSound() {
    assertEquals(List.of(), CaseChecks.problems(sound.info(), List.copyOf(sound.records())));
  }

  @Test
  void aGuaranteeRestsOnWhatWasSaid() {
    check(
        first,
        "points",
        List.of(),
        "claims: the guarantee rests on no claim and no point [g-1] Maybe name the claim or the"
            + " point that says so");
    check(first, "title", " ", "title: no title [ ] Maybe write one");
    check(
        first,
        "obligors",
        List.of(owes, owes),
        "obligors.1: named twice [" + owes + "] Maybe name it once");
  }

  @Test
  void everyTieHasItsPlaceOnce() {
    check(
        first,
        "ties",
        List.of(Tie.FULFILMENT, Tie.VOIDING, Tie.RELEASE, Tie.SUSPENSION),
        "ties: not said what goes first at one instant [deadline, end] Maybe put each of fulfilment,"
            + " voiding, release, suspension, deadline and end in order");
    List<Tie> twice = new ArrayList<>(List.of(Tie.values()));
    twice.add(Tie.END);
    check(first, "ties", twice, "ties.6: named twice [END] Maybe name it once");
  }

  @Test
  void whatIsAssumedIsAKeyWithAReason() {
    check(
        first,
        "assumed",
        Map.of("liabilty", "not said"),
        "assumed.liabilty: a guarantee has no such key [liabilty] Maybe you meant \"liability\"");
    check(
        first,
        "assumed",
        Map.of("liability", ""),
        "assumed.liability: no reason [liability] Maybe say why it was assumed");
  }

  @Test
  void daysAreCountedOnACalendar() {
    check(
        first,
        "calendar",
        null,
        "calendar: days, months and years need a calendar [1 month] Maybe add calendar: {zone: UTC,"
            + " monthEnd: last-day}, or write it in hours");
    check(
        first,
        "calendar",
        new Guarantee.Calendar("Mars/Olympus", Guarantee.Calendar.MonthEnd.LAST_DAY),
        "calendar.zone: no such time zone [Mars/Olympus] Maybe write UTC or Europe/Kyiv");
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
        .filter(each -> each.message().equals("days, months and years need a calendar"))
        .count();
  }

  @Test
  void aTriggerAsksForSomething() {
    Trigger.Happens happens = (Trigger.Happens) first.trigger();
    check(
        first,
        "trigger",
        new Trigger.Repeated(happens.incident(), 0, DAY, Trigger.Fires.AT_EACH),
        "trigger: a count of less than 1 [0] Maybe ask for 1 or more");
    check(
        first,
        "trigger",
        new Trigger.Either(List.of(happens, new Trigger.Combined(List.of(), DAY))),
        "trigger: a combination of nothing [] Maybe say which incidents are meant");
  }

  @Test
  void aRuleOfDeterminationCanBeSatisfied() {
    check(
        first,
        "determination",
        new Determination.IndependentReports(0, List.of()),
        "determination: a number of sources below 1 [0] Maybe ask for 1 or more");
    check(
        first,
        "determination",
        new Determination.AllOf(
            List.of(new Determination.Council(owes, "breach", List.of(owes, owes), 2, List.of()))),
        "determination: as many votes cannot be needed among 2 members [2] Maybe name all members");
    PartyId owed = new PartyId(String.valueOf(first.beneficiary()));
    if (!owed.equals(owes)) {
      check(
          first,
          "escalation",
          new Guarantee.Escalation.Snapback(
              DAY, new Determination.Council(owes, "stop", List.of(owes), 1, List.of(owed))),
          "escalation.stop: a veto of one who is no member ["
              + owed
              + "] Maybe name it among the members");
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
        "voiding.0.determination: a number of sources below 1 [0] Maybe ask for 1 or more");
    check(
        first,
        "determination",
        new Determination.AnyOf(List.of(new Determination.SelfEvident(), none)),
        "determination: a number of sources below 1 [0] Maybe ask for 1 or more");
    check(
        first,
        "determination",
        new Determination.Council(owes, "breach", List.of(owes), 0, List.of()),
        "determination: as many votes cannot be needed among 1 members [0] Maybe name all members");
  }

  @Test
  void everythingHasWords() {
    check(named("k-1", Contribution.class), "what", " ", "what: no what [ ] Maybe write one");
    check(named("need-1", Need.class), "title", "", "title: no title [] Maybe write one");
    check(named("need-1", Need.class), "unit", "", "unit: no unit [] Maybe write one");
    check(named("q-1", CoverageQuestion.class), "title", "", "title: no title [] Maybe write one");
    check(named("n-1", Incident.class), "title", "", "title: no title [] Maybe write one");
  }

  @Test
  void aClockRunsFromWhatIsWaitedFor() {
    List<Guarantee.Response> ladder = new ArrayList<>(first.ladder());
    ladder.set(
        0,
        new Guarantee.Response(
            "warning", "warning", null, Guarantee.ClockFrom.CONTINUATION, DAY, List.of()));
    check(
        first,
        "ladder",
        ladder,
        "ladder.0.clockFrom: the clock runs from a continuation it does not wait for [warning] Maybe"
            + " add ifContinued, or count from the determination");
    ladder.set(0, first.ladder().get(0));
    ladder.add(first.ladder().get(0));
    check(first, "ladder", ladder, "ladder.2: named twice [warning] Maybe name it once");
  }

  @Test
  void nobodyBringsOrNeedsLessThanNothing() {
    check(
        named("k-1", Contribution.class),
        "amount",
        -1L,
        "amount: less than nothing [-1] Maybe leave out an unknown amount");
    check(named("k-1", Contribution.class), "unit", "", "unit: no unit [] Maybe write one");
    check(
        named("need-1", Need.class),
        "amount",
        -1L,
        "amount: less than nothing [-1] Maybe leave out an unknown amount");
  }

  @Test
  void anEntryHasASourceAndCorrectsAnEarlierOneAboutTheSame() {
    check(
        named("e-2", LogEntry.class),
        "source",
        List.of(),
        "source: no source [e-2] Maybe say where it is reported");
    check(
        named("e-13", LogEntry.class),
        "corrects",
        null,
        "corrects: nothing is named that is taken back [e-13] Maybe add corrects: with the id of the"
            + " earlier entry");
    check(
        named("e-13", LogEntry.class),
        "recorded",
        Edtf.of("2026-01-01"),
        "corrects: this entry was recorded later than what corrects it [e-4] Maybe swap the two");
    check(
        named("e-7", LogEntry.class),
        "corrects",
        new LogEntryId("e-2"),
        "corrects: this entry is about another incident [e-2] Maybe take the earlier entry back and"
            + " add a new one");
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
        "says.report.between: it is between two parties, and one of them is said to have done it"
            + " [n-1] Maybe leave out between, or by and on");
    check(
        entry,
        "says",
        Rewrite.with(report, "between", List.of(one)),
        "says.report.between: between whom it happened names other than two parties ["
            + one
            + "] Maybe name the two, each once");
    check(
        entry,
        "says",
        Rewrite.with(report, "between", List.of(one, one)),
        "says.report.between: between whom it happened names other than two parties ["
            + one
            + ", "
            + one
            + "] Maybe name the two, each once");
  }

  @Test
  void aQuestionNamesAThreatAndATime() {
    CoverageQuestion question = named("q-1", CoverageQuestion.class);
    check(question, "threats", List.of(), "threats: no threat [q-1] Maybe say what may happen");
    check(
        question,
        "until",
        Edtf.of("2025-01-01"),
        "until: it ends before it begins [2025-01-01] Maybe swap the two dates");
  }
}
