package org.parley.bench.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.parley.bargain.Problem;
import org.parley.bargain.frontier.Frontier;
import org.parley.bargain.frontier.Frontiers;
import org.parley.exact.Budget;
import org.parley.exact.Finding;

/// A way to find the whole frontier of a problem without linkages, red lines and baselines.
interface Peer {

  String name();

  /// Every non-dominated vector, in any order.
  ///
  /// @return empty if stopped before completion
  Optional<List<long[]>> frontier(Problem problem, BooleanSupplier stop);

  /// Parley's own way.
  static Peer parley() {
    return new Peer() {
      @Override
      public String name() {
        return "Parley";
      }

      @Override
      public Optional<List<long[]>> frontier(Problem problem, BooleanSupplier stop) {
        if (!(Frontiers.find(problem, Budget.unlimited().withStop(stop))
            instanceof Finding.Proved<Frontier>(Frontier frontier, _))) {
          return Optional.empty();
        }
        List<long[]> vectors = new ArrayList<>(frontier.size());
        for (int entry = 0; entry < frontier.size(); entry++) {
          vectors.add(frontier.worths(entry));
        }
        return Optional.of(vectors);
      }
    };
  }
}
