package org.parley.bargain.solve;

import java.util.List;
import org.parley.exact.Certificate;

/// Certifies a solution by Lagrange multipliers.
///
/// For any multipliers, a better package must have a weighted sum that the solution determines.
/// Packages that cannot reach one of these sums are ruled out.
///
/// @param kind the rule
/// @param best the worths of the solution, by party
/// @param floor the least worth of each party: its baseline, or the least that any package gives it
/// @param unit by party, the unit of gains; 1 if the rule has none
/// @param multipliers sets of Lagrange multipliers
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
