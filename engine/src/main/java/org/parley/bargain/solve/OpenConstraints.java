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
    List<Layers.Tie> ties = layers.ties();
    points = new int[ties.size()][];
    fulfil = new long[ties.size()][];
    for (int tie = 0; tie < points.length; tie++) {
      points[tie] = ties.get(tie).layers().stream().mapToInt(Integer::intValue).toArray();
      fulfil[tie] = new long[points[tie].length];
      for (int term = 0; term < points[tie].length; term++) {
        int[] option = layers.layers.get(points[tie][term]).option();
        for (int step = 0; step < option.length; step++) {
          boolean fulfils = ties.get(tie).options().get(term).get(option[step]);
          fulfil[tie][term] |= fulfils ? 1L << step : 0;
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
      for (int tie = 0; tie < points.length; tie++) {
        int undecided = undecided(tie, open);
        if (undecided == ALL_HOLD) {
          return false;
        }
        if (undecided >= 0) {
          int point = points[tie][undecided];
          long left = open[point] & ~fulfil[tie][undecided];
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
  private int undecided(int tie, long[] open) {
    int only = ALL_HOLD;
    for (int term = 0; term < points[tie].length; term++) {
      if ((open[points[tie][term]] & ~fulfil[tie][term]) != 0) {
        if (only != ALL_HOLD) {
          return SEVERAL_OPEN;
        }
        only = term;
      }
    }
    return only;
  }
}
