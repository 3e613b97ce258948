package org.parley.bargain.frontier;

import java.util.List;

/// The vectors that a search under budgets kept, point by point: with them a check proves without
/// searching that nothing lies beyond the frontier.
///
/// A vector has the worths of the parties, then of each bound of a budget the sum so far. A sum
/// with a bound above counts negatively, so that more is better everywhere. Beside other linkages,
/// vectors are kept for each set of linkages that are open.
///
/// @param points the points in the order in which they were settled
/// @param kept after each number of points from 1, except all of them, what is kept
public record BudgetLayers(List<Integer> points, List<List<KeptVectors>> kept) {

  /// The vectors kept for packages so far that agree in what is open.
  ///
  /// @param open the linkages with a term on a settled point and another on an open one, all of
  ///   whose settled terms hold. Linkages and contingencies are numbered in order, without budgets;
  ///   then joint worths
  /// @param vectors the vectors
  public record KeptVectors(List<Integer> open, List<List<Long>> vectors) {
    public KeptVectors {
      open = List.copyOf(open);
      vectors = vectors.stream().map(List::copyOf).toList();
    }
  }

  /// The most vectors of a certificate: more are not kept, and the check walks the packages.
  static final int MOST = 200_000;

  public BudgetLayers {
    points = List.copyOf(points);
    kept = kept.stream().map(List::copyOf).toList();
  }
}
