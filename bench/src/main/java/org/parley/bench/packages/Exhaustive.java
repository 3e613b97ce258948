package org.parley.bench.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.parley.bargain.Problem;

/// Tries every package; keeps a list of the vectors that none seen so far dominates.
final class Exhaustive implements Peer {

  private static final long MOST_PACKAGES = 50_000_000;

  @Override
  public String name() {
    return "every package";
  }

  @Override
  public Optional<List<long[]>> frontier(Problem problem, BooleanSupplier stop) {
    double packages = 1;
    for (Problem.Point point : problem.points()) {
      packages *= point.options().size();
    }
    if (packages > MOST_PACKAGES) {
      return Optional.empty();
    }
    int points = problem.points().size();
    List<long[]> kept = new ArrayList<>();
    int[] options = new int[points];
    long count = 0;
    while (true) {
      if ((++count & 0xfff) == 0 && stop.getAsBoolean()) {
        return Optional.empty();
      }
      insert(kept, problem.worths(options));
      int at = points - 1;
      while (at >= 0 && ++options[at] == problem.points().get(at).options().size()) {
        options[at--] = 0;
      }
      if (at < 0) {
        break;
      }
    }
    return Optional.of(kept);
  }

  /// Takes a vector into a list of which none dominates another, unless one there covers it.
  static void insert(List<long[]> kept, long[] vector) {
    for (long[] each : kept) {
      if (covers(each, vector)) {
        return;
      }
    }
    kept.removeIf(each -> covers(vector, each));
    kept.add(vector);
  }

  private static boolean covers(long[] one, long[] other) {
    for (int party = 0; party < one.length; party++) {
      if (one[party] < other[party]) {
        return false;
      }
    }
    return true;
  }
}
