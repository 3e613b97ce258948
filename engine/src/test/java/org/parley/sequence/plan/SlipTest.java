package org.parley.sequence.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.parley.sequence.Worlds.at;
import static org.parley.sequence.Worlds.demand;
import static org.parley.sequence.Worlds.world;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.check.PlanCheck;
import org.parley.check.SequenceCheck;
import org.parley.check.Verdict;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.exact.Meter;
import org.parley.exact.Rational;
import org.parley.model.step.DemandId;
import org.parley.model.step.StepId;
import org.parley.sequence.Clause;
import org.parley.sequence.Moment;
import org.parley.sequence.RandomSequences;
import org.parley.sequence.SequenceBound;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.Worlds;
import org.parley.sequence.knots.Knot;

class SlipTest {

  private static final StepId CEASEFIRE = new StepId("ceasefire");

  private static SequenceProblem problem() {
    return world(
        "ceasefire referendum exchange",
        List.of(),
        demand("sixty", Clause.atLeast(at("ceasefire"), at("referendum"), 60)),
        demand("day-five", new Clause(at("ceasefire"), at("exchange"), 5L, 10L)),
        demand("deadline", Clause.notAfter(at("referendum"), 90)));
  }

  @Test
  void movesOnlyWhatMustMove() {
    Plan before = Worlds.plan(problem());
    if (Slips.of(problem(), before, Map.of(CEASEFIRE, 4L), Budget.unlimited())
        instanceof Finding.Proved<Slip>(Slip slip, _)) {
      assertEquals(
          List.of("ceasefire 0 4", "referendum 60 64", "exchange 5 9"),
          slip.moved().stream()
              .filter(move -> move.moment().phase() == Moment.Phase.START)
              .map(move -> move.moment().step() + " " + move.from() + " " + move.to())
              .toList());
      return;
    }
    throw new AssertionError();
  }

  @Test
  void comesEarlierWhereItMust() {
    SequenceProblem problem =
        world(
            "withdrawal release",
            List.of(),
            demand("start", Clause.notBefore(at("withdrawal"), 0)),
            demand("months", Clause.between(at("release"), at("withdrawal"), -10, 0)),
            demand("late", Clause.notBefore(at("release"), 0)),
            demand("dated", Clause.notAfter(at("withdrawal"), 100)));
    Plan before = Worlds.plan(problem);
    Plan later =
        Plans.of(
                new SequenceProblem(
                    problem.scale(),
                    problem.steps(),
                    problem.terms(),
                    problem.demands(),
                    List.of(Clause.notBefore(at("withdrawal"), 60)),
                    null),
                Map.of(),
                Budget.unlimited())
            .findAnswer()
            .orElseThrow()
            .getFirst();
    assertEquals(0, before.lasting());
    if (Slips.of(problem, later, Map.of(new StepId("withdrawal"), 3L), Budget.unlimited())
        instanceof Finding.Proved<Slip>(Slip slip, _)) {
      assertEquals(
          List.of("withdrawal 60 3", "release 60 13"),
          slip.moved().stream()
              .filter(move -> move.moment().phase() == Moment.Phase.START)
              .map(move -> move.moment().step() + " " + move.from() + " " + move.to())
              .toList());
      return;
    }
    throw new AssertionError();
  }

  @Test
  void movesLeastOnRandomSequences() {
    int moved = 0;
    for (long seed = 0; seed < 700; seed++) {
      var random = new Random(seed);
      SequenceProblem problem = RandomSequences.next(random).anchored();
      if (!(Plans.of(problem, Budget.unlimited())
          instanceof Finding.Proved<List<Plan>>(List<Plan> plans, _))) {
        continue;
      }
      Plan before = plans.getFirst();
      StepId step = problem.steps().get(random.nextInt(problem.steps().size())).id();
      long time = before.get(Moment.end(step)).earliest() + random.nextInt(7) - 2;
      switch (Slips.of(problem, before, Map.of(step, time), Budget.unlimited())) {
        case Finding.Proved<Slip>(Slip slip, _) -> {
          moved++;
          SequenceProblem then = happened(problem, step, time);
          assertEquals(
              List.of(), PlanCheck.broken(slip.times(), before.readings(), then), "seed " + seed);
          Map<Moment.At, Long> closest = closest(then, before);
          for (Slip.MovedMoment move : slip.moved()) {
            Long least = closest.get(move.moment());
            assertTrue(least == null || Math.abs(move.to() - move.from()) <= least, "seed " + seed);
            Plan.Window window = slip.plan().get(move.moment());
            assertEquals(
                move.to() > move.from() ? window.whyNotEarlier() : window.whyNotLater(),
                move.why(),
                "seed " + seed);
          }
          Map<Moment.At, Long> after = new HashMap<>(before.earliest());
          slip.moved().forEach(move -> after.put(move.moment(), move.to()));
          assertEquals(slip.times(), after, "seed " + seed);
        }
        case Finding.Bounded<Slip>(Slip slip, var bound, _) -> {
          assertEquals(
              List.of(),
              PlanCheck.broken(slip.times(), before.readings(), happened(problem, step, time)),
              "seed " + seed);
          assertEquals(new SequenceBound.KeepsAll(), bound);
        }
        case Finding.Exhausted<Slip> other -> throw new AssertionError(other);
        case Finding.Impossible<Slip>(Slip.Broken(_, Plans.Prevented why)) ->
            assertEquals(
                new Verdict.Holds(),
                SequenceCheck.verify(why, happened(problem, step, time), Budget.unlimited()),
                "seed " + seed);
        case Finding.Impossible<Slip> other -> throw new AssertionError(other);
      }
    }
    assertTrue(moved > 40, "moved " + moved);
  }

  private static SequenceProblem happened(SequenceProblem problem, StepId step, long time) {
    return problem.withFixed(List.of(Clause.between(Moment.ORIGIN, Moment.end(step), time, time)));
  }

  /// For each moment, how far some dates that keep every clause are from the plan: those at their
  /// earliest.
  private static Map<Moment.At, Long> closest(SequenceProblem problem, Plan before) {
    Map<Moment.At, Long> planned = before.earliest();
    Map<Moment.At, Long> distance = new HashMap<>();
    Plan other =
        Plans.keeping(problem, before.readings(), before.ways(), new Meter(Budget.unlimited()));
    if (other != null) {
      other
          .earliest()
          .forEach(
              (moment, time) ->
                  distance.put(moment, Math.abs(time - planned.getOrDefault(moment, time))));
    }
    return distance;
  }

  @Test
  void namesThePromisesThatBreak() {
    Plan before = Worlds.plan(problem());
    if (Slips.of(problem(), before, Map.of(CEASEFIRE, 31L), Budget.unlimited())
        instanceof Finding.Impossible<Slip>(Slip.Broken(_, Plans.Prevented why))) {
      assertEquals(
          List.of(List.of(new DemandId("deadline"), new DemandId("sixty"))),
          why.knots().findAnswer().orElseThrow().stream().map(Knot::demands).toList());
      return;
    }
    throw new AssertionError();
  }

  @Test
  void countsProgressLenientlyAndStrictlyAndNotesReversals() {
    StepId one = new StepId("one");
    StepId two = new StepId("two");
    var progress =
        new ImplementationProgress(
            List.of(
                new ImplementationProgress.Mark(one, LocalDate.of(2026, 1, 1), 3),
                new ImplementationProgress.Mark(two, LocalDate.of(2026, 1, 5), 2),
                new ImplementationProgress.Mark(one, LocalDate.of(2026, 2, 1), 1)));
    ImplementationProgress.Rate january =
        progress.rateOn(LocalDate.of(2026, 1, 31), Set.of(one, two));
    assertEquals(Rational.of(5, 6), january.lenient());
    assertEquals(Rational.of(1, 2), january.strict());
    ImplementationProgress.Rate february =
        progress.rateOn(LocalDate.of(2026, 2, 1), Set.of(one, two));
    assertEquals(Rational.of(1, 2), february.lenient());
    assertEquals(Rational.ZERO, february.strict());
    assertEquals(
        List.of(new ImplementationProgress.Reversal(one, LocalDate.of(2026, 2, 1), 3, 1)),
        progress.reversals());
    for (int level : new int[] {-1, 4}) {
      assertThrows(
          IllegalArgumentException.class,
          () -> new ImplementationProgress.Mark(one, LocalDate.of(2026, 1, 1), level));
    }
    ImplementationProgress.Mark none =
        new ImplementationProgress.Mark(one, LocalDate.of(2026, 1, 1), 0);
    ImplementationProgress.Mark again =
        new ImplementationProgress.Mark(one, LocalDate.of(2026, 1, 2), 0);
    assertEquals(List.of(), new ImplementationProgress(List.of(none, again)).reversals());
    assertThrows(
        IllegalArgumentException.class, () -> progress.rateOn(LocalDate.of(2026, 1, 1), Set.of()));
  }
}
