package org.parley.bargain.graph;

import java.util.BitSet;
import org.parley.bargain.PackageConstraint;
import org.parley.bargain.Problem;

/// A budget along the layers: the sum so far is part of the state.
///
/// Sums that lead to the same are one state. Once no rest can break the budget, the sum is [#KEPT].
/// The graph so has at most as many states as there are sums within the bounds.
final class RunningSum {

  /// The state from which every rest keeps the budget.
  static final long KEPT = Long.MIN_VALUE;

  /// The state from which no rest keeps it.
  static final long BROKEN = Long.MAX_VALUE;

  private final PackageConstraint.Budget budget;

  /// By layer and option, what it adds.
  private final long[][] adds;

  /// By layer, the least and the most that the layers from it on add.
  private final long[] least;

  private final long[] most;

  /// @param order by layer, its point
  /// @param allowed by point, the options that remain
  RunningSum(PackageConstraint.Budget budget, Problem problem, int[] order, BitSet[] allowed) {
    this.budget = budget;
    adds = new long[order.length][];
    least = new long[order.length + 1];
    most = new long[order.length + 1];
    for (int at = 0; at < order.length; at++) {
      adds[at] = new long[problem.points().get(order[at]).options().size()];
      for (PackageConstraint.PointAmounts each : budget.amounts()) {
        if (each.point() == order[at]) {
          adds[at] = each.byOption().stream().mapToLong(Long::longValue).toArray();
        }
      }
    }
    for (int at = order.length - 1; at >= 0; at--) {
      long[] amounts = adds[at];
      BitSet options = allowed[order[at]];
      least[at] = least[at + 1] + options.stream().mapToLong(each -> amounts[each]).min().orElse(0);
      most[at] = most[at + 1] + options.stream().mapToLong(each -> amounts[each]).max().orElse(0);
    }
  }

  /// The state before the first layer.
  long begin() {
    return state(0, 0);
  }

  /// The state after an option of a layer.
  long after(long state, int at, int option) {
    return state == KEPT ? KEPT : state(state + adds[at][option], at + 1);
  }

  /// The state with a sum before a layer.
  private long state(long sum, int at) {
    boolean mayFall = budget.least() != null && sum + least[at] < budget.least();
    boolean mayRise = budget.most() != null && sum + most[at] > budget.most();
    if (!mayFall && !mayRise) {
      return KEPT;
    }
    boolean falls = budget.least() != null && sum + most[at] < budget.least();
    boolean rises = budget.most() != null && sum + least[at] > budget.most();
    return falls || rises ? BROKEN : sum;
  }
}
