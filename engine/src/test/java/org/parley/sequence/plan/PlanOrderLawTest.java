package org.parley.sequence.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.parley.sequence.Worlds.at;
import static org.parley.sequence.Worlds.demand;
import static org.parley.sequence.Worlds.plan;
import static org.parley.sequence.Worlds.world;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.Effort;
import org.parley.exact.Budget;
import org.parley.sequence.Clause;
import org.parley.sequence.Moment;
import org.parley.sequence.RandomSequences;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.TimedDemand;

class PlanOrderLawTest {

  private static final int CASES = Effort.of(1_000, 10_000);

  private record Pair(Moment.At first, Moment.At second) {}

  @Test
  void whatPrecedesAtOneTimeIsToldFirst() {
    SequenceProblem problem =
        world(
            "commission in-force ratified signed",
            List.of(),
            demand("d1", Clause.after(at("signed"), at("ratified"))),
            demand("d2", Clause.after(at("ratified"), at("in-force"))));
    assertEquals(
        List.of("commission", "signed", "ratified", "in-force"),
        PlanOrder.steps(problem, plan(problem)).stream().map(each -> each.id().value()).toList());
  }

  @Test
  void everyPrecedenceIsKept() {
    int decided = 0;
    for (long seed = 0; seed < CASES; seed++) {
      SequenceProblem problem = RandomSequences.next(new Random(seed));
      for (Plan plan : Plans.of(problem, Budget.unlimited()).findAnswer().orElse(List.of())) {
        List<Plan.Window> told = PlanOrder.of(problem, plan);
        assertEquals(new HashSet<>(plan.times()), new HashSet<>(told));
        assertEquals(plan.times().size(), told.size());
        List<Moment.At> moments = told.stream().map(Plan.Window::moment).toList();
        Set<Pair> precedence = precedence(problem, plan);
        for (int i = 1; i < told.size(); i++) {
          assertTrue(told.get(i - 1).earliest() <= told.get(i).earliest(), "seed " + seed);
          for (Moment.At earlier : moments.subList(0, i)) {
            var back = new Pair(moments.get(i), earlier);
            if (precedence.contains(back)) {
              decided++;
              assertTrue(precedence.contains(new Pair(earlier, moments.get(i))), "seed " + seed);
            }
          }
        }
      }
    }
    assertTrue(decided > 100, "simultaneous " + decided);
  }

  /// The pairs at one time of which the first cannot come later, closed under chains by brute
  /// force.
  private static Set<Pair> precedence(SequenceProblem problem, Plan plan) {
    List<Clause> clauses = new ArrayList<>(problem.fixed());
    for (TimedDemand demand : problem.demands()) {
      if (!demand.anyOf().isEmpty()) {
        int way = plan.ways().getOrDefault(demand.id(), 0);
        clauses.addAll(demand.anyOf().get(way).allOf());
      }
    }
    problem
        .steps()
        .forEach(step -> clauses.add(Clause.after(Moment.start(step.id()), Moment.end(step.id()))));
    Set<Pair> pairs = new HashSet<>();
    for (Clause clause : clauses) {
      if (read(clause.from(), problem, plan) instanceof Moment.At from
          && read(clause.to(), problem, plan) instanceof Moment.At to) {
        if (clause.atLeast() != null && clause.atLeast() >= 0) {
          pairs.add(new Pair(from, to));
        }
        if (clause.atMost() != null && clause.atMost() <= 0) {
          pairs.add(new Pair(to, from));
        }
      }
    }
    pairs.removeIf(each -> plan.get(each.first()).earliest() != plan.get(each.second()).earliest());
    for (Plan.Window via : plan.times()) {
      for (Plan.Window from : plan.times()) {
        for (Plan.Window to : plan.times()) {
          if (pairs.contains(new Pair(from.moment(), via.moment()))
              && pairs.contains(new Pair(via.moment(), to.moment()))) {
            pairs.add(new Pair(from.moment(), to.moment()));
          }
        }
      }
    }
    return pairs;
  }

  private static Moment read(Moment moment, SequenceProblem problem, Plan plan) {
    return moment instanceof Moment.Read(var term)
        ? problem.get(term).reading(Objects.requireNonNull(plan.readings().get(term))).moment()
        : moment;
  }
}
