package org.parley.sequence.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.parley.sequence.Worlds.at;
import static org.parley.sequence.Worlds.demand;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.check.LoopCheck;
import org.parley.check.Verdict;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.model.step.DemandId;
import org.parley.model.step.StepId;
import org.parley.sequence.Clause;
import org.parley.sequence.Loop;
import org.parley.sequence.Moment;
import org.parley.sequence.PlannedStep;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.TimeScale;
import org.parley.sequence.TimedDemand;
import org.parley.sequence.Worlds;

class ControlledPlanTest {

  private static final StepId RATIFICATION = new StepId("ratification");

  private static SequenceProblem world(TimedDemand... demands) {
    return new SequenceProblem(
        TimeScale.ofDays(LocalDate.of(2026, 1, 1)),
        List.of(
            new PlannedStep(
                RATIFICATION,
                "a parliament ratifies",
                List.of(),
                PlannedStep.Duration.contingent(30, 90),
                true,
                Map.of()),
            PlannedStep.milestone(new StepId("withdrawal"), "troops withdraw")),
        List.of(),
        List.of(demands),
        List.of(),
        null);
  }

  @Test
  void waitsForWhatOthersDecide() {
    SequenceProblem problem =
        world(demand("soon", new Clause(Moment.end(RATIFICATION), at("withdrawal"), 0L, 14L)));
    var plan = ControlledPlans.of(problem, Worlds.plan(problem));
    assertTrue(
        ControlledPlans.strategy(plan, Budget.unlimited()) instanceof Finding.Exhausted<Strategy>);
  }

  @Test
  void namesTheLoopAndTheBoundToRenegotiate() {
    SequenceProblem problem =
        world(
            demand("together", new Clause(Moment.end(RATIFICATION), at("withdrawal"), -10L, 14L)),
            demand("dated", Clause.between(at("ratification"), at("withdrawal"), 60, 60)));
    var plan = ControlledPlans.of(problem, Worlds.plan(problem));
    if (ControlledPlans.strategy(plan, Budget.unlimited())
        instanceof Finding.Impossible<Strategy>(ControlledPlan.Uncontrollable why)) {
      ControlledPlan of = why.plan();
      var proof = why.proof();
      var loop = why.loop();
      Map<DemandId, Long> give =
          ControlledPlans.give(why, Budget.unlimited()).findAnswer().orElseThrow();
      assertEquals(new Verdict.Holds(), LoopCheck.verify(proof, of.network()));
      assertTrue(
          loop.stream().anyMatch(l -> l.reason().equals(new Loop.Reason.Lasts(RATIFICATION))));
      // at 30 days it is to follow by day 44, at 90 days not to come before day 80
      assertEquals(Map.of(new DemandId("dated"), 20L, new DemandId("together"), 20L), give);
      return;
    }
    throw new AssertionError("controllable");
  }

  @Test
  void whatHappenedIsNotDecidedAgain() {
    SequenceProblem open =
        world(demand("soon", new Clause(Moment.end(RATIFICATION), at("withdrawal"), 0L, 14L)));
    SequenceProblem ratified =
        new SequenceProblem(
            open.scale(),
            open.steps(),
            open.terms(),
            open.demands(),
            List.of(new Clause(new Moment.Origin(), Moment.end(RATIFICATION), -5L, -5L)),
            0L);
    var plan = ControlledPlans.of(ratified, Worlds.plan(ratified));
    assertEquals(List.of(), plan.lasting());
    if (ControlledPlans.strategy(plan, Budget.unlimited())
        instanceof Finding.Exhausted<Strategy>(var strategy)) {
      // ratified five days ago, begun 30 to 90 days before: what is left is the withdrawal
      assertEquals(3, plan.past().size());
      var next = strategy.next(0, plan.past(), Budget.unlimited());
      assertTrue(
          next instanceof Strategy.Decision.Act(int moment, long time)
              && plan.moments().get(moment).equals(at("withdrawal"))
              && time == 0,
          next.toString());
      return;
    }
    throw new AssertionError("not controllable");
  }
}
