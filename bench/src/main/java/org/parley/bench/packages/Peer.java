package org.parley.bench.packages;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.parley.bargain.Problem;
import org.parley.bargain.frontier.Frontier;
import org.parley.bargain.frontier.Frontiers;
import org.parley.exact.Budget;
import org.parley.exact.Finding;

/// A way to find the whole frontier of a problem without linkages, red lines and baselines.
interface Peer {

  String name();

  /// Every vector that no other dominates.
  ///
  /// @return empty where it was told to stop before it had them all
  Optional<Set<List<Long>>> frontier(Problem problem, BooleanSupplier stop);

  /// Parley's own way.
  static Peer parley() {
    return new Peer() {
      @Override
      public String name() {
        return "Parley";
      }

      @Override
      public Optional<Set<List<Long>>> frontier(Problem problem, BooleanSupplier stop) {
        return Frontiers.find(problem, Budget.unlimited().withStop(stop))
                instanceof Finding.Proved<Frontier> proved
            ? Optional.of(Exhaustive.boxed(proved.answer().vectors().toList()))
            : Optional.empty();
      }
    };
  }
}
