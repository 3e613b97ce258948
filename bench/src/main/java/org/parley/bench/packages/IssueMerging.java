package org.parley.bench.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.Problem;

/// Splits the points into halves, finds the frontier of each, and merges them by inserting every
/// pairwise sum into a list. The published algorithm of GeniusWeb, reimplemented from its
/// description.
final class IssueMerging implements Peer {

  @Override
  public String name() {
    return "issue merging";
  }

  @Override
  public Optional<List<long[]>> frontier(Problem problem, BooleanSupplier stop) {
    List<long[]> all = merged(problem, 0, problem.points().size(), stop);
    return Optional.ofNullable(all);
  }

  private static @Nullable List<long[]> merged(
      Problem problem, int from, int to, BooleanSupplier stop) {
    List<long[]> kept = new ArrayList<>();
    int parties = problem.parties().size();
    if (to - from == 1) {
      for (int option = 0; option < problem.points().get(from).options().size(); option++) {
        long[] vector = new long[parties];
        for (int party = 0; party < parties; party++) {
          vector[party] = problem.parties().get(party).worths().get(from).get(option);
        }
        Exhaustive.insert(kept, vector);
      }
      return kept;
    }
    int middle = (from + to) >>> 1;
    List<long[]> one = merged(problem, from, middle, stop);
    List<long[]> other = one == null ? null : merged(problem, middle, to, stop);
    if (one == null || other == null) {
      return null;
    }
    for (long[] a : one) {
      if (stop.getAsBoolean()) {
        return null;
      }
      for (long[] b : other) {
        long[] sum = a.clone();
        for (int party = 0; party < parties; party++) {
          sum[party] += b[party];
        }
        Exhaustive.insert(kept, sum);
      }
    }
    return kept;
  }
}
