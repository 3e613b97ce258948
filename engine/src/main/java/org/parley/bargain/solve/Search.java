package org.parley.bargain.solve;

import java.util.List;
import org.parley.bargain.graph.Layers;
import org.parley.exact.Meter;

/// A search for the optimum of a [Goal], which holds the incumbent.
sealed interface Search permits DualSearch, PointSearch {

  /// Searches until the best is proved or the budget ends.
  void findBest();

  /// The weights that ruled packages out from the start, for the certificate.
  List<SolutionCertificate.Multipliers> multipliers();

  /// Which search to use; tests switch the faster one off.
  @FunctionalInterface
  interface Maker {
    Search of(Layers layers, Goal goal, Meter meter);
  }

  /// The search that suits a problem: point by point in any order without linkages, layer by layer
  /// with them.
  static Search of(Layers layers, Goal goal, Meter meter) {
    return PointSearch.suits(layers)
        ? new PointSearch(layers, goal, meter)
        : new DualSearch(layers, goal, meter);
  }
}
