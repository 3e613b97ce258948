package org.parley.job;

import java.util.ArrayList;
import java.util.List;
import org.parley.bargain.robust.RobustPackage;
import org.parley.exact.Finding;

/// How often packages were acceptable in the draws: counts alone, from which shares and intervals
/// follow.
///
/// @param draws the number of draws; fewer than asked for if a limit of steps ended them
/// @param packages in the order of the question
record RobustCounts(long draws, List<RobustCount> packages) {

  RobustCounts {
    packages = List.copyOf(packages);
  }

  /// The counts of a package.
  ///
  /// @param standing the proved part
  /// @param acceptable the draws in which all accept it
  /// @param efficient the draws in which it is Pareto efficient as well
  record RobustCount(
      List<Integer> options, RobustPackage.Certainty standing, long acceptable, long efficient) {}

  static RobustCounts of(Finding<?> finding) {
    List<RobustCount> packages = new ArrayList<>();
    long draws = 0;
    if (finding.findAnswer().isPresent() && finding.findAnswer().get() instanceof List<?> all) {
      for (Object each : all) {
        RobustPackage robust = (RobustPackage) each;
        draws = robust.acceptable().draws();
        packages.add(
            new RobustCount(
                robust.options(),
                robust.standing(),
                robust.acceptable().hits(),
                robust.efficient().hits()));
      }
    }
    return new RobustCounts(draws, packages);
  }
}
