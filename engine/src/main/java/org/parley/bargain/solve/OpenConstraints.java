package org.parley.bargain.solve;

import java.util.List;
import org.parley.bargain.graph.Layers;

/// The exclusions that a relaxed graph dropped, for a search point by point.
///
/// Unit propagation: if all terms but one hold, the last cannot.
final class OpenConstraints {

  private final int[][] points;

  /// The steps of each point that fulfil its term, one bit each.
  private final long[][] fulfil;

  OpenConstraints(Layers layers) {
    List<Layers.Exclusion> exclusions = layers.exclusions();
    points = new int[exclusions.size()][];
    fulfil = new long[exclusions.size()][];
    for (int exclusion = 0; exclusion < points.length; exclusion++) {
      points[exclusion] =
          exclusions.get(exclusion).layers().stream().mapToInt(Integer::intValue).toArray();
      fulfil[exclusion] = new long[points[exclusion].length];
      for (int term = 0; term < points[exclusion].length; term++) {
        int[] option = layers.layers.get(points[exclusion][term]).option();
        for (int step = 0; step < option.length; step++) {
          boolean fulfils = exclusions.get(exclusion).options().get(term).get(option[step]);
          fulfil[exclusion][term] |= fulfils ? 1L << step : 0;
        }
      }
    }
  }

  /// Propagates: eliminates steps that would complete an exclusion.
  ///
  /// @param open by point, the steps allowed; modified
  /// @return false if no package is left
  boolean strikeOut(long[] open) {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int exclusion = 0; exclusion < points.length; exclusion++) {
        int undecided = undecided(exclusion, open);
        if (undecided == ALL_HOLD) {
          return false;
        }
        if (undecided >= 0) {
          int point = points[exclusion][undecided];
          long left = open[point] & ~fulfil[exclusion][undecided];
          changed |= left != open[point];
          open[point] = left;
        }
      }
    }
    for (long each : open) {
      if (each == 0) {
        return false;
      }
    }
    return true;
  }

  private static final int ALL_HOLD = -1;
  private static final int SEVERAL_OPEN = -2;

  /// The only term that is not sure to hold.
  private int undecided(int exclusion, long[] open) {
    int only = ALL_HOLD;
    for (int term = 0; term < points[exclusion].length; term++) {
      if ((open[points[exclusion][term]] & ~fulfil[exclusion][term]) != 0) {
        if (only != ALL_HOLD) {
          return SEVERAL_OPEN;
        }
        only = term;
      }
    }
    return only;
  }
}
