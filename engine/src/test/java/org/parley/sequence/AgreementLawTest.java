package org.parley.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.parley.Effort;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.model.Cases;
import org.parley.model.Viewer;
import org.parley.model.cases.CaseView;
import org.parley.model.step.DemandId;
import org.parley.model.step.TermId;
import org.parley.sequence.knots.Knot;
import org.parley.sequence.knots.Knots;
import org.parley.sequence.knots.WayOut;
import org.parley.sequence.knots.WaysOut;
import org.parley.sequence.plan.Plan;
import org.parley.sequence.plan.Plans;

/// Knots, ways out and plans agree, whatever the day looked at and whatever is left out.
@NullMarked
class AgreementLawTest {

  private static final Budget BUDGET = Budget.ofSteps(200_000);
  private static final int CASES = Effort.of(70, 160);

  @Test
  void knotsWaysOutAndPlansAgree() {
    int tied = 0;
    int free = 0;
    int waiting = 0;
    for (long seed = 0; seed < CASES; seed++) {
      CaseView view = view(seed);
      for (String day : List.of("2025-06-01", "2026-01-15", "2026-12-31", "2027-03-20")) {
        SequenceProblem problem = SequenceProblem.of(view, LocalDate.parse(day), true);
        waiting += problem.recesses().isEmpty() ? 0 : 1;
        List<SequenceProblem> asked = new ArrayList<>(List.of(problem));
        for (TimedDemand each : problem.demands()) {
          asked.add(without(problem, each));
        }
        for (SequenceProblem each : asked) {
          if (agree(each, "seed " + seed + " on " + day)) {
            tied++;
          } else {
            free++;
          }
        }
      }
    }
    assertTrue(
        tied > Effort.of(8, 20) && free > Effort.of(8, 20), tied + " tied, " + free + " free");
    assertTrue(waiting > Effort.of(8, 20), waiting + " with recesses");
  }

  private static CaseView view(long seed) {
    return Cases.of(seed).viewFor(new Viewer.Mediator());
  }

  private static SequenceProblem without(SequenceProblem problem, TimedDemand demand) {
    return problem.withDemands(
        problem.demands().stream().filter(each -> !each.equals(demand)).toList());
  }

  /// Whether there are knots; the answers to the three questions fit.
  private static boolean agree(SequenceProblem problem, String words) {
    Finding<List<Knot>> knots = Knots.of(problem, BUDGET);
    Finding<List<Plan>> plans = Plans.of(problem, BUDGET);
    assertTrue(!(knots instanceof Finding.Bounded) && !(plans instanceof Finding.Bounded), words);
    List<Knot> tied = knots.findAnswer().orElse(List.of());
    List<Plan> planned = plans.findAnswer().orElse(List.of());
    assertTrue(!tied.isEmpty() || !planned.isEmpty(), words + ": no knot, and no plan");
    for (Plan plan : planned) {
      assertTrue(
          tied.stream()
              .noneMatch(
                  knot -> plan.readings().entrySet().containsAll(knot.readings().entrySet())),
          words + ": a plan under the readings of a knot");
    }
    Finding<List<WaysOut.Group>> ways = WaysOut.of(problem, tied, BUDGET);
    if (tied.stream().anyMatch(knot -> knot.demands().isEmpty() && knot.isFirm())) {
      assertTrue(planned.isEmpty() && ways instanceof Finding.Impossible<?>, words);
      return true;
    }
    List<WaysOut.Group> groups = ways.findAnswer().orElseThrow();
    assertEquals(tied.isEmpty(), groups.isEmpty(), words);
    Map<TermId, String> readings = new HashMap<>();
    Set<DemandId> dropped = new HashSet<>();
    for (WaysOut.Group group : groups) {
      WayOut way = group.ways().getFirst();
      readings.putAll(way.readings());
      dropped.addAll(way.drop());
    }
    SequenceProblem rest =
        problem.withDemands(
            problem.demands().stream().filter(each -> !dropped.contains(each.id())).toList());
    assertTrue(
        Plans.of(rest, readings, BUDGET).findAnswer().filter(all -> !all.isEmpty()).isPresent(),
        words + ": a way out leaves no plan");
    return !tied.isEmpty();
  }
}
