package org.parley.sequence;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.model.PartyId;
import org.parley.model.step.DemandId;
import org.parley.model.step.StepId;
import org.parley.model.step.TermId;
import org.parley.sequence.knots.Knot;
import org.parley.sequence.knots.Knots;
import org.parley.sequence.plan.Plan;
import org.parley.sequence.plan.Plans;

/// Small worlds in a few words, and their proved answers.
public final class Worlds {

  private Worlds() {}

  public static Moment.At at(String step) {
    return Moment.start(new StepId(step));
  }

  public static Moment read(String term) {
    return new Moment.Read(new TermId(term));
  }

  public static TimedDemand demand(String id, Clause... clauses) {
    return TimedDemand.of(new DemandId(id), id, new PartyId("p"), clauses);
  }

  public static SequenceProblem world(
      String steps, List<ContestedTerm> terms, TimedDemand... demands) {
    return new SequenceProblem(
        TimeScale.ofDays(LocalDate.of(2026, 1, 1)),
        Stream.of(steps.split(" "))
            .filter(step -> !step.isEmpty())
            .map(step -> PlannedStep.milestone(new StepId(step), step))
            .toList(),
        terms,
        List.of(demands),
        List.of(),
        null);
  }

  public static List<Knot> knots(SequenceProblem problem) {
    if (Knots.of(problem, Budget.unlimited())
        instanceof Finding.Exhausted<List<Knot>>(List<Knot> knots)) {
      return knots;
    }
    throw new AssertionError("not proved: " + problem);
  }

  public static Plan plan(SequenceProblem problem) {
    if (Plans.of(problem, Budget.unlimited())
        instanceof Finding.Proved<List<Plan>>(List<Plan> plans, _)) {
      return plans.getFirst();
    }
    throw new AssertionError("no plan");
  }
}
