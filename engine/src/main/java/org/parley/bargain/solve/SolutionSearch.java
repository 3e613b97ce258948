package org.parley.bargain.solve;

import java.util.List;
import org.parley.bargain.graph.Layers;
import org.parley.exact.Meter;

/// A search for the optimum of a [Goal], which holds the incumbent.
sealed interface SolutionSearch permits DualBranchAndBound, PointBranchAndBound {

  /// Searches until the optimum is proved or the budget ends.
  void findBest();

  /// The multipliers that pruned at the root, for the certificate.
  List<SolutionCertificate.Multipliers> multipliers();

  /// Selects the search; tests switch the faster one off.
  @FunctionalInterface
  interface Maker {
    SolutionSearch of(Layers layers, Goal goal, Meter meter);
  }

  /// The search that suits a problem: [PointBranchAndBound] without linkages, else
  /// [DualBranchAndBound].
  static SolutionSearch of(Layers layers, Goal goal, Meter meter) {
    return PointBranchAndBound.suits(layers)
        ? new PointBranchAndBound(layers, goal, meter)
        : new DualBranchAndBound(layers, goal, meter);
  }
}
