package org.parley.bargain.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.parley.bargain.BruteForce;
import org.parley.bargain.Choice;
import org.parley.bargain.OptionSet;
import org.parley.bargain.Problem;
import org.parley.bargain.RandomProblems;
import org.parley.exact.Budget;

/// The common ground against every package that all accept.
class CommonGroundOracleTest {

  @Test
  void itIsThatOfTryingAllPackages() {
    int common = 0;
    int dividing = 0;
    int numbers = 0;
    for (long seed = 0; seed < 600; seed++) {
      Problem problem = RandomProblems.small(seed);
      Collection<int[]> all = BruteForce.acceptable(problem, problem.everyone());
      if (all.isEmpty()) {
        continue;
      }
      List<Choice> taken = new ArrayList<>();
      List<Integer> divide = new ArrayList<>();
      Map<Integer, OptionSet> left = new HashMap<>();
      for (int point = 0; point < problem.points().size(); point++) {
        int options = problem.points().get(point).options().size();
        Set<Integer> live = new TreeSet<>();
        for (int[] each : all) {
          live.add(each[point]);
        }
        if (problem.points().get(point).isOrdered() && live.size() < options) {
          left.put(point, new OptionSet(point, live));
        }
        if (live.size() == 1 && options > 1) {
          taken.add(new Choice(point, live.iterator().next()));
        } else if (isDivided(problem, point, live)) {
          divide.add(point);
        }
      }
      assertEquals(
          new CommonGround(taken, divide, left),
          CommonGround.of(problem, Budget.unlimited()).orElseThrow(),
          "seed " + seed);
      common += taken.size();
      dividing += divide.size();
      numbers += left.size();
    }
    assertTrue(
        common > 100 && dividing > 100 && numbers > 20, common + " " + dividing + " " + numbers);
  }

  private static boolean isDivided(Problem problem, int point, Set<Integer> live) {
    Set<String> orders = new TreeSet<>();
    for (int one : live) {
      for (int other : live) {
        Set<Integer> signs = new TreeSet<>();
        for (Problem.Party party : problem.parties()) {
          List<Long> row = party.worths().get(point);
          signs.add(Long.compare(row.get(one), row.get(other)));
        }
        if (signs.contains(1) && signs.contains(-1)) {
          orders.add(one + " " + other);
        }
      }
    }
    return !orders.isEmpty();
  }
}
