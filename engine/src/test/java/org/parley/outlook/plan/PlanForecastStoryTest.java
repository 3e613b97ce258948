package org.parley.outlook.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.exact.Budget;
import org.parley.model.PartyId;
import org.parley.model.step.DemandId;
import org.parley.model.step.StepId;
import org.parley.outlook.plan.PlanForecast.AskedShare;
import org.parley.reference.DoneTimes;
import org.parley.reference.Provision;
import org.parley.sequence.Clause;
import org.parley.sequence.Moment;
import org.parley.sequence.PlannedStep;
import org.parley.sequence.PlannedStep.Duration;
import org.parley.sequence.RecessPeriod;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.TimeScale;
import org.parley.sequence.TimedDemand;

class PlanForecastStoryTest {

  private static final StepId LAW = new StepId("law");
  private static final StepId VOTE = new StepId("vote");
  private static final StepId TROOPS = new StepId("troops");
  private static final PartyId HOUSE = new PartyId("house");

  /// One in ten in each year.
  private static final DoneTimes TENTHS =
      new DoneTimes(
          List.of(1, 1, 1, 1, 1, 1, 1, 1, 1, 1), List.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0), 0);

  static SequenceProblem problem(List<PlannedStep> steps, TimedDemand... demands) {
    return problem(steps, List.of(), List.of(), demands);
  }

  private static SequenceProblem problem(
      List<PlannedStep> steps,
      List<Clause> fixed,
      List<RecessPeriod> recesses,
      TimedDemand... demands) {
    return new SequenceProblem(
        TimeScale.ofDays(LocalDate.of(2026, 1, 1)),
        steps,
        List.of(),
        List.of(demands),
        fixed,
        recesses,
        0L);
  }

  private static PlannedStep lasting(StepId id, long least, @Nullable Long likely, long most) {
    return new PlannedStep(
        id,
        id.value(),
        List.of(HOUSE),
        new Duration(least, likely, most, PlannedStep.ChosenBy.PLANNERS),
        true,
        Map.of());
  }

  private static TimedDemand demand(String id, Clause... clauses) {
    return TimedDemand.of(new DemandId(id), id, HOUSE, clauses);
  }

  private static PlanForecast forecast(SequenceProblem problem, Map<StepId, StepTime> times) {
    return PlanForecasts.find(
            new TimedPlan(problem, Map.of(), Map.of(), times), 20_000, 1, Budget.unlimited())
        .findAnswer()
        .orElseThrow();
  }

  private static StepTime tenths(long elapsed) {
    return new StepTime.OfOthers(
        List.of(Provision.WITHDRAWAL), TENTHS, new StepTime.AccordDay(null, elapsed, true));
  }

  /// A01: of the days 10, 11, ..., 20, each is as likely; a vote within 15 days of nothing else has
  /// 6 chances in 11.
  @Test
  void everyDayOfADurationWithoutALikelyOneIsAsLikely() {
    PlanForecast forecast =
        forecast(
            problem(
                List.of(lasting(LAW, 10, null, 20)),
                demand("by-15", Clause.notAfter(Moment.end(LAW), 15))),
            Map.of(LAW, new StepTime.OfCase()));
    assertEquals(20_000 * 6 / 11.0, forecast.deadlines().getFirst().kept(), 300);
    assertEquals(Long.valueOf(15), forecast.whole().half());
    assertEquals(0, forecast.whole().never());
  }

  /// A02: weights 1, 2, 3, 2, 1 for the days 1 to 5 with 3 as the likely one.
  @Test
  void theLikelyDayCountsMost() {
    PlanForecast forecast =
        forecast(
            problem(
                List.of(lasting(LAW, 1, 3L, 5)),
                demand("by-2", Clause.notAfter(Moment.end(LAW), 2)),
                demand("by-3", Clause.notAfter(Moment.end(LAW), 3))),
            Map.of(LAW, new StepTime.OfCase()));
    assertEquals(20_000 * 3 / 9.0, forecast.deadlines().get(0).kept(), 300);
    assertEquals(20_000 * 6 / 9.0, forecast.deadlines().get(1).kept(), 300);
  }

  /// A03: what waits for a step that is never done is never done; a deadline that counts from it
  /// never begins.
  @Test
  void neverIsHandedOnAndNotThrownAway() {
    DoneTimes half =
        new DoneTimes(
            List.of(5, 0, 0, 0, 0, 0, 0, 0, 0, 0), List.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 5), 0);
    PlanForecast forecast =
        forecast(
            problem(
                List.of(PlannedStep.milestone(TROOPS, "troops"), lasting(LAW, 5, null, 5)),
                demand(
                    "law-within-5", Clause.between(Moment.end(TROOPS), Moment.start(LAW), 0, 5))),
            Map.of(
                TROOPS,
                new StepTime.OfOthers(
                    List.of(Provision.WITHDRAWAL), half, new StepTime.AccordDay(null, 0, true)),
                LAW,
                new StepTime.OfCase()));
    int never = forecast.find(TROOPS).orElseThrow().end().never();
    assertEquals(10_000, never, 300);
    assertEquals(never, forecast.find(LAW).orElseThrow().end().never());
    assertEquals(never, forecast.whole().never());
    assertEquals(never, forecast.deadlines().getFirst().undue());
    assertEquals(20_000 - never, forecast.deadlines().getFirst().kept());
    assertNull(forecast.whole().threeQuarters());
  }

  /// A04: a signature on day 100 moves the clock of others; the demand leaves 400 days, so it asks
  /// within two years for what two of ten had.
  @Test
  void othersCountFromTheSignature() {
    PlanForecast forecast =
        forecast(
            problem(
                List.of(lasting(LAW, 100, null, 100), PlannedStep.milestone(TROOPS, "troops")),
                demand(
                    "within-400", Clause.between(Moment.end(LAW), Moment.start(TROOPS), 0, 400))),
            Map.of(
                LAW,
                new StepTime.OfCase(),
                TROOPS,
                new StepTime.OfOthers(
                    List.of(Provision.WITHDRAWAL), TENTHS, new StepTime.AccordDay(LAW, 0, true))));
    assertEquals(new AskedShare(2, 2, 10), forecast.find(TROOPS).orElseThrow().asked());
    Long tenth = forecast.find(TROOPS).orElseThrow().end().tenth();
    assertEquals(100.0 + 365, tenth == null ? 0.0 : (double) tenth, 12);
    assertEquals(20_000 * (365 + 35) / 3652.0, forecast.deadlines().getFirst().kept(), 300);
  }

  /// A05: five years after the accord, of those still open one in five is done within a year.
  @Test
  void whatIsStillOpenIsComparedWithWhatWasStillOpen() {
    PlanForecast forecast =
        forecast(
            problem(
                List.of(PlannedStep.milestone(TROOPS, "troops")),
                demand("in-a-year", Clause.notAfter(Moment.end(TROOPS), 365))),
            Map.of(TROOPS, tenths(5 * 365 + 1)));
    assertEquals(4_000, forecast.deadlines().getFirst().kept(), 300);
    // six years after the accord six of ten had
    assertEquals(new AskedShare(6, 6, 10), forecast.find(TROOPS).orElseThrow().asked());
  }

  /// A06: nothing ends in a recess; what would ends on the day after it.
  @Test
  void nothingEndsInARecess() {
    PlanForecast forecast =
        forecast(
            problem(
                List.of(lasting(LAW, 1, null, 10)),
                List.of(),
                List.of(new RecessPeriod(LAW, HOUSE, "house", 3, 30, List.of()))),
            Map.of(LAW, new StepTime.OfCase()));
    assertEquals(Long.valueOf(31), forecast.whole().quarter());
    assertTrue(Long.valueOf(2).compareTo(forecast.whole().tenth()) >= 0);
  }

  /// A07: of two steps at the same time the longer sets the end, and drives it alone.
  @Test
  void theLongerStepDrivesTheEnd() {
    PlanForecast forecast =
        forecast(
            problem(List.of(lasting(LAW, 100, null, 200), lasting(VOTE, 1, null, 50))),
            Map.of(LAW, new StepTime.OfCase(), VOTE, new StepTime.OfCase()));
    assertEquals(LAW, forecast.drivers().getFirst().step());
    assertEquals(100, forecast.drivers().getFirst().correlation());
    assertEquals(0, forecast.drivers().getLast().correlation(), 3);
  }

  /// A08: together and one after the other cannot both hold once the second takes any time.
  @Test
  void durationsThatContradictTheOrderAreCounted() {
    PlanForecast forecast =
        forecast(
            problem(
                List.of(lasting(LAW, 0, null, 1), lasting(VOTE, 0, null, 1)),
                demand(
                    "both",
                    Clause.after(Moment.end(LAW), Moment.start(VOTE)),
                    Clause.together(Moment.end(LAW), Moment.end(VOTE)))),
            Map.of(LAW, new StepTime.OfCase(), VOTE, new StepTime.OfCase()));
    assertEquals(10_000, forecast.contradicted(), 300);
    assertEquals(forecast.contradicted(), forecast.whole().never());
  }

  /// A09: what is over is not drawn, and counts from its day.
  @Test
  void whatIsOverIsNotDrawn() {
    PlanForecast forecast =
        forecast(
            problem(
                List.of(PlannedStep.milestone(LAW, "law"), lasting(VOTE, 20, null, 20)),
                List.of(Clause.between(Moment.ORIGIN, Moment.end(LAW), -10, -10)),
                List.of(),
                demand("within-30", Clause.between(Moment.end(LAW), Moment.end(VOTE), 0, 30)),
                demand("within-29", Clause.between(Moment.end(LAW), Moment.end(VOTE), 0, 29))),
            Map.of(VOTE, new StepTime.OfCase()));
    assertEquals(List.of(VOTE), forecast.steps().stream().map(each -> each.step()).toList());
    assertEquals(20_000, forecast.deadlines().getFirst().kept());
    assertEquals(0, forecast.deadlines().getLast().kept());
  }

  /// A10: a step of which nothing is known takes no time, and waits for the others.
  @Test
  void whatNothingIsKnownOfTakesNoTime() {
    PlanForecast forecast =
        forecast(
            problem(
                List.of(lasting(LAW, 40, null, 40), PlannedStep.milestone(VOTE, "vote")),
                demand("after", Clause.atLeast(Moment.end(LAW), Moment.start(VOTE), 1))),
            Map.of(
                LAW,
                new StepTime.OfCase(),
                VOTE,
                new StepTime.Untold(StepTime.UntoldReason.NO_TOPIC)));
    assertEquals(Long.valueOf(41), forecast.whole().tenth());
    assertEquals(Long.valueOf(41), forecast.whole().nineTenths());
    assertEquals(1, forecast.drivers().size());
  }
}
