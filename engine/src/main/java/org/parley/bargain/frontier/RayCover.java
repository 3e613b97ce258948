package org.parley.bargain.frontier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.NothingAcceptable;
import org.parley.bargain.PackageBound;
import org.parley.bargain.Problem;
import org.parley.bargain.graph.Layers;
import org.parley.bargain.graph.Packing;
import org.parley.bargain.solve.AnyPackage;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.exact.Meter;
import org.parley.exact.StoppedBy;

/// Covers a frontier by a few packages, if linkages are too many for the layered graph.
///
/// Ray search: packages with equal shares of each party's maximum gain are sought, with rising
/// shares. The distance of the last one to these maxima bounds its distance to any package. Under
/// one budget with few sums the maxima are exact, and packages are those of a [SumTable].
final class RayCover {

  /// The number of shares tried, from the baselines to the maximum gain.
  private static final int FINENESS = 64;

  /// The most nodes of one search.
  private static final long NODES = 20_000;

  private final Problem problem;
  private final Layers layers;
  private final int parties;
  private final long[] least;
  private final long[] most;
  private final Budget budget;
  private final AnyPackage packages;

  RayCover(Problem problem, int parties, Layers layers, Budget budget) {
    this.problem = problem;
    this.parties = parties;
    this.layers = layers;
    this.budget = budget;
    packages = AnyPackage.in(layers);
    most = layers.most()[0][0];
    least = layers.least();
    for (int signer = 0; signer < least.length; signer++) {
      long baseline = layers.baseline(signer);
      least[signer] = baseline == Long.MIN_VALUE ? least[signer] : baseline;
    }
  }

  /// Runs the search.
  ///
  /// @param because the reason why no exact search was possible
  Finding<Frontier> find(StoppedBy because) {
    List<int[]> found = new ArrayList<>();
    SumTable table = SumTable.of(problem, parties);
    if (table != null) {
      List<int[]> good = table.good(layers.signers);
      if (good.isEmpty()) {
        return new Finding.Impossible<>(NothingAcceptable.contradiction(parties));
      }
      for (int signer = 0; signer < most.length; signer++) {
        most[signer] =
            Math.min(most[signer], problem.worth(layers.signers[signer], good.get(signer)));
      }
      good.stream()
          .filter(this::isAcceptable)
          .filter(each -> found.stream().noneMatch(known -> Arrays.equals(known, each)))
          .forEach(found::add);
      if (!found.isEmpty()) {
        return cover(found, because);
      }
    }
    int low = 0;
    int high = FINENESS;
    while (low < high && (found.isEmpty() || !budget.stop().getAsBoolean())) {
      int share = found.isEmpty() ? 0 : (low + high + 1) >>> 1;
      // The first search may run on a little after the stop signal, so that there is a result.
      Budget each = found.isEmpty() ? Budget.ofSteps(NODES / 100) : budget.withSteps(NODES);
      Optional<int[]> one = reaching(share, new Meter(each));
      if (one.isPresent()) {
        found.add(one.get());
        low = share;
      } else if (found.isEmpty()) {
        break;
      } else {
        high = share - 1;
      }
    }
    if (!found.isEmpty()) {
      return cover(found, because);
    }
    Meter meter = new Meter(budget);
    Optional<int[]> any = reaching(0, meter);
    return any.isPresent()
        ? cover(List.of(any.get()), because)
        : meter.stopped()
            ? nothing(because)
            : new Finding.Impossible<>(NothingAcceptable.outOfReach(parties));
  }

  private boolean isAcceptable(int[] options) {
    return Arrays.stream(layers.signers).allMatch(party -> problem.acceptableTo(party, options));
  }

  private Optional<int[]> reaching(int share, Meter meter) {
    @Nullable Long[] floor = new Long[least.length];
    for (int signer = 0; signer < floor.length; signer++) {
      boolean isFree = share == 0 && layers.baseline(signer) == Long.MIN_VALUE;
      long range = Math.max(0, most[signer] - least[signer]);
      long part = range / FINENESS * share + range % FINENESS * share / FINENESS;
      floor[signer] = isFree ? null : least[signer] + part;
    }
    return packages.find(Set.of(), floor, meter);
  }

  private Finding<Frontier> nothing(StoppedBy because) {
    Layers none = Layers.ofPackages(problem, parties, List.of(new int[layers.size()]));
    Packing packing = new Packing(none);
    Front[][] fronts = new Front[none.size() + 1][];
    for (int at = 0; at < fronts.length; at++) {
      fronts[at] = new Front[none.states[at]];
      Arrays.fill(fronts[at], new Front.Listed(packing, new long[0]));
    }
    Frontier empty =
        new Frontier(new LayerTrace(none, packing, fronts, new long[none.size()][none.parties()]));
    return new Finding.Bounded<>(empty, new PackageBound.NothingFound(), because);
  }

  private Finding<Frontier> cover(List<int[]> found, StoppedBy because) {
    Layers paths = Layers.ofPackages(problem, parties, found);
    Packing packing = new Packing(paths);
    Advance advance = new Advance(paths, packing, Advance.Ways.LISTS);
    Meter meter = new Meter(Budget.unlimited());
    Front[][] fronts = new Front[paths.size() + 1][];
    Advance.Kept kept = Advance.Kept.nothing(packing);
    fronts[0] = kept.fronts();
    for (int at = 0; at < paths.size(); at++) {
      Advance.Kept next = advance.next(at, kept, null, Long.MAX_VALUE, meter);
      if (next == null) {
        throw new IllegalStateException(
            "putting packages in order: stopped without a limit. Maybe report this.");
      }
      kept = next;
      fronts[at + 1] = kept.fronts();
    }
    long[][] loss = new long[paths.size()][];
    Arrays.fill(loss, new long[most.length]);
    loss[paths.size() - 1] = within(found);
    Frontier frontier = new Frontier(new LayerTrace(paths, packing, fronts, loss));
    List<Long> within = Arrays.stream(loss[paths.size() - 1]).boxed().toList();
    return new Finding.Bounded<>(frontier, new PackageBound.Cover(within), because);
  }

  /// The distance of the package closest to the maxima, by party.
  private long[] within(List<int[]> found) {
    long[] best = new long[0];
    double least = Double.POSITIVE_INFINITY;
    for (int[] options : found) {
      long[] shorts = new long[most.length];
      double share = 0;
      for (int signer = 0; signer < shorts.length; signer++) {
        shorts[signer] = Math.max(0, most[signer] - problem.worth(layers.signers[signer], options));
        share =
            Math.max(
                share, (double) shorts[signer] / Math.max(1, most[signer] - this.least[signer]));
      }
      if (share < least) {
        least = share;
        best = shorts;
      }
    }
    return best;
  }
}
