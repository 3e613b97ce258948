package org.parley.bargain.robust;

import java.util.List;
import org.parley.bargain.zone.WilsonEstimate;

/// The robustness of a package when worths lie anywhere in their ranges.
///
/// @param options the package, one option index per point
/// @param standing the proved part
/// @param acceptable the chance that all accept it
/// @param efficient the chance that all accept it and it is Pareto efficient
public record RobustPackage(
    List<Integer> options,
    Certainty standing,
    WilsonEstimate acceptable,
    WilsonEstimate efficient) {

  /// Acceptance over all worths in the ranges; proved, not estimated.
  public enum Certainty {
    /// All accept it whatever the worths.
    SURELY,
    /// All accept it for some worths but not for others.
    POSSIBLY,
    /// All accept it for no worths.
    NEVER
  }

  public RobustPackage {
    options = List.copyOf(options);
  }
}
