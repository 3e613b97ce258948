package org.parley.web.sequence;

import java.util.List;
import java.util.Map;
import org.parley.check.Check;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.model.step.TermId;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.exposure.ExchangeOrder;
import org.parley.sequence.knots.AllKnots;
import org.parley.sequence.knots.Knot;
import org.parley.sequence.knots.Knots;
import org.parley.sequence.plan.Plan;
import org.parley.sequence.plan.Plans;
import org.parley.web.view.OpenCase;
import org.parley.web.view.RecentCache;

/// The knots, plans and exchanges of the latest problems of a view of the case. They follow any
/// change, for they are found by the whole problem.
record SolvedSequences(
    RecentCache<SequenceProblem, Finding<List<Knot>>> knots,
    RecentCache<SequenceProblem, Boolean> checked,
    RecentCache<Planned, Finding<List<Plan>>> plans,
    RecentCache<Exposed, SolvedExchange> exchanges)
    implements OpenCase.Following {

  private static final int KEPT = 4;
  private static final int PROOF_STEPS = 5_000;

  /// A problem under readings.
  record Planned(SequenceProblem problem, Map<TermId, String> readings) {}

  record Exposed(SequenceProblem problem, Plan plan) {}

  /// How exposure can be lowered.
  ///
  /// @param best the order with the least exposure
  /// @param holds whether its certificate was verified
  /// @param pairs the pairs of groups of steps that lower it if they are simultaneous
  record SolvedExchange(
      Finding<ExchangeOrder.Order> best, boolean holds, Finding<List<ExchangeOrder.Pair>> pairs) {}

  static SolvedSequences of(OpenCase open) {
    return open.once(
        SolvedSequences.class,
        _ ->
            new SolvedSequences(
                new RecentCache<>(KEPT),
                new RecentCache<>(KEPT),
                new RecentCache<>(KEPT),
                new RecentCache<>(KEPT)));
  }

  /// Its knots, over all readings.
  Finding<List<Knot>> knots(SequenceProblem problem) {
    return knots.get(problem, () -> Knots.of(problem, SequencePage.BUDGET));
  }

  /// Whether it is verified that these are all of its knots.
  boolean isComplete(SequenceProblem problem) {
    return checked.get(
        problem,
        () -> {
          Finding<List<Knot>> found = knots(problem);
          List<Knot> all = found.findAnswer().orElse(List.of());
          return found.isComplete()
              && all.stream().noneMatch(knot -> knot.demands().isEmpty())
              && Check.verify(
                      problem,
                      AllKnots.of(problem, all, Budget.ofSteps(PROOF_STEPS)),
                      SequencePage.BUDGET)
                  .holds();
        });
  }

  /// The best order of a plan, and what could be simultaneous in it.
  SolvedExchange exchange(SequenceProblem problem, Plan plan) {
    return exchanges.get(
        new Exposed(problem, plan),
        () -> {
          Finding<ExchangeOrder.Order> best =
              ExchangeOrder.best(problem, plan, SequencePage.BUDGET);
          return new SolvedExchange(
              best,
              best.findAnswer().isPresent()
                  && Check.verify(problem, best, SequencePage.BUDGET).holds(),
              ExchangeOrder.simultaneous(problem, plan, SequencePage.BUDGET));
        });
  }

  /// Its plans under these readings.
  Finding<List<Plan>> plans(SequenceProblem problem, Map<TermId, String> readings) {
    return plans.get(
        new Planned(problem, Map.copyOf(readings)),
        () -> Plans.of(problem, readings, SequencePage.BUDGET));
  }

  @Override
  public OpenCase.Following after(OpenCase next) {
    return this;
  }
}
