package org.parley.check;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.Problem;
import org.parley.bargain.SigningRule;
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
        || !(certificate instanceof SolutionCertificate proof)
        || !(answer instanceof Solution solution)
        || !PackageCheck.isPackage(asked.problem(), table)) {
      return Verdict.fails(Flaw.Code.OTHER_PROBLEM);
    }
    if (!stands(asked.problem(), table)) {
      return Verdict.fails(Flaw.Code.NOT_ACCEPTABLE, Arrays.toString(table));
    }
    Problem floored = floored(asked.problem(), table);
    return SolutionCheck.solution(floored, solution, proof, budget)
        .then(() -> SolutionCheck.measure(floored, proof, budget))
        .then(() -> SolutionCheck.ties(floored, solution, proof, budget))
        .then(() -> rule(asked.rule(), proof));
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
  private static Verdict rule(Solution.Kind rule, SolutionCertificate proof) {
    boolean positive = product(proof).signum() > 0;
    boolean byRule =
        rule == Solution.Kind.NASH
            ? proof.kind() == (positive ? Solution.Kind.NASH : Solution.Kind.LEXIMIN)
            : proof.kind() == rule;
    return byRule ? new Verdict.Holds() : Verdict.fails(Flaw.Code.OTHER_RULE);
  }

  private static BigInteger product(SolutionCertificate proof) {
    BigInteger product = BigInteger.ONE;
    for (int party = 0; party < proof.best().size(); party++) {
      product =
          product.multiply(
              BigInteger.valueOf(proof.best().get(party))
                  .subtract(BigInteger.valueOf(proof.floor().get(party))));
    }
    return product;
  }
}
