package org.parley.sweep;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.NullMarked;
import org.parley.exact.Budget;

/// Runs a sweep as many machines would: its parts in any order, some of them twice.
@NullMarked
public final class SweepParts {

  private SweepParts() {}

  /// The answer of parts that are computed in a random order.
  public static <P, A> A anyhow(SeedSweep<P, A> sweep, Random random) {
    List<Seeds> parts = sweep.seeds().parts(sweep.partSize());
    List<Integer> order = new ArrayList<>();
    for (int at = 0; at < parts.size(); at++) {
      order.addAll(Collections.nCopies(1 + random.nextInt(2), at));
    }
    Collections.shuffle(order, random);
    Map<Integer, P> results = new TreeMap<>();
    order.forEach(at -> results.put(at, sweep.part(parts.get(at), Budget.unlimited())));
    P merged = Objects.requireNonNull(results.get(0));
    for (int at = 1; at < parts.size(); at++) {
      merged = sweep.merged(merged, Objects.requireNonNull(results.get(at)));
    }
    return sweep.answer(merged);
  }
}
