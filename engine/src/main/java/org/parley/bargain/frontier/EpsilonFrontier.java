package org.parley.bargain.frontier;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.graph.Layers;
import org.parley.bargain.graph.Packing;
import org.parley.exact.Budget;
import org.parley.exact.Meter;

/// A frontier search with a bounded number of vectors at each point: an epsilon-cover.
///
/// Beyond the bound, a vector also represents others that are better by at most a loss, the least
/// that suffices. Losses add up over the points, party by party, and are the stated distance. The
/// loss is the same fraction of every party's range; see [EpsilonArchive].
final class EpsilonFrontier {

  /// The first loss tried, as a fraction of each party's range; later ones are larger.
  private static final double FIRST = 1.0 / 2000;

  private static final double LARGER = 1.35;
  private static final double SMALLER = 0.8;

  private final Packing packing;
  private final Advance.Kept[] kept;
  private final long[][] losses;

  private EpsilonFrontier(Packing packing, Advance.Kept[] kept, long[][] losses) {
    this.packing = packing;
    this.kept = kept;
    this.losses = losses;
  }

  Advance.Kept[] kept() {
    return kept;
  }

  /// The losses, by point in the order of the layers and by party.
  long[][] losses() {
    return losses;
  }

  /// The total loss, by party.
  long[] loss() {
    long[] sum = new long[packing.parties()];
    for (long[] each : losses) {
      for (int party = 0; party < sum.length; party++) {
        sum[party] += each[party];
      }
    }
    return sum;
  }

  /// The largest loss as a fraction of the party's range; only compares two covers.
  double share() {
    double share = 0;
    long[] loss = loss();
    for (int party = 0; party < loss.length; party++) {
      share = Math.max(share, (double) loss[party] / Math.max(1, packing.range[party]));
    }
    return share;
  }

  /// Continues from exact layers.
  ///
  /// @param first the vectors of the first layers, exact
  /// @param mostKept the most vectors at each point; at least one per state is kept
  /// @return null if stopped
  static @Nullable EpsilonFrontier of(
      Layers layers, Packing packing, Advance.Kept[] first, long mostKept, Budget budget) {
    Meter meter = new Meter(budget.withProgress((_, _, _) -> {}));
    Advance advance = new Advance(layers, packing, Advance.Ways.LISTS);
    int size = layers.size();
    Advance.Kept[] kept = Arrays.copyOf(first, size + 1);
    long[][] losses = new long[size][packing.parties()];
    double share = 0;
    for (int at = first.length - 1; at < size; at++) {
      Advance.Kept next = null;
      while (next == null) {
        for (int party = 0; party < packing.parties(); party++) {
          losses[at][party] = (long) (share * packing.range[party]);
        }
        boolean isWhole = share > 1;
        long[] loss = share == 0 ? null : losses[at];
        next = advance.next(at, kept[at], loss, isWhole ? Long.MAX_VALUE : mostKept, meter);
        if (meter.stopped()) {
          return null;
        }
        if (next == null) {
          share = Math.max(FIRST, share * LARGER);
        }
      }
      share *= SMALLER;
      share = share < FIRST ? 0 : share;
      kept[at + 1] = next;
    }
    return new EpsilonFrontier(packing, kept, losses);
  }
}
