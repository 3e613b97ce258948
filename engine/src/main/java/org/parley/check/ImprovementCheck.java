package org.parley.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.Problem;
import org.parley.bargain.SigningRule;
import org.parley.bargain.frontier.SelectedCertificate;
import org.parley.bargain.solve.Solution;
import org.parley.bargain.solve.SolutionCertificate;
import org.parley.exact.Budget;
import org.parley.exact.Certificate;

/// Checks that a package is worse for nobody than a given one, efficient, and selected by the rule.
///
/// The given package must be one that all tolerate. Its worths become the baselines, and the
/// solution is checked against them. By leximin, the largest positive product or the largest sum, a
/// package that improves on the solution would be better. So nothing does.
final class ImprovementCheck {

  private static final List<Solution.Kind> RULES =
      List.of(Solution.Kind.LEXIMIN, Solution.Kind.NASH, Solution.Kind.UTILITARIAN);

  private ImprovementCheck() {}

  static Verdict verify(
      Question.Improvement asked, @Nullable Object answer, Certificate certificate, Budget budget) {
    int[] table = asked.table().stream().mapToInt(Integer::intValue).toArray();
    if (!RULES.contains(asked.rule())
        || !(answer instanceof Solution solution)
        || !PackageCheck.isPackage(asked.problem(), table)) {
      return Verdict.fails(Flaw.Code.OTHER_PROBLEM);
    }
    if (!stands(asked.problem(), table)) {
      return Verdict.fails(Flaw.Code.NOT_ACCEPTABLE, Arrays.toString(table));
    }
    Problem floored = floored(asked.problem(), table);
    return switch (certificate) {
      // multipliers bound sums, and a cap is none
      case SolutionCertificate proof when !floored.isCapped() ->
          SolutionCheck.solution(floored, solution, proof, budget)
              .then(() -> SolutionCheck.measure(floored, proof, budget))
              .then(() -> SolutionCheck.ties(floored, solution, proof, budget))
              .then(() -> rule(asked.rule(), proof.kind(), proof.best(), proof.floor()));
      case SelectedCertificate proof ->
          SelectedCheck.verify(floored, solution, proof, budget)
              .then(() -> rule(asked.rule(), proof.kind(), proof.best(), proof.floor()));
      default -> Verdict.fails(Flaw.Code.OTHER_PROBLEM);
    };
  }

  private static boolean stands(Problem problem, int[] table) {
    return problem.allows(table)
        && problem.parties().stream().allMatch(each -> each.tolerates(table));
  }

  private static Problem floored(Problem problem, int[] table) {
    List<Problem.Party> parties = new ArrayList<>();
    for (int party = 0; party < problem.parties().size(); party++) {
      parties.add(problem.parties().get(party).withBaseline(problem.worth(party, table)));
    }
    return problem.withParties(parties).withSigning(SigningRule.all(parties.size()));
  }

  /// Whether the solution is by the rule: for Nash, by leximin exactly if no product is positive.
  /// The leximin solution shows that: if all could gain, all would.
  private static Verdict rule(
      Solution.Kind rule, Solution.Kind kind, List<Long> best, List<Long> floor) {
    Solution.Kind due =
        rule == Solution.Kind.NASH && !allGain(best, floor) ? Solution.Kind.LEXIMIN : rule;
    return kind == due ? new Verdict.Holds() : Verdict.fails(Flaw.Code.OTHER_RULE);
  }

  private static boolean allGain(List<Long> best, List<Long> floor) {
    return IntStream.range(0, best.size()).allMatch(party -> best.get(party) > floor.get(party));
  }
}
