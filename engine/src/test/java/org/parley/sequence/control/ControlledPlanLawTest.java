package org.parley.sequence.control;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.model.Cases;
import org.parley.model.Viewer;
import org.parley.model.cases.CaseView;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.plan.Plan;
import org.parley.sequence.plan.Plans;

/// Where control can be kept, a strategy knows what to do first, whatever of the plan is over.
class ControlledPlanLawTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

  @Test
  void aStrategyBeginsWhereThePastEnds() {
    Budget budget = Budget.ofSteps(200_000);
    int begun = 0;
    int withPast = 0;
    for (int seed = 1; seed <= 200; seed++) {
      CaseView view = Cases.of(seed).viewFor(new Viewer.Mediator());
      SequenceProblem problem = SequenceProblem.of(view, TODAY, true);
      List<Plan> plans = Plans.of(problem, Map.of(), budget).findAnswer().orElse(List.of());
      if (plans.isEmpty()) {
        continue;
      }
      ControlledPlan plan = ControlledPlans.of(problem, plans.getFirst());
      if (ControlledPlans.strategy(plan, budget)
          instanceof Finding.Exhausted<Strategy>(Strategy strategy)) {
        assertNotNull(strategy.next(0, plan.past(), Budget.unlimited()), "seed " + seed);
        begun++;
        withPast += plan.past().size() > 1 ? 1 : 0;
      }
    }
    assertTrue(begun > 50 && withPast > 20, begun + " strategies, " + withPast + " with a past");
  }
}
