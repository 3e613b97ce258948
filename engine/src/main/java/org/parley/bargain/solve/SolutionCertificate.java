package org.parley.bargain.solve;

import java.util.List;
import org.parley.exact.Certificate;

/// Lets a solution be checked: multipliers that rule out whatever would be better.
///
/// For any multipliers, a package that beats the solution must have a weighted sum of worths that
/// can be computed from the solution alone; whatever cannot reach one of these sums is ruled out.
///
/// @param kind which rule
/// @param best the worths of the solution, by party
/// @param floor the worth each party must get at the least: its baseline, or the least any package
///   gives it
/// @param unit by party, the unit gains are measured in; where the rule has none, 1
/// @param multipliers sets of weights
public record SolutionCertificate(
    Solution.Kind kind,
    List<Long> best,
    List<Long> floor,
    List<Long> unit,
    List<Multipliers> multipliers)
    implements Certificate {

  /// Weights, one a party, and the weight of the plain sum, zero but for the utilitarian rule.
  public record Multipliers(long ofSum, List<Long> ofParties) {
    public Multipliers {
      ofParties = List.copyOf(ofParties);
    }
  }

  public SolutionCertificate {
    best = List.copyOf(best);
    floor = List.copyOf(floor);
    unit = List.copyOf(unit);
    multipliers = List.copyOf(multipliers);
  }
}
