package org.parley.snippets;

import java.time.LocalDate;
import java.util.List;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.model.PartyId;
import org.parley.model.step.DemandId;
import org.parley.model.step.StepId;
import org.parley.sequence.Clause;
import org.parley.sequence.Moment;
import org.parley.sequence.PlannedStep;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.TimeScale;
import org.parley.sequence.TimedDemand;
import org.parley.sequence.knots.Knot;
import org.parley.sequence.knots.Knots;
import org.parley.sequence.knots.WaysOut;

/// Demands on an order in, knots and ways out of them out.
final class ConflictingDemands {

  private ConflictingDemands() {}

  record Answer(Finding<List<Knot>> knots, Finding<List<WaysOut.Group>> waysOut) {}

  static Answer find() {
    // @start region="knots"
    var vote = new StepId("vote");
    var withdrawal = new StepId("withdrawal");
    SequenceProblem problem =
        new SequenceProblem(
            TimeScale.ofDays(LocalDate.of(2031, 3, 1)),
            List.of(
                PlannedStep.milestone(vote, "Vote"),
                PlannedStep.milestone(withdrawal, "Withdrawal")),
            List.of(),
            List.of(
                TimedDemand.of(
                    new DemandId("withdrawal-first"),
                    "No vote until 30 days after the withdrawal",
                    new PartyId("north"),
                    Clause.atLeast(Moment.end(withdrawal), Moment.start(vote), 30)),
                TimedDemand.of(
                    new DemandId("vote-first"),
                    "No withdrawal before the vote",
                    new PartyId("south"),
                    Clause.after(Moment.end(vote), Moment.start(withdrawal)))),
            List.of(),
            null);
    Finding<List<Knot>> knots = Knots.of(problem, Budget.unlimited());
    Finding<List<WaysOut.Group>> waysOut =
        WaysOut.of(problem, knots.findAnswer().orElseThrow(), Budget.unlimited());
    // @end
    return new Answer(knots, waysOut);
  }
}
