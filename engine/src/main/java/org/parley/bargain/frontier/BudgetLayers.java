package org.parley.bargain.frontier;

import java.util.List;

/// The vectors that a search under budgets kept, point by point: with them a check proves without
/// searching that nothing lies beyond the frontier.
///
/// A vector has the worths of the parties, then of each budget the sum so far. A sum with a bound
/// above counts negatively, so that more is better everywhere.
///
/// @param points the points in the order in which they were settled
/// @param kept after each number of points from 1, except all of them, the vectors kept
public record BudgetLayers(List<Integer> points, List<List<List<Long>>> kept) {

  /// The most vectors of a certificate: more are not kept, and the check walks the packages.
  static final int MOST = 200_000;

  public BudgetLayers {
    points = List.copyOf(points);
    kept = kept.stream().map(each -> each.stream().map(List::copyOf).toList()).toList();
  }
}
