package org.parley.bargain.solve;

import java.util.Arrays;
import java.util.Optional;
import org.parley.bargain.Problem;
import org.parley.bargain.graph.Layers;
import org.parley.exact.Meter;

/// Finds some package that is acceptable, whichever comes first.
///
/// Cost: as a [Solutions] search that ends with its first package; a step of the meter is a node.
public final class AnyPackage {

  private AnyPackage() {}

  /// A package acceptable to these parties.
  ///
  /// @param parties party `i` as bit `i`
  /// @return empty where there is none; not to be relied on where the meter stopped
  public static Optional<int[]> find(Problem problem, int parties, Meter meter) {
    Layers layers = Layers.of(problem, parties);
    if (layers.isEmpty()) {
      return Optional.empty();
    }
    long[] floor = new long[layers.parties()];
    for (int signer = 0; signer < floor.length; signer++) {
      floor[signer] = Math.max(layers.baseline(signer), -(Long.MAX_VALUE / 4));
    }
    Goal goal = new AnyGoal(floor);
    Search.of(layers, goal, meter).findBest();
    return goal.best().stream()
        .findFirst()
        .map(found -> found.options().stream().mapToInt(Integer::intValue).toArray());
  }

  /// Any package that reaches the floor: the search ends with the first.
  private static final class AnyGoal extends MaxMinGoal {

    AnyGoal(long[] floor) {
      super(floor, ones(floor.length), false);
    }

    private static long[] ones(int count) {
      long[] ones = new long[count];
      Arrays.fill(ones, 1);
      return ones;
    }

    @Override
    boolean offer(long[] worths, int[] options) {
      boolean found = super.offer(worths, options);
      if (found) {
        end();
      }
      return found;
    }
  }
}
