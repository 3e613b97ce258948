package org.parley.bargain.robust;

import java.util.List;
import org.parley.bargain.zone.WilsonEstimate;

/// The robustness of a package when worths lie anywhere in their ranges.
///
/// @param options the package, one option index a point
/// @param standing what is certain of it
/// @param acceptable the chance that all accept it
/// @param efficient the chance that all accept it and none is better for someone and worse for
///   nobody
public record RobustPackage(
    List<Integer> options, Standing standing, WilsonEstimate acceptable, WilsonEstimate efficient) {

  /// What holds for every worth in the ranges; proved, not estimated.
  public enum Standing {
    /// All accept it whatever the worths are.
    SURELY,
    /// All accept it for some worths and not for others.
    POSSIBLY,
    /// For no worths do all accept it.
    NEVER
  }

  public RobustPackage {
    options = List.copyOf(options);
  }
}
