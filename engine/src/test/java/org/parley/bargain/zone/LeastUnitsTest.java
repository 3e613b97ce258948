package org.parley.bargain.zone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.bargain.JointWorth;
import org.parley.bargain.OptionSet;
import org.parley.bargain.Problem;
import org.parley.bargain.RandomProblems;

class LeastUnitsTest {

  private static Problem problem(
      long[][] worths, @Nullable Long baseline, List<JointWorth> joints) {
    return RandomProblems.problem(
        new long[][][] {worths}, new Long[] {baseline}, List.of(), joints);
  }

  private static Problem.Party only(Problem problem) {
    return LeastUnits.of(problem).parties().getFirst();
  }

  @Test
  void dividesDifferencesWithinAPointByWhatDividesThemAll() {
    Problem.Party party = only(problem(new long[][] {{105, 135}, {-60, 0, 45}}, 150L, List.of()));
    assertEquals(List.of(List.of(0L, 2L), List.of(0L, 4L, 7L)), party.worths());
    // Beyond the least sum of 45 it takes 105, seven units.
    assertEquals(7L, party.baseline());
  }

  @Test
  void roundsABaselineUp() {
    long[][] worths = {{0, 30}, {0, 60}};
    assertEquals(1L, only(problem(worths, 1L, List.of())).baseline());
    assertEquals(1L, only(problem(worths, 30L, List.of())).baseline());
    assertEquals(2L, only(problem(worths, 31L, List.of())).baseline());
    assertEquals(0L, only(problem(worths, -29L, List.of())).baseline());
    assertEquals(null, only(problem(worths, null, List.of())).baseline());
  }

  @Test
  void jointWorthsCountForTheUnit() {
    List<OptionSet> when = List.of(OptionSet.of(0, 1), OptionSet.of(1, 1));
    Problem stated =
        problem(new long[][] {{0, 30}, {0, 60}}, 30L, List.of(new JointWorth(0, when, -20)));
    Problem least = LeastUnits.of(stated);
    assertEquals(List.of(List.of(0L, 3L), List.of(0L, 6L)), only(stated).worths());
    assertEquals(List.of(new JointWorth(0, when, -2)), least.jointWorths());
    assertEquals(3L, only(stated).baseline());
  }

  @Test
  void whatHasTheLeastUnitsStaysAsItIs() {
    Problem coprime = problem(new long[][] {{4, 10}, {0, 7}}, 5L, List.of());
    Problem flat = problem(new long[][] {{4, 4}, {9, 9}}, 5L, List.of());
    assertSame(coprime, LeastUnits.of(coprime));
    assertSame(flat, LeastUnits.of(flat));
  }
}
