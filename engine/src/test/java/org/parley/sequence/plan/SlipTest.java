package org.parley.sequence.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.parley.sequence.Worlds.at;
import static org.parley.sequence.Worlds.demand;
import static org.parley.sequence.Worlds.world;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.exact.Rational;
import org.parley.model.DemandId;
import org.parley.model.StepId;
import org.parley.sequence.Clause;
import org.parley.sequence.Moment;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.Worlds;
import org.parley.sequence.knots.Knot;
import org.parley.sequence.knots.Knots;

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
    if (Slip.of(problem(), before, Map.of(CEASEFIRE, 4L), Budget.unlimited())
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
  void namesThePromisesThatBreak() {
    Plan before = Worlds.plan(problem());
    if (Slip.of(problem(), before, Map.of(CEASEFIRE, 31L), Budget.unlimited())
        instanceof Finding.Impossible<Slip>(Knots.Tied(List<Knot> knots))) {
      assertEquals(
          List.of(new DemandId("deadline"), new DemandId("sixty")), knots.getFirst().demands());
      return;
    }
    throw new AssertionError();
  }

  @Test
  void countsProgressLenientlyAndStrictlyAndNotesReversals() {
    StepId one = new StepId("one");
    StepId two = new StepId("two");
    var progress =
        new Progress(
            List.of(
                new Progress.Mark(one, LocalDate.of(2026, 1, 1), 3),
                new Progress.Mark(two, LocalDate.of(2026, 1, 5), 2),
                new Progress.Mark(one, LocalDate.of(2026, 2, 1), 1)));
    Progress.Rate january = progress.rateOn(LocalDate.of(2026, 1, 31), Set.of(one, two));
    assertEquals(Rational.of(5, 6), january.lenient());
    assertEquals(Rational.of(1, 2), january.strict());
    Progress.Rate february = progress.rateOn(LocalDate.of(2026, 2, 1), Set.of(one, two));
    assertEquals(Rational.of(1, 2), february.lenient());
    assertEquals(Rational.ZERO, february.strict());
    assertEquals(
        List.of(new Progress.Reversal(one, LocalDate.of(2026, 2, 1), 3, 1)), progress.reversals());
    assertThrows(
        IllegalArgumentException.class, () -> new Progress.Mark(one, LocalDate.of(2026, 1, 1), 4));
  }
}
