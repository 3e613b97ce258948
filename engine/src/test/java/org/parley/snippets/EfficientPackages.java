package org.parley.snippets;

import java.util.List;
import java.util.Set;
import org.parley.bargain.Problem;
import org.parley.bargain.frontier.Frontier;
import org.parley.bargain.frontier.Frontiers;
import org.parley.bargain.solve.Solution;
import org.parley.bargain.solve.Solutions;
import org.parley.check.Check;
import org.parley.check.Verdict;
import org.parley.exact.Budget;
import org.parley.exact.Finding;

/// A problem in, its frontier and its Nash solution out.
final class EfficientPackages {

  private EfficientPackages() {}

  record Answer(Finding<Frontier> frontier, Finding<Solution> nash, Verdict verdict) {}

  static Answer find() {
    // @start region="packages"
    Problem problem =
        Problem.of(
            List.of(
                new Problem.Party(
                    "north", List.of(List.of(0L, 40L, 60L), List.of(40L, 0L)), Set.of(), 30L),
                new Problem.Party(
                    "south", List.of(List.of(70L, 50L, 0L), List.of(0L, 30L)), Set.of(), 25L)),
            List.of(
                new Problem.Point("border", List.of("old", "mixed", "new")),
                new Problem.Point("water", List.of("shared", "split"))));
    Budget budget = Budget.ofSteps(1_000_000);
    Finding<Frontier> frontier = Frontiers.find(problem, budget);
    Finding<Solution> nash = Solutions.find(problem, Solution.Kind.NASH, budget);
    Verdict verdict = Check.verify(problem, nash, budget);
    // @end
    return new Answer(frontier, nash, verdict);
  }
}
