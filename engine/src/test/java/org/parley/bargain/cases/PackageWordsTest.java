package org.parley.bargain.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.bargain.Problem;
import org.parley.bargain.RandomProblems;
import org.parley.bargain.pivot.Pivots;
import org.parley.bargain.zone.CountEstimate;
import org.parley.exact.Budget;

class PackageWordsTest {

  @Test
  void numbersNobodyReadsAreToldInThreeDigits() {
    assertEquals("20,736", PackageWords.number(BigInteger.valueOf(20_736)));
    assertEquals(
        "368,693,458,649,600,638,315,834,960",
        PackageWords.number(new BigInteger("368693458649600638315834960")));
    assertEquals(
        "about 1.37e+143", PackageWords.number(new BigInteger("1368914" + "0".repeat(137))));
    assertEquals("1 package", PackageWords.count(BigInteger.ONE));
    assertEquals("1 to 20 packages", PackageWords.count(BigInteger.ONE, BigInteger.valueOf(20)));
  }

  @Test
  void whatWasCountedIsNotSaidToBeEstimated() {
    assertEquals(
        "About 90 packages, estimated from 1,000 draws; in 95 of 100 cases between 80 and 100.",
        PackageWords.about(new CountEstimate(90, 80, 100, 500, 1_000)));
    assertEquals(
        "The packages were counted; shares of options are estimated from random ones.",
        PackageWords.about(new CountEstimate(90, 90, 90, 1_000, 1_000)));
  }

  @Test
  void whatWasNotLookedAtInTimeIsNotSaidToBeUnacceptable() {
    Problem problem = RandomProblems.of(RandomProblems.Kind.U, 2, 3, 3, 1);
    assertEquals(
        "No point was looked at in time, so which one matters most is not known.",
        mattersMost(problem, Budget.unlimited().withStop(() -> true)));
    assertEquals(
        "No package is acceptable to any of them together, so nothing hangs on a point yet.",
        mattersMost(RandomProblems.withBaselines(problem, 101), Budget.unlimited()));
  }

  @Test
  void whatLeavesAllTheSameDoesNotMatterMost() {
    long[][][] worths = {{{5, 0}, {1, 1}}, {{0, 5}, {1, 1}}};
    Problem some = RandomProblems.problem(worths, new Long[2], List.of(), List.of());
    assertEquals(
        "1 Point matters most to what each gets: settling it moves up to 100 % of that; how any"
            + " one is settled leaves as much of what Party 0 and Party 1 accept.",
        mattersMost(some, Budget.unlimited()));
    long[][][] equal = {{{1, 1}, {1, 1}}, {{2, 2}, {1, 1}}};
    Problem none = RandomProblems.problem(equal, new Long[2], List.of(), List.of());
    assertEquals(
        "No point matters more than another: how any one is settled leaves as much of what Party 0"
            + " and Party 1 accept, and as much to each.",
        mattersMost(none, Budget.unlimited()));
  }

  private static String mattersMost(Problem problem, Budget budget) {
    return new PackageWords(Named.of(problem))
        .mattersMost(Pivots.find(problem, false, budget), problem.everyone());
  }
}
