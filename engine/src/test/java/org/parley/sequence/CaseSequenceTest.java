package org.parley.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.exact.Budget;
import org.parley.model.CaseCalendar;
import org.parley.model.CaseInfo;
import org.parley.model.CaseRecord;
import org.parley.model.LocalizedText;
import org.parley.model.PartyId;
import org.parley.model.Viewer;
import org.parley.model.Visibility;
import org.parley.model.cases.Case;
import org.parley.model.date.Edtf;
import org.parley.model.party.Party;
import org.parley.model.party.PartyKind;
import org.parley.model.source.Reliability;
import org.parley.model.source.Source;
import org.parley.model.source.SourceId;
import org.parley.model.source.SourceKind;
import org.parley.model.step.Demand;
import org.parley.model.step.DemandId;
import org.parley.model.step.Step;
import org.parley.model.step.StepId;
import org.parley.sequence.knots.Knot;
import org.parley.sequence.plan.Plans;

/// How the records of a case become clauses.
class CaseSequenceTest {

  private static final Visibility OPEN = new Visibility.Public();

  private static Step step(String id, @Nullable String happened) {
    return new Step(
        new StepId(id),
        LocalizedText.of("Step " + id),
        null,
        null,
        List.of(),
        List.of(),
        null,
        happened == null ? null : Edtf.of(happened),
        false,
        Map.of(),
        List.of(),
        List.of(),
        Map.of(),
        OPEN);
  }

  private static Clause clause(
      @Nullable CaseCalendar calendar, @Nullable String happened, Demand.Timing timing) {
    SequenceProblem problem = problem(calendar, happened, timing);
    return problem.demands().getFirst().anyOf().getFirst().allOf().getFirst();
  }

  private static SequenceProblem problem(
      @Nullable CaseCalendar calendar, @Nullable String happened, Demand.Timing timing) {
    return SequenceProblem.of(
        Case.of(
                new CaseInfo(LocalizedText.of("Case"), null, List.of(), calendar, null),
                List.of(
                    new Party(
                        new PartyId("A"),
                        LocalizedText.of("A"),
                        null,
                        PartyKind.STATE,
                        List.of(),
                        null,
                        List.of(),
                        OPEN),
                    step("a", happened),
                    step("b", null),
                    new Demand(
                        new DemandId("d"),
                        "b after a",
                        List.of(new PartyId("A")),
                        List.of(),
                        List.of(),
                        null,
                        List.of(),
                        List.of(timing),
                        List.of(),
                        true,
                        OPEN)))
            .viewFor(new Viewer.Mediator()),
        happened == null ? LocalDate.of(2026, 1, 1) : Edtf.of(happened).latestDay(),
        false);
  }

  private static Demand.Timing after(@Nullable Period least, @Nullable Period most) {
    return new Demand.Timing.After(new StepId("b"), new StepId("a"), least, most);
  }

  @Test
  void afterIsALaterDayAndOnceMayBeTheSame() {
    assertEquals(1L, clause(null, null, after(null, null)).atLeast());
    assertEquals(0L, clause(null, null, after(Period.ZERO, Period.ofDays(5))).atLeast());
    assertEquals(
        0L, clause(null, null, new Demand.Timing.Once(new StepId("b"), new StepId("a"))).atLeast());
  }

  @Test
  void aMonthAfterAKnownDayIsCountedFromItAndRoundedAsStated() {
    Period month = Period.ofMonths(1);
    var down = new CaseCalendar(ZoneId.of("Europe/Kyiv"), CaseCalendar.Rounding.DOWN);
    var up = new CaseCalendar(ZoneId.of("Europe/Kyiv"), CaseCalendar.Rounding.UP);
    assertEquals(28L, clause(down, "2026-01-31", after(month, month)).atMost());
    assertEquals(29L, clause(up, "2026-01-31", after(month, month)).atMost());
    assertEquals(29L, clause(up, "2026-01-31", after(month, month)).atLeast());
    assertEquals(31L, clause(down, "2026-03-15", after(month, month)).atLeast());
    assertEquals(28L, clause(null, "2026-01-31", after(month, month)).atMost());
    assertEquals(ZoneId.of("Europe/Kyiv"), problem(up, null, after(null, null)).scale().zone());
  }

  @Test
  void aMonthAfterAnUnknownDayTakesAsFewOrAsManyDaysAsItCan() {
    Period month = Period.ofMonths(1);
    Clause clause = clause(null, null, after(month, month));
    assertEquals(28L, clause.atLeast());
    assertEquals(31L, clause.atMost());
    assertEquals(28L, clause(null, "2026-01", after(month, month)).atLeast());
  }

  @Test
  void anOpenIntervalBindsOnOneSideOnly() {
    Clause by = clause(null, null, new Demand.Timing.By(new StepId("b"), Edtf.of("2026-02/..")));
    assertNull(by.atMost());
    Clause notBefore =
        clause(null, null, new Demand.Timing.NotBefore(new StepId("b"), Edtf.of("../2026-02")));
    assertNull(notBefore.atLeast());
  }

  @Test
  void aDateBeyondTheCalendarIsRefusedWithAdvice() {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> Edtf.of("99999-01-01"));
    assertTrue(String.valueOf(refused.getMessage()).contains("99999-01-01"));
    SequenceProblem far = problem(null, null, after(Period.ofYears(9000), null));
    var plan = Worlds.plan(far);
    assertEquals(
        new CalendarTime.AfterCalendar(plan.lasting(), far.scale().origin()),
        far.scale().calendarTime(plan.lasting()));
  }

  @Test
  void aStepAfterItselfIsAKnotOfOneDemandThatSaysSo() {
    SequenceProblem problem =
        problem(null, null, new Demand.Timing.After(new StepId("b"), new StepId("b"), null, null));
    Knot knot = Worlds.knots(problem).getFirst();
    assertEquals(1, Worlds.knots(problem).size());
    assertEquals(problem.demands().stream().map(TimedDemand::id).toList(), knot.demands());
    assertTrue(knot.isFirm());
    assertEquals(1, knot.loops().getFirst().shortBy());
    assertEquals(
        List.of(Moment.start(new StepId("b"))),
        knot.loops().getFirst().links().stream().map(Loop.Link::from).toList());
    assertTrue(Plans.of(problem, Budget.unlimited()).findAnswer().isEmpty());
  }

  private static LocalDate lastDay(@Nullable String happened, String... published) {
    List<CaseRecord> records = new ArrayList<>();
    records.add(step("a", happened));
    for (String each : published) {
      records.add(
          new Source(
              new SourceId("s" + records.size()),
              "Publisher",
              LocalizedText.of("A text"),
              null,
              Edtf.of(each),
              "en",
              Reliability.A,
              null,
              SourceKind.OFFICIAL_TEXT,
              null,
              OPEN));
    }
    return SequenceProblem.lastDay(
        Case.of(new CaseInfo(LocalizedText.of("Case"), null, List.of(), null, null), records)
            .viewFor(new Viewer.Mediator()),
        LocalDate.of(2024, 2, 29));
  }

  @Test
  void aCaseIsPlannedFromTheLastDayOnWhichAnythingHappenedOrWasPublished() {
    assertEquals(LocalDate.of(2025, 5, 1), lastDay("2025-05-01", "2026-01-01"));
    assertEquals(LocalDate.of(2026, 1, 1), lastDay(null, "2025-12-01", "2026-01-01"));
    assertEquals(LocalDate.of(2025, 12, 31), lastDay(null, "2025"));
  }
}
