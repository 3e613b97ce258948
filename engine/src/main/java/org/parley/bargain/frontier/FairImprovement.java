package org.parley.bargain.frontier;

import java.util.ArrayList;
import java.util.List;
import org.parley.bargain.Problem;
import org.parley.bargain.SigningRule;
import org.parley.bargain.solve.Solution;
import org.parley.exact.Budget;
import org.parley.exact.Finding;

/// Finds the package that a rule of fair division selects among those worse for nobody than a given
/// one.
///
/// The worths of the given package are everyone's baselines. The selected package is Pareto
/// efficient: a package better for some and worse for none would be better by each of these rules.
/// If it gives nobody more, the given package is efficient.
///
/// The Nash rule selects nothing if every product of gains is zero; then leximin does. That is so
/// exactly if the leximin package leaves somebody without gain. Cost: one search by
/// [FairSolutions], for Nash two.
public final class FairImprovement {

  private FairImprovement() {}

  /// The problem in which all have to sign, and nobody signs for less than a package gives.
  static Problem floored(Problem problem, int[] options) {
    List<Problem.Party> parties = new ArrayList<>();
    for (int party = 0; party < problem.parties().size(); party++) {
      parties.add(problem.parties().get(party).withBaseline(problem.worth(party, options)));
    }
    return problem.withParties(parties).withSigning(SigningRule.all(parties.size()));
  }

  /// Finds the package that the rule selects.
  ///
  /// @param options the given package; it respects the linkages, and no party refuses it
  /// @param rule leximin, Nash or utilitarian
  /// @return as [FairSolutions#find]; by leximin in place of Nash if every product of gains is zero
  public static Finding<Solution> find(
      Problem problem, int[] options, Solution.Kind rule, Budget budget) {
    Problem floored = floored(problem, options);
    FairSolutions solutions = new FairSolutions(floored, budget, budget);
    if (rule != Solution.Kind.NASH) {
      return solutions.find(rule);
    }
    Finding<Solution> least = solutions.find(Solution.Kind.LEXIMIN);
    return least instanceof Finding.Proved<Solution>(Solution solution, _)
            && allGain(floored, solution)
        ? solutions.find(Solution.Kind.NASH)
        : least;
  }

  private static boolean allGain(Problem floored, Solution solution) {
    List<Long> worths = solution.outcomes().getFirst().worths();
    for (int party = 0; party < worths.size(); party++) {
      Long floor = floored.parties().get(party).baseline();
      if (floor == null || worths.get(party) <= floor) {
        return false;
      }
    }
    return true;
  }
}
