package org.parley.bargain.solve;

import java.util.List;
import org.parley.exact.Certificate;

/// Certifies a solution by Lagrange multipliers.
///
/// For any multipliers, a better package must have a weighted sum that the solution determines.
/// Packages that cannot reach one of these sums are ruled out.
///
/// @param kind which rule
/// @param best the worths of the solution, by party
/// @param floor the worth each party must get at least: its baseline, or the least any package
///   gives it
/// @param unit by party, the unit gains are measured in; where the rule has none, 1
/// @param multipliers sets of weights
public record SolutionCertificate(
    Solution.Kind kind,
    List<Long> best,
    List<Long> floor,
    List<Long> unit,
    List<Multipliers> multipliers)
    implements Certificate.OfAnswer {

  /// One multiplier per party, and that of the plain sum, which is zero except for the utilitarian
  /// rule.
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
