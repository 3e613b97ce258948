package org.parley.bargain.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.parley.bargain.Problem;
import org.parley.bargain.RandomProblems;
import org.parley.bargain.clash.Clashes;
import org.parley.exact.Budget;
import org.parley.exact.Finding;

/// No concession of one side is told alone where another side could move as well.
class ConcessionGainLawTest {

  private static final int CASES = 150;

  private static Set<Integer> parties(List<ConcessionGain> gains) {
    Set<Integer> parties = new TreeSet<>();
    gains.forEach(each -> parties.add(each.demand().party()));
    return parties;
  }

  @Test
  void gainsOfSeveralPartiesAreToldTogether() {
    int several = 0;
    for (long seed = 1; seed <= CASES; seed++) {
      Problem problem = RandomProblems.small(seed);
      ZoneTable table = ZoneTable.of(problem, Budget.unlimited());
      List<ConcessionGain> all =
          ConcessionGain.of(problem, table.everyone().atMost(), Budget.unlimited());
      List<List<ConcessionGain>> groups = ConcessionGain.together(all);
      List<ConcessionGain> told = new ArrayList<>();
      groups.forEach(told::addAll);
      assertEquals(all, told, "seed " + seed + ": each once, in order");
      if (parties(all).size() > 1) {
        several++;
        for (List<ConcessionGain> group : groups) {
          assertTrue(parties(group).size() > 1, "seed " + seed + ": " + group);
        }
      }
    }
    assertTrue(several > 20, "of several parties: " + several);
  }

  @Test
  void theLeastWaysOutAskSomethingOfTwoPartiesIfAnyDoes() {
    int several = 0;
    for (long seed = 1; seed <= CASES; seed++) {
      PackageProblem packages =
          Named.of(RandomProblems.withBaselines(RandomProblems.small(seed), 90));
      Obstacles obstacles = Obstacles.of(packages, null, KnotConcessions.NONE, Budget.unlimited());
      Set<Integer> asked = new TreeSet<>();
      for (Clashes.Way way : obstacles.leastWays()) {
        way.giveUp().forEach(each -> asked.add(each.party()));
      }
      Set<Integer> any = new TreeSet<>();
      obstacles
          .clashes()
          .flatMap(Finding::findAnswer)
          .ifPresent(
              found ->
                  found.ways().forEach(way -> way.giveUp().forEach(each -> any.add(each.party()))));
      assertEquals(any.size() > 1, asked.size() > 1, "seed " + seed);
      several += any.size() > 1 ? 1 : 0;
    }
    assertTrue(several > 20, "of several parties: " + several);
  }
}
