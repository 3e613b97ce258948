package org.parley.bargain.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.parley.bargain.Problem;
import org.parley.bargain.RandomProblems;
import org.parley.bargain.robust.RobustPackage;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.model.position.Worth;
import org.parley.sweep.Seeds;

/// How sure it is that a package stays acceptable where worths are only known within bounds.
class SafetyTest {

  private static final Seeds SEEDS = new Seeds(1, 2000);

  /// One party, one point of two ways. The first is worth 0 to 9, each with the same chance, the
  /// second 5; it signs from 5 on. So the first is acceptable in five of ten draws and the second
  /// always; the second is efficient where the first is worth 5 or less, in six of ten.
  private static PackageProblem one() {
    Problem problem =
        Problem.of(
            List.of(new Problem.Party("P0", List.of(List.of(5L, 5L)), Set.of(), 5L)),
            List.of(new Problem.Point("p0", List.of("a", "b"))));
    return Named.of(
        problem,
        List.of(
            Named.seat(
                0, List.of(List.of(new Worth("0..9"), Worth.exactly(5))), Worth.exactly(5))));
  }

  private static Safety of(PackageProblem packages, int asked, int within, int threads) {
    return Safety.of(packages, List.of(asked), within, SEEDS, threads, Budget.unlimited());
  }

  private static RobustPackage asked(Safety safety) {
    return safety.asked().orElseThrow().findAnswer().orElseThrow().getFirst();
  }

  @Test
  void chancesAreThoseOfTheIntervals() {
    Safety safety = of(one(), 0, 0, 1);
    RobustPackage first = asked(safety);
    assertEquals(RobustPackage.Certainty.POSSIBLY, first.standing());
    assertTrue(first.acceptable().low() < 0.5 && 0.5 < first.acceptable().high(), "" + first);
    RobustPackage best = safety.best().orElseThrow();
    assertEquals(List.of(1), best.options());
    assertEquals(RobustPackage.Certainty.SURELY, best.standing());
    assertTrue(best.efficient().low() < 0.6 && 0.6 < best.efficient().high(), "" + best);
    assertEquals(1, safety.surely());
  }

  @Test
  void noNumberOfThreadsChangesTheAnswer() {
    assertEquals(of(one(), 0, 10, 1), of(one(), 0, 10, 3));
  }

  /// 5 within 20 per cent is 4 to 6, and so is the baseline: the package is no longer sure.
  @Test
  void figuresMayBeOffByAShare() {
    assertEquals(RobustPackage.Certainty.SURELY, asked(of(one(), 1, 19, 1)).standing());
    assertEquals(RobustPackage.Certainty.POSSIBLY, asked(of(one(), 1, 20, 1)).standing());
  }

  @Test
  void aFigureThatIsMovedLosesItsInterval() {
    PackageProblem packages = one();
    PackageProblem moved =
        new WhatIf(new TreeMap<>(java.util.Map.of(0, 4L)), new TreeMap<>(), new TreeMap<>())
            .in(packages);
    assertTrue(of(moved, 1, 0, 1).inDoubt());
    Problem.Party party = moved.problem().parties().getFirst();
    PackageProblem exact =
        new PackageProblem(
            moved
                .problem()
                .withParties(
                    List.of(
                        new Problem.Party(
                            party.id(), List.of(List.of(7L, 5L)), Set.of(), party.baseline()))),
            moved.seats(),
            moved.matters(),
            moved.linkages(),
            moved.silent(),
            moved.approvals(),
            moved.notes());
    assertFalse(of(exact, 1, 0, 1).inDoubt());
  }

  @Test
  void withoutIntervalsEverythingIsCertain() {
    for (long seed = 1; seed <= 20; seed++) {
      PackageProblem packages = Named.of(RandomProblems.small(seed));
      Safety safety = Safety.of(packages, List.of(), 0, new Seeds(1, 50), 2, Budget.unlimited());
      assertFalse(safety.inDoubt(), "seed " + seed);
      assertFalse(safety.safest() instanceof Finding.Bounded, "seed " + seed);
      if (!ZoneTable.of(packages.problem(), Budget.unlimited()).everyone().isEmpty()) {
        assertInstanceOf(Finding.Exhausted.class, safety.safest(), "seed " + seed);
        assertEquals(
            RobustPackage.Certainty.SURELY, safety.best().orElseThrow().standing(), "seed " + seed);
      }
    }
  }
}
