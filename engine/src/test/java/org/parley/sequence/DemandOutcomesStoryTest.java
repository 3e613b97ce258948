package org.parley.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.parley.acts.Acts;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.model.CaseInfo;
import org.parley.model.CaseRecord;
import org.parley.model.LocalizedText;
import org.parley.model.PartyId;
import org.parley.model.Rewrite;
import org.parley.model.Viewer;
import org.parley.model.Visibility;
import org.parley.model.act.Act;
import org.parley.model.act.ActId;
import org.parley.model.act.ActKind;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.Case;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.Share;
import org.parley.model.date.Edtf;
import org.parley.model.party.Party;
import org.parley.model.party.PartyKind;
import org.parley.model.source.Reliability;
import org.parley.model.source.Source;
import org.parley.model.source.SourceId;
import org.parley.model.source.SourceKind;
import org.parley.model.step.Demand;
import org.parley.model.step.Demand.Timing;
import org.parley.model.step.DemandId;
import org.parley.model.step.Step;
import org.parley.model.step.StepId;
import org.parley.sequence.knots.Knots;
import org.parley.sequence.plan.Plan;
import org.parley.sequence.plan.Plans;

/// Demands judged by what happened: kept, late by days, overdue, broken; and plans for the rest.
class DemandOutcomesStoryTest {

  private static final Visibility OPEN = new Visibility.Public();
  private static final PartyId A = new PartyId("A");
  private static final StepId ARMS = new StepId("arms");
  private static final StepId VOTE = new StepId("vote");

  private final List<CaseRecord> records = new ArrayList<>();

  DemandOutcomesStoryTest() {
    records.add(
        new Party(
            A, LocalizedText.of("A"), null, PartyKind.STATE, List.of(), null, List.of(), OPEN));
    records.add(
        new Source(
            new SourceId("s"),
            "Gazette",
            LocalizedText.of("Report"),
            null,
            Edtf.of("2017"),
            "en",
            Reliability.A,
            null,
            SourceKind.REPORT,
            null,
            OPEN));
    Stream.of(ARMS, VOTE)
        .forEach(
            id ->
                records.add(
                    new Step(
                        id,
                        LocalizedText.of(id.value()),
                        null,
                        null,
                        List.of(A),
                        List.of(),
                        null,
                        null,
                        false,
                        Map.of(),
                        List.of(),
                        List.of(),
                        Map.of(),
                        OPEN)));
  }

  private void act(ActKind kind, String date, StepId step) {
    records.add(
        Act.of(
            new ActId("act-" + records.size()),
            kind,
            Edtf.of(date),
            null,
            List.of(A),
            List.of(step),
            List.of(new SourceId("s")),
            OPEN));
  }

  private void demand(List<Timing> allOf, List<Timing> anyOf) {
    records.add(
        new Demand(
            new DemandId("demand-" + records.size()),
            "Demand",
            List.of(A),
            List.of(),
            List.of(),
            null,
            List.of(),
            allOf,
            anyOf,
            true,
            OPEN));
  }

  private void demand(Timing timing) {
    demand(List.of(timing), List.of());
  }

  private CaseView view() {
    return Case.of(new CaseInfo("Case", null, List.of(A)), records).viewFor(new Viewer.Mediator());
  }

  /// "KEPT arms 2017-06-27 0 []" for each demand.
  private List<String> outcomes(String day) {
    return DemandOutcomes.of(view(), LocalDate.parse(day), LocalDate.MAX).stream()
        .map(
            each ->
                each.verdict()
                    + " "
                    + each.step()
                    + " "
                    + each.on()
                    + " "
                    + each.days()
                    + " "
                    + each.by())
        .toList();
  }

  private static Timing by(StepId step, String date) {
    return new Timing.By(step, Edtf.of(date));
  }

  @Test
  void aDeadlineIsOpenThenOverdueThenKeptLate() {
    demand(by(ARMS, "2017-05-31"));
    act(ActKind.PERFORMED_LATE, "2017-06-27", ARMS);
    assertEquals(List.of("OPEN null null 0 []"), outcomes("2017-05-31"));
    assertEquals(List.of("OVERDUE arms 2017-05-31 1 []"), outcomes("2017-06-01"));
    assertEquals(List.of("LATE arms 2017-06-27 27 []"), outcomes("2017-06-27"));
  }

  @Test
  void inTimeIsKeptAndAnImpreciseDateIsNotHeldAgainstIt() {
    demand(by(ARMS, "2017-06-15"));
    act(ActKind.PERFORMED, "2017-06", ARMS);
    assertEquals(List.of("KEPT arms 2017-06-30 0 []"), outcomes("2017-07-01"));
  }

  @Test
  void aBreachIsNamedWithItsDayAndDoerUntilItIsMadeGood() {
    demand(by(ARMS, "2017-12-31"));
    act(ActKind.BREACHED, "2017-02-18", ARMS);
    assertEquals(List.of("BROKEN arms 2017-02-18 0 [A]"), outcomes("2017-02-18"));
    act(ActKind.PERFORMED, "2017-03-01", ARMS);
    assertEquals(List.of("KEPT arms 2017-03-01 0 []"), outcomes("2017-03-01"));
  }

  @Test
  void theOrderOfStepsIsJudgedToo() {
    demand(new Timing.After(VOTE, ARMS, null, null));
    demand(new Timing.Once(VOTE, ARMS));
    demand(new Timing.Together(VOTE, ARMS));
    demand(new Timing.NotBefore(VOTE, Edtf.of("2017-03-01")));
    demand(new Timing.After(VOTE, ARMS, null, Period.ofDays(10)));
    assertEquals(
        List.of("OPEN", "OPEN", "OPEN", "OPEN", "OPEN"),
        outcomes("2017-01-01").stream().map(each -> each.split(" ")[0]).toList());
    act(ActKind.PERFORMED, "2017-02-01", ARMS);
    assertEquals(
        List.of("OPEN", "OPEN", "OVERDUE", "OPEN", "OVERDUE"),
        outcomes("2017-02-20").stream().map(each -> each.split(" ")[0]).toList());
    act(ActKind.PERFORMED, "2017-02-21", VOTE);
    assertEquals(
        List.of(
            "KEPT vote 2017-02-21 0 []",
            "KEPT vote 2017-02-21 0 []",
            "BROKEN vote 2017-02-21 0 []",
            "BROKEN vote 2017-02-21 0 []",
            "LATE vote 2017-02-21 10 []"),
        outcomes("2017-03-01"));
  }

  @Test
  void ofAlternativesTheBestCounts() {
    demand(List.of(), List.of(by(ARMS, "2017-01-31"), by(VOTE, "2017-02-28")));
    act(ActKind.PERFORMED, "2017-02-01", VOTE);
    assertEquals(List.of("KEPT vote 2017-02-01 0 []"), outcomes("2017-03-01"));
  }

  /// A deadline missed is a fact: it is no knot, and the rest is planned from the day looked at.
  @Test
  void thePastPreventsNoPlan() {
    demand(by(ARMS, "2017-05-31"));
    demand(new Timing.After(VOTE, ARMS, Period.ofDays(30), null));
    LocalDate day = LocalDate.parse("2017-08-01");
    SequenceProblem problem = SequenceProblem.of(view(), day, true);
    assertEquals(List.of(), Knots.of(problem, Budget.unlimited()).findAnswer().orElse(List.of()));
    Finding<List<Plan>> plans = Plans.of(problem, Budget.unlimited());
    assertInstanceOf(Finding.Proved.class, plans);
    act(ActKind.PERFORMED, "2017-03-01", VOTE);
    assertEquals(
        List.of("OVERDUE", "BROKEN"),
        outcomes("2017-08-01").stream().map(each -> each.split(" ")[0]).toList());
    assertInstanceOf(
        Finding.Proved.class, Plans.of(SequenceProblem.of(view(), day, true), Budget.unlimited()));
  }

  /// A completion known to the month lies in the past as well.
  @Test
  void anImpreciseCompletionPreventsNoPlan() {
    act(ActKind.PERFORMED, "2017-02", ARMS);
    demand(new Timing.After(VOTE, ARMS, Period.ofDays(30), null));
    SequenceProblem problem = SequenceProblem.of(view(), LocalDate.parse("2017-08-01"), true);
    assertInstanceOf(Finding.Proved.class, Plans.of(problem, Budget.unlimited()));
  }

  @Test
  void partOfAStepCompletesNothing() {
    demand(by(ARMS, "2017-05-31"));
    act(ActKind.PERFORMED, "2017-05-01", ARMS);
    Act whole = (Act) records.removeLast();
    records.add(Rewrite.with(whole, "share", new Share("60 %")));
    assertEquals(List.of("OVERDUE arms 2017-05-31 1 []"), outcomes("2017-06-01"));
  }

  private Demand last(String component, Object value) {
    Demand changed = Rewrite.with((Demand) records.removeLast(), component, value);
    records.add(changed);
    return changed;
  }

  @Test
  void anImpreciseDelayIsSaidAtLeastAndAtMost() {
    demand(by(ARMS, "2016-12-31"));
    act(ActKind.PERFORMED_LATE, "2017-02", ARMS);
    DemandOutcome late =
        DemandOutcomes.of(view(), LocalDate.of(2018, 1, 1), LocalDate.MAX).getFirst();
    assertEquals(DemandVerdict.LATE, late.verdict());
    assertEquals(32, late.days());
    assertEquals(59, late.mostDays());
  }

  @Test
  void aDemandCountsFromItsDay() {
    demand(by(ARMS, "2017-05-31"));
    last("since", Edtf.of("2017-05-29"));
    assertEquals(List.of(), outcomes("2017-05-28"));
    assertEquals(
        List.of(), SequenceProblem.of(view(), LocalDate.parse("2017-05-28"), true).demands());
    assertEquals(List.of("OPEN null null 0 []"), outcomes("2017-05-29"));
    assertEquals(
        1, SequenceProblem.of(view(), LocalDate.parse("2017-05-29"), true).demands().size());
  }

  /// A later deadline takes the place of an earlier one, which was overdue by then.
  @Test
  void aReplacedDemandBindsNoMore() {
    demand(by(ARMS, "2017-04-30"));
    DemandId first = ((Demand) records.getLast()).id();
    demand(by(ARMS, "2017-06-20"));
    last("since", Edtf.of("2017-05-29"));
    last("supersedes", List.of(first));
    act(ActKind.PERFORMED_LATE, "2017-06-26", ARMS);
    assertEquals(List.of("OVERDUE arms 2017-04-30 28 []"), outcomes("2017-05-28"));
    assertEquals(
        List.of("REPLACED null 2017-05-29 29 []", "OPEN null null 0 []"), outcomes("2017-06-01"));
    assertEquals(
        List.of("REPLACED null 2017-05-29 29 []", "LATE arms 2017-06-26 6 []"),
        outcomes("2017-07-01"));
    Lateness late =
        Lateness.of(view(), Acts.of(view()).at(AsOf.of(LocalDate.parse("2017-07-01")))).get(ARMS);
    assertEquals(new Lateness(6, 6, null), late);
  }

  @Test
  void theRestOfALatePartIsOverdue() {
    demand(by(ARMS, "2017-08-31"));
    act(ActKind.PERFORMED_LATE, "2017-09-15", ARMS);
    records.add(Rewrite.with((Act) records.removeLast(), "share", new Share("750 of 1027")));
    assertEquals(
        new Lateness(15, 15, LocalDate.of(2017, 8, 31)),
        Lateness.of(view(), Acts.of(view()).at(AsOf.of(LocalDate.parse("2018-08-01")))).get(ARMS));
  }

  /// Looked at before a step was done, its completion is not known: the plan is made without it.
  @Test
  void knowledgeAfterTheDayChangesNoPlan() {
    demand(new Timing.After(VOTE, ARMS, Period.ofDays(30), null));
    act(ActKind.PERFORMED, "2017-02-01", ARMS);
    records.add(Rewrite.with((Act) records.removeLast(), "known", Edtf.of("2017-03-01")));
    LocalDate day = LocalDate.parse("2017-02-10");
    assertTrue(SequenceProblem.of(view(), day, true).isOver(ARMS));
    assertFalse(SequenceProblem.of(view(), day, day, true).isOver(ARMS));
  }
}
