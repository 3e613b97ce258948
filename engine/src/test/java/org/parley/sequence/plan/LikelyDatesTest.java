package org.parley.sequence.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.exact.Budget;
import org.parley.model.PartyId;
import org.parley.model.step.DemandId;
import org.parley.model.step.StepId;
import org.parley.sequence.Clause;
import org.parley.sequence.Moment;
import org.parley.sequence.PlannedStep;
import org.parley.sequence.PlannedStep.ChosenBy;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.TimeScale;
import org.parley.sequence.TimedDemand;

class LikelyDatesTest {

  private static final StepId VOTE = new StepId("vote");
  private static final StepId TROOPS = new StepId("troops");
  private static final DemandId DEADLINE = new DemandId("deadline");

  /// A parliament takes 30 to 90 days; troops leave after its vote, by a day.
  private static SequenceProblem problem(@Nullable Long likely, long by) {
    var duration = new PlannedStep.Duration(30, likely, 90, ChosenBy.PLANNERS);
    return new SequenceProblem(
        new TimeScale(TimeScale.Unit.DAY, LocalDate.of(2026, 1, 1), ZoneOffset.UTC),
        List.of(
            new PlannedStep(VOTE, "The parliament votes", List.of(), duration, true, Map.of()),
            PlannedStep.milestone(TROOPS, "The troops leave")),
        List.of(),
        List.of(
            new TimedDemand(
                DEADLINE,
                "The troops leave in time",
                List.of(new PartyId("AA")),
                null,
                List.of(),
                List.of(
                    new TimedDemand.Way(
                        List.of(
                            Clause.after(Moment.end(VOTE), Moment.start(TROOPS)),
                            new Clause(Moment.ORIGIN, Moment.end(TROOPS), null, by)))),
                null,
                true)),
        List.of(),
        0L);
  }

  private static Optional<LikelyDates> likely(SequenceProblem problem) {
    Plan plan = Plans.of(problem, Budget.unlimited()).findAnswer().orElseThrow().getFirst();
    assertEquals(30, plan.get(Moment.end(VOTE)).earliest(), "an expectation bounds no plan");
    return LikelyDates.of(problem, plan);
  }

  @Test
  void likelyDatesMoveWhatFollows() {
    LikelyDates likely = likely(problem(45L, 60)).orElseThrow();
    assertTrue(likely.isKept());
    assertEquals(0, likely.get(Moment.start(VOTE)));
    assertEquals(45, likely.get(Moment.end(VOTE)));
    assertEquals(45, likely.get(Moment.start(TROOPS)));
  }

  @Test
  void aDeadlineBeforeTheLikelyDayIsNamed() {
    LikelyDates likely = likely(problem(75L, 60)).orElseThrow();
    assertFalse(likely.isKept());
    assertEquals(List.of(DEADLINE), likely.broken());
  }

  @Test
  void nothingIsLikelyUnlessStated() {
    assertEquals(Optional.empty(), likely(problem(null, 60)));
  }
}
